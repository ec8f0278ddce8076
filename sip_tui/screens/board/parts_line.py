"""What stands below the phase on the board: the five parts on a line, and why they meet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from textual.content import Content

from sip_tui.meeting.time.agenda import PHASES
from sip_tui.resources.meeting_types import part_names
from sip_tui.widgets.header import purpose_lines
from sip_tui.widgets.live_static import LiveStatic
from sip_tui.widgets.text_layout import HangingIndent


class BoardPhaseBar(LiveStatic):
    """The five phases on one line, the current one between arrows."""

    DEFAULT_CSS = "BoardPhaseBar { height: auto; max-height: 2; color: $text-muted; text-wrap: wrap; }"

    def render_content(self, now: datetime) -> Content:
        """Return the five phases, with the current one marked, and those behind where there is room for the marks."""
        phase = self.timing(now).phase
        here, names = PHASES.index(phase) if phase else -1, part_names(self.meeting)
        choices = [Content(" · ").join(_phase_marks(names, here, done)) for done in ("✓\u00a0", "")]
        width = self.content_size.width or 1  # before the first layout the shorter one, which needs no more lines
        return min(choices, key=lambda line: HangingIndent(line, more=self.HANG).get_height({}, width))

    on_resize = LiveStatic.follow


class BoardPurpose(LiveStatic):
    """The purpose; hidden when nobody has written it (requirements 54, 187)."""

    DEFAULT_CSS = "BoardPurpose { height: auto; max-height: 2; text-wrap: wrap; }"

    def render_content(self, now: datetime) -> Content:
        """Return why they meet, on two lines at most."""
        width = self.content_size.width or self.app.size.width
        return Content("\n").join(purpose_lines(self.meeting, width) if self.meeting.about.purpose.strip() else [])

    on_resize = LiveStatic.follow


def _phase_marks(names: Sequence[str], here: int, done: str) -> Iterator[Content]:
    """Yield the names of the phases, the current one between arrows, those before it with a mark."""
    for number, name in enumerate(names):
        if number == here:
            yield Content.styled(f"▶\u00a0{name}\u00a0◀", "bold $foreground")
        else:
            yield Content(f"{done if number < here else ''}{name}")
