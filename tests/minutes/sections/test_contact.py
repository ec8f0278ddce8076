"""Whose telephone stands in which paper."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sip_tui.i18n import translation
from sip_tui.meeting.model.enums import Kind
from sip_tui.meeting.model.meeting import InterimPlan, Quote
from tests.helpers.meetings import ASA, MAJA, SAMIR, action, meeting, noted, written
from tests.helpers.minutes import read_back


def test_own_number_stands_on_the_paper_and_no_relatives() -> None:
    maja, asa = replace(MAJA, phone="070-174 06 12"), replace(ASA, phone="070-174 06 35")
    told = meeting(participants=(maja, asa, SAMIR), notes=(noted("Ring Maja 070-174 06 12, mamma 070-174 06 35"),))
    paper, mail = written(told, "person"), written(told)
    assert ("070-174 06 12" in paper, "070-174 06 35" in paper) == (True, False)
    assert "070-174" not in mail


def test_number_of_an_office_stands_however_it_is_typed() -> None:
    samir = replace(SAMIR, phone="08-465 004 31")
    told = meeting(participants=(MAJA, ASA, samir), actions=(action("Ringa Samir om tiden, 08 465 004 31"),))
    assert "08 465 004 31" in written(told, "person")
    assert "08 465 004 31" not in written(told)


def test_own_birthday_stands_in_a_quote_on_the_persons_paper() -> None:
    told = meeting(quotes=(Quote(id="q", text="Jag vill ha tårta på min födelsedag den 9 maj"),))
    assert "den 9 maj" in written(told, "person")
    assert "den 9 maj" not in written(told)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Samir Haddad nås på 070-174 06 12", "Samir Haddad nås på 070-174 06 12"),
        ("ring samir om det blir kris, 070-174 06 12", "ring samir om det blir kris, 070-174 06 12"),
        ("mamma mejlar Samir, 08-465 004 33", "mamma mejlar Samir, 08-465 004 33"),
        ("ring ssk på 08-465 004 22", "ring ssk på 08-465 004 22"),
        ("070-174 06 12 (Samir)", "070-174 06 12 (Samir)"),
        ("Samirs nr 070-174 06 12, mormors 070-174 06 13", "Samirs nr 070-174 06 12, mormors [telefon]"),
        ("Samir ringer mamma 070-174 06 12", "Samir ringer mamma [telefon]"),
        ("Samir frågar Åsa 070-174 06 12", "Samir frågar Åsa [telefon]"),
        ("Samir o Krister 070-174 06 12", "Samir o Krister [telefon]"),
        ("nr är 070-174 06 12", "nr är [telefon]"),
        ("skriv till mamma på hemma@example.org, Samir vet", "skriv till mamma på [e-post], Samir vet"),
    ],
)
def test_number_of_somebody_at_work_stands_on_the_paper(monkeypatch: pytest.MonkeyPatch, typed: str, read: str) -> None:
    monkeypatch.setattr(translation, "_language", "sv")
    told = meeting(participants=(MAJA, ASA, SAMIR), notes=(noted(typed),))
    assert read in read_back(written(told, "person"))
    mail = written(replace(told, about=replace(told.about, mail_notes=True)))
    assert "070-174" not in mail
    assert "08-465" not in mail


def test_number_of_the_god_man_stands_on_the_persons_paper_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translation, "_language", "sv")
    trustee = replace(SAMIR, id="gm", name="Olof Berg", kind=Kind.TRUSTEE, role="god man", phone="070-174 06 33")
    told = meeting(participants=(MAJA, ASA, trustee), between=InterimPlan(id="between", contact="gm"))
    assert "070-174 06 33" in written(told, "person")
    assert "070-174" not in written(told)


@pytest.mark.parametrize(
    ("place", "stands"),
    [
        ("Psykiatrimottagningen Nord, Storgatan 5", True),
        ("Hemma hos Maja, Storgatan 5", False),
        ("Storgatan 5", False),
    ],
)
def test_address_of_where_we_meet_stands_unless_it_is_a_home(place: str, *, stands: bool) -> None:
    told = meeting(participants=(MAJA, ASA, SAMIR), between=InterimPlan(id="between", place=place))
    assert ("Storgatan 5" in written(told, "person")) is stands
    before = replace(
        told, about=replace(told.about, place=place, questions=("Hur blir det?",), purpose="Plan"), events=()
    )
    assert ("Storgatan 5" in written(before, "call")) is stands
