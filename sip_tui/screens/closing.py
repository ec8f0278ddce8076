"""Before people go home: what is still open, told once, and the chair decides (F20)."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from sip_tui.guidance import phase_name
from sip_tui.language import N_, _
from sip_tui.meeting.closing import open_ends
from sip_tui.meeting.guard import Concern, Worry
from sip_tui.meeting.model import Action, Meeting
from sip_tui.screens.dialogs import Question
from sip_tui.widgets.plain import plain
from sip_tui.wording import described, listed, name_of

WORRIES = {
    Worry.PERSON_UNHEARD: N_("{names} has not been heard in this part."),
    Worry.QUEUE: N_("{names} waits for the floor."),
    Worry.TERMS: N_("Not explained yet: {terms}."),
    Worry.PICTURE: N_("Not asked yet whether it is the same picture: {names}."),
}


def closing_question(meeting: Meeting) -> Question:
    """Tell what nobody has settled, and ask whether to close all the same."""
    ends = open_ends(meeting)
    title = _("Close the meeting?") if not ends else _("This is still open. Close the meeting all the same?")
    parts = [
        _section(_("Not called in the roll call"), [described(one) for one in ends.not_called]),
        _section(_("Nobody does it"), _whats(ends.without_owner)),
        _section(_("For somebody who is not here: who tells them?"), _with_owner(meeting, ends.owner_absent)),
        _section(_("Without a time"), _whats(ends.without_when)),
        _section(_("Words not explained"), [one.term for one in ends.terms]),
        Content(_("No follow-up is booked.")) if ends.follow_up else Content(""),
    ]
    return Question(Content("\n\n").join([Content.styled(title, "bold"), *(part for part in parts if part)]))


def leaving_question(meeting: Meeting, phase: str, concerns: Sequence[Concern]) -> Question:
    """Before a phase is left: somebody waits, a word is not explained, the person has not been heard (seed row 188)."""
    title = _("Leave {phase} already?").format(phase=phase_name(phase))
    return Question(Content("\n").join([Content.styled(title, "bold"), *(_worry(meeting, one) for one in concerns)]))


def _worry(meeting: Meeting, concern: Concern) -> Content:
    people = [name_of(one) for row in concern.rows if (one := meeting.participant(row))]
    terms = [one.term for one in meeting.terms if one.id in concern.rows]
    told = _(WORRIES[concern.worry]).format(names=listed(people), terms=listed(terms))
    return Content(f"• {plain(told)}")


def _whats(actions: tuple[Action, ...]) -> list[str]:
    return [one.what for one in actions]


def _with_owner(meeting: Meeting, actions: tuple[Action, ...]) -> list[str]:
    owners = ((one.what, meeting.participant(one.who)) for one in actions)
    return [f"{what} ({name_of(owner)})" if owner else what for what, owner in owners]


def _section(title: str, lines: list[str]) -> Content:
    if not lines:
        return Content("")
    return Content("\n").join([Content.styled(title, "bold"), *(Content(f"• {plain(line)}") for line in lines)])
