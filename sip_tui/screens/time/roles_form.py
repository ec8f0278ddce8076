"""Before the first phase: who leads and who writes, asked once in a friendly way (F04; seed rows 16, 156, 161, 180)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sip_tui.i18n.translation import _
from sip_tui.meeting.people.roles import change_about, proposed_chair
from sip_tui.screens.base import SipScreen
from sip_tui.screens.forms.form_screen import FormScreen, SelectField
from sip_tui.screens.forms.row_forms import only_changed, people

STEP = "about meeting"


def ask_roles(screen: SipScreen, go_on: Callable[[], object]) -> None:
    """Ask who leads and who writes, and go on whatever the answer is; whoever has called stands there as chair.

    It is shown at once, so that what the chair types ahead of it lands in it.
    """
    meeting = screen.meeting
    if caller := proposed_chair(meeting):
        screen.write(change_about(meeting, {"chair": caller}, screen.moment), step=STEP)

    def then(_answer: None) -> None:
        go_on()

    screen.app.push_screen(roles_form(screen), then)


def roles_form(screen: SipScreen) -> FormScreen:
    """The two without whom nobody leads and nothing is written down; one begins at the first that nobody has."""
    about, nobody = screen.app.meeting.about, _("nobody chosen")
    fields = (
        SelectField("chair", _("Who leads?"), _everybody(screen, about.chair), about.chair, nobody),
        SelectField("secretary", _("Who writes?"), _everybody(screen, about.secretary), about.secretary, nobody),
    )

    def write(changed: Mapping[str, str]) -> None:
        screen.write(change_about(screen.meeting, changed, screen.moment), step=STEP)

    at = next((one.name for one in fields if not one.value), "chair")
    title = _("Before you begin: who does what? Escape opens the meeting as it is.")
    return FormScreen(title, fields, only_changed(fields, write), at=at)


def _everybody(screen: SipScreen, who: str) -> list[tuple[str, str]]:
    """All on the list; and the one who is named already, when that one is on none."""
    on_no_list = who.strip() and screen.meeting.participant(who) is None
    return [*people(screen.meeting), *([(who, who)] if on_no_list else [])]
