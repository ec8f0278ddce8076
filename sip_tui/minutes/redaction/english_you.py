"""English verbs after a name that has become "you": "Maja is in school" is "you are in school"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from sip_tui.privacy import Finding
from sip_tui.swedish import word_table

_SENTENCE_BEGINS = re.compile(r"\w[.!?]\s+$")
_IES = re.compile(r"[^\W\d_]{2,}ies")
_ES = re.compile(r"\w+(?:ss|sh|ch|x|zz)es")
_S = re.compile(r"[^\W\d_]+[^\W\d_su]s")


def agreeing_verbs(text: str, found: Iterable[Finding]) -> Iterator[tuple[int, int, str]]:
    """Yield each verb that follows a name that has become "you" at the beginning of a clause.

    Args:
        text: The text as it was typed.
        found: What is to be replaced in it.

    Yields:
        Where the verb stands, and its form after "you".
    """
    for hit in found:
        verb = _verb_after().match(text, hit.end) if hit.replacement.lower() == "you" else None
        if verb and _clause_begins().search(text[: hit.start]) and (form := after_you(verb["verb"])) != verb["verb"]:
            yield verb.start("verb"), verb.end("verb"), form


def with_capital(text: str, hit: Finding) -> Finding:
    """Begin a sentence with "You", also in the middle of a line."""
    begins = hit.replacement in {"you", "your"} and _SENTENCE_BEGINS.search(text[: hit.start])
    return hit._replace(replacement=hit.replacement.capitalize()) if begins else hit


def after_you(verb: str) -> str:
    """Return the form that a word has after "you"; unchanged when it is no verb in the third person."""
    table = word_table("english_you")
    if (word := verb.replace("’", "'").lower()) in table["irregular"]:
        return str(table["irregular"][word][0])
    if word in table["no_verbs"] or word in table["adverbs"]:
        return verb
    if _IES.fullmatch(verb):
        return f"{verb[:-3]}y"
    if _ES.fullmatch(verb):
        return verb[:-2]
    return verb[:-1] if _S.fullmatch(verb) else verb


@cache
def _verb_after() -> re.Pattern[str]:
    adverbs = "|".join(word_table("english_you")["adverbs"])
    return re.compile(rf"[^\S\n]+(?:(?:{adverbs})[^\S\n]+)?(?P<verb>[^\W\d_A-Z][^\W\d_]*(?:['’]t)?)\b")


@cache
def _clause_begins() -> re.Pattern[str]:
    words = "|".join(word_table("english_you")["before_a_clause"])
    return re.compile(rf"(?:^|[.!?:;,(–\n-]|(?<![\w])(?:{words})(?=\s))\s*[\"”“]?$", re.IGNORECASE)
