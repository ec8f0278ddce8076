"""The chair's support is whole, the same in both languages, and says nothing that the meeting cannot fill in."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from sip_tui.i18n import translation
from sip_tui.i18n.translation import LANGUAGES
from sip_tui.meeting.guidance.checklist import BEGINNING, DUTIES, ENDING, THROUGHOUT
from sip_tui.meeting.time.agenda import PHASES
from sip_tui.paths import data_path
from sip_tui.resources.scripts import ChairGuide, chair_guide

PLACES = {"person", "chair", "secretary", "minutes", "purpose", "follow_up", "your_plan"}
FIRST = {"sv": "Vad är viktigast för dig?", "en": "What matters most to you?"}
PLACE = re.compile(r"\{(\w*)\}")


@pytest.fixture(autouse=True)
def afterwards_swedish() -> Iterator[None]:
    yield
    translation.set_language("sv")


@pytest.fixture(params=LANGUAGES)
def guide(request: pytest.FixtureRequest) -> ChairGuide:
    translation.set_language(request.param)
    return chair_guide()


def source(spoken: str) -> dict[str, Any]:
    return tomllib.loads(data_path(spoken, "script.toml").read_text(encoding="utf-8"))


def test_the_twenty_tools_stand_in_their_groups_and_order(guide: ChairGuide) -> None:
    assert tuple(duty.key for duty in guide.duties) == DUTIES
    groups = {"beginning": BEGINNING, "throughout": THROUGHOUT, "ending": ENDING}
    assert list(guide.groups) == list(groups)
    for group, keys in groups.items():
        assert tuple(duty.key for duty in guide.duties if duty.group == group) == keys
    assert all(duty.label and duty.line for duty in guide.duties)
    assert len(guide.always) == 2


def test_a_label_fits_on_its_line_at_the_smallest_size(guide: ChairGuide) -> None:
    assert [duty.label for duty in guide.duties if len(duty.label) > 36] == []
    assert [sentence for sentence in guide.always if len(sentence) > 78] == []


def test_scripts_cover_every_phase_person_first(guide: ChairGuide) -> None:
    assert len(guide.scripts) == 8
    for script in guide.scripts:
        assert [step.phase for step in script.steps] == sorted((step.phase for step in script.steps), key=PHASES.index)
        assert all(script.steps_of(phase) for phase in PHASES)
        assert script.steps_of("situation")[0].line == FIRST[translation.language()]


def test_script_step_keys_are_unique(guide: ChairGuide) -> None:
    for script in guide.scripts:
        keys = [step.key for step in script.steps]
        assert len(set(keys)) == len(keys)
        assert all(key in DUTIES or key.startswith(f"step {script.key} ") for key in keys)


def test_decks_have_cards_and_phase_decks_come_first(guide: ChairGuide) -> None:
    counted = {deck.key: len(deck.questions) for deck in guide.decks}
    assert (counted["story"], counted["planning"]) == (5, 6)
    assert counted["follow_up"] >= 6
    assert counted["hope"] >= 5
    assert guide.decks_for("situation")[0].key == "story"
    assert guide.decks_for("needs")[0].key == "planning"
    always = {deck for deck in guide.decks if not (deck.child or deck.card)}
    assert all(set(guide.decks_for(phase)) >= always for phase in PHASES)


def test_opening_cards_are_only_in_the_opening(guide: ChairGuide) -> None:
    assert [deck.key for deck in guide.decks_for("opening") if deck.card] == ["ground_rules", "values"]
    assert guide.decks_for("opening")[0].key == "ground_rules"
    assert all(len(deck.questions) >= 4 and not deck.questions[0].endswith("?") for deck in guide.decks if deck.card)
    assert not any(deck.card for phase in PHASES[1:] for deck in guide.decks_for(phase, child=True))


def test_child_deck_is_in_every_phase(guide: ChairGuide) -> None:
    for phase in PHASES:
        assert "child" not in {deck.key for deck in guide.decks_for(phase)}
        assert "child" in {deck.key for deck in guide.decks_for(phase, child=True)}
    assert guide.decks_for("situation", child=True)[0].key == "child"


def test_resource_question_says_where_to_write(guide: ChairGuide) -> None:
    cards = {deck.key: " ".join(deck.questions) for deck in guide.decks}
    assert "{keys[go.actions]}" in cards["planning"]
    assert "{keys[go.situation]}" in cards["child"]


def test_only_places_that_the_meeting_can_fill(guide: ChairGuide) -> None:
    lines = [duty.line for duty in guide.duties] + [step.line for script in guide.scripts for step in script.steps]
    cards = [question for deck in guide.decks for question in deck.questions]
    assert set(PLACE.findall(" ".join(lines))) == PLACES
    assert set(PLACE.findall(" ".join(cards))) == {"goal", "action", "person"}


def test_both_languages_say_the_same_things_in_the_same_places() -> None:
    sv, en = source("sv"), source("en")
    assert shape(sv) == shape(en)


def shape(data: dict[str, Any]) -> Any:
    """Keys, places and what is aloud, without the words."""
    duties = [
        (duty["key"], duty["group"], "say" in duty, places(duty.get("say") or duty["do"])) for duty in data["duties"]
    ]
    scripts = [
        (script["key"], [(step["phase"], step.get("duty"), places(step["say"])) for step in script["steps"]])
        for script in data["scripts"]
    ]
    decks = [
        (deck["key"], deck["phases"], deck.get("child"), "lines" in deck, [places(line) for line in _lines(deck)])
        for deck in data["decks"]
    ]
    return list(data["groups"]), list(data["always"]), duties, scripts, decks


def _lines(deck: dict[str, Any]) -> list[str]:
    lines: list[str] = deck.get("questions") or deck["lines"]
    return lines


def places(line: str) -> list[str]:
    return sorted(PLACE.findall(line))


def test_an_unknown_script_is_the_first_one(guide: ChairGuide) -> None:
    assert guide.script("no such script") is guide.scripts[0]
    assert guide.script(guide.scripts[2].key) is guide.scripts[2]


def test_consent_to_the_plan_is_asked_of_a_childs_guardians(guide: ChairGuide) -> None:
    steps = [step for script in guide.scripts for step in script.steps if step.line_to_child]
    assert len([step for step in steps if "{person}" in step.line_to_child]) == len(guide.scripts)
    assert all(step.phase == "opening" for step in steps)
