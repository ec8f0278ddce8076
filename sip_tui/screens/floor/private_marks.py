"""The chair's private mark: who, and how they seem, in two key presses (requirement 202)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Label

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.meeting.people.attendance import in_round_order, is_absent
from sip_tui.meeting.time.cues import Mood, add_reaction
from sip_tui.phrasing.wording import name_or_role, role_or_kind
from sip_tui.screens.base import SipScreen
from sip_tui.screens.commands import HELP_KEY, command
from sip_tui.screens.dialogs import DialogScreen
from sip_tui.screens.keymap import Key
from sip_tui.widgets.key_bar import KeyBar
from sip_tui.widgets.row_list import RowList
from sip_tui.widgets.safe_text import fit_or_more, fit_width, plain

MARKS: Mapping[str, str] = {
    Mood.SAD: N_("sad"),
    Mood.TIRED: N_("tired"),
    Mood.WORRIED: N_("worried"),
    Mood.ANGRY: N_("angry"),
    Mood.RELIEVED: N_("relieved"),
    Mood.WELL: N_("fine"),
}
"""How somebody seems, as the chair says it."""
MarkWriter = Callable[[str, Mood], None]


class MarkScreen(DialogScreen[None]):
    """Those who are here, the person first; a digit writes the mark and closes."""

    HELP = N_("Choose someone with the arrows. Press a number for how they seem. Only those who chair see it.")
    AUTO_FOCUS = "RowList"
    BINDINGS = [
        HELP_KEY,
        command("mark.close", Key.BACK, "leave", N_("Close"), N_("Back, without a note"), show=True),
        *(
            command(f"mark.{mark}", str(n), f"mark('{mark}')", word, N_("How someone seems; only for you"))
            for n, (mark, word) in enumerate(MARKS.items(), 1)
        ),
    ]
    DEFAULT_CSS = """
    #marks-title { text-style: bold; }
    #marks-people { height: auto; max-height: 10; margin: 1 0; padding: 0; }
    #marks-keys { width: 100%; padding-bottom: 1; }
    """

    def __init__(self, meeting: Meeting, who: str, write: MarkWriter) -> None:
        super().__init__()
        self._meeting, self._who, self._write = meeting, who, write

    def compose(self) -> ComposeResult:
        """Yield the people and what the digits mean."""
        with VerticalScroll(id="reading", can_focus=False):
            yield Label(Content(_("How does someone seem? Only those who chair see it.")), id="marks-title")
            yield RowList(id="marks-people")
            yield Label(Content(_legend()), id="marks-keys")
        yield KeyBar()

    def on_mount(self) -> None:
        """List those who are here."""
        people = self.query_one(RowList)
        here = [
            participant for participant in in_round_order(self._meeting) if not is_absent(self._meeting, participant.id)
        ]
        people.show([(participant.id, _line(participant)) for participant in here])
        people.go_to(self._who)

    def action_mark(self, mark: str) -> None:
        """Write a mark for the chosen participant and close."""
        self._write(self.query_one(RowList).row, Mood(mark))
        self.dismiss(None)

    def action_leave(self) -> None:
        """Close without a mark."""
        self.dismiss(None)


def open_marks(screen: SipScreen, who: str = "") -> None:
    """Ask the chair how somebody seems; the cursor stands on ``who``, else on the person."""

    def write(chosen: str, mark: Mood) -> None:
        """Write the mark."""
        screen.write(add_reaction(screen.meeting, chosen, mark, screen.moment))

    screen.app.push_screen(MarkScreen(screen.meeting, who, write))


def _line(participant: Participant) -> Content:
    return Content(f"{fit_or_more(name_or_role(participant), 27)}{plain(role_or_kind(participant))}")


def _legend() -> str:
    """Return the digits and their meaning, three on a line."""
    cells = [fit_width(f"{n} {_(word)}", 17) for n, word in enumerate(MARKS.values(), 1)]
    return "\n".join("".join(cells[start : start + 3]) for start in range(0, len(cells), 3))
