"""How somebody is named beside a role, a number and an address."""

from __future__ import annotations

from sip_tui.meeting.model.enums import Kind
from sip_tui.minutes.addressing import Addressing
from tests.helpers.meetings import MAJA, meeting, somebody, written

SELAM = somebody(9, "Selam Haile", kind=Kind.INTERPRETER, role="tolk (tigrinja)")
KARIN = somebody(10, "Karin Ek", role="handläggare", organisation="Kommunen", phone="031-390 06 12")


def test_role_with_brackets_gets_one_pair() -> None:
    assert Addressing.of("person", meeting(participants=(MAJA, SELAM))).brief(SELAM) == "Selam Haile (tolk, tigrinja)"


def test_comma_stands_before_a_telephone_number() -> None:
    assert "Kommunen, 031-390 06 12" in written(meeting(participants=(MAJA, KARIN)), "full")


def test_a_role_within_a_list_begins_with_a_small_letter() -> None:
    interpreter = somebody(9, "Tolk (arabiska)", kind=Kind.INTERPRETER, role="tolk")
    told = Addressing.of("person", meeting(participants=(MAJA, interpreter, KARIN)))
    assert told.listed(interpreter) == "tolk (arabiska)"
    assert told.listed(KARIN) == "Karin Ek (handläggare)"
