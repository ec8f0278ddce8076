"""User text can never become structure: what is drawn is read again, and must say what was written."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sip_tui.minutes.document import (
    Block,
    Bullets,
    Document,
    Heading,
    ListItem,
    Paragraph,
    Span,
    Table,
    plain,
    to_single_line,
)
from sip_tui.minutes.markdown import read_back, render_inline, to_markdown
from tests.helpers.minutes import HOSTILE, WORDS, blocks_of

GITHUB = MarkdownIt("gfm-like", {"linkify": False}).enable(["table", "strikethrough"])


def drawn(*blocks: Block, title: str = "T") -> str:
    return to_markdown(Document(title, blocks))


def shape(text: str, reader: MarkdownIt = GITHUB) -> list[str]:
    """The structure alone: every token but the plain words."""
    found = []
    for token in reader.parse(text):
        found.append(token.type)
        found += [child.type for child in token.children or () if child.type not in {"text", "text_special"}]
    return found


@settings(max_examples=150, deadline=None)
@given(WORDS)
def test_the_words_come_back_and_the_structure_is_that_of_a_harmless_text(written: str) -> None:
    text = plain(to_single_line(written)) or "x"
    hostile, harmless = drawn(*blocks_of(text), title=text), drawn(*blocks_of("x"), title="x")
    assert shape(hostile) == shape(harmless)
    read = [line for line in read_back(hostile) if line]
    assert read == [text, text, text, text, text, "andra", f"[x] {text}", f"{text} | b", f"{text} | {text}"]


@pytest.mark.parametrize("written", HOSTILE)
def test_each_known_trick_is_shown_as_it_was_typed(written: str) -> None:
    text = plain(to_single_line(written))
    assert read_back(drawn(Paragraph(text)))[2] == text


@pytest.mark.parametrize("written", ["se http://x.se/a", "www.x.se", "skriv till a@b.se", "ftp://x.se", "//x.se"])
def test_a_bare_address_becomes_no_link_where_links_are_made_of_text(written: str) -> None:
    assert "link_open" not in shape(drawn(Paragraph(written)), MarkdownIt("gfm-like"))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(WORDS, st.booleans(), st.booleans()), min_size=1, max_size=4))
@example([("a", True, False), ("b", False, True)])
@example([("(a)", True, False), ("b", False, False)])
def test_emphasis_never_changes_a_word(pieces: list[tuple[str, bool, bool]]) -> None:
    text = to_single_line(tuple(Span(*piece) for piece in pieces))
    assert "".join(read_back(drawn(Paragraph(text)))[1:]) == plain(text)


def test_emphasis_is_kept() -> None:
    assert (
        render_inline((Span("Mamma", strong=True), Span(" ringer "), Span("i dag", emphasis=True)))
        == "**Mamma** ringer *i dag*"
    )


def test_two_lists_after_each_other_stay_two() -> None:
    once, twice = Bullets((ListItem("a"),)), Bullets((ListItem("b"),))
    assert shape(drawn(once, twice, once)).count("bullet_list_open") == 3
    numbered = Bullets((ListItem("a"), ListItem("b")), 1)
    assert shape(drawn(numbered, numbered)).count("ordered_list_open") == 2


def test_what_is_empty_is_not_drawn() -> None:
    empty = (Heading(2, ""), Paragraph(()), Bullets(()), Bullets((ListItem(""),)), Table(("a",), ()))
    assert drawn(*empty) == "# T\n"


def test_a_deep_heading_is_no_paragraph() -> None:
    assert "heading_open" in shape(drawn(Heading(9, "djupt")))
    assert drawn(Heading(9, "djupt")).endswith("###### djupt\n")
