"""The forms about the meeting itself: who leads, what it is for and when the next one is; the minutes of its phases."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import _, ngettext
from sip_tui.meeting.content.plan import change_row
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.people.roles import change_about
from sip_tui.meeting.time.agenda import planned, set_minutes
from sip_tui.meeting.time.replan import warnings
from sip_tui.resources.guidance import phase_name
from sip_tui.screens.base import SipScreen
from sip_tui.screens.forms.form_screen import FormScreen, SelectField, TextField
from sip_tui.screens.forms.interpretation import when_back
from sip_tui.screens.forms.row_forms import YES, FieldSpecs, only_changed, people
from sip_tui.screens.time.plan_prompt import WARNINGS
from sip_tui.swedish.dates.formatting import iso
from sip_tui.swedish.dates.parser import TimeKind, read_when, stored

NEVER_EMPTY = frozenset({"interpreted", "bell"})
"""Choices in which something always holds."""


def about_form(screen: SipScreen) -> FormScreen:
    """Who leads and who writes, what the meeting is for, when the next one is, and how this one is held (F04)."""
    fields, interpreted = _about(screen.meeting), str(screen.meeting.about.interpreted)

    def back(values: Mapping[str, str]) -> str:
        told = _length(screen.meeting) if values["interpreted"] not in {interpreted, ""} else ""
        return "\n".join(one for one in (when_back(values["follow_up"], screen.today, year=True), told) if one)

    write = only_changed(fields, lambda values: _write_about(screen, values))
    return FormScreen(_("The meeting"), fields, write, back)


def _about(meeting: Meeting) -> FieldSpecs:
    row, child = meeting.about, meeting.person.child
    nobody, everybody = _("nobody chosen"), people(meeting)
    return (
        TextField("purpose", _("Purpose"), row.purpose),
        SelectField("chair", _("Chair"), everybody, row.chair, nobody),
        SelectField("co_chair", _("Second chair"), everybody, row.co_chair, nobody),
        SelectField("secretary", _("Secretary"), everybody, row.secretary, nobody),
        TextField("follow_up", _("Follow-up meeting"), as_typed(row.follow_up), _("for instance 2027-02-19 13:00")),
        SelectField("child", _("A child"), [(YES, _("yes: more breaks, other words"))], YES * child, _("no")),
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
    about = change_about(screen.meeting, given, screen.moment)
    screen.write((*about, *_paced(screen.meeting, values)), step="about meeting")


def _length(meeting: Meeting) -> str:
    """How long the meeting is, for a choice that has changed it."""
    minutes = meeting.about.minutes
    told = ngettext("The meeting is now {count} minute long.", "The meeting is now {count} minutes long.", minutes)
    return told.format(count=minutes)


def _paced(meeting: Meeting, values: Mapping[str, str]) -> tuple[Edit, ...]:
    """Whether the person is a child, and the meeting goes at a child's pace (F32)."""
    return change_row("person", meeting.person, child=bool(values["child"])) if "child" in values else ()


def minutes_form(screen: SipScreen) -> FormScreen:
    """The minutes of each phase, to be set as one likes."""
    before = planned(screen.meeting)
    fields = tuple(
        TextField(phase, phase_name(phase), str(one), str(one), digits=True) for phase, one in before.items()
    )

    def write(values: Mapping[str, str]) -> None:
        # A field that is emptied shows what stood there, and that is what holds.
        given = {phase: int(text) if text.isdecimal() else before[phase] for phase, text in values.items()}
        screen.write(set_minutes(given), step="phases")

    title = _("Minutes for each part")
    return FormScreen(title, fields, only_changed(fields, write), lambda _values: _summed(screen.meeting))


def _summed(meeting: Meeting) -> str:
    """The sum and what is odd, both read from the meeting: of two sources, one would be wrong."""
    total, minutes = sum(planned(meeting).values()), meeting.about.minutes
    summed = ngettext("{total} of {count} minute", "{total} of {count} minutes", minutes)
    odd = (_(WARNINGS[one]).format(keys=KEYS) for one in warnings(meeting))
    return "\n".join([summed.format(total=total, count=minutes), *odd])


def as_day(text: str, today: date) -> str:
    """A day as it is kept, with its year; what has more than one meaning, or none, stays as it was typed."""
    read = read_when(text, today)
    return text if read.kind is TimeKind.ASK or iso(text) else stored(read)


def as_typed(day: str) -> str:
    """A day that is kept, as people type it: "2027-02-19 13:00"."""
    return day.replace("T", " ") if iso(day) else day
