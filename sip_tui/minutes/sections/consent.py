"""Consent and confidentiality, only where everything is told (F06; seed rows 15, 139, 141, 194)."""

from __future__ import annotations

from collections.abc import Iterator

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.guidance.checklist import ticked_at
from sip_tui.meeting.guidance.phase_guard import ConcernKind, waiver_reason
from sip_tui.meeting.model.enums import FAMILY
from sip_tui.meeting.model.meeting import Participant
from sip_tui.meeting.people.attendance import in_round_order
from sip_tui.meeting.people.consent import needs_consent
from sip_tui.minutes.context import RenderContext, filled, labelled, listed
from sip_tui.minutes.document import Block

CONSENT = {
    "written": N_("consent in writing"),
    "oral": N_("consent by word of mouth"),
    "none": N_("no consent"),
    "withdrawn": N_("consent withdrawn"),
}


def consent(telling: RenderContext) -> Iterator[Block]:
    """Each one's consent, what it leaves out, how long it holds, and when all were told about confidentiality."""
    person = telling.meeting.person
    lines = filled(
        *(labelled(telling.voice.introduce(one), _said(one)) for one in _asked(telling)),
        labelled(_("The meeting went on all the same, because"), waiver_reason(telling.meeting, ConcernKind.CONSENT)),
        labelled(_("Not to be talked about or passed on"), person.kept_out),
        labelled(_("The consent holds until"), telling.spoken(person.consent_until)),
        _informed(telling),
    )
    yield from listed(_("Consent"), lines)


def _asked(telling: RenderContext) -> Iterator[Participant]:
    """Those with an answer; when anybody has been asked, the actors who have not been are told too."""
    everybody = in_round_order(telling.meeting)
    begun = any(one.consent.strip() for one in everybody)
    return (
        one for one in everybody if one.consent.strip() or (begun and needs_consent(one) and one.kind not in FAMILY)
    )


def _said(one: Participant) -> str:
    return _(CONSENT.get(one.consent, one.consent)) if one.consent.strip() else _("nobody has asked")


def _informed(telling: RenderContext) -> str:
    at = ticked_at(telling.meeting, "confidentiality")
    return _("{time} everybody was told about confidentiality").format(time=telling.clock(at)) if at else ""
