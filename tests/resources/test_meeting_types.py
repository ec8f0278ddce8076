"""Types of meeting with their rules, and what a region sets, are data; both languages say the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sip_tui.i18n import translation
from sip_tui.meeting.model.meeting import Meeting, MeetingInfo
from sip_tui.meeting.time.agenda import PHASES
from sip_tui.phrasing.plan_words import plan_words
from sip_tui.resources.guidance import does_without_plan, phase_guide
from sip_tui.resources.meeting_types import (
    forbidden_caller,
    meeting_type,
    meeting_types,
    part_names,
    phases_by_name,
    type_by_key,
    type_of,
)
from sip_tui.resources.region import region
from sip_tui.resources.scripts import chair_guide


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """The sentences are read in English; afterwards the language is what it was."""
    before = translation.language()
    translation.set_language("en")
    yield
    translation.set_language(before)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_type_is_whole(language: str) -> None:
    translation.set_language(language)
    for kind in meeting_types():
        assert sum(kind.shares) == 100
        assert len(kind.shares) == len(PHASES)
        assert chair_guide().script(kind.script).key == kind.script
        assert meeting_type(kind.name) == kind
        assert all((kind.about, kind.purpose))
        assert len(kind.always) <= 78
        assert not kind.instead or type_by_key(kind.instead)
        assert bool(kind.refusal) is bool(kind.may_not_call)


def test_languages_have_the_same_types_and_fields() -> None:
    found = []
    for language in ("sv", "en"):
        translation.set_language(language)
        found.append([(kind.key, kind.shares, [field.key for field in kind.fields]) for kind in meeting_types()])
    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("caller", "forbidden"),
    [
        ("Anna Ek, Arbetsförmedlingen", True),
        ("AF", True),
        ("handläggare, FK", True),
        ("Afrodite, Socialtjänsten", False),
        ("", False),
    ],
)
def test_two_authorities_may_not_call_a_sip(caller: str, forbidden: bool) -> None:
    sip, cooperation = type_by_key("sip"), type_by_key("cooperation")
    assert sip is not None
    assert cooperation is not None
    assert forbidden_caller(sip, caller) is forbidden
    assert not forbidden_caller(cooperation, caller)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_each_type_has_its_own_script_words_and_agenda(language: str) -> None:
    translation.set_language(language)
    kinds = meeting_types()
    assert len({kind.script for kind in kinds}) == len({kind.always for kind in kinds}) == len(kinds)
    for phase in PHASES:
        guides = [phase_guide(phase, kind=kind.key, child=child) for kind in kinds for child in (False, True)]
        assert len({(guide.opening_line, guide.questions) for guide in guides}) == len(guides)
        assert len({guide.reminders for guide in guides}) == len(guides)
        # A follow-up has the aims and the notes page of the plan that it follows up.
        assert len({(guide.aim, guide.placeholder) for guide in guides}) == len(kinds) - 1


@pytest.mark.parametrize("language", ["sv", "en"])
def test_each_type_has_its_own_names_of_the_parts(language: str) -> None:
    translation.set_language(language)
    names = {kind.key: part_names(Meeting(about=MeetingInfo(id="meeting", type=kind.name))) for kind in meeting_types()}
    assert all(len(set(parts)) == len(PHASES) for parts in names.values())
    for about in (1, 2):
        assert len({parts[about] for parts in names.values()}) == len(names)
    found = {(name.casefold(), phase) for parts in names.values() for name, phase in zip(parts, PHASES, strict=True)}
    assert dict(found) == phases_by_name()
    assert len(dict(found)) == len(found), "a name stands for one phase in every type"
    # As wide as the list of phases on the smallest screen.
    assert max(len(name) for parts in names.values() for name in parts) <= 18


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_type_without_a_plan_never_speaks_of_one(language: str) -> None:
    translation.set_language(language)
    for kind in (kind for kind in meeting_types() if kind.key not in {"sip", "follow_up"}):
        lines = [step.line for step in chair_guide().script(kind.script).steps]
        for phase in PHASES:
            guide = phase_guide(phase, kind=kind.key)
            lines += [guide.aim, guide.opening_line, guide.placeholder, *guide.questions, *guide.reminders]
        assert [line for line in (*lines, kind.always) if not does_without_plan(line)] == []


def test_words_of_a_meeting_follow_its_type() -> None:
    for name, key in (("Överlämningsmöte", "handover"), ("SIP", "sip"), ("Uppföljningsmöte", "follow_up")):
        kind = type_of(Meeting(about=MeetingInfo(id="meeting", type=name)))
        assert kind is not None
        assert kind.key == key
    again = type_of(Meeting(about=MeetingInfo(id="meeting", type="SIP", previous="0a1b2c")))
    assert again is not None
    assert again.key == "follow_up"
    assert type_of(Meeting(about=MeetingInfo(id="meeting", type="Hittepå"))) is None


def test_coordinator_is_not_of_a_plan_where_none_is_made() -> None:
    kinds = {name: Meeting(about=MeetingInfo(id="meeting", type=name)) for name in ("SIP", "Samverkansmöte")}
    said = {name: plan_words(meeting, "{name} coordinates the plan.") for name, meeting in kinds.items()}
    assert said == {"SIP": "{name} coordinates the plan.", "Samverkansmöte": "{name} keeps track of it."}
    assert plan_words(kinds["Samverkansmöte"], "The goals") == "The goals"


def test_unknown_type_is_none() -> None:
    assert meeting_type("Hittepå") is None
    assert type_by_key("hittepå") is None


def test_regions_file_is_laid_over_the_shipped_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIP_TUI_CONFIG", str(tmp_path / "config.toml"))
    assert (region().notice_days, region().minutes, region().trouble) == (21, 60, "")
    own = tmp_path / "region.toml"
    own.write_text(
        "[lead_time]\nnotice_days = 14\ndeadline_days = 21\n"
        "[form]\norder = ['purpose']\n[form.labels]\npurpose = 'Mål'\n"
        "[length]\nminutes = -4\n",
        encoding="utf-8",
    )
    assert (region().notice_days, region().deadline_days, region().minutes) == (14, 21, 60)
    assert (list(region().order), region().labels) == (["purpose"], {"purpose": "Mål"})
    own.write_text("[lead_time", encoding="utf-8")
    assert region().notice_days == 21
    assert "region.toml" in region().trouble
    own.write_text("lead_time = 3\n[form]\norder = 'x'\n", encoding="utf-8")
    assert list(region().order) == []
