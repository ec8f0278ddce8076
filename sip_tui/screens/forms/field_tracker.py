"""What a form knows of its fields: what was handed over, what the meeting holds and what two have written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import fields

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import _
from sip_tui.meeting.log.ledger import Seen
from sip_tui.meeting.log.projection import Conflict, conflicts
from sip_tui.meeting.model.enums import RowId
from sip_tui.meeting.model.meeting import TABLES, Meeting
from sip_tui.phrasing.change_messages import MAX_VALUE, conflict_sentence, losing_values
from sip_tui.screens.forms.fields import SelectField, TextField

StoredTexts = Callable[[Meeting], Mapping[str, str]]
"""Read the texts of a form's fields from the meeting."""


CellId = tuple[str, str, str]
"""Table, row and field."""


def conflict_words(meeting: Meeting, conflict: Conflict) -> str:
    """Tell what somebody else has written in the same field, and how to have it back."""
    sentence = _("{conflict} Press {keys[form.other]} to have {lost} back.")
    lost = losing_values(meeting, conflict._replace(lost=conflict.lost[:1]))
    return sentence.format(conflict=conflict_sentence(meeting, conflict), lost=lost, keys=KEYS)


class FieldTracker:
    """Compares the fields of a form with the meeting, so that neither the form's words nor others' are lost.

    A field is held from the first letter until the cursor leaves it: what others write meanwhile is not shown in it,
    and what is typed does not count as an answer to it. A field whose text stands nowhere in the meeting yet, such as
    a time that cannot be read, keeps that text until somebody changes it here.
    """

    def __init__(
        self,
        shown: Mapping[str, str],
        stored: StoredTexts,
        meeting: Meeting,
        seen: Seen,
        *,
        follows: bool = True,
    ) -> None:
        self.written = dict(shown)
        """Field → its text as it was handed over last."""
        self._opened = dict(shown)
        self._read, self._follows = stored, follows
        self._at_opening = dict(stored(meeting))
        self._stored = dict(self._at_opening)
        self._seen = dict.fromkeys(shown, seen)
        self._held: set[str] = set()
        self._waiting: set[str] = set()
        self._cells: set[CellId] = set()

    def changed(self, texts: Mapping[str, str], current: str) -> list[tuple[Seen, dict[str, str]]]:
        """Return the fields that have changed, grouped by what they were based on; the ``current`` one is held now."""
        changed = {name: text for name, text in texts.items() if text != self.written[name]}
        self.written.update(changed)
        self._held |= changed.keys() & {current}
        groups: list[tuple[Seen, dict[str, str]]] = []
        for name, text in changed.items():
            group = next((group for group in groups if group[0] is self._seen[name]), None)
            if group is None:
                groups.append(group := (self._seen[name], {}))
            group[1][name] = text
        return groups

    def accept(self, before: Meeting, after: Meeting, names: Collection[str], unread: Collection[str] = ()) -> None:
        """Take what handing over these fields has changed as one's own doing.

        A text that changed nothing waits, and so does one that is ``unread``.
        """
        self._cells.update(_changed_cells(before, after))
        was, now = self._read(before), self._read(after)
        put = {name for name in now.keys() & was.keys() if now[name] != was[name]}
        self._stored.update({name: now[name] for name in put & set(names)})
        idle = {name for name in now.keys() & set(names) if now[name] in {"", self._at_opening[name]}}
        waiting = {*unread, *idle, *(self._waiting - put - set(names))}
        self._waiting = {name for name in self.written if name in waiting and self._is_typed(name)}

    def _is_typed(self, name: str) -> bool:
        return bool(self.written[name].strip()) and self.written[name].strip() != self._opened[name].strip()

    def incoming(self, meeting: Meeting, seen: Seen) -> dict[str, str]:
        """Return field → text for what others have written into fields that nobody is typing in here."""
        stored = self._read(meeting) if self._follows else {}
        shown = self.written.keys() & stored.keys() - self._held - self._waiting
        new = {name: stored[name] for name in self.written if name in shown and stored[name] != self._stored[name]}
        self._stored.update(new)
        self.written.update(new)
        # A field that shows nothing of what others write is no answer to it.
        self._seen.update(dict.fromkeys(shown, seen))
        return new

    def replaced(self, meeting: Meeting, asked: Sequence[TextField | SelectField]) -> str:
        """Tell what others have put into a field that has other words here; empty when they have put nothing there."""
        stored = self._read(meeting) if self._follows and (self._held or self._waiting) else {}
        told = (
            _replaced_words(field, stored[field.name], waits=field.name in self._waiting)
            for field in asked
            if field.name in (self._held | self._waiting) & stored.keys()
            and stored[field.name] not in (self._stored[field.name], self.written[field.name])
        )
        return next(told, "")

    @property
    def changed_names(self) -> set[str]:
        """The fields that say something else than when the form was opened."""
        return {name for name, text in self.written.items() if text != self._opened[name]}

    def release(self, *names: str) -> None:
        """Let fields follow the meeting again: the cursor has left them, or what they hold was taken back."""
        self._held.difference_update(names)

    def conflict(self, meeting: Meeting, row_id: RowId) -> Conflict | None:
        """Return the first field that two have written, of the form's row and of what was written in the form."""
        own = (each for each in conflicts(meeting) if each[:2] == tuple(row_id) or each[:3] in self._cells)
        return next(own, None)

    @property
    def unstored(self) -> dict[str, str]:
        """Field → text for what is typed and stands nowhere in the meeting."""
        return {name: text for name, text in self.written.items() if name in self._waiting}


def _changed_cells(before: Meeting, after: Meeting) -> Iterator[CellId]:
    """Give the cells that differ between two states of the meeting; unchanged rows are the same objects in both."""
    for table in TABLES:
        if (now := after.rows(table)) is not (was := before.rows(table)):
            old = {row.id: row for row in was}
            for row in (row for row in now if row is not old.get(row.id)):
                known = old.get(row.id) or type(row)(id=row.id)
                names = (each.name for each in fields(row) if each.name != "lost")
                yield from ((table, row.id, name) for name in names if getattr(row, name) != getattr(known, name))


def _replaced_words(field: TextField | SelectField, text: str, *, waits: bool) -> str:
    """Tell what somebody else has put into a field that has other words here, and how to choose between the two."""
    words = " ".join((dict(field.options).get(text, text) if isinstance(field, SelectField) else text).split())
    held = _("“{text}”").format(text=words[:MAX_VALUE]) if words else _("nothing")
    if waits:
        sentence = _("Someone else has changed “{field}” to {held}. Your own words stay here until you change them.")
        return sentence.format(field=field.label.rstrip("?:"), held=held)
    sentence = _("Someone else has changed this field to {held}. Type on to keep yours, or leave the field for theirs.")
    return sentence.format(held=held)
