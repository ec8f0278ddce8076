"""An independent second look at a finished document: would a stranger still find somebody in it?

It shares no code with the finders, so that a mistake in one is caught by the other. The finders look for shapes at the
places where numbers begin; this check strikes out the dates, times, weeks, measures and public numbers that minutes
are full of, joins what is left into rows of digits, and asks what each row could be. A row in one piece is judged by
its shape, one that was joined must be a real day with a right check digit. Names are compared as plain folded words.

Sources: Skatteverket SKV 704 and 707 (dates and check digits of personnummer and samordningsnummer); ISO/IEC 7812
(check digit of cards); the PTS numbering plan (a number at home begins with 0 and has eight to ten digits).
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple
from urllib.parse import unquote

from sip_tui.privacy.independent_names import name_words, remaining_names
from sip_tui.privacy.model import MASKS, Finding, KnownName, Names, context_of

_PIECE = re.compile(
    r"[ !-$'-)+-;=>-\[\]^_a-}åäöÅÄÖ\n]+(?![\u0300-\u036f])"  # a plain run
    r"|&#?\w{1,8};|(?:%[0-9A-Fa-f]{2}){1,40}|</?[a-zA-Z]{1,8}(?:\s[^<>]{0,120})?/?>"
    r"|[^\W\d_][\u0300-\u036f]+|.|\n"
)
_YEAR = r"(?:19|20)\d\d"
_COUNT = r"\d{1,3}(?:[.,:]\d{1,2})?"
_PLAIN = re.compile(
    rf"""(?-i:(?=[\dvnkVNK]))(?<![\w.])(?:                  # what a branch begins with; either case is looked at slowly
      {_YEAR}-[01]\d-[0-3]\d(?!\W{{1,6}}\d{{4}}(?!-[01]\d-[0-3]\d|\d)|[-+]?\d)      # 2026-11-27, no four digits after
    | {_YEAR}[01]\d[0-3]\d\ ?-\ ?{_YEAR}[01]\d[0-3]\d                               # 20240101-20241231
    | [0-3]?\d[./-][01]?\d[./-]\ ?(?:{_YEAR}|\d\d)(?![-.]?\d)                       # 27.11.2026
    | [0-3]?\d/[01]?\d(?![-/]?\d)                                                   # 27/11
    | [0-2]?\d[.:][0-5]\d(?:\ ?-\ ?[0-2]?\d[.:][0-5]\d)?                            # 13.00-14.00
    | [0-2]\d[0-5]\d(?:\ [0-2]\d[0-5]\d)+(?![-\ ]?\d)                               # 0800 0930
    | [0-2]\d[0-5]\d-[0-2]\d[0-5]\d(?![-\d])                                        # 0800-1630
    | (?<!-)(?<!\d\ )[0-2]?\d\ ?-\ ?[0-2]?\d(?![-\d])                                # 9-10
    | \d{{2,3}}/\d{{2,3}}(?![-/]?\d)                                                  # 112/70
    | (?:v|vecka|veckor|veckorna|nr|kl|kap)\.?\ \d{{1,2}}
        (?:(?:\ ?[,&+-]\ ?|\ (?:och|eller|till)\ )\d{{1,2}}(?!\d))*(?!\ \d)
    | {_COUNT}(?:,\ ?{_COUNT})+(?:,?\ (?:och|eller|samt)\ {_COUNT})?(?![-/]?\d)       # 10, 12, 14
    | 90\ ?101|116\ ?\d{{3}}|11[34]\ ?1[34]|1177|112                                 # crisis lines
    )(?!\w|\.\d)""",
    re.VERBOSE | re.IGNORECASE,
)
"""What minutes hold in plenty and no row may be made of."""

_GROUP = re.compile(r"\d+")
_GAP = re.compile(r"[^0-9A-Za-zÅÄÖåäöéü,;\[\]]{0,6}")
_WIDE_GAP = re.compile(r"[^0-9A-Za-zÅÄÖåäöéü\[\]]{0,9}")
_RESERVE = re.compile(r"\d(?<!\d\d)(?:\d{7}[-+ ]{0,3}(?=\d{0,3}[A-Z])[A-Z\d]{4}|\d{5}-[A-Z]\d{3})(?![A-Za-z\d])")
_PUBLIC = re.compile(r"0(?:20|77)|(?:00)?46(?:20|77)|00?1177")
_SWITCHBOARD = re.compile(
    r"(?:växel|vx|kontaktcent|kund(?:tjänst|cent)|servicecent|giftinfo|jour|larmet|akut|bup|vårdcentral|mottagning|klinik"
    r"|skolan|kommun|polis|habilitering|team|hälsan|kontoret|förvaltning|försäkringskassan|boende|sjukhus|verket|nämnden"
    r"|vården|socialen|socialtjänst|reception|rehab|rådgivning|\bavd\w*\.? ?\d{0,3}|skötersketelefon|larmnumm|bris"
    r"|central|kvinnohus|lasarett)[^\d\[\n]{0,40}$",
    re.IGNORECASE,
)
_OFFICE_AFTER = re.compile(
    r"\d[ ,(]{1,3}(?:till )?[a-zåäö]{0,20}(?:team|mottagning|vårdcentral|kontoret|klinik|rehab|reception|jour)"
)
_ON_CALL = re.compile(r"(?:jour|larmet|akutnumm|akuttele|larmnumm)[^\d\[\n]{0,40}$", re.IGNORECASE)
_MAIL = re.compile(
    r"\w\s{0,2}(?:@|[(\[]at[)\]]|snabel-a)\s{0,2}\w[\w-]*\s?(?:\.|[(\[](?:dot|punkt)[)\]])\s?\w", re.IGNORECASE
)
_MAIL_SIGNS = ("@", "(at", "[at", "snabel")
"""What every address has in it, in small letters."""
_SHORTEST = 8
"""Digits of the shortest row that can be anything."""
_TAG = re.compile(r"</?[a-zA-Z]")


_THESE_YEARS = ("24", "25", "26", "27", "28", "29")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class _Group(NamedTuple):
    """A row of digits that stand together, and where."""

    start: int
    end: int
    digits: str


class _Piece(NamedTuple):
    """A piece of the folded text: where it begins, there and in the text as given, and whether it is as long there."""

    start: int
    origin: int
    is_as_long: bool


_begin_of = attrgetter("start")


def remaining_identifiers(text: str, names: Names = ()) -> tuple[Finding, ...]:
    """What must stop a finished document; empty when it may leave.

    The text is read twice, with its tags and without them: a link's target is in a tag, a bold half of a number
    between two. Offsets are those of the text as given.
    """
    return _remaining(text, tuple(names))


@lru_cache(maxsize=16)
def _remaining(text: str, names: tuple[str | KnownName, ...]) -> tuple[Finding, ...]:
    """The same; remembered, since a document that is looked at is checked again when it is saved."""
    words = frozenset(word for name in names for word in name_words(name))
    found: dict[tuple[int, int], Finding] = {}
    for keep_tags in (False, True) if _TAG.search(text) else (True,):
        plain, pieces = _folded(text, keep_tags)
        for start, end, kind in (*_digit_rows(plain), *_addresses(plain), *remaining_names(plain, words)):
            finding = _finding(text, _origin(pieces, start), _origin(pieces, end - 1) + 1, kind)
            found.setdefault((finding.start, finding.end), finding)
    return tuple(_apart(found[span] for span in sorted(found)))


def _apart(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Leave out what begins inside the finding before it."""
    done = 0
    for finding in findings:
        if finding.start >= done:
            done = finding.end
            yield finding


def _folded(text: str, keep_tags: bool) -> tuple[str, list[_Piece]]:
    """The text as a reader sees it, and the pieces that it was made of."""
    out: list[str] = []
    pieces: list[_Piece] = []
    length = 0
    for match in _PIECE.finditer(text):
        piece = match[0]
        ordinary = len(piece) > 1 and piece[0] not in "&%<" and not "\u0300" <= piece[-1] <= "\u036f"
        if shown := piece if ordinary or (keep_tags and piece[0] == "<") else _shown(piece):
            out.append(shown)
            pieces.append(_Piece(length, match.start(), len(shown) == len(piece)))
            length += len(shown)
    return "".join(out), pieces


def _origin(pieces: list[_Piece], at: int) -> int:
    """The place in the text that a character of the folded text came from."""
    piece = pieces[bisect_right(pieces, at, key=_begin_of) - 1]
    return piece.origin + (at - piece.start) * piece.is_as_long


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
    left = _PLAIN.sub(lambda day: "x" * len(day[0]), plain)
    for reserve in _RESERVE.finditer(left):
        yield reserve.start(), reserve.end(), "reservnummer"
    groups = [_Group(group.start(), group.end(), group[0]) for group in _GROUP.finditer(left)]
    for first in range(len(groups)):
        row = _row(left, groups, first)
        kind = _kind(left, row) if sum(len(group.digits) for group in row) >= _SHORTEST else ""
        if kind:
            yield row[0].start, row[-1].end, kind


def _row(left: str, groups: list[_Group], first: int) -> list[_Group]:
    """The groups from ``first`` on that a reader could join: little between them, and at most sixteen digits."""
    row = [groups[first]]
    digits = len(row[0].digits)
    for group in groups[first + 1 : first + 16]:
        digits += len(group.digits)
        gap = _WIDE_GAP if len(row) == 1 and len(row[0].digits) in (6, 8) and len(group.digits) == 4 else _GAP
        if digits > 16 or not gap.fullmatch(left, row[-1].end, group.start):
            break
        row.append(group)
    return row


def _kind(left: str, row: list[_Group]) -> str:
    """What a row, or its beginning, could be: the shortest that is something decides."""
    digits = ""
    for place, group in enumerate(row):
        digits += group.digits
        kind = _personal(digits, row[: place + 1]) or _telephone(digits, row[0], left)
        if kind:
            del row[place + 1 :]
            return kind
    return "card" if len(digits) in (15, 16) and _checks(digits) else ""


def _personal(digits: str, row: list[_Group]) -> str:
    """A personnummer: by its shape in one piece, by day and check digit when it was joined."""
    if len(digits) == 12 and digits[:2] == "99" and digits[2:4] in ("19", "20"):
        return "reservnummer"
    if len(digits) not in (10, 12) or (len(digits) == 12 and digits[:2] not in ("16", "18", "19", "20")):
        return ""
    birth = digits[-10:]
    sizes = tuple(len(group.digits) for group in row)
    separated = sizes in ((6, 4), (8, 4), (4, 2, 2, 4), (2, 2, 2, 4)) or set(sizes) == {1} or sizes == (12,)
    if separated and _is_timestamp(digits):
        return ""
    if separated:
        return "personnummer" if birth[2:4] < "20" and birth[4:6] <= "91" else ""
    day = _is_day(birth) or (sizes == (10,) and birth[2:4] == "00")
    return "personnummer" if day and _checks(birth) else ""


def _is_timestamp(digits: str) -> bool:
    """Whether a day of these years has a full quarter of an hour after it."""
    this_century = len(digits) == 10 or digits[:2] == "20"
    return (
        this_century
        and digits[-10:-8] in _THESE_YEARS
        and digits[-4:-2] < "24"
        and digits[-2:] in ("00", "15", "30", "45")
    )


def _is_day(birth: str) -> bool:
    """Whether yymmdd is a day of some year, or one of a samordningsnummer (plus 60)."""
    month, day = int(birth[2:4]), int(birth[4:6])
    return 1 <= month <= 12 and 1 <= day - 60 * (day > 60) <= _DAYS[month - 1]


def _checks(digits: str) -> bool:
    """The check digit of ISO/IEC 7812, over any number of digits."""
    places = enumerate(reversed(digits))
    return sum(sum(divmod(int(digit) * (1 + place % 2), 10)) for place, digit in places) % 10 == 0


def _telephone(digits: str, first: _Group, left: str) -> str:
    sign = left[max(0, first.start - 1) : first.start]
    area = 2 <= len(first.digits) <= 4 or len(first.digits) > 7
    home = digits[0] == "0" and digits[1:2] not in ("", "0") and 8 <= len(digits) <= 10 and area
    abroad = (sign == "+" or (digits.startswith("00") and not sign.isalpha())) and 9 <= len(digits) <= 15
    if not (home or abroad) or _PUBLIC.match(digits):
        return ""
    mobile = digits.startswith(("07", "467", "00467"))
    return "" if _is_to_be_called(left, first, mobile=mobile) else "phone"


def _is_to_be_called(left: str, first: _Group, *, mobile: bool) -> bool:
    """Whether a number is a switchboard's or a service's; a mobile telephone only that of somebody on call."""
    before = left[max(0, first.start - 60) : first.start]
    if mobile:
        return bool(_ON_CALL.search(before))
    after = left[first.start : first.start + 30].lower()
    return bool(_SWITCHBOARD.search(before)) or "växel" in after or bool(_OFFICE_AFTER.search(after))


def _addresses(plain: str) -> Iterator[tuple[int, int, str]]:
    lower = plain.lower()
    for found in _MAIL.finditer(plain) if any(sign in lower for sign in _MAIL_SIGNS) else ():
        yield found.start(), found.end(), "email"


def _finding(text: str, start: int, end: int, kind: str) -> Finding:
    why = "I dokumentet finns kvar något som ser ut som en personuppgift."
    return Finding(kind, start, end, "block", "high", context_of(text, start, end), why, MASKS[kind])
