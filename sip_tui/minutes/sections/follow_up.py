"""After the meeting: open ends, next steps, the coordinator, the next meeting and whom to call until then.

Requirements 9, 36, 38, 39, 42, 78, 79, 110, 167, 168, 170, 181, 182, 201 and 210.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.plan import ActionGap, action_gaps, unsettled_items
from sip_tui.meeting.content.questions import unanswered_terms
from sip_tui.meeting.guidance.wrap_up import booker
from sip_tui.meeting.guidance.wrap_up import coordinator as coordinator_of
from sip_tui.meeting.model.enums import Presence
from sip_tui.meeting.model.meeting import Action, Participant, Term
from sip_tui.minutes.context import RenderContext, about_person, labelled, nonempty, titled_list
from sip_tui.minutes.document import Block, Bullets, Heading, ListItem, Paragraph, RichText, Span
from sip_tui.minutes.sections import questions
from sip_tui.minutes.sections.contact import contact_items, phone_line, urgent_line
from sip_tui.minutes.sections.situation import capitalized, quoted

_NOT_THERE = N_("Somebody needs to contact {owner}, who was not there when this was agreed:")
_CONTACT = {
    Presence.EXCUSED: _NOT_THERE,
    Presence.MISSING: _NOT_THERE,
    Presence.LEFT: N_("Somebody needs to make sure with {owner}, who had to leave before the end:"),
}
"""What to do about the action of an absent owner, by presence."""
_TOO_MUCH = (
    N_("More than you have strength for now:"),
    N_("More than {person} has strength for now:"),
    N_("More than the person has strength for now:"),
)


def open_ends(context: RenderContext) -> Iterator[Block]:
    """What is not settled: no owner, an absent owner, no time, no answer, no follow-up."""
    yield from titled_list(_("Not settled yet"), _open_items(context))


def _open_items(context: RenderContext) -> Iterator[ListItem]:
    """One item for each kind of open end, with its actions."""
    actions = context.meeting.actions
    yield from _group(
        _("Nobody has taken this on:"), (action.what for action in actions if _is_ownerless(context, action))
    )
    for absent in _absent_owners(context):
        title = _(_CONTACT[absent.presence]).format(owner=context.addressing.introduce(absent))
        yield from _group(title, (action.what for action in actions if action.who == absent.id))
    too_much = (action.what for action in actions if ActionGap.TOO_MUCH in action_gaps(context.meeting, action))
    yield from _group(about_person(context, *map(_, _TOO_MUCH)), too_much)
    without_when = (action.what for action in actions if ActionGap.NO_WHEN in action_gaps(context.meeting, action))
    yield from _group(_("Nobody has said when:"), without_when)
    yield from _group(_("No answer is written down yet:"), questions.unanswered(context))
    if _lacks_coordinator(context):
        yield ListItem(_("Nobody has been named to keep the plan together."))
    if not context.meeting.about.follow_up.strip():
        yield ListItem(_("No follow-up is booked."))


def parked(context: RenderContext) -> Iterator[Block]:
    """What was parked for another meeting (requirements 24, 187)."""
    yield from titled_list(
        _("Kept for another day"), nonempty(*(item.text for item in unsettled_items(context.meeting)))
    )


def terms(context: RenderContext) -> Iterator[Block]:
    """The difficult words with their explanations, and those without."""
    answered = (_explained(term) for term in context.meeting.terms if term.answer.strip())
    yield from titled_list(_("Words that were explained"), answered)
    yield from titled_list(
        _("Words that nobody has explained yet"), (term.term for term in unanswered_terms(context.meeting))
    )


def next_steps(context: RenderContext) -> Iterator[Block]:
    """What everybody does now, and who tells an absent child (requirement 182)."""
    yield Heading(2, _("What happens now"))
    system = _("Everybody writes down the decisions in their own system, and does what they have promised.")
    yield Bullets(tuple(map(ListItem, nonempty(told_by(context), system))))


def coordinator(context: RenderContext) -> Iterator[Block]:
    """The coordinator, the responsible authority, and whom the person wished for (requirement 39)."""
    between = context.meeting.between
    you, named = _("Whom you would like"), _("Whom {person} would like")
    wished = about_person(context, you, named, _("Whom the person would like"))
    lines = nonempty(
        labelled(_("Responsible for the whole plan"), between.authority), labelled(wished, quoted(between.wish))
    )
    yield from titled_list(_("Who keeps the plan together"), (*_coordinator(context), *map(ListItem, lines)))


def follow_up(context: RenderContext) -> Iterator[Block]:
    """The next meeting and who books it, or why none is booked (requirements 9, 42, 110)."""
    about, between = context.meeting.about, context.meeting.between
    booked = context.date_text(about.follow_up.strip())
    yield Heading(2, _("We meet again"))
    yield Paragraph(booked or _unbooked(between.unbooked))
    lines = nonempty(
        labelled(_("Place"), between.place),
        labelled(_("Who books it"), _who_books(context)),
        labelled(_("We look at how it went with the goals"), context.date_text(between.evaluation)),
    )
    if lines:
        yield Bullets(tuple(map(ListItem, lines)))


def between(context: RenderContext) -> Iterator[Block]:
    """Whom to contact until the next meeting, and who calls an extra one."""
    meeting = context.meeting
    lines = nonempty(
        urgent_line(meeting),
        labelled(_("If the help changes"), meeting.between.changed),
        labelled(_("Who calls us to an extra meeting"), context.addressing.owner(meeting.between.convener)),
        _("In an emergency, call 112. For advice about health, call 1177."),
    )
    yield from titled_list(_("If something happens between the meetings"), (*_contact(context), *map(ListItem, lines)))


def told_by(context: RenderContext) -> str:
    """Return who tells an absent child what was decided (requirement 182); empty when nobody is named."""
    you, named = _("Who tells you what we decided"), _("Who tells {person} what we decided")
    label = about_person(context, you, named, _("Who tells the child what we decided"))
    return labelled(label, context.addressing.owner(context.meeting.between.told_by))


def _lacks_coordinator(context: RenderContext) -> bool:
    """Whether there is a plan without a coordinator (requirement 38)."""
    meeting = context.meeting
    return bool(meeting.goals or meeting.actions) and meeting.participant(meeting.between.coordinator) is None


def _group(title: str, lines: Iterable[str]) -> Iterator[ListItem]:
    children = tuple(ListItem(line) for line in lines if line.strip())
    if children:
        yield ListItem(title, children)


def _is_ownerless(context: RenderContext, action: Action) -> bool:
    """Whether an action has no owner, or one who is no longer a participant."""
    return context.meeting.participant(action.who) is None


def _absent_owners(context: RenderContext) -> list[Participant]:
    actions = [
        action for action in context.meeting.actions if ActionGap.OWNER_ABSENT in action_gaps(context.meeting, action)
    ]
    owners = dict.fromkeys(context.meeting.participant(action.who) for action in actions)
    return [owner for owner in owners if owner is not None]


def _explained(term: Term) -> RichText:
    return (Span(term.term, strong=True), Span(f": {term.answer}"))


def _coordinator(context: RenderContext) -> Iterator[ListItem]:
    """The coordinator; on the person's paper without contacts, which are in ``person_paper.contact_cards``."""
    meeting = context.meeting
    found = coordinator_of(meeting)
    if found is not None:
        contacts = () if context.addressing.audience == "person" else contact_items(meeting, found)
        yield ListItem(capitalized(context.addressing.introduce(found)), contacts)
    elif line := phone_line(meeting.between.phone):
        yield ListItem(line)


def _unbooked(reason: str) -> str:
    if reason.strip():
        return _("No time is booked yet: {reason}").format(reason=reason)
    return _("No time is booked yet.")


def _who_books(context: RenderContext) -> str:
    """The named booker; else, while nothing is booked, the coordinator (requirement 110)."""
    meeting = context.meeting
    unbooked = None if meeting.about.follow_up.strip() else booker(meeting)
    return context.addressing.owner(meeting.between.booked_by) or context.addressing.owner(
        unbooked.id if unbooked else ""
    )


def _contact(context: RenderContext) -> Iterator[ListItem]:
    """The named contact, else the convener."""
    meeting, addressing = context.meeting, context.addressing
    contact = meeting.participant(meeting.between.contact) or meeting.participant(meeting.about.called_by)
    who = addressing.introduce(contact) if contact else addressing.office(meeting.about.called_by)
    if who:
        text = _("If something important happens before we meet again, contact: {convener}.").format(convener=who)
        yield ListItem(text, contact_items(meeting, contact) if contact else ())
