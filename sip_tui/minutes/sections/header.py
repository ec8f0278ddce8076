"""Time, place, attendance and consent (requirements 13, 15, 20, 53, 95, 139, 141, 158 and 194)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import pairwise

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.guidance.checklist import ticked_at
from sip_tui.meeting.guidance.phase_guard import ConcernKind, waiver_reason
from sip_tui.meeting.model.enums import ABSENT, FAMILY, HERE, Kind, Presence
from sip_tui.meeting.model.meeting import Event, Participant
from sip_tui.meeting.people.attendance import REBOOK, decisions_on_missing, in_round_order, roll_call
from sip_tui.meeting.people.consent import needs_consent
from sip_tui.meeting.people.roles import ROLE_CHANGED
from sip_tui.minutes.context import RenderContext, capitalized, fill, fixed, heading, joined, labelled, titled_list
from sip_tui.minutes.document import Block, Paragraph, RichText
from sip_tui.minutes.sections import questions
from sip_tui.minutes.sections.plan_consent import plan_consent
from sip_tui.phrasing.parts import parts_text
from sip_tui.phrasing.wording import presence_word

AWAY = {
    Presence.EXCUSED: N_("apologies"),
    Presence.MISSING: N_("did not come (had not been in touch)"),
    Presence.LATE: N_("was expected later, attendance not recorded"),
}
"""Labels of absence."""
CONSENT = {
    "written": N_("yes, written"),
    "oral": N_("yes, oral"),
    "none": N_("no"),
    "withdrawn": N_("consent withdrawn"),
}
SHORTEST_BREAK = timedelta(minutes=1)
"""Shorter breaks were keys pressed by mistake."""


def facts(context: RenderContext) -> Iterator[Block]:
    """Times, place and roles."""
    about, addressing = context.meeting.about, context.addressing
    lines = [*map(fixed, _times(context))]
    if about.start and not lines:
        lines.append(labelled(_("Start"), fixed(context.clock(about.start))))
    lines += (
        labelled(_("Place"), about.place),
        labelled(
            _("The meeting was called by") if context.is_begun else _("Meeting called by"),
            addressing.office(about.called_by),
        ),
        labelled(_("Chair"), addressing.office(about.chair)),
        labelled(_("Co-chair"), _second_chair(context)),
        labelled(_("Secretary"), addressing.office(about.secretary)),
        *_handovers(context),
    )
    person = labelled(_("The meeting is about"), _person_name(context))
    yield from titled_list(_("The meeting"), (person, labelled(_("Title"), about.title), *lines))


TOOK_OVER: Mapping[str, str] = {
    "chair": N_("{time} {name} took over as chair"),
    "co_chair": N_("{time} {name} also leads"),
    "secretary": N_("{time} {name} took over the notes"),
}


def _handovers(context: RenderContext) -> Iterator[RichText]:
    """Who took over the chair or the notes during the meeting, and when (requirements 16, 180)."""
    for event in context.meeting.events:
        role, _colon, who = event.text.partition(": ")
        if event.kind == ROLE_CHANGED and event.at and role in TOOK_OVER and (name := context.addressing.office(who)):
            yield fill(_(TOOK_OVER[role]), time=fixed(context.clock(event.at)), name=name)


def purpose(context: RenderContext) -> Iterator[Block]:
    """The purpose, and the questions of the meeting with their answers."""
    if text := context.meeting.about.purpose.strip():
        yield heading(2, _("Why we met") if context.is_begun else _("Why we are meeting"))
        yield Paragraph(text)
        if why := context.meeting.about.why.strip():
            yield Paragraph(labelled(_("Who sees the need"), why))
    yield from questions.answers(context)
    yield from questions.to_be_answered(context) if not context.is_begun else ()
    yield from questions.called_for(context)


def attendance(context: RenderContext) -> Iterator[Block]:
    """Who took part and when, who was absent and why, and who was not called in the roll call."""
    everybody = in_round_order(context.meeting)
    expected = set() if context.is_begun else {Presence.EXPECTED}
    came = [participant for participant in everybody if participant.presence in HERE | expected | {Presence.LEFT}]
    away = [other for other in everybody if other.presence in AWAY and not _is_missed(context, other)]
    come, cannot = _titles(context)
    yield from titled_list(come, (_with_times(context, participant) for participant in came))
    yield from _missed(context)
    yield from titled_list(cannot, (_absence(context, participant) for participant in away))
    yield from titled_list(_("What we decided about those who could not come"), _decisions(context))
    unasked = roll_call(context.meeting).not_called if context.is_begun else ()
    named = (capitalized(context.addressing.introduce(other)) for other in unasked)
    yield from titled_list(_("Asked to attend or invited, but we have not recorded if they were there"), named)


def _titles(context: RenderContext) -> tuple[str, str]:
    """The titles of those who came and those who did not; before the meeting, of those who are to come or cannot."""
    if context.is_begun:
        return _("Who was there"), _("Who was not there")
    return _("Who will be there"), _("Not coming, coming later, or no reply yet")


def _decisions(context: RenderContext) -> Iterator[RichText]:
    """When and why the meeting was held without key people, or another time was looked for (requirement 148)."""
    for event, people in decisions_on_missing(context.meeting):
        sentence = _("{time} the meeting was held without {names}")
        if event.kind == REBOOK:
            sentence = _("{time} it was decided to find a new time when {names} can come")
        names = joined(", ", (context.addressing.introduce(participant) for participant in people))
        time = fixed(context.clock(event.at) if event.at else "")
        said = fill(sentence, time=time, names=names)
        yield fill(_("{decision}. Reason: {reason}"), decision=said, reason=event.reason) if event.reason else said


def attendees(context: RenderContext) -> Iterator[Block]:
    """Who was there and who was not, for the person's paper."""
    roll = roll_call(context.meeting)
    everybody = in_round_order(context.meeting)
    here = [participant for participant in everybody if participant in roll.here + roll.left]
    away = [participant for participant in roll.absentees if not _is_missed(context, participant)]
    come, cannot = _titles(context)
    yield from _named(context, come, here)
    yield from _missed(context)
    if context.is_begun:
        yield from _named(context, cannot, away)
        yield from (Paragraph(_absence(context, late)) for late in everybody if late.presence is Presence.LATE)
    else:
        yield from titled_list(cannot, (_absence(context, participant) for participant in away))


def _named(context: RenderContext, label: str, group: Sequence[Participant]) -> Iterator[Block]:
    if group:
        yield heading(2, label)
        yield Paragraph(capitalized(joined(", ", map(context.addressing.listed, group))))


def _is_missed(context: RenderContext, absent: Participant) -> bool:
    """Tell whether somebody is the person whom the document addresses, at whose own meeting they were not."""
    return context.is_begun and absent.presence in ABSENT and context.addressing.is_you(absent)


def _missed(context: RenderContext) -> Iterator[Block]:
    """Say to the person that they were not there, without a reproach."""
    if any(_is_missed(context, participant) for participant in context.meeting.participants):
        yield Paragraph(fixed(_("You were not there this time.")))


def consent(context: RenderContext) -> Iterator[Block]:
    """Each one's consent, its limits and its end, and when confidentiality was explained."""
    asked = (
        fill(
            _("Sharing with {who}: {consent}"),
            who=context.addressing.introduce(participant),
            consent=_consent_words(context, participant),
        )
        for participant in _asked(context)
    )
    waived = waiver_reason(context.meeting, ConcernKind.CONSENT)
    lines = (
        plan_consent(context),
        *asked,
        labelled(_("Reason for going ahead with the meeting"), waived),
        _limits(context),
        labelled(_("The consent is valid until"), context.date_text(context.meeting.person.consent_until)),
        _informed(context),
    )
    yield from titled_list(_("Consent"), lines)


def _person_name(context: RenderContext) -> str:
    """The name on the roll with what the person is called; empty where the audience sees no names."""
    person, called = context.meeting.person_participant, context.meeting.person.called
    name = person.name if person and context.audience == "full" else ""
    return name if called.casefold() in name.casefold() else f"{name} ({called})" if name else called


def _second_chair(context: RenderContext) -> RichText:
    """The second chair; empty where the chair is not named."""
    about, addressing = context.meeting.about, context.addressing
    return addressing.office(about.co_chair) if addressing.office(about.chair) else ""


def _with_times(context: RenderContext, other: Participant) -> RichText:
    remarks = (
        fixed(_("online")) if other.presence is Presence.REMOTE else "",
        _substitution(context, other),
        fixed(_("here for {parts}").format(parts=names)) if (names := parts_text(other, context.part_names)) else "",
        fixed(_("came {time}").format(time=context.clock(other.came))) if other.came else "",
        fixed(_("left {time}").format(time=context.clock(other.left))) if other.left else "",
    )
    address = f"<{other.email}>" if other.email.strip() else ""
    named = joined(" ", (capitalized(context.addressing.introduce(other)), address))
    who, remark = joined(", ", (named, other.phone)), joined(", ", remarks)
    return fill("{who} ({remark})", who=who, remark=remark) if remark else who


def _substitution(context: RenderContext, participant: Participant) -> RichText:
    other = context.meeting.participant(participant.substitute_for)
    return fill(_("in place of {name}"), name=context.addressing.introduce(other)) if other else ""


def _absence(context: RenderContext, participant: Participant) -> RichText:
    who = capitalized(context.addressing.introduce(participant))
    how = _(AWAY[participant.presence]) if context.is_begun else presence_word(participant.presence)
    if context.is_begun and participant.kind is Kind.PERSON and participant.presence is Presence.MISSING:
        how = _("did not come")
    return fill("{who}: {how}", who=who, how=fixed(how))


def _times(context: RenderContext) -> Iterator[str]:
    """When the meeting was opened, paused and closed."""
    happened = sorted(
        (event for event in context.meeting.events if event.at), key=lambda event: (event.at, event.order, event.id)
    )
    sentences = {
        "open": _("The meeting began at {time}"),
        "close": _("The meeting ended at {time}"),
        "reopen": _("The meeting began again at {time}"),
    }
    shown = [event for event in happened if event.kind in {*sentences, "break", "resume"}]
    for event, after in pairwise([*shown, None]):
        if event and event.at and event.kind in sentences:
            yield sentences[event.kind].format(time=context.clock(event.at))
        elif event and event.kind == "break":
            yield from _break(context, event, after)


def _break(context: RenderContext, begun: Event, after: Event | None) -> Iterator[str]:
    assert begun.at is not None
    if after is None or after.at is None:
        yield _("{time} break").format(time=context.clock(begun.at))
    elif after.at - begun.at >= SHORTEST_BREAK:
        yield _("{start}–{end} break").format(start=context.clock(begun.at), end=context.clock(after.at))


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


def _consent_words(context: RenderContext, asked: Participant) -> RichText:
    """The answer, who gave it, its day, what it covers, until when, its withdrawal (requirements 139, 140)."""
    detail = context.meeting.consent_detail(asked.id)
    giver = context.addressing.office(detail.given_by)
    parts = (
        fixed(_consent_label(asked)),
        fill(_("by {who}"), who=giver) if giver else "",
        context.date_text(detail.on),
        fill(_("covers {text}"), text=detail.covers) if detail.covers else "",
        fill(_("until {day}"), day=context.date_text(detail.until)) if detail.until else "",
        fill(_("withdrawn on {day}"), day=context.date_text(detail.withdrawn_on)) if detail.withdrawn_on else "",
    )
    return joined(", ", parts)


def _limits(context: RenderContext) -> RichText:
    """Say that something must not be passed on, and who knows what; never the topic itself."""
    if not context.is_consent_limited:
        return ""
    chair = context.meeting.participant(context.meeting.about.chair)
    if chair:
        return fill(
            _("There are limits to the consent. Ask {chair} before you pass anything on."),
            chair=context.addressing.in_sentence(chair),
        )
    return fixed(_("There are limits to the consent. Ask the chair before you pass anything on."))


def _informed(context: RenderContext) -> RichText:
    at = ticked_at(context.meeting, "confidentiality")
    return fixed(_("{time} the chair explained confidentiality").format(time=context.clock(at))) if at else ""
