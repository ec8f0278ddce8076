"""The rows of what is settled before people go home, each with its value or what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from textual.content import Content

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.questions import all_questions
from sip_tui.meeting.guidance.wrap_up import (
    FEEDBACK_ANSWERS,
    WrapUpItem,
    WrapUpSection,
    booker,
    coordinator,
    feedback_of,
    is_parked,
    phone_of,
    valid_answer,
    wonder_of,
    wrap_up_progress,
    wrap_up_sections,
)
from sip_tui.meeting.model.enums import Answer, RowId, find_row
from sip_tui.meeting.model.meeting import Meeting, Participant, Question
from sip_tui.phrasing.delivery import delivery_words, paper_name
from sip_tui.phrasing.plan_words import plan_words
from sip_tui.phrasing.wording import (
    display_name,
    emergency_contact,
    format_when,
    name_with_role,
    person_name,
    role_or_kind,
)
from sip_tui.screens.row_list_screen import ListRow
from sip_tui.widgets.row_list import HEADING
from sip_tui.widgets.safe_text import plain

_MARKS = {True: "✓", False: "○", None: " "}
"""Whether a row is settled, or need not be → its mark."""
HEADINGS: Mapping[WrapUpSection, str] = {
    WrapUpSection.FEEDBACK: N_("How was the meeting for {person}?"),
    WrapUpSection.KEEPER: N_("The coordinator"),
    WrapUpSection.AGAIN: N_("When we meet again"),
    WrapUpSection.BETWEEN: N_("If something happens before then"),
    WrapUpSection.DELIVERY: N_("How everyone gets {paper}"),
    WrapUpSection.QUESTIONS: N_("The questions the meeting should answer"),
}
LABELS: Mapping[str, str] = {
    "safe": N_("Feels comfortable with what we have decided"),
    "wonders": N_("Has another question"),
    "knows_whom": N_("Knows who to turn to with questions"),
    "satisfied": N_("Happy with the meeting"),
    "words": N_("In their own words"),
    "told_by": N_("Not here – who will tell them?"),
    "wish": N_("Wish"),
    "coordinator": N_("Coordinates the plan"),
    "authority": N_("Overall responsibility"),
    "approved_on": N_("Approved together"),
    "follow_up": N_("Date and time"),
    "evaluation": N_("Then you will check how the goals are going"),
    "ended": N_("The plan is ending"),
    "remains": N_("Who will still be there"),
    "contact": N_("Who to call"),
    "urgent": N_("When it is urgent"),
    "changed": N_("If the help changes"),
    "convener": N_("Will call the others together"),
}
ANSWERS: Mapping[str, str] = {Answer.YES: N_("yes"), Answer.PARTLY: N_("partly"), Answer.NO: N_("no")}
"""Answer → its word."""
SHORT_LABELS: Mapping[str, str] = {"safe": N_("safe"), "knows_whom": N_("knows who to ask"), "satisfied": N_("happy")}
"""Question → a word for it where several stand on one line."""
MISSING: Mapping[str, str] = {
    **dict.fromkeys(("told_by", "coordinator", "contact", "convener"), N_("nobody yet")),
    **dict.fromkeys(("authority", "changed", "remains"), N_("not said yet")),
    **dict.fromkeys(("follow_up", "approved_on"), N_("no day yet")),
}
"""Row → what it shows while it is empty; otherwise that nobody has asked."""


def progress_line(meeting: Meeting) -> str:
    """Write how much is settled."""
    done, everything = wrap_up_progress(meeting)
    return _("Before you go home: {done} of {all} done").format(done=done, all=everything)


def wrap_up_rows(meeting: Meeting) -> Iterator[ListRow]:
    """List every section under its heading."""
    for section, items in wrap_up_sections(meeting).items():
        title = plan_words(meeting, HEADINGS[section]).format(
            person=plain(person_name(meeting)), paper=paper_name(meeting)
        )
        yield RowId(f"#{section}"), Content.styled(title, HEADING)
        yield from ((item.row, _line(meeting, item)) for item in items)


def participant_name(meeting: Meeting, row: str) -> str:
    """Return what to call a participant; empty for nobody."""
    participant = meeting.participant(row)
    return plain(display_name(meeting, participant)) if participant else ""


def find_question(meeting: Meeting, row: str) -> Question | None:
    """Find a question of the meeting, also one of the invitation that has no row yet."""
    return find_row(all_questions(meeting), row)


def _line(meeting: Meeting, item: WrapUpItem) -> Content:
    mark = f"  {_MARKS[item.settled]} "
    if item.name == "question":
        return _question(mark, find_question(meeting, item.about))
    if item.name == "delivery":
        return delivery_line(meeting, mark, item.about)
    if item.name == "family":
        return _family(meeting, mark, meeting.participant(item.about))
    text = _VALUES[item.name](meeting) if item.name in _VALUES else _feedback(meeting, item)
    missing = Content.styled(_(MISSING.get(item.name, N_("not asked yet"))), "italic")
    return Content.assemble(
        mark, (plan_words(meeting, LABELS[item.name]), "bold"), ": ", Content(text) if text else missing
    )


def _feedback(meeting: Meeting, item: WrapUpItem) -> str:
    """Write what the person has answered."""
    text = valid_answer(feedback_of(meeting, item.about), item.name)
    if item.name in FEEDBACK_ANSWERS:
        return _(ANSWERS[text]) if text else ""
    if item.name == "wonders" and text and not wonder_of(feedback_of(meeting, item.about)):
        return _("No, nothing more.")
    parked = " " + _("(another time)") if item.name == "wonders" and is_parked(meeting, item.about) else ""
    return _quoted(text) + parked


def _family(meeting: Meeting, mark: str, participant: Participant | None) -> Content:
    """Write the name of somebody of the family, below it the answers on one line, then their own words."""
    if participant is None:
        return Content("")
    feedback = feedback_of(meeting, participant.id)
    role = role_or_kind(participant) if participant.name else ""
    who = Content.assemble(
        mark, (participant_name(meeting, participant.id), "bold"), f", {plain(role)}" if role else ""
    )
    answers = {name: valid_answer(feedback, name) for name in FEEDBACK_ANSWERS}
    words = [f"{_(SHORT_LABELS[name])}: {_(ANSWERS[text])}" for name, text in answers.items() if text]
    lines = [" · ".join(words), _quoted(wonder_of(feedback)), _quoted(feedback.words)]
    if not any(lines):
        return Content.assemble(who, " – ", (_("not asked yet"), "italic"))
    return Content("\n").join([who, *(Content(f"     {line}") for line in lines if line)])


def delivery_line(meeting: Meeting, mark: str, who: str) -> Content:
    """Write how a receiver gets the plan, who sees to it and by when, or that they have had it."""
    receiver = meeting.participant(who)
    if receiver is None:
        return Content("")
    name = Content.assemble(mark, (participant_name(meeting, who), "bold"), ": ")
    return name + (Content(plain(delivery_words(meeting, who))) or Content.styled(_("not asked yet"), "italic"))


def _question(mark: str, question: Question | None) -> Content:
    text, answer = (plain(question.text), plain(question.answer.strip())) if question else ("", "")
    shown = Content(answer) if answer else Content.styled(_("no answer yet"), "italic")
    return Content.assemble(mark, (text, "bold"), "\n     ", shown)


def _quoted(text: str) -> str:
    return _("“{text}”").format(text=plain(text.strip())) if text.strip() else ""


def _coordinator(meeting: Meeting) -> str:
    keeper = coordinator(meeting)
    if keeper is None:
        return ""
    phone = plain(phone_of(meeting, keeper.id)) or _("no telephone number")
    return f"{plain(name_with_role(keeper))}, {phone}"


def _follow_up(meeting: Meeting) -> str:
    between, who = meeting.between, booker(meeting)
    if not (day := meeting.about.follow_up.strip()):
        reason = plain(between.unbooked.strip())
        return _("not booked: {reason}").format(reason=reason) if reason else ""
    books = _("{name} will book it").format(name=participant_name(meeting, who.id)) if who else ""
    return ", ".join(part for part in (plain(format_when(day)), plain(between.place.strip()), books) if part)


def _approved(meeting: Meeting) -> str:
    between = meeting.between
    by = participant_name(meeting, between.approved_by)
    parts = (plain(format_when(between.approved_on.strip())), plain(between.approved_how.strip()), by)
    return ", ".join(filter(None, parts)) if parts[0] else ""


def _evaluation(meeting: Meeting) -> str:
    day = plain(format_when(meeting.between.evaluation.strip()))
    same = _("on the same day") if meeting.about.follow_up.strip() else ""
    return day or same or _("on the day when we meet again")


def _somebody(name: str) -> Callable[[Meeting], str]:
    return lambda meeting: participant_name(meeting, getattr(meeting.between, name))


def _text(name: str) -> Callable[[Meeting], str]:
    return lambda meeting: plain(getattr(meeting.between, name).strip())


_VALUES: Mapping[str, Callable[[Meeting], str]] = {
    "coordinator": _coordinator,
    "follow_up": _follow_up,
    "evaluation": _evaluation,
    "approved_on": _approved,
    "urgent": lambda meeting: plain(emergency_contact(meeting)),
    "wish": lambda meeting: _quoted(meeting.between.wish),
    **{name: _somebody(name) for name in ("told_by", "contact", "convener")},
    **{name: _text(name) for name in ("authority", "changed", "ended", "remains")},
}
"""Row → its value; empty when it has none."""
