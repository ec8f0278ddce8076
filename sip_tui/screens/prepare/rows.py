"""The lines of the preparation: the meeting, the person, the purpose, who is called, and what is left to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.about import changed_fields
from sip_tui.meeting.content.questions import all_questions
from sip_tui.meeting.guidance.preparation import Task, open_tasks, preparation_tasks
from sip_tui.meeting.model.enums import Answer, Kind, RowId
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.meeting.people.attendance import in_round_order
from sip_tui.meeting.people.floor import speaker_numbers
from sip_tui.meeting.people.invitations import question_numbers, unwanted, without_question
from sip_tui.phrasing.fields import field_label
from sip_tui.phrasing.invitations import invitation_word
from sip_tui.phrasing.wording import (
    format_when,
    join_words,
    local,
    name_or_role,
    name_with_role,
    person_name,
)
from sip_tui.resources.region import region
from sip_tui.screens.chair import digit_of, number_width
from sip_tui.screens.prepare.forms import lead_time_sentences
from sip_tui.screens.roll_call.rows import NARROW, consent_words
from sip_tui.widgets.row_list import HEADING
from sip_tui.widgets.safe_text import fit_width, plain
from sip_tui.widgets.text_layout import HangingIndent

TASKS = {
    "person": N_("Write who the meeting is about"),
    "purpose": N_("Write the purpose and at least one question"),
    "time": N_("Set day and time"),
    "place": N_("Write the place or the link"),
    "people": N_("Write who is coming"),
    "plan_consent": N_("Ask whether we may make a plan"),
    "consent": N_("Ask for consent for each service"),
    "call": N_("Send the invitation"),
    "answers": N_("Wait for replies to the invitation"),
    "tell_person": N_("Tell the person why, which questions, and who is coming"),
    "interpreter": N_("Book an interpreter: {language}"),
    "kin": N_("Ask family or a friend to come along"),
    "support": N_("Bring what helps: {support}"),
    "transport": N_("Arrange travel there and back: {travel}"),
    "room": N_("Book the room: {place}"),
    "link": N_("Send the link to those who take part online"),
    "screen": N_("Screen or board in the room"),
    "read_up": N_("Read through: the last plan, what is not done, hard words"),
}
"""Task of the preparation → its words."""
WHERE = {"person": "person", "purpose": "purpose", "time": "about", "place": "about"}
"""Task → the line with what it lacks."""
LABEL = 12


def prepare_rows(meeting: Meeting, width: int) -> Iterator[tuple[RowId, Content]]:
    """Yield every line with its row, for a list that is ``width`` cells wide."""
    yield RowId("field", "about"), _labelled(_("The meeting"), _about(meeting))
    yield RowId("field", "person"), _labelled(_("The person"), _person(meeting))
    yield RowId("field", "purpose"), _labelled(_("Purpose"), plain(meeting.about.purpose) or _missing())
    for number, question in enumerate(all_questions(meeting), 1):
        yield RowId("questions", question.id), _labelled("", f"{number}. {plain(question.text)}")
    numbers, widths = speaker_numbers(meeting), _widths(meeting, width)
    yield RowId("#called"), Content.styled(_called_heads(meeting, widths), HEADING)
    for participant in in_round_order(meeting):
        yield RowId("participants", participant.id), _called(meeting, participant, numbers, widths)
    yield RowId("#tasks"), Content.styled(_("What is left to do"), HEADING)
    for task in sorted(preparation_tasks(meeting), key=lambda task: task.done or task.not_needed):
        yield RowId("task", task.key), _task(meeting, task)


def _labelled(label: str, text: str) -> Content:
    return HangingIndent(Content.assemble((fit_width(label, LABEL), "bold"), f" {text}"), lead=LABEL + 1)


def _missing() -> str:
    return _("nothing written yet")


def _about(meeting: Meeting) -> str:
    about = meeting.about
    when = format_when(local(about.start).isoformat()) if about.start else _("no day yet")
    caller = meeting.participant(about.called_by)
    called = caller.name or caller.organisation if caller else about.called_by
    parts = (about.type, when, _("{count} min").format(count=about.minutes), about.place, about.link)
    line = " · ".join(plain(part) for part in parts if part)
    by = _("meeting called by {name}").format(name=plain(called))
    return f"{line} · {by}" if called else line


def _person(meeting: Meeting) -> str:
    person, row = meeting.person, meeting.person_participant
    name = row.name if row and row.name != person.called else ""
    language = _("interpreter: {language}").format(language=person.interpreter_language)
    parts = (
        "" if name.startswith(person.called) and name else person.called or _missing(),
        name,
        _("child") if person.child else "",
        language if person.interpreter_language else "",
        _("wants family or a friend to come too") if person.kin_wanted is Answer.YES else "",
        *(
            person.cognitive_support,
            person.breaks,
            person.travel,
            person.communication,
            person.takes_part,
            person.reach,
        ),
    )
    return " · ".join(plain(part) for part in parts if part)


class _Widths(NamedTuple):
    """Cells of a row, and of the columns of those who come."""

    row: int
    call: int
    consent: int


def _widths(meeting: Meeting, width: int) -> _Widths:
    """Measure the columns: they are as wide as the longest words in them, which are never cut."""
    gap, people = 1 if width < NARROW else 2, meeting.participants
    calls = [cell_len(_call_word(meeting, row)) for row in people]
    consents = [cell_len(consent_words(meeting, row, width)[0]) for row in people]
    call, consent = max(cell_len(_("Invitation")), *calls, 0), max(cell_len(_("Consent")), *consents, 0)
    return _Widths(width, call + gap, consent + gap)


def _called_heads(meeting: Meeting, widths: _Widths) -> str:
    """Return the heads of the columns of those who come; the heading of them all stands over the names."""
    if not meeting.participants:
        return _("Who is coming")
    lead = " " * number_width(speaker_numbers(meeting))
    return (
        f"{lead} {fit_width(_('Invitation'), widths.call)}{fit_width(_('Consent'), widths.consent)}{_('Who is coming')}"
    )


def _called(meeting: Meeting, participant: Participant, numbers: Mapping[str, int], widths: _Widths) -> Content:
    """Digit, answer to the call and consent in columns, then who it is and what else is known of them here."""
    consent, colour = consent_words(meeting, participant, widths.row)
    lead = f"{digit_of(numbers, participant.id)} {fit_width(_call_word(meeting, participant), widths.call)}"
    rest = " · ".join(part for part in _known(meeting, participant) if part)
    who = f"{plain(name_with_role(participant))}  {rest}".rstrip()
    cell = fit_width(consent, widths.consent)
    return HangingIndent(Content.assemble(lead, (cell, colour), who), lead=len(lead) + widths.consent)


def _call_word(meeting: Meeting, participant: Participant) -> str:
    """Return how far the call of somebody has come; the person, whose meeting it is, is not called."""
    return "" if participant.kind is Kind.PERSON else invitation_word(meeting, participant.id)


def _known(meeting: Meeting, participant: Participant) -> Iterator[str]:
    """Yield for which questions somebody comes, whether the person wants them, and whether they are needed."""
    if asked := ", ".join(map(str, question_numbers(meeting, participant.id))):
        yield _("question {numbers}").format(numbers=asked)
    wanted = meeting.invitation(participant.id).wanted
    if wanted is Answer.NO:
        yield _("the person would rather not have them there")
    elif wanted:
        yield _("the person would like them there")
    if participant.key_person:
        yield _("key person")


def prepare_progress(meeting: Meeting, width: int) -> str:
    """Say how much is left to do before the meeting, and what comes first where there is room for it."""
    left = open_tasks(meeting)
    if not left:
        return _("Before the meeting: everything is done")
    counted = _("Before the meeting: {count} left").format(count=len(left))
    first = f"{counted} · ☐ {plain(task_words(meeting, left[0]))}"
    return first if cell_len(first) <= width else counted


def _task(meeting: Meeting, task: Task) -> Content:
    sign = "–" if task.not_needed else "✓" if task.done else "☐"
    words = _("not needed") if task.not_needed else ""
    style = "" if task.done or task.not_needed else "bold $primary"
    return Content.assemble((sign, style), f" {plain(task_words(meeting, task))}  {words}")


def task_words(meeting: Meeting, task: Task) -> str:
    """Say what a task is."""
    if task.text:
        return task.text
    person = meeting.person
    return _(TASKS[task.key]).format(
        language=person.interpreter_language,
        support=person.cognitive_support,
        travel=person.travel,
        place=meeting.about.place,
    )


def prepare_sentence(meeting: Meeting, today: date) -> Content:
    """Say below the list what somebody should think about before the call."""
    lines = [*lead_time_sentences(meeting, today, region())]
    if names := [name_or_role(participant) for participant in unwanted(meeting)]:
        sentence = _("{person} would rather not have {names} here. Talk about it before you invite anyone or begin.")
        lines.append(sentence.format(person=person_name(meeting), names=join_words(names)))
    if meeting.about.questions and (names := [name_or_role(participant) for participant in without_question(meeting)]):
        sentence = _(
            "Why have they been asked to come? {names}: press {keys[roll.questions]} to link them to a question."
        )
        lines.append(sentence.format(names=join_words(names[:4]), keys=KEYS))
    if fields := changed_fields(meeting):
        sentence = _("Changed after the invitation: {fields}. Tell those who have had it.")
        lines.append(sentence.format(fields=join_words([field_label(field, "about") for field in fields])))
    return Content("\n").join([Content(plain(line)) for line in lines])
