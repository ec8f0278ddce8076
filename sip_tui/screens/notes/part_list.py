"""The parts of the meeting beside the pads: how much is written in each, which pad is open, where the chair is."""

from __future__ import annotations

from textual.content import Content
from textual.timer import Timer

from sip_tui.i18n.translation import _, ngettext
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.time.agenda import PHASES
from sip_tui.resources.meeting_types import part_name
from sip_tui.widgets.row_list import RowList

COUNT_SECONDS = 0.2
"""For which words are gathered before they are counted: the letters come first."""


class PartList(RowList):
    """A row for each part; what is written meanwhile is counted a little later."""

    _timer: Timer | None = None
    _shown: tuple[Meeting, str, str, str] | None = None

    def show_soon(self, meeting: Meeting, seat: str, phase: str, chair: str) -> None:
        """Show the parts when some more has been typed; the arguments are those of ``show_now``."""
        self._shown = meeting, seat, phase, chair
        if self._timer is None:
            self._timer = self.set_timer(COUNT_SECONDS, self._show)

    def show_now(self, meeting: Meeting, seat: str, phase: str, chair: str) -> None:
        """Show how much a seat has written in each part, the part whose pad is open, and the one the chair is in."""
        self._shown = meeting, seat, phase, chair
        self._show()

    def on_resize(self) -> None:
        """Show them on one line each where two have no room."""
        self._show()
        super().on_resize()

    @property
    def _is_low(self) -> bool:
        return 0 < self.size.height < 2 * len(PHASES)

    def _show(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = None
        if self._shown is None:
            return
        meeting, seat, phase, chair = self._shown
        if self._is_low:
            self.show([(key, _low_line(meeting, key, key == phase, key == chair)) for key in PHASES])
        else:
            self.show([(key, _line(meeting, key, seat, key == phase, key == chair)) for key in PHASES])
        if not self.has_focus:
            self.go_to(phase)


def _line(meeting: Meeting, phase: str, seat: str, here: bool, chair: bool) -> Content:
    words = len(meeting.pad_text(phase, seat).split())
    sentence = ngettext("{count} word", "{count} words", words).format(count=words) if words else _("empty")
    now = _("now") if chair else ""
    line = Content.styled(f"{'▸' if here else ' '} {part_name(meeting, phase)}", "bold" if here else "")
    return Content.assemble(line, f"\n    {sentence}", (f"  ● {now}" if now else "", "bold"))


def _low_line(meeting: Meeting, phase: str, here: bool, chair: bool) -> Content:
    """Write a part on one line; the header says in words which part the chair is in."""
    line = f"{'▸' if here else ' '}{'●' if chair else ' '} {part_name(meeting, phase)}"
    return Content.styled(line, "bold" if here else "")
