"""A long line goes on under its own text, and nothing of it is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.content import Content

from sip_tui.widgets.safe_text import plain
from sip_tui.widgets.text_layout import HangingIndent, wrapped


def laid(text: str, width: int, lead: int | None = None) -> list[str]:
    return [line.rstrip() for line in HangingIndent(Content(text), lead=lead).break_lines(width).plain.split("\n")]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("? Vad är viktigast för dig", ["? Vad är", "  viktigast", "  för dig"]),
        ("   Ringa skolan på måndag", ["   Ringa", "   skolan på", "   måndag"]),
        ("◆ Läsa bättre\n   Träna varje dag", ["◆ Läsa", "  bättre", "   Träna", "   varje dag"]),
        ("Ett mål utan märke", ["Ett mål utan", "märke"]),
        ("kort", ["kort"]),
        ("", [""]),
    ],
)
def test_a_line_goes_on_under_its_own_text(text: str, shown: list[str]) -> None:
    assert laid(text, 12) == shown


def test_a_column_before_the_text_can_be_named() -> None:
    assert laid("✓ 13.04  1 Berätta vad du gör", 22, lead=11) == ["✓ 13.04  1 Berätta vad", "           du gör"]


def test_a_line_without_a_mark_can_be_set_in_where_it_goes_on() -> None:
    shown = HangingIndent(Content("LSS – en lag om stöd\n• med ett märke"), more=2).break_lines(12).plain
    assert shown == "LSS – en\n  lag om\n  stöd\n• med ett\n  märke"


def test_a_mark_stays_with_its_word() -> None:
    assert laid("✓ Behov · ▶\u00a0Avslut\u00a0◀", 12) == ["✓ Behov ·", "  ▶\u00a0Avslut\u00a0◀"]


def test_a_lead_that_leaves_no_room_does_not_hang() -> None:
    assert laid("            ett två tre", 16)[-1] == "två tre"


def test_what_is_bold_stays_bold_on_the_next_line() -> None:
    shown = HangingIndent(Content.assemble("• ", ("ett två tre", "bold"))).break_lines(7)
    bold = "".join(shown.plain[span.start : span.end] for span in shown.spans if span.style == "bold")
    assert "".join(bold.split()) == "etttvåtre"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80).map(plain), st.sampled_from(["", "• ", "   ", "      ◆ "]), st.integers(4, 40))
def test_no_line_is_too_wide_and_no_character_is_lost(text: str, mark: str, width: int) -> None:
    shown = laid(f"{mark}{text}", width)
    assert all(cell_len(line) <= width for line in shown)
    assert "".join("".join(shown).split()) == "".join(f"{mark}{text}".split())


@settings(max_examples=400, deadline=None)
@given(st.text("abå –•…“▸●◆ \t\xa0\xad漢e\u0301👩", max_size=50), st.integers(1, 20))
def test_a_line_breaks_where_textual_breaks_it(text: str, width: int) -> None:
    line = Content.assemble(text[:5], (text[5:12], "bold"), text[12:])
    ours, textuals = wrapped(line, width), line.wrap(width)
    assert [part.plain.rstrip() for part in ours] == [part.plain.rstrip() for part in textuals]
    assert [list(part.rstrip().spans) for part in ours] == [list(part.rstrip().spans) for part in textuals]
