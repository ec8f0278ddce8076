"""Who agreed to the plan being made, or said no to it: the person, or the guardians of a child (requirement 139)."""

from __future__ import annotations

from collections.abc import Sequence

from sip_tui.i18n.translation import _
from sip_tui.meeting.model.enums import Consent, Kind
from sip_tui.meeting.model.meeting import Participant
from sip_tui.meeting.people.consent import asked_about_plan
from sip_tui.minutes.context import RenderContext, capitalized, fill, fixed, joined
from sip_tui.minutes.document import RichText


def plan_consent(context: RenderContext) -> RichText:
    """Say who has said yes to the plan; empty when nobody has, or when the meeting makes no plan."""
    agreed = [
        participant
        for participant in asked_about_plan(context.meeting)
        if context.meeting.consent_detail(participant.id).plan in {Consent.ORAL, Consent.WRITTEN}
    ]
    if not agreed or not context.is_plan:
        return ""
    return fill(
        _("{who} agreed to us making this plan."),
        who=_those(context, agreed),
    )


def plan_refused(context: RenderContext) -> RichText:
    """Say who has said no to the plan, as there is none then; empty when nobody has."""
    refusers = [other for other in context.meeting.participants if other.id in context.refusers]
    if not refusers:
        return ""
    return fill(_("{who} said no to us making a plan."), who=_those(context, refusers))


def _those(context: RenderContext, participants: Sequence[Participant]) -> RichText:
    """Name them at the beginning of a sentence; every paper with this says "you" to the person."""
    names = [
        fixed(_("you")) if participant.kind is Kind.PERSON else context.addressing.brief(participant)
        for participant in participants
    ]
    return capitalized(_in_a_row(names))


def _in_a_row(names: Sequence[RichText]) -> RichText:
    """Join names as a sentence does: "a, b and c"."""
    if len(names) == 1:
        return names[0]
    return fill(_("{most} and {last}"), most=joined(", ", names[:-1]), last=names[-1])
