"""What was taken back, or done again, as people say it: "Taken back: Chair, Purpose. Z does it again"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import _
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.meeting import PRIVATE_TABLES, SINGLE_ROW_TABLES, Meeting, Row
from sip_tui.meeting.time.stage import Stage, stage_of
from sip_tui.phrasing.fields import NAMING_FIELDS, field_label
from sip_tui.phrasing.wording import join_words

MOST = 4
"""Things that are named one by one; more are not taken in at a glance."""


def undo_message(before: Meeting, after: Meeting, step: Sequence[Edit]) -> str:
    """Say what was put back, and which key does it again; empty when nothing was."""
    if stage_of(before) is Stage.CLOSED and stage_of(after) is Stage.IN_PROGRESS:
        return _("The meeting is open again. {keys[redo]} closes it.").format(keys=KEYS)
    return _said(_("Taken back: {what}. {keys[redo]} does it again."), _("Taken back."), before, after, step)


def redo_message(before: Meeting, after: Meeting, step: Sequence[Edit]) -> str:
    """Say what was done again; empty when nothing was."""
    return _said(_("Done again: {what}."), _("Done again."), before, after, step)


def _said(told: str, plainly: str, before: Meeting, after: Meeting, step: Sequence[Edit]) -> str:
    if not step:
        return ""
    names = list(dict.fromkeys(_names(before, after, step)))[:MOST]
    return told.format(what=join_words(names), keys=KEYS) if names else plainly


def _names(before: Meeting, after: Meeting, step: Sequence[Edit]) -> Iterator[str]:
    """A row that came or went by its own words, anything else by what the field is called."""
    for edit in step:
        if edit.table in SINGLE_ROW_TABLES:
            yield field_label(edit.field, edit.table)
        elif edit.table in NAMING_FIELDS and edit.table not in PRIVATE_TABLES:
            row = _row(after, edit) or _row(before, edit)
            yield from _row_name(edit, row)


def _row_name(edit: Edit, row: Row | None) -> Iterator[str]:
    words = str(getattr(row, NAMING_FIELDS[edit.table], "")).strip()
    if words:
        yield _("“{text}”").format(text=words)
    elif edit.field != "deleted":
        yield field_label(edit.field, edit.table)


def _row(meeting: Meeting, edit: Edit) -> Row | None:
    rows: tuple[Row, ...] = getattr(meeting, edit.table)
    return next((one for one in rows if one.id == edit.row), None)
