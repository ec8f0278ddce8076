"""The form before a meeting begins: who leads, and who writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.model.enums import RowId
from sip_tui.meeting.people.roles import change_meeting_info, proposed_chair
from sip_tui.screens.base import SipScreen
from sip_tui.screens.commands import command
from sip_tui.screens.forms.form_screen import FormScreen, SelectField
from sip_tui.screens.forms.row_forms import role_options
from sip_tui.screens.keymap import Key

STEP = "about meeting"
"""Both answers are one step of undo."""


def ask_roles(screen: SipScreen, go_on: Callable[[], object]) -> None:
    """Ask who leads and who writes, and go on whatever the answer is, unless the chair says "not yet".

    Whoever has called stands there as chair.

    It is shown at once, so that what the chair types ahead of it lands in it.
    """
    meeting = screen.meeting
    if caller := proposed_chair(meeting):
        screen.write(change_meeting_info(meeting, {"chair": caller}, screen.moment), step=STEP)

    form = roles_form(screen)

    def then(_answer: None) -> None:
        """Go on when the roles are settled."""
        if form.opens:
            go_on()
        else:
            told = _("The meeting is not open yet. Press {keys[phase.next]} to open it.")
            screen.notify(told.format(keys=KEYS), markup=False)

    screen.app.push_screen(form, then)


class RolesForm(FormScreen):
    """Stands before a meeting that is being opened: a room's key opens it too, and Escape does not."""

    HELP = N_(
        "Choose who leads and who takes notes, and press Enter. After the last field the meeting opens, also when "
        "nobody is chosen. Press Esc if you do not want to open it yet: what you have chosen is kept."
    )
    BINDINGS = [
        command(
            "form.done",
            Key.BACK,
            "stay",
            N_("Do not open yet"),
            N_("Back; what you have chosen is kept, and the meeting is not opened"),
            show=True,
        )
    ]
    TELLS_SAVED = False
    """What to say first names both, and undo stops before the opening, which comes last."""

    opens = True
    """Whether the meeting is opened when the form is closed."""

    def action_stay(self) -> None:
        """Close, and do not open the meeting."""
        self.opens = False
        self.action_done()

    def end(self) -> None:
        """Close, and open the meeting as it is."""
        self.action_done()


def roles_form(screen: SipScreen) -> RolesForm:
    """The two without whom nobody leads and nothing is written down; one begins at the first that nobody has."""
    about, nobody = screen.app.meeting.about, _("nobody chosen")
    fields = (
        SelectField("chair", _("Who is leading?"), _people_with(screen, about.chair), about.chair, nobody, people=True),
        SelectField(
            "secretary",
            _("Who is taking notes?"),
            _people_with(screen, about.secretary),
            about.secretary,
            nobody,
            people=True,
        ),
    )

    def write(changed: Mapping[str, str]) -> None:
        """Write the roles."""
        screen.write(change_meeting_info(screen.meeting, changed, screen.moment), step=STEP)

    at = next((field.name for field in fields if not field.value), "chair")
    title = _("Who does what? The meeting opens after the last.")
    return RolesForm(
        title,
        fields,
        write,
        at=at,
        last=_("Open the meeting"),
        stored=lambda meeting: {"chair": meeting.about.chair, "secretary": meeting.about.secretary},
        row_id=RowId("about", "meeting"),
        draft="roles",
    )


def _people_with(screen: SipScreen, who: str) -> list[tuple[str, str]]:
    """All on the list, and the one who is named already when that one is on none."""
    on_no_list = who.strip() and screen.meeting.participant(who) is None
    return [*role_options(screen.meeting), *([(who, who)] if on_no_list else [])]
