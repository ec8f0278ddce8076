"""The page that a screen reader reads and a printer prints: whatever was typed stays text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from sip_tui.minutes.document import Bullets, Document, Heading, ListItem, Paragraph, Ring, Span, Table, WritingLines
from sip_tui.minutes.formats.html_page import to_html, words_of
from tests.helpers.documents import Page, drafted, of_document, page
from tests.helpers.meetings import case
from tests.helpers.minutes import HOSTILE, WORDS, blocks_of

_TAGS = """
    html head meta title style body main h1 h2 h3 h4 h5 h6 p ul ol li table thead tbody tr th td strong em label input
    div i figure svg path text
"""
TAGS = frozenset(_TAGS.split())


def test_page_is_one_file_that_fetches_and_runs_nothing() -> None:
    made = page(drafted("full"))
    assert {element.tag for element in made.elements} <= TAGS
    assert not [name for element in made.elements for name in element.attributes if name in {"src", "href", "onclick"}]
    (html,) = made.named("html")
    assert html.attributes["lang"] == "en"
    policy = next(element for element in made.named("meta") if "http-equiv" in element.attributes)
    assert str(policy.attributes["content"]).startswith("default-src 'none'")
    assert made.texts("title") == made.texts("h1")


@pytest.mark.parametrize("audience", ["mail", "person", "full", "notice"])
def test_headings_of_page_go_down_one_level_at_a_time(audience: str) -> None:
    made = page(drafted(audience, notes=case("cases", "sofia-n3.toml").notes))
    levels = [int(element.tag[1]) for element in made.named("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    skipping = page(of_document(Document("t", (Heading(2, "a"), Heading(5, "b")))))
    assert [element.tag for element in skipping.named("h1", "h2", "h3", "h5")] == ["h1", "h2", "h3"]


def test_table_of_page_tells_what_heads_each_cell() -> None:
    made = page(drafted("full"))
    scopes = [(element.attributes["scope"], element.text) for element in made.named("th")]
    assert ("col", "What") in scopes
    assert ("row", "Ringa skolan") in scopes


@given(WORDS)
def test_what_was_typed_is_text_of_the_page_and_no_element(text: str) -> None:
    plain = Page(to_html(Document("t", blocks_of("a"))))
    made = Page(to_html(Document("t", blocks_of(text or "a"))))
    assert {element.tag for element in made.elements} <= {element.tag for element in plain.elements}


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_read_as_it_was_typed(text: str) -> None:
    made = Page(to_html(Document(text, (Paragraph(text), Bullets((ListItem(text),)), Table((text,), ((text,),))))))
    assert {*made.texts("title", "h1", "p", "li", "th")} == {text}
    assert words_of(to_html(Document(text, (Paragraph(text),)))).count(text) >= 2


def test_lists_keep_their_numbers_boxes_and_lines() -> None:
    items = (ListItem("ett", marker="3."), ListItem("till"), ListItem("rad", marker=""), ListItem("klar", done=True))
    made = page(of_document(Document("t", (Bullets(items),))))
    assert [element.attributes for element in made.named("ol")] == [{"start": "3"}]
    assert made.texts("li") == ["ett", "till\nrad", " klar"]
    assert [element.attributes for element in made.named("input")] == [
        {"type": "checkbox", "disabled": None, "checked": None}
    ]


def test_emphasis_lines_to_write_on_and_the_ring() -> None:
    ring = Ring("The meeting", ("Opening", "Needs"), (10, 30))
    blocks = (Paragraph((Span("fet", strong=True), Span("lutad", emphasis=True))), WritingLines("Svar", 3), ring)
    made = page(of_document(Document("t", blocks), "person"))
    assert (made.texts("strong"), made.texts("em")) == (["fet"], ["lutad"])
    lines = next(element for element in made.named("div"))
    assert (lines.attributes["aria-hidden"], len([*made.named("i")])) == ("true", 3)
    (drawn,) = made.named("svg")
    assert (drawn.attributes["role"], drawn.attributes["aria-label"]) == ("img", "The meeting")
    assert made.texts("text") == ["1", "2"]
    assert made.texts("li") == ["Opening", "Needs"]
    (body,) = made.named("body")
    assert body.attributes["class"] == "large"
