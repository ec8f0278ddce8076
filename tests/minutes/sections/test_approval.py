"""The plan is approved with the person: when and how, and on paper the lines to sign (requirement 113)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sip_tui.meeting.model.enums import Kind
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.minutes.document import WritingLines, plain
from sip_tui.minutes.render import draft
from sip_tui.minutes.sections import REGIONAL, SECTIONS, unknown_sections
from sip_tui.paths import data_path
from tests.helpers.documents import planned
from tests.helpers.meetings import NOW
from tests.helpers.minutes import section, titles

TITLE = "Approval of the plan"


@pytest.fixture
def region(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The region's own file, which is read where the settings are."""
    monkeypatch.setenv("SIP_TUI_CONFIG", str(tmp_path / "config.toml"))
    return tmp_path / "region.toml"


def approved(**between: Any) -> Meeting:
    whole = planned()
    return replace(whole, between=replace(whole.between, **between))


def signed(whole: Meeting, audience: str = "person") -> list[str]:
    blocks = draft(whole, audience, now=NOW).document.blocks
    return [plain(block.label).partition(":")[0] for block in blocks if isinstance(block, WritingLines)]


@pytest.mark.parametrize("audience", ["mail", "person", "full"])
def test_day_way_and_approver_stand_in_the_plan(audience: str) -> None:
    whole = approved(approved_on="2026-12-01", approved_how="på telefon")
    made = section(draft(whole, audience, now=NOW).text, TITLE)
    assert made[:2] == ["Approved together with you on Tuesday 1 December 2026", "How: på telefon"]
    assert (
        made[2]
        == {
            "mail": "Who approved it with you: kurator",
            "person": "Who approved it with you: Samir Haddad (kurator)",
            "full": "Who approved it with you: Samir Haddad",
        }[audience]
    )


def test_person_guardians_of_a_child_and_caller_sign() -> None:
    adult = approved()
    people = tuple(
        replace(other, kind=Kind.KIN) if other.kind is Kind.GUARDIAN else other for other in adult.participants
    )
    grown = replace(adult, participants=people)
    assert signed(grown) == ["You", "The person who called the meeting"]
    child = planned()
    child = replace(child, person=replace(child.person, child=True))
    guardians = ["Parent or guardian", "Parent or guardian"]
    assert signed(child) == ["You, if you want to", *guardians, "The person who called the meeting"]
    assert signed(approved(), "mail") == []


def test_guardian_may_sign_for_one_nearly_grown_up() -> None:
    assert signed(approved())[:2] == ["You", "Parent or guardian, if needed"]


def test_nothing_is_signed_before_the_meeting_or_without_a_plan() -> None:
    whole = approved()
    assert TITLE not in titles(draft(replace(whole, events=()), "full", now=NOW).text)
    assert signed(replace(whole, about=replace(whole.about, type="samverkansmöte"))) == []


def test_region_sets_order_headings_and_signatures(region: Path) -> None:
    region.write_text(
        '[documents]\norder = ["next_meeting", "plan"]\nsignatures = ["För kommunen"]\n'
        '[documents.headings]\nplan = "Mål och insatser"\n',
        encoding="utf-8",
    )
    assert signed(approved(), "full")[-1] == "För kommunen"
    made: Any = titles(draft(approved(), "mail", now=NOW).text)
    assert made[:2] == ["Next meeting", "Mål och insatser"]
    assert "Mål och insatser" not in titles(draft(approved(), "person", now=NOW).text)


def test_region_orders_its_call_too(region: Path) -> None:
    region.write_text(
        '[documents]\norder = ["answering"]\n[documents.headings]\ncalled = "Deltagare"\n', encoding="utf-8"
    )
    whole = approved()
    whole = replace(whole, about=replace(whole.about, purpose="Orka", questions=("Vad behövs?",)))
    made = titles(draft(whole, "call", now=NOW).text)
    assert (made[0], made[-2]) == ("How to reply", "Deltagare")


def test_wrong_section_is_named_with_the_nearest(region: Path) -> None:
    region.write_text('[documents]\norder = ["plans"]\n', encoding="utf-8")
    assert unknown_sections() == "region.toml: there is no section plans in the documents; do you mean plan?"
    region.write_text('[documents]\norder = "plan"\nheadings = 3\n', encoding="utf-8")
    assert unknown_sections() == ""
    assert titles(draft(approved(), "mail", now=NOW).text)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_shipped_file_names_every_section(language: str) -> None:
    written = data_path(language, "region.toml").read_text("utf-8")
    names = {section.__name__ for audience in REGIONAL for section in SECTIONS[audience]} - {"status"}
    assert not [name for name in names if name not in written]
