"""Whose telephone stands in which paper."""

from __future__ import annotations

from dataclasses import replace

from sip_tui.meeting.model.meeting import Quote
from tests.helpers.meetings import ASA, MAJA, SAMIR, action, meeting, noted, written


def test_own_number_stands_on_the_persons_paper_and_nobody_elses_in_the_family() -> None:
    maja, asa = replace(MAJA, phone="070-174 06 12"), replace(ASA, phone="070-174 06 35")
    told = meeting(participants=(maja, asa, SAMIR), notes=(noted("Ring Maja 070-174 06 12, mamma 070-174 06 35"),))
    paper, mail = written(told, "person"), written(told)
    assert ("070-174 06 12" in paper, "070-174 06 35" in paper) == (True, False)
    assert "070-174" not in mail


def test_number_of_an_office_stands_on_the_paper_however_it_is_typed() -> None:
    samir = replace(SAMIR, phone="08-465 004 31")
    told = meeting(participants=(MAJA, ASA, samir), actions=(action("Ringa Samir om tiden, 08 465 004 31"),))
    assert "08 465 004 31" in written(told, "person")
    assert "08 465 004 31" not in written(told)


def test_own_birthday_stands_in_a_quote_on_the_persons_paper() -> None:
    told = meeting(quotes=(Quote(id="q", text="Jag vill ha tårta på min födelsedag den 9 maj"),))
    assert "den 9 maj" in written(told, "person")
    assert "den 9 maj" not in written(told)
