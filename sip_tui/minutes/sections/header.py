"""The head of the minutes: when, where, why, who was there and who was not (seed rows 13, 20, 53, 95, 158)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.model.enums import HERE, Presence
from sip_tui.meeting.model.meeting import Event, Participant
from sip_tui.meeting.people.attendance import in_round_order, roll_call
from sip_tui.minutes.context import RenderContext, filled, labelled, listed
from sip_tui.minutes.document import Block, Heading, Paragraph
from sip_tui.minutes.sections import questions

AWAY = {
    Presence.EXCUSED: N_("excused"),
    Presence.MISSING: N_("missing without a word"),
    Presence.LATE: N_("expected later, never marked as here"),
}
"""How somebody was away."""


def title(telling: RenderContext) -> str:
    """The title: what kind of meeting these are the minutes of."""
    kind = telling.meeting.about.type.strip()
    meeting = _("SIP meeting") if kind.casefold() in {"", "sip"} else kind
    return _("Notes from {meeting}").format(meeting=meeting)


def facts(telling: RenderContext) -> Iterator[Block]:
    """Day, times, place and who led; says so when the meeting is not closed."""
    about, voice = telling.meeting.about, telling.voice
    happened = list(_times(telling))
    planned = telling.clock(about.start) if about.start and not happened else ""
    lines = filled(
        labelled(_("Meeting"), about.title),
        labelled(_("Day"), telling.day(telling.held) if telling.held and voice.audience != "person" else ""),
        labelled(_("Planned to start"), planned),
        *happened,
        labelled(_("Place"), about.place),
        labelled(_("Called by"), voice.office(about.called_by)),
        labelled(_("Chair"), voice.office(about.chair)),
        labelled(_("Second chair"), _second_chair(telling)),
        labelled(_("Secretary"), voice.office(about.secretary)),
    )
    yield from list(listed(_("The meeting"), lines))
    if not any(one.kind == "close" for one in telling.meeting.events):
        yield Paragraph(_("The meeting is not closed yet: this is a draft."))


def purpose(telling: RenderContext) -> Iterator[Block]:
    """Why they met, and the questions that the meeting was to answer, with the answers."""
    if text := telling.meeting.about.purpose.strip():
        yield Heading(2, _("Why we met"))
        yield Paragraph(text)
    yield from questions.questions_asked(telling)


def attendance(telling: RenderContext) -> Iterator[Block]:
    """Who took part, with who came late and left early, who was away and how, and who was never asked for."""
    everybody = in_round_order(telling.meeting)
    came = [one for one in everybody if one.presence in HERE | {Presence.LEFT}]
    away = [one for one in everybody if one.presence in AWAY]
    yield from listed(_("Took part"), (_with_times(telling, one) for one in came))
    yield from listed(_("Absent"), (_away(telling, one) for one in away))
    unasked = (telling.voice.introduce(one) for one in roll_call(telling.meeting).not_called)
    yield from listed(_("Called to the meeting, but it is not written down whether they came"), unasked)


def company(telling: RenderContext) -> Iterator[Block]:
    """Who was there and who was not, one a line, for the person."""
    roll = roll_call(telling.meeting)
    here = [one for one in in_round_order(telling.meeting) if one in roll.here + roll.left]
    yield from listed(_("They were there"), (telling.voice.introduce(one) for one in here))
    yield from listed(_("They could not come"), (telling.voice.introduce(one) for one in roll.absentees))


def _second_chair(telling: RenderContext) -> str:
    """Who led beside the chair; nobody where the chair is not named, for there is no second without a first."""
    about, voice = telling.meeting.about, telling.voice
    return voice.office(about.co_chair) if voice.office(about.chair).strip() else ""


def _with_times(telling: RenderContext, one: Participant) -> str:
    remarks = filled(
        _("at a distance") if one.presence is Presence.REMOTE else "",
        _instead(telling, one),
        _("came {time}").format(time=telling.clock(one.came)) if one.came else "",
        _("left {time}").format(time=telling.clock(one.left)) if one.left else "",
    )
    address = f"<{one.email}>" if one.email.strip() else ""
    ways = "".join(f" {way}" for way in filled(address, one.phone))
    return telling.voice.introduce(one) + ways + (f" ({', '.join(remarks)})" if remarks else "")


def _instead(telling: RenderContext, one: Participant) -> str:
    other = telling.meeting.participant(one.substitute_for)
    return _("in place of {name}").format(name=telling.voice.introduce(other)) if other else ""


def _away(telling: RenderContext, one: Participant) -> str:
    return labelled(telling.voice.introduce(one), _(AWAY[one.presence]))


def _times(telling: RenderContext) -> Iterator[str]:
    """What happened when: opened, each break from when to when, closed."""
    happened = sorted((one for one in telling.meeting.events if one.at), key=lambda one: (one.at, one.order, one.id))
    said = {
        "open": _("{time} the meeting was opened"),
        "close": _("{time} the meeting was closed"),
        "reopen": _("{time} the meeting was opened again"),
    }
    shown = [one for one in happened if one.kind in {*said, "break", "resume"}]
    for one, after in pairwise([*shown, None]):
        if one and one.at and one.kind in said:
            yield said[one.kind].format(time=telling.clock(one.at))
        elif one and one.kind == "break":
            yield _break(telling, one, after)


def _break(telling: RenderContext, one: Event, after: Event | None) -> str:
    assert one.at is not None
    if after is None or after.at is None:
        return _("{time} break").format(time=telling.clock(one.at))
    return _("{start}–{end} break").format(start=telling.clock(one.at), end=telling.clock(after.at))
