"""The chair's support as data that a region can reword: the twenty duties, three scripts, and the question cards.

The texts and where they come from are in ``data/<language>/script.toml``; what is done is in ``meeting.checklist``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sip_tui.i18n.translation import language
from sip_tui.paths import data_path


@dataclass(frozen=True, slots=True)
class Duty:
    """One of the twenty tools (seed rows 190-210)."""

    key: str
    group: str
    label: str
    line: str
    """With places for {person}, {chair}, {secretary}, {minutes}, {purpose} and {follow_up}."""
    spoken: bool
    """True for a line to read aloud, false for a deed."""


@dataclass(frozen=True, slots=True)
class ScriptStep:
    """One line of a script, with the same places as a duty's."""

    key: str
    """What it is ticked by: that of the duty that it fulfils, else its own."""
    phase: str
    title: str
    line: str


@dataclass(frozen=True, slots=True)
class Script:
    """What the chair can say from the welcome to the thanks (seed rows 90, 91, 177)."""

    key: str
    name: str
    steps: tuple[ScriptStep, ...]

    def steps_of(self, phase: str) -> tuple[ScriptStep, ...]:
        """The steps of a phase."""
        return tuple(one for one in self.steps if one.phase == phase)


@dataclass(frozen=True, slots=True)
class Deck:
    """Questions for some of the phases, with places for {goal} and {action} too (seed rows 59-72, 165, 182)."""

    key: str
    name: str
    phases: tuple[str, ...]
    questions: tuple[str, ...]
    child: bool = False
    """Whether it is only for a meeting about a child (F32)."""
    card: bool = False
    """Whether it holds sentences instead of questions; then it is there in its own phases alone (seed rows 46, 183)."""


@dataclass(frozen=True, slots=True)
class ChairGuide:
    """All of it."""

    groups: Mapping[str, str]
    """Key of a group of duties → its name, in order."""
    always: tuple[str, ...]
    """What the chair answers for at every moment (seed row 213)."""
    duties: tuple[Duty, ...]
    scripts: tuple[Script, ...]
    decks: tuple[Deck, ...]

    def script(self, key: str) -> Script:
        """A script by its key; the first one when there is none."""
        return next((one for one in self.scripts if one.key == key), self.scripts[0])

    def decks_for(self, phase: str, *, child: bool = False) -> tuple[Deck, ...]:
        """The decks, those of the phase first, and of these what is only for now: cards, and questions to a child."""
        here = [one for one in self.decks if (child or not one.child) and (phase in one.phases or not one.card)]
        return tuple(sorted(here, key=lambda one: (phase not in one.phases, not one.card, not one.child)))


def chair_guide() -> ChairGuide:
    """The chair's support, in the language that is spoken."""
    return _guide(language())


@cache
def _guide(spoken: str) -> ChairGuide:
    data = tomllib.loads(data_path(spoken, "script.toml").read_text(encoding="utf-8"))
    return ChairGuide(
        groups=data["groups"],
        always=tuple(data["always"].values()),
        duties=tuple(_duty(one) for one in data["duties"]),
        scripts=tuple(_script(one) for one in data["scripts"]),
        decks=tuple(_deck(one) for one in data["decks"]),
    )


def _deck(one: dict[str, Any]) -> Deck:
    card = "lines" in one
    lines = tuple(one["lines"] if card else one["questions"])
    return Deck(one["key"], one["name"], tuple(one["phases"]), lines, child=one.get("child", False), card=card)


def _duty(one: dict[str, str]) -> Duty:
    line = one["say"] if "say" in one else one["do"]
    return Duty(one["key"], one["group"], one["label"], line.strip(), spoken="say" in one)


def _script(one: dict[str, Any]) -> Script:
    steps = [
        ScriptStep(step.get("duty", f"step {one['key']} {number}"), step["phase"], step["do"], step["say"])
        for number, step in enumerate(one["steps"], 1)
    ]
    return Script(one["key"], one["name"], tuple(steps))
