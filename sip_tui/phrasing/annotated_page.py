"""A document as lines with marked spans: what minutes hand to the widgets that draw a preview."""

from __future__ import annotations

from typing import NamedTuple


class PageSpan(NamedTuple):
    """A half-open range of a line, in code points."""

    start: int
    end: int
    leaks: bool = False
    """True for an identifier that must not leave; false for a mask or a role word."""


class PageLine(NamedTuple):
    """A line of any length, without markup."""

    text: str
    heading: bool = False
    spans: tuple[PageSpan, ...] = ()
    """From left to right."""
    indent: int = 0
    """Cells by which continuation rows are indented."""


class AnnotatedPage(NamedTuple):
    """All lines of a document, and counts of what is marked."""

    lines: tuple[PageLine, ...] = ()
    changed: int = 0
    """Masks and role words."""
    leaks: int = 0
    """Identifiers that must not leave, including those in the file name."""
