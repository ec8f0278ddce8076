"""Feedback on what is typed in a form: the day with its week, a day off, a vague word, a long text read back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from rich.cells import cell_len

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import _, language
from sip_tui.meeting.content.doers import joint_doers
from sip_tui.meeting.content.questions import all_questions
from sip_tui.meeting.model.enums import Kind
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.meeting.people.roles import is_sole_chair
from sip_tui.meeting_file.vocabulary import kind_of_role
from sip_tui.parsing.identity_numbers import has_identity_number
from sip_tui.parsing.participant_names import ParsedAction
from sip_tui.phrasing.parts import parts_text
from sip_tui.phrasing.wording import join_words, leaves_at, name_or_role
from sip_tui.resources.glossary import explanation
from sip_tui.resources.meeting_types import part_names
from sip_tui.swedish.dates.formatting import day, iso
from sip_tui.swedish.dates.holidays import RedDay, Rest
from sip_tui.swedish.dates.parser import TimeKind, format_when, read_when, stored_text, warning
from sip_tui.swedish.style.vague_words import vague_words
from sip_tui.widgets.safe_text import plain

FIELD_ROOM = 180
"""Cells that a field shows in a small terminal, on as many lines as it grows to; a longer text is read back whole."""


def action_feedback(meeting: Meeting, values: Mapping[str, str], today: date) -> str:
    """Read an action's time back, and point at vague words and at an action of the chair's own."""
    parts = (
        when_feedback(values["when"], today),
        vague_feedback(values["what"]),
        own_action_warning(meeting, values["who"]),
    )
    return " ".join(part for part in parts if part)


def number_warning(texts: Iterable[str]) -> str:
    """Say that a personal identity number is not needed; empty when no text holds one."""
    warning = _(
        "A personal identity number is not needed here: take it out. It is then gone from this meeting on "
        "this computer once the meeting is closed."
    )
    return warning if has_identity_number(texts) else ""


def goal_feedback(_meeting: Meeting, values: Mapping[str, str], today: date) -> str:
    """Read a goal's day back, and ask kindly when nobody could see that it is reached (requirements 29, 99)."""
    parts = (when_feedback(values["by"], today), _sign_question(values["text"], values["sign"]))
    return " ".join(part for part in parts if part)


def _sign_question(text: str, sign: str) -> str:
    """Ask what one would see or hear; a sign that is vague itself is asked about as well."""
    if words := vague_words(sign):
        return _("“{words}”: what would you see or hear then?").format(words=", ".join(words))
    words = vague_words(text)
    if not words or sign.strip():
        return ""
    return _("“{words}” can mean many things. How will you know that you have got there?").format(
        words=", ".join(words)
    )


def own_action_warning(meeting: Meeting, who: str) -> str:
    """Advise the chair about an action of the chair's own (requirement 185)."""
    advice = _("You lead the meeting and are going to do this yourself: let someone else lead while you talk about it.")
    return advice if is_sole_chair(meeting, who) else ""


def questions_feedback(meeting: Meeting, values: Mapping[str, str], _today: date) -> str:
    """Read back the questions whose numbers are written, and say which numbers there are when one is none of them."""
    questions, numbers = all_questions(meeting), numbers_in(values["questions"])
    if unknown := sorted(numbers - set(range(1, len(questions) + 1))):
        sentence = _("There is no question {number}: the meeting has {count}. Press {keys[go.prepare]} to see them.")
        return sentence.format(number=unknown[0], count=len(questions), keys=KEYS)
    return "\n".join(f"{number}. {questions[number - 1].text}" for number in sorted(numbers))


def numbers_in(text: str) -> set[int]:
    """Return the whole numbers that stand in a text, such as "1, 3"."""
    return {int(number) for number in re.findall(r"[0-9]{1,4}", text)}


def term_feedback(_meeting: Meeting, values: Mapping[str, str], _today: date) -> str:
    """Show what the shipped glossary says about a word, as long as nobody in the room has explained it."""
    known = "" if values["answer"].strip() else explanation(values["term"])
    return _("Ask first. If nobody knows: {told}").format(told=known) if known else ""


def when_feedback(text: str, today: date, *, year: bool = False) -> str:
    """Read a time back; ask when it cannot be read, and never guess. With ``year`` the year is always written."""
    if not text.strip():
        return ""
    when = read_when(text, today)
    if when.kind is TimeKind.ASK:
        choices = [format_when(candidate, language()) for candidate in when.candidates]
        question = _("Do you mean {choices}?").format(choices=_(" or ").join(choices))
        return question if choices else _("Which day is that? Write a weekday, or day and month as 4/5.")
    day_off = warning(when)
    written = format_when(replace(when, with_year=year or when.with_year), language())
    read = _("Noted: {when}.").format(when=written)
    return (
        f"{read} " + _("That is a weekend or public holiday: {day}.").format(day=_day_off(day_off)) if day_off else read
    )


def as_day(text: str, today: date) -> str:
    """A day as it is kept, with its year; what has more than one meaning, or none, stays as it was typed."""
    read = read_when(text, today)
    return text if read.kind is TimeKind.ASK or iso(text) else stored_text(read)


def as_typed(day: str) -> str:
    """A day that is kept, as people type it: "2027-02-19 13:00-14:00"."""
    return day.replace("T", " ").replace("/", "-") if iso(day) else day


def _day_off(red: RedDay) -> str:
    """Write a day off as in the middle of a sentence: "söndag", "julafton", "Kristi himmelsfärdsdag"."""
    if red.rest in {Rest.SATURDAY, Rest.SUNDAY}:
        return day(red.day, language()).split()[0]
    return red.name if red.name.startswith("Kristi") else red.name[:1].lower() + red.name[1:]


def leaves_feedback(meeting: Meeting, values: Mapping[str, str], _today: date) -> str:
    """Read back when somebody must leave, and for which parts they are here.

    What cannot be read stays as typed, but nobody is reminded of it.
    """
    read = _leaving(values["leaves"].strip()), _parts(meeting, values.get("parts", ""))
    return "\n".join(filter(None, (_guardian_question(meeting, values), *read)))


def _guardian_question(meeting: Meeting, values: Mapping[str, str]) -> str:
    """Ask about the only guardian of somebody who is no child; a mother or father may be that of a youngster."""
    guardians = [other for other in meeting.participants if other.kind is Kind.GUARDIAN]
    is_parent = kind_of_role(values.get("role", ""), adult=True) is Kind.KIN
    if values.get("kind") != Kind.GUARDIAN or meeting.person.child or is_parent or guardians[1:]:
        return ""
    return _(
        "Only a child has someone with parental responsibility. If the person is a child, write that first. "
        "If not, write that they are family."
    )


def _leaving(text: str) -> str:
    if not text:
        return ""
    at = leaves_at(text)
    read = _("Noted: leaves {time}.").format(time=at) if at else ""
    return read or _("Write for instance 13.40, and you will be reminded in time.")


def _parts(meeting: Meeting, text: str) -> str:
    if not text.strip():
        return ""
    names = part_names(meeting)
    if said := parts_text(Participant(id="", parts=text), names):
        return _("Noted: here for {parts}. You will be reminded when they begin.").format(parts=said)
    return _("Write the names of the parts: {parts}.").format(parts=join_words(list(names)))


def vague_feedback(text: str) -> str:
    """Point at words that promise nothing; a hint, never a correction (requirement 31)."""
    words = vague_words(text)
    return _("“{words}” is vague – who will notice, and how?").format(words=", ".join(words)) if words else ""


def account_feedback(meeting: Meeting, values: Mapping[str, str], today: date) -> str:
    """Read back what does not fit in its field, and point at promises that promise nothing."""
    vague = vague_feedback(" ".join(values.get(slot, "") for slot in ("goals", "support")))
    return "\n".join(part for part in (long_text_feedback(meeting, values, today), vague) if part)


def long_text_feedback(_meeting: Meeting, values: Mapping[str, str], _today: date) -> str:
    """Show every text that is longer than its field in full."""
    long = (plain(text.strip()) for text in values.values() if cell_len(text) > FIELD_ROOM)
    return "\n".join(_("“{text}”").format(text=text) for text in long)


def action_line_feedback(meeting: Meeting, action: ParsedAction, today: date) -> str:
    """Read an action back that was typed in one line: who, what, when; those who do it together are all named."""
    doer = meeting.participant(action.who)
    maybe = [name_or_role(each) for row in action.candidates if (each := meeting.participant(row))]
    nobody = _("who? {names}").format(names=join_words(maybe)) if maybe else _("nobody yet")
    together = "" if doer else joint_doers(meeting, action.what)
    several = join_words(maybe) if len(maybe) > 1 else together
    who = name_or_role(doer) if doer else several if together else nobody
    parts = [plain(who), plain(action.what), when_feedback(action.when_text, today) or _("no time")]
    return " · ".join(part for part in parts if part)
