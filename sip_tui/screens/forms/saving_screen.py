"""A screen of fields that are written while somebody fills them in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from textual import on
from textual.widgets import Input

from sip_tui.meeting.content.drafts import keep_draft
from sip_tui.meeting.model.enums import RowId
from sip_tui.screens.draft_dialog import BATCH
from sip_tui.screens.forms.field_tracker import FieldTracker, StoredTexts
from sip_tui.screens.forms.fields import OnChange, SelectField, TextField, field_name, field_value
from sip_tui.screens.forms.over_room import OverRoomScreen
from sip_tui.screens.forms.select_field import KeyboardSelect
from sip_tui.widgets.commit_timer import CommitTimer
from sip_tui.widgets.line_input import LineInput


class SavingScreen(OverRoomScreen):
    """Writes what has changed in its fields soon after a letter, and shows in them what others write."""

    _current = ""
    """The field that somebody types in."""

    def __init__(
        self,
        title: str,
        fields: Sequence[TextField | SelectField],
        on_change: OnChange,
        *,
        stored: StoredTexts,
        row_id: RowId,
        draft: str,
        follows: bool,
    ) -> None:
        """Prepare the fields; see ``FormScreen`` for what is given."""
        super().__init__(len(fields))
        self._title, self._fields, self._on_change = title, fields, on_change
        self.row_id, self._draft = row_id, draft
        shown = {field.name: field.value for field in fields}
        self._tracker = FieldTracker(shown, stored, self.app.meeting, self.app.session.seen_now(), follows=follows)
        self._timer = CommitTimer(self, self.commit, BATCH, after_frame=True)
        self.is_writing = False
        """Whether what is written now was typed here."""

    def follow(self) -> None:
        """Write the fields, and keep them right, from when they are there."""
        self.watch(self.app, "meeting", self._take_in, init=False)
        for line in self.query(LineInput):
            self.watch(line, "value", partial(self._commit_burst, field_name(line)), init=False)
        self._take_in()

    def on_unmount(self) -> None:
        """End the undo step, also when the form was left by the key of a room."""
        self.app.show_in_room()
        self.app.session.end_undo_group()

    def show_feedback(self) -> None:
        """Show what is made of what has been typed."""

    def before_write(self) -> None:
        """Take note that something has changed, which is about to be written."""

    @on(Input.Changed)
    def _commit_soon(self) -> None:
        self._timer.on_change()
        self.app.show_in_room_later()

    def _commit_burst(self, field: str, before: str, after: str) -> None:
        """Write several letters at once before they are drawn: nothing waits for them."""
        if len(after) > len(before) + 1 and after != self._tracker.written[field]:
            self.call_next(self.commit)

    def commit(self) -> None:
        """Write what has changed since the last time."""
        self._timer.stop()
        self._take_in()

    def _write(self) -> None:
        texts = {name: field_value(self.query_one(f"#field-{name}")) for name in self._tracker.written}
        if changed := self._tracker.changed(texts, self._current):
            self.before_write()
            self.is_writing = True
            for seen, values in changed:
                before = self.app.session.meeting
                with self.app.session.based_on(seen):
                    unread = self._on_change(values) or ()
                self._tracker.accept(before, self.app.session.meeting, values, unread)
            self._keep_draft(self._tracker.unstored)
            self.is_writing = False

    def _keep_draft(self, texts: Mapping[str, str]) -> None:
        meeting, seat = self.app.meeting, self.app.seat
        edits = keep_draft(meeting, seat, self._draft, texts, title=self._title, row=self.row_id.id)
        self.app.write(edits, step=None)

    def _take_in(self) -> None:
        """Show what others have written, but not in the field that somebody types in here."""
        if self.is_writing:
            return
        # What was typed a moment ago is not based on what has just come.
        self._write()
        seen = self.app.session.seen_now()
        for name, text in self._tracker.incoming(self.app.session.meeting, seen).items():
            field = self.query_one(f"#field-{name}")
            if isinstance(field, Input):
                with self.prevent(Input.Changed):
                    field.value = text
            elif isinstance(field, KeyboardSelect):
                field.show_choice(text)
        self.show_feedback()

    def move_to(self, field: str) -> None:
        """Write the field that was left; what others have written in it is shown from now on."""
        self._write()
        self._tracker.release(self._current)
        self._current = field
        self._take_in()

    @property
    def _focused_field(self) -> str:
        """The name of the field that has the focus, also while the list of a choice is open."""
        inside = self.focused.ancestors_with_self if self.focused else []
        return next((name for node in inside if (name := field_name(node)) in self._tracker.written), "")
