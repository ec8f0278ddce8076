"""The forms of what is settled before people go home, each opened at the field that the chosen row is about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.guidance.wrap_up import (
    FEEDBACK_ANSWERS,
    FEEDBACK_FIELDS,
    WrapUpSection,
    change_interim_plan,
    feedback_of,
    give_feedback,
    phone_of,
)
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import RowId
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.phrasing.plan_words import plan_words
from sip_tui.phrasing.wording import emergency_contact, person_name
from sip_tui.screens.base import SipScreen
from sip_tui.screens.forms.form_screen import FormScreen, SelectField, TextField
from sip_tui.screens.forms.interpretation import as_day, as_typed, when_feedback
from sip_tui.screens.forms.row_forms import FieldSpec, FormSpec, Options, people_options, row_form, write_changes
from sip_tui.screens.forms.specs import FORM_SPECS
from sip_tui.screens.wrap_up.delivery import delivery_form
from sip_tui.screens.wrap_up.rows import ANSWERS, HEADINGS, LABELS, find_question, participant_name
from sip_tui.widgets.safe_text import plain

PLAN_FIELDS: Mapping[WrapUpSection, tuple[str, ...]] = {
    WrapUpSection.FEEDBACK: ("told_by",),
    WrapUpSection.KEEPER: ("wish", "coordinator", "phone", "authority", "approved_on", "approved_how", "approved_by"),
    WrapUpSection.AGAIN: ("follow_up", "place", "booked_by", "evaluation", "unbooked", "ended", "remains"),
    WrapUpSection.BETWEEN: ("contact", "urgent", "changed", "convener"),
}
"""Section → the fields of its form."""
PARTICIPANT_FIELDS = frozenset({"coordinator", "booked_by", "contact", "convener", "told_by", "approved_by"})
"""Fields that hold a participant."""
DAY_FIELDS = ("follow_up", "evaluation", "approved_on")
"""Fields that hold a day."""
_FIELD_LABELS: Mapping[str, str] = {
    **LABELS,
    "phone": N_("Telephone"),
    "place": N_("Place"),
    "booked_by": N_("Will book the next meeting"),
    "unbooked": N_("Why no time is booked"),
    "approved_how": N_("How it was approved"),
    "approved_by": N_("Who approved it with the person"),
    "ended": N_("Why the plan is ending"),
    "remains": N_("Who will still be there"),
}
_HINTS: Mapping[str, str] = {
    "wish": N_("who the person would like"),
    "authority": N_("the municipality or the region"),
    "follow_up": N_("for instance {day} 13.00"),
    "evaluation": N_("empty: on the same day"),
    "ended": N_("empty: the plan goes on"),
    "approved_on": N_("the day, for instance today"),
    "approved_how": N_("for instance: here, by telephone, at a home visit"),
    "remains": N_("for instance: the school counsellor, and the health centre"),
    "changed": N_("for instance: the mentor calls everyone the same week"),
}


_DEFAULT_PARTICIPANTS = {"booked_by": N_("The coordinator"), "approved_by": N_("The person who called the meeting")}
"""Field → who it is when nobody is chosen."""


def _answer_options(name: str, _meeting: Meeting, _row: str) -> Options:
    return [(answer, _(ANSWERS[answer])) for answer in FEEDBACK_ANSWERS[name]]


FEEDBACK_FORM = FormSpec(
    HEADINGS[WrapUpSection.FEEDBACK],
    "feedback",
    tuple(
        FieldSpec(name, LABELS[name], N_("not asked yet"), partial(_answer_options, name))
        if name in FEEDBACK_ANSWERS
        else FieldSpec(name, LABELS[name])
        for name in FEEDBACK_FIELDS
    ),
    edits=give_feedback,
    one_by_one=True,
)
"""How it was for somebody, in their own words where they have any (requirements 8, 43, 81-83)."""


def wrap_up_form(screen: SipScreen, row_id: RowId) -> FormScreen | None:
    """Build the form of a row; None for a heading."""
    name, about = row_id
    for section, fields in PLAN_FIELDS.items():
        if name in fields:
            return _plan_form(screen, section, name)
    if name == "delivery":
        return delivery_form(screen, about)
    if question := find_question(screen.meeting, about):
        return row_form(screen, FORM_SPECS["answer"], question, title=plain(question.text))
    if screen.meeting.participant(about) is None:
        return None
    title = _(FEEDBACK_FORM.title).format(person=participant_name(screen.meeting, about))
    at = "" if name == "family" else name
    return row_form(screen, FEEDBACK_FORM, feedback_of(screen.meeting, about), title=title, at=at)


def _plan_form(screen: SipScreen, section: WrapUpSection, at: str) -> FormScreen:
    """Build the form of what holds until they meet again."""
    fields, today = tuple(_field(screen.meeting, name) for name in PLAN_FIELDS[section]), screen.today

    def edits(meeting: Meeting, changed: Mapping[str, str]) -> tuple[Edit, ...]:
        """Write what has changed; days as ISO 8601."""
        days = {name: as_day(text, today) for name, text in changed.items() if name in DAY_FIELDS}
        return change_interim_plan(meeting, {**changed, **days})

    def stored(meeting: Meeting) -> Mapping[str, str]:
        """Return what stands in the meeting."""
        return {name: _field(meeting, name).value for name in PLAN_FIELDS[section]}

    title = _(HEADINGS[section]).format(person=plain(person_name(screen.meeting)))
    return FormScreen(
        title,
        fields,
        write_changes(screen, f"between {section}", edits),
        _days_feedback,
        at,
        stored=stored,
        row_id=RowId("between", "between"),
        draft=f"between {section}",
    )


def _field(meeting: Meeting, name: str) -> TextField | SelectField:
    label = plan_words(meeting, _FIELD_LABELS[name])
    if name in PARTICIPANT_FIELDS:
        nobody = _(_DEFAULT_PARTICIPANTS.get(name, N_("nobody chosen")))
        return SelectField(name, label, people_options(meeting), getattr(meeting.between, name), nobody, people=True)
    value = meeting.about.follow_up if name == "follow_up" else getattr(meeting.between, name)
    return TextField(name, label, as_typed(value) if name in DAY_FIELDS else value, _hint(meeting, name))


def _hint(meeting: Meeting, name: str) -> str:
    if name == "urgent":
        return plain(emergency_contact(meeting))
    if name == "phone":
        return plain(phone_of(meeting, meeting.between.coordinator))
    return plan_words(meeting, _HINTS[name]) if name in _HINTS else ""


def _days_feedback(_meeting: Meeting, values: Mapping[str, str], today: date) -> str:
    """Read the days back, and tell which of them are days off."""
    feedback = (when_feedback(values.get(name, ""), today, year=True) for name in DAY_FIELDS)
    return "\n".join(text for text in feedback if text)
