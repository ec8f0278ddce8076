"""Before a phase is left: what it still owes somebody is told once, and the chair goes on when the chair says so."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _, ngettext
from sip_tui.meeting.content.questions import questions
from sip_tui.meeting.guidance.phase_guard import Concern, ConcernKind, waive
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.phrasing.wording import display_name, join_words, name_or_role
from sip_tui.resources.guidance import phase_name
from sip_tui.screens.base import SipScreen
from sip_tui.screens.dialogs import ConfirmDialog
from sip_tui.screens.reason import ReasonDialog
from sip_tui.widgets.plain import plain

WORRIES = {
    ConcernKind.CONSENT: N_("{person} has not said yes to: {names}. Ask {person}, or write why you go on."),
    ConcernKind.PERSON_UNHEARD: N_("{names} has not been heard in this part."),
    ConcernKind.QUEUE: N_("{names} waits for the floor."),
    ConcernKind.TERMS: N_("Not explained yet: {terms}."),
    ConcernKind.PICTURE: N_("Not asked yet whether it is the same picture: {names}."),
    ConcernKind.QUESTIONS: N_("Not answered yet: {questions}"),
    ConcernKind.MATTERS: N_(
        "Nobody has asked {person}: what matters most to you? {keys[go.situation]} writes the answer."
    ),
    ConcernKind.WORKS: N_("Nobody has told what works. Begin there: {keys[go.situation]} writes it."),
    ConcernKind.PROMISES: N_("Without a name or a time: {actions}."),
}


SHOWN = 4
"""Names that are told of a concern."""


async def confirm_leaving_phase(screen: SipScreen, concerns: Sequence[Concern]) -> bool:
    """Ask once, kindly, and write down what the chair lets go; false when the chair stays (seed rows 15, 188)."""
    phase = screen.timing.phase
    reason = await _reason(screen, leaving_words(screen.meeting, phase, concerns), concerns)
    if reason is None:
        return False
    for one in concerns:
        why = reason if one.worry is ConcernKind.CONSENT else ""
        screen.write(waive(screen.meeting, phase, one, why, screen.moment))
    return True


async def _reason(screen: SipScreen, words: Content, concerns: Sequence[Concern]) -> str | None:
    """Why the chair goes on; None when the chair does not. Only what is missing in consent asks for a reason."""
    if any(one.worry is ConcernKind.CONSENT for one in concerns):
        return await screen.app.push_screen_wait(ReasonDialog(words))
    return "" if await screen.app.push_screen_wait(ConfirmDialog(words)) else None


def leaving_words(meeting: Meeting, phase: str, concerns: Sequence[Concern]) -> Content:
    """What the phase still owes somebody, one line each."""
    title = _("Leave {phase} already?").format(phase=phase_name(phase))
    return Content("\n").join([Content.styled(title, "bold"), *(_worry(meeting, one) for one in concerns)])


def _worry(meeting: Meeting, concern: Concern) -> Content:
    person = meeting.the_person
    told = _(WORRIES[concern.worry]).format(
        person=display_name(meeting, person) if person else meeting.person.called or _("the person"),
        names=_some([name_or_role(one) for row in concern.rows if (one := meeting.participant(row))]),
        terms=_some([one.term for one in meeting.terms if one.id in concern.rows]),
        actions=_some([one.what for one in meeting.actions if one.id in concern.rows]),
        keys=KEYS,
        questions=" ".join(one.text for one in questions(meeting) if one.id in concern.rows),
    )
    return Content(f"• {plain(told)}")


def _some(words: Sequence[str]) -> str:
    """The first few, and how many there are besides: nobody reads fourteen names before going on."""
    rest = len(words) - SHOWN
    if rest < 2:
        return join_words(words)
    return join_words([*words[:SHOWN], ngettext("{count} more", "{count} more", rest).format(count=rest)])
