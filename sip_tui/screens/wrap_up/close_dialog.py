"""Before people go home: what is still open, told once, and the chair decides (F20)."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from sip_tui.i18n.translation import N_, _, ngettext
from sip_tui.meeting.guidance.phase_guard import OpenItems, find_open_items
from sip_tui.meeting.model.meeting import Action, Meeting
from sip_tui.phrasing.wording import display_name, join_words, name_or_role
from sip_tui.screens.commands import command
from sip_tui.screens.dialogs import ConfirmDialog
from sip_tui.widgets.safe_text import plain

SHOWN = 3
"""Lines of a list that are told; of the rest, how many they are."""


class ClosingQuestion(ConfirmDialog):
    """Whether to close the meeting; one key more leads to what is left."""

    BINDINGS = [
        command("go.ending", "h", "go_through", N_("Go through it"), N_("What is left, one row each"), show=True),
    ]

    def action_go_through(self) -> None:
        self.dismiss(False)
        self.app.call_later(self.app.switch_mode, "wrap_up")


def closing_question(meeting: Meeting) -> ClosingQuestion:
    """Tell what nobody has settled, and ask whether to close all the same."""
    ends = find_open_items(meeting)
    title = _("Close the meeting?") if not ends else _("This is still open. Close the meeting all the same?")
    lines = [Content(f"• {plain(one)}") for one in (*_about_the_person(meeting, ends), *_in_a_line(ends))]
    sections = [
        _section(_("Questions without an answer"), [one.text for one in ends.questions]),
        _section(_("Nobody does it"), _whats(ends.without_owner)),
        _section(_("For somebody who is not here: who tells them?"), _with_owner(meeting, ends.owner_absent)),
        _section(_("Without a time"), _whats(ends.without_when)),
    ]
    parts = (Content("\n").join(those) for those in (lines, [one for one in sections if one]) if those)
    return ClosingQuestion(Content("\n\n").join([Content.styled(title, "bold"), *parts]))


def _about_the_person(meeting: Meeting, ends: OpenItems) -> Iterator[str]:
    """What the person goes home without."""
    one = meeting.person_participant
    person = display_name(meeting, one) if one else meeting.person.called or _("the person")
    if ends.person_unasked:
        yield _("Nobody has asked {person} how it was.").format(person=person)
    if ends.person_uninformed:
        yield _("{person} is not here, and nobody has said who tells {person}.").format(person=person)
    if ends.coordinator:
        yield _("Nobody keeps the plan together yet.")
    if ends.follow_up:
        yield _("No follow-up is booked.")
    if ends.between:
        yield _("Nobody has said whom {person} calls if something happens before then.").format(person=person)


def _in_a_line(ends: OpenItems) -> Iterator[str]:
    """What is told by its names alone."""
    if ends.not_called:
        yield _("Not called in the roll call: {names}").format(
            names=join_words([name_or_role(one) for one in ends.not_called])
        )
    if ends.terms:
        yield _("Words not explained: {words}").format(words=join_words([one.term for one in ends.terms]))


def _whats(actions: tuple[Action, ...]) -> list[str]:
    return [one.what for one in actions]


def _with_owner(meeting: Meeting, actions: tuple[Action, ...]) -> list[str]:
    owners = ((one.what, meeting.participant(one.who)) for one in actions)
    return [f"{what} ({name_or_role(owner)})" if owner else what for what, owner in owners]


def _section(title: str, lines: list[str]) -> Content:
    if not lines:
        return Content("")
    told = [*lines[:SHOWN], *([_more(len(lines) - SHOWN)] if len(lines) > SHOWN else [])]
    return Content("\n").join([Content.styled(title, "bold"), *(Content(f"• {plain(line)}") for line in told)])


def _more(count: int) -> str:
    return ngettext("and {count} more", "and {count} more", count).format(count=count)
