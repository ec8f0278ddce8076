from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.minutes.document import Bullets, Document, Heading, ListItem, Paragraph, Span, Table, plain, texts
from sip_tui.minutes.redaction.document import find_in_document, redact_document
from sip_tui.minutes.redaction.policy import RedactionPolicy
from sip_tui.privacy import KnownName

NAMES = (
    KnownName("Sofia", "du"),
    KnownName("Erik Johansson", "kuratorn"),
    KnownName("Fatima Hassan", "vårdnadshavaren"),
    KnownName("Ahmed Hassan", "vårdnadshavaren"),
)
NUMBER = "19121212-1212"
POLICY = RedactionPolicy()


def masked(text: str) -> str:
    document = redact_document(Document("", (Paragraph(text),)), NAMES, POLICY, people=True).document
    return texts(document)[1]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Stämma av med Sofia varje dag", "Stämma av med dig varje dag"),
        ("Stötta Sofia på morgonen", "Stötta dig på morgonen"),
        ("Erik ska ringa Sofia", "Kuratorn ska ringa dig"),
        ("Nu ska Sofia vila", "Nu ska du vila"),
        ("Sofia ringer", "Du ringer"),
        ("Sofias skola", "Din skola"),
        ("Fatima och Ahmed Hassan kommer", "Vårdnadshavaren kommer"),
        ("Ring Fatima, Ahmed", "Ring vårdnadshavaren"),
    ],
)
def test_a_name_becomes_the_word_that_the_sentence_wants(typed: str, shown: str) -> None:
    assert masked(typed) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Du är 16 år och går i skolan", "Du är [ålder] och går i skolan"),
        ("en 17-åring som", "en [ålder] som"),
        ("16-årig pojke", "[ålder] pojke"),
        ("hon är 9 år gammal", "hon är [ålder]"),
        ("när du fyllt 18 år", "när du fyllt [ålder]"),
        ("a 16-year-old boy", "a [ålder] boy"),
        ("för två år sedan", "för två år sedan"),
        ("om 2 år", "om 2 år"),
        ("det är 3 år sedan", "det är 3 år sedan"),
        ("det är 2 år kvar", "det är 2 år kvar"),
        ("2 × 40 minuter i veckan", "2 × 40 minuter i veckan"),
    ],
)
def test_ages_go_and_spans_of_time_stay(typed: str, shown: str) -> None:
    assert masked(typed) == shown


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 13), st.integers(0, 13), st.booleans())
def test_a_number_cannot_hide_half_in_bold(one: int, other: int, strong: bool) -> None:
    first, last = sorted((one, other))
    typed = "nr " + NUMBER + "."
    cuts = (typed[: first + 3], typed[first + 3 : last + 3], typed[last + 3 :])
    text = tuple(Span(piece, strong=strong, emphasis=number == 1) for number, piece in enumerate(cuts))
    shown = texts(redact_document(Document("", (Paragraph(text),)), (), POLICY).document)[1]
    assert shown == "nr [personnummer]."


def test_every_text_of_a_document_is_looked_at() -> None:
    everywhere = (
        Heading(2, NUMBER),
        Paragraph((Span(NUMBER),)),
        Bullets((ListItem(NUMBER, (ListItem(NUMBER),)),)),
        Table((NUMBER,), ((NUMBER,),)),
    )
    made = redact_document(Document(NUMBER, everywhere), (), POLICY)
    assert texts(made.document) == ("[personnummer]",) * 7
    assert [one.finding.kind for one in made.findings] == ["personnummer"] * 7


def test_what_is_spared_stands_and_is_reported_as_such() -> None:
    document = Document("", (Paragraph("Erik ringer till Sofia"),))
    made = redact_document(document, NAMES, RedactionPolicy(frozenset({"Erik"})))
    assert texts(made.document)[1] == "Erik ringer till dig"
    assert [one.is_kept for one in made.findings] == [True, False]


def test_a_report_changes_nothing() -> None:
    document = Document("", (Paragraph(f"nr {NUMBER}"),))
    assert [one.finding.kind for one in find_in_document(document)] == ["personnummer"]
    assert plain(texts(document)[1]) == f"nr {NUMBER}"
