"""The forms of what is settled before people go home. Each is opened at the field that the chosen row is about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from textual.widgets import Input

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.questions import change_question
from sip_tui.meeting.guidance.wrap_up import (
    FEEDBACK_ANSWERS,
    FEEDBACK_FIELDS,
    WrapUpSection,
    change_interim_plan,
    feedback_of,
    give_feedback,
    phone_of,
)
from sip_tui.phrasing.wording import emergency_contact
from sip_tui.screens.base import SipScreen
from sip_tui.screens.forms.form_screen import FormScreen, SelectField, TextField
from sip_tui.screens.forms.interpretation import when_back
from sip_tui.screens.forms.row_forms import only_changed, people
from sip_tui.screens.time.forms import as_day, as_typed
from sip_tui.screens.wrap_up.rows import HEADINGS, LABELS, SAID, named, question, the_person
from sip_tui.widgets.safe_text import plain

FORMS: Mapping[WrapUpSection, tuple[str, ...]] = {
    WrapUpSection.FEEDBACK: ("told_by",),
    WrapUpSection.KEEPER: ("wish", "coordinator", "phone", "authority"),
    WrapUpSection.AGAIN: ("follow_up", "place", "booked_by", "evaluation", "unbooked"),
    WrapUpSection.BETWEEN: ("contact", "urgent", "changed", "convener"),
}
"""Section → what is written in its form about what holds until they meet again."""
WHO = frozenset({"coordinator", "booked_by", "contact", "convener", "told_by"})
"""Fields that name somebody."""
DAYS = ("follow_up", "evaluation")
"""Fields that hold a day."""
NAMES: Mapping[str, str] = {
    **LABELS,
    "phone": N_("Telephone"),
    "place": N_("Place"),
    "booked_by": N_("Who books it"),
    "unbooked": N_("If none is booked, why"),
}
HINTS: Mapping[str, str] = {
    "wish": N_("whom the person would like"),
    "authority": N_("the municipality or the region"),
    "follow_up": N_("for instance 2027-02-19 13:00"),
    "evaluation": N_("empty: on the same day"),
    "changed": N_("for instance: the mentor calls everybody the same week"),
}


def form_for(screen: SipScreen, row: str) -> FormScreen | None:
    """The form of a row; None for a heading."""
    name, _space, about = row.partition(" ")
    for section, fields in FORMS.items():
        if name in fields:
            return _settling(screen, section, name)
    if name == "question":
        return _answering(screen, about)
    return _feedback(screen, about, "" if name == "family" else name) if screen.meeting.participant(about) else None


def _feedback(screen: SipScreen, who: str, at: str) -> FormScreen:
    """How it was for somebody, in their own words where they have any (seed rows 8, 43, 81-83)."""
    given, asked = feedback_of(screen.meeting, who), _("not asked yet")
    fields = tuple(
        SelectField(
            name, _(LABELS[name]), [(one, _(SAID[one])) for one in FEEDBACK_ANSWERS[name]], getattr(given, name), asked
        )
        if name in FEEDBACK_ANSWERS
        else TextField(name, _(LABELS[name]), getattr(given, name))
        for name in FEEDBACK_FIELDS
    )

    def write(values: Mapping[str, str]) -> None:
        # One edit at a time: to take back a new row would only hide it, and what was in it would come with the next.
        for edit in give_feedback(screen.meeting, who, values):
            screen.write((edit,), step=f"feedback {who}")

    title = _(HEADINGS[WrapUpSection.FEEDBACK]).format(person=named(screen.meeting, who))
    return FormScreen(title, fields, only_changed(fields, write), at=at)


def _settling(screen: SipScreen, section: WrapUpSection, at: str) -> FormScreen:
    """What holds until they meet again."""
    fields, today = tuple(_field(screen, name) for name in FORMS[section]), screen.today

    def write(values: Mapping[str, str]) -> None:
        kept = {name: as_day(text, today) if name in DAYS else text for name, text in values.items()}
        screen.write(change_interim_plan(screen.meeting, kept), step=f"between {section}")
        if "coordinator" in values:
            _show_number(screen)

    title = _(HEADINGS[section]).format(person=the_person(screen.meeting))
    return FormScreen(title, fields, only_changed(fields, write), lambda values: _back(values, today), at)


def _show_number(screen: SipScreen) -> None:
    """The number of the one who was chosen before is gone, and the field must not show it."""
    for field in screen.app.screen.query("#field-phone").results(Input):
        field.value = screen.meeting.between.phone


def _answering(screen: SipScreen, row: str) -> FormScreen | None:
    """The answer to a question, in plain words (seed row 181)."""
    one = question(screen.meeting, row)
    if one is None:
        return None
    fields = (TextField("answer", _("The answer, in plain words"), one.answer),)

    def write(values: Mapping[str, str]) -> None:
        for text in values.values():
            screen.write(change_question(screen.meeting, row, answer=text), step=f"questions {row}")

    return FormScreen(plain(one.text), fields, only_changed(fields, write))


def _field(screen: SipScreen, name: str) -> TextField | SelectField:
    between, label = screen.meeting.between, _(NAMES[name])
    if name in WHO:
        # The follow-up is booked by the coordinator, when nobody else is named.
        nobody = _("The one who keeps the plan together") if name == "booked_by" else _("nobody chosen")
        return SelectField(name, label, people(screen.meeting), getattr(between, name), nobody)
    value = screen.meeting.about.follow_up if name == "follow_up" else getattr(between, name)
    return TextField(name, label, as_typed(value) if name in DAYS else value, _hint(screen, name))


def _hint(screen: SipScreen, name: str) -> str:
    if name == "urgent":
        return plain(emergency_contact(screen.meeting))
    if name == "phone":
        return plain(phone_of(screen.meeting, screen.meeting.between.coordinator))
    return _(HINTS[name]) if name in HINTS else ""


def _back(values: Mapping[str, str], today: date) -> str:
    """Read the days back, and say which of them are days off."""
    return "\n".join(told for name in DAYS if (told := when_back(values.get(name, ""), today, year=True)))
