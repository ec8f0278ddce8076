"""The question whether to close the meeting, with what is still open; the chair decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from textual.content import Content

from sip_tui.i18n.translation import N_, _, ngettext
from sip_tui.meeting.guidance.phase_guard import OpenItems, find_open_items
from sip_tui.meeting.log.projection import conflicts
from sip_tui.meeting.model.meeting import Action, Goal, Meeting
from sip_tui.meeting.people.consent import is_refused
from sip_tui.phrasing.change_messages import conflict_sentence, waiting_sentences
from sip_tui.phrasing.consent_questions import who_instead
from sip_tui.phrasing.delivery import paper_name
from sip_tui.phrasing.wording import format_when, join_words, name_or_role, person_name
from sip_tui.screens.commands import command
from sip_tui.screens.dialogs import ConfirmDialog
from sip_tui.screens.keymap import Key
from sip_tui.widgets.safe_text import plain

MAX_LINES = 3
"""Lines of a list in the question whether to close; of the rest only the count."""


class CloseDialog(ConfirmDialog):
    """Ask whether to close the meeting; one key more leads to what is left."""

    BINDINGS = [
        command(
            "go.ending",
            Key.GO_WRAP_UP,
            "go_through",
            N_("Go through it"),
            N_("What is left to do, one row each"),
            show=True,
        ),
    ]

    def action_go_through(self) -> None:
        """Keep the meeting open, and show what is left."""
        self.dismiss(False)
        self.app.call_later(self.app.switch_mode, "wrap_up")


def close_dialog(meeting: Meeting) -> CloseDialog:
    """Tell what nobody has settled, and ask whether to close all the same (requirement 209)."""
    items, clashes, waiting = find_open_items(meeting), conflicts(meeting), waiting_sentences(meeting)
    is_open = items or clashes or waiting
    title = _("This is still open. Close the meeting anyway?") if is_open else _("Close the meeting?")
    sections = (
        Content("\n").join(Content(f"• {plain(sentence)}") for sentence in (*waiting, *open_sentences(meeting))),
        _section(_("Not seen yet"), [conflict_sentence(meeting, clash) for clash in clashes]),
        _section(_("Questions without an answer"), [question.text for question in items.questions]),
        _section(_("From last time, not yet reviewed"), [_words_of(row) for row in items.unreviewed]),
        _section(_("Nobody has taken it on"), [action.what for action in items.without_owner]),
        _section(_("Say who does it"), [action.what for action in items.without_person]),
        *_absent_sections(meeting, items.owner_absent),
        _section(_("Without a time"), [action.what for action in items.without_when]),
        _section(_("With an unclear time"), [_with_time(action) for action in items.unclear_when]),
        _section(_("With a time that has already passed"), [_with_time(action) for action in items.past_when]),
    )
    return CloseDialog(Content("\n\n").join([Content.styled(title, "bold"), *(part for part in sections if part)]))


def open_sentences(meeting: Meeting, *, deliveries: bool = True) -> tuple[str, ...]:
    """Tell what the person goes home without, and who has not been called, asked or answered.

    ``deliveries`` is false where each receiver has a row already.
    """
    items = find_open_items(meeting)
    items = items if deliveries else replace(items, receivers=())
    return (*_person_sentences(items, person_name(meeting)), *_name_sentences(items, paper_name(meeting)))


def _person_sentences(items: OpenItems, person: str) -> Iterator[str]:
    """Tell what the person goes home without."""
    if items.person_unasked:
        yield _("Nobody has asked {person} how the meeting was.").format(person=person)
    if items.person_uninformed:
        yield _("{person} is not here, and nobody has said who will tell {person}.").format(person=person)
    if items.coordinator:
        yield _("Nobody coordinates the plan yet.")
    if items.follow_up:
        yield _("No follow-up is booked.")
    if items.between:
        yield _("Nobody has said who {person} should call if something happens before then.").format(person=person)


def _name_sentences(items: OpenItems, paper: str) -> Iterator[str]:
    """Tell who has not been called and which words are unexplained, by name."""
    if items.not_called:
        names = join_words([name_or_role(participant) for participant in items.not_called])
        yield _("Not ticked under Who is here: {names}.").format(names=names)
    if items.receivers:
        names = join_words([name_or_role(participant) for participant in items.receivers])
        yield _("Nobody has asked how {names} would like to get {paper}.").format(paper=paper, names=names)
    if items.terms:
        yield _("Hard words not explained: {words}.").format(words=join_words([term.term for term in items.terms]))


def _with_time(action: Action) -> str:
    return f"{action.what} ({format_when(action.when)})"


def _words_of(row: Action | Goal) -> str:
    return row.what if isinstance(row, Action) else _("Goal: {text}").format(text=row.text)


def _absent_sections(meeting: Meeting, actions: Sequence[Action]) -> Iterator[Content]:
    """Ask who gets in touch with absent owners, and who acts instead of those whom the person has said no to."""
    found = (meeting.participant(action.who) for action in actions)
    owners = {owner.id: owner for owner in found if owner and is_refused(owner)}
    asked = [action for action in actions if action.who not in owners]
    yield _section(_("For someone who is not here: who gets in touch?"), _with_owner(meeting, asked))
    for owner in owners.values():
        words = {"name": name_or_role(owner), "person": person_name(meeting)}
        lines = [action.what for action in actions if action.who == owner.id]
        yield _section(who_instead(meeting, to_person=False).format(**words), lines)


def _with_owner(meeting: Meeting, actions: Sequence[Action]) -> list[str]:
    owners = ((action.what, meeting.participant(action.who)) for action in actions)
    return [f"{what} ({name_or_role(owner)})" if owner else what for what, owner in owners]


def _section(title: str, lines: Sequence[str]) -> Content:
    """Write the first lines of a list under its title, and how many more there are; nothing for none."""
    if not lines:
        return Content("")
    rest = len(lines) - MAX_LINES
    more = [ngettext("and {count} more", "and {count} more", rest).format(count=rest)] if rest > 0 else []
    shown = (Content(f"• {plain(line)}") for line in (*lines[:MAX_LINES], *more))
    return Content("\n").join([Content.styled(title, "bold"), *shown])
