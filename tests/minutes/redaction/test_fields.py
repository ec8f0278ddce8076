"""What is put in place of names and identifiers: the person is "du", others have a role, numbers a mask."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.i18n import translation
from sip_tui.meeting.model.enums import Kind, RedactionChoice
from sip_tui.meeting.model.meeting import Quote, RedactionDecision
from sip_tui.minutes.document import Document, Paragraph, plain, texts
from sip_tui.minutes.redaction.document import ANY_MARK, find_in_document, unmark
from sip_tui.minutes.redaction.fields import FieldRedactor
from sip_tui.minutes.redaction.policy import RedactionPolicy
from sip_tui.minutes.render import draft
from sip_tui.privacy import KnownName
from sip_tui.swedish.style.du_form import Addressee
from tests.helpers.meetings import MAJA, NOW, SAMIR, action, meeting, noted, somebody, written

NAMES = (
    KnownName("Sofia", "huvudpersonen"),
    KnownName("Erik Johansson", "kuratorn"),
    KnownName("Fatima Hassan", "vårdnadshavaren"),
    KnownName("Ahmed Hassan", "vårdnadshavaren"),
)
SOFIA = Addressee.of("Sofia Lund", others=("Erik Johansson", "Fatima Hassan", "Ahmed Hassan"))
NUMBER = "19121212-1212"


def redactor(policy: RedactionPolicy | None = None) -> FieldRedactor:
    return FieldRedactor(NAMES, policy or RedactionPolicy(), SOFIA, people=True)


def masked(text: str) -> str:
    return ANY_MARK.sub("", redactor().text(text))


def test_a_stranger_of_one_text_is_masked_in_others_too() -> None:
    named = noted("Hennes pojkvän Elias bor i Lund.")
    text = written(meeting(notes=(named,), actions=(action("Fråga ELIAS om nyckeln"), action("Ring **El**ias i dag"))))
    assert "Fråga [name] om nyckeln" in text
    assert "Ring [name] i dag" in text


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Stämma av med Sofia varje dag", "Stämma av med dig varje dag"),
        ("Stötta Sofia på morgonen", "Stötta dig på morgonen"),
        ("Erik ska ringa Sofia", "Kuratorn ska ringa dig"),
        ("Nu ska Sofia vila", "Nu ska du vila"),
        ("Sofia ringer", "Du ringer"),
        ("Sofias skola", "Din skola"),
        ("Sofias läxor", "Dina läxor"),
        ("Vi frågade Sofia. Sofia är trött.", "Vi frågade dig. Du är trött."),
        ("Enl Sofia", "Enl dig"),
        ("sofia ringer\n- sofias bror", "Du ringer\n- Din bror"),
        ("Fatima ringer Sofia när hon slutar", "Vårdnadshavaren ringer huvudpersonen när hon slutar"),
        ("Fatima och Ahmed Hassan kommer", "Vårdnadshavaren kommer"),
        ("Ring Fatima, Ahmed", "Ring vårdnadshavaren"),
        ("- [ ] Erik ringer\n  - erik skriver", "- [ ] Kuratorn ringer\n  - Kuratorn skriver"),
    ],
)
def test_a_name_becomes_the_word_that_the_sentence_wants(typed: str, shown: str) -> None:
    assert masked(typed) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Du är 16 år och går i skolan", "Du är [age] och går i skolan"),
        ("en 17-åring som", "en [age] som"),
        ("16-årig pojke", "[age] pojke"),
        ("när du fyllt 18 år", "när du fyllt [age]"),
        ("a 16-year-old boy", "a [age] boy"),
        ("för två år sedan", "för två år sedan"),
        ("om 2 år", "om 2 år"),
        ("det är 3 år sedan", "det är 3 år sedan"),
        ("det är 2 år kvar", "det är 2 år kvar"),
        ("2 × 40 minuter i veckan", "2 × 40 minuter i veckan"),
    ],
)
def test_ages_go_and_spans_of_time_stay(typed: str, shown: str) -> None:
    assert masked(typed) == shown


def test_unsure_sentence_has_a_role_word_and_is_reviewed() -> None:
    made = redactor()
    shown = ANY_MARK.sub("", made.text("Sofia-mötet blev bra. Sofia sov."))
    assert shown == "Huvudpersonen-mötet blev bra. Du sov."
    assert [(found.words, found.is_kept) for found in made.findings if found.finding.kind == "unsure"] == [
        ("Sofia-mötet blev bra", True)
    ]


def test_every_replacement_is_marked_and_the_marks_go() -> None:
    made = redactor().text(f"Sofia: Erik har {NUMBER}")
    document, spans = unmark(Document("T", (Paragraph(made),)))
    text = texts(document)[1]
    assert text == "Du: Kuratorn har [personal identity number]"
    assert [text[start:end] for start, end in spans[1]] == ["Du", "Kuratorn", "[personal identity number]"]
    assert spans[0] == ()


def test_marks_that_somebody_typed_are_no_marks() -> None:
    document, spans = unmark(Document("", (Paragraph(redactor().text("\ue000hej\ue001\ue000")),)))
    assert (texts(document)[1], spans[1]) == ("hej", ())


def test_a_name_with_marks_in_it_is_written() -> None:
    told = meeting(participants=(replace(somebody(1, "Eva \ue000Berg", role="chef"), kind=Kind.ACTOR),))
    assert "Eva Berg" in draft(told, "full", now=NOW).text


def test_marks_around_a_name_keep_no_leak() -> None:
    staff = replace(SAMIR, name=f"\ue002{MAJA.name}\ue003")
    told = meeting(participants=(MAJA, staff))
    about = replace(told.about, called_by=staff.id, purpose="Skolan", questions=("Vad hjälper?",))
    assert draft(replace(told, about=about), "call", now=NOW).leaks


@settings(max_examples=60, deadline=None)
@given(st.sets(st.integers(0, 13), min_size=2, max_size=2), st.sampled_from(["*", "**", "***"]))
def test_a_number_cannot_hide_half_in_bold(places: set[int], star: str) -> None:
    first, last = sorted(places)
    typed = f"nr {NUMBER[:first]}{star}{NUMBER[first:last]}{star}{NUMBER[last:]}."
    made = draft(meeting(notes=(noted(typed),)), "mail", now=NOW)
    assert not made.leaks
    assert "1212" not in made.text.replace("*", "")


def test_what_is_kept_stands_and_is_reported_as_such() -> None:
    made = redactor(RedactionPolicy(frozenset({"Erik"})))
    assert ANY_MARK.sub("", made.text("Erik ringer till Sofia")) == "Erik ringer till dig"
    assert {found.words: found.is_kept for found in made.findings} == {"Sofia": False, "Erik": True}


def test_a_report_changes_nothing() -> None:
    document = Document("", (Paragraph(f"nr {NUMBER}"),))
    assert [found.finding.kind for found in find_in_document(document)] == ["personnummer"]
    assert plain(texts(document)[1]) == f"nr {NUMBER}"


@pytest.fixture
def _in_swedish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translation, "_language", "sv")
    translation.set_language("sv")


@pytest.mark.usefixtures("_in_swedish")
def test_paper_and_mail_speak_to_the_person() -> None:
    text = "Samir möter Maja vid grinden.\nMaja tar sin medicin när hon vill.\nMajas läxor görs i skolan."
    actions = (action("Ta sin medicin", MAJA.id),)
    quotes = (Quote(id="q", text="Maja är modig", who="p2"),)
    told = meeting(notes=(noted(text),), actions=actions, quotes=quotes)
    for audience, samir in (("mail", "Kuratorn"), ("person", "Samir")):
        shown = written(told, audience)
        assert f"{samir} möter dig vid grinden." in shown
        assert "Du tar din medicin när du vill." in shown
        assert "Dina läxor görs i skolan." in shown
    assert "- Tar din medicin" in written(told, "person")
    assert "”Personen är modig”" in written(told)


@pytest.mark.usefixtures("_in_swedish")
def test_a_name_about_which_somebody_has_decided_is_not_turned() -> None:
    told = meeting(notes=(noted("Maja ringer."),))
    for choice, shown in (("mask", "[namn] ringer."), ("role", "Personen ringer.")):
        made = RedactionDecision(id="d", kind="name", words="Maja", choice=RedactionChoice(choice))
        assert shown in written(replace(told, decisions=(made,)))
    assert "Du ringer." in written(told)
