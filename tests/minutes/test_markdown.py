"""User text can never become structure: what is rendered is read again, and must say what was written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html.parser import HTMLParser
from typing import Any

import cmarkgfm
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
    map_texts,
    plain,
    to_single_line,
)
from sip_tui.minutes.markdown import render_inline, to_markdown
from sip_tui.minutes.notes_parser import parse_notes
from tests.helpers.minutes import HOSTILE, NOTE_SHAPES, WORDS, blocks_of, read_back

GITHUB = MarkdownIt("gfm-like", {"linkify": False}).enable(["table", "strikethrough"])
CMARK_OPTIONS = cmarkgfm.cmark.Options.CMARK_OPT_FOOTNOTES


def drawn(*blocks: Block, title: str = "T") -> str:
    return to_markdown(Document(title, blocks))


def shape(text: str, reader: MarkdownIt = GITHUB) -> list[str]:
    """The structure alone: every token but the plain words."""
    found = []
    for token in reader.parse(text):
        found.append(token.type)
        found += [child.type for child in token.children or () if child.type not in {"text", "text_special"}]
    return found


class Reader(HTMLParser):
    """The tags of a page, and the words of each block; a link that a bare address became is no structure."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag != "a":
            self.tags.append(tag)
            self.words.append("")

    def handle_data(self, data: str) -> None:
        self.words[-1:] = ["".join([*self.words[-1:], data])]

    @property
    def lines(self) -> list[str]:
        return [line for line in (" ".join(words.split()) for words in self.words) if line]


def cmark(text: str) -> Reader:
    return Reader(cmarkgfm.github_flavored_markdown_to_html(text, CMARK_OPTIONS))


def expected(text: str) -> list[str]:
    """The lines of ``blocks_of``; two cells are one row."""
    return [text, text, text, text, text, "andra", text, text, text, "b", text, text]


@settings(max_examples=150, deadline=None)
@given(WORDS)
def test_words_come_back_and_the_structure_is_harmless(written: str) -> None:
    text = plain(to_single_line(written)) or "x"
    hostile, harmless = drawn(*blocks_of(text), title=text), drawn(*blocks_of("x"), title="x")
    assert shape(hostile) == shape(harmless)
    assert cmark(hostile).tags == cmark(harmless).tags
    assert cmark(hostile).lines == expected(text)
    read = [line for line in read_back(hostile) if line]
    assert read == [*expected(text)[:6], f"[x] {text}", text, f"{text} | b", f"{text} | {text}"]


@pytest.mark.parametrize("written", HOSTILE)
def test_each_known_trick_is_shown_as_it_was_typed(written: str) -> None:
    text = plain(to_single_line(written))
    assert read_back(drawn(Paragraph(text)))[2] == text


@pytest.mark.parametrize(
    "written",
    [
        *("se www.1177.se och https://www.1177.se/x_y", "helena.sjoberg@example.org", "[personnummer] och [namn]"),
        *("t.ex. kl. 8.30–9.00, 50 %, R&D, < 3 h (eller > 5 h)", "fot #1, ja | nej, 2 * 3, ett * till, ~5 kg, $100"),
        *(
            "A. Lindgren ringer",
            "snake_case_x",
            "-3 kg",
            "+46 70",
            "1.5 timme",
            "x^2",
            "{x}",
            "=> ny tid",
            "å_ä",
        ),
    ],
)
def test_harmless_marks_are_not_escaped(written: str) -> None:
    assert drawn(Paragraph(written)) == f"# T\n\n{written}\n"
    assert cmark(drawn(Paragraph(written))).lines == ["T", written]


@pytest.mark.parametrize(
    ("written", "escaped"),
    [
        ("7. lucia firas", "7\\. lucia firas"),
        ("- 3 kg", "\\- 3 kg"),
        ("> 50 %", "\\> 50 %"),
        ("1*3 och 1*1", "1\\*3 och 1\\*1"),
        ("\\\\server\\elev", "\\\\\\\\server\\\\elev"),
        ("[Leyla](sjuk)", "[Leyla\\](sjuk)"),
        ("---", "\\---"),
        ("a) först", "a\\) först"),
        ("#ny rad", "\\#ny rad"),
        ("- [x]", "\\- [x]"),
        ("~~~ vatten ~~~", "\\~\\~\\~ vatten \\~\\~\\~"),
    ],
)
def test_a_mark_that_would_be_structure_is_escaped(written: str, escaped: str) -> None:
    assert render_inline(written) == escaped


@pytest.mark.parametrize("entry", NOTE_SHAPES, ids=lambda entry: entry["kind"])
def test_notes_read_the_same_in_cmark(entry: dict[str, Any]) -> None:
    def bare(lines: Iterable[str]) -> str:
        return re.sub(r"[\s|]", "", "".join(re.sub(r"^\[[x ]\] ", "", line) for line in lines))

    document = map_texts(Document("T", parse_notes(entry["typed"], 1)), to_single_line)
    assert bare(cmark(to_markdown(document)).lines) == bare(read_back(to_markdown(document)))


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


def test_what_is_empty_is_not_drawn() -> None:
    empty = (Heading(2, ""), Paragraph(()), Bullets(()), Bullets((ListItem(""),)))
    assert drawn(*empty) == "# T\n"


def test_a_deep_heading_is_no_paragraph() -> None:
    assert "heading_open" in shape(drawn(Heading(9, "djupt")))
    assert drawn(Heading(9, "djupt")).endswith("###### djupt\n")
