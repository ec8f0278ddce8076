"""The minutes as lines: they say what the document says, and mark what was put in and what must not leave."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from sip_tui.minutes.access import AUDIENCES
from sip_tui.minutes.document import (
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
from sip_tui.minutes.markdown import render, to_markdown
from sip_tui.minutes.preview import annotate
from sip_tui.minutes.redaction.leak_check import find_leaks
from sip_tui.minutes.render import Draft, draft
from sip_tui.phrasing.annotated_page import AnnotatedPage, PageLine
from tests.helpers.meetings import MAJA, NOW, action, case, meeting, noted, somebody
from tests.helpers.minutes import WORDS, blocks_of, read_back

NOTES = """
Ring Åsa på 070-174 06 05, så *pratar* **Åsa** med Samir.

| vem | nummer |
|---|---|
| Åsa | 19121212-1212 |

- Maja är 16 år och går hem
  - Samir och Åsa ringer
"""


def made(document: Document, **more: object) -> Draft:
    empty = draft(meeting(), now=NOW)
    changes = {"text": to_markdown(document), "findings": (), "mask_spans": (), "document": document, **more}
    return replace(empty, **changes)  # type: ignore[arg-type]


def of(text: str, audience: str = "mail") -> AnnotatedPage:
    return annotate(draft(meeting(notes=(noted(text),)), audience, now=NOW))


def marked(shown: AnnotatedPage) -> list[str]:
    """The words of every place, in reading order."""
    return [line.text[place.start : place.end] for line in shown.lines for place in line.spans]


def line_with(shown: AnnotatedPage, words: str) -> PageLine:
    return next(line for line in shown.lines if words in line.text)


def test_masks_and_role_words_are_marked_where_they_stand() -> None:
    shown = of(NOTES)
    assert line_with(shown, "pratar").text == "Ring mamma på [telephone number], så pratar mamma med kurator."
    assert marked(shown) == [
        *("mamma", "[telephone number]", "mamma", "kurator"),
        *("Mamma", "[personal identity number]", "You", "[age]", "Kurator", "mamma"),
    ]
    assert (shown.changed, shown.leaks) == (10, 0)


def test_words_that_nobody_put_in_are_not_marked() -> None:
    shown = of("Din mamma och kuratorn ringer. Du ringer.")
    assert marked(shown) == []
    assert shown.changed == 0


def test_the_persons_own_paper_marks_only_what_was_changed_there() -> None:
    assert marked(of("Maja ringer Åsa på 070-174 06 05.", "person")) == ["You", "[telephone number]"]


def test_in_the_complete_minutes_nothing_is_put_in() -> None:
    assert marked(of(NOTES, "full")) == []


def test_a_table_has_columns_and_a_list_keeps_its_levels() -> None:
    shown = of(NOTES, "full")
    assert line_with(shown, "vem  nummer").heading
    assert line_with(shown, "19121212-1212").text == "Åsa  19121212-1212"
    assert line_with(shown, "går hem").text.startswith("• Maja")
    assert line_with(shown, "Samir och Åsa").text == "  • Samir och Åsa ringer"


def test_columns_line_up_and_a_table_without_room_reads_as_lines() -> None:
    rows = ("Ringa", "", "Åsa"), ("Skriva brevet", "fredag", "Samir")
    shown = annotate(made(Document("T", (Table(("Vad", "När", "Vem"), rows),))))
    assert [line.text for line in shown.lines][2:] == [
        "Vad            När     Vem",
        "Ringa                  Åsa",
        "Skriva brevet  fredag  Samir",
    ]
    wide = annotate(made(Document("T", (Table(("Vad", "Vem"), (("x" * 80, "Åsa"),)),))))
    assert wide.lines[-1].text.endswith("x · Åsa")


def test_gap_under_a_heading_is_not_drawn() -> None:
    shown = annotate(made(Document("T", (Heading(2, "Mål"), Paragraph("ett"), Paragraph("två")))))
    assert [line.text for line in shown.lines] == ["T", "", "Mål", "ett", "", "två"]
    assert [line.heading for line in shown.lines] == [True, False, True, False, False, False]


@pytest.mark.parametrize(
    "text",
    ["nr 19121212-1212", "a@hemma.se och mer", "nr 191212**12**-1212", "[x] 19121212-1212 (y)", "Åsa \\ 19121212-1212"],
)
def test_what_must_not_leave_is_marked_in_its_own_line(text: str) -> None:
    secret = "a@hemma.se" if "@" in text else "19121212-1212"
    pieces = tuple(Span(one, strong=number == 1) for number, one in enumerate(text.split("**")))
    blocks = (Paragraph("före"), Bullets((ListItem(pieces, (ListItem("barn"),)),)), Table(("a",), ((pieces,),)))
    document = Document("T", blocks)
    found = find_leaks(render(document), "x.md", ())
    assert found
    shown = annotate(made(document, leaks=found))
    hit = [line.text[place.start : place.end] for line in shown.lines for place in line.spans if place.leaks]
    assert hit == [secret, secret]
    assert shown.leaks == len(found)
    assert shown.changed == 0


def test_unfound_leak_marks_its_whole_line() -> None:
    document = Document("T", (Paragraph("nr 19121212-1212"),))
    [leak] = find_leaks(render(document), "x.md", ())[:1]
    elsewhere = replace(leak, shown="something else altogether, and long enough", column=3)
    [line] = [line for line in annotate(made(document, leaks=(elsewhere,))).lines if line.spans]
    assert line.spans == ((0, len(line.text), True),)


def test_leak_in_the_file_name_is_counted() -> None:
    document = Document("T", ())
    found = find_leaks(render(document), "19121212-1212.md", ())
    shown = annotate(made(document, leaks=found))
    assert shown.leaks == len(found) > 0
    assert marked(shown) == []


@settings(max_examples=80, deadline=None)
@given(WORDS)
def test_preview_lines_correspond_to_the_markdown(written: str) -> None:
    """A leak is told by its line in the Markdown: all of a text is marked, and must be found there."""
    text = plain(to_single_line(written)) or "x"
    document = Document(text, (*blocks_of(text), Paragraph(""), Heading(3, ""), Table(("a",), ()), Paragraph("sist")))
    spots = tuple(((0, len(text)),) for _ in range(40))
    shown = annotate(made(document, mask_spans=spots))
    said = [line for line in read_back(to_markdown(document)) if line]
    drawn = [line.text for line in shown.lines if line.text]
    assert len(drawn) == len(said)
    assert all(words.removeprefix("[x] ").split(" | ")[0] in line for words, line in zip(said, drawn, strict=True))


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_audience_of_a_whole_case_can_be_drawn(audience: str) -> None:
    told = case("cases", "sofia-n3.toml")
    drawn = draft(told, audience, now=NOW)
    shown = annotate(drawn)
    said = [line for line in read_back(drawn.text) if line]
    assert len([line for line in shown.lines if line.text]) == len(said)
    for line in shown.lines:
        assert all(0 <= place.start < place.end <= len(line.text) for place in line.spans)


def test_two_names_that_become_one_word_are_marked_once() -> None:
    mother = somebody(5, "Eva Berg", role="mamma")
    told = meeting(participants=(MAJA, mother), actions=(action("Eva Berg ringer"),))
    assert marked(annotate(draft(told, now=NOW)))[-1] == "Mamma"
