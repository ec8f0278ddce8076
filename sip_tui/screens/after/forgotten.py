"""The question when a meeting ended that nobody closed, with long silences offered as breaks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from textual.content import Content

from sip_tui.i18n.translation import _, language
from sip_tui.meeting.content.drafts import draft_of, draft_texts, keep_draft
from sip_tui.meeting.model.enums import RowId
from sip_tui.meeting.time.forgotten import ForgottenEnd, Gap, end_at
from sip_tui.phrasing.wording import format_clock, join_words, local, time_of_day
from sip_tui.screens.base import MeetingApp
from sip_tui.screens.choice_dialog import ChoiceDialog, Choices
from sip_tui.screens.forms.form_screen import FormScreen, TextField
from sip_tui.swedish.dates.formatting import day

LAST, BREAKS, PLANNED, OTHER = "last", "breaks", "planned", "other"
END_DRAFT = "ended"
"""The name of the draft of the time."""


async def ask_end(app: MeetingApp, found: ForgottenEnd) -> bool:
    """Ask when the meeting ended, and close it then; false when it goes on."""
    chosen = await app.push_screen_wait(ChoiceDialog(_title(found), _choices(found)))
    if chosen == OTHER:
        return await _ask_time(app, found)
    if chosen not in {LAST, BREAKS, PLANNED}:
        return False
    end = found.planned if chosen == PLANNED and found.planned else found.last
    _close(app, end, found.gaps if chosen == BREAKS else ())
    return True


async def _ask_time(app: MeetingApp, found: ForgottenEnd) -> bool:
    """Ask for the time of day; a time that cannot be read, or is not past, leaves the meeting open and is kept."""
    await app.push_screen_wait(end_form(app, found))
    text = draft_texts(draft_of(app.meeting, app.seat, END_DRAFT)).get("ended", "")
    end = _end(found, text)
    if end is None or end > app.session.now():
        if told := _end_feedback(app, found, text):
            app.notify(told, severity="warning", markup=False)
        return False
    app.write(keep_draft(app.meeting, app.seat, END_DRAFT, {}), step=None)
    _close(app, end, ())
    return True


def end_form(app: MeetingApp, found: ForgottenEnd) -> FormScreen:
    """Build the form of the time; what is typed is a draft until the meeting is closed with it."""
    return FormScreen(
        _("When did the meeting end?"),
        (TextField("ended", _("When did it end"), hint=format_clock(found.last)),),
        lambda changed: changed.keys(),
        lambda _meeting, values, _today: _end_feedback(app, found, values["ended"]),
        stored=lambda _meeting: {"ended": ""},
        row_id=RowId("events"),
        draft=END_DRAFT,
    )


def _end(found: ForgottenEnd, text: str) -> datetime | None:
    """Read a time of the day on which the meeting was held; None for what is none."""
    at = time_of_day(text) if text.strip() else None
    return datetime.combine(local(found.last).date(), at, local(found.last).tzinfo) if at else None


def _end_feedback(app: MeetingApp, found: ForgottenEnd, text: str) -> str:
    """Ask about what is no time, or none that is past."""
    end = _end(found, text)
    if end is None:
        return _("What time is “{text}”? Write it as 16.00.").format(text=text.strip()) if text.strip() else ""
    later = _("That time has not come yet. Write for instance {time}.").format(time=format_clock(found.last))
    return later if end > app.session.now() else ""


def _close(app: MeetingApp, end: datetime, gaps: Sequence[Gap]) -> None:
    rows = [app.session.edit_context().row for _number in range(1 + 2 * len(gaps))]
    app.write(end_at(app.session.meeting, end, rows, gaps))


def _title(found: ForgottenEnd) -> Content:
    question = _("Did the meeting end at {time}?").format(time=format_clock(found.last))
    told = _("Nobody closed the meeting on {day}. The last entry was made at {time}.")
    told = told.format(day=day(found.last, language()), time=format_clock(found.last))
    return Content.assemble((question, "bold"), "\n", told)


def _choices(found: ForgottenEnd) -> Choices:
    choices = [(LAST, _("Yes, it ended at {time}").format(time=format_clock(found.last)))]
    if found.gaps:
        spans = join_words([f"{format_clock(gap.began)}–{format_clock(gap.ended)}" for gap in found.gaps])
        sentence = _("Yes, at {time}, and there was a break {spans}")
        choices.append((BREAKS, sentence.format(time=format_clock(found.last), spans=spans)))
    if found.planned:
        choices.append((PLANNED, _("At {time}, as planned").format(time=format_clock(found.planned))))
    choices += [(OTHER, _("At another time")), ("", _("The meeting is still going on"))]
    return [(row or "on", Content(words)) for row, words in choices]
