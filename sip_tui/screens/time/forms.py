"""The forms of the time screen: the meeting, and the minutes of its parts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from sip_tui.i18n.translation import _, ngettext
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Answer, RowId
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.people.roles import change_meeting_info
from sip_tui.meeting.time.agenda import planned_minutes, set_minutes
from sip_tui.parsing.meeting_fields import set_child
from sip_tui.resources.meeting_types import part_name
from sip_tui.screens.base import SipScreen
from sip_tui.screens.forms.form_screen import FormScreen, SelectField, TextField
from sip_tui.screens.forms.interpretation import as_day, as_typed, when_feedback
from sip_tui.screens.forms.row_forms import role_options
from sip_tui.screens.time.phase_panels import plan_warning_sentences

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
    nobody, everybody = _("nobody chosen"), role_options(meeting)
    return (
        TextField("purpose", _("Purpose"), row.purpose),
        SelectField("chair", _("Chair"), everybody, row.chair, nobody, people=True, words_to="purpose"),
        SelectField("co_chair", _("Co-chair"), everybody, row.co_chair, nobody, people=True, words_to="purpose"),
        SelectField("secretary", _("Secretary"), everybody, row.secretary, nobody, people=True, words_to="purpose"),
        TextField("follow_up", _("Follow-up meeting"), as_typed(row.follow_up), _("for instance {day} 13.00")),
        SelectField(
            "child", _("A child"), [(Answer.YES, _("yes: more breaks, plainer words"))], Answer.YES * child, _("no")
        ),
        SelectField("interpreted", _("Extra time for the interpreter"), _times(), str(row.interpreted)),
        SelectField("bell", _("Bell"), [("on", _("on")), ("off", _("off"))], "on" if row.bell else "off"),
    )


def _times() -> list[tuple[str, str]]:
    """How long everything takes with an interpreter, in percent, and in words."""
    return [
        ("100", _("no extra time")),
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
        row_id=RowId("phases"),
        draft="minutes",
    )


def _summed(meeting: Meeting) -> str:
    """The sum and what is odd, both read from the meeting: of two sources, one would be wrong."""
    total, minutes = sum(planned_minutes(meeting).values()), meeting.about.minutes
    summed = ngettext("{total} of {count} minute", "{total} of {count} minutes", minutes)
    return "\n".join([summed.format(total=total, count=minutes), *plan_warning_sentences(meeting).values()])
