"""The secretary writes as she likes; nothing that she typed is lost, and none of it becomes a link or HTML."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.minutes.document import (
    Bullets,
    Document,
    Heading,
    ListItem,
    Paragraph,
    Table,
    map_texts,
    plain,
    texts,
    to_single_line,
)
from sip_tui.minutes.markdown import read_back, to_markdown
from sip_tui.minutes.notes_parser import parse_notes


def lines(text: str) -> list[str]:
    document = map_texts(Document("", parse_notes(text, 3)), to_single_line)
    return [one for one in texts(document) if one]


def test_headings_are_moved_beneath_the_phase() -> None:
    found = parse_notes("# Skolan\n\n###### Djupt", 3)
    assert [(one.level, plain(one.text)) for one in found if isinstance(one, Heading)] == [(4, "Skolan"), (6, "Djupt")]


def test_a_list_keeps_its_levels_and_its_boxes() -> None:
    (found,) = parse_notes("- [ ] ringa\n- [x] skriva\n  1. först\n  2. sedan\n- vanlig", 3)
    assert isinstance(found, Bullets)
    assert [one.done for one in found.items] == [False, True, None]
    assert [plain(one.text) for one in found.items] == ["ringa", "skriva", "vanlig"]
    assert [plain(one.text) for one in found.items[1].children] == ["först", "sedan"]
    assert found.items[1].start == 1


def test_a_table_keeps_its_cells_and_a_bar_in_one() -> None:
    (found,) = parse_notes("| Vem | Vad |\n|---|---|\n| Skolan | a \\| b |", 3)
    assert isinstance(found, Table)
    assert [plain(cell) for row in (found.head, *found.rows) for cell in row] == ["Vem", "Vad", "Skolan", "a | b"]


def test_every_typed_line_stays_a_line() -> None:
    assert parse_notes("Skolan: bra\nHemma: svårt", 3) == parse_notes("Skolan: bra\n\nHemma: svårt", 3)


def test_emphasis_is_kept() -> None:
    (found,) = parse_notes("Det **viktigaste** är *sömn*", 3)
    assert isinstance(found, Paragraph)
    assert [(one.text, one.strong, one.emphasis) for one in found.text if not isinstance(one, str)] == [
        ("Det ", False, False),
        ("viktigaste", True, False),
        (" är ", False, False),
        ("sömn", False, True),
    ]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("[se planen](javascript:alert(1))", "se planen"),
        ("![bild av huset](http://x.se/y.png)", "bild av huset"),
        ("<http://x.se>", "http://x.se"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("<div>\nhej\n</div>", "<div>"),
        ("[Anna]: ringer på fredag", "[Anna]: ringer på fredag"),
        ("    indraget", "indraget"),
        ("`kod`", "kod"),
        ("> sagt av mamma", "sagt av mamma"),
        ("&lt;b&gt;", "<b>"),
    ],
)
def test_links_pictures_and_html_are_their_text(typed: str, kept: str) -> None:
    assert lines(typed)[0] == kept


def test_lines_of_code_are_lines() -> None:
    assert lines("```\nrad ett\n\nrad två\n```") == ["rad ett", "rad två"]


def test_what_follows_in_an_item_stands_beneath_it() -> None:
    (found,) = parse_notes("- först\n\n  sedan\n\n  | a | b |\n  |---|---|\n  | c | d |\n\n  > - citat", 3)
    assert isinstance(found, Bullets)
    beneath = [plain(one.text) for one in found.items[0].children]
    assert beneath == ["sedan", "a b", "c d", "citat"]


MARKS = st.text("#-*+>|[]()`~_=\\<&!: \n\t19xå.", max_size=60)


@settings(max_examples=150, deadline=None)
@given(MARKS)
def test_whatever_is_typed_is_read_drawn_and_read_again(typed: str) -> None:
    document = map_texts(Document("T", parse_notes(typed, 3)), to_single_line)
    drawn = to_markdown(document)
    for text in texts(document):
        assert not text or any(text in line for line in read_back(drawn))


@settings(max_examples=150, deadline=None)
@given(MARKS)
def test_no_letter_is_lost(typed: str) -> None:
    said = "".join(texts(Document("", parse_notes(typed, 3))))
    assert typed.count("å") == said.count("å") or "](" in typed or "```" in typed or "~~~" in typed
    assert isinstance(ListItem(said).text, str)
