"""What was understood, read back while somebody types: the day with its week, a red day, a vague word (F12, F13)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sip_tui.i18n.translation import _, language
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.people.roles import is_sole_chair
from sip_tui.parsing.participant_names import ParsedAction
from sip_tui.phrasing.wording import join_words, leaves_at, name_or_role
from sip_tui.resources.glossary import explanation
from sip_tui.swedish.dates.formatting import day
from sip_tui.swedish.dates.holidays import RedDay, Rest
from sip_tui.swedish.dates.parser import TimeKind, read_when, said, warning
from sip_tui.swedish.style.vague_words import vague_words
from sip_tui.widgets.safe_text import plain


def action_back(meeting: Meeting, values: Mapping[str, str], today: date) -> str:
    """What an action's form says about what has been typed in it."""
    own = own_action(meeting, values.get("who", ""))
    parts = (when_back(values.get("when", ""), today), vague_back(values["what"]), own)
    return " ".join(part for part in parts if part)


def own_action(meeting: Meeting, who: str) -> str:
    """What the chair is told about an action of the chair's own (seed row 185)."""
    told = _("You lead the meeting and do this yourself: let somebody else lead while you talk about it.")
    return told if is_sole_chair(meeting, who) else ""


def term_back(values: Mapping[str, str]) -> str:
    """What the shipped list says about a word, as long as nobody in the room has explained it."""
    told = "" if values["answer"].strip() else explanation(values["term"])
    return _("Ask first. If nobody knows: {told}").format(told=told) if told else ""


def when_back(text: str, today: date, *, year: bool = False) -> str:
    """Read a time back; ask when it cannot be read, and never guess. What is months away is told with its year."""
    if not text.strip():
        return ""
    when = read_when(text, today)
    if when.kind is TimeKind.ASK:
        choices = [said(one, language()) for one in when.candidates]
        asked = _("Do you mean {choices}?").format(choices=_(" or ").join(choices))
        return asked if choices else _("Which day is that? Write it as 27/11 or as Friday.")
    red = warning(when)
    told = _("Understood: {when}.").format(when=said(replace(when, with_year=year or when.with_year), language()))
    return f"{told} " + _("That is a day off: {day}.").format(day=_day_off(red)) if red else told


def _day_off(red: RedDay) -> str:
    """A free day as it is written in the middle of a sentence: "söndag", "julafton", "Kristi himmelsfärdsdag"."""
    if red.rest in {Rest.SATURDAY, Rest.SUNDAY}:
        return day(red.day, language()).split()[0]
    return red.name if red.name.startswith("Kristi") else red.name[:1].lower() + red.name[1:]


def leaves_back(values: Mapping[str, str]) -> str:
    """Read back when somebody must leave; what cannot be read stays as it was typed, but nobody is reminded of it."""
    text = values.get("leaves", "").strip()
    if not text:
        return ""
    at = leaves_at(text)
    told = _("Understood: leaves {time}.").format(time=at) if at else ""
    return told or _("Write for instance 13.40, and you are reminded in time.")


def vague_back(text: str) -> str:
    """Point at words that promise nothing; a hint, never a correction (seed row 31)."""
    words = vague_words(text)
    return _("“{words}” is vague: who will notice, and how?").format(words=", ".join(words)) if words else ""


def quick_back(meeting: Meeting, read: ParsedAction, today: date) -> str:
    """Read a quick line back: who, what, when."""
    one = meeting.participant(read.who)
    maybe = [name_or_role(each) for row in read.candidates if (each := meeting.participant(row))]
    who = name_or_role(one) if one else _("who? {names}").format(names=join_words(maybe)) if maybe else _("nobody yet")
    parts = [plain(who), plain(read.what), when_back(read.when_text, today) or _("no time")]
    return " · ".join(part for part in parts if part)
