"""The form of a long meeting: when it ends by the clock on the wall, and its lunch."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sip_tui.i18n.translation import _
from sip_tui.meeting.content.plan import change_row
from sip_tui.meeting.log.change import Value, format_time, parse_time
from sip_tui.meeting.model.enums import RowId
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.phrasing.wording import format_clock, time_of_day
from sip_tui.screens.base import SipScreen
from sip_tui.screens.forms.form_screen import FormScreen, TextField
from sip_tui.swedish.dates.formatting import ZONE

USUAL_LUNCH = 45
"""Minutes of a lunch for which nobody has said a length."""
_TIMES = ("ends", "lunch")


def long_day_form(screen: SipScreen) -> FormScreen:
    """Build the form; what is no time of day changes nothing, is asked about below, and stays as a draft."""
    today = screen.today

    def write(changed: Mapping[str, str]) -> Collection[str]:
        """Write the times on the day of the meeting."""
        about, unread = screen.app.meeting.about, [name for name in _TIMES if _is_unread(changed.get(name, ""))]
        times = [name for name in _TIMES if name in changed and name not in unread]
        cells: dict[str, Value] = {name: _time(changed[name], today) for name in times}
        if "lunch_minutes" in changed:
            cells["lunch_minutes"] = int(changed["lunch_minutes"] or 0)
        elif cells.get("lunch") and not about.lunch_minutes:
            cells["lunch_minutes"] = USUAL_LUNCH
        known = {name: _stored(about.ends if name == "ends" else about.lunch) for name in _TIMES}
        screen.write(
            change_row("about", about, **{name: value for name, value in cells.items() if known.get(name) != value}),
            step="long day",
        )
        return unread

    return FormScreen(
        _("A long meeting: when it ends, and lunch"),
        _fields(screen.meeting),
        write,
        _feedback,
        stored=_texts,
        row_id=RowId("about", "meeting"),
        draft="long day",
    )


def _texts(meeting: Meeting) -> Mapping[str, str]:
    """Read the times as the texts of the form."""
    about = meeting.about
    return {"ends": _shown(about.ends), "lunch": _shown(about.lunch), "lunch_minutes": str(about.lunch_minutes or "")}


def _fields(meeting: Meeting) -> tuple[TextField, ...]:
    texts = _texts(meeting)
    return (
        TextField("ends", _("Ends at"), texts["ends"], _("for instance 16.00; empty: worked out from the length")),
        TextField("lunch", _("Lunch at"), texts["lunch"], _("for instance 12.00; empty: no lunch")),
        TextField(
            "lunch_minutes",
            _("Length of lunch (minutes)"),
            texts["lunch_minutes"],
            str(USUAL_LUNCH),
            digits=True,
        ),
    )


def _time(text: str, today: date) -> str | None:
    at = time_of_day(text) if text.strip() else None
    return format_time(datetime.combine(today, at, ZoneInfo(ZONE))) if at else None


def _is_unread(text: str) -> bool:
    return bool(text.strip()) and time_of_day(text) is None


def _stored(at: datetime | None) -> str | None:
    return format_time(at) if at else None


def _shown(at: datetime | None) -> str:
    return format_clock(at) if at else ""


def _feedback(_meeting: Meeting, values: Mapping[str, str], today: date) -> str:
    """Read the times back, and ask about what is no time of day."""
    read = {name: parse_time(_time(values[name], today)) for name in _TIMES}
    wrong = [values[name] for name in _TIMES if _is_unread(values[name])]
    if wrong:
        return _("What time is “{text}”? Write it as 16.00.").format(text=wrong[0])
    ends, lunch = read["ends"], read["lunch"]
    if ends and lunch and lunch >= ends:
        return _("The lunch is after the end.")
    return _("The meeting ends at {time}.").format(time=format_clock(ends)) if ends else ""
