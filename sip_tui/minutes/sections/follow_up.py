"""After the meeting: open ends, next steps, the coordinator, the next meeting and whom to call until then.

Requirements 9, 36, 38, 39, 42, 78, 79, 110, 167, 168, 170, 181, 182, 201 and 210. What has a section of its own, such
as a missing coordinator, is no open end as well; nothing is denied that the notes speak of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.plan import ActionGap, action_gaps, actions_with_gaps, unfinished_actions, unsettled_items
from sip_tui.meeting.content.questions import unanswered_terms
from sip_tui.meeting.guidance.wrap_up import booker, is_plan_ended
from sip_tui.meeting.guidance.wrap_up import coordinator as coordinator_of
from sip_tui.meeting.model.enums import Kind, Presence, Status
from sip_tui.meeting.model.meeting import Action, Participant, Term
from sip_tui.meeting.people.attendance import is_minor
from sip_tui.minutes.context import (
    RenderContext,
    capitalized,
    fill,
    fixed,
    heading,
    items,
    labelled,
    strong,
    titled_list,
)
from sip_tui.minutes.document import Block, Bullets, ListItem, Paragraph, RichText, spans
from sip_tui.minutes.sections import questions
from sip_tui.minutes.sections.contact import contact_items, phone_line, urgent_line
from sip_tui.minutes.sections.meeting_type import is_ending
from sip_tui.minutes.sections.plan import to_do
from sip_tui.phrasing.consent_questions import who_instead
from sip_tui.phrasing.plan_words import plan_words
from sip_tui.resources.where_to_turn import where_to_turn

_CODE = re.compile(r"[A-Z]\d{2}(?:\.?\d{1,2})?")
"""A code for a diagnosis, "F90.0"."""
_NOT_THERE = N_("{somebody} will contact {owner}, who was not there when this was agreed:")
_LEFT = N_("{somebody} will check with {owner}, who had to leave before the end:")
_NOBODY_YET = {
    _NOT_THERE: N_("One of us needs to contact {owner}, who was not there when this was agreed:"),
    _LEFT: N_("One of us needs to check with {owner}, who had to leave before the end:"),
}
"""What is to be done about the action of an absent owner → what is said when nobody coordinates the plan."""
_TO_YOU = {
    _NOT_THERE: N_("We want to ask you about this, because you were not there:"),
    _LEFT: N_("We want to ask you about this, because you had to leave early:"),
}
"""The same, said to the person whose action it is."""


def open_ends(context: RenderContext) -> Iterator[Block]:
    """What is not settled: no owner, an absent owner, too much, no time, no answer."""
    yield from titled_list(_("Still open"), _open_items(context))


def parked(context: RenderContext) -> Iterator[Block]:
    """What was parked for another meeting (requirements 24, 187)."""
    yield from titled_list(_("Kept for another time"), (item.text for item in unsettled_items(context.meeting)))


def terms(context: RenderContext) -> Iterator[Block]:
    """The difficult words with their explanations, and those without; a child's paper explains no code."""
    is_for_child = context.audience == "person" and context.meeting.person.child
    told = (term for term in context.meeting.terms if not (is_for_child and _CODE.fullmatch(term.term.strip())))
    answered = (_explained(term) for term in told if term.answer.strip())
    yield from titled_list(_("Hard words"), answered)
    unanswered = (term.term for term in unanswered_terms(context.meeting))
    yield from titled_list(_("Hard words that nobody has explained yet"), unanswered)


def next_steps(context: RenderContext) -> Iterator[Block]:
    """What everybody does now, and who tells an absent child (requirement 182)."""
    now = (
        _("The plan is not a decision by an authority. Each authority decides on its own help.")
        if context.is_plan
        else "",
        _("Each service notes its part in its own records. Everyone does what they have taken on."),
    )
    told = "" if context.audience == "actor" else told_by(context)  # a duty of its own there
    yield from titled_list(_("What happens now"), (told, *map(fixed, now if context.is_begun else ())))


def coordinator(context: RenderContext) -> Iterator[Block]:
    """The coordinator, the responsible authority, and whom the person wished for (requirement 39)."""
    meeting, between, is_refused = context.meeting, context.meeting.between, bool(context.refusers)
    responsible = plan_words(meeting, N_("Overall responsibility for the plan"), refused=is_refused)
    lines = (
        *_coordinator(context),
        labelled(responsible, between.authority),
        labelled(_("You asked for"), between.wish),
    )
    yield from titled_list(plan_words(meeting, N_("The person who coordinates the plan"), refused=is_refused), lines)


def next_meeting(context: RenderContext) -> Iterator[Block]:
    """The next meeting and who books it, or why none is booked (requirements 9, 42, 110)."""
    about, between = context.meeting.about, context.meeting.between
    written = about.follow_up.strip()
    day = context.date_text(written)
    booked: RichText = day if day == written else capitalized(day)
    evaluation = between.evaluation if between.evaluation.strip() != about.follow_up.strip() else ""
    lines = items(
        (
            labelled(_("Place"), between.place),
            labelled(_("Will book the next meeting"), "" if _is_over(context) else _who_books(context)),
            labelled(_("We will check how the goals are going"), context.date_text(evaluation)),
        )
    )
    when = booked or _unbooked(context)
    if when or (lines and context.is_begun):
        yield heading(2, _("Next meeting") if context.is_begun else _("Proposal: when we meet next"))
        yield from (Paragraph(text) for text in (when,) if text)
        yield from (Bullets(part) for part in (lines,) if part)


def between(context: RenderContext) -> Iterator[Block]:
    """Whom to call until the next meeting, and who calls an extra one."""
    meeting = context.meeting
    convener = "" if meeting.between.convener == meeting.between.contact else meeting.between.convener
    lines = (
        *_contact(context),
        urgent_line(meeting),
        labelled(_("If the help changes"), meeting.between.changed),
        labelled(
            _("Will call us together if we need to meet sooner"),
            context.addressing.owner("" if _is_over(context) else convener),
        ),
        *map(fixed, where_to_turn(child=is_minor(meeting))),
    )
    title = _("Who to call in the meantime") if context.is_begun else _("If something happens before the meeting")
    yield from titled_list(_("If something happens later on") if _is_over(context) else title, lines)


def _is_over(context: RenderContext) -> bool:
    """Whether the plan or the help has ended, and nobody meets again."""
    meeting = context.meeting
    is_last = is_plan_ended(meeting) or is_ending(context)
    return context.is_begun and is_last and not meeting.about.follow_up.strip()


def told_by(context: RenderContext) -> RichText:
    """Return who tells an absent child what was decided (requirement 182); empty when nobody is named."""
    teller = context.addressing.owner(context.meeting.between.told_by)
    return labelled(_("Will tell you what we decided"), teller)


def _open_items(context: RenderContext) -> Iterator[ListItem]:
    """One item for each kind of open end, with its actions."""
    meeting = context.meeting
    ownerless = (action for action in unfinished_actions(meeting) if not context.is_taken(action))
    yield from _group(fixed(_("Nobody has taken this on:")), _whats(ownerless))
    yield from refused_owners(context)
    yield from absent_owners(context, you=True)
    yield from absent_owners(context, you=False)
    too_much = (action for action in meeting.actions if ActionGap.TOO_MUCH in action_gaps(meeting, action))
    yield from _group(fixed(_("Too much for you right now:")), _whats(too_much))
    timeless = (action for action in meeting.actions if ActionGap.NO_WHEN in action_gaps(meeting, action))
    decided = (action for action in timeless if action.status is not Status.PROPOSED and not context.is_asked(action))
    owned = (action for action in decided if context.is_taken(action) and not context.is_barred(action))
    yield from _group(fixed(_("Nobody has said when:")), _whats(owned))
    unanswered = questions.unanswered(context) if context.is_begun else ()
    yield from _group(fixed(_("Questions without an answer:")), unanswered)


def absent_owners(context: RenderContext, *, you: bool) -> Iterator[ListItem]:
    """Who contacts each owner of an action who was not there, and about what.

    Args:
        context: What the document is composed from.
        you: The actions of the person whom the document addresses, or those of everybody else.
    """
    for absent in _absent_owners(context):
        if context.addressing.is_you(absent) is you and absent.id not in context.refused:
            yield from _group(_to_contact(context, absent), _whats_of(context, absent))


def refused_owners(context: RenderContext) -> Iterator[ListItem]:
    """Ask who does instead what was meant for an owner whom the person has said no to."""
    person = context.meeting.person_participant
    template = who_instead(context.meeting, to_person=context.audience != "full")
    named = context.addressing.in_sentence(person) if person else fixed(_("the person"))
    for owner in _owners(context, meant := _meant_for_refused(context)):
        question = fill(template, name=context.addressing.in_sentence(owner), person=named)
        yield from _group(capitalized(question), _whats(action for action in meant if action.who == owner.id))


def _meant_for_refused(context: RenderContext) -> list[Action]:
    """What nobody does yet, because the person has said no to the one who was to do it."""
    absent = _unpromised(context)
    return [
        action
        for action in context.meeting.actions
        if context.is_barred(action) or (action in absent and action.who in context.refused)
    ]


def _whats_of(context: RenderContext, owner: Participant) -> tuple[RichText, ...]:
    unpromised = actions_with_gaps(context.meeting, ActionGap.OWNER_ABSENT)
    return _whats(action for action in unpromised if action.who == owner.id)


def _to_contact(context: RenderContext, absent: Participant) -> RichText:
    sentence = _LEFT if absent.presence is Presence.LEFT else _NOT_THERE
    if context.addressing.is_you(absent):
        return fixed(_(_TO_YOU[sentence]))
    owner, somebody = context.addressing.in_sentence(absent), _somebody(context, absent)
    if somebody:
        return fill(_(sentence), owner=owner, somebody=somebody)
    return fill(_(_NOBODY_YET[sentence]), owner=owner)


def _somebody(context: RenderContext, absent: Participant) -> RichText:
    """Who contacts an absent owner: the coordinator; empty when there is none."""
    found = coordinator_of(context.meeting)
    if found is None or found.id == absent.id:
        return ""
    return capitalized(context.addressing.in_sentence(found))


def _whats(actions: Iterable[Action]) -> tuple[RichText, ...]:
    return tuple(to_do(action.what) for action in actions)


def _group(title: RichText, lines: Iterable[RichText]) -> Iterator[ListItem]:
    if children := items(lines):
        yield ListItem(title, children)


def _absent_owners(context: RenderContext) -> list[Participant]:
    """Return the owners who are not here; nobody before the meeting."""
    return _owners(context, _unpromised(context))


def _unpromised(context: RenderContext) -> tuple[Action, ...]:
    return actions_with_gaps(context.meeting, ActionGap.OWNER_ABSENT) if context.is_begun else ()


def _owners(context: RenderContext, actions: Iterable[Action]) -> list[Participant]:
    owners = dict.fromkeys(action.who for action in actions)
    return [owner for row in owners if (owner := context.meeting.participant(row))]


def _explained(term: Term) -> RichText:
    return (*spans(strong(term.term)), *spans(fill(": {answer}", answer=term.answer)))


def _coordinator(context: RenderContext) -> Iterator[ListItem | RichText]:
    """The coordinator; on the person's paper how to reach them is in ``person_paper.contact_cards``."""
    meeting = context.meeting
    found = coordinator_of(meeting)
    if found is not None:
        lines = () if context.audience == "person" else contact_items(meeting, found)
        yield ListItem(capitalized(context.addressing.introduce(found)), lines)
    else:
        yield phone_line(meeting.between.phone)
        is_missing = context.is_plan and (meeting.goals or meeting.actions) and "coordinator" not in context.noted
        yield fixed(_("Nobody has been chosen to coordinate the plan.")) if is_missing and context.is_begun else ""


def _unbooked(context: RenderContext) -> RichText:
    meeting = context.meeting
    reason = meeting.between.unbooked
    if reason.strip():
        return fill(_("No time is booked yet: {reason}"), reason=reason)
    is_denied = "next_meeting" in context.noted or not context.is_begun or _is_over(context)
    return "" if is_denied else fixed(_("No time is booked yet."))


def _who_books(context: RenderContext) -> RichText:
    """The named booker; else the coordinator, while nothing is booked and no note tells of it (requirement 110)."""
    meeting = context.meeting
    is_told = meeting.about.follow_up.strip() or "next_meeting" in context.noted
    unbooked = None if is_told else booker(meeting)
    named = context.addressing.owner(meeting.between.booked_by)
    return named or context.addressing.owner(unbooked.id if unbooked else "")


def _contact(context: RenderContext) -> Iterator[ListItem]:
    """The named contact, else the convener; numbers that stand with the coordinator are not repeated."""
    meeting, addressing = context.meeting, context.addressing
    contact = meeting.participant(meeting.between.contact) or meeting.participant(meeting.about.called_by)
    who = addressing.in_sentence(contact) if contact else addressing.office(meeting.about.called_by)
    if who:
        is_asked = context.audience == "person" and contact is not None and contact.kind is not Kind.TRUSTEE
        is_listed = is_asked or contact is None or contact == coordinator_of(meeting)
        chosen = meeting.participant(meeting.between.contact) is not None
        sentence = (
            _("If something important happens before we meet again: call {convener}.")
            if context.is_begun
            else _("If something important happens before the meeting: call {convener}.")
        )
        sentence = _("If you need help again: call {convener}.") if _is_over(context) else sentence
        by_default = _("Nobody has been named yet. Call {convener}, who arranged the meeting.")
        text = fill(sentence if chosen else by_default, convener=who)
        yield ListItem(text, () if is_listed or contact is None else contact_items(meeting, contact))
