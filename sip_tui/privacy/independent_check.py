"""The second look at a finished document: would a stranger still find somebody in it?

Nothing here is shared with the finders, so that a mistake in one is caught by the other. The finders look for shapes
at the places where numbers begin; the gate strikes out the dates and times that minutes are full of, joins what is
left into rows of digits, whatever stands between them, and asks what each row could be. Names are compared as plain
folded words.

Sources: Skatteverket SKV 704 and 707 (dates and check digit of personnummer and samordningsnummer); the PTS numbering
plan (a number at home begins with 0 and has eight to ten digits).
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from sip_tui.privacy.model import MASKS, Finding, KnownName, Names
from sip_tui.privacy.name_lists import STARTERS, is_word

_PIECE = re.compile(
    r"&#?\w{1,8};|(?:%[0-9A-Fa-f]{2}){1,40}|</?[a-zA-Z]{1,8}(?:\s[^<>]{0,120})?/?>|[^\W\d_][\u0300-\u036f]+|.|\n"
)
_YEAR = r"(?:19|20)\d\d"
_CALENDAR = re.compile(
    rf"""(?<![\w.])(?:
      {_YEAR}-[01]\d-[0-3]\d(?!\W{{1,6}}\d{{4}}(?!-[01]\d-[0-3]\d|\d)|[-+]?\d)      # 2026-11-27, no four digits after
    | {_YEAR}[01]\d[0-3]\d\ ?-\ ?{_YEAR}[01]\d[0-3]\d                               # 20240101-20241231
    | [0-3]?\d[./-][01]?\d[./-]\ ?(?:{_YEAR}|\d\d)(?![-.]?\d)                       # 27.11.2026
    | [0-2]?\d[.:][0-5]\d(?:\ ?-\ ?[0-2]?\d[.:][0-5]\d)?                            # 13.00-14.00
    | [0-2]\d[0-5]\d-[0-2]\d[0-5]\d(?![-\d])                                        # 0800-1630
    | (?<!-)[0-2]?\d\ ?-\ ?[0-2]?\d(?![-\d])                                         # 9-10
    )(?!\w|\.\d)""",
    re.VERBOSE,
)
_GROUP = re.compile(r"\d+")
_GAP = re.compile(r"[^0-9A-Za-zÅÄÖåäöéü\[\]]{0,9}")
_RESERVE = re.compile(r"(?<!\d)(?:\d{8}[-+ ]{0,3}(?=\d{0,3}[A-Z])[A-Z\d]{4}|\d{6}-[A-Z]\d{3})(?![A-Za-z\d])")
_PUBLIC = re.compile(r"0(?:20|77)|(?:00)?46(?:20|77)|00?1177")
_SWITCHBOARD = re.compile(r"(?:växel|vx|kontaktcent|kund(?:tjänst|cent)|servicecent)[^\d\[]{0,40}$", re.IGNORECASE)
_MAIL = re.compile(
    r"\w\s{0,2}(?:@|[(\[]at[)\]]|snabel-a)\s{0,2}\w[\w-]*\s?(?:\.|[(\[](?:dot|punkt)[)\]])\s?\w", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")


class _Group(NamedTuple):
    """A row of digits that stand together, and where."""

    start: int
    end: int
    digits: str


def remaining_identifiers(text: str, names: Names = ()) -> tuple[Finding, ...]:
    """What must stop a finished document; empty when it may leave.

    The text is read twice, with its tags and without them: a link's target is in a tag, a bold half of a number
    between two. Offsets are those of the text as given.
    """
    words = frozenset(word for name in names for word in _name_words(name))
    found: dict[tuple[int, int], Finding] = {}
    for keep_tags in (False, True) if "<" in text else (True,):
        plain, places = _folded(text, keep_tags)
        for start, end, kind in (*_digit_rows(plain), *_addresses(plain), *_names(plain, words)):
            finding = _finding(text, places[start], places[end - 1] + 1, kind)
            found.setdefault((finding.start, finding.end), finding)
    return tuple(found[span] for span in sorted(found))


def _folded(text: str, keep_tags: bool) -> tuple[str, list[int]]:
    """The text as a reader sees it, and for each of its characters the place it came from."""
    out: list[str] = []
    places: list[int] = []
    for match in _PIECE.finditer(text):
        piece = match[0]
        shown = piece if keep_tags and piece[0] == "<" else _shown(piece)
        out.append(shown)
        places.extend([match.start()] * len(shown) if len(shown) != len(piece) else range(match.start(), match.end()))
    return "".join(out), places


def _shown(piece: str) -> str:
    if piece in "*`~\\" or (piece[0] == "<" and len(piece) > 1):
        return " " if piece[:3] == "<br" else ""
    if piece.isascii() and len(piece) == 1 and piece.isprintable():
        return piece
    if piece[0] in "&%" and len(piece) > 1:
        piece = unquote(html.unescape(piece), errors="ignore")
    return "".join(_plain_char(char) for char in unicodedata.normalize("NFKC", piece))


def _plain_char(char: str) -> str:
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    if char.isspace():
        return " " if char != "\n" else char
    category = unicodedata.category(char)
    if category == "Pd" or char == "\N{MINUS SIGN}":
        return "-"
    return "" if category[0] in "CM" else char


def _digit_rows(plain: str) -> Iterator[tuple[int, int, str]]:
    left = _CALENDAR.sub(lambda day: "x" * len(day[0]), plain)
    for reserve in _RESERVE.finditer(left):
        yield reserve.start(), reserve.end(), "reservnummer"
    groups = [_Group(group.start(), group.end(), group[0]) for group in _GROUP.finditer(left)]
    for first in range(len(groups)):
        row = _row(left, groups, first)
        kind = _kind(left, row)
        if kind:
            yield row[0].start, row[-1].end, kind


def _row(left: str, groups: list[_Group], first: int) -> list[_Group]:
    """The groups from `first` on that a reader could join: little between them, and at most sixteen digits."""
    row = [groups[first]]
    digits = len(row[0].digits)
    for group in groups[first + 1 : first + 16]:
        digits += len(group.digits)
        if digits > 16 or not _GAP.fullmatch(left, row[-1].end, group.start):
            break
        row.append(group)
    return row


def _kind(left: str, row: list[_Group]) -> str:
    """What a row, or its beginning, could be: the shortest that is something decides."""
    digits = ""
    for place, group in enumerate(row):
        digits += group.digits
        kind = _personal(digits, row[: place + 1], left) or _telephone(digits, row[0], left)
        if kind:
            del row[place + 1 :]
            return kind
    return "card" if len(digits) in (15, 16) else ""


def _personal(digits: str, row: list[_Group], left: str) -> str:
    if len(digits) == 12 and digits[:2] in ("16", "18", "19", "20", "99"):
        birth = digits[2:]
    elif len(digits) == 10:
        birth = digits
    else:
        return ""
    hyphen = len(row) == 2 and len(row[1].digits) == 4 and set("-+") & set(left[row[0].end : row[1].start])
    if digits[:2] == "99" and len(digits) == 12:
        return "reservnummer" if digits[2:4] in ("19", "20") else ""
    month, day = int(birth[2:4]), int(birth[4:6])
    real = (1 <= month <= 12 and 1 <= day <= 91) or (month == 0 and day <= 91 and _checks(birth))
    if real or (hyphen and (month < 20 or len(digits) == 12)):
        return "personnummer"
    return ""


def _checks(digits: str) -> bool:
    """Weights 2 and 1 in turn, digit sums, modulo ten."""
    products = "".join(str(int(digit) * (2 - place % 2)) for place, digit in enumerate(digits))
    return sum(map(int, products)) % 10 == 0


def _telephone(digits: str, first: _Group, left: str) -> str:
    sign = left[max(0, first.start - 1) : first.start]
    home = digits[0] == "0" and digits[1:2] not in ("", "0") and 8 <= len(digits) <= 10 and len(first.digits) > 1
    abroad = (sign == "+" or digits.startswith("00")) and 9 <= len(digits) <= 15
    if not (home or abroad) or _PUBLIC.match(digits):
        return ""
    mobile = digits.startswith(("07", "467", "00467"))
    return "" if not mobile and _is_switchboard(left, first) else "phone"


def _is_switchboard(left: str, first: _Group) -> bool:
    after = left[first.start : first.start + 30].lower()
    return bool(_SWITCHBOARD.search(left[max(0, first.start - 60) : first.start])) or "växel" in after


def _addresses(plain: str) -> Iterator[tuple[int, int, str]]:
    for found in _MAIL.finditer(plain):
        yield found.start(), found.end(), "email"


def _names(plain: str, words: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    for found in _WORD.finditer(plain) if words else ():
        word = found[0]
        bare = _bare(word)
        if (bare in words or (bare[-1:] == "s" and bare[:-1] in words)) and not _is_just_a_word(plain, found):
            yield found.start(), found.end(), "name"


def _is_just_a_word(plain: str, found: re.Match[str]) -> bool:
    """Small letters, or the capital that begins a sentence, on a name that is a word too; SoL the statute."""
    word = found[0]
    bare = {word.lower(), word.lower().removesuffix("s")}
    if word in ("SoL", "SOL"):
        return True
    before = plain[max(0, found.start() - 12) : found.start()].rstrip(" \"'(*_")[-1:]
    if word.islower():
        return any(map(is_word, bare)) or len(word) < 3
    return any(word in STARTERS for word in bare) and before in ("", *".!?:|>-•\n#")


def _name_words(name: str | KnownName) -> Iterator[str]:
    literal = name.name if isinstance(name, KnownName) else name
    for word in _WORD.findall(unicodedata.normalize("NFKC", literal)):
        if len(word) > 1 and word[0].isupper():
            yield _bare(word)


def _bare(word: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(char) != "Mn")


def _finding(text: str, start: int, end: int, kind: str) -> Finding:
    context = " ".join(text[max(0, start - 30) : end + 30].split())
    why = "Dokumentet har kvar något som ser ut som en identitetsuppgift."
    return Finding(kind, start, end, "block", "high", context, why, MASKS[kind])
