"""English around a name that is replaced: "Maja is in school" is "you are in school", "Samir" is "the counsellor"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from sip_tui.minutes.addressing import with_article
from sip_tui.minutes.redaction.role_words import capital_first
from sip_tui.privacy import Finding
from sip_tui.swedish import word_table

_SENTENCE_BEGINS = re.compile(r"\w[.!?]\s+$")
_IES = re.compile(r"[^\W\d_]{2,}ies")
_ES = re.compile(r"\w+(?:ss|sh|ch|x|zz)es")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_WORD_BEFORE = re.compile(r"(?P<before>^|.*\s)(?P<verb>[^\W\d_]+(?:['’]t)?)[^\S\n]$")
_QUESTION = re.compile(r"[^.!?\n]*\?")
_DETERMINED = re.compile(r"(?:\b(?:the|an?|my|our|your|his|her|their)|['’]s?)\s+$", re.IGNORECASE)
_AND_VERB = re.compile(
    r"(?:,|\b(?:and|or|then))\s+(?P<verb>[a-z]+s)(?=\s+(?:the|an?|my|our|your|his|her|their|it|him|them|whether|how|what)\b)"
)
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
        if hit.replacement.lower() != "you":
            continue
        yield from _verb_before(text, hit)
        verb = _verb_after().match(text, hit.end)
        if verb and _clause_begins().search(text[: hit.start]) and (form := after_you(verb["verb"])) != verb["verb"]:
            yield verb.start("verb"), verb.end("verb"), form


def imperative(text: str, found: Iterable[Finding]) -> Iterator[tuple[int, int, str]]:
    """Yield the verb that begins what the person does: "Rings Eva" is "Ring Eva" among what you do.

    Args:
        text: What the person does, as it was typed.
        found: What is to be replaced in it.

    Yields:
        Where the verb stands, and its form.
    """
    verb = _FIRST_WORD.match(text)
    is_name = verb and any(hit.start < verb.end() for hit in found)
    if verb and not is_name and (form := after_you(verb[0])) != verb[0]:
        yield verb.start(), verb.end(), form[:1].upper() + form[1:] if verb[0][0].isupper() else form
        for joined in _AND_VERB.finditer(text, verb.end()):
            yield joined.start("verb"), joined.end("verb"), after_you(joined["verb"])


def bare_infinitive(text: str) -> str:
    """Return what somebody does as what they will do: "Rings the school and books a room" is "Ring … and book …".

    A text without a word that only English has is left as it is: "Kurs i svenska".
    """
    if not _english_word().search(text):
        return text
    for start, end, form in reversed(list(imperative(text, ()))):
        text = text[:start] + form + text[end:]
    return text


def with_capital(text: str, hit: Finding) -> Finding:
    """Begin a sentence with "You", also in the middle of a line."""
    begins = hit.replacement in {"you", "your"} and _SENTENCE_BEGINS.search(text[: hit.start])
    return hit._replace(replacement=hit.replacement.capitalize()) if begins else hit


def with_its_article(text: str, hit: Finding) -> Finding:
    """Say "the counsellor" for a name in an English text; in a Swedish one the role stands as it is."""
    role, before = _with_apostrophe(hit, text[hit.start : hit.end]), text[: hit.start]
    is_role = hit.kind == "name" and role.lower() not in {"you", "your"} and not role.startswith("[")
    if not is_role or _DETERMINED.search(before) or not _english_word().search(text):
        return hit._replace(replacement=role)
    words = capital_first(text, hit.start, with_article(role))
    return hit._replace(replacement=words[:1].upper() + words[1:] if _SENTENCE_BEGINS.search(before) else words)


def _with_apostrophe(hit: Finding, name: str) -> str:
    """The role with the genitive of the name: "Samir's" is "counsellor's", and no Swedish "counsellors"."""
    is_genitive = hit.kind == "name" and name.endswith(("'s", "’s")) and re.search(r"[^s]s$", hit.replacement)
    return f"{hit.replacement[:-1]}{name[-2:]}" if is_genitive else hit.replacement


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


def _verb_before(text: str, hit: Finding) -> Iterator[tuple[int, int, str]]:
    """The verb before a name in a question: "Does Maja sleep?" is "Do you sleep?"."""
    verb = _WORD_BEFORE.search(text, text.rfind("\n", 0, hit.start) + 1, hit.start)
    irregular = word_table("english_you")["irregular"]
    word = verb["verb"].replace("’", "'").lower() if verb else ""
    is_question = verb and (not verb["before"].strip() or _QUESTION.match(text, hit.end))
    if verb and word in irregular and is_question:
        form = str(irregular[word][0])
        yield verb.start("verb"), verb.end("verb"), form.capitalize() if verb["verb"][0].isupper() else form


@cache
def _verb_after() -> re.Pattern[str]:
    adverbs = "|".join(word_table("english_you")["adverbs"])
    return re.compile(rf"[^\S\n]+(?:(?:{adverbs})[^\S\n]+)?(?P<verb>[^\W\d_A-Z][^\W\d_]*(?:['’]t)?)\b")


@cache
def _clause_begins() -> re.Pattern[str]:
    words = "|".join(word_table("english_you")["before_a_clause"])
    return re.compile(rf"(?:^|[.!?:;,(–\n-]|(?<![\w])(?:{words})(?=\s))\s*[\"”“]?$", re.IGNORECASE)


@cache
def _english_word() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(word_table('english_you')['english'])})\b", re.IGNORECASE)
