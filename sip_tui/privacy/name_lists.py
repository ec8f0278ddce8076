"""Shipped name data: given names and surnames of Sweden, and the words that are spelt like a name.

Sources and licences: ``data/README.md``. The word tables are in ``data/sv/name_words.toml``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from sip_tui.paths import name_list
from sip_tui.privacy.verb_forms import is_finite, is_verb_form
from sip_tui.privacy.word_tables import (
    CueFamily,
    WordSet,
    bits_of,
    cached_from_tables,
    is_given_name,
    word_tables,
    words,
)

_STARTS = re.compile(r"(?:^|[.!?:>|•…\n]|[-–*#] |\d[.)])[\s\"”’'(\[_>-]{0,4}$")
_GOES_ON = re.compile("[a-zåäö] ")  # a quick look tells that most words begin nothing
_LEAD = 24
_LEADS = re.compile(r"\s*(?:[-*•>–]\s+)?(?:#\w+:?|\[[ xX]\]|[☐☑→✓]|[a-zA-Z]\))\s+")
"""What may stand before the first word of a line: a tag, a box, an arrow, a letter of a list."""

_SURNAME = re.compile(r"(?:.{2,}|[ÅÄÖ])(?:sson|berg|ström|qvist|kvist|lund|gren|stedt|feldt|dahl|blad|löv|vall|wall)s?")
_SWEDISH = str.maketrans("åäöéüæø", "aaoeuao")
_ACCENTS = {"ø": "o", "æ": "a", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "s"}

_IN_SHORT = re.compile(r"(?<![\w.])([^\W\d_]+(?:\.[^\W\d_]+)*)\. $")
_LONGEST_SHORT = 12
_CHUNK = re.compile(r"[\w/\\.:@=?&%+~-]*")
_TECHNICAL = re.compile(
    r"[\\_@=]|://|^/|\.(?:pdf|docx?|xlsx?|txt|md|odt|jpe?g|png|html?|eml|ics|csv|pptx?|json|zip|rtf)\b", re.I
)
_LONGEST_TITLE = 40
REACH = 24
"""So many letters before a name may hold another name of the same person."""
_BLANKS = ("", " ", ",", "\n")
ABBREVIATIONS = WordSet("abbreviations", "name_words")
_SUBJECTS = frozenset(("jag", "du", "han", "hon", "hen", "vi", "ni", "de", "man", "vem", "som"))
_TITLE_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"([^\W\d_]+)[ \n]$")
KIN = CueFamily("kin")
ROLES = CueFamily("role")
PERSON_NOUN = CueFamily("person_noun")
FOLLOWS = WordSet("after_a_person", "name_words")
_NOT_VERBS = WordSet("not_verbs", "name_words")

NOUN, ADJECTIVE, VERB, PRONOUN, TIME, MEASURE = 1, 2, 4, 8, 16, 32
"""What a name is as a word, as bits; none for a word that people hardly ever mean: "my", "rut"."""
_USAGES = {
    "nouns": NOUN, "adjectives": ADJECTIVE, "verbs": VERB, "pronouns": PRONOUN, "times": TIME, "measures": MEASURE,
    "other_words": 0,
}  # fmt: skip


def is_kin_word(word: str) -> bool:
    """Whether a word tells of a relative or a friend: "mammas"."""
    return bool(bits_of(word.lower()) & KIN.bit)


def is_role_word(word: str) -> bool:
    """Whether a word tells of somebody by their work: "mentorn", "ssk"."""
    return bool(bits_of(word.lower()) & ROLES.bit)


def is_surname(word: str) -> bool:
    """Whether a capitalised word, or its genitive, is a surname or made like one."""
    names = name_list("surnames")
    return word in names or (word[-1:] == "s" and word[:-1] in names) or bool(_SURNAME.fullmatch(word))


def is_word(lower: str) -> bool:
    """Whether a word in lower case is an everyday word that is spelt like a name, or nearly."""
    return lower in _usages() or lower in name_list("words_like_names")


def is_common(lower: str) -> bool:
    """Whether a word in lower case is a common word of Swedish, and no misspelt name of the roll: "lilla" for Lilja."""
    return lower in name_list("common_words")


@cached_from_tables
def _usages() -> dict[str, int]:
    """What each name that is a word is as a word."""
    usages: dict[str, int] = {}
    for table, bit in _USAGES.items():
        for word in words(table, "name_words"):
            usages[word] = usages.get(word, 0) | bit
    return usages


def usage_of(lower: str) -> int:
    """What a name in lower case is as a word, as bits."""
    return _usages().get(lower, 0)


def is_small_name(lower: str) -> bool:
    """Whether a word in small letters, or its genitive, is a given name and no word."""
    bare, names = lower.removesuffix("s"), name_list("given_names")
    if bare.title() not in names and lower.title() not in names:
        return False
    bare = bare if is_given_name(bare.title()) else lower
    if bare in words("other_words", "name_words"):
        return len(bare) > _SHORTEST_OTHER and (bare == lower or not is_word(lower))  # "klass" is no Klas
    is_other = is_word(bare) or is_verb_form(lower) or (len(bare) < 4 and is_word(lower))  # "sams" is no Sam's
    return len(bare) > 2 and is_given_name(bare.title()) and not is_other


_SHORTEST_OTHER = 3


def follows_subject(text: str, start: int) -> bool:
    """Whether a pronoun that can only be a subject stands right before a word: what follows is a verb."""
    before = _LAST_WORD.search(text[max(0, start - 8) : start])
    return before is not None and before[1].lower() in _SUBJECTS


def follows_capital(text: str, at: int) -> bool:
    """Whether the word right before a place may have a capital: a quick look tells that most have none."""
    far = max(0, at - REACH)
    return at > 1 and not text[text.rfind(" ", far, at - 1) + 1 or far : at - 1].islower()


def short_forms(given: str) -> tuple[str, ...]:
    """The short forms of a given name: "kicki" of "Kristina"."""
    return _short_forms().get(given, ())


def is_own_name(short: str, given: str) -> bool:
    """Whether a short form is as likely the name of somebody else: "Pia" of "Maria", "Hanna" of "Johanna"."""
    return short[:1] != given[:1] and is_given_name(short.title())


@cached_from_tables
def _short_forms() -> dict[str, tuple[str, ...]]:
    by_name: dict[str, tuple[str, ...]] = {}
    for short, names in word_tables("name_words")["short_forms"].items():
        for name in names.split(", "):
            by_name[folded(name)] = (*by_name.get(folded(name), ()), short)
    return by_name


@lru_cache(maxsize=8192)
def folded(word: str) -> str:
    """Lower case without accents: what a file name or an address makes of a name."""
    lower = word.lower()
    if lower.isascii() or (lower := lower.translate(_SWEDISH)).isascii():
        return lower
    plain = unicodedata.normalize("NFKD", word.lower())
    return "".join(_ACCENTS.get(char, char) for char in plain if not unicodedata.combining(char))


def starts_sentence(text: str, at: int) -> bool:
    """Whether ``at`` is the first word of a sentence, a line, a cell or a list item."""
    if not at or (not _GOES_ON.match(text, at - 2) and _STARTS.search(text[max(0, at - 6) : at])):
        return not _goes_on_behind(text, at)
    line = text.rfind("\n", max(0, at - _LEAD), at)
    return (line >= 0 or at < _LEAD) and bool(_LEADS.fullmatch(text, line + 1, at))


def _goes_on_behind(text: str, at: int) -> bool:
    """Whether the stop before a place belongs to a word in short: "Enl. Ulrika"."""
    if text[max(0, at - 2) : at] != ". ":
        return False
    short = _IN_SHORT.search(text, max(0, at - _LONGEST_SHORT), at)
    low = short[1].lower() if short else ""
    return low in words("go_on", "abbreviations") or low in words("role_in_short")


def is_said_of_a_person(word: str) -> bool:
    """Whether a word is most often a verb after its subject, by its ending or from the table."""
    ends = word.endswith(("r", "de", "te")) and not word.endswith(("ande", "ende"))
    return word in FOLLOWS or ((ends or is_finite(word)) and word not in _NOT_VERBS)


def is_in_a_file_name(text: str, start: int, end: int) -> bool:
    """Whether a word belongs to the name of a file or an address: "anna_plan.docx"."""
    if text[max(0, start - 1) : start] in _BLANKS and text[end : end + 1] in _BLANKS:
        return False
    before = _CHUNK.match(text[max(0, start - 40) : start][::-1])
    after = _CHUNK.match(text[end : end + 40])
    chunk = (before[0][::-1] if before else "") + text[start:end] + (after[0] if after else "")
    return bool(_TECHNICAL.search(chunk))


def is_title(text: str, start: int) -> bool:
    """Whether a name begins what everybody knows: "My Hero Academia"."""
    phrases = _titles().get(text[start : start + 2].lower())
    return phrases is not None and text[start : start + _LONGEST_TITLE].lower().startswith(phrases)


def is_within_title(text: str, start: int, end: int) -> bool:
    """Whether a name is a later word of what everybody knows: "Lilla My"."""
    lower = text[start:end].lower()
    places = _places_in_titles().get(lower) or _places_in_titles().get(lower.removesuffix("s"))
    if not places or start < 2:
        return False
    found = places.get(text[start - 2 : start].lower(), ())
    return any(text[start - at : start - at + len(phrase)].lower() == phrase for at, phrase in found if at <= start)


def may_be_title(name: str) -> bool:
    """Whether a name, or its genitive, may be a word of what everybody knows: "Willys"."""
    return len(name) < 2 or name.lower() in _places_in_titles()


@cached_from_tables
def titles() -> frozenset[str]:
    """What everybody knows: people, shops, songs, films and books, and brands before their wares."""
    wares = words("wares", "name_words")
    sold = frozenset(f"{brand} {ware}" for brand in words("brands", "name_words") for ware in wares)
    return words("public", "name_words") | words("works", "name_words") | sold


@cached_from_tables
def _places_in_titles() -> dict[str, dict[str, list[tuple[int, str]]]]:
    """For each word of a title, and for what owns it, by the two signs before it: where it begins, and the title."""
    found: dict[str, dict[str, list[tuple[int, str]]]] = {}
    for phrase in titles():
        for word in _TITLE_WORD.finditer(phrase):
            at = word.start()
            for name in {word[0], word[0].removesuffix("s")}:
                places = found.setdefault(name, {})
                if at:
                    places.setdefault(phrase[at - 2 : at], []).append((at, phrase))
    return found


@cached_from_tables
def _titles() -> dict[str, tuple[str, ...]]:
    """What everybody knows by the first two letters."""
    found: dict[str, tuple[str, ...]] = {}
    for phrase in titles():
        found[phrase[:2]] = (*found.get(phrase[:2], ()), phrase)
    return found
