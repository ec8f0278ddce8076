"""What comes after: what is still open, the words that were explained, when they meet again, what happens now.

Seed rows 9, 36, 42, 78, 167, 168, 170, 201 and 210.
"""

from __future__ import annotations

from collections.abc import Iterator

from sip_tui.language import _
from sip_tui.meeting.model import Action, Participant, Term
from sip_tui.meeting.plan import Gap, gaps
from sip_tui.meeting.terms import unanswered
from sip_tui.minutes.outline import Block, Bullets, Heading, Item, Paragraph, Span, Text
from sip_tui.minutes.telling import Telling, listed


def open_ends(telling: Telling) -> Iterator[Block]:
    """What nobody has settled: no owner, an owner who was not there, no time, no follow-up."""
    yield from listed(_("Not settled yet"), unsettled(telling))


def unsettled(telling: Telling) -> Iterator[Item]:
    """One item for each kind of open end, with the actions beneath it."""
    actions = telling.meeting.actions
    yield from _group(_("Nobody has taken this on:"), (one.what for one in actions if _ownerless(telling, one)))
    for absent in _absent_owners(telling):
        owner = telling.voice.introduce(absent)
        title = _("Somebody needs to contact {owner}, who was not there when this was agreed:").format(owner=owner)
        yield from _group(title, (one.what for one in actions if one.who == absent.id))
    without_when = (one.what for one in actions if Gap.NO_WHEN in gaps(telling.meeting, one))
    yield from _group(_("Nobody has said when:"), without_when)
    if not telling.meeting.about.follow_up.strip():
        yield Item(_("No follow-up is booked."))


def terms(telling: Telling) -> Iterator[Block]:
    """The words that somebody asked about, with the answers given in the room."""
    answered = (_answered(one) for one in telling.meeting.terms if one.answer.strip())
    yield from listed(_("Words that were explained"), answered)
    yield from listed(_("Words that nobody has explained yet"), (one.term for one in unanswered(telling.meeting)))


def follow_up(telling: Telling) -> Iterator[Block]:
    """When they meet again."""
    booked = telling.spoken(telling.meeting.about.follow_up.strip())
    yield Heading(2, _("We meet again"))
    yield Paragraph(booked or _("No time is booked yet."))


def next_steps(telling: Telling) -> Iterator[Block]:
    """What everybody does now, and whom to turn to when something happens before the next meeting."""
    yield Heading(2, _("What happens now"))
    lines = [_("Everybody writes down the decisions in their own system, and does what they have promised.")]
    lines += between_meetings(telling)
    yield Bullets(tuple(map(Item, lines)))


def between_meetings(telling: Telling) -> Iterator[str]:
    """Whom to contact when something of weight happens between the meetings (seed row 210)."""
    convener = telling.voice.office(telling.meeting.about.called_by)
    if convener:
        text = _("If something important happens before we meet again, contact: {convener}.")
        yield text.format(convener=convener)
    yield _("In an emergency, call 112. For advice about health, call 1177.")


def _group(title: str, lines: Iterator[str]) -> Iterator[Item]:
    children = tuple(Item(line) for line in lines if line.strip())
    if children:
        yield Item(title, children)


def _ownerless(telling: Telling, action: Action) -> bool:
    """Without an owner, or with one who is no longer on the list."""
    return telling.meeting.participant(action.who) is None


def _absent_owners(telling: Telling) -> list[Participant]:
    absent = [one for one in telling.meeting.actions if Gap.OWNER_ABSENT in gaps(telling.meeting, one)]
    owners = {one.who: telling.meeting.participant(one.who) for one in absent}
    return [one for one in owners.values() if one is not None]


def _answered(term: Term) -> Text:
    return (Span(term.term, strong=True), Span(f": {term.answer}"))
