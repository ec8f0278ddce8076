"""What stands on the board for everybody to read, and how it is laid out on pages (F17; seed rows 27, 29, 109, 205).

Only what has been agreed on is here. There is no place for notes, consent, who has spoken, how somebody is, or a
proposal that nobody has promised (seed row 204): this module never asks the meeting for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content

from sip_tui.language import N_, _, language
from sip_tui.meeting.kinds import Horizon, Status
from sip_tui.meeting.model import Action, Goal, Meeting
from sip_tui.meeting.plan import actions_for, main_goals, subgoals
from sip_tui.swedish import dates
from sip_tui.widgets.board_type import LARGE, ORDINARY, Face, Lines, spaced
from sip_tui.widgets.plain import plain
from sip_tui.wording import STATUSES, role_of

ROOMY = 20
"""Lines of a page from which there is room for more air between ordinary letters."""
HEADINGS = {
    Horizon.LONG: N_("The goal"),
    Horizon.SHORT: N_("On the way there"),
}


@dataclass(frozen=True, slots=True)
class Block:
    """A heading that is said again on the next page, and items that are never torn apart."""

    heading: Lines
    items: tuple[Lines, ...]

    def gap(self, air: int) -> int:
        """Empty lines between two items: none between single lines where there is little room."""
        return 1 if air or any(len(one) > 1 for one in self.items) else 0

    def whole(self, air: int) -> list[Content]:
        """All of it, one line after the other."""
        lines = list(self.heading)
        for number, item in enumerate(self.items):
            lines += [*[Content("")] * (self.gap(air) if number else air), *item]
        return lines


def pages(meeting: Meeting, width: int, height: int, face: Face = ORDINARY) -> list[Content]:
    """Lay the board out on pages of ``width`` × ``height`` cells; at least one page."""
    air = int(height >= ROOMY and face is not LARGE)
    laid: list[list[Content]] = [[]]
    for block in blocks(meeting, max(width, 2 * face.indent), face):
        whole = block.whole(air)
        if laid[-1] and len(laid[-1]) + 1 + air + len(whole) > height:
            laid.append([])
        laid[-1] += [Content("")] * (1 + air if laid[-1] else 0)
        if len(whole) <= height:
            laid[-1] += whole
        else:
            laid += _torn(block, laid.pop(), height, air)
    return [Content("\n").join(page) for page in laid]


def _torn(block: Block, page: list[Content], height: int, air: int) -> Iterator[list[Content]]:
    """Lay a block out that is longer than a page; its heading stands on every one, and no item is torn in two."""
    page += block.heading
    for item in block.items or ((),):
        apart = block.gap(air) if len(page) > len(block.heading) else air
        if len(page) > len(block.heading) and len(page) + apart + len(item) > height:
            yield page
            page, apart = list(block.heading), air
        page += [*[Content("")] * apart, *item]
        del page[height:]
    yield page


def blocks(meeting: Meeting, width: int, face: Face = ORDINARY) -> Iterator[Block]:
    """Needs, each goal with its actions, actions without a goal, words, and when they meet again."""
    if meeting.needs:
        yield _listed(_("What is needed"), [(one.text, "") for one in meeting.needs], width, face)
    for goal in _goals(meeting):
        yield _goal(meeting, goal, width, face)
    if loose := _agreed(actions_for(meeting, "")):
        actions = tuple(_action(meeting, one, width, face) for one in loose)
        yield Block(_title(_("Also agreed"), width, face), actions)
    if words := [(one.term, one.answer) for one in meeting.terms if one.answer]:
        yield _listed(_("Words"), words, width, face)
    if booked := meeting.about.follow_up:
        yield _listed(_("We meet again"), [(dates.spoken(booked, language()), "")], width, face)


def _goals(meeting: Meeting) -> Iterator[Goal]:
    """Every main goal, followed by its subgoals."""
    for goal in main_goals(meeting):
        yield goal
        yield from subgoals(meeting, goal.id)


def _goal(meeting: Meeting, goal: Goal, width: int, face: Face) -> Block:
    by = _(" (by {by})").format(by=dates.spoken(goal.by, language())) if goal.by else ""
    text = face.text(goal.text + by, width, "bold")
    actions = tuple(_action(meeting, one, width, face) for one in _agreed(actions_for(meeting, goal.id)))
    return Block((*_title(_(HEADINGS[goal.horizon]), width, face), *text), actions)


def _agreed(actions: tuple[Action, ...]) -> list[Action]:
    """What has been promised and still holds."""
    return [one for one in actions if one.status not in {Status.PROPOSED, Status.ENDED}]


def _action(meeting: Meeting, action: Action, width: int, face: Face) -> Lines:
    """What, and under it who and when; what is missing is asked for."""
    one = meeting.participant(action.who)
    who = (one.name or role_of(one)) if one else _("who?")
    said = [dates.spoken(part, language()) for part in (action.when, action.how_often, action.where) if part]
    when = said if action.when or action.how_often else [_("when?"), *said]
    status = [] if action.status is Status.NEW else [_(STATUSES[action.status])]
    below = " · ".join(plain(part) for part in (who, *when, *status))
    return face.item(action.what, below, width)


def _listed(title: str, rows: list[tuple[str, str]], width: int, face: Face) -> Block:
    return Block(_title(title, width, face), tuple(face.item(text, below, width) for text, below in rows))


def _title(text: str, width: int, face: Face) -> Lines:
    """A heading; among large letters it is told from the rest by its own line and by being set wide."""
    return (
        (Content.styled(spaced(text), "$text-accent"),) if face is ORDINARY else face.text(text, width, "$text-accent")
    )
