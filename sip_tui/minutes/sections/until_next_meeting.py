"""What holds until they meet again: who keeps the plan together, when they meet, and whom to call before that.

Seed rows 9, 38, 39, 42, 78, 79, 110, 167, 182 and 210.
"""

from __future__ import annotations

from collections.abc import Iterator

from sip_tui.i18n.translation import _
from sip_tui.meeting.guidance.wrap_up import booker
from sip_tui.meeting.guidance.wrap_up import coordinator as coordinator_of
from sip_tui.meeting.model.meeting import Participant
from sip_tui.minutes.context import RenderContext, about_person, filled, labelled, listed
from sip_tui.minutes.document import Block, Bullets, Heading, ListItem, Paragraph
from sip_tui.minutes.sections.contact import phone_line, reached, urgent_line
from sip_tui.minutes.sections.situation import begun, quoted


def coordinator(telling: RenderContext) -> Iterator[Block]:
    """Who keeps the plan together, which authority answers for it, and whom the person wished for (seed row 39)."""
    between = telling.meeting.between
    you, named = _("Whom you would like"), _("Whom {person} would like")
    wished = about_person(telling, you, named, _("Whom the person would like"))
    lines = filled(
        labelled(_("Responsible for the whole plan"), between.authority), labelled(wished, quoted(between.wish))
    )
    yield from listed(_("Who keeps the plan together"), (*_coordinator(telling), *map(ListItem, lines)))


def follow_up(telling: RenderContext) -> Iterator[Block]:
    """When they meet again, where, and who books it; or why no time is booked (seed rows 9, 42, 110)."""
    about, between = telling.meeting.about, telling.meeting.between
    booked = telling.spoken(about.follow_up.strip())
    yield Heading(2, _("We meet again"))
    yield Paragraph(booked or _unbooked(between.unbooked))
    lines = filled(
        labelled(_("Place"), between.place),
        labelled(_("Who books it"), _who_books(telling)),
        labelled(_("We look at how it went with the goals"), telling.spoken(between.evaluation)),
    )
    if lines:
        yield Bullets(tuple(map(ListItem, lines)))


def between(telling: RenderContext) -> Iterator[Block]:
    """What happens if something happens before that: whom to call, at once and else, and who calls a meeting."""
    meeting, voice = telling.meeting, telling.voice
    lines = filled(
        urgent_line(meeting),
        labelled(_("If the help changes"), meeting.between.changed),
        labelled(_("Who calls us to an extra meeting"), voice.owner(meeting.between.convener)),
        _("In an emergency, call 112. For advice about health, call 1177."),
    )
    yield from listed(_("If something happens between the meetings"), (*_contact(telling), *map(ListItem, lines)))


def told_by(telling: RenderContext) -> str:
    """Who tells a child who was not in the room what has been decided (seed row 182); empty when nobody is named."""
    you, named = _("Who tells you what we decided"), _("Who tells {person} what we decided")
    label = about_person(telling, you, named, _("Who tells the child what we decided"))
    return labelled(label, telling.voice.owner(telling.meeting.between.told_by))


def _coordinator(telling: RenderContext) -> Iterator[ListItem]:
    """The one who keeps it together. On the person's paper the card tells how they are reached, see ``paper.ask``."""
    meeting = telling.meeting
    one = coordinator_of(meeting)
    if one is not None:
        ways = () if telling.voice.audience == "person" else reached(meeting, one)
        yield ListItem(begun(telling.voice.introduce(one)), ways)
    elif line := phone_line(meeting.between.phone):
        yield ListItem(line)


def _unbooked(reason: str) -> str:
    if reason.strip():
        return _("No time is booked yet: {reason}").format(reason=reason)
    return _("No time is booked yet.")


def _who_books(telling: RenderContext) -> str:
    """Who has been named; else, while nothing is booked, the one who keeps the plan together (seed row 110)."""
    meeting = telling.meeting
    unbooked = None if meeting.about.follow_up.strip() else booker(meeting)
    return telling.voice.owner(meeting.between.booked_by) or telling.voice.owner(unbooked.id if unbooked else "")


def _contact(telling: RenderContext) -> Iterator[ListItem]:
    """Whom to contact: the one who was named for it, else the one who called the meeting."""
    meeting, voice = telling.meeting, telling.voice
    one = meeting.participant(meeting.between.contact) or meeting.participant(meeting.about.called_by)
    who = voice.introduce(one) if one else voice.office(meeting.about.called_by)
    if who:
        text = _("If something important happens before we meet again, contact: {convener}.").format(convener=who)
        yield ListItem(text, _beneath(telling, one))


def _beneath(telling: RenderContext, one: Participant | None) -> tuple[ListItem, ...]:
    return reached(telling.meeting, one) if one else ()
