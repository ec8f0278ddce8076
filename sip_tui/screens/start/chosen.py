"""The panel below the list: the chosen meeting, whole, and where there is room what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import zip_longest

from rich.cells import cell_len
from textual import work
from textual.binding import ActiveBinding
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Static

from sip_tui.i18n.translation import _
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.phrasing.meeting_list import state_of, state_words
from sip_tui.screens.start.rows import STATE_SIGNS, more_lines, when
from sip_tui.store import IndexEntry
from sip_tui.widgets.key_bar import HidesCommands
from sip_tui.widgets.live_static import FRAME
from sip_tui.widgets.safe_text import fit_width, plain
from sip_tui.widgets.text_layout import wrap_text

AROUND = 18
"""Lines that the rest of the screen takes beside the list, when the panel shows what can be done."""
BETWEEN = " · "
ON_THE_LINE = frozenset({"start.chair", "start.new", "start.prepare"})
"""What the key line of every terminal has; a small one says it there alone."""
REST = 0.2
"""Seconds that the cursor is on a meeting before the whole of it is read."""
BESIDE, GAP = 96, 2
"""Cells from which what is in the meeting stands beside the keys, and those between the two."""
LEAST = 4
"""Lines that must be left below the keys for what is in the meeting."""
ReadMeeting = Callable[[str], Meeting | None]
"""Reads a meeting by its id; None when it cannot."""


def cannot_read(_meeting: str) -> None:
    """Read nothing."""


class ChosenMeeting(Static):
    """Title, type, day and state of the chosen meeting: the list may cut a title, and here it stands whole."""

    DEFAULT_CSS = """
    ChosenMeeting { height: 3; padding: 0 1; border-top: solid $border-blurred; background: $surface; }
    ChosenMeeting { border-title-color: $foreground; }
    """

    def __init__(self, today: date, read: ReadMeeting = cannot_read) -> None:
        super().__init__(id="start-chosen", classes=FRAME)
        self.border_title = Content(_("The chosen meeting"))
        self._today, self._read = today, read
        self._entry: IndexEntry | None = None
        self._meeting: Meeting | None = None
        """The meeting itself, once it has been read."""
        self._timer: Timer | None = None

    def show(self, entry: IndexEntry | None) -> None:
        """Show a meeting; nothing when there is none. What is in it is read when the cursor has come to rest."""
        if entry is None or self._entry is None or entry.id != self._entry.id:
            self._meeting = None
        self._entry = entry
        self.display = entry is not None
        if self._timer is not None:
            self._timer.stop()
        if entry is not None and not (entry.locked or entry.damaged):
            self._timer = self.set_timer(REST, partial(self._read_whole, entry.id))
        self.draw()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _read_whole(self, meeting_id: str) -> None:
        if self.has_class("-roomy") and (meeting := self._read(meeting_id)) is not None:
            self.app.call_from_thread(self._take, meeting_id, meeting)

    def _take(self, meeting_id: str, meeting: Meeting) -> None:
        if self._entry is not None and self._entry.id == meeting_id:
            self._meeting = meeting
            self.draw()

    @property
    def is_read(self) -> bool:
        """Whether the whole of the meeting is known."""
        return self._meeting is not None

    def draw(self) -> None:
        """Show what there is room for: the meeting always, and below it keys, as many as fit."""
        if self._entry is None:
            return
        width, is_roomy = self.content_size.width, self.has_class("-roomy")
        width = width // 2 if is_roomy and width >= BESIDE else max(width, 1)
        lines = list(meeting_facts(self._entry, self._today, width))
        if is_roomy:
            room = max(self.content_size.height - len(lines) - 1, 0)
            hidden = frozenset(self.screen.hidden_commands) if isinstance(self.screen, HidesCommands) else frozenset()
            hidden |= ON_THE_LINE if self.content_size.width < BESIDE else frozenset()
            lines = self._with_overview([*lines, Content(""), *_fitting(list(key_lines(self.screen, hidden)), room)])
        else:
            self.styles.height = len(lines) + self.gutter.height
        self.update(Content("\n").join(lines), layout=False)

    def _with_overview(self, lines: list[Content]) -> list[Content]:
        """Tell what is in the meeting: beside the keys in a wide terminal, else below them."""
        width, height = self.content_size
        if self._meeting is None:
            return lines
        from sip_tui.screens.start.overview import overview  # not needed for the first frame

        if width < BESIDE:
            if height < len(lines) + LEAST:
                return lines
            return [*lines, Content(""), *overview(self._meeting, max(width, 1), height - len(lines) - 1)]
        left = max(width // 2, *(line.cell_length for line in lines)) + GAP
        beside = overview(self._meeting, width - left, height)
        rows = zip_longest(lines, beside, fillvalue=Content(""))
        return [line + " " * (left - line.cell_length) + other for line, other in rows]

    def make_room(self, meetings: int) -> None:
        """Take what a short list leaves free."""
        is_roomy = meetings <= self.screen.size.height - AROUND
        self.set_class(is_roomy, "-roomy")
        if is_roomy:
            self.styles.height = "1fr"
        self.draw()

    def on_resize(self) -> None:
        """Fit the lines to the size."""
        self.draw()


def _fitting(keys: list[Content], room: int) -> list[Content]:
    """Return the keys that there is room for, and how many more there are."""
    if len(keys) <= room:
        return keys
    shown = keys[: max(room - 1, 0)]
    return [*shown, *more_lines(len(keys) - len(shown))] if room else []


def meeting_facts(entry: IndexEntry, today: date, width: int) -> Iterator[Content]:
    """Yield the title in lines of a width, then whom it is about, its type, when it is and how far it has come."""
    title = entry.title.strip() or entry.type.strip() or entry.id
    for line in wrap_text(title, width):
        yield Content.styled(line, "bold")
    sign, colour = STATE_SIGNS.get(state_of(entry, today), ("", ""))
    state = f"{sign} {state_words(entry, today)}".strip()
    kind = entry.type if entry.title.strip() else ""
    before = BETWEEN.join(part for part in map(plain, (entry.person, kind, when(entry, today))) if part)
    lines = wrap_text(before, width)
    if lines and state and cell_len(lines[-1] + BETWEEN + state) > width:
        yield from map(Content, lines)
        yield Content.styled(state, colour)
    else:
        yield from map(Content, lines[:-1])
        yield Content.assemble(*(part for part in (lines[-1:] and f"{lines[-1]}{BETWEEN}", (state, colour)) if part))
    if entry.damaged or entry.locked:
        yield Content(_("run sip-tui doctor") if entry.damaged else _("opens with its passphrase"))


def key_lines(screen: Screen[object], hidden: Collection[str] = ()) -> Iterator[Content]:
    """Yield the keys of a screen with what each does, in the order of its commands but for those ``hidden``."""
    shown = [active for active in _commands(screen) if active.binding.id not in hidden]
    names = [screen.app.get_key_display(active.binding) for active in shown]
    wide = max(map(cell_len, names), default=0)
    for name, active in zip(names, shown, strict=True):
        key = Content.styled(fit_width(name, wide), "bold $footer-key-foreground")
        words = f"  {active.tooltip or active.binding.description}"
        yield Content.assemble(key, (words, f"@click=screen.{active.binding.action}"))


def _commands(screen: Screen[object]) -> Sequence[ActiveBinding]:
    """The screen's own commands that can be done now, each once."""
    found: dict[str, ActiveBinding] = {}
    for active in screen.active_bindings.values():
        if active.enabled and active.binding.id and active.node is screen and active.binding.description:
            found.setdefault(active.binding.id, active)
    return [active for name, active in found.items() if name not in {"help", "quit"}]
