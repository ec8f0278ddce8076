"""What the start screen tells of the chosen meeting: its purpose, who is in it, its goals, and what is left to do."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from sip_tui.i18n.translation import _
from sip_tui.meeting.content.plan import goal_tree
from sip_tui.meeting.guidance.preparation import open_tasks
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.people.attendance import in_round_order
from sip_tui.meeting.time.agenda import is_opened
from sip_tui.phrasing.wording import name_with_role
from sip_tui.screens.prepare.rows import task_words
from sip_tui.screens.start.rows import more_lines
from sip_tui.screens.wrap_up.close_dialog import open_sentences
from sip_tui.widgets.safe_text import plain
from sip_tui.widgets.text_layout import HangingIndent

SHOWN = 7
"""Lines of one kind; of the rest only the count."""


def overview(meeting: Meeting, width: int, height: int) -> list[Content]:
    """Return at most ``height`` lines of at most ``width`` cells; what comes first of what is left to do is told first.

    A part that has no room for its title and a line is left out.
    """
    parts = (
        (_left_title(meeting), ["☐ " + text for text in _left(meeting)]),
        (_("Purpose"), [text] if (text := meeting.about.purpose.strip()) else []),
        (_("The goals"), ["◆ " + goal.text for goal, _depth in goal_tree(meeting) if goal.text.strip()]),
        (_("People"), [name_with_role(participant) for participant in in_round_order(meeting)]),
    )
    lines = list[Content]()
    for title, texts in parts:
        space = [Content("")] if lines else []
        part = _part(title, texts, width, height - len(lines) - len(space))
        lines += [*space, *part] if part else []
    return lines


def _left_title(meeting: Meeting) -> str:
    return _("Still to be dealt with") if is_opened(meeting) else _("What is left to do")


def _left(meeting: Meeting) -> Sequence[str]:
    """What is left to do: before the meeting to prepare it, and then to end it."""
    if is_opened(meeting):
        return open_sentences(meeting)
    return [task_words(meeting, task) for task in open_tasks(meeting)]


def _part(title: str, texts: Sequence[str], width: int, height: int) -> list[Content]:
    """Return a title with as many of its texts as have room as a whole, and how many more there are."""
    broken = [HangingIndent(Content(plain(text)), more=2).break_lines(width).split("\n") for text in texts]
    most = len(broken) if len(broken) <= SHOWN else SHOWN - 1
    while most and 1 + sum(map(len, broken[:most])) + (most < len(broken)) > height:
        most -= 1
    lines = [line for text in broken[:most] for line in text]
    return [Content.styled(title, "bold $primary"), *lines, *more_lines(len(broken) - most)] if most else []
