"""The rows of what happens now: who gets the plan, the documents, what is left, and when they meet again."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.delivery import delivery_of, is_delivered, receivers, undelivered
from sip_tui.meeting.content.plan import actions_by_participant
from sip_tui.meeting.guidance.wrap_up import is_plan_ended
from sip_tui.meeting.model.enums import Kind, RowId
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.people.consent import is_refused
from sip_tui.phrasing.delivery import delivery_question, paper_name, refused_sentence
from sip_tui.phrasing.plan_words import plan_words
from sip_tui.phrasing.wording import format_when, name_or_role
from sip_tui.screens.row_list_screen import ListRow
from sip_tui.screens.wrap_up.close_dialog import open_sentences
from sip_tui.screens.wrap_up.rows import delivery_line
from sip_tui.widgets.row_list import HEADING
from sip_tui.widgets.safe_text import plain

DELIVERY, DOCUMENTS, ENTERED = "delivery", "documents", "entered"
LEFT, AGAIN, HISTORY, MEETINGS = "left", "again", "history", "meetings"
"""What a row is about; the table of its id."""


def after_progress(meeting: Meeting) -> str:
    """Count those who have got the plan."""
    everybody = len(receivers(meeting))
    sentence = _("The meeting is closed. {count} of {all} have got {paper}.")
    return sentence.format(count=everybody - len(undelivered(meeting)), all=everybody, paper=paper_name(meeting))


def after_rows(meeting: Meeting) -> Iterator[ListRow]:
    """List what happens now, under its headings."""
    yield _heading("deliver", _("How everyone gets {paper}").format(paper=paper_name(meeting)))
    for receiver in receivers(meeting):
        mark = "✓" if is_delivered(delivery_of(meeting, receiver.id)) else "○"
        yield RowId(DELIVERY, receiver.id), delivery_line(meeting, f"  {mark} ", receiver.id)
    yield RowId(DOCUMENTS), Content("  " + _("The documents, one for each recipient"))
    yield from _entered_rows(meeting)
    if left := list(open_sentences(meeting, deliveries=False)):
        yield _heading("left", _("Still to be dealt with"))
        yield from ((RowId(LEFT, str(number)), Content(f"  ○ {plain(text)}")) for number, text in enumerate(left))
    yield _heading("again", _("When we meet again"))
    yield RowId(AGAIN), Content(f"  {plain(_again(meeting))}")
    yield RowId(HISTORY), Content("  " + _("How it has gone from meeting to meeting"))
    yield RowId(MEETINGS), Content("  " + _("Back to all meetings"))


def after_sentence(meeting: Meeting, row_id: RowId) -> str:
    """Say what can be done about a row."""
    if row_id.table == DELIVERY:
        return "\n".join(filter(None, (delivery_question(meeting, row_id.id), refused_sentence(meeting))))
    sentences = {
        DOCUMENTS: _("Press {keys[minutes]} to look through a document and save it as its recipient needs it."),
        ENTERED: _("Press {keys[answer.yes]} when they have recorded their part in their own system."),
        LEFT: _("Press Enter to go through what is left."),
        AGAIN: plan_words(
            meeting, N_("Press {keys[after.follow_up]} for the follow-up: it opens with what is left of the plan.")
        ),
        HISTORY: _("Press Enter to see every goal and action over time."),
        MEETINGS: _("Press Enter to leave this meeting. Everything is saved."),
    }
    return sentences.get(row_id.table, "").format(keys=KEYS)


def _entered_rows(meeting: Meeting) -> Iterator[ListRow]:
    """List the actors who do something, with how much of it they have entered in their own systems."""
    actors = [(actor, actions) for actor, actions in actions_by_participant(meeting) if actor and actions]
    actors = [(actor, actions) for actor, actions in actors if actor.kind is Kind.ACTOR and not is_refused(actor)]
    if actors:
        yield _heading("entered", _("Recorded in their own system"))
    for actor, actions in actors:
        done = sum(action.recorded for action in actions)
        mark, name = "✓" if done == len(actions) else "○", plain(name_or_role(actor))
        count = _("{count} of {all}").format(count=done, all=len(actions))
        yield RowId(ENTERED, actor.id), Content.assemble(f"  {mark} ", (name, "bold"), f": {count}")


def _heading(name: str, text: str) -> ListRow:
    return RowId(f"#{name}"), Content.styled(text, HEADING)


def _again(meeting: Meeting) -> str:
    """Tell when they meet again, why no time is booked, or that the plan ends and who remains."""
    between, booked = meeting.between, meeting.about.follow_up.strip()
    if is_plan_ended(meeting):
        remains = between.remains.strip()
        ended = plan_words(meeting, N_("The plan is ending: {reason}")).format(reason=between.ended.strip())
        return f"{ended}. " + _("Still there for the person: {who}").format(who=remains) if remains else ended
    if booked:
        return ", ".join(part for part in (format_when(booked), between.place.strip()) if part)
    reason = between.unbooked.strip()
    return _("not booked: {reason}").format(reason=reason) if reason else _("no day yet")
