"""Which app is opened for whom."""

from __future__ import annotations

from sip_tui.app.app import SipApp
from sip_tui.meeting.model.enums import Seat
from sip_tui.session.session import MeetingSession


def app_for(room: MeetingSession, seat: str, mode: str = "") -> SipApp:
    """Create the app for a seat, or for the screen to begin with."""
    if not mode and seat.partition("-")[0] == Seat.CHAIR:
        return SipApp(room, seat)
    from sip_tui.app.other_apps import other_app  # the chair needs none of them

    return other_app(seat, mode)(room, seat)
