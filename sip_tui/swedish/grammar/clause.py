"""The words of a text, and what kind of word each is, by the tables ``verbs`` and ``du_form``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from sip_tui.swedish import word_table, words

_WORD = re.compile(r"(?<![#\w])\w+(?:[-:'’]\w+)*(?:(?<=[sxz])['’])?|(?<=[\w.] )[+&](?= [^\W\d_])")
"""A word, or a sign that stands for "och"; a tag, "#fråga", is none: the sentence begins after it."""
_INITIAL = re.compile(r"[A-ZÅÄÖ]\. (?=[a-zåäö]{2})")
"""Somebody's initial with a full stop, before what they do: "R. hör av sig"; the stop is a part of it."""
_INITIAL_WITHIN = re.compile(
    r"[A-ZÅÄÖ]\. (?=(?:på|i|om|till|med|hos|från|när|och|o|så|att|efter|innan|varje|varannan|kl|v)\b)"
)
"""The same elsewhere, before what goes on: "hämtar R. på fredag"."""
_ENDS = re.compile(r"[.!?;:…|•>\n]|[-–*#\]]\s+$|^\s*[-–*#]")
_PAUSES = re.compile(r"[,()”“„\"»«]|\s[-–]\s")
_SHORT_WORD = re.compile(r"^\.\s?$")
_ABBREVIATIONS = frozenset({"enl", "ang", "m", "t", "fr", "resp", "ca", "inkl", "tex", "st", "kl", "tel"})
"""Words whose full stop ends no sentence."""
_PREFIX = re.compile(r"(?!andra|inger|tillbaka|uppror)(?:an|av|före|in|om|på|till|upp|ut|ute|van|åter|över)(?=\w{3})")
NOMINATIVE = frozenset(
    {"jag", "du", "vi", "ni", "han", "hon", "hen", "de", "dom", "man", "alla", "båda", "ingen", "någon"}
)
"""Pronouns that are a subject."""
AND = frozenset({"och", "o", "samt", "men", "eller", "&", "+"})


class VerbForm(StrEnum):
    """The form of a verb."""

    INFINITIVE = "infinitive"
    PRESENT = "present"
    PAST = "past"
    SUPINE = "supine"
    IMPERATIVE = "imperative"


_PREFIXED = frozenset({VerbForm.INFINITIVE, VerbForm.PRESENT, VerbForm.PAST})


_FINITE = frozenset({VerbForm.PRESENT, VerbForm.PAST})


class Word(NamedTuple):
    """A word of a text: ``text[start:end]``, with the stop of an initial, which is not in its own ``text``."""

    start: int
    end: int
    text: str
    opens: bool
    """Whether a sentence, a list item or a cell begins with it."""
    paused: bool
    """Whether a comma, a bracket or a dash stands before it."""
    low: str
    """The word in small letters."""

    @property
    def has_capital(self) -> bool:
        """Whether it is written with a capital and not in capitals all through: "Anna", and neither "BUP" nor "X"."""
        return self.text[:1].isupper() and self.text[1:2].islower()


def words_of(text: str) -> tuple[Word, ...]:
    """Split a text into words, each with what stands before it."""
    found: list[Word] = []
    behind, written, opens, paused = 0, "", True, False
    for match in _WORD.finditer(text):
        start, end = match.span()
        if (gap := text[behind:start]) != " ":
            ends, paused, shortens = _read_gap(gap)
            opens = not found or (ends and not (shortens and _is_shortened(written)))
        written = match[0]
        end += bool((_INITIAL if opens or paused else _INITIAL_WITHIN).match(text, start))
        found.append(Word(start, end, written, opens, paused, written.lower()))
        behind, opens, paused = end, False, False
    return tuple(found)


def _is_shortened(word: str) -> bool:
    """Whether a stop after a word ends no sentence: "enl.", "m."; "M." is somebody, at the end of one."""
    return word.lower() in _ABBREVIATIONS and (len(word) > 1 or word.islower())


@lru_cache(maxsize=256)
def _read_gap(gap: str) -> tuple[bool, bool, bool]:
    """Whether what stands between two words ends a sentence, pauses, and may be the stop of a shortened word."""
    return bool(_ENDS.search(gap)), bool(_PAUSES.search(gap)), bool(_SHORT_WORD.match(gap))


@cache
def subjunctions() -> frozenset[str]:
    """Give the words that begin a clause of its own, or a question: "att", "när", "vem"."""
    return words("grammar", "subjunctions")


@lru_cache(maxsize=8192)
def verb_form(word: str) -> VerbForm | None:
    """Give the form of a word in small letters; None when it is no known verb."""
    known = _known(word)
    return known[1] if known else None


def _known(word: str) -> tuple[str, VerbForm] | None:
    """Give the infinitive and the form of a known verb, also with something before it: "avslår", "ansåg"."""
    known = _verb_forms().get(word)
    before = _PREFIX.match(word) if known is None else None
    stem = _verb_forms().get(word[before.end() :]) if before else None
    return (before[0] + stem[0], stem[1]) if before and stem and stem[1] in _PREFIXED else known


def infinitive(word: str) -> str:
    """Give the infinitive of a known verb in any of its forms; the word itself when it is none."""
    known = _known(word)
    return known[0] if known else word


def opening_form(text: str) -> VerbForm | None:
    """Give the form of the verb that a text begins with: "ringer skolan", "Ringa skolan"; None for anything else."""
    found = re.match(r"[^\W\d_]+(?![\w-])", unicodedata.normalize("NFC", text).strip())
    form = verb_form(found[0].casefold()) if found else None
    return form if form in {VerbForm.PRESENT, VerbForm.INFINITIVE} else None


def present_of(verb: str) -> str:
    """Give the present of a known infinitive, also with something before it: "avslår"."""
    if (known := _presents().get(verb)) is not None:
        return known
    before = _PREFIX.match(verb)
    return before[0] + _presents()[verb[before.end() :]] if before else verb


def is_finite(word: str) -> bool:
    """Whether a word in small letters is a known verb in the present or the past."""
    return verb_form(word) in _FINITE


def is_passive(word: str) -> bool:
    """Whether a word in small letters is a known verb in the passive: "kontaktas", "hjälps", "ringdes"."""
    return word.endswith("s") and verb_form(word) is None and verb_form(word[:-1]) is not None and len(word) > 3


def is_infinitive(word: str) -> bool:
    """Whether a word in small letters may follow "att" or "vill" as a verb."""
    if verb_form(word) is VerbForm.INFINITIVE or is_present_too(word):
        return True
    ends = word.endswith("a") and not word.endswith(("arna", "erna", "orna"))  # "att tjejerna fryser ut henne"
    return ends and len(word) > 2 and word not in ("mamma", "pappa") and word not in words("nouns", "adjectives")


def is_present_too(word: str) -> bool:
    """Whether a word in small letters is an infinitive that is the present too: "andas", "hoppas"."""
    return verb_form(word) is VerbForm.PRESENT and infinitive(word) == word


def is_auxiliary(word: str) -> bool:
    """Whether a word in small letters is a finite verb that another verb follows: "ska", "orkar", "har"."""
    return word in words("grammar", "auxiliaries")


@cache
def _verb_forms() -> Mapping[str, tuple[str, VerbForm]]:
    """Form → infinitive and kind of form. Where two verbs share a form, the finite one counts, and "resa" is a verb."""
    rank = list(VerbForm)
    found: dict[str, tuple[str, VerbForm]] = {"skall": ("skola", VerbForm.PRESENT), "sade": ("säga", VerbForm.PAST)}
    for verb, forms in _conjugated():
        for form, kind in zip(forms, rank, strict=False):
            known = found.get(form)
            same = known is not None and known[0] == verb and kind is VerbForm.PRESENT
            if known is None or same or (kind in {VerbForm.PRESENT, VerbForm.PAST} and known[1] is VerbForm.IMPERATIVE):
                found[form] = (verb, kind)
    for conjunction in ("för", "när"):  # hardly ever "föra" and "nära"
        found.pop(conjunction, None)
    spoken = {"e": ("vara", VerbForm.PRESENT), "ä": ("vara", VerbForm.PRESENT), "la": ("lägga", VerbForm.PAST)}
    return {form: known for form, known in found.items() if len(form) > 1} | spoken


@cache
def _presents() -> Mapping[str, str]:
    return {verb: forms[1] for verb, forms in _conjugated()}


def _conjugated() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give each verb with its infinitive, present, past, supine and imperative."""
    table = word_table("verbs")
    for line in table["irregular"].strip().splitlines():
        verb, present, past, supine = line.split()
        yield verb, (verb, present, past, supine, verb.removesuffix("a"))
    for verb in table["ar"].split():
        yield verb, (verb, f"{verb}r", f"{verb}de", f"{verb}t")
    for verb in table["dde"].split():
        yield verb, (verb, f"{verb}r", f"{verb}dde", f"{verb}tt", verb)
    for kind, present, past in (("er_de", "er", "de"), ("er_te", "er", "te"), ("r", "", "de")):
        for verb in table[kind].split():
            stem = verb[:-1]
            yield verb, (verb, stem + present, _past(stem, past), _supine(stem), stem)


def _past(stem: str, ending: str) -> str:
    """Give the past: "följde", "använde", "kände", "mötte", "lyfte"."""
    if stem[-1] == ending[0] and stem[-2] not in _VOWELS:
        return stem + ending[1:]
    return _single(stem) + ending


def _supine(stem: str) -> str:
    """Give the supine: "följt", "använt", "känt", "mött", "lett", "lyft"."""
    vowel = stem[-2] in _VOWELS
    if stem[-1] in "dt":
        return stem[:-1] + ("tt" if vowel else "t")
    return _single(stem) + "t"


def _single(stem: str) -> str:
    return stem[:-1] if stem.endswith(("mm", "nn")) else stem


_VOWELS = frozenset("aeiouyåäö")


def following(words: Sequence[Word], last: int) -> list[str]:
    """The words after one in small letters, up to the next stop."""
    after: list[str] = []
    for word in words[last + 1 : last + 7]:
        if word.opens or word.paused:
            break
        after.append(word.low)
    return after
