"""The guidance of the phases is the same in both languages, and has words of its own for a child."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from textual.binding import Binding

from sip_tui.app.app import SipApp
from sip_tui.i18n import translation
from sip_tui.i18n.translation import LANGUAGES
from sip_tui.meeting.time.agenda import PHASES
from sip_tui.paths import data_path
from sip_tui.resources.guidance import does_without_plan, phase_guide
from sip_tui.screens.chair import ChairScreen
from sip_tui.screens.commands import OUTCOME_KEY

PLACE = re.compile(r"\{[\w.\[\]]+\}")
PLACES = {"{person}", "{chair}", "{secretary}", "{minutes}", "{purpose}", "{your_plan}"}
OWN_WORDS = ("cooperation", "reconciliation", "handover", "ending")
"""The types that have words of their own in ``type_phases.toml``."""
LONGEST = 14
"""Words of a sentence that a child of ten follows without help."""


@pytest.fixture(autouse=True)
def afterwards_swedish() -> Iterator[None]:
    yield
    translation.set_language("sv")


def phases(spoken: str) -> list[dict[str, Any]]:
    """All phases of all types, in the order of the files."""
    found = []
    for file in ("phases.toml", "phases_variants.toml", "type_phases.toml"):
        data = tomllib.loads(data_path(spoken, file).read_text(encoding="utf-8"))
        found += [phase for key, rows in data.items() if key != "source" for phase in rows]
    return found


def shape(guide: dict[str, Any]) -> dict[str, Any]:
    """The keys, and for every line its places, without the words."""
    return {
        key: [places(line) for line in value] if isinstance(value, list) else places(value)
        for key, value in guide.items()
    }


def places(value: object) -> list[str]:
    return sorted(set(PLACE.findall(str(value))))


def test_both_languages_have_the_same_keys_and_the_same_places() -> None:
    assert [shape(phase) for phase in phases("sv")] == [shape(phase) for phase in phases("en")]
    assert tuple(phase["key"] for phase in phases("sv")) == PHASES * (2 + len(OWN_WORDS))


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_only_places_that_the_program_can_fill(spoken: str) -> None:
    commands = {binding.id for binding in (*SipApp.BINDINGS, *ChairScreen.BINDINGS) if isinstance(binding, Binding)}
    commands.add(OUTCOME_KEY.id)
    found = {place for phase in phases(spoken) for place in places(phase)}
    assert found <= PLACES | {f"{{keys[{name}]}}" for name in commands}


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("kind", ["", *OWN_WORDS])
def test_child_guidance_keeps_all_reminders(spoken: str, phase: str, kind: str) -> None:
    translation.set_language(spoken)
    usual, child = phase_guide(phase, kind=kind), phase_guide(phase, child=True, kind=kind)
    assert "{person}" in child.opening_line
    assert child.opening_line != usual.opening_line
    assert len(child.questions) >= (4 if kind else 5)
    assert not set(child.questions) & set(usual.questions)
    assert child.reminders[-len(usual.reminders) :] == usual.reminders
    assert len(child.reminders) > len(usual.reminders)
    assert (child.aim, child.placeholder) == (usual.aim, usual.placeholder)


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("kind", ["", *OWN_WORDS])
def test_child_questions_are_short_and_come_first(spoken: str, phase: str, kind: str) -> None:
    translation.set_language(spoken)
    child = phase_guide(phase, child=True, kind=kind)
    *asked, adults = child.questions
    sentences = [sentence for line in asked for sentence in re.split(r"(?<=[.?!])\s", line)]
    assert [sentence for sentence in sentences if len(sentence.split()) > LONGEST] == []
    assert adults.startswith({"sv": "Ni vuxna:", "en": "To the adults:"}[spoken])


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_childs_words_and_telling_the_child_are_duties(spoken: str) -> None:
    translation.set_language(spoken)
    letter, drawing, told = {"sv": ("brev", "teckning", "berättar"), "en": ("letter", "drawing", "will tell")}[spoken]
    first = phase_guide("opening", child=True).reminders[0]
    assert letter in first
    assert drawing in first
    assert told in phase_guide("closing", child=True).reminders[0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("child", [False, True])
def test_a_meeting_without_a_plan_does_not_speak_of_one(language: str, child: bool) -> None:
    translation.set_language(language)
    for phase in PHASES:
        guide, usual = phase_guide(phase, child=child, plan=False), phase_guide(phase, child=child)
        assert all(does_without_plan(line) for line in (guide.opening_line, *guide.questions, *guide.reminders))
        assert len(guide.questions) >= 4
        assert set(guide.questions) <= set(usual.questions)
