"""What tests do on the screens with a list and in their forms: go to a row, fill in fields, read what is shown."""

from __future__ import annotations

from textual.pilot import Pilot
from textual.widgets import Input, Static

from sip_tui.app.app import SipApp
from sip_tui.meeting.log.change import Edit
from sip_tui.screens.forms.form_screen import FormScreen
from sip_tui.widgets.key_bar import KeyBar
from sip_tui.widgets.row_list import RowList
from tests.helpers.app_harness import wait_until_saved

SIZES = [(80, 24), (120, 40)]


def mark_all_present(app: SipApp) -> None:
    """Mark every participant as present, as one change."""
    app.write([Edit("participants", participant.id, "presence", "present") for participant in app.meeting.participants])


def static_text(app: SipApp, selector: str) -> str:
    """Return the text of a static."""
    return str(app.screen.query_one(selector, Static).content)


def read_aloud(app: SipApp) -> str:
    """Return the text below the list."""
    return static_text(app, "#read-aloud")


def key_bar(app: SipApp) -> str:
    """Return the keys that are offered."""
    return str(app.screen.query_one(KeyBar).content)


def list_lines(app: SipApp, selector: str = "RowList") -> list[str]:
    """Return the rows of a list, those scrolled away as well."""
    return [str(option.prompt) for option in app.screen.query_one(selector, RowList).options]


def list_text(app: SipApp, selector: str = "RowList") -> str:
    """Return all rows of a list as one text."""
    return "\n".join(list_lines(app, selector))


def current_row(app: SipApp) -> str:
    """Return the id of the row that the cursor is on."""
    return app.screen.query_one(RowList).row


async def go_to_row(pilot: Pilot[int], app: SipApp, row: str) -> None:
    """Put the cursor on a row."""
    app.screen.query_one(RowList).go_to(row)
    await pilot.pause()


def form_field(app: SipApp, name: str) -> Input:
    """Return a text field of the form."""
    return app.screen.query_one(f"#field-{name}", Input)


def form_fields(app: SipApp) -> tuple[str, ...]:
    """Return the names of the text fields of the form."""
    return tuple((field.id or "").removeprefix("field-") for field in app.screen.query(".field Input"))


async def fill_form(pilot: Pilot[int], app: SipApp, **texts: str) -> None:
    """Fill in fields and write them, with the form still open; the pause that a typist makes is left out."""
    for name, text in texts.items():
        form_field(app, name).value = text
    await pilot.pause()
    assert isinstance(app.screen, FormScreen)
    app.screen.commit()
    await wait_until_saved(pilot, app)


def action_edits(row: str, what: str, who: str = "", **cells: str) -> list[Edit]:
    """Return edits for an action that is due on Friday."""
    fields = {"what": what, "who": who, "when": "fredag", **cells}
    return [Edit("actions", row, name, value) for name, value in fields.items()]


async def open_action_board(pilot: Pilot[int], app: SipApp, *edits: Edit) -> None:
    """Make edits, and go to the action board."""
    app.write(edits)
    await pilot.press("f5")
    await pilot.pause()


async def open_wrap_up(pilot: Pilot[int], app: SipApp, row: str = "") -> None:
    """Mark everybody as present, and go to a row of the wrap-up."""
    mark_all_present(app)
    await pilot.press("G")
    await pilot.pause()
    if row:
        await go_to_row(pilot, app, row)
