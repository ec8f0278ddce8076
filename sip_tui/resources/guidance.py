"""The guidance of the five phases, as data that a region can reword: names, opening lines, questions, reminders.

A phase has an opening line and questions of its own for a meeting about a child (F32; seed row 182).

The texts and where they come from are in ``data/<language>/phases.toml``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sip_tui.i18n.translation import language
from sip_tui.paths import data_path

Texts = dict[str, str | list[str]]


@dataclass(frozen=True, slots=True)
class PhaseGuide:
    """What helps the chair and the secretary through one phase."""

    key: str
    name: str
    aim: str
    """What everybody has when the phase is over."""
    opening_line: str
    """An opening line with places for {person}, {chair}, {secretary}, {minutes} and {purpose}."""
    questions: tuple[str, ...]
    reminders: tuple[str, ...]
    placeholder: str
    """What the secretary's empty pad suggests."""


def phase_guide(phase: str, *, child: bool = False) -> PhaseGuide:
    """The guidance of a phase, in the language that is spoken; when the person is a child, in words for one (F32)."""
    return _guides(language(), child)[phase]


def phase_name(phase: str) -> str:
    """The name of a phase as people say it; the key itself when there is no such phase."""
    known = _guides(language(), False).get(phase)
    return known.name if known else phase


@cache
def _guides(spoken: str, child: bool) -> Mapping[str, PhaseGuide]:
    data = tomllib.loads(data_path(spoken, "phases.toml").read_text(encoding="utf-8"))
    return {one["key"]: _guide(_for_child(one) if child else one) for one in data["phases"]}


def _for_child(one: Texts) -> Texts:
    """What is said to a child and asked of a child instead; what there is to remember comes on top of the rest."""
    return one | {
        "say": one["say_child"],
        "ask": one["ask_child"],
        "remember": [*one["remember_child"], *one["remember"]],
    }


def _guide(phase: Texts) -> PhaseGuide:
    key, name, aim, opening_line, placeholder = (
        str(phase[field]).strip() for field in ("key", "name", "aim", "say", "pad")
    )
    return PhaseGuide(key, name, aim, opening_line, tuple(phase["ask"]), tuple(phase["remember"]), placeholder)
