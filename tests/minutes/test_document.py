from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.minutes.document import (
    Bullets,
    Document,
    Heading,
    ListItem,
    Paragraph,
    Span,
    Table,
    plain,
    texts,
    to_single_line,
)

EXAMPLES = settings(max_examples=80, deadline=None)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("\x1b[31mBo\x1b[0m", "Bo"),
        ("\x1b]8;;http://x.se\x07länk\x1b]8;;\x07", "länk"),
        ("\x1b]52;c;aGVq\x1b\\urklipp", "urklipp"),
        ("Eva\nLind\r\n", "Eva Lind"),
        ("rad\u2028två\u2029tre", "rad två tre"),
        ("1912\u200b1212\u00ad-1212", "19121212-1212"),
        ("\u202egnin\u202c", "gnin"),
        ("A\u030asa", "Åsa"),
        ("\ud800", "\N{REPLACEMENT CHARACTER}"),
        ("  två   ord\t", "två ord"),
        ("\x9b31mC1", "C1"),
        ("ej\ufffe i\uffff\ufdd0 XML\U0010ffff", "ej i XML"),
    ],
)
def test_what_a_reader_would_not_see_is_taken_away(written: str, shown: str) -> None:
    assert to_single_line(written) == shown


@EXAMPLES
@given(st.text())
def test_single_line_has_no_controls_and_is_stable(written: str) -> None:
    shown = plain(to_single_line(written))
    assert to_single_line(shown) == shown
    assert not any(unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for char in shown)
    assert shown == shown.strip()


@EXAMPLES
@given(st.lists(st.tuples(st.text(max_size=8), st.booleans())))
def test_emphasis_changes_nothing_in_how_blanks_are_tidied(pieces: list[tuple[str, bool]]) -> None:
    clean = [(" ".join(text.split()), strong) for text, strong in pieces if text.isprintable()]
    spans = tuple(Span(f" {text} ", strong) for text, strong in clean)
    assert plain(to_single_line(spans)) == plain(to_single_line("".join(span.text for span in spans)))


def test_every_text_of_a_document_is_found_in_reading_order() -> None:
    children = (ListItem("barn", (ListItem("barnbarn"),)),)
    blocks = (
        Heading(2, "rubrik"),
        Paragraph("stycke"),
        Bullets((ListItem("punkt", children),)),
        Table(("a",), (("b",),)),
    )
    found = texts(Document("titel", blocks))
    assert found == ("titel", "rubrik", "stycke", "punkt", "barn", "barnbarn", "a", "b")
