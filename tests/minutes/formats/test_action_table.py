"""The table of actions as a spreadsheet reads it: no cell is a formula, whatever was typed."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sip_tui.minutes.formats import FormatRefusedError
from sip_tui.minutes.formats.action_table import FORMULA_STARTS, defuse
from tests.helpers.documents import CALL, content, drafted


def rows(made: bytes) -> list[list[str]]:
    """The cells as Python's csv reads them."""
    assert made.startswith(b"\xef\xbb\xbf")
    return [*csv.reader(io.StringIO(made.decode("utf-8-sig"), newline=""), delimiter=";")]


def test_a_row_for_each_action_with_its_goal() -> None:
    head, first, *others = rows(content(drafted("full"), "csv"))
    assert head == ["What", "Who", "When", "How often", "Where", "Goal", "Status"]
    assert first[:3] == ["Ringa skolan", "Samir Haddad", "Friday 11 December 2026"]
    assert (first[5], first[6], len(others)) == ("Maja går i skolan varje dag", "new", 2)


def test_by_mail_the_table_has_roles_and_no_names() -> None:
    found = content(drafted(), "csv").decode("utf-8-sig")
    assert "Kurator" in found
    assert not [name for name in ("Samir", "Maja", "Lindgren", "Ingrid") if name in found]


@given(st.one_of(st.text(), st.sampled_from(FORMULA_STARTS).flatmap(lambda start: st.text().map(start.__add__))))
def test_no_cell_begins_like_a_formula(text: str) -> None:
    assert not defuse(text).lstrip().startswith(FORMULA_STARTS)
    assert defuse(text) in (text, f"'{text}")


@pytest.mark.parametrize("text", ['=HYPERLINK("http://x.example")', "+1", "-2+3", "@SUM(A1)", '"; =1+1', "a;b"])
def test_typed_formula_is_text_in_its_own_cell(text: str) -> None:
    _head, found = rows(content(drafted("full", actions=(replace(CALL, what=text),)), "csv"))
    assert len(found) == 7
    assert found[0].removeprefix("'") == text
    assert not found[0].startswith(FORMULA_STARTS)


def test_a_meeting_without_actions_has_no_table() -> None:
    with pytest.raises(FormatRefusedError, match="no actions"):
        content(drafted(actions=()), "csv")
    with pytest.raises(FormatRefusedError, match="only made for"):
        content(drafted("notice"), "csv")
