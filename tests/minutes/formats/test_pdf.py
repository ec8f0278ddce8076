"""The PDF, read back by other programs: its tags, its language, what is drawn on its pages."""

from __future__ import annotations

import io
import sys
from typing import Any

import pikepdf
import pypdfium2
import pytest

from sip_tui.minutes.document import Bullets, Document, ListItem, Paragraph, Ring, Table, WritingLines
from sip_tui.minutes.formats import FormatRefusedError
from sip_tui.minutes.formats.pdf import _refusal
from tests.helpers.documents import content, drafted, of_document
from tests.helpers.minutes import HOSTILE, blocks_of


def tags(made: bytes) -> list[str]:
    """The structure tags in reading order."""
    found: list[str] = []

    def walk(node: Any) -> None:
        if isinstance(node, pikepdf.Array):
            for child in node:
                walk(child)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                found.append(str(node["/S"]))
            if "/K" in node:
                walk(node["/K"])

    with pikepdf.open(io.BytesIO(made)) as pdf:
        walk(pdf.Root.StructTreeRoot.K)
    return found


def words(made: bytes) -> str:
    """The text of all pages."""
    return "\n".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(made))


@pytest.mark.parametrize("audience", ["mail", "person", "full"])
def test_pdf_is_tagged_in_its_language_with_its_title(audience: str) -> None:
    made = content(drafted(audience), "pdf")
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert (bool(pdf.Root.MarkInfo.Marked), str(pdf.Root.Lang)) == (True, "en")
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert str(metadata["dc:title"]).startswith("Your plan (SIP)")
    found = tags(made)
    assert "/H1" in found
    assert "/L" in found
    assert ("/TH" in found) is (audience == "full")


def test_page_of_pdf_is_drawn_and_its_words_are_found() -> None:
    made = content(drafted("person"), "pdf")
    assert "Ringer skolan" in words(made)
    shades = pypdfium2.PdfDocument(made)[0].render(scale=0.5, grayscale=True).to_pil().histogram()
    assert 0.005 < sum(shades[:128]) / sum(shades) < 0.3


def test_person_paper_is_in_large_print() -> None:
    sizes = {}
    for audience in ("mail", "person"):
        text = pypdfium2.PdfDocument(content(drafted(audience), "pdf"))[0].get_textpage()
        heights = sorted(text.get_charbox(at)[3] - text.get_charbox(at)[1] for at in range(text.count_chars()))
        sizes[audience] = heights[len(heights) // 2]
    assert sizes["person"] > 1.4 * sizes["mail"]


@pytest.mark.parametrize("text", ["#strong[x] *fet* _lutad_ $x$ @a <b> `kod`", '"); #panic("x")', "\\ // /* = rubrik"])
def test_what_was_typed_is_never_markup_for_typst(text: str) -> None:
    made = content(of_document(Document(text, (Paragraph(text), Bullets((ListItem(text),))))), "pdf")
    assert " ".join(words(made).split()).count(" ".join(text.split())) == 3


def test_hostile_text_makes_a_pdf_in_every_block() -> None:
    blocks = tuple(block for text in HOSTILE if text for block in blocks_of(text))
    found = words(content(of_document(Document("t", blocks), "full"), "pdf"))
    assert "<script>alert(1)</script>" in found


def test_boxes_lines_and_the_ring_are_told_to_a_screen_reader() -> None:
    items = (ListItem("klart", done=True), ListItem("kvar", done=False), ListItem("två", marker="2."))
    blocks = (Bullets(items), Ring("Mötet i delar", ("Behov",), (1,)), WritingLines("Svar", 2))
    made = content(of_document(Document("t", (*blocks, Table(("",), (("",),)), WritingLines()))), "pdf")
    assert "done: klart" in " ".join(words(made).split())
    assert "/Figure" in tags(made)


def test_without_typst_one_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(FormatRefusedError, match=r"A PDF needs typst: pip install 'sip-tui\[pdf\]'"):
        content(drafted(), "pdf")


def test_what_the_compiler_refuses_is_told_without_the_words() -> None:
    with pytest.raises(FormatRefusedError, match="no font for a character") as refused:
        content(of_document(Document("t", (Paragraph("Maja \U0010fffd"),))), "pdf")
    assert "Maja" not in str(refused.value)
    for quote in "\"`'":
        told = _refusal(f"PDF/UA-1 error: missing alt text for {quote}Maja{quote}\nmore")
        assert "screen readers (missing alt text for)" in told
