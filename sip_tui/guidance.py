"""The guidance of the five phases, as data that a region can reword: names, opening lines, questions, reminders.

The texts and where they come from are in ``data/<language>/phases.toml``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sip_tui.language import language
from sip_tui.shipped import shipped


@dataclass(frozen=True, slots=True)
class PhaseGuide:
    """What helps the chair and the secretary through one phase."""

    key: str
    name: str
    aim: str
    say: str
    """An opening line with places for {person}, {chair}, {secretary}, {minutes} and {purpose}."""
    ask: tuple[str, ...]
    remember: tuple[str, ...]
    pad: str
    """What the secretary's empty pad suggests."""


def guide(phase: str) -> PhaseGuide:
    """The guidance of a phase, in the language that is spoken."""
    return _guides(language())[phase]


def phase_name(phase: str) -> str:
    """The name of a phase as people say it; the key itself when there is no such phase."""
    known = _guides(language()).get(phase)
    return known.name if known else phase


@cache
def _guides(spoken: str) -> Mapping[str, PhaseGuide]:
    data = tomllib.loads(shipped(spoken, "phases.toml").read_text(encoding="utf-8"))
    return {one["key"]: _guide(one) for one in data["phases"]}


def _guide(one: dict[str, str | list[str]]) -> PhaseGuide:
    texts = {name: str(one[name]).strip() for name in ("key", "name", "aim", "say", "pad")}
    return PhaseGuide(**texts, ask=tuple(one["ask"]), remember=tuple(one["remember"]))
