"""What is said in a meeting: notes, words, quotes, ideas, what was decided, and what they see differently."""

from __future__ import annotations

from dataclasses import dataclass

from sip_tui.meeting.model.row import Row


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Pad(Row):
    """The notes of one seat in one phase, in Markdown."""

    phase: str = ""
    seat: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class SituationAccount(Row):
    """How one participant sees the situation; the row is named by the participant's id (seed rows 1, 22, 23, 98)."""

    works: str = ""
    works_not: str = ""
    experience: str = ""
    needs: str = ""
    wishes: str = ""
    expectations: str = ""
    goals: str = ""
    """The goals that this participant finds important (seed row 32)."""
    support: str = ""
    """The support that this participant can give (seed row 32)."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Quote(Row):
    """Somebody's own words, most often the person's (seed rows 2, 23, 58)."""

    text: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Information(Row):
    """What somebody told and everybody should know afterwards."""

    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Question(Row):
    """A question that the meeting is to answer, and the answer in plain words (F07; seed rows 19, 181, 196)."""

    text: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Feedback(Row):
    """How it was, at the end; the row is named by the participant's id (F20; seed rows 8, 43, 80-83)."""

    safe: str = ""
    """Whether the plan feels safe: ``yes``, ``partly``, ``no``, or empty until somebody has asked."""
    wonders: str = ""
    """What else they wonder about."""
    knows_whom: str = ""
    """Whether they know whom to turn to: ``yes``, ``no`` or empty."""
    satisfied: str = ""
    """Whether they are content with the meeting: ``yes``, ``partly``, ``no`` or empty."""
    words: str = ""
    """How the meeting was, in their own words."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Term(Row):
    """A word that somebody did not understand, and the answer that was given in the room (seed row 201)."""

    term: str = ""
    raised_by: str = ""
    answer: str = ""
    phase: str = ""
    """The phase in which it was raised."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Idea(Row):
    """A proposal with what speaks for and against it (seed row 204)."""

    text: str = ""
    pros: str = ""
    cons: str = ""
    action: str = ""
    """The action that it became."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ParkedItem(Row):
    """Something for later: a side issue that must not be lost (seed rows 24, 187)."""

    text: str = ""
    said_by: str = ""
    settled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Disagreement(Row):
    """What they do not agree on, said aloud and written down (seed row 35)."""

    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Resolution(Row):
    """What was decided and is no action: "planen gäller till mars" (seed row 162)."""

    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class SharedPictureAnswer(Row):
    """Whether a participant has the same picture of what was agreed; named by the participant's id (seed row 35)."""

    same: str = ""
    """``yes``, ``no``, or empty until somebody has asked."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Link(Row):
    """A line of a pad that has become a row, and follows it from then on."""

    pad: str = ""
    """The pad that the line stands in; empty while it stands in none."""
    line: str = ""
    """The line as it read when the row last followed it."""
    table: str = ""
    row: str = ""
    before: tuple[str, ...] = ()
    """The lines that the row followed earlier, the latest first."""
    gave: tuple[str, ...] = ()
    """What the lines have given the row: names of cells and their values, in turn."""
