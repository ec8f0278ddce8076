"""Support for the chair, from ``data/<language>/script.toml``: twenty duties, three scripts and question cards."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sip_tui.i18n.translation import language
from sip_tui.paths import data_path


@dataclass(frozen=True, slots=True)
class Duty:
    """One of the chair's twenty duties (requirements 190-210)."""

    key: str
    group: str
    label: str
    line: str
    """Template with {person}, {chair}, {secretary}, {minutes}, {purpose} and {follow_up}."""
    spoken: bool
    """True for a line to read aloud, false for an action."""
    line_to_child: str = ""
    """What is said instead when the person is a child; empty for the same line."""


@dataclass(frozen=True, slots=True)
class ScriptStep:
    """One line of a script; a template like a duty's."""

    key: str
    """Key of the duty that it fulfils, else its own."""
    phase: str
    title: str
    line: str
    line_to_child: str = ""
    """What is said instead when the person is a child; empty for the same line."""


@dataclass(frozen=True, slots=True)
class Script:
    """What the chair can say in a whole meeting (requirements 90, 91, 177)."""

    key: str
    name: str
    steps: tuple[ScriptStep, ...]

    def steps_of(self, phase: str) -> tuple[ScriptStep, ...]:
        """Return the steps of a phase."""
        return tuple(step for step in self.steps if step.phase == phase)


@dataclass(frozen=True, slots=True)
class Deck:
    """Questions for some phases; templates with {goal} and {action} too (requirements 59-72, 165, 182)."""

    key: str
    name: str
    phases: tuple[str, ...]
    questions: tuple[str, ...]
    child: bool = False
    """True for a meeting about a child only."""
    card: bool = False
    """True for sentences instead of questions, shown in its own phases only (requirements 46, 183)."""


@dataclass(frozen=True, slots=True)
class ChairGuide:
    """All support for the chair."""

    groups: Mapping[str, str]
    """Group of duties → its name, in order."""
    always: tuple[str, ...]
    """What the chair is responsible for throughout (requirement 213)."""
    duties: tuple[Duty, ...]
    scripts: tuple[Script, ...]
    decks: tuple[Deck, ...]
    dates: tuple[str, ...]
    """The days of the material behind it that has one, as ISO 8601, the oldest first (requirements 171 and 211)."""

    def script(self, key: str) -> Script:
        """Return a script by its key, else the first."""
        return next((script for script in self.scripts if script.key == key), self.scripts[0])

    def decks_for(self, phase: str, *, child: bool = False) -> tuple[Deck, ...]:
        """Return the decks, those of the phase first, among them cards and questions for a child first."""
        here = [deck for deck in self.decks if (child or not deck.child) and (phase in deck.phases or not deck.card)]
        return tuple(sorted(here, key=lambda deck: (phase not in deck.phases, not deck.card, not deck.child)))


def chair_guide() -> ChairGuide:
    """Return the support for the chair in the current language."""
    return _guide(language())


@cache
def _guide(language: str) -> ChairGuide:
    data = tomllib.loads(data_path(language, "script.toml").read_text(encoding="utf-8"))
    return ChairGuide(
        groups=data["groups"],
        always=tuple(data["always"].values()),
        duties=tuple(_duty(duty) for duty in data["duties"]),
        scripts=tuple(_script(script) for script in data["scripts"]),
        decks=tuple(_deck(deck) for deck in data["decks"]),
        dates=tuple(sorted(day for text in data["source"]["documents"] for day in _DAY.findall(text))),
    )


_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _deck(deck: dict[str, Any]) -> Deck:
    card = "lines" in deck
    lines = tuple(deck["lines"] if card else deck["questions"])
    return Deck(deck["key"], deck["name"], tuple(deck["phases"]), lines, child=deck.get("child", False), card=card)


def _duty(duty: dict[str, str]) -> Duty:
    line = duty["say"] if "say" in duty else duty["do"]
    to_child = duty.get("say_child", "")
    return Duty(duty["key"], duty["group"], duty["label"], line.strip(), spoken="say" in duty, line_to_child=to_child)


def _script(script: dict[str, Any]) -> Script:
    steps = [
        ScriptStep(
            step.get("duty", f"step {script['key']} {number}"),
            step["phase"],
            step["do"],
            step["say"],
            step.get("say_child", ""),
        )
        for number, step in enumerate(script["steps"], 1)
    ]
    return Script(script["key"], script["name"], tuple(steps))
