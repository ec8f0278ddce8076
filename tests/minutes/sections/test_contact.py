"""Whose telephone stands in which paper."""

from __future__ import annotations

from dataclasses import replace

from tests.helpers.meetings import ASA, MAJA, SAMIR, meeting, noted, written


def test_own_number_stands_on_the_persons_paper_and_nobody_elses_in_the_family() -> None:
    maja, asa = replace(MAJA, phone="070-174 06 12"), replace(ASA, phone="070-174 06 35")
    told = meeting(participants=(maja, asa, SAMIR), notes=(noted("Ring Maja 070-174 06 12, mamma 070-174 06 35"),))
    paper, mail = written(told, "person"), written(told)
    assert ("070-174 06 12" in paper, "070-174 06 35" in paper) == (True, False)
    assert "070-174" not in mail
