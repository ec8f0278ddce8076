"""Build a form for a row of the meeting from its ``FormSpec``, and write the row while the form is filled in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from sip_tui.i18n.translation import _
from sip_tui.meeting.content.drafts import draft_of
from sip_tui.meeting.content.plan import add_row, change_row, delete_row
from sip_tui.meeting.log.change import Edit, EditContext, Value, as_edits
from sip_tui.meeting.model.enums import FAMILY, Answer, Kind, RowId, find_row
from sip_tui.meeting.model.meeting import TABLES, Meeting, Row
from sip_tui.meeting.people.attendance import in_round_order
from sip_tui.phrasing.wording import name_with_role
from sip_tui.screens.base import SipScreen
from sip_tui.screens.forms.form_screen import Feedback, FormScreen, OnChange, SelectField, TextField, no_feedback
from sip_tui.screens.forms.interpretation import as_day

Options = Sequence[tuple[str, str]]
"""What can be chosen: (id, words)."""
EditsFor = Callable[[Meeting, str, Mapping[str, str]], Sequence[Edit]]
"""Give the edits for the changed fields of a row: meeting, row id, field → text."""


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field of a row's form; its texts are English msgids."""

    name: str
    """The field of the row."""
    label: str
    hint: str = ""
    """What an empty field shows: an example, or for a choice what it means that nothing is chosen."""
    options: Callable[[Meeting, str], Options] | None = None
    """What can be chosen, for the meeting and the row's id; None for a field of text."""
    table: str = ""
    """The table of a single row that the field belongs to; empty for the table of the form."""
    flag: bool = False
    """Whether the cell is true or false; the field holds ``Answer.YES`` or nothing."""
    empty: str = ""
    """What the cell holds when nothing is chosen."""
    words_to: str = ""
    """The text field for words that fit no option; the next one when it is empty."""
    shown: Callable[[Meeting, Row], str] | None = None
    """How the cell stands in the field, for the meeting and the row; None for the cell as it is."""

    def build(self, value: str, options: Options | None) -> TextField | SelectField:
        """Build the field, in the user's language."""
        hint = _(self.hint) if self.hint else ""
        if options is None:
            return TextField(self.name, _(self.label), value, hint)
        people = self.options is people_options
        return SelectField(self.name, _(self.label), options, value, hint, people, self.words_to)

    def text(self, meeting: Meeting, row: Row) -> str:
        """Read the field's text from the meeting."""
        if self.shown:
            return self.shown(meeting, row)
        return _field_text(getattr(getattr(meeting, self.table) if self.table else row, self.name))

    def cell(self, text: str) -> Value:
        """Convert the field's text to the value of its cell."""
        return bool(text) if self.flag else text or self.empty


@dataclass(frozen=True, slots=True)
class FormSpec:
    """The form of a row. Without its first field there is no new row."""

    title: str
    table: str
    fields: tuple[FieldSpec, ...]
    feedback: Feedback = no_feedback
    new: str = ""
    """The title for a new row, where it is another one."""
    initial: Callable[[SipScreen], Mapping[str, str]] = lambda _screen: {}
    """Cells that a new row has besides its fields."""
    edits: EditsFor | None = None
    """How a row is written that is kept in another way than by its cells."""
    implied: Callable[[Mapping[str, Value]], Mapping[str, Value]] = lambda _cells: {}
    """Cells that follow from changed ones."""
    finish: Callable[[Meeting, str], Sequence[Edit]] | None = None
    """What follows when the form is closed: edits for the meeting and the row's id."""
    days: tuple[str, ...] = ()
    """Fields whose text becomes a day with its year when the form is closed, where it means one day only."""
    one_by_one: bool = False
    """Whether each edit is a change of its own.

    To undo a new row would only hide it, and its cells would come back with the next edit. That matters for rows that
    are named after a participant, since the next one has the same name.
    """


def row_form(
    screen: SipScreen, spec: FormSpec, row: Row | None = None, *, title: str = "", at: str = "", **initial: str
) -> FormScreen:
    """Build the form of a row, or of a new one that begins with the ``initial`` cells; ``at`` gets the focus."""
    fields = form_fields(screen.meeting, spec, row, initial)
    values = {**spec.initial(screen), **initial, **{field.name: field.value for field in fields}}
    draft = f"{spec.title} {row.id if row else ''}"
    writer = RowWriter(spec, row.id if row else "", draft_moment(screen, draft), values)
    on_change = write_changes(screen, writer.step, writer.edits, one_by_one=spec.one_by_one)
    return FormScreen(
        title or _(spec.title if row else spec.new or spec.title),
        fields,
        on_change,
        spec.feedback,
        at,
        stored=partial(stored_texts, spec, row or TABLES[spec.table](id=writer.row)),
        row_id=RowId(spec.table, writer.row),
        draft=draft,
        finish=(lambda: _finish(screen, spec, writer)) if spec.finish or spec.days else None,
    )


def _finish(screen: SipScreen, spec: FormSpec, writer: RowWriter) -> None:
    """Write what follows when the form is closed, as a part of the same step."""
    follows = spec.finish(screen.app.meeting, writer.row) if spec.finish else ()
    screen.write((*follows, *writer.kept_days(screen.app.meeting, screen.today)), writer.step)


def draft_moment(screen: SipScreen, draft: str) -> EditContext:
    """Return the time and the row of a new row's form; one that a draft was made for goes on with its row."""
    left = draft_of(screen.app.meeting, screen.app.seat, draft)
    return EditContext(screen.moment.at, left.row) if left and left.row else screen.moment


def stored_texts(spec: FormSpec, row: Row, meeting: Meeting) -> dict[str, str]:
    """Read the fields of a row's form from the meeting; ``row`` is how it was when it is not there."""
    known = find_row(meeting.rows(spec.table), row.id) or row
    return {field.name: field.text(meeting, known) for field in spec.fields}


def form_fields(
    meeting: Meeting, spec: FormSpec, row: Row | None = None, initial: Mapping[str, str] | None = None
) -> tuple[TextField | SelectField, ...]:
    """Build the fields of a form with the values of a row, or of a new one with the ``initial`` cells."""
    blank = TABLES[spec.table](id="")

    def value(field: FieldSpec) -> str:
        """Return what a field begins with."""
        return (initial or {}).get(field.name) or field.text(meeting, row or blank)

    return tuple(
        field.build(value(field), field.options(meeting, row.id if row else "") if field.options else None)
        for field in spec.fields
    )


def write_changes(
    screen: SipScreen,
    step: str,
    edits: Callable[[Meeting, Mapping[str, str]], Sequence[Edit]],
    *,
    one_by_one: bool = False,
) -> OnChange:
    """Return a writer that saves what has changed in a form, all as one step of undo."""

    def write(changed: Mapping[str, str]) -> None:
        """Save what has changed."""
        made = edits(screen.app.meeting, changed)
        for batch in [(edit,) for edit in made] if one_by_one else [made]:
            screen.write(batch, step=step)

    return write


@dataclass(frozen=True, slots=True)
class RowWriter:
    """Turns changed fields of a form into edits of its row."""

    spec: FormSpec
    known: str
    """The row's id; empty when the form makes a new one."""
    moment: EditContext
    """When the form was opened, and the id of the row that it makes."""
    values: dict[str, str]
    """All cells as texts, those without a field as well."""
    changed: set[str] = field(default_factory=set)
    """The fields that were written in this form."""

    @property
    def row(self) -> str:
        """The id of the row that the form makes or changes."""
        return self.known or self.moment.row

    @property
    def step(self) -> str:
        """The name of the undo step."""
        return str(RowId(self.spec.table, self.row))

    def edits(self, meeting: Meeting, changed: Mapping[str, str]) -> Sequence[Edit]:
        """Give the edits for fields that have changed."""
        self.values.update(changed)
        self.changed.update(changed)
        if self.known and self.spec.edits:
            return self.spec.edits(meeting, self.known, changed)
        cells = {field: field.cell(changed[field.name]) for field in self.spec.fields if field.name in changed}
        singles = [
            edit
            for field, value in cells.items()
            if field.table
            for edit in change_row(field.table, getattr(meeting, field.table), **{field.name: value})
        ]
        own = {field.name: value for field, value in cells.items() if not field.table}
        own |= self.spec.implied(own)
        return (*singles, *self._row_edits(meeting, own)) if own else singles

    def kept_days(self, meeting: Meeting, today: date) -> tuple[Edit, ...]:
        """Give the edits that turn "on Friday" into that day, where it stands as this form has written it."""
        row = find_row(meeting.rows(self.spec.table), self.row)
        texts = {name: self.values[name] for name in self.spec.days if name in self.changed}
        days = {name: as_day(text, today) for name, text in texts.items() if row and text == getattr(row, name) != ""}
        return change_row(self.spec.table, row, **days) if row else ()

    def _row_edits(self, meeting: Meeting, cells: Mapping[str, Value]) -> tuple[Edit, ...]:
        """Change the row; add it, or delete a new one that has lost its main text again."""
        table, main = self.spec.table, self.spec.fields[0].name
        row = find_row(meeting.rows(table), self.row)
        if row is None:
            return self._restore(cells) if self.known else self._add(meeting)
        if not self.known and not self.values[main].strip():
            return delete_row(table, row.id)
        return change_row(table, row, **cells)

    def _restore(self, cells: Mapping[str, Value]) -> tuple[Edit, ...]:
        """Somebody else has deleted the row while the form was open: what is written here brings it back."""
        return as_edits(self.spec.table, self.known, {"deleted": False, **cells}.items())

    def _add(self, meeting: Meeting) -> tuple[Edit, ...]:
        table, main = self.spec.table, self.spec.fields[0].name
        flags = {field.name: bool(self.values[field.name]) for field in self.spec.fields if field.flag}
        texts = {name: text for name, text in self.values.items() if name not in flags}
        added = add_row(table, meeting.rows(table), self.moment, main, texts)
        # The row may have been there a moment ago, and have been emptied.
        return (*added, *as_edits(table, self.moment.row, {"deleted": False, **flags}.items())) if added else ()


def people_options(meeting: Meeting, _row: str = "") -> Options:
    """Everybody on the list, as a choice."""
    return [(participant.id, name_with_role(participant)) for participant in in_round_order(meeting)]


def role_options(meeting: Meeting) -> Options:
    """Everybody as a choice of who leads or writes: the person and the family last, who seldom do."""
    people = sorted(in_round_order(meeting), key=lambda participant: participant.kind in FAMILY)
    return [(participant.id, name_with_role(participant)) for participant in people]


def _field_text(value: object) -> str:
    """Write a cell as the text of its field; the usual capacity and a false flag are what is shown for no choice."""
    if value in (False, Kind.ACTOR):
        return ""
    return Answer.YES if value is True else str(value)
