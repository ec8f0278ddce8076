"""What the chair can say about a row before people go home, in words that can be said to the person."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.guidance.wrap_up import (
    booker,
    coordinator,
    feedback_of,
    is_parked,
    is_person_away,
    open_wrap_up_items,
    phone_of,
    question_of_row,
    valid_answer,
    wonder_of,
)
from sip_tui.meeting.model.enums import Answer, RowId
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.phrasing.delivery import delivery_question, refused_sentence
from sip_tui.phrasing.plan_words import plan_words
from sip_tui.phrasing.wording import emergency_contact, format_when, person_name
from sip_tui.screens.wrap_up.rows import find_question, participant_name
from sip_tui.widgets.safe_text import plain

ASKS: Mapping[str, str] = {
    "safe": N_("{name}, do you feel comfortable with what we have decided?"),
    "wonders": N_("Do you have any more questions, {name}?"),
    "knows_whom": N_("Do you know who to turn to if you have questions, {name}?"),
    "satisfied": N_("Are you happy with the meeting, {name}?"),
    "words": N_("How was it for you today, {name}? Say it in your own words."),
}
"""Question → how it is asked."""
ANSWERED: Mapping[tuple[str, str], str] = {
    ("safe", Answer.YES): N_("I'm glad you feel comfortable with it, {name}. What do you like about it?"),
    ("safe", Answer.PARTLY): N_("What would make you feel more comfortable with it, {name}?"),
    ("safe", Answer.NO): N_("What would make you feel more comfortable with it, {name}?"),
    ("knows_whom", Answer.YES): N_("Good! Just to be sure: {whom}"),
    ("knows_whom", Answer.NO): N_("Let me say it again: {whom}"),
    ("satisfied", Answer.YES): N_("Good to hear, {name}. What was good today?"),
    ("satisfied", Answer.PARTLY): N_("What could have been better today, {name}?"),
    ("satisfied", Answer.NO): N_("What could have been better today, {name}?"),
}
"""Question and answer → what is said then."""


_PROMPTS: Mapping[str, tuple[str, str]] = {
    "told_by": (
        N_("{person} is not here. Who will tell {person} what we have decided, and when?"),
        N_("{name} will tell {person} what we have decided. When?"),
    ),
    "wish": (
        N_("{person}, who would you like to coordinate your plan?"),
        N_("You have said you would like {wish}. Is that right?"),
    ),
    "authority": (
        N_("Which authority has overall responsibility for the plan: the municipality or the region?"),
        N_("Overall responsibility for the plan lies with {text}. Is that right?"),
    ),
    "evaluation": (
        N_("When we meet again we will also check whether the goals have been reached. Or on another day?"),
        N_("We will check whether the goals have been reached: {when}."),
    ),
    "ended": (
        N_("Why is the plan ending?"),
        N_("The plan is ending: {text}. Is that right for you, {person}?"),
    ),
    "remains": (
        N_("Who will still be there for you when the plan has ended, {person}?"),
        N_("These people will still be there for you, {person}: {text}."),
    ),
    "approved_on": (
        N_("{person}, do you approve the plan as it is now?"),
        N_("You have approved the plan, {person}: {when}."),
    ),
    "contact": (
        N_("If something important happens before then: who will you call, {person}?"),
        N_("If something happens before then, {person}, call {who}."),
    ),
    "changed": (
        N_("What will we do if the help changes, or does not happen?"),
        N_("If the help changes: {text}"),
    ),
    "convener": (
        N_("Who will call the others together if we need to meet sooner?"),
        N_("{name} will call the others together if we need to meet sooner."),
    ),
}
"""Row → what is said while it is empty, and when it is not."""
_PROMPTS_WITHOUT_PERSON: Mapping[str, tuple[str, str]] = {
    "wish": (N_("Who would {person} like?"), N_("{person} would like {wish}. Is that right?")),
    "ended": (N_("Why is the plan ending?"), N_("This is ending: {text}. Who will tell {person}?")),
    "remains": (
        N_("Who will still be there for {person} afterwards?"),
        N_("These people will still be there for {person}: {text}."),
    ),
    "approved_on": (N_("How does {person} approve the plan?"), N_("{person} has approved the plan: {when}.")),
    "contact": (
        N_("If something important happens before then: who will {person} call?"),
        N_("If something happens before then, {person} should call {who}."),
    ),
}
"""As ``_PROMPTS``, to the others: the person is not here to be spoken to."""


def wrap_up_sentence(meeting: Meeting, row_id: RowId, *, may_close: bool = False) -> str:
    """Write what to say about a row; that the meeting may be closed as well, when everything is settled."""
    if row_id.table == "question":
        sentence = _question(meeting, row_id.id)
    elif row_id.table == "delivery":
        sentence = plain("\n".join(filter(None, (delivery_question(meeting, row_id.id), refused_sentence(meeting)))))
    elif row_id.table in _PROMPTS:
        sentence = _prompt(meeting, row_id.table)
    elif row_id.table in _SENTENCES:
        sentence = _SENTENCES[row_id.table](meeting)
    else:
        sentence = _feedback(meeting, *question_of_row(meeting, row_id))
    ready = _("Everything is done. Press {keys[close]} to close the meeting.").format(keys=KEYS)
    closes = may_close and not open_wrap_up_items(meeting)
    return "\n".join(part for part in (sentence, ready if closes else "") if part)


def _feedback(meeting: Meeting, who: str, question: str) -> str:
    """Write the question, or what follows from its answer."""
    name = participant_name(meeting, who)
    if not (name and question):
        return _("Thank you, {name}. How was it for you today, in your own words?").format(name=name) if name else ""
    answer = valid_answer(feedback_of(meeting, who), question)
    if not answer:
        return _(ASKS[question]).format(name=name)
    if question == "wonders":
        return _wonder(meeting, who)
    if question == "words":
        return _("Thank you for telling us, {name}.").format(name=name)
    if question == "knows_whom":
        return _knows_whom(meeting, name, answer)
    return _(ANSWERED[question, answer]).format(name=name)


def _wonder(meeting: Meeting, who: str) -> str:
    if not wonder_of(feedback_of(meeting, who)):
        return _("No more questions.")
    if is_parked(meeting, who):
        return _("We have written it down, and we will come back to it.")
    return _("Can someone here answer it now? Press {keys[wonder.park]} to keep it for another time.").format(keys=KEYS)


def _knows_whom(meeting: Meeting, name: str, answer: str) -> str:
    """Write whom the person turns to, and how; where nobody has been chosen, ask who it should be."""
    who = meeting.between.contact if meeting.participant(meeting.between.contact) else meeting.between.coordinator
    if not participant_name(meeting, who):
        return _("Who would you like to be able to call, {name}? Let's decide that now.").format(name=name)
    whom = _("you can turn to {who}.").format(who=_with_phone(meeting, who))
    return _(ANSWERED["knows_whom", answer]).format(whom=whom)


def _with_phone(meeting: Meeting, who: str) -> str:
    """Write a name, with the telephone number when there is one."""
    phone = plain(phone_of(meeting, who))
    return f"{participant_name(meeting, who)}, {phone}" if phone else participant_name(meeting, who)


def _prompt(meeting: Meeting, name: str) -> str:
    """Ask for what a field of the interim plan holds, or read it back."""
    text = plain(getattr(meeting.between, name).strip())
    filled = {
        "text": text,
        "wish": text.rstrip("."),
        "when": plain(format_when(text)).rstrip("."),
        "name": participant_name(meeting, text),
        "who": _with_phone(meeting, text),
    }
    empty, full = (_PROMPTS_WITHOUT_PERSON if is_person_away(meeting) else {}).get(name, _PROMPTS[name])
    is_filled = text and (participant_name(meeting, text) or name not in {"told_by", "contact", "convener"})
    return plan_words(meeting, full if is_filled else empty).format(person=plain(person_name(meeting)), **filled)


def _coordinator(meeting: Meeting) -> str:
    keeper = coordinator(meeting)
    if keeper is None:
        return _who_keeps(meeting, plain(meeting.between.wish.strip()))
    sentence = plan_words(meeting, N_("{who} coordinates the plan. Everyone here can get in touch."))
    sentence = sentence.format(who=_with_phone(meeting, keeper.id))
    return sentence if phone_of(meeting, keeper.id) else f"{sentence} " + _("Which number?")


def _who_keeps(meeting: Meeting, wish: str) -> str:
    """Ask for a coordinator; the person's wish comes before the choice (requirement 39)."""
    if wish:
        return _("{person}, you have said that you want {wish}. Is that right?").format(
            person=plain(person_name(meeting)), wish=wish.rstrip(".")
        )
    if meeting.person_participant and not is_person_away(meeting):
        return _("Ask first: {person}, who would you like?").format(person=plain(person_name(meeting)))
    return plan_words(meeting, N_("Who will coordinate the plan from now on?"))


def _follow_up(meeting: Meeting) -> str:
    booked, who = plain(format_when(meeting.about.follow_up.strip())), booker(meeting)
    if not booked:
        reason = plain(meeting.between.unbooked.strip())
        because = _("We are not booking a day now: {reason}").format(reason=reason)
        return because if reason else _("Which day shall we meet again, where, and who will book it?")
    again = _("Our next meeting: {when}.").format(when=booked)
    place = _("Where?") if not meeting.between.place.strip() else ""
    books = _("{name} will book it.").format(name=participant_name(meeting, who.id)) if who else _("Who will book it?")
    return " ".join(part for part in (again, place, books, _("Which of you need to come?")) if part)


def _question(meeting: Meeting, row: str) -> str:
    question = find_question(meeting, row)
    if question is None:
        return ""
    if question.answer.strip():
        return _("Did you get an answer to this, {person}?").format(person=plain(person_name(meeting)))
    return _("“{text}” What is our answer, in plain words?").format(text=plain(question.text))


_SENTENCES: Mapping[str, Callable[[Meeting], str]] = {
    "coordinator": _coordinator,
    "follow_up": _follow_up,
    "urgent": lambda meeting: _("When it is urgent: {text}").format(text=plain(emergency_contact(meeting))),
}
"""Row → what is said about it."""
