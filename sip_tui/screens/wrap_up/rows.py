"""The rows of what is settled before people go home, each saying in words what stands or what is missing (F15-F21)."""

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
    wrap_up_progress,
    wrap_up_sections,
)
from sip_tui.meeting.model.meeting import Meeting, Participant, Question
from sip_tui.phrasing.wording import display_name, emergency_contact, format_when, name_with_role, role_or_kind
from sip_tui.widgets.safe_text import plain

ListRow = tuple[str, Content]
"""The row's name, and what is shown; a name that begins with ``#`` is no row."""
SETTLED, OPEN, FREE = "✓", "○", " "
HEADINGS: Mapping[WrapUpSection, str] = {
    WrapUpSection.FEEDBACK: N_("How was it for {person}?"),
    WrapUpSection.KEEPER: N_("The one who keeps the plan together"),
    WrapUpSection.AGAIN: N_("When we meet again"),
    WrapUpSection.BETWEEN: N_("If something happens before then"),
    WrapUpSection.QUESTIONS: N_("The questions the meeting was to answer"),
}
LABELS: Mapping[str, str] = {
    "safe": N_("Feels safe with what we have decided"),
    "wonders": N_("Wonders about something more"),
    "knows_whom": N_("Knows whom to turn to"),
    "satisfied": N_("Content with the meeting"),
    "words": N_("In their own words"),
    "told_by": N_("Not here; is told by"),
    "wish": N_("Own wish"),
    "coordinator": N_("Keeps the plan together"),
    "authority": N_("Responsible for the whole"),
    "follow_up": N_("Day and time"),
    "evaluation": N_("We look at the goals"),
    "contact": N_("Whom to call"),
    "urgent": N_("When it is urgent"),
    "changed": N_("If the help changes"),
    "convener": N_("Calls the others together"),
}
SAID: Mapping[str, str] = {"yes": N_("yes"), "partly": N_("partly"), "no": N_("no")}
"""The answers, as they are said."""
SHORT: Mapping[str, str] = {"safe": N_("safe"), "knows_whom": N_("knows whom"), "satisfied": N_("content")}
"""Question → a word for it where several stand on one line."""
MISSING: Mapping[str, str] = {
    **dict.fromkeys(("told_by", "coordinator", "contact", "convener"), N_("nobody yet")),
    **dict.fromkeys(("authority", "changed"), N_("not said yet")),
    "follow_up": N_("no day yet"),
}
"""What a row says while nothing stands in it; that nobody has asked, when it is not named."""


def heading(meeting: Meeting) -> str:
    """How far it has come, in one line."""
    done, everything = wrap_up_progress(meeting)
    return _("Before you go home: {done} of {all} settled").format(done=done, all=everything)


def ending_rows(meeting: Meeting) -> Iterator[ListRow]:
    """Every section under its heading."""
    for section, items in wrap_up_sections(meeting).items():
        title = _(HEADINGS[section]).format(person=the_person(meeting))
        yield f"#{section}", Content.styled(title, "bold underline")
        yield from ((one.row, _line(meeting, one)) for one in items)


def the_person(meeting: Meeting) -> str:
    """What the person is called."""
    one = meeting.person_participant
    return plain(display_name(meeting, one) if one else meeting.person.called or _("the person"))


def named(meeting: Meeting, who: str) -> str:
    """What a participant is called; empty for nobody."""
    one = meeting.participant(who)
    return plain(display_name(meeting, one)) if one else ""


def question(meeting: Meeting, row: str) -> Question | None:
    """A question of the meeting by its id."""
    return next((one for one in all_questions(meeting) if one.id == row), None)


def _line(meeting: Meeting, item: WrapUpItem) -> Content:
    mark = {True: SETTLED, False: OPEN, None: FREE}[item.settled]
    if item.name == "question":
        return _question(mark, question(meeting, item.about))
    if item.name == "family":
        return _family(meeting, mark, meeting.participant(item.about))
    text = _VALUES[item.name](meeting) if item.name in _VALUES else _said(meeting, item)
    told = Content(text) if text else Content.styled(_(MISSING.get(item.name, N_("not asked yet"))), "italic")
    return Content.assemble(f"  {mark} ", (_(LABELS[item.name]), "bold"), ": ", told)


def _said(meeting: Meeting, item: WrapUpItem) -> str:
    """What the person has answered."""
    text = valid_answer(feedback_of(meeting, item.about), item.name)
    if item.name in FEEDBACK_ANSWERS:
        return _(SAID[text]) if text else ""
    parked = " " + _("(parked)") if item.name == "wonders" and is_parked(meeting, item.about) else ""
    return _quoted(text) + parked


def _family(meeting: Meeting, mark: str, one: Participant | None) -> Content:
    """Somebody of the family: the name, and below it the answers on one line, then what was said."""
    if one is None:
        return Content("")
    given = feedback_of(meeting, one.id)
    role = f", {plain(role_or_kind(one))}" if one.name else ""
    who = Content.assemble(f"  {mark} ", (named(meeting, one.id), "bold"), role)
    answers = {name: valid_answer(given, name) for name in FEEDBACK_ANSWERS}
    words = [f"{_(SHORT[name])}: {_(SAID[text])}" for name, text in answers.items() if text]
    lines = [" · ".join(words), *(_quoted(getattr(given, name)) for name in ("wonders", "words"))]
    if not any(lines):
        return Content.assemble(who, " – ", (_("not asked yet"), "italic"))
    return Content("\n").join([who, *(Content(f"     {line}") for line in lines if line)])


def _question(mark: str, one: Question | None) -> Content:
    text, answer = (plain(one.text), plain(one.answer.strip())) if one else ("", "")
    told = Content(answer) if answer else Content.styled(_("no answer yet"), "italic")
    return Content.assemble(f"  {mark} ", (text, "bold"), "\n     ", told)


def _quoted(text: str) -> str:
    return _("“{text}”").format(text=plain(text.strip())) if text.strip() else ""


def _coordinator(meeting: Meeting) -> str:
    one = coordinator(meeting)
    if one is None:
        return ""
    number = plain(phone_of(meeting, one.id)) or _("no telephone number")
    return f"{plain(name_with_role(one))}, {number}"


def _follow_up(meeting: Meeting) -> str:
    about, between, who = meeting.about, meeting.between, booker(meeting)
    if not about.follow_up.strip():
        reason = plain(between.unbooked.strip())
        return _("not booked, because: {reason}").format(reason=reason) if reason else ""
    day = [plain(one) for one in (format_when(about.follow_up.strip()), between.place.strip()) if one]
    books = [_("{name} books it").format(name=named(meeting, who.id))] if who else []
    return ", ".join([*day, *books])


def _evaluation(meeting: Meeting) -> str:
    told = plain(format_when(meeting.between.evaluation.strip()))
    same = _("on the same day") if meeting.about.follow_up.strip() else ""
    return told or same or _("on the day when we meet again")


def _somebody(name: str) -> Callable[[Meeting], str]:
    return lambda meeting: named(meeting, getattr(meeting.between, name))


def _text(name: str) -> Callable[[Meeting], str]:
    return lambda meeting: plain(getattr(meeting.between, name).strip())


_VALUES: Mapping[str, Callable[[Meeting], str]] = {
    "coordinator": _coordinator,
    "follow_up": _follow_up,
    "evaluation": _evaluation,
    "urgent": lambda meeting: plain(emergency_contact(meeting)),
    "wish": lambda meeting: _quoted(meeting.between.wish),
    **{name: _somebody(name) for name in ("told_by", "contact", "convener")},
    **{name: _text(name) for name in ("authority", "changed")},
}
"""Row → what stands in it; empty when nothing does."""
