"""The head of the minutes: time, place, purpose, attendance and consent; and the notice that has nothing else.

Requirements 13, 15, 20, 53, 95, 139, 141, 158 and 194.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.guidance.checklist import ticked_at
from sip_tui.meeting.guidance.phase_guard import ConcernKind, waiver_reason
from sip_tui.meeting.model.enums import FAMILY, HERE, Presence
from sip_tui.meeting.model.meeting import Event, Participant
from sip_tui.meeting.people.attendance import in_round_order, roll_call
from sip_tui.meeting.people.consent import needs_consent
from sip_tui.minutes.context import RenderContext, labelled, nonempty, titled_list
from sip_tui.minutes.document import Block, Heading, Paragraph
from sip_tui.minutes.sections import questions
from sip_tui.swedish.dates.formatting import iso

AWAY = {
    Presence.EXCUSED: N_("excused"),
    Presence.MISSING: N_("missing without a word"),
    Presence.LATE: N_("expected later, never marked as here"),
}
"""Labels of absence."""


CONSENT = {
    "written": N_("consent in writing"),
    "oral": N_("consent by word of mouth"),
    "none": N_("no consent"),
    "withdrawn": N_("consent withdrawn"),
}


def title(context: RenderContext) -> str:
    """Return the title with the kind of meeting."""
    kind = context.meeting.about.type.strip()
    meeting = _("SIP meeting") if kind.casefold() in {"", "sip"} else kind
    return _("Notes from {meeting}").format(meeting=meeting)


def facts(context: RenderContext) -> Iterator[Block]:
    """Day, times, place and roles; marks an unfinished meeting as a draft."""
    about, voice = context.meeting.about, context.addressing
    happened = list(_times(context))
    planned = context.clock(about.start) if about.start and not happened else ""
    lines = nonempty(
        labelled(_("Meeting"), about.title),
        labelled(_("Day"), context.day(context.opened_at) if context.opened_at and voice.audience != "person" else ""),
        labelled(_("Planned to start"), planned),
        *happened,
        labelled(_("Place"), about.place),
        labelled(_("Called by"), voice.office(about.called_by)),
        labelled(_("Chair"), voice.office(about.chair)),
        labelled(_("Second chair"), _second_chair(context)),
        labelled(_("Secretary"), voice.office(about.secretary)),
    )
    yield from list(titled_list(_("The meeting"), lines))
    if not any(event.kind == "close" for event in context.meeting.events):
        yield Paragraph(_("The meeting is not closed yet: this is a draft."))


def purpose(context: RenderContext) -> Iterator[Block]:
    """The purpose, and the questions of the meeting with their answers."""
    if text := context.meeting.about.purpose.strip():
        yield Heading(2, _("Why we met"))
        yield Paragraph(text)
    yield from questions.questions_asked(context)


def attendance(context: RenderContext) -> Iterator[Block]:
    """Who took part and when, who was absent and why, and who was not called in the roll call."""
    everybody = in_round_order(context.meeting)
    came = [participant for participant in everybody if participant.presence in HERE | {Presence.LEFT}]
    away = [participant for participant in everybody if participant.presence in AWAY]
    yield from titled_list(_("Took part"), (_with_times(context, participant) for participant in came))
    yield from titled_list(_("Absent"), (_absence(context, participant) for participant in away))
    unasked = map(context.addressing.introduce, roll_call(context.meeting).not_called)
    yield from titled_list(_("Called to the meeting, but it is not written down whether they came"), unasked)


def attendees(context: RenderContext) -> Iterator[Block]:
    """Who was there and who was not, for the person's paper."""
    roll = roll_call(context.meeting)
    here = [participant for participant in in_round_order(context.meeting) if participant in roll.here + roll.left]
    yield from titled_list(_("They were there"), map(context.addressing.introduce, here))
    yield from titled_list(_("They could not come"), map(context.addressing.introduce, roll.absentees))


def consent(context: RenderContext) -> Iterator[Block]:
    """Each one's consent, its limits and its end, and when confidentiality was explained."""
    person = context.meeting.person
    lines = nonempty(
        *(labelled(context.addressing.introduce(asked), _consent_label(asked)) for asked in _asked(context)),
        labelled(_("The meeting went on all the same, because"), waiver_reason(context.meeting, ConcernKind.CONSENT)),
        labelled(_("Not to be talked about or passed on"), person.kept_out),
        labelled(_("The consent holds until"), context.date_text(person.consent_until)),
        _informed(context),
    )
    yield from titled_list(_("Consent"), lines)


def notice_title(_context: RenderContext) -> str:
    """Return a title that says nothing but that there are notes."""
    return _("There are notes for you")


def notice(context: RenderContext) -> Iterator[Block]:
    """The days of this meeting and the next one; a follow-up that is no plain date is left out."""
    if context.opened_at:
        yield Paragraph(_("Our meeting was on {day}.").format(day=context.day(context.opened_at)))
    yield Paragraph(_("You get the notes in the way that we agreed on at the meeting."))
    booked = context.meeting.about.follow_up
    if iso(booked):
        yield Paragraph(_("Next meeting: {day}").format(day=context.date_text(booked.strip())))


def _second_chair(context: RenderContext) -> str:
    """The second chair; empty where the chair is not named."""
    about, voice = context.meeting.about, context.addressing
    return voice.office(about.co_chair) if voice.office(about.chair).strip() else ""


def _with_times(context: RenderContext, participant: Participant) -> str:
    remarks = nonempty(
        _("at a distance") if participant.presence is Presence.REMOTE else "",
        _substitution(context, participant),
        _("came {time}").format(time=context.clock(participant.came)) if participant.came else "",
        _("left {time}").format(time=context.clock(participant.left)) if participant.left else "",
    )
    address = f"<{participant.email}>" if participant.email.strip() else ""
    contacts = "".join(f" {contact}" for contact in nonempty(address, participant.phone))
    return context.addressing.introduce(participant) + contacts + (f" ({', '.join(remarks)})" if remarks else "")


def _substitution(context: RenderContext, participant: Participant) -> str:
    other = context.meeting.participant(participant.substitute_for)
    return _("in place of {name}").format(name=context.addressing.introduce(other)) if other else ""


def _absence(context: RenderContext, participant: Participant) -> str:
    return labelled(context.addressing.introduce(participant), _(AWAY[participant.presence]))


def _times(context: RenderContext) -> Iterator[str]:
    """When the meeting was opened, paused and closed."""
    happened = sorted(
        (event for event in context.meeting.events if event.at), key=lambda event: (event.at, event.order, event.id)
    )
    sentences = {
        "open": _("{time} the meeting was opened"),
        "close": _("{time} the meeting was closed"),
        "reopen": _("{time} the meeting was opened again"),
    }
    shown = [event for event in happened if event.kind in {*sentences, "break", "resume"}]
    for event, after in pairwise([*shown, None]):
        if event and event.at and event.kind in sentences:
            yield sentences[event.kind].format(time=context.clock(event.at))
        elif event and event.kind == "break":
            yield _break(context, event, after)


def _break(context: RenderContext, begun: Event, after: Event | None) -> str:
    assert begun.at is not None
    if after is None or after.at is None:
        return _("{time} break").format(time=context.clock(begun.at))
    return _("{start}–{end} break").format(start=context.clock(begun.at), end=context.clock(after.at))


def _asked(context: RenderContext) -> Iterator[Participant]:
    """Those with an answer; when anybody has been asked, also the actors who have not."""
    everybody = in_round_order(context.meeting)
    is_begun = any(participant.consent.strip() for participant in everybody)
    return (
        participant
        for participant in everybody
        if participant.consent.strip() or (is_begun and needs_consent(participant) and participant.kind not in FAMILY)
    )


def _consent_label(asked: Participant) -> str:
    return _(CONSENT.get(asked.consent, asked.consent)) if asked.consent.strip() else _("nobody has asked")


def _informed(context: RenderContext) -> str:
    at = ticked_at(context.meeting, "confidentiality")
    return _("{time} everybody was told about confidentiality").format(time=context.clock(at)) if at else ""
