"""The panel below the list: the chosen meeting, whole, and where there is room what can be done with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from rich.cells import cell_len
from textual.binding import ActiveBinding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from sip_tui.i18n.translation import _
from sip_tui.phrasing.meeting_list import state_of, state_words
from sip_tui.screens.start.rows import STATE_SIGNS, when
from sip_tui.store import IndexEntry
from sip_tui.widgets.live_static import FRAME
from sip_tui.widgets.safe_text import fit_width, plain
from sip_tui.widgets.text_layout import wrap_text

AROUND = 18
"""Lines that the rest of the screen takes beside the list, when the panel shows what can be done."""
BETWEEN = " · "


class ChosenMeeting(Static):
    """Title, type, day and state of the chosen meeting: the list may cut a title, and here it stands whole."""

    DEFAULT_CSS = """
    ChosenMeeting { height: 3; padding: 0 1; border-top: solid $border-blurred; background: $surface; }
    ChosenMeeting { border-title-color: $foreground; }
    """

    def __init__(self, today: date) -> None:
        super().__init__(id="start-chosen", classes=FRAME)
        self.border_title = Content(_("The chosen meeting"))
        self._today = today
        self._entry: IndexEntry | None = None

    def show(self, entry: IndexEntry | None) -> None:
        """Show a meeting; nothing when there is none."""
        self._entry = entry
        self.display = entry is not None
        self.draw()

    def draw(self) -> None:
        """Show what there is room for: the meeting always, and below it keys, as many as fit."""
        if self._entry is None:
            return
        lines = list(meeting_facts(self._entry, self._today, max(self.content_size.width, 1)))
        is_roomy = self.has_class("-roomy")
        if is_roomy:
            room = max(self.content_size.height - len(lines) - 1, 0)
            lines += [Content(""), *islice(key_lines(self.screen), room)]
        else:
            self.styles.height = len(lines) + self.gutter.height
        self.update(Content("\n").join(lines), layout=False)

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


def key_lines(screen: Screen[object]) -> Iterator[Content]:
    """Yield the keys of a screen with what each does, in the order of its commands."""
    shown = _commands(screen)
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
