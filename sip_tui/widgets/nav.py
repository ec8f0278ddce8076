"""The navigation line: which key leads to which screen, and which one is shown."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.widgets import Static

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
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
}
"""Secondary mode → command and name."""
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

    def __init__(self, mode: str, *, closed: bool, on_break: bool) -> None:
        super().__init__()
        self._mode, self._meeting_closed, self._on_break = mode, closed, on_break

    def on_resize(self) -> None:
        """Show as many modes as there is room for."""
        self.show_links(closed=self._meeting_closed, on_break=self._on_break)

    def show_links(self, *, closed: bool, on_break: bool) -> None:
        """Show the links; for a closed meeting the minutes in the place of the break."""
        self._meeting_closed, self._on_break = closed, on_break
        width = self.content_size.width or self.app.size.width - 2
        line, others = self._line(width), list(_secondary_links(self._mode, closed=closed))
        while others and Content(" ").join([line, *others]).cell_length > width:
            others.pop()
        update_if_changed(self, Content(" ").join([line, *others]))

    def _line(self, width: int) -> Content:
        """Return the way back, the seven modes and the break; names that have no room give way by ``GIVES_WAY``."""
        links = list(self._links())
        unnamed: set[str] = set()
        for place in ["", *sorted(GIVES_WAY, key=lambda place: place == self._mode)]:
            unnamed.add(place)
            line = [
                _link(key if place in unnamed else f"{key} {name}", action, here=place == self._mode)
                for place, key, name, action in links
            ]
            shown = Content(" ").join([*_way_back(self._mode), *line])
            if shown.cell_length <= width:
                return shown
        return Content(" ").join([*_way_back(self._mode, named=False), *line])

    def _links(self) -> Iterator[tuple[str, str, str, str]]:
        """Yield the modes and what stands last: mode or command, key, name and action."""
        for mode, command, name in PRIMARY_LINKS:
            yield mode, KEYS[command], _(name), f"go('{mode}')"
        if not self._meeting_closed:
            name, action = (_("Resume"), "resume") if self._on_break else (_("Break"), "break")
            yield "break", KEYS["break"], name, action
        elif self._mode not in REVIEW:
            yield "minutes", KEYS["minutes"], _("Documents"), "minutes"


def _way_back(place: str, *, named: bool = True) -> list[Content]:
    command, name = (SECONDARY_LINKS | REVIEW).get(place, ("", ""))
    if not command:
        return []
    back = Content.assemble((f"{KEYS['go.back']} {_('Back') if named else ''}".rstrip(), "@click=app.back"))
    return [_link(f"{KEYS[command]} {_(name)}", "", here=True), back]


def _secondary_links(place: str, *, closed: bool) -> Iterator[Content]:
    """Yield links to the other secondary modes; without room for them they are in the help.

    What happens now comes first when the meeting is closed, and is not there before.
    """
    modes = sorted(SECONDARY_LINKS, key=lambda mode: mode != "after")
    for mode in modes if closed else modes[1:]:
        command, name = SECONDARY_LINKS[mode]
        if mode != place:
            yield _link(f"{KEYS[command]} {_(name)}", f"go('{mode}')")


def _link(sentence: str, action: str, *, here: bool = False) -> Content:
    if here:
        return Content.styled(f"[{sentence}]", "bold reverse")
    return Content.assemble((sentence, f"@click=app.{action}"))
