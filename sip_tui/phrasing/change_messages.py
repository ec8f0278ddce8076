"""Sentences about changes: what two wrote at the same time, what was undone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.drafts import waiting_words
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.log.projection import Conflict
from sip_tui.meeting.model.meeting import SINGLE_ROW_TABLES, Meeting, Participant, find_row
from sip_tui.meeting.time.agenda import Stage, stage_of
from sip_tui.phrasing.field_labels import NAMING_FIELDS
from sip_tui.phrasing.fields import field_label, value_text
from sip_tui.phrasing.wording import join_words, name_or_role
from sip_tui.resources.meeting_types import part_name

MAX_VALUE = 40
"""Characters of a value that are shown."""
MIN_COMMON = 12
"""Characters shown of the common beginning of two long values."""
MAX_NAMED = 4
"""Undone rows and fields that are named."""

ROWS_BY_PARTICIPANT = frozenset({"accounts", "pictures", "feedback", "consents", "invitations", "deliveries"})
"""Tables whose row id is a participant's."""


def conflict_sentence(meeting: Meeting, conflict: Conflict) -> str:
    """State which value holds and which do not, after two wrote a cell at the same time."""
    row, field = row_label(meeting, conflict), field_label(conflict.field, conflict.table)
    if conflict.field == "deleted":
        return _("Two people wrote at once. “{row}” is still there, though someone else removed it.").format(row=row)
    held, lost = _quoted(meeting, conflict, conflict.current), losing_values(meeting, conflict)
    names_row = NAMING_FIELDS.get(conflict.table) == conflict.field and conflict.table not in ROWS_BY_PARTICIPANT
    if not row or names_row:
        sentence = _("Two people wrote at once. {field} is now {held}, not {lost}.")
        return sentence.format(field=field, held=held, lost=lost)
    sentence = _("Two people wrote at once. {field} for “{row}” is now {held}, not {lost}.")
    return sentence.format(field=field, row=row, held=held, lost=lost)


def conflict_keys(meeting: Meeting, conflict: Conflict, seen: str, back: str) -> str:
    """Tell which key sees to it that a conflict is seen, and which one takes the other's value, or removes the row."""
    if conflict.field == "deleted":
        return _("Press {seen} when you have seen it, or {back} to remove it.").format(seen=seen, back=back)
    sentence = _("Press {seen} when you have seen it, or {back} to get {lost} back.")
    lost = losing_values(meeting, conflict._replace(lost=conflict.lost[:1]))
    return sentence.format(seen=seen, back=back, lost=lost)


def losing_values(meeting: Meeting, conflict: Conflict) -> str:
    """List the values that do not hold, each once, the latest first."""
    return join_words(list(dict.fromkeys(_quoted(meeting, conflict, value) for value in conflict.lost)))


def row_label(meeting: Meeting, conflict: Conflict) -> str:
    """Return what people call the row, cut to MAX_VALUE; empty for the meeting itself and for the person."""
    if conflict.table == "phases":
        return part_name(meeting, conflict.row)
    rows = meeting.participants if conflict.table in ROWS_BY_PARTICIPANT else getattr(meeting, conflict.table)
    row = find_row(rows, conflict.row) if isinstance(rows, tuple) else None
    if isinstance(row, Participant):
        return _cut(name_or_role(row))
    return _cut(str(getattr(row, NAMING_FIELDS.get(conflict.table, ""), "")))


def _quoted(meeting: Meeting, conflict: Conflict, value: object) -> str:
    """Quote a value; of a long one, the part in which the versions differ."""
    versions = [_value(meeting, conflict, version) for version in (conflict.current, *conflict.lost)]
    text = _value(meeting, conflict, value)
    return _("“{text}”").format(text=_excerpt(text, _common_length(versions))) if text else _("nothing")


def _value(meeting: Meeting, conflict: Conflict, value: object) -> str:
    return " ".join(value_text(meeting, conflict.table, conflict.field, value).split())


def _common_length(texts: Sequence[str]) -> int:
    columns = enumerate(zip(*texts, strict=False))
    return next((place for place, letters in columns if len(set(letters)) > 1), min(map(len, texts)))


def _excerpt(text: str, common: int) -> str:
    """Cut a text; if its first ``common`` characters are uninformative, start a word or two before their end."""
    if len(text) <= MAX_VALUE or common < MAX_VALUE - MIN_COMMON:
        return _cut(text)
    # A word may be longer than the excerpt: then start within it.
    start = max(text.rfind(" ", 0, common - MIN_COMMON) + 1, common - MAX_VALUE + MIN_COMMON)
    return f"…{_cut(text[start:])}"


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= MAX_VALUE else f"{words[: MAX_VALUE - 1].rstrip()}…"


def removal_message(before: Meeting, edits: Sequence[Edit]) -> str:
    """State what was taken off a list, and which key brings it back."""
    names = list(_changed_names(before, before, edits))
    sentence = _("Removed: {what}. Press {keys[undo]} to have it back.")
    return sentence.format(what=join_words(names) or _("the row"), keys=KEYS)


def undo_message(
    before: Meeting, after: Meeting, step: Sequence[Edit], *, left_standing: bool = False, with_keys: bool = True
) -> str:
    """State what was undone, and which key redoes it; empty when nothing was.

    Args:
        before: The meeting as it was.
        after: The meeting as it is.
        step: What was undone.
        left_standing: Whether something stands that somebody else has written since.
        with_keys: Whether there are keys to press: the command line has none.
    """
    if left_standing:
        undone = _step_message(_("Undone: {what}."), "", before, after, step)
        others = _("What someone else has changed since then is left as it is.")
        return f"{undone} {others}".strip()
    if not with_keys:
        return _step_message(_("Undone: {what}."), _("Undone."), before, after, step)
    if stage_of(before) is Stage.CLOSED and stage_of(after) is Stage.IN_PROGRESS:
        return _("The meeting is open again. Press {keys[redo]} to close it.").format(keys=KEYS)
    return _step_message(_("Undone: {what}. Press {keys[redo]} to redo."), _("Undone."), before, after, step)


def redo_message(before: Meeting, after: Meeting, step: Sequence[Edit]) -> str:
    """State what was redone; empty when nothing was."""
    return _step_message(_("Redone: {what}."), _("Redone."), before, after, step)


def _step_message(sentence: str, without_names: str, before: Meeting, after: Meeting, step: Sequence[Edit]) -> str:
    if not step:
        return ""
    # A row that comes or goes is named, and not what stood in it.
    whole = {edit[:2] for edit in step if edit.field == "deleted" and edit.table not in ROWS_BY_PARTICIPANT}
    told = [edit for edit in step if edit[:2] not in whole or edit.field == "deleted"]
    found = list(dict.fromkeys(_changed_names(before, after, told)))
    # A row that came with its first field is named with the field, and once.
    names = [name for name in found if not any(name != other and name in other for other in found)][:MAX_NAMED]
    return sentence.format(what=join_words(names), keys=KEYS) if names else without_names


EVENT_NAMES: Mapping[str, str] = {
    "open": N_("opening the meeting"),
    "phase": N_("going on to “{phase}”"),
    "break": N_("the break"),
    "resume": N_("going on with the meeting again"),
    "pause": N_("stopping the clock"),
    "snooze": N_("putting off the break"),
    "close": N_("closing the meeting"),
}
"""Kind of event → what undoing it takes back; an event that is not named goes with something that is."""
_OF_EVERY_ROW = frozenset({"id", "order", "deleted", "lost"})
TABLE_NAMES: Mapping[str, str] = {
    "turns": N_("who is speaking"),
    "queue": N_("who is waiting to speak"),
    "ticked": N_("a tick in the checklist"),
    "reactions": N_("your own note"),
}


def _changed_names(before: Meeting, after: Meeting, step: Sequence[Edit]) -> Iterator[str]:
    """Name each edit by its row's words, by its field and those, or by its field where a row has none."""
    for edit in step:
        if edit.table in SINGLE_ROW_TABLES:
            yield field_label(edit.field, edit.table)
        elif edit.table in TABLE_NAMES:
            yield _(TABLE_NAMES[edit.table])
        elif edit.table == "events":
            event = find_row(before.events, edit.row) or find_row(after.events, edit.row)
            if event is not None and event.kind in EVENT_NAMES:
                yield _(EVENT_NAMES[event.kind]).format(phase=part_name(after, event.phase))
        elif edit.table == "phases":
            yield _("the time for “{phase}”").format(phase=part_name(after, edit.row))
        elif name := _changed_cell(before, after, edit):
            yield name


def _first_said(before: Meeting, after: Meeting, edit: Edit) -> str:
    """Return the first field that says something in a row that goes or comes back; empty when none does."""
    row = find_row(before.rows(edit.table), edit.row) or find_row(after.rows(edit.table), edit.row)
    own = [each.name for each in fields(row)] if row else []
    return next((name for name in own if name not in _OF_EVERY_ROW and getattr(row, name)), "")


def _changed_cell(before: Meeting, after: Meeting, edit: Edit) -> str:
    """Name a cell by its row and, unless that is what the row is called by, by its field; empty for the program's."""
    conflict = Conflict(edit.table, edit.row, edit.field, None, ())
    was, is_now = row_label(before, conflict), row_label(after, conflict)
    words, is_renamed = is_now or was, bool(was and is_now and was != is_now)
    naming = NAMING_FIELDS.get(edit.table)
    if edit.field == "order" or (naming is None and edit.table not in ROWS_BY_PARTICIPANT):
        return ""
    said = _first_said(before, after, edit) if edit.table in ROWS_BY_PARTICIPANT else ""
    if edit.field == "deleted" and said and words:
        return _("{field} for “{row}”").format(field=field_label(said, edit.table), row=words)
    if edit.field == naming and is_renamed:
        return _("the change of “{row}”").format(row=words)
    if edit.field == "deleted" or (edit.field == naming and words):
        # A row that was made and taken away in one step is in neither of the meetings.
        return _("“{text}”").format(text=words) if words else field_label(naming, edit.table) if naming else ""
    field = field_label(edit.field, edit.table)
    return _("{field} for “{row}”").format(field=field, row=words) if words else field


def waiting_sentences(meeting: Meeting) -> tuple[str, ...]:
    """Tell what has been typed and stands nowhere; closing the meeting for good takes it away."""
    sentence = _("Typed, but not put anywhere: “{words}”")
    return tuple(sentence.format(words=words) for words in waiting_words(meeting))
