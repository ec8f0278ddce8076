"""The navigation line: which key leads to which screen, and which one is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from rich.style import Style
from textual.content import Content
from textual.widgets import Static

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.time.agenda import Stage
from sip_tui.widgets.key_bar import GAP, fitting
from sip_tui.widgets.live_static import update_if_changed

PRIMARY_LINKS = (
    ("time", "go.time", N_("Time")),
    ("roll_call", "go.roll", N_("Who is here")),
    ("terms", "go.terms", N_("Hard words")),
    ("actions", "go.actions", N_("Actions")),
    ("floor", "go.talk", N_("Talk")),
    ("ideas", "go.sides", N_("Ideas")),
    ("notes", "go.notes", N_("Write")),
)
"""Mode, command, name. The keys work on every screen, and no text area takes them."""
SECONDARY_LINKS = {
    "prepare": ("go.prepare", N_("Before the meeting")),
    "situation": ("go.situation", N_("Situation")),
    "script": ("go.script", N_("Script")),
    "summary": ("go.summary", N_("Summary")),
    "wrap_up": ("go.ending", N_("Before you go home")),
    "after": ("go.after", N_("What happens now")),
    "history": ("go.history", N_("History")),
    "board": ("go.board", N_("Board")),
}
"""Secondary mode → command and name."""
FIRST = {Stage.BEFORE: "prepare", Stage.IN_PROGRESS: "board", Stage.CLOSED: "after"}
"""The secondary mode that is offered first, where there is room for one."""
GIVES_WAY = ("notes", "ideas", "terms", "time", "floor", "break", "roll_call", "actions", "minutes")
"""Modes and commands in the order in which their names have no room: what a chair seldom needs, and finds, first."""
REVIEW = {"": ("minutes", N_("Documents"))}
"""The review of the documents, which is no mode."""


def mode_name(mode: str) -> str:
    """Return what a mode is called in the navigation."""
    return next((_(name) for known, _command, name in PRIMARY_LINKS if known == mode), "") or _(
        SECONDARY_LINKS[mode][1]
    )


class Nav(Static):
    """One line; the mode that is shown stands between brackets, so that it reads without colour.

    A secondary mode comes first, with the way back; of the others as many as there is room for. In a small terminal
    some of the keys stand without their names, so that all of them are seen: those that are needed least. That of the
    documents keeps its name when the meeting is closed.
    """

    DEFAULT_CSS = """
    Nav { height: 1; padding: 0 1; background: $primary-background; color: $foreground; text-wrap: nowrap; }
    Nav { text-overflow: ellipsis; }
    """

    def __init__(self, mode: str, *, stage: Stage, on_break: bool) -> None:
        super().__init__()
        self._mode, self._stage, self._on_break = mode, stage, on_break

    @property
    def link_style(self) -> Style:
        """What a link adds to the words that it is on: Textual's own colour would cover that of a key."""
        return self.styles.link_style

    def on_resize(self) -> None:
        """Show as many modes as there is room for."""
        self.show_links(self._stage, on_break=self._on_break)

    def show_links(self, stage: Stage, *, on_break: bool) -> None:
        """Show the links; for a closed meeting the minutes in the place of the break."""
        self._stage, self._on_break = stage, on_break
        width = self.content_size.width or self.app.size.width - 2
        others = list(_secondary_links(self._mode, stage))
        # In the meeting the names of the other keys give way to the board, which all in the room look at.
        is_primary = any(mode == self._mode for mode, _command, _name in PRIMARY_LINKS)
        kept = others[0].cell_length + len(GAP) if others and is_primary and stage is Stage.IN_PROGRESS else 0
        update_if_changed(self, fitting([self._line(width - kept), *others], [], width))

    def _line(self, width: int) -> Content:
        """Return the way back, the seven modes and the break; names that have no room give way by ``GIVES_WAY``.

        The names stand as far apart as on the key line where all of them have room so.
        """
        links = list(self._links())
        roomy = GAP.join([*_way_back(self._mode), *self._named(links, frozenset())])
        if roomy.cell_length <= width:
            return roomy
        unnamed: set[str] = set()
        for place in ["", *sorted(GIVES_WAY, key=lambda place: place == self._mode)]:
            unnamed.add(place)
            shown = Content(" ").join([*_way_back(self._mode), *self._named(links, unnamed)])
            if shown.cell_length <= width:
                return shown
        return Content(" ").join([*_way_back(self._mode, named=False), *self._named(links, unnamed)])

    def _named(self, links: Sequence[tuple[str, str, str, str]], unnamed: AbstractSet[str]) -> list[Content]:
        """Return the links, some of them without their names."""
        return [
            _link(key, "" if place in unnamed else name, action, here=place == self._mode)
            for place, key, name, action in links
        ]

    def _links(self) -> Iterator[tuple[str, str, str, str]]:
        """Yield the modes and what stands last: mode or command, key, name and action."""
        for mode, command, name in PRIMARY_LINKS:
            yield mode, KEYS[command], _(name), f"go('{mode}')"
        if self._stage is not Stage.CLOSED:
            name, action = (_("Resume"), "resume") if self._on_break else (_("Break"), "break")
            yield "break", KEYS["break"], name, action
        elif self._mode not in REVIEW:
            yield "minutes", KEYS["minutes"], _("Documents"), "minutes"


def _way_back(place: str, *, named: bool = True) -> list[Content]:
    command, name = (SECONDARY_LINKS | REVIEW).get(place, ("", ""))
    if not command:
        return []
    back = _link(KEYS["go.back"], _("Back") if named else "", "back")
    return [_link(KEYS[command], _(name), "", here=True), back]


def _secondary_links(place: str, stage: Stage) -> Iterator[Content]:
    """Yield links to the other secondary modes; without room for them they are in the help.

    What is needed most at this stage comes first; what happens now is not there before the meeting is closed. Their
    keys are letters, which are written where one writes.
    """
    if place == "notes":
        return
    modes = [mode for mode in SECONDARY_LINKS if mode != place and (mode != "after" or stage is Stage.CLOSED)]
    for mode in sorted(modes, key=lambda mode: mode != FIRST[stage]):
        command, name = SECONDARY_LINKS[mode]
        yield _link(KEYS[command], _(name), f"go('{mode}')")


def _link(key: str, name: str, action: str, *, here: bool = False) -> Content:
    """Return a key and the name that it leads to; the key looks like those of the key line."""
    if here:
        return Content.styled(f"[{f'{key} {name}'.rstrip()}]", "bold reverse")
    parts = Content.styled(key, "bold $footer-key-foreground"), Content(f" {name}" if name else "")
    return Content("").join(parts).stylize(f"@click=app.{action}")
