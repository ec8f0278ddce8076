"""What comes after: what is still open, the words that were explained, what everybody does now.

Seed rows 9, 36, 38, 168, 170, 181 and 201.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.ideas import unsettled_items as unsettled_questions
from sip_tui.meeting.content.plan import ActionGap, action_gaps
from sip_tui.meeting.content.terms import unanswered_terms
from sip_tui.meeting.model.enums import Presence
from sip_tui.meeting.model.meeting import Action, Participant, Term
from sip_tui.minutes.context import RenderContext, about_person, filled, listed
from sip_tui.minutes.document import Block, Bullets, Heading, ListItem, RichText, Span
from sip_tui.minutes.sections import questions
from sip_tui.minutes.sections.until_next_meeting import told_by

_NOT_THERE = N_("Somebody needs to contact {owner}, who was not there when this was agreed:")
_CONTACT = {
    Presence.EXCUSED: _NOT_THERE,
    Presence.MISSING: _NOT_THERE,
    Presence.LEFT: N_("Somebody needs to make sure with {owner}, who had to leave before the end:"),
}
"""What is to be done about the promise of somebody who was not there at the end, by how they were away."""
_TOO_MUCH = (
    N_("More than you have strength for now:"),
    N_("More than {person} has strength for now:"),
    N_("More than the person has strength for now:"),
)


def open_ends(telling: RenderContext) -> Iterator[Block]:
    """What nobody has settled: no owner, an owner who was not there, no time, no answer, no follow-up."""
    yield from listed(_("Not settled yet"), unsettled(telling))


def unsettled(telling: RenderContext) -> Iterator[ListItem]:
    """One item for each kind of open end, with the actions beneath it."""
    actions = telling.meeting.actions
    yield from _group(_("Nobody has taken this on:"), (one.what for one in actions if _ownerless(telling, one)))
    for absent in _absent_owners(telling):
        title = _(_CONTACT[absent.presence]).format(owner=telling.voice.introduce(absent))
        yield from _group(title, (one.what for one in actions if one.who == absent.id))
    heavy = (one.what for one in actions if ActionGap.TOO_MUCH in action_gaps(telling.meeting, one))
    yield from _group(about_person(telling, *map(_, _TOO_MUCH)), heavy)
    without_when = (one.what for one in actions if ActionGap.NO_WHEN in action_gaps(telling.meeting, one))
    yield from _group(_("Nobody has said when:"), without_when)
    yield from _group(_("No answer is written down yet:"), questions.unanswered(telling))
    if _is_kept_by_nobody(telling):
        yield ListItem(_("Nobody has been named to keep the plan together."))
    if not telling.meeting.about.follow_up.strip():
        yield ListItem(_("No follow-up is booked."))


def parked(telling: RenderContext) -> Iterator[Block]:
    """What was kept for another day, and must not be lost (seed rows 24, 187)."""
    yield from listed(_("Kept for another day"), filled(*(one.text for one in unsettled_questions(telling.meeting))))


def terms(telling: RenderContext) -> Iterator[Block]:
    """The words that somebody asked about, with the answers given in the room."""
    answered = (_answered(one) for one in telling.meeting.terms if one.answer.strip())
    yield from listed(_("Words that were explained"), answered)
    yield from listed(_("Words that nobody has explained yet"), (one.term for one in unanswered_terms(telling.meeting)))


def next_steps(telling: RenderContext) -> Iterator[Block]:
    """What everybody does now, and who tells a child who was not there."""
    yield Heading(2, _("What happens now"))
    system = _("Everybody writes down the decisions in their own system, and does what they have promised.")
    yield Bullets(tuple(map(ListItem, filled(told_by(telling), system))))


def _is_kept_by_nobody(telling: RenderContext) -> bool:
    """There is a plan, and nobody keeps it together (seed row 38)."""
    meeting = telling.meeting
    return bool(meeting.goals or meeting.actions) and meeting.participant(meeting.between.coordinator) is None


def _group(title: str, lines: Iterable[str]) -> Iterator[ListItem]:
    children = tuple(ListItem(line) for line in lines if line.strip())
    if children:
        yield ListItem(title, children)


def _ownerless(telling: RenderContext, action: Action) -> bool:
    """Without an owner, or with one who is no longer on the list."""
    return telling.meeting.participant(action.who) is None


def _absent_owners(telling: RenderContext) -> list[Participant]:
    absent = [one for one in telling.meeting.actions if ActionGap.OWNER_ABSENT in action_gaps(telling.meeting, one)]
    owners = {one.who: telling.meeting.participant(one.who) for one in absent}
    return [one for one in owners.values() if one is not None]


def _answered(term: Term) -> RichText:
    return (Span(term.term, strong=True), Span(f": {term.answer}"))
