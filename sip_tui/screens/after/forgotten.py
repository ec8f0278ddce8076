"""The question when a meeting ended that nobody closed, with long silences offered as breaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from textual.content import Content

from sip_tui.i18n.translation import _, language
from sip_tui.meeting.time.forgotten import ForgottenEnd, Gap, end_at
from sip_tui.phrasing.wording import format_clock, join_words, local, time_of_day
from sip_tui.screens.base import MeetingApp
from sip_tui.screens.choice_dialog import ChoiceDialog, Choices
from sip_tui.screens.forms.form_screen import FormScreen, TextField
from sip_tui.swedish.dates.formatting import day

LAST, BREAKS, PLANNED, OTHER = "last", "breaks", "planned", "other"


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
    """Ask for the time of day; a time that cannot be read, or is not past, leaves the meeting open."""
    typed: dict[str, str] = {}

    def keep(changed: Mapping[str, str]) -> None:
        """Remember the time as it is typed."""
        typed.update(changed)

    field = TextField("ended", _("When did it end"), hint=format_clock(found.last))
    await app.push_screen_wait(FormScreen(_("When did the meeting end?"), (field,), keep))
    at = time_of_day(typed.get("ended", ""))
    if at is None:
        return False
    end = datetime.combine(local(found.last).date(), at, local(found.last).tzinfo)
    if end > app.session.now():
        app.notify(_("That time has not come yet. Write for instance {time}.").format(time=format_clock(found.last)))
        return False
    _close(app, end, ())
    return True


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
