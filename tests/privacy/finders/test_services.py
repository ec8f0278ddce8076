"""Numbers that are there to be called: a service's is told from somebody's own, and only documents keep it."""

from __future__ import annotations

import pytest

from sip_tui.privacy import KnownName, find, is_service_number, redact, remaining_identifiers

NAMES = [KnownName("Samir Haddad", "kuratorn")]


@pytest.mark.parametrize(
    "line",
    [
        "Ring jouren på BUP, 0980-31 92 07",
        "Socialjouren: 08-465 004 12",
        "Mår du dåligt: psykakuten 08-46500412",
        "Vårdcentralens telefon är 031-390 06 12",
        "Jourtelefon 070-174 06 12",
        "ring larmet 010-390 06 12",
        "rehabtelefonen 031-390 06 12",
        "rehab tfn 031-390 06 12",
        "Rådgivningen nås på 031-390 06 12",
        "Boendets telefon 010-390 06 12",
        "ssk nås via vårdcentralen 031-390 06 12",
        "teamet vard 8-16, 031-390 06 12",
        "ring 031-390 06 12 teamet",
        "SSK avd 11: 031-390 06 12",
        "Ring psyk.akuten 031-390 06 12 vid kris",
        "ring psykakutmott. 031-390 06 12",
        "mamma: ring akutmottagningen 031-390 06 12",
        "ssk når vi på avd 031-390 06 12",
    ],
)
def test_a_number_said_to_be_a_services_is_told(line: str) -> None:
    [found] = find(line, NAMES)
    assert is_service_number(found)
    assert remaining_identifiers(line, NAMES) == ()
    assert "[telefon]" in redact(line, NAMES).text


@pytest.mark.parametrize(
    "line",
    [
        "Samir på BUP har 031-390 06 12",
        "BUP: mamma 031-390 06 12",
        "rehab: mamma 031-390 06 12",
        "Ring mamma på BUP 070-174 06 12",
        "BUP ringer.\n\n031-390 06 12",
        "jouren vill att linus ringer 031-390 06 12",
        "ring mamma 031-390 06 12 teamet vet",
        "ring 031-390 06 12 snart",
        "Kontoret har mobilen 070-174 06 12",
    ],
)
def test_a_number_of_somebody_is_none(line: str) -> None:
    assert not any(map(is_service_number, find(line, NAMES)))
