"""The forms of the time screen: roles, the meeting, the minutes of its phases; and leaving a phase too early."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _, language, ngettext
from sip_tui.meeting.content.questions import all_questions
from sip_tui.meeting.guidance.phase_guard import Concern, ConcernKind, concerns_before_leaving, waive_concern
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Answer, RowId
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.people.consent import REFUSED
from sip_tui.meeting.people.roles import change_meeting_info
from sip_tui.meeting.time.agenda import days_early, planned_minutes, set_minutes
from sip_tui.parsing.meeting_fields import set_child
from sip_tui.phrasing.consent_questions import missing_consent, refused_consent
from sip_tui.phrasing.plan_words import plan_words
from sip_tui.phrasing.wording import join_words, local, name_or_role, person_name
from sip_tui.resources.meeting_types import part_name
from sip_tui.screens.base import SipScreen
from sip_tui.screens.dialogs import ConfirmDialog
from sip_tui.screens.draft_dialog import ReasonDialog
from sip_tui.screens.forms.form_screen import FormScreen, SelectField, TextField
from sip_tui.screens.forms.interpretation import when_feedback
from sip_tui.screens.forms.row_forms import people_options
from sip_tui.screens.time.phase_panels import plan_warning_sentences
from sip_tui.swedish.dates import formatting
from sip_tui.swedish.dates.formatting import iso
from sip_tui.swedish.dates.parser import TimeKind, read_when, stored_text
from sip_tui.widgets.safe_text import plain

NEVER_EMPTY = frozenset({"interpreted", "bell"})
"""Choices in which something always holds."""


def about_form(screen: SipScreen) -> FormScreen:
    """Return the form about the meeting: roles, purpose, follow-up, how it is held."""
    fields, interpreted = _about(screen.meeting), str(screen.meeting.about.interpreted)

    def feedback(meeting: Meeting, values: Mapping[str, str], today: date) -> str:
        """Say when they meet again, and how long an interpreted meeting is."""
        length = _length(meeting) if values["interpreted"] not in {interpreted, ""} else ""
        return "\n".join(text for text in (when_feedback(values["follow_up"], today, year=True), length) if text)

    return FormScreen(
        _("The meeting"),
        fields,
        partial(_write_about, screen),
        feedback,
        stored=lambda meeting: {field.name: field.value for field in _about(meeting)},
        row_id=RowId("about", "meeting"),
        draft="about",
    )


def _about(meeting: Meeting) -> tuple[TextField | SelectField, ...]:
    row, child = meeting.about, meeting.person.child
    nobody, everybody = _("nobody chosen"), people_options(meeting)
    return (
        TextField("purpose", _("Purpose"), row.purpose),
        SelectField("chair", _("Chair"), everybody, row.chair, nobody, people=True, words_to="purpose"),
        SelectField("co_chair", _("Also leads"), everybody, row.co_chair, nobody, people=True, words_to="purpose"),
        SelectField("secretary", _("Secretary"), everybody, row.secretary, nobody, people=True, words_to="purpose"),
        TextField("follow_up", _("Follow-up meeting"), as_typed(row.follow_up), _("for instance {day} 13.00")),
        SelectField(
            "child", _("A child"), [(Answer.YES, _("yes: more breaks, other words"))], Answer.YES * child, _("no")
        ),
        SelectField("interpreted", _("Time for the interpreter"), _times(), str(row.interpreted)),
        SelectField("bell", _("Bell"), [("on", _("on")), ("off", _("off"))], "on" if row.bell else "off"),
    )


def _times() -> list[tuple[str, str]]:
    """How long everything takes with an interpreter, in percent, and in words."""
    return [
        ("100", _("no more")),
        ("125", _("a quarter more")),
        ("150", _("half as much again")),
        ("200", _("double")),
    ]


def _write_about(screen: SipScreen, values: Mapping[str, str]) -> None:
    given = {name: value for name, value in values.items() if value or name not in NEVER_EMPTY}
    given.pop("child", None)
    if "follow_up" in given:
        given["follow_up"] = as_day(given["follow_up"], screen.today)
    about = change_meeting_info(screen.meeting, given, screen.moment)
    screen.write((*about, *_paced(screen.meeting, values)), step="about meeting")


def _length(meeting: Meeting) -> str:
    """How long the meeting is, for a choice that has changed it."""
    minutes = meeting.about.minutes
    sentence = ngettext("The meeting is now {count} minute long.", "The meeting is now {count} minutes long.", minutes)
    return sentence.format(count=minutes)


def _paced(meeting: Meeting, values: Mapping[str, str]) -> tuple[Edit, ...]:
    return set_child(meeting, child=bool(values["child"])) if "child" in values else ()


def minutes_form(screen: SipScreen) -> FormScreen:
    """The minutes of each phase, to be set as one likes."""
    before = planned_minutes(screen.meeting)
    fields = tuple(
        TextField(phase, part_name(screen.meeting, phase), str(minutes), str(minutes), digits=True)
        for phase, minutes in before.items()
    )

    def write(values: Mapping[str, str]) -> None:
        """Write the minutes of every phase."""
        # A field that is emptied shows what stood there, and that is what holds.
        given = {phase: int(text) if text.isdecimal() else before[phase] for phase, text in values.items()}
        screen.write(set_minutes(given), step="phases")

    title = _("Times of the parts")
    return FormScreen(
        title,
        fields,
        write,
        lambda meeting, _values, _today: _summed(meeting),
        stored=lambda meeting: {phase: str(minutes) for phase, minutes in planned_minutes(meeting).items()},
    )


def _summed(meeting: Meeting) -> str:
    """The sum and what is odd, both read from the meeting: of two sources, one would be wrong."""
    total, minutes = sum(planned_minutes(meeting).values()), meeting.about.minutes
    summed = ngettext("{total} of {count} minute", "{total} of {count} minutes", minutes)
    return "\n".join([summed.format(total=total, count=minutes), *plan_warning_sentences(meeting).values()])


def as_day(text: str, today: date) -> str:
    """A day as it is kept, with its year; what has more than one meaning, or none, stays as it was typed."""
    read = read_when(text, today)
    return text if read.kind is TimeKind.ASK or iso(text) else stored_text(read)


def as_typed(day: str) -> str:
    """A day that is kept, as people type it: "2027-02-19 13:00-14:00"."""
    return day.replace("T", " ").replace("/", "-") if iso(day) else day


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
        "Not gone through from the earlier plan: {actions}. "
        "Press {keys[go.actions]}, and {keys[action.outcome]} on each."
    ),
    ConcernKind.PROMISES: N_("Without a name or a time: {actions}."),
}


SHOWN = 4
"""Names that are shown of a concern."""


async def confirm_early_opening(screen: SipScreen) -> bool:
    """Ask whether to open a meeting that is planned for a later day."""
    days, start = days_early(screen.meeting, local(screen.moment.at)), screen.meeting.about.start
    sentence = ngettext(
        "The meeting is planned for {day}: that is tomorrow.",
        "The meeting is planned for {day}: that is in {count} days.",
        days,
    ).format(day=formatting.day(local(start), language()) if start else "", count=days)
    question = Content.styled(_("Do you want to open the meeting already?"), "bold")
    return await screen.app.push_screen_wait(ConfirmDialog(question, Content(sentence))) is True


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
    """Why the chair goes on; None when the chair does not. Only what is missing in consent asks for a reason."""
    if any(concern.kind is ConcernKind.CONSENT for concern in concerns):
        return await screen.app.push_screen_wait(ReasonDialog(words))
    return "" if await screen.app.push_screen_wait(ConfirmDialog(words)) else None


def leaving_words(meeting: Meeting, phase: str, concerns: Sequence[Concern]) -> Content:
    """What the phase still owes somebody, one line each."""
    title = _("Move on from {phase} already?").format(phase=part_name(meeting, phase))
    return Content("\n").join([Content.styled(title, "bold"), *(_worry(meeting, concern) for concern in concerns)])


def _consent_worries(meeting: Meeting, rows: Sequence[str]) -> str:
    """Tell those nobody has asked about from those for whom the answer was no."""
    names: dict[bool, list[str]] = {False: [], True: []}
    for participant in filter(None, map(meeting.participant, rows)):
        names[participant.consent in REFUSED].append(name_or_role(participant))
    sentences = {False: missing_consent, True: refused_consent}
    return " ".join(sentences[said_no](meeting, _some(found)) for said_no, found in names.items() if found)


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
