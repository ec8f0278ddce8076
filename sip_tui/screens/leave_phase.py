"""Entering a phase: the chair confirms an early opening, and once what the phase that is left still owes somebody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _, language, ngettext
from sip_tui.meeting.content.questions import all_questions
from sip_tui.meeting.guidance.phase_guard import Concern, ConcernKind, concerns_before_leaving, waive_concern
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.people.consent import REFUSED
from sip_tui.meeting.time.agenda import days_early, time_early
from sip_tui.phrasing.consent_questions import missing_consent, refused_consent
from sip_tui.phrasing.plan_words import plan_words
from sip_tui.phrasing.wording import format_clock, join_words, local, name_or_role, person_name
from sip_tui.resources.meeting_types import part_name
from sip_tui.screens.base import SipScreen
from sip_tui.screens.dialogs import ConfirmDialog
from sip_tui.screens.draft_dialog import ReasonDialog
from sip_tui.swedish.dates import formatting
from sip_tui.widgets.safe_text import plain

WORRIES = {
    ConcernKind.PERSON_UNHEARD: N_("Not spoken yet in this part: {names}."),
    ConcernKind.QUEUE: N_("Waiting to speak: {names}."),
    ConcernKind.TERMS: N_("Not explained yet: {terms}."),
    ConcernKind.PICTURE: N_("Still to ask whether they see it the same way: {names}."),
    ConcernKind.QUESTIONS: N_("Questions without an answer: {questions}"),
    ConcernKind.MATTERS: N_(
        "Ask {person}: what matters most to you? Press Esc, and then {keys[go.situation]} to write the answer."
    ),
    ConcernKind.WORKS: N_("Nobody has said what works. Begin there: press Esc, and then {keys[go.situation]}."),
    ConcernKind.REVIEW: N_(
        "From the earlier plan, not yet reviewed: {actions}. Press {keys[go.actions]}, and "
        "{keys[action.outcome]} on each."
    ),
    ConcernKind.PROMISES: N_("Without a name or a time to keep: {actions}."),
}


IN_HOURS = 120
"""Minutes from which a time ahead is told in hours."""
SHOWN = 4
"""Names that are shown of a concern."""


async def confirm_early_opening(screen: SipScreen) -> bool:
    """Ask whether to open a meeting that is planned for later."""
    question = Content.styled(_("Do you want to open the meeting already?"), "bold")
    sentence = Content(early_sentence(screen.meeting, local(screen.moment.at)))
    return await screen.app.push_screen_wait(ConfirmDialog(question, sentence)) is True


def early_sentence(meeting: Meeting, now: datetime) -> str:
    """Say when a meeting is planned, and how long it is till then: in days, on the day itself in hours or minutes."""
    start = local(meeting.about.start or now)
    if days := days_early(meeting, now):
        sentence = ngettext(
            "The meeting is planned for {day}: that is tomorrow.",
            "The meeting is planned for {day}: that is in {count} days.",
            days,
        )
        return sentence.format(day=formatting.day(start, language()), count=days)
    minutes = round(time_early(meeting, now).total_seconds() / 60)
    if minutes >= IN_HOURS:
        sentence, count = _("The meeting is planned for {time}: that is in {count} hours."), round(minutes / 60)
    else:
        sentence, count = _("The meeting is planned for {time}: that is in {count} minutes."), minutes
    return sentence.format(time=format_clock(start), count=count)


async def confirm_leaving_phase(screen: SipScreen) -> bool:
    """Ask once about what the phase still owes somebody, and record what is waived; False when the chair stays.

    Requirements 15 and 188.
    """
    phase, concerns = screen.timing.phase, concerns_before_leaving(screen.meeting, screen.timing)
    if not concerns:
        return True
    reason = await _reason(screen, leaving_words(screen.meeting, phase, concerns), concerns)
    if reason is None:
        return False
    for concern in concerns:
        why = reason if concern.kind is ConcernKind.CONSENT else ""
        screen.write(waive_concern(screen.meeting, phase, concern, why, screen.moment))
    return True


async def _reason(screen: SipScreen, words: Content, concerns: Sequence[Concern]) -> str | None:
    """Why the chair goes on; None when the chair does not. Only what is missing in consent asks for a reason.

    That is asked after the yes: a letter that answers everywhere is no text here.
    """
    if not await screen.app.push_screen_wait(ConfirmDialog(words)):
        return None
    if not any(concern.kind is ConcernKind.CONSENT for concern in concerns):
        return ""
    why = Content.styled(_("Why are you going ahead anyway, and how have you solved it?"), "bold")
    return await screen.app.push_screen_wait(ReasonDialog(why))


def leaving_words(meeting: Meeting, phase: str, concerns: Sequence[Concern]) -> Content:
    """What the phase still owes somebody, one line each."""
    title = _("Move on from “{phase}” already?").format(phase=part_name(meeting, phase))
    return Content("\n").join([Content.styled(title, "bold"), *(_worry(meeting, concern) for concern in concerns)])


def _consent_worries(meeting: Meeting, rows: Sequence[str]) -> str:
    """Tell those nobody has asked about from those for whom the answer was no."""
    names: dict[bool, list[str]] = {False: [], True: []}
    for participant in filter(None, map(meeting.participant, rows)):
        names[participant.consent in REFUSED].append(name_or_role(participant))
    sentences = {False: missing_consent, True: refused_consent}
    said = [sentences[said_no](meeting, _some(found)) for said_no, found in names.items() if found]
    return " ".join([*said, _("If you go ahead anyway: press {keys[ask.yes]}, and write why.").format(keys=KEYS)])


def _worry(meeting: Meeting, concern: Concern) -> Content:
    if concern.kind is ConcernKind.CONSENT:
        return Content(f"• {plain(_consent_worries(meeting, concern.rows))}")
    sentence = plan_words(meeting, WORRIES[concern.kind]).format(
        person=person_name(meeting),
        names=_some([name_or_role(participant) for row in concern.rows if (participant := meeting.participant(row))]),
        terms=_some([term.term for term in meeting.terms if term.id in concern.rows]),
        actions=_some(_plan_texts(meeting, concern.rows)),
        keys=KEYS,
        questions=" ".join(question.text for question in all_questions(meeting) if question.id in concern.rows),
    )
    return Content(f"• {plain(sentence)}")


def _plan_texts(meeting: Meeting, rows: Sequence[str]) -> list[str]:
    """The texts of actions and goals, actions first."""
    goals = [goal.text for goal in meeting.goals if goal.id in rows]
    return [action.what for action in meeting.actions if action.id in rows] + goals


def _some(words: Sequence[str]) -> str:
    """The first few, and how many there are besides: nobody reads fourteen names before going on."""
    rest = len(words) - SHOWN
    if rest < 2:
        return join_words(words)
    return join_words([*words[:SHOWN], ngettext("{count} more", "{count} more", rest).format(count=rest)])
