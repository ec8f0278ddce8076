"""Shipped name data: given names and surnames of Sweden, and the words that are spelt like a name.

Sources and licences: ``data/README.md``. The word tables are in ``data/sv/name_words.toml``.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import lru_cache

from sip_tui.paths import data_path, name_list
from sip_tui.privacy.word_tables import (
    CueFamily,
    WordSet,
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

_FOLLOWING = re.compile(r"[\s&/]{1,3}(\d|[^\W\d_]+)(?:\s([^\W\d_]+))?")
_COMPOUND = re.compile(r"[-/][^\W\d_A-ZÅÄÖ]")
_TIME_TO = re.compile(r"s (?:att|för|igen|nu)\b")
_DEFINITE = ("en", "et", "orna", "erna", "arna")
_SURNAME = re.compile(r".{2,}(?:sson|berg|ström|qvist|kvist|lund|gren|stedt|feldt|dahl|blad|löv|vall|wall)s?")
_SWEDISH = str.maketrans("åäöéüæø", "aaoeuao")
_ACCENTS = {"ø": "o", "æ": "a", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "s"}

_CHUNK = re.compile(r"[\w/\\.:@=?&%+~-]*")
_TECHNICAL = re.compile(
    r"[\\_@=]|://|^/|\.(?:pdf|docx?|xlsx?|txt|md|odt|jpe?g|png|html?|eml|ics|csv|pptx?|json|zip|rtf)\b", re.I
)
_LEADS_TO_PERSON = frozenset(
    ("enl", "enligt", "ringer", "ringa", "fråga", "frågar", "hos", "träffa", "träffar", "sa", "heter")
)
ABBREVIATIONS = WordSet("abbreviations", "name_words")
_SIGN = re.compile(r"[-/ ]?\d|-[a-zåäö]")
_ABOUT = frozenset(
    (
        *("om", "i", "på", "att", "hur", "när", "så", "igen", "och", "o", "sen", "nu", "före", "efter", "innan"),
        *("senast", "kl", "idag", "imorgon", "snart", "direkt"),
    )
)
_ASKED = re.compile(
    r"(?<![^\W\d_])(?:fråga(?:de|r|t)?|ring(?:er|de|a|t)|mejla(?:de|r)?|maila(?:de|r)?|träffa(?:de|r|t)?"
    r"|(?:prata(?:de|r|t)?|tala(?:de|r|t)?|snacka(?:de|r|t)?|möte|samtal|kontakt) (?:med|m)) $",
    re.IGNORECASE,
)
"""After these only a person can stand before what it is about: "frågade bo om helgen"."""
_OWNED = re.compile(
    r"s [a-zåäö]{3,}(?:ing|et|en|slag|rum|mamma|pappa|jobb|bil|nummer|tid|ord|idé|bord|schema|lut)(?![a-zåäö])"
)
_SAYS_WHO = re.compile(
    r"(?<![^\W\d_])(?:av|enl|enligt|sa|säger|tycker|undrar|frågar|menar|ringer|fråga|genom)\.? $", re.IGNORECASE
)
_ON_LINE = re.compile(r" på (?:länk|teams|tel|telefon|zoom)(?![^\W\d_])", re.IGNORECASE)
_OWN = re.compile(
    r"[Hh]ans (?!(?:mor|far|syst|bror|fru|dott|son|barn|syskon|vän|komp|skol|klass|rum|kropp)[a-zåäö]*)[a-zåäö]{3,}"
)
_ROW = re.compile(r", ([a-zåäö]{2,})(?:,| och| o) [a-zåäö]")
_NO_NOUN = frozenset(("från", "fr", "på", "hos", "vid", "till", "med"))
"""After these "Hans" is a name, since nobody owns them: "Hans från kommunen"."""
_WITH_PLACE = re.compile(r" (?:på (?:plats|video)|kl \d|med (?:på|via|från|i)|(?:från|fr) [A-ZÅÄÖ])", re.IGNORECASE)
_ACT_TOGETHER = re.compile(r" ?(?:och|o|å|&|\+) ([^\W\d_]{2,}) [a-zåäö]{2,}(?:ar|er)(?![^\W\d_])")
"""After a name, somebody else and what both do: "Bo å stig bokar rum"."""
_NEXT_WORD = re.compile(r"[ ,]{1,2}([^\W\d_]+)")
_AND_BEFORE = re.compile(r"(?<![^\W\d_])([^\W\d_]+) ?(?:o|och|å|&|\+|,|samt|resp\.?) ?$")
_SUBJECTS = frozenset(("jag", "du", "han", "hon", "hen", "vi", "ni", "de", "man", "vem", "som"))
_LABELS = frozenset(("dag", "max", "hopp", "liv", "vilja", "tid", "plan"))  # "dag: tisdag", "max: 10 min"
_LAST_WORD = re.compile(r"([^\W\d_]+)[ \n]$")
KIN = CueFamily("kin")
ROLES = CueFamily("role")
PERSON_NOUN = CueFamily("person_noun")
STARTERS = WordSet("sentence_starters", "name_words")
FOLLOWS = WordSet("after_a_person", "name_words")
_NOT_VERBS = WordSet("not_verbs", "name_words")


def is_surname(word: str) -> bool:
    """Whether a capitalised word, or its genitive, is a surname or made like one."""
    names = name_list("surnames")
    return word in names or (word[-1:] == "s" and word[:-1] in names) or bool(_SURNAME.fullmatch(word))


def is_word(lower: str) -> bool:
    """Whether a word in lower case is an everyday word that is spelt like a name, or nearly."""
    return lower in words("words", "name_words") or lower in name_list("words_like_names")


def is_verb_form(lower: str) -> bool:
    """Whether a word in lower case is a form of a common verb: "hämtar" is no misspelt Hammar."""
    return lower in _verb_forms()


@lru_cache(maxsize=1)
def _verb_forms() -> frozenset[str]:
    """The forms of the listed verbs; irregular ones are listed whole."""
    tables = tomllib.loads(data_path("sv", "verbs.toml").read_text(encoding="utf-8"))
    endings = {"ar": ("", "r", "de", "t", "s", "d", "nde"), "dde": ("", "r", "dde", "tt"), "irregular": ("",)}
    forms = {verb + ending for kind, added in endings.items() for verb in tables[kind].split() for ending in added}
    for kind, added in (("er_de", ("er", "de", "t")), ("er_te", ("er", "te", "t")), ("r", ("", "de", "t"))):
        forms |= {verb[:-1] + ending for verb in tables[kind].split() for ending in (*added, "a", "")}
    return frozenset(forms)


def is_small_name(lower: str) -> bool:
    """Whether a word in small letters, or its genitive, is a given name and no word."""
    bare, names = lower.removesuffix("s"), _in_small_letters()
    if bare not in names and lower not in names:
        return False
    bare = bare if is_given_name(bare.title()) else lower
    return len(bare) > 2 and is_given_name(bare.title()) and not (is_word(bare) or is_verb_form(lower))


@lru_cache(maxsize=1)
def _in_small_letters() -> frozenset[str]:
    """The given names, and what is one with an s after it, in small letters: a quick look tells most words."""
    names = {name.lower() for name in name_list("given_names")}
    return frozenset(names | {f"{name}s" for name in names})


def follows_subject(text: str, start: int) -> bool:
    """Whether a pronoun that can only be a subject stands right before a word: what follows is a verb."""
    before = _LAST_WORD.search(text[max(0, start - 8) : start])
    return before is not None and before[1].lower() in _SUBJECTS


def short_forms(given: str) -> tuple[str, ...]:
    """The short forms of a given name: "kicki" of "Kristina"."""
    return _short_forms().get(given, ())


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
        return True
    line = text.rfind("\n", max(0, at - _LEAD), at)
    return (line >= 0 or at < _LEAD) and bool(_LEADS.fullmatch(text, line + 1, at))


def is_ordinary(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word that is both name and word is the word here."""
    word = text[start:end]
    if word == "SoL" or (word == "SOL" and re.match(r"[ :]\d", text[end : end + 2])):
        return True
    if not starts_sentence(text, start) or _ON_LINE.match(text, end):
        return False
    if word.lower() not in STARTERS:
        return bool(_COMPOUND.match(text, end))
    if text.startswith("s", end):
        return bool(_TIME_TO.match(text, end))
    return _next_says_word(word.lower(), text, end)


def _next_says_word(word: str, text: str, end: int) -> bool:
    """After a person comes a verb, another name or a stop; after the word comes what it belongs to."""
    if _COMPOUND.match(text, end) or _begins_row_of_things(text, end):
        return True
    following = _FOLLOWING.match(text, end)
    if following is None or following[1][0].isupper():
        return False
    first, second = following[1], following[2] or ""
    if (other := _ACT_TOGETHER.match(text, end)) and is_given_name(other[1].title()):
        return False
    if first in ("och", "o") or "&" in following[0]:
        return bool({first, second} & words("paired", "name_words")) or (second.islower() and is_word(second))
    if word == "hans" and first in _NO_NOUN:
        return False
    has_many = first.endswith("r") and not (first in FOLLOWS or is_verb_form(first))  # "Hans skor"
    if (word == "klara" and first.endswith(_DEFINITE)) or (word == "hans" and (has_many or first in KIN)):
        return True
    return not is_said_of_a_person(first)


def _begins_row_of_things(text: str, end: int) -> bool:
    """Whether words that name nobody follow with commas: "Sten, sax, påse"."""
    other = _ROW.match(text, end)
    word = other[1] if other else ""
    return bool(word) and not (word in KIN or word in ROLES or is_given_name(word.title()) or is_verb_form(word))


def may_be_somebody(text: str, start: int, end: int) -> bool:
    """Whether a capital that begins a sentence is a word or somebody: "Sol på länk", "Hans förslag"."""
    if not (text[start:end].istitle() and starts_sentence(text, start)):
        return False
    return bool(_WITH_PLACE.match(text, end) or _OWN.match(text, start))


def is_said_of_a_person(word: str) -> bool:
    """Whether a word is most often a verb after its subject, by its ending or from the table."""
    ends = word.endswith(("r", "de", "te")) and not word.endswith(("ande", "ende"))
    return word in FOLLOWS or (ends and word not in _NOT_VERBS)


def names_somebody(text: str, start: int, end: int) -> bool:
    """Whether a single word is the person and not the Swedish word that is spelt alike."""
    word = text[start:end]
    lower = word.lower()
    if word.isupper() and len(word) in (2, 3) and _is_abbreviation(text, start, end):
        return False
    ordinary = is_word(lower)
    if word[0].isupper():
        return not (ordinary and is_ordinary(text, start, end)) and word != "SoL"
    if not ordinary and len(word) > 2:
        return True
    return _is_subject(text, start, end) or _owns(text, start, end) or _in_a_file_name(text, start, end)


def _is_abbreviation(text: str, start: int, end: int) -> bool:
    """Whether two or three capitals are no initials: part of a longer sign, or FK where nothing says a person."""
    if text[max(0, start - 1) : start] in ("-", "/", ":") or _SIGN.match(text, end):
        return True
    return text[start:end].lower() in ABBREVIATIONS and not _SAYS_WHO.search(text[max(0, start - 12) : start])


def _owns(text: str, start: int, end: int) -> bool:
    """Whether a name in small letters that is a word begins a sentence as a genitive: "kals beslut gäller"."""
    owned = _OWNED.match(text, end)
    return bool(owned) and starts_sentence(text, start) and text[start : end + 1].lower() != "dags"


def _is_subject(text: str, start: int, end: int) -> bool:
    """Whether a name in lower case that is a word stands where only a person does: "stig tar det", "enl my"."""
    word = text[start:end]
    if text[end : end + 2] == ": " and starts_sentence(text, start) and word not in _LABELS:
        return True
    following = _NEXT_WORD.match(text, end)
    preceding = _LAST_WORD.search(text[max(0, start - 20) : start])
    if following and following[1] in _ABOUT and _ASKED.search(text, max(0, start - 24), start):
        return True
    if preceding and preceding[1].lower() in _LEADS_TO_PERSON:
        return following is None or not following[1].islower() or is_said_of_a_person(following[1])
    other = _AND_BEFORE.search(text, max(0, start - 24), start)
    if other and starts_sentence(text, other.start()):
        return is_word(other[1].lower()) or is_given_name(other[1].title())
    if not starts_sentence(text, start) or following is None:
        return False
    if following[1] in ("o", "och"):
        other = _NEXT_WORD.match(text, following.end())
        third = _NEXT_WORD.match(text, other.end()) if other else None
        return bool(other and third and (is_word(other[1].lower()) or is_given_name(other[1].title())))
    return following[1] not in ("ok", "med") and following[1].endswith(("r", "ska", "vill", "kan", "sa", "bad", "fick"))


def _in_a_file_name(text: str, start: int, end: int) -> bool:
    before = _CHUNK.match(text[max(0, start - 40) : start][::-1])
    after = _CHUNK.match(text[end : end + 40])
    chunk = (before[0][::-1] if before else "") + text[start:end] + (after[0] if after else "")
    return bool(_TECHNICAL.search(chunk))


def is_title(text: str, start: int) -> bool:
    """Whether a name begins what everybody knows: "My Hero Academia"."""
    phrases = _titles().get(text[start : start + 2].lower(), ())
    return text[start : start + max(map(len, phrases), default=0)].lower().startswith(phrases)


def may_begin_title(name: str) -> bool:
    """Whether what everybody knows may begin with a name: a quick look by its first two letters."""
    return len(name) < 2 or name[:2].lower() in _titles()


@cached_from_tables
def _titles() -> dict[str, tuple[str, ...]]:
    """What everybody knows by the first two letters."""
    found: dict[str, tuple[str, ...]] = {}
    for phrase in words("public", "name_words"):
        found[phrase[:2]] = (*found.get(phrase[:2], ()), phrase)
    return found
