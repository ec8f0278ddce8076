"""The line that keeps words which were typed where no field is, until it is said where they belong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.content import Content
from textual.events import Key as KeyPress
from textual.widgets import Static

from sip_tui.i18n.translation import _
from sip_tui.meeting.content.drafts import IN_LIST, draft_of, draft_texts, keep_draft
from sip_tui.screens.parts import ScreenPart
from sip_tui.widgets.key_bar import KeyBar
from sip_tui.widgets.nav import mode_name
from sip_tui.widgets.safe_text import plain

if TYPE_CHECKING:
    from sip_tui.screens.forms.form_screen import FormScreen

SHOWN = 160
"""Letters of long words that are shown, the last ones."""


class TypedLineMixin(ScreenPart):
    """A screen of one-letter commands that keeps words which are typed there in a line: nothing of them is a command.

    Enter opens the form of a new row with them, Escape strikes them out; until then they are on the disk as a draft.
    Every other key does what it always does.
    """

    _held: str | None = None
    """The words that are kept; None while there are none."""

    @property
    def takes_letters(self) -> bool:  # type: ignore[override]
        """Whether words are kept, so that what follows is more of them."""
        return self.holds_words

    @property
    def holds_words(self) -> bool:
        """Whether words are kept."""
        return self._held is not None

    def take_words(self, words: str) -> bool:
        """Keep what has been typed in the line."""
        self.hold(words)
        return True

    def take_paste(self, text: str) -> None:
        """Take pasted text as words that are typed; while something lies over the screen, keep it in the line."""
        if self.is_active:
            super().take_paste(text)
            return
        self._keep(re.sub(r"\s+", " ", f"{self._held or ''}{text}").lstrip())
        from sip_tui.screens.dialogs import DialogScreen  # not needed for the first frame

        over = self.app.screen
        self.notify(_(over.KEPT if isinstance(over, DialogScreen) else DialogScreen.KEPT), markup=False)

    def hold(self, words: str) -> None:
        """Keep words in the line, behind those that it has; a form is opened when they are known for what they are."""
        kept = (self._held or "") + words
        if self.are_settled(kept):
            self._place(kept)
        else:
            self._keep(kept)

    def are_settled(self, _words: str) -> bool:
        """Tell whether it is known where words belong, without Enter."""
        return False

    def form_for(self, _words: str) -> FormScreen:
        """Build the form that words go into: that of an action in one line."""
        from sip_tui.screens.forms.action_line import action_line_form  # not needed for the first frame

        return action_line_form(self)

    def open_new_row(self, form: FormScreen, _table: str) -> None:
        """Open the form of a new row."""
        self.app.push_screen(form)

    def on_key(self, event: KeyPress) -> None:
        """Take a letter for the line; Enter finds the words a place, and Escape strikes them out."""
        if self._held is None:
            return
        if event.is_printable and event.character:
            self.hold(event.character)
        elif event.key == "backspace":
            self._keep(self._held[:-1] or None)
        elif event.key == "enter":
            self._place(self._held)
        elif event.key == "escape":
            self._keep(None)
        else:
            return
        event.stop()
        event.prevent_default()

    def _place(self, words: str) -> None:
        self._keep(None)
        form = self.form_for(words)
        form.typed = words
        self.open_new_row(form, form.row_id.table)

    def on_mount(self) -> None:
        """Show what was typed here before the program ended."""
        meeting, seat = self.app.meeting, self.app.seat
        own, listed = (draft_texts(draft_of(meeting, seat, name)).get("line", "") for name in (self._draft, IN_LIST))
        if listed:
            # What was typed at a list of options stands here from now on.
            self._keep(f"{own} {listed}".lstrip())
            self.app.write(keep_draft(self.app.meeting, seat, IN_LIST, {}), step=None)
        elif own:
            self._held = own
            self.call_after_refresh(self._draw_typed)

    @property
    def _draft(self) -> str:
        return f"typed at {self.MODE}"

    def _keep(self, words: str | None) -> None:
        self._held = words
        texts, title = {"line": words} if words else {}, mode_name(self.MODE)
        self.app.write(keep_draft(self.app.meeting, self.app.seat, self._draft, texts, title=title), step=None)
        self.call_after_refresh(self._draw_typed)

    def _draw_typed(self) -> None:
        words = self._held
        self.show_line(
            "typed-line",
            None
            if words is None
            else _(
                "Typed: {text} – it is not written anywhere yet and has changed nothing. Press Enter to add it, Esc to "
                "remove it."
            ).format(text=f"{'…' if len(words) > SHOWN else ''}{plain(words[-SHOWN:])}▏"),
        )

    def show_line(self, name: str, text: str | None) -> None:
        """Show a line above the key bar, by its id; None hides it."""
        line = self.query_one_optional(f"#{name}", Static)
        if line is None and text is not None:
            line = Static(id=name)
            self.mount(line, before=self.query_one(KeyBar))
        if line is not None:
            line.display = text is not None
            line.update(Content(text or ""))
