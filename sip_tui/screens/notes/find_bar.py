"""One line beside the pads, to look for a word in the one that is written in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Input, Static

from sip_tui.i18n.translation import _
from sip_tui.widgets.editor.pad import PadEditor
from sip_tui.widgets.editor.search import SearchMatch, matches


class FindBar(Horizontal):
    """A word, and where it stands: each match is selected in the pad as one goes from one to the next.

    One line serves any number of pads: it looks in the one that it is attached to. It is hidden until ``seek``.
    """

    DEFAULT_CSS = """
    FindBar { height: 1; dock: bottom; display: none; background: $surface; }
    FindBar Static { width: auto; padding: 0 1; }
    FindBar Input { width: 1fr; }
    """

    BINDINGS = [
        Binding("down", "go(1)", show=False),
        # Few terminals can send the second.
        Binding("up,shift+enter", "go(-1)", show=False),
        Binding("escape", "leave", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._pad: PadEditor | None = None
        self._from = (0, 0)

    def compose(self) -> ComposeResult:
        yield Static(_("Find"))
        yield Input(compact=True, placeholder=_("Enter: next · ↑: before · Esc: back"))
        yield Static("", id="found")

    def attach(self, pad: PadEditor) -> None:
        """Look in this pad from now on, from where its cursor is."""
        self._pad, self._from = pad, min(pad.selection)
        if self.display:
            self._look()

    def seek(self, pad: PadEditor | None = None) -> None:
        """Show the line and ask for a word; a word that is selected in the pad is asked for at once."""
        self.display = True
        entry = self.query_one(Input)
        if pad := pad or self._pad:
            selected = pad.selected_text
            with self.prevent(Input.Changed):
                entry.value = selected if selected and "\n" not in selected else entry.value
            self.attach(pad)
        entry.focus()

    @on(Input.Changed)
    def _look(self) -> None:
        """Go to the first match from where the search began."""
        found = self._found()
        if found:
            self._show(found, bisect_left(found, (*self._from, 0)) % len(found))
        elif self._pad:
            self._pad.select_span(*self._from, self._from[1])

    @on(Input.Submitted)
    def _next(self) -> None:
        self.action_go(1)

    def action_go(self, step: int) -> None:
        if self._pad and (found := self._found()):
            here = min(self._pad.selection)
            after = bisect_right(found, (*here, len(self._pad.text)))
            before = bisect_left(found, (*here, 0)) - 1
            self._show(found, (after if step > 0 else before) % len(found))

    def action_leave(self) -> None:
        self.display = False
        if self._pad:
            self._pad.focus()

    def _found(self) -> tuple[SearchMatch, ...]:
        """All matches as the text is now; it is told when there are none."""
        word = self.query_one(Input).value
        found = matches(self._pad.document.lines, word) if self._pad else ()
        if not found:
            self._tell(_("not found here") if word else _("write a word"))
        return found

    def _show(self, found: tuple[SearchMatch, ...], number: int) -> None:
        if self._pad:
            self._pad.select_span(*found[number])
        self._tell(_("{number} of {count}").format(number=number + 1, count=len(found)))

    def _tell(self, told: str) -> None:
        self.query_one("#found", Static).update(told)
