"""The people of the meeting, wherever and however they are written.

The roll call is the best name finder there is. Names are matched letter by letter with either case, with or without
their accents, as genitives, as halves of a double name, inside file names, and joined to one hit when first name and
surname stand together in any order. A name with no letters to speak of ("[/]", "=cmd()") is matched as it stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from sip_tui.privacy.common_words import WORDS, is_ordinary, starts_sentence
from sip_tui.privacy.model import MASKS, Candidate, KnownName, Names
from sip_tui.privacy.normalized_view import view_of

_WORD = re.compile(r"[^\W\d_]+")
_PARTICLES = frozenset(
    ("von", "af", "de", "al", "la", "van", "der", "den", "du", "och", "el", "da", "di", "ben", "bin")
)
_PLAIN_NAME = re.compile(r"[^\W\d_]+(?:[ .,'’\-]{1,3}[^\W\d_]+)*[ .,]*")
_GENITIVE = re.compile(r"(?:[:'’]?s)?(?![^\W\d_])", re.IGNORECASE)
_JOINT = re.compile(r"[ \n,._+-]{0,3}(?:(?:von|af|de|al|la|van|der|den|[A-ZÅÄÖ]\.?)[ \n._-])?(?:der )?")
_INITIAL_BEFORE = re.compile(r"(?<![^\W_])([^\W\d_])(?:\.-?([^\W\d_]))?\.?[ \n]?$")
_INITIAL_AFTER = re.compile(r"[ \n]([^\W\d_])(?![^\W_])\.?")
_CHUNK = re.compile(r"[\w/\\.:@=?&%+~-]*")
_TECHNICAL = re.compile(
    r"[\\_@=]|://|^/|\.(?:pdf|docx?|xlsx?|txt|md|odt|jpe?g|png|html?|eml|ics|csv|pptx?|json|zip|rtf)\b", re.I
)
_MASKS = re.compile("|".join(map(re.escape, MASKS.values())))
_ACCENTS = {"ø": "o", "æ": "a", "ł": "l", "đ": "d", "ð": "d"}


class _Part(NamedTuple):
    """One word of a name in the text: where, and whose it may be."""

    start: int
    end: int
    owners: frozenset[int]
    sure: bool


class NameIndex:
    """The names of one meeting, made ready for reading many texts."""

    def __init__(self, names: tuple[KnownName, ...]) -> None:
        self.names = names
        self.owners: dict[str, frozenset[int]] = {}
        self.initials: list[set[str]] = []
        for number, known in enumerate(names):
            parts = _words_of(known.name)
            for form in (*map(_base, parts), *_glued(parts), *_literal(known.name)):
                self.owners[form] = self.owners.get(form, frozenset()) | {number}
            self.initials.append({_base(word)[0] for word in parts})
        self.words = _any_word(self.owners)

    def find(self, text: str) -> Iterator[Candidate]:
        """Each person in the view, first name and surname together as one hit."""
        if self.words is None:
            return
        group: list[_Part] = []
        for part in self._parts(text):
            if group and not (group[-1].owners & part.owners and _JOINT.fullmatch(text, group[-1].end, part.start)):
                yield from self._hit(text, group)
                group = []
            group.append(part)
        yield from self._hit(text, group)

    def _parts(self, text: str) -> Iterator[_Part]:
        assert self.words is not None
        masks = [mask.span() for mask in _MASKS.finditer(text)] if "[" in text else []
        for found in self.words.finditer(text):
            start, end = found.span()
            if not _bounded(text, start, end) or any(a <= start < b for a, b in masks):
                continue
            owners = self.owners.get(_base(found[0])) or self.owners.get(found[0].lower())
            if owners:
                yield _Part(start, end, owners, _sure(text, start, end))

    def _hit(self, text: str, group: list[_Part]) -> Iterator[Candidate]:
        if not group:
            return
        owners = frozenset.intersection(*(part.owners for part in group)) or group[0].owners
        start, end = self._with_initials(text, group[0].start, group[-1].end, owners)
        whole = len(group) > 1 or (start, end) != (group[0].start, group[0].end)
        if not (whole or group[0].sure):
            return
        genitive = _GENITIVE.match(text, end)
        stop = genitive.end() if genitive else end
        word = self._role(owners, genitive=stop > end)
        if word[:1].islower() and starts_sentence(text, start):
            word = word[0].upper() + word[1:]
        yield Candidate(
            start, stop, "name", "high" if whole else "medium", "Namnet finns i mötets deltagarlista.", word
        )

    def _with_initials(self, text: str, start: int, end: int, owners: frozenset[int]) -> tuple[int, int]:
        before = _INITIAL_BEFORE.search(text[max(0, start - 6) : start])
        if before and self._is_initial(before[1], owners):
            start -= len(before[0])
        after = _INITIAL_AFTER.match(text, end)
        if after and self._is_initial(after[1], owners):
            end = after.end()
        return start, end

    def _is_initial(self, letter: str, owners: frozenset[int]) -> bool:
        return letter.isupper() and any(_base(letter) in self.initials[number] for number in owners)

    def _role(self, owners: frozenset[int], genitive: bool) -> str:
        roles = {self.names[number].role_word for number in owners}
        word = roles.pop() if len(roles) == 1 else MASKS["name"]
        if not genitive:
            return word
        if word == "du":
            return "din"
        return word if word.endswith(("s", "x", "z")) else word + "s"


def known_names(names: Names) -> NameIndex:
    """The index for these names, remembered from the last texts of the same meeting."""
    return _index(tuple(names))


@lru_cache(maxsize=256)
def _index(names: tuple[str | KnownName, ...]) -> NameIndex:
    known = tuple(KnownName(name, MASKS["name"]) if isinstance(name, str) else name for name in names)
    index = NameIndex(known)
    if any(next(index.find(one.role_word), None) for one in known if one.role_word != MASKS["name"]):
        return NameIndex(tuple(KnownName(one.name, MASKS["name"]) for one in known))
    return index


def _words_of(name: str) -> list[str]:
    """The words that point at the person; of a hostile name only those that look like names."""
    plain = _plain(name)
    found = [word for word in _WORD.findall(plain) if len(word) > 1 and word.lower() not in _PARTICLES]
    if _PLAIN_NAME.fullmatch(plain):
        return found
    return [word for word in found if len(word) > 2 and word[0].isupper()]


def _glued(parts: list[str]) -> tuple[str, ...]:
    """First name and surname without a blank, as in file names."""
    return (_base("".join(parts)), _base(parts[-1] + "".join(parts[:-1]))) if len(parts) > 1 else ()


def _literal(name: str) -> tuple[str, ...]:
    """A name with no letters to speak of, to be found as it stands."""
    plain = _plain(name)
    return (plain.lower(),) if plain and not _PLAIN_NAME.fullmatch(plain) else ()


def _plain(name: str) -> str:
    return " ".join(view_of(name).text.split())


@lru_cache(maxsize=4096)
def _base(word: str) -> str:
    """Lower case without accents: what a file name or an address makes of a name."""
    plain = unicodedata.normalize("NFKD", word.lower())
    return "".join(_ACCENTS.get(char, char) for char in plain if not unicodedata.combining(char))


def _any_word(forms: Iterable[str]) -> re.Pattern[str] | None:
    """One pattern for all forms, the longest first; their first letters lead it, so that the scanner can leap."""
    if not forms:
        return None
    rests: dict[str, list[str]] = {}
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        rests.setdefault(_letter(form[0]), []).append("".join(map(_letter, form[1:])))
    branches = [f"(?<={first})(?:{'|'.join(rests[first])})" for first in sorted(rests, key=len)]
    firsts = "".join(first[1:-1] if len(first) > 2 else first for first in rests)
    return re.compile(f"[{firsts}](?:{'|'.join(branches)})")


_WITH_ACCENT: dict[str, str] = {}
for _char in "åäáàâãøæéèêëíìîïóòôõöúùûüýÿñçšžćčłđðńśźżřťďěů":
    _WITH_ACCENT[_base(_char)] = _WITH_ACCENT.get(_base(_char), "") + _char + _char.upper()


def _letter(char: str) -> str:
    accents = _WITH_ACCENT.get(char, "")
    cases = {char, char.upper()} if len(char.upper()) == 1 else {char}
    if len(cases) == 1 and not accents:
        return re.escape(char)
    return "[" + "".join(sorted(cases)) + accents + "]"


def _bounded(text: str, start: int, end: int) -> bool:
    """A word of its own: no letter on either side but a genitive's, or the next hump of a camelCase file name."""
    before, after = text[start - 1 : start], text[end : end + 1]
    left = not before.isalpha() or not start or (before.islower() and text[start].isupper())
    hump = after.isupper() and text[end - 1].islower()
    return left and (hump or bool(_GENITIVE.match(text, end)))


def _sure(text: str, start: int, end: int) -> bool:
    """Whether a single word is the person and not the Swedish word that is spelt alike."""
    word = text[start:end]
    ordinary = word.lower() in WORDS
    if word[0].isupper():
        return not (ordinary and is_ordinary(text, start, end)) and word != "SoL"
    if not ordinary and len(word) > 2:
        return True
    return _in_a_file_name(text, start, end)


def _in_a_file_name(text: str, start: int, end: int) -> bool:
    before = _CHUNK.match(text[max(0, start - 40) : start][::-1])
    after = _CHUNK.match(text[end : end + 40])
    chunk = (before[0][::-1] if before else "") + text[start:end] + (after[0] if after else "")
    return bool(_TECHNICAL.search(chunk))
