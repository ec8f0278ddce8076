"""People as lines: typed, pasted, from a calendar file or an earlier meeting, and read back at once.

What cannot be told apart stays in the field with a question.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import takewhile
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from sip_tui.i18n.translation import N_, _, ngettext
from sip_tui.meeting_file import MeetingFileError
from sip_tui.parsing.people_lines import PersonLine, fitted, read_people
from sip_tui.phrasing.wording import local
from sip_tui.screens.commands import HELP_KEY, command
from sip_tui.screens.draft_dialog import DraftDialog
from sip_tui.screens.keymap import Key
from sip_tui.widgets.key_bar import KeyBar
from sip_tui.widgets.safe_text import plain

CALENDAR = "BEGIN:VCALENDAR"
MAX_BYTES = 1_000_000
"""Of a calendar file, that somebody may have named by mistake."""


class PeopleDialog(DraftDialog[Sequence[PersonLine]]):
    """A field for many lines; gives every line as it was read, those with a question too."""

    HELP = N_(
        "Write one on each line: name, role, organisation, e-mail address. An organisation alone will do. "
        "You can paste a list from a calendar or a video meeting, a whole calendar entry, or the path of an "
        ".ics file. Press Tab to complete a path. Press {keys[people.earlier]} for those who came to an "
        "earlier meeting, and remove the lines that you do not want. Press Esc when you are done."
    )
    AUTO_FOCUS = "#people"
    DRAFT = "people"
    BINDINGS = [
        command("people.done", Key.BACK, "done", N_("Done"), N_("Add them to the list"), show=True),
        command(
            "people.earlier",
            Key.TAKE_OFFERED,
            "earlier",
            N_("From an earlier meeting"),
            N_("Put those who came to an earlier meeting on the list"),
            show=True,
        ),
        Binding("tab", "complete", show=False),
        HELP_KEY,
    ]
    DEFAULT_CSS = """
    PeopleDialog {
        #people { height: auto; min-height: 4; max-height: 8; border: none; background: $boost; margin-top: 1; }
        #people-read { height: auto; max-height: 9; margin-top: 1; }
    }
    """

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._text, self._asked = text, ""
        self.about: Mapping[str, Any] = {}
        """What a calendar entry says of the meeting: ``start``, ``minutes``, ``place`` and ``link``."""

    def compose(self) -> ComposeResult:
        """Yield the heading, the field and what was read."""
        with Vertical(id="reading"):
            title = _("Who is coming? One on each line: name, role, organisation, e-mail.")
            yield Static(Content.styled(title, "bold"))
            example = _("for instance: Samir Haddad, counsellor, student health, samir@example.org")
            text = self.kept().get("people", self._text)
            yield TextArea(text, id="people", tab_behavior="focus", placeholder=example)
            yield Static(id="people-read")
        yield KeyBar()

    @on(TextArea.Changed)
    def _read_back(self) -> None:
        lines = self._lines()
        named = [" · ".join(line.cells.values()) for line in lines if line.cells]
        count = ngettext("{count} on the list", "{count} on the list", len(named)).format(count=len(named))
        asked = [Content.styled(plain(line.question), "bold $warning") for line in lines if line.question]
        shown = [Content(plain(f"• {line}")) for line in named[-5:]]
        self.query_one("#people-read", Static).update(Content("\n").join([Content(count), *asked[:2], *shown]))

    def _lines(self) -> Sequence[PersonLine]:
        text = self.query_one("#people", TextArea).text
        self.about = {}
        try:
            name, content = _calendar_in(text)
            read = self._from_calendar(name, content) if content else read_people(text)
            return fitted(self.app.meeting, read)
        except (MeetingFileError, OSError) as error:
            sentence = _("{file} cannot be read. Check the path, or paste the calendar entry itself.")
            said = str(error) if isinstance(error, MeetingFileError) else sentence.format(file=text.strip())
            return (PersonLine(text, question=said),)

    def _from_calendar(self, name: str, content: bytes) -> Sequence[PersonLine]:
        from sip_tui.meeting_file.calendar import read_calendar  # icalendar is slow to load and seldom needed

        entry = read_calendar(name, content)
        start = local(datetime.fromisoformat(entry["meeting"]["start"]))
        self.about = entry["meeting"] | {"start": f"{start:%Y-%m-%d %H:%M}"}
        cells = (
            {name: str(person[name]) for name in ("name", "email") if person.get(name)}
            for person in entry["participants"]
        )
        return tuple(PersonLine(next(iter(found.values())), found) for found in cells if found)

    def action_complete(self) -> None:
        """Complete the path of a calendar file as far as there is one way to go on."""
        field = self.query_one("#people", TextArea)
        if path := _completed(field.text.strip()):
            field.text = path
            field.move_cursor(field.document.end)

    @work
    async def action_earlier(self) -> None:
        """Let somebody choose an earlier meeting, and write the lines of those who came to it."""
        from sip_tui.screens.prepare.earlier_people import choose_meeting, lines_of  # needs the archive

        if (meeting := await choose_meeting(self.app)) is None:
            return
        field = self.query_one("#people", TextArea)
        before = field.text.rstrip("\n")
        field.text = "\n".join(filter(None, (before, *lines_of(meeting, self.app.meeting)))) + "\n"
        field.move_cursor(field.document.end)

    def action_done(self) -> None:
        """Close; what cannot be told apart is asked about once, and then handed over as it stands."""
        text, lines = self.query_one("#people", TextArea).text, self._lines()
        if any(line.question for line in lines) and text != self._asked:
            self._asked = text
            self.notify(_("One line cannot be read. Change it, or press Esc once more to keep it as a task."))
            return
        self.take(lines)

    @property
    def draft_title(self) -> str:
        """Who comes."""
        return _("Who is coming")

    def typed(self) -> Mapping[str, str]:
        """The lines, unless they are those that stood there."""
        text = self.query_one("#people", TextArea).text
        return {"people": text} if text.strip() and text != self._text else {}


def _calendar_in(text: str) -> tuple[str, bytes]:
    """Return the name and the content of a calendar entry that is pasted, or whose path is written; nothing else.

    Raises:
        OSError: The file cannot be read.
    """
    if text.lstrip().startswith(CALENDAR):
        return _("The calendar entry"), text.encode()
    line = text.strip()
    if "\n" in line or not re.search(r"\.ics['\"]?$", line, re.IGNORECASE):
        return "", b""
    # A file that is dropped on the terminal comes with quotes, backslashes or as an address.
    words = shlex.split(line) if re.search(r"['\"\\]", line) and line.count("'") != 1 else [line]
    path = Path(unquote(re.sub(r"^file://", "", words[0]))).expanduser()
    with path.open("rb") as file:
        return path.name, file.read(MAX_BYTES)


def _completed(text: str) -> str:
    """Complete the beginning of a path to a calendar file; empty when it begins none."""
    head, slash, tail = text.rpartition("/")
    folder = Path(head + slash).expanduser()
    if not slash or "\n" in text or not folder.is_dir():
        return ""
    ways = (way for way in folder.iterdir() if way.name.startswith(tail))
    found = [f"{way.name}/" if way.is_dir() else way.name for way in ways if way.is_dir() or way.suffix == ".ics"]
    same = takewhile(lambda letters: len(set(letters)) == 1, zip(*found, strict=False))
    return f"{str(folder).rstrip('/')}/{''.join(letters[0] for letters in same)}" if found else ""
