"""The board of actions keeps its columns with the longest date that the program itself writes."""

from __future__ import annotations

import pytest

from sip_tui.screens.actions.rows import rows_by_goal
from sip_tui.screens.actions.table import table_heads, table_row
from sip_tui.widgets.text_layout import HangingIndent
from tests.helpers.meetings import action, goal, meeting

LONGEST = "onsdag 30 september 2026, v. 40"


@pytest.mark.parametrize("width", [58, 62, 64, 72, 77, 94, 113, 140, 190])
@pytest.mark.parametrize("when", ["fredag 4 december 2026, v. 49", LONGEST, f"senast {LONGEST}"])
@pytest.mark.parametrize("who", ["Samir", "Helena Sjöberg"])
def test_status_stands_below_its_head(swedish: None, width: int, when: str, who: str) -> None:
    row, heads = table_row("Möta dig i entrén", (who, when, "○ ny"), width), table_heads(width)
    facts, is_too_long = row.splitlines()[-1], width < 66 and len(who) > 7 and "senast" in when
    assert facts.index("○") - heads.index("Status") == (6 if is_too_long else 0)
    assert facts.index(who) == heads.index("Vem")
    assert len(facts) <= width


def test_short_action_is_one_line_with_the_longest_date() -> None:
    assert "\n" not in table_row("Lägga om schemat så att dagen börjar klockan tio", ("Johan Ek", LONGEST, "○ ny"), 113)


@pytest.mark.parametrize("width", range(58, 68))
def test_sign_and_word_stay_on_one_line(swedish: None, width: int) -> None:
    when = f"senast {LONGEST} före klockan nio på förmiddagen"
    told = meeting(goals=[goal("g1", "Skolan")], actions=[action("Möta dig", goal="g1", when=when, status="new")])
    [row] = [text for row, text in rows_by_goal(told, width) if row.table == "actions"]
    assert "○ ny" in HangingIndent(row).break_lines(width).plain
