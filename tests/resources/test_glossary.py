"""A region's own words go before the shipped ones, and a file that cannot be read is told of in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sip_tui.i18n import translation
from sip_tui.resources import glossary


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    translation.set_language("sv")
    for cached in (glossary._glossary, glossary._entries, glossary.glossary_names):
        cached.cache_clear()
    yield
    for cached in (glossary._glossary, glossary._entries, glossary.glossary_names):
        cached.cache_clear()


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SIP_TUI_CONFIG", str(tmp_path / "config.toml"))
    return tmp_path / "glossary.json"


def test_a_region_adds_words_and_words_of_its_own_come_first(own: Path) -> None:
    own.write_text('{"terms": [{"term": "SIP", "sv": "Vår plan."}, {"term": "Lotsen", "sv": "Ett team."}]}', "utf-8")
    assert glossary.explanation("sip-plan") == ""
    assert glossary.explanation("SIP") == "Vår plan."
    assert glossary.explanation("lotsen") == "Ett team."
    assert glossary.explanation("BUP")


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"terms": 1}', '{"terms": [{"sv": "x"}]}', '{"terms": [{"term": 1, "sv": "x"}]}']
)
def test_unreadable_words_are_one_sentence_and_shipped_ones_hold(own: Path, text: str) -> None:
    own.write_text(text, "utf-8")
    terms, trouble = glossary.own_terms(own)
    assert (terms, len(trouble.splitlines())) == ([], 1)
    assert "programmets egna ord gäller" in trouble
    assert glossary.explanation("BUP")


def test_without_a_file_nothing_is_said(own: Path) -> None:
    assert glossary.own_terms(own) == ([], "")
