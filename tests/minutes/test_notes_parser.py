"""The secretary types as she likes: what she typed comes out, and nothing of it becomes a link or HTML."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sip_tui.meeting.notes.pads import near_tag
from sip_tui.minutes.document import Bullets, Document, Heading, Paragraph, Span, map_texts, texts, to_single_line
from sip_tui.minutes.markdown import to_markdown
from sip_tui.minutes.notes_parser import parse_notes
from tests.helpers.minutes import NOTE_SHAPES, read_back, shape
from tests.helpers.timing import is_linear

TYPED = [entry["typed"] for entry in NOTE_SHAPES]


def lines(text: str) -> list[str]:
    return shape(parse_notes(text, 0))


@pytest.mark.parametrize("entry", NOTE_SHAPES, ids=lambda entry: entry["kind"])
def test_shape(entry: dict[str, Any]) -> None:
    assert lines(entry["typed"]) == entry["read"]
    if entry.get("plain"):
        assert all(isinstance(block, Paragraph) for block in parse_notes(entry["typed"], 0))
    if count := entry.get("listed"):
        (found,) = (block for block in parse_notes(entry["typed"], 0) if isinstance(block, Bullets))
        assert len(found.items) == count


@pytest.mark.parametrize(
    ("typed", "levels"),
    [("# Skolan\n\n###### Djupt", [4, 5]), ("## boende", [4]), ("## a\n# b\n## c\n### d\n#### e", [4, 4, 5, 6, 6])],
)
def test_headings_beneath_the_phase_skip_no_level(typed: str, levels: list[int]) -> None:
    assert [block.level for block in parse_notes(typed, 3) if isinstance(block, Heading)] == levels


def test_emphasis_is_kept() -> None:
    (found,) = parse_notes("Det **viktigaste** är *sömn*", 3)
    assert isinstance(found, Paragraph)
    assert found.text == (Span("Det "), Span("viktigaste", strong=True), Span(" är "), Span("sömn", emphasis=True))


def test_tagged_line_comes_without_its_tag() -> None:
    assert lines("- a\n#beslut Vi ses igen\n- b") == ["- a", "Vi ses igen", "- b"]


SIGNS = st.text("#-*+>|[]()`~_=\\<&!:. \n\t179xå.", max_size=60)
PIECES = st.sampled_from(
    (
        *("- ", "* ", "+ ", "1. ", "2. ", "3) ", "> ", "# ", "  ", "\t", "\n", "\n\n", "| ", "|---|---|\n", "[x] "),
        *("*", "**", "ord", "två ord", "3 kg", "#åtgärd ", "---", "```", "~~~", "\\", "&amp;", "å"),
    )
)
NOTES = st.one_of(SIGNS, st.lists(PIECES, max_size=20).map("".join), st.sampled_from(TYPED))
_TABLE = re.compile(r"(?m)^[\s|:-]*\|[\s|:-]*$|^\| ")


def letters(text: str) -> str:
    """A text without blanks and without the signs that mark emphasis, items, cells and delimiters."""
    return re.sub(r"\\+(?=\|)|[\s*|:-]" if _TABLE.search(text) else r"[\s*-]", "", text.lower())


def untagged(line: str) -> str:
    """A line without its tag; one whose tag nearly fits begins with the word, before a colon."""
    if near_tag(line):
        return re.sub(r"^(\s*(?:[-*+]\s+)?)#\s*(\w+)[:.,]?\s+", r"\1\2: ", line)
    return re.sub(r"^\s*#åtgärd(\s|$)", "", line)


@settings(max_examples=120, deadline=None)
@given(NOTES)
@example("- [ ]\tx")
@example("# åtgärd BUP höjer dosen\n#åtgärder a\n- #åtgärd b")
@example("| a |\n|---|")
@example("*1*_")
@example("  2. a\n- b\n 1. c\n   4. d\n2. e")
def test_words_and_signs_come_out_in_order(typed: str) -> None:
    text = "\n".join(map(untagged, typed.split("\n")))
    found = "\n".join(lines(typed))
    table = "|\n" * bool(_TABLE.search(text) or _TABLE.search(found))
    assert letters(table + found) == letters(table + text)
    assert re.findall(r"[^\W_]+", found.lower()) == re.findall(r"[^\W_]+", text.lower())


@settings(max_examples=80, deadline=None)
@given(NOTES)
def test_notes_are_read_back_from_the_markdown(typed: str) -> None:
    document = map_texts(Document("T", parse_notes(typed, 3)), to_single_line)
    back, typed = "".join(read_back(to_markdown(document))), "".join(texts(document))
    assert re.sub(r"\[x?\]", "", letters("| " + back)) == re.sub(r"\[x?\]", "", letters("| " + typed))


@pytest.mark.unmeasured
@pytest.mark.parametrize("unit", ["- 3\n", "1. a\n", "- a\n  1. b\n", "| a | b\n", "*a* ", "**", "- a\n+ b\n", "#x "])
def test_parsing_time_is_linear(unit: str) -> None:
    assert is_linear(lambda text: parse_notes(text, 3), unit, 10_000)
