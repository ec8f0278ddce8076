"""Hands for the stories of the situation: who is asked, and what is filled in."""

from __future__ import annotations

from textual.pilot import Pilot
from textual.widgets import Input, Static

from sip_tui.app.app import SipApp
from sip_tui.meeting.model.enums import Presence
from sip_tui.meeting.people.attendance import set_presence
from sip_tui.widgets.row_list import RowList
from tests.helpers.app_harness import wait_until_saved

SIZES = [(80, 24), (120, 40)]


def mark_all_present(app: SipApp) -> None:
    for one in app.meeting.participants:
        app.write(set_presence(app.meeting, one.id, Presence.PRESENT, app.session.edit_context()))


def field(app: SipApp, name: str) -> Input:
    return app.screen.query_one(f"#field-{name}", Input)


def fields(app: SipApp) -> tuple[str, ...]:
    return tuple((one.id or "").removeprefix("field-") for one in app.screen.query(".field Input"))


def rows(app: SipApp) -> str:
    listed = app.screen.query_one("#row-list", RowList)
    return "\n".join(str(listed.get_option_at_index(n).prompt) for n in range(listed.option_count))


def aloud(app: SipApp) -> str:
    return str(app.screen.query_one("#read-aloud", Static).content)


async def choose(pilot: Pilot[int], app: SipApp, row: str) -> None:
    app.screen.query_one(RowList).go_to(row)
    await pilot.pause()


async def fill(pilot: Pilot[int], app: SipApp, **texts: str) -> None:
    """Fill in fields and wait until they have been written, with the form still open."""
    for name, text in texts.items():
        field(app, name).value = text
    await pilot.pause(0.35)
    await wait_until_saved(pilot, app)
