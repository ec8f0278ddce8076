"""Guidance for the five phases, from ``phases.toml`` and, for a type with words of its own, ``type_phases.toml``.

Also in words for a child (requirement 182) and for a follow-up (requirements 42, 187): from ``phases_variants.toml``,
which the program starts without.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from sip_tui.i18n.translation import language
from sip_tui.paths import data_path

Texts = dict[str, str | list[str]]
FOLLOW_UP = "follow_up"
"""The type whose words stand beside those of the plan that it follows up."""


class PhaseGuide(NamedTuple):
    """Guidance for one phase."""

    key: str
    name: str
    aim: str
    """The result of the phase."""
    opening_line: str
    """Template with {person}, {chair}, {secretary}, {minutes} and {purpose}."""
    questions: tuple[str, ...]
    reminders: tuple[str, ...]
    placeholder: str
    """Shown in the secretary's empty pad."""


def phase_guide(phase: str, *, child: bool = False, plan: bool = True, kind: str = "") -> PhaseGuide:
    """Return the guidance of a phase in the current language.

    Args:
        phase: One of ``agenda.PHASES``.
        child: Whether it is in words for a child.
        plan: Whether the meeting makes a plan; without one, no line speaks of it.
        kind: The key of the type of meeting; ``follow_up`` when an earlier plan is followed up.
    """
    guide = _guides(language(), child, kind)[phase]
    if plan:
        return guide
    questions, reminders = (tuple(filter(does_without_plan, lines)) for lines in (guide.questions, guide.reminders))
    return guide._replace(questions=questions, reminders=reminders)


def does_without_plan(line: str) -> bool:
    """Whether a line can be said in a meeting that makes no plan."""
    return not re.search(r"\bplan(?:en|er|erna|s)?\b", line, re.IGNORECASE)


def phase_name(phase: str, *, child: bool = False) -> str:
    """Return the name of a phase, on a child's own paper in words for a child; its key when it is unknown."""
    known = _guides(language(), child, "").get(phase)
    return known.name if known else phase


@cache
def _guides(language: str, child: bool, kind: str) -> Mapping[str, PhaseGuide]:
    phases = _phases(language, "phases.toml")
    if child or kind == FOLLOW_UP:
        variants = _phases(language, "phases_variants.toml")
        phases = [usual | other for usual, other in zip(phases, variants, strict=True)]
    if kind == FOLLOW_UP:
        phases = [_for_follow_up(phase) for phase in phases]
    elif own := _own_words(language, kind):
        phases = [_for_type(phase, words) for phase, words in zip(phases, own, strict=True)]
    return {str(phase["key"]): _guide(_for_child(phase) if child else phase) for phase in phases}


def _phases(language: str, file: str) -> list[Texts]:
    found: list[Texts] = tomllib.loads(_read(language, file))["phases"]
    return found


def _own_words(language: str, kind: str) -> list[Texts]:
    """Return what a type says in words of its own; most have none, and the file is long to parse at a start."""
    text = _read(language, "type_phases.toml")
    return tomllib.loads(text)[kind] if f"[[{kind}]]" in text else []


def _read(language: str, file: str) -> str:
    return data_path(language, file).read_text(encoding="utf-8")


def _for_type(phase: Texts, words: Texts) -> Texts:
    """Take the words of a type that makes no plan; the reminders that hold in every meeting follow its own."""
    always = filter(does_without_plan, phase["remember"])
    return phase | words | {"remember": [*words["remember"], *always]}


def _for_follow_up(phase: Texts) -> Texts:
    """Replace opening lines and questions by those of a follow-up; prepend the reminders."""
    return phase | {
        "say": phase["say_again"],
        "ask": phase["ask_again"],
        "say_child": phase["say_again_child"],
        "ask_child": phase["ask_again_child"],
        "remember": [*phase["remember_again"], *phase["remember"]],
    }


def _for_child(phase: Texts) -> Texts:
    """Replace name, opening line and questions by those for a child; prepend the reminders."""
    return phase | {
        "name": phase.get("name_child", phase["name"]),
        "say": phase["say_child"],
        "ask": phase["ask_child"],
        "remember": [*phase["remember_child"], *phase["remember"]],
    }


def _guide(phase: Texts) -> PhaseGuide:
    key, name, aim, opening_line, placeholder = (
        str(phase[field]).strip() for field in ("key", "name", "aim", "say", "pad")
    )
    return PhaseGuide(key, name, aim, opening_line, tuple(phase["ask"]), tuple(phase["remember"]), placeholder)
