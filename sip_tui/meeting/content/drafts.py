"""Drafts: what is typed in a form and stands nowhere else yet, so that a crash takes none of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sip_tui.meeting.log.change import Edit, Value, as_edits
from sip_tui.meeting.model.discussion import FormDraft
from sip_tui.meeting.model.meeting import Meeting, find_row

IN_LIST = "typed in a list"
"""The draft of words that are typed at an open list of options and fit none."""


def draft_of(meeting: Meeting, seat: str, form: str) -> FormDraft | None:
    """The draft that a seat has in a form; None when there is none."""
    return find_row(meeting.drafts, _draft_id(seat, form))


def drafts_of(meeting: Meeting, seat: str) -> tuple[FormDraft, ...]:
    """Every draft of a seat."""
    return tuple(draft for draft in meeting.drafts if draft.id.startswith(_draft_id(seat, "")))


def draft_texts(draft: FormDraft | None) -> dict[str, str]:
    """Field → what was typed in it."""
    texts = draft.texts if draft else ()
    return dict(zip(texts[::2], texts[1::2], strict=False))


def waiting_words(meeting: Meeting) -> tuple[str, ...]:
    """What has been typed in any seat and stands nowhere, one text for each form."""
    return tuple(" ".join(draft.texts[1::2]) for draft in meeting.drafts)


def adopt_drafts(meeting: Meeting, seat: str, living: Collection[str]) -> tuple[Edit, ...]:
    """Take over what was typed in a second window of a seat ("chair-2") that nobody sits in any more.

    Args:
        meeting: The meeting.
        seat: The seat that takes them.
        living: The seats that somebody sits in.
    """
    edits: list[Edit] = []
    for draft in meeting.drafts:
        owner, _space, form = draft.id.partition(" ")
        is_mine = owner.partition("-")[0] == seat.partition("-")[0] and owner not in {seat, *living}
        if is_mine and draft_of(meeting, seat, form) is None:
            edits += keep_draft(meeting, seat, form, draft_texts(draft), title=draft.title, row=draft.row)
            edits += keep_draft(meeting, owner, form, {})
    return tuple(edits)


def keep_draft(
    meeting: Meeting, seat: str, form: str, texts: Mapping[str, str], *, title: str = "", row: str = ""
) -> tuple[Edit, ...]:
    """Write what is typed in the fields of a form; without texts the draft is deleted, and its words with it."""
    draft, flat = draft_of(meeting, seat, form), [part for pair in texts.items() for part in pair]
    if flat == list(draft.texts if draft else ()):
        return ()
    cells: list[tuple[str, Value]] = [("texts", flat), ("deleted", not flat)]
    return as_edits("drafts", _draft_id(seat, form), [*cells, ("title", title), ("row", row)] if flat else cells)


def _draft_id(seat: str, form: str) -> str:
    return f"{seat} {form}"
