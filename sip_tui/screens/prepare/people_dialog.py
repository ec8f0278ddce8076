"""People as lines: typed or pasted, read back at once; what cannot be told apart stays in the field with a question."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from sip_tui.i18n.translation import N_, _, ngettext
from sip_tui.meeting_file import MeetingFileError
from sip_tui.parsing.people_lines import PersonLine, read_people
from sip_tui.screens.commands import HELP_KEY, command
from sip_tui.screens.dialogs import DialogScreen
from sip_tui.screens.keymap import Key
from sip_tui.widgets.key_bar import KeyBar
from sip_tui.widgets.safe_text import plain

CALENDAR = "BEGIN:VCALENDAR"


class PeopleDialog(DialogScreen[Sequence[PersonLine]]):
    """A field for many lines; gives every line as it was read, those with a question too."""

    HELP = N_(
        "Write one on each line: name, role, organisation, e-mail address. An organisation alone will do. You can "
        "paste a list from a calendar or a video meeting, or a whole calendar entry. Press Esc when you are done."
    )
    AUTO_FOCUS = "#people"
    BINDINGS = [
        command("people.done", Key.BACK, "done", N_("Done"), N_("Add them to the list"), show=True),
        HELP_KEY,
    ]
    DEFAULT_CSS = """
    PeopleDialog {
        #people { height: 10; border: none; background: $boost; margin-top: 1; }
        #people-read { height: auto; max-height: 9; margin-top: 1; }
    }
    """

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._text, self._asked = text, ""

    def compose(self) -> ComposeResult:
        """Yield the heading, the field and what was read."""
        with Vertical(id="reading"):
            title = _("Who comes? One on each line: name, role, organisation, e-mail.")
            yield Static(Content.styled(title, "bold"))
            yield TextArea(self._text, id="people", tab_behavior="focus")
            yield Static(id="people-read")
        yield KeyBar()

    @on(TextArea.Changed)
    def _read_back(self) -> None:
        lines = self._lines()
        named = [" · ".join(line.cells.values()) for line in lines if line.cells]
        count = ngettext("{count} on the list", "{count} on the list", len(named)).format(count=len(named))
        asked = [Content.styled(plain(line.question), "bold $warning") for line in lines if line.question]
        shown = [Content(plain(f"• {line}")) for line in named[-5:]]
        self.query_one("#people-read", Static).update(Content("\n").join([Content(count), *shown, *asked[:2]]))

    def _lines(self) -> Sequence[PersonLine]:
        text = self.query_one("#people", TextArea).text
        return _from_calendar(text) if text.lstrip().startswith(CALENDAR) else read_people(text)

    def action_done(self) -> None:
        """Close; what cannot be told apart is asked about once, and then handed over as it stands."""
        text, lines = self.query_one("#people", TextArea).text, self._lines()
        if any(line.question for line in lines) and text != self._asked:
            self._asked = text
            self.notify(_("One line cannot be read. Change it, or press Esc once more to keep it as a task."))
            return
        self.dismiss(lines)


def _from_calendar(text: str) -> Sequence[PersonLine]:
    from sip_tui.meeting_file.calendar import read_calendar  # icalendar is slow to load and seldom needed

    try:
        people = read_calendar(_("The calendar entry"), text.encode())["participants"]
    except MeetingFileError as error:
        return (PersonLine(text, question=str(error)),)
    cells = ({name: str(person[name]) for name in ("name", "email") if person.get(name)} for person in people)
    return tuple(PersonLine(next(iter(found.values())), found) for found in cells if found)
