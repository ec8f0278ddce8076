"""Line breaking in terminal cells: hanging indents for styled content, word wrap for plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from rich.cells import cell_len, chop_cells
from textual.content import Content, Span
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions

from sip_tui.widgets.safe_text import plain

_WORD = re.compile(r"[\S\u00a0]+")
"""What is not broken, unless it is longer than a line: a space that is not to be broken is part of a word."""
_NARROW = re.compile(
    "(?:[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u25a0-\u25ff✓✗]*[!-~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027◀])?"
)
"""Letters and signs of one cell each, and no space at the end."""
MARK = r"\s*(?:[◆◇•?›⚑✓·○●▸→]\s+)?"


class HangingIndent(Content):
    """Content that is broken into lines where it is shown, each with the indent of the text that it belongs to."""

    def __init__(self, content: Content, *, lead: int | None = None, more: int = 0) -> None:
        """Let a content hang.

        Args:
            content: What is shown; its own lines hang each for itself.
            lead: How many characters of the first line stand before its text; None for what ``MARK`` finds.
            more: Cells by which a line that has nothing before its text is set in where it goes on.
        """
        super().__init__(content.plain, list(content.spans), strip_control_codes=False)
        self._lead, self._more = lead, more
        self._laid: tuple[int, Content] | None = None

    def break_lines(self, width: int) -> Content:
        """The same with every line broken to at most ``width`` cells."""
        if self._laid is None or self._laid[0] != width:
            first, *others = self.split("\n", allow_blank=True)
            lines = [_break_line(first, width, self._lead, self._more)]
            lines += [_break_line(line, width, None, self._more) for line in others]
            self._laid = width, Content("\n").join(part for line in lines for part in line)
        return self._laid[1]

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return the lines that the content takes in a width."""
        if rules.get("text_wrap", "wrap") == "nowrap":
            return super().get_height(rules, width)
        # Before the first layout there is no width to break lines to.
        return self.break_lines(width or self.cell_length).plain.count("\n") + 1

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Draw the lines, broken to a width."""
        if options.rules.get("text_wrap", "wrap") == "nowrap" or not width:
            return super().render_strips(width, height, style, options)
        # Broken as they are, they need not be looked through for places to break them once more.
        rules: RulesMap = {"text_wrap": "nowrap", "text_align": options.rules.get("text_align", "left")}
        return self.break_lines(width).render_strips(width, height, style, replace(options, rules=rules))


def _break_line(line: Content, width: int, lead: int | None, more: int) -> Sequence[Content]:
    if line.cell_length <= width:
        return [line]
    return _broken(line.plain, tuple(line.spans), width, lead, more)


@lru_cache(maxsize=256)
def _broken(text: str, spans: tuple[Span, ...], width: int, lead: int | None, more: int) -> Sequence[Content]:
    """Break one line; a lead that leaves little room for the text does not hang.

    What is measured before it is shown, in one width or two, is broken once.
    """
    line = Content(text, list(spans), strip_control_codes=False)
    if lead is None:
        found = re.match(MARK, text)
        lead = found.end() if found else 0
    hang = cell_len(text[:lead]) or more
    if not hang or hang > width // 2:
        return wrapped(line, width)
    first, *others = wrapped(line[lead:], width - hang)
    return [line[:lead] + first, *(Content(" " * hang) + rest for rest in others)]


def wrapped(line: Content, width: int) -> list[Content]:
    """Break a line as Textual does, in half its time where each letter takes one cell and each word has room."""
    text = line.plain
    words = [word.span() for word in _WORD.finditer(text)]
    has_room = all(end - (start if at else 0) <= width for at, (start, end) in enumerate(words))
    if not has_room or not _NARROW.fullmatch(text):
        return line.wrap(width)
    breaks, begun = list[int](), 0
    for start, end in words:
        if end - begun > width:
            breaks.append(start)
            begun = start
    return [piece.rstrip() for piece in line.divide(breaks)]


def wrap_text(text: str, width: int) -> list[str]:
    """Break a text into lines of at most ``width`` cells; a word that is longer is broken too. No line for no text."""
    lines: list[str] = []
    for word in plain(text).split():
        if lines and cell_len(lines[-1]) + 1 + cell_len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines += chop_cells(word, max(width, 2))
    return lines
