"""What undo takes back after a restart: the splices that the journals remember, as steps of a size that one expects.

Steps are cut where TextArea cuts them while one types: at a pause, at a line end, at a paste, after a hundred
characters, and where writing turns to deleting.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import StringIO
from itertools import islice
from typing import NamedTuple, TypeAlias

from sip_tui.meeting.log.ledger import Splice
from sip_tui.meeting.model.text import clean
from sip_tui.widgets.editor.row_content import Location

TypedSplice: TypeAlias = tuple[int, Splice]
"""When something was typed, in milliseconds, and what it did to the text."""

PAUSE = 2_000
"""Milliseconds; after a longer pause a new step begins."""
LONGEST = 100
"""Characters of one step."""
AT_ONCE = 3
"""Characters that fingers can type within one batch; more at once is a paste, and a step of its own."""
_UNKNOWN = "\0"
"""Stands for a character that was there before anything that is remembered; a clean text has none."""
_GAP, _KNOWN = re.compile(f"{_UNKNOWN}+"), re.compile(f"[^{_UNKNOWN}]+")


class UndoStep(NamedTuple):
    """At this place, so many characters go, and this text comes."""

    at: int
    gone: int
    text: str

    def apply(self, text: str) -> str:
        """Give the text after this step."""
        return text[: self.at] + self.text + text[self.at + self.gone :]


def location_of(text: str, at: int) -> Location:
    """Give line and column of a place in a clean text."""
    return text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1


class UndoHistory(NamedTuple):
    """A text as it was once, and the steps that lead from there to now."""

    base: str
    steps: tuple[UndoStep, ...] = ()


def rebuild_history(text: str, typed: Iterable[TypedSplice], most: int) -> UndoHistory:
    """Go back from a text to where it came from.

    What was there before the first splice is not needed: it is what is left of the text when all that was typed is
    taken out. A step that deletes some of that cannot be taken back, nor any step before it. A step that takes
    back the step before is forgotten with it.

    Args:
        text: The text as it stands now, clean.
        typed: All that was typed, the earliest first.
        most: How many steps are wanted.

    Returns:
        At most so many steps, which lead from the base to exactly ``text``; none when the splices do not fit it.
    """
    steps = group_splices(typed)
    length = len(text) - sum(len(step.text) - step.gone for step in steps)
    if length < 0 or any(clean(step.text) != step.text for step in steps):
        return UndoHistory(text)
    base, kept, now = _replayed(_UNKNOWN * length, steps)
    known = len(now) == len(text) and all(
        text[known_part.start() : known_part.end()] == known_part[0] for known_part in _KNOWN.finditer(now)
    )
    return _latest(_filled(base, now, text), kept, most) if kept and known else UndoHistory(text)


def group_splices(typed: Iterable[TypedSplice]) -> list[UndoStep]:
    """Join what was typed in one go."""
    steps: list[UndoStep] = []
    before, joinable = 0, False
    for millis, splice in typed:
        step = UndoStep(*splice)
        small = len(step.text) <= AT_ONCE and step.gone <= AT_ONCE and "\n" not in step.text
        joined = _joined(steps[-1], step) if joinable and small and millis - before <= PAUSE else None
        if joined:
            steps[-1] = joined
        else:
            steps.append(step)
        before, joinable = millis, small
    return steps


def _joined(first: UndoStep, then: UndoStep) -> UndoStep | None:
    """One step for two, when the second goes on where the first stopped."""
    if not (first.gone or then.gone) and then.at == first.at + len(first.text):
        return UndoStep(first.at, 0, first.text + then.text) if len(first.text + then.text) <= LONGEST else None
    if not (first.text or then.text) and then.at in (first.at, first.at - then.gone):
        return UndoStep(then.at, first.gone + then.gone, "")
    return None


def _replayed(text: str, steps: Sequence[UndoStep]) -> tuple[str, list[UndoStep], str]:
    """Take the steps: the text from which everything is known, the steps from there, and the text at the end."""
    base, kept, gone = text, list[UndoStep](), list[str]()
    for step in steps:
        away = text[step.at : step.at + step.gone]
        text = step.apply(text)
        if _UNKNOWN in away or len(away) != step.gone or step.at > len(text):
            base, kept, gone = text, [], []
        elif kept and step == UndoStep(kept[-1].at, len(kept[-1].text), gone[-1]):
            kept.pop()
            gone.pop()
        else:
            kept.append(step)
            gone.append(away)
    return base, kept, text


def _filled(base: str, now: str, text: str) -> str:
    """Put in what is not known: it stands in the text of now, in the same order."""
    there = StringIO("".join(text[gap.start() : gap.end()] for gap in _GAP.finditer(now)))
    return _GAP.sub(lambda gap: there.read(len(gap[0])), base)


def _latest(base: str, steps: Sequence[UndoStep], most: int) -> UndoHistory:
    early = max(len(steps) - most, 0)
    for step in islice(steps, early):
        base = step.apply(base)
    return UndoHistory(base, tuple(steps[early:]))
