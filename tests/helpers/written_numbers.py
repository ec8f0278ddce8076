"""Personnummer in every form that people, programs and web pages write them, as hypothesis strategies."""

from __future__ import annotations

import datetime as dt
import re

from hypothesis import strategies as st

SEPARATORS = ["", "-", "+", " ", "\u00a0", "\u202f", "\u2009", "\t", "–", "—", "\u2010", "\u2011", "\u2012", "\u2212"]
SEPARATORS += ["\ufe63", "\uff0d", "\u00ad", "\u00ad-", ".", "/", ":", "_", "--", " - ", "-\n", "\n-", "\n", "-\r\n"]
SEPARATORS += ["-\n  ", "-\n> ", "-  \n", "-\\\n", "\\-", "\\+", "&ndash;", "&#8209;", "&shy;", "&nbsp;", "%2D"]
SEPARATORS += ["<br>", "<b>-</b>"]
INVISIBLE = ["", "\u200b", "\u200c", "\u200d", "\u2060", "\u2063", "\ufeff", "\u200e"]
EMPHASIS = ["", "**", "*", "~~", "`", "__"]
DIGITS = {"ascii": 0x30, "full width": 0xFF10, "arabic-indic": 0x660, "devanagari": 0x966}
WORDS = st.sampled_from(["Vi", "pratade", "om", "skolan", "mamma", "ringer", "på", "måndag", "stödet", "planen", "hos"])


def check_digit(nine: str) -> str:
    """Return the Luhn digit of nine digits."""
    total = sum(sum(divmod(int(digit) * (2 - place % 2), 10)) for place, digit in enumerate(nine))
    return str(-total % 10)


@st.composite
def personnummer(draw: st.DrawFn) -> tuple[str, str]:
    """Date part (six or eight digits) and the last four; a wrong check digit and a samordningsnummer now and then."""
    day = draw(st.dates(dt.date(1890, 1, 1), dt.date(2026, 12, 31)))
    date = f"{day:%Y%m}{day.day + draw(st.sampled_from([0, 0, 60])):02}"
    birth = f"{draw(st.integers(0, 999)):03}"
    check = draw(st.sampled_from([check_digit(date[2:] + birth), str(draw(st.integers(0, 9)))]))
    return draw(st.sampled_from([date, date[2:]])), birth + check


@st.composite
def written(draw: st.DrawFn) -> str:
    """One personnummer in one of the forms that people, programs and web pages give it."""
    date, last = draw(personnummer())
    joint = draw(st.sampled_from(SEPARATORS))
    if len(date) == 8 and joint not in ("", ".", "/", ":") and draw(st.booleans()):
        inner = draw(st.sampled_from(["-", " ", ".", "/"]))
        date = inner.join((date[:4], date[4:6], date[6:]))
    where = draw(st.integers(0, len(date)))
    date = date[:where] + draw(st.sampled_from(INVISIBLE)) + date[where:]
    zero = draw(st.sampled_from(sorted(DIGITS.values())))
    date, last = (re.sub(r"\d", lambda digit: chr(zero + int(digit[0])), part) for part in (date, last))
    around = draw(st.sampled_from(EMPHASIS))
    return draw(st.sampled_from([f"{around}{date}{around}{joint}{last}", f"{date}{joint}{around}{last}{around}"]))


@st.composite
def sentence(draw: st.DrawFn, number: str) -> str:
    """The number among words, with one of the marks that stand around numbers."""
    before, after = (" ".join(draw(st.lists(WORDS, min_size=1, max_size=6))) for _ in range(2))
    glues = ["{} {} {}", "{} ({}) {}", "{}: {}, {}", "{}\n{}\n{}", "{} pnr:{} {}", "| {} | {} | {} |"]
    glue = draw(st.sampled_from(glues))
    return glue.format(before, number, after)
