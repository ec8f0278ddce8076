"""What stands on the public board, and its layout on pages (requirements 27, 29, 109, 205).

Only what everybody in the room may read is here: no notes, no consent, not who has spoken or how somebody seems, no
proposal that nobody has promised (requirement 204).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len
from textual.content import Content

from sip_tui.i18n.translation import N_, _, language
from sip_tui.meeting.content.plan import (
    actions_for_goal,
    is_finished,
    is_main_goal,
    is_timed,
    is_to_be_asked,
    main_goals,
    subgoals,
)
from sip_tui.meeting.guidance.wrap_up import phone_of
from sip_tui.meeting.model.enums import FAMILY, Status
from sip_tui.meeting.model.meeting import Action, Goal, Meeting
from sip_tui.minutes.document import plain as as_text
from sip_tui.minutes.sections.plan import to_do
from sip_tui.phrasing.deadlines import deadline_words
from sip_tui.phrasing.own_words import in_own_words
from sip_tui.phrasing.plan_words import plan_words
from sip_tui.phrasing.wording import STATUSES, name_or_role
from sip_tui.screens.board.type_size import LARGE, ORDINARY, LargeLines, TypeFace, letter_spaced
from sip_tui.swedish.dates import formatting
from sip_tui.widgets.safe_text import plain

ROOMY = 20
"""Lines of a page from which there is room for more air between ordinary letters."""
HEADINGS = {
    True: N_("Goal"),
    False: N_("On the way there"),
}
"""Whether it is a main goal → its heading."""


@dataclass(frozen=True, slots=True)
class BoardBlock:
    """A heading, repeated on the next page, and items that are never split."""

    title: LargeLines
    """The heading; once on a page."""
    text: LargeLines
    """The goal of the items; repeated where they go on."""
    items: tuple[LargeLines, ...]
    line_height: int
    keep_together: bool = False
    """Whether to keep it on one page, if any page is long enough."""

    @property
    def heading(self) -> list[Content]:
        """The lines above the items."""
        return [*self.title, *self.text]

    def gap(self, air: int) -> int:
        """Return the empty lines between two items: none between single lines where there is little room."""
        return 1 if air or any(len(item) > 1 for item in self.items) else 0

    def all_lines(self, air: int) -> list[Content]:
        """Return all lines."""
        lines = self.heading
        for number, item in enumerate(self.items):
            lines += [*[Content("")] * (self.gap(air) if number else air), *item]
        return lines

    def repeated(self, room: int) -> list[Content]:
        """Return what stands above the items that go on on another page, in ``room`` lines: rather the whole goal."""
        whole = self.heading if len(self.heading) <= room else [*(self.text or self.title)]
        if len(whole) <= room:
            return whole
        *lines, last = whole[: max(room // self.line_height, 1) * self.line_height]
        return [*lines, last[:-1] + "…" if self.line_height == 1 else last]

    def min_height(self, air: int) -> int:
        """Return the lines of the heading and the first item."""
        return len(self.heading) + (air + len(self.items[0]) if self.items else 0)


def pages(meeting: Meeting, width: int, height: int, face: TypeFace = ORDINARY) -> list[Content]:
    """Lay the board out on pages of ``width`` × ``height`` cells; at least one page."""
    air = int(height >= ROOMY and face is not LARGE)
    laid: list[list[Content]] = [[]]
    said: LargeLines = ()
    for block in blocks(meeting, max(width, 2 * face.indent), face):
        laid += _place(block, laid.pop(), height, air, said)
        said = block.title
    return [Content("\n").join(page[:height]) for page in laid]


def _place(block: BoardBlock, page: list[Content], height: int, air: int, said: LargeLines) -> Iterator[list[Content]]:
    """Put a block on a page, or on the next one; it is begun here and torn only where much would be empty."""
    here = replace(block, title=()) if page and block.title == said else block
    above = [*page, *[Content("")] * (1 + air if page else 0)]
    room, whole = height - len(above), here.all_lines(air)
    if len(whole) <= room:
        yield above + whole
    elif page and (here.keep_together or room < height // 3 or here.min_height(air) > room):
        yield page
        yield from _place(block, [], height, air, ())
    else:
        yield from _split(block, above + here.heading, height, air)


def _split(block: BoardBlock, page: list[Content], height: int, air: int) -> Iterator[list[Content]]:
    """Split a block below its heading, which is repeated; only an item longer than a page is split itself."""
    *full, page = _pieces(page, height, block.line_height)
    yield from full
    again = block.repeated(height // 2)
    began = len(page)
    for item in (
        piece for whole in block.items for piece in _pieces(whole, height - len(again) - air, block.line_height)
    ):
        apart = block.gap(air) if len(page) > began else air
        if len(page) + apart + len(item) > height:
            yield page
            page, apart = list(again), air
            began = len(page)
        page += [*[Content("")] * apart, *item]
    yield page


def _pieces(lines: Sequence[Content], height: int, high: int) -> list[list[Content]]:
    """Cut lines into pieces of at most ``height``, never through a letter of ``high`` lines."""
    step = max(height // high, 1) * high
    return [list(lines[at : at + step]) for at in range(0, max(len(lines), 1), step)]


def blocks(meeting: Meeting, width: int, face: TypeFace = ORDINARY) -> Iterator[BoardBlock]:
    """Yield strengths, needs, goals with their actions, other decisions, words, the next meeting, whom to call."""
    if strengths := meeting.person.strengths.strip():
        yield _listed(_("What you are good at"), [(in_own_words(strengths), "")], width, face)
    if meeting.needs:
        needs = [(in_own_words(need.text), "") for need in meeting.needs]
        yield _listed(_("What you want and need"), needs, width, face)
    for goal in _goals(meeting):
        yield _goal(meeting, goal, width, face)
    for title, loose in _loose(meeting):
        actions = tuple(_action(meeting, action, width, face) for action in loose)
        yield BoardBlock(_title(title, width, face), (), actions, face.line_height)
    if words := [(term.term, term.answer) for term in meeting.terms if term.answer]:
        yield _listed(_("Hard words"), words, width, face)
    booked = meeting.about.follow_up
    again = [(formatting.spoken(booked, language()), meeting.between.place)] if booked else []
    # In one block, so that it stands together on the last page: when and where, and whom to turn to until then.
    if last := [*again, *_contacts(meeting)]:
        block = _listed(_("Next meeting") if again else _("Who to turn to"), last, width, face)
        yield replace(block, keep_together=True)


def _loose(meeting: Meeting) -> Iterator[tuple[str, list[Action]]]:
    """Yield what is done for no goal, apart from what somebody who was not there has not agreed to."""
    loose = _agreed(actions_for_goal(meeting, ""))
    asked = [action for action in loose if is_to_be_asked(meeting, action)]
    has_more = any(_agreed(actions_for_goal(meeting, goal.id)) for goal in meeting.goals)
    groups = (
        (
            _("We will also do this") if has_more else _("We will do this"),
            [action for action in loose if action not in asked],
        ),
        (_("We will ask"), asked),
    )
    yield from (group for group in groups if group[1])


def _contacts(meeting: Meeting) -> Iterator[tuple[str, str]]:
    """Yield who keeps the plan together and whom to call, with a number unless it is one of the family's."""
    duties = (
        (plan_words(meeting, N_("coordinates the plan")), meeting.between.coordinator),
        (_("who you call if something happens before then"), meeting.between.contact),
    )
    for row in dict.fromkeys(row for _duty, row in duties):
        if participant := meeting.participant(row):
            phone = "" if participant.kind in FAMILY else phone_of(meeting, row)
            does = [duty for duty, who in duties if who == row]
            yield name_or_role(participant), " · ".join(part for part in (*does, phone) if part)


def _goals(meeting: Meeting) -> Iterator[Goal]:
    for goal in main_goals(meeting):
        yield goal
        yield from subgoals(meeting, goal.id)


def _goal(meeting: Meeting, goal: Goal, width: int, face: TypeFace) -> BoardBlock:
    by = deadline_words(formatting.spoken(goal.by, language()))
    helps = _("Helps along the way: {text}").format(text=goal.resources.strip()) if goal.resources.strip() else ""
    own = (face.text(helps, width),) if helps else ()
    actions = tuple(_action(meeting, action, width, face) for action in _agreed(actions_for_goal(meeting, goal.id)))
    return BoardBlock(
        *_headed(_(HEADINGS[is_main_goal(meeting, goal)]), in_own_words(goal.text) + by, width, face),
        (*own, *actions),
        face.line_height,
    )


def _headed(title: str, text: str, width: int, face: TypeFace) -> tuple[LargeLines, LargeLines]:
    """Return heading and text of a goal; in large letters as one."""
    if face is LARGE:
        return (), face.text(f"{title}: {text}", width, "$text-accent")
    return _title(title, width, face), face.text(text, width, "bold $text-accent")


def _agreed(actions: tuple[Action, ...]) -> list[Action]:
    """Keep what holds, and what is done: that is good to see."""
    shown = (action for action in actions if action.status is Status.DONE or not is_finished(action))
    return [action for action in shown if action.status is not Status.PROPOSED]


def _action(meeting: Meeting, action: Action, width: int, face: TypeFace) -> LargeLines:
    """Return an action: what, and below it who and when; what is missing as a question."""
    participant = meeting.participant(action.who)
    who = name_or_role(participant) if participant else _("who?")
    who = _("{who} will be asked").format(who=who) if is_to_be_asked(meeting, action) else who
    said = [formatting.spoken(part, language()) for part in (action.when, action.how_often, action.where) if part]
    when = said if is_timed(action) else [_("when?"), *said]
    status = [] if action.status is Status.NEW else [_(STATUSES[action.status])]
    below = " · ".join(plain(part) for part in (who, *when, *status))
    what = as_text(to_do(action.what)) if is_to_be_asked(meeting, action) else action.what
    return face.item(what, below, width)


def _listed(title: str, rows: list[tuple[str, str]], width: int, face: TypeFace) -> BoardBlock:
    items = tuple(face.item(text, below, width) for text, below in rows)
    return BoardBlock(_title(title, width, face), (), items, face.line_height)


def _title(text: str, width: int, face: TypeFace) -> LargeLines:
    """Return a heading, letter-spaced where there is room."""
    if face is ORDINARY and cell_len(spaced := letter_spaced(text)) <= width:
        return (Content.styled(spaced, "$text-accent"),)
    return face.text(text, width, "$text-accent")
