"""What a form knows of its fields: what was handed over, what the meeting holds and what two have written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import _
from sip_tui.meeting.log.ledger import Seen
from sip_tui.meeting.log.projection import Conflict, conflicts
from sip_tui.meeting.model.enums import RowId
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.phrasing.change_messages import MAX_VALUE, conflict_sentence, losing_values
from sip_tui.screens.forms.fields import SelectField, TextField

StoredTexts = Callable[[Meeting], Mapping[str, str]]
"""Read the texts of a form's fields from the meeting."""


def conflict_of_row(meeting: Meeting, row_id: RowId) -> Conflict | None:
    """Return the first field of a row that two have written."""
    return next((conflict for conflict in conflicts(meeting) if conflict[:2] == tuple(row_id)), None)


def conflict_words(meeting: Meeting, conflict: Conflict) -> str:
    """Tell what somebody else has written in the same field, and how to have it back."""
    sentence = _("{conflict} Press {keys[form.other]} to have {lost} back.")
    lost = losing_values(meeting, conflict._replace(lost=conflict.lost[:1]))
    return sentence.format(conflict=conflict_sentence(meeting, conflict), lost=lost, keys=KEYS)


class FieldTracker:
    """Compares the fields of a form with the meeting, so that neither the form's words nor others' are lost.

    A field is held from the first letter until the cursor leaves it: what others write meanwhile is not shown in it,
    and what is typed does not count as an answer to it.
    """

    def __init__(
        self,
        shown: Mapping[str, str],
        stored: StoredTexts | None,
        meeting: Meeting,
        seen: Seen,
        *,
        follows: bool = True,
    ) -> None:
        self.written = dict(shown)
        """Field → its text as it was handed over last."""
        self._opened = dict(shown)
        self._read, self._follows = stored, follows
        self._at_opening = dict(stored(meeting)) if stored else {}
        self._stored = dict(self._at_opening)
        self._seen = dict.fromkeys(shown, seen)
        self._held: set[str] = set()

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

    def accept(self, meeting: Meeting, names: Collection[str]) -> None:
        """Take what the meeting holds for these fields as one's own doing."""
        if self._read:
            stored = self._read(meeting)
            self._stored.update({name: stored[name] for name in names if name in stored})

    def incoming(self, meeting: Meeting, seen: Seen) -> dict[str, str]:
        """Return field → text for what others have written into fields that nobody is typing in here."""
        stored = self._read(meeting) if self._read and self._follows else {}
        new = {
            name: text
            for name, text in stored.items()
            if name not in self._held and name in self.written and text != self._stored[name]
        }
        self._stored.update(new)
        self.written.update(new)
        self._seen.update({name: seen for name in self._seen if name not in self._held})
        return new

    def replaced(self, meeting: Meeting, fields: Sequence[TextField | SelectField]) -> str:
        """Tell what others have put into a field that somebody types in here; empty when they have not."""
        stored = self._read(meeting) if self._read and self._follows and self._held else {}
        told = (
            _replaced_words(field, stored[field.name])
            for field in fields
            if field.name in self._held & stored.keys()
            and stored[field.name] not in (self._stored[field.name], self.written[field.name])
        )
        return next(told, "")

    @property
    def changed_names(self) -> set[str]:
        """The fields that say something else than when the form was opened."""
        return {name for name, text in self.written.items() if text != self._opened[name]}

    def release(self, name: str) -> None:
        """Let a field follow the meeting again: the cursor has left it."""
        self._held.discard(name)

    def unstored(self, meeting: Meeting) -> dict[str, str]:
        """Return field → text for what is typed and has changed nothing in the meeting."""
        stored = self._read(meeting) if self._read else {}
        return {
            name: text
            for name, text in self.written.items()
            if name in stored and text.strip() and text != self._opened[name] and stored[name] == self._at_opening[name]
        }


def _replaced_words(field: TextField | SelectField, text: str) -> str:
    """Tell what somebody else has put into a field that somebody types in here, and how to choose between the two."""
    words = " ".join((dict(field.options).get(text, text) if isinstance(field, SelectField) else text).split())
    held = _("“{text}”").format(text=words[:MAX_VALUE]) if words else _("nothing")
    sentence = _("Someone else has changed this field to {held}. Type on to keep yours, or leave the field for theirs.")
    return sentence.format(held=held)
