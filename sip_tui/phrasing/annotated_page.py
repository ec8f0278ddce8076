"""Lines to read on a screen, and the places in them to look at: minutes write them, widgets draw them."""

from __future__ import annotations

from typing import NamedTuple


class PageSpan(NamedTuple):
    """A part of a line: half-open, in code points."""

    start: int
    end: int
    leaks: bool = False
    """True for what must not leave; false for what stands instead of something that somebody wrote."""


class PageLine(NamedTuple):
    """A line, however long; nothing in it is markup."""

    text: str
    heading: bool = False
    spans: tuple[PageSpan, ...] = ()
    """From left to right."""
    indent: int = 0
    """Cells that its second row and those after it are moved in, where it is too long for one row."""


class AnnotatedPage(NamedTuple):
    """All lines of a document, and what somebody should know about them."""

    lines: tuple[PageLine, ...] = ()
    changed: int = 0
    """Places where a mask or a role word stands."""
    leaks: int = 0
    """Things that must not leave and are still there; the file's name may hold one as well."""
