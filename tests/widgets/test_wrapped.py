from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from sip_tui.widgets.safe_text import plain
from sip_tui.widgets.text_layout import wrap_text


def test_words_stay_whole_where_they_fit() -> None:
    assert wrap_text("Du är i skolan tre dagar", 10) == ["Du är i", "skolan tre", "dagar"]
    assert wrap_text("barnpsykiatri", 8) == ["barnpsyk", "iatri"]
    assert wrap_text(" \n ", 8) == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), st.integers(2, 40))
def test_no_line_is_too_wide_and_no_character_is_lost(text: str, width: int) -> None:
    lines = wrap_text(text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(plain(text).split())
