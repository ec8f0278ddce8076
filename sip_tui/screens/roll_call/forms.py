"""The form about the one whose plan it is: what the person is called, and what the person has said about consent."""

from __future__ import annotations

from collections.abc import Mapping

from sip_tui.i18n.translation import _
from sip_tui.meeting.content.plan import change_row
from sip_tui.meeting.model.meeting import Participant
from sip_tui.screens.base import SipScreen
from sip_tui.screens.forms.form_screen import FormScreen, TextField
from sip_tui.screens.forms.interpretation import leaves_back
from sip_tui.screens.forms.row_forms import only_changed

OF_THE_PERSON = frozenset({"called", "kept_out", "consent_until"})
"""The cells of the person; the others are the participant's."""


def person_form(screen: SipScreen, one: Participant) -> FormScreen:
    """Name and what the person wants to be called; what is not to be talked about, and how long the consent holds.

    What a yes does not include is the person's own to say, and is asked before anybody tells anything (seed row 15).
    """
    person, row = screen.meeting.person, one.id
    fields = (
        TextField("called", _("Wants to be called"), person.called),
        TextField(
            "kept_out", _("Not to be talked about"), person.kept_out, _("what the others may not tell or pass on")
        ),
        TextField("consent_until", _("The consent holds until"), person.consent_until, _("for instance 2027-02-19")),
        TextField("name", _("Name"), one.name),
        TextField("role", _("Role"), one.role),
        TextField("phone", _("Phone"), one.phone),
        TextField("leaves", _("Must leave at"), one.leaves, _("for instance 13.40; empty: stays all the time")),
    )

    def write(changed: Mapping[str, str]) -> None:
        meeting = screen.meeting
        standing = meeting.participant(row) or one
        own = {name: text for name, text in changed.items() if name in OF_THE_PERSON}
        rest = {name: text for name, text in changed.items() if name not in OF_THE_PERSON}
        edits = (*change_row("person", meeting.person, **own), *change_row("participants", standing, **rest))
        screen.write(edits, step=f"participants {row}")

    return FormScreen(_("The person"), fields, only_changed(fields, write), leaves_back)
