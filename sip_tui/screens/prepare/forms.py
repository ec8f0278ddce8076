"""The forms of a meeting before it is held; every field is read as ``sip-tui set`` reads it, and read back."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from textual import on
from textual.events import DescendantFocus
from textual.widgets import Input

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.guidance.lead_time import LeadTime, lead_times
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Answer, RowId
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.parsing.meeting_fields import GUARDIAN, FieldContext, FieldQuestionError, write_field
from sip_tui.phrasing.fields import field_label
from sip_tui.phrasing.wording import format_when, local
from sip_tui.resources.meeting_types import meeting_type, meeting_types
from sip_tui.resources.region import Region, region
from sip_tui.screens.base import SipScreen
from sip_tui.screens.forms.form_screen import FormScreen, SelectField, TextField
from sip_tui.screens.forms.select_field import PassingSelect

DETAIL = "detail_"
"""Begins the name of a field that only one type of meeting has."""
QUESTIONS = ("question_1", "question_2", "question_3")
"""Three lines for questions; more are added under Ideas."""
NEW_FIELDS = (
    *("type", "called", "person", "child", "guardian", "reach", "interpreter_language"),
    *("purpose", *QUESTIONS[:2], "start", "place", "link", "called_by"),
)
MEETING_FIELDS = ("type", "start", "minutes", "place", "link", "called_by", "reply_to", "reply_by", "short_notice")
PURPOSE_FIELDS = ("purpose", *QUESTIONS, "why")
PERSON_FIELDS = (
    *("called", "person", "child", "guardian", "reach", "communication", "interpreter_language", "kin_wanted"),
    *("cognitive_support", "breaks", "stamina_minutes", "travel", "takes_part", "kept_out", "consent_until"),
)
HINTS: Mapping[str, str] = {
    "start": N_("for instance {day} 13–14"),
    "minutes": N_("for instance 60"),
    "link": N_("when someone takes part online"),
    "called": N_("for instance Maja"),
    "person": N_("first name and surname"),
    "guardian": N_("only of a child"),
    "reach": N_("for instance by telephone, through their mother"),
    "interpreter_language": N_("empty when no interpreter is needed"),
    "cognitive_support": N_("for instance pictures, a timer, one thing at a time"),
    "breaks": N_("for instance every twenty minutes"),
    "stamina_minutes": N_("minutes without a break"),
    "travel": N_("for instance taxi, or takes part online"),
    "communication": N_("for instance short sentences, time to answer"),
    "takes_part": N_("for instance the first half, or by a letter"),
    "kept_out": N_("what the person does not want you to talk about or pass on"),
    "called_by": N_("a name and the service"),
    "reply_to": N_("leave empty if it is whoever is calling the meeting"),
    "reply_by": N_("for instance {day}"),
    "short_notice": N_("only when it is urgent"),
    "why": N_("who sees the need, and what it is about"),
    "question_1": N_("for instance: who helps with homework?"),
}
LABELS: Mapping[str, str] = {
    "start": N_("Date and time"),
    "called": N_("Likes to be called"),
    "person": N_("Full name"),
    "child": N_("Child or adult"),
    "called_by": N_("Who is calling the meeting"),
    "interpreter_language": N_("Interpreter: language"),
    "kin_wanted": N_("Family or a friend is coming too"),
    "link": N_("Link"),
    "reach": N_("How to get in touch"),
    "communication": N_("How to communicate"),
    "takes_part": N_("How they will take part"),
    "cognitive_support": N_("What helps"),
    "short_notice": N_("Why the notice is short"),
    "consent_until": N_("Consent is valid until"),
}
"""Field → its label, where the form's own words are shorter than those of the list."""
LEAD_TIMES: Mapping[LeadTime, str] = {
    LeadTime.SHORT: N_(
        "Fewer than {count} days until the meeting. Can everyone come? Press {keys[roll.edit]} on the line of the "
        "meeting, and write why it is urgent."
    ),
    LeadTime.LATE: N_("The meeting is more than {count} days away, and it should be held sooner than that."),
}


class PrepareForm(FormScreen):
    """A long form whose read-back stands still at the bottom while the fields scroll; Enter leads through all of it."""

    SELECT = PassingSelect
    TELLS_SAVED = False

    DEFAULT_CSS = """
    PrepareForm {
        #form-hint { display: none; }
        #form #form-feedback { dock: bottom; background: $surface; margin: 0; padding: 0 1; }
    }
    """

    @on(DescendantFocus)
    @on(Input.Changed)
    def _follow_focus(self) -> None:
        self.call_after_refresh(self._bring_in_sight)

    def show_feedback(self) -> None:
        """Show it, and the field above it."""
        super().show_feedback()
        self.call_after_refresh(self._bring_in_sight)

    def _bring_in_sight(self) -> None:
        """Scroll the field that has the focus from behind the read-back, which Textual lets lie over it."""
        line, field = self.query_one_optional("#form-feedback"), self.focused
        if line and line.display and field and (hidden := field.region.bottom - line.region.y) > 0:
            self.query_one("#form").scroll_relative(y=hidden, animate=False)


def new_form(screen: SipScreen) -> FormScreen:
    """The one form that makes a meeting out of nothing, in the region's order."""
    set_here = region()
    first = [name for name in set_here.order if name in NEW_FIELDS]
    order = (*first, *(name for name in NEW_FIELDS if name not in first))
    return _form(screen, _("A new meeting"), order, at=order[0])


def meeting_form(screen: SipScreen) -> FormScreen:
    """Type, day, place and who calls."""
    return _form(screen, _("The meeting"), MEETING_FIELDS)


def purpose_form(screen: SipScreen) -> FormScreen:
    """Purpose and questions; and what only this type of meeting asks for."""
    kind = meeting_type(screen.meeting.about.type)
    more = tuple(f"{DETAIL}{field.key}" for field in kind.fields) if kind else ()
    return _form(screen, _("What the meeting is for"), (*PURPOSE_FIELDS, *more))


def person_form(screen: SipScreen) -> FormScreen:
    """The person, and what helps."""
    return _form(screen, _("The person, and what helps"), PERSON_FIELDS)


def _form(screen: SipScreen, title: str, names: Sequence[str], at: str = "") -> FormScreen:
    set_here = region()
    fields = _MeetingFields(screen, title, names, set_here)
    return PrepareForm(
        title,
        [_field(screen.meeting, name, set_here) for name in names],
        fields.write,
        fields.feedback,
        at,
        stored=fields.stored,
        row_id=RowId("about", "meeting"),
        draft=f"prepare {names[0]}",
    )


class _MeetingFields:
    """What a form reads and writes of the meeting, and what it asks about texts that cannot be written yet."""

    def __init__(self, screen: SipScreen, title: str, names: Sequence[str], set_here: Region) -> None:
        self._screen, self._title, self._names, self._region = screen, title, names, set_here
        self._asked: dict[str, str] = {}
        self._waiting: dict[str, str] = {}
        self._lines = {name: field_text(screen.meeting, name) for name in QUESTIONS}

    def write(self, values: Mapping[str, str]) -> Collection[str]:
        """Write each field by itself; what one cannot take holds up no other, and is tried again with the next."""
        again = {**self._waiting, **values}
        for name in self._names:
            if name in again:
                self._write_one(name, again[name])
        return self._waiting

    def _write_one(self, name: str, text: str) -> None:
        self._asked.pop(name, None)
        self._waiting.pop(name, None)
        if name in QUESTIONS:
            self._lines[name] = text
            text = "\n".join((*self._lines.values(), *self._screen.app.meeting.about.questions[len(QUESTIONS) :]))
        try:
            self._screen.write(_edits(self._screen, name, text), step=self._title)
        except FieldQuestionError as question:
            self._asked[name], self._waiting[name] = str(question), text

    def feedback(self, meeting: Meeting, _values: Mapping[str, str], today: date) -> str:
        """Say what is asked about, and how the day was understood."""
        return "\n".join((*self._asked.values(), *_read_back(meeting, self._names, today, self._region)))

    def stored(self, meeting: Meeting) -> Mapping[str, str]:
        """Read the fields; a question stays on the line on which it was typed, also when one before it is empty."""
        texts = {name: field_text(meeting, name) for name in self._names}
        typed = [text.strip() for text in self._lines.values() if text.strip()]
        same = typed == list(meeting.about.questions[: len(QUESTIONS)])
        return texts | {name: self._lines[name] for name in QUESTIONS if same and name in texts}


def _edits(screen: SipScreen, name: str, text: str) -> Sequence[Edit]:
    from sip_tui.meeting.content.type_details import set_type_detail  # only this form asks for it

    meeting, moment = screen.app.meeting, screen.moment
    if name.startswith(DETAIL):
        return set_type_detail(meeting, name.removeprefix(DETAIL), text)
    context = FieldContext(meeting, moment, local(moment.at).date())
    if name in QUESTIONS:
        return write_field(context, "questions", text)
    return write_field(context, name, text)


def field_text(meeting: Meeting, name: str) -> str:
    """What a field holds, as the text of its form."""
    if name.startswith(DETAIL):
        found = (row.text for row in meeting.type_details if row.id == name.removeprefix(DETAIL))
        return next(found, "")
    if name in QUESTIONS:
        at = QUESTIONS.index(name)
        return meeting.about.questions[at] if at < len(meeting.about.questions) else ""
    if name in {"person", "guardian"}:
        row = meeting.person_participant if name == "person" else meeting.participant(GUARDIAN)
        return row.name if row else ""
    value = getattr(meeting.about if hasattr(meeting.about, name) else meeting.person, name)
    if name == "start":
        return f"{local(meeting.about.start):%Y-%m-%d %H:%M}" if meeting.about.start else ""
    if name == "type":
        kind = meeting_type(str(value))
        return kind.key if kind else str(value)
    if name == "child":
        return str(Answer.YES) if value else ""
    return str(value or "")


def _field(meeting: Meeting, name: str, set_here: Region) -> TextField | SelectField:
    label, value = label_of(meeting, name, set_here), field_text(meeting, name)
    kind = meeting_type(meeting.about.type) if name == "purpose" else None
    hint = kind.purpose if kind else _(HINTS[name]) if name in HINTS else ""
    if name == "type":
        return SelectField(name, label, [(kind.key, kind.name) for kind in meeting_types()], value, _("another type"))
    if name == "child":
        return SelectField(name, label, [(Answer.YES, _("a child"))], value, _("an adult"))
    if name == "kin_wanted":
        return SelectField(name, label, [(Answer.YES, _("yes")), (Answer.NO, _("no"))], value, _("not asked"))
    if name == "called_by":
        participant = meeting.participant(value)
        return TextField(name, label, participant.name if participant else value, hint)
    return TextField(name, label, value, hint, digits=name in {"minutes", "stamina_minutes"})


def label_of(meeting: Meeting, name: str, set_here: Region) -> str:
    """What a field is called here: the region's word, else the program's."""
    if own := set_here.labels.get(name):
        return own
    if name.startswith(DETAIL):
        kind = meeting_type(meeting.about.type)
        key = name.removeprefix(DETAIL)
        return next((field.label for field in kind.fields if field.key == key), key) if kind else key
    if name in QUESTIONS:
        return _("Question {number}").format(number=QUESTIONS.index(name) + 1)
    return _(LABELS[name]) if name in LABELS else field_label(name)


def _read_back(meeting: Meeting, names: Sequence[str], today: date, set_here: Region) -> Sequence[str]:
    start = meeting.about.start
    if start is None or "start" not in names:
        return ()
    told = _("{when}, {count} minutes").format(when=format_when(local(start).isoformat()), count=meeting.about.minutes)
    return (told, *lead_time_sentences(meeting, today, set_here))


def lead_time_sentences(meeting: Meeting, today: date, set_here: Region) -> list[str]:
    """What a region's lead time and length say about this meeting; nothing when a reason is written."""
    start, said = meeting.about.start, []
    if start is not None and not meeting.about.short_notice.strip():
        days = {LeadTime.SHORT: set_here.notice_days, LeadTime.LATE: set_here.deadline_days}
        found = lead_times(local(start).date(), today, set_here.notice_days, set_here.deadline_days)
        said = [_(LEAD_TIMES[kind]).format(count=days[kind], keys=KEYS) for kind in found]
    stamina = meeting.person.stamina_minutes
    if 0 < stamina < meeting.about.minutes:
        sentence = _(
            "The person can manage {count} minutes without a break. Is the meeting too long, or will breaks be enough?"
        )
        said.append(sentence.format(count=stamina))
    elif 0 < set_here.long_minutes < meeting.about.minutes:
        said.append(_("The meeting is long. How long can the person manage?"))
    return said
