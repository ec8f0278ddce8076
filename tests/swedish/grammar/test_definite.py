from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sip_tui.swedish.grammar.agent import definite, definite_of_two
from sip_tui.swedish.grammar.possessive import possessive


@pytest.mark.parametrize(
    ("role", "form"),
    [
        ("kurator", "kuratorn"),
        ("mentor", "mentorn"),
        ("rektor", "rektorn"),
        ("läkare", "läkaren"),
        ("socialsekreterare", "socialsekreteraren"),
        ("LSS-handläggare", "LSS-handläggaren"),
        ("skolsköterska", "skolsköterskan"),
        ("behandlande psykolog", "behandlande psykologen"),
        ("arbetsterapeut", "arbetsterapeuten"),
        ("chef", "chefen"),
        ("kontaktperson", "kontaktpersonen"),
        ("tjänsteman", "tjänstemannen"),
        ("god man", "gode mannen"),
        ("personligt ombud", "personliga ombudet"),
        ("förälder", "föräldern"),
        ("frisör", "frisören"),
        ("mamma", "mamma"),
        ("tolk", "tolken"),
        ("kuratorn", "kuratorn"),
        ("föräldrar", "föräldrar"),
        ("SYV", "SYV"),
        ("lärare 2", "lärare 2"),
        ("mentor och studie- och yrkesvägledare", "mentorn"),
        ("socialsekreterare och SIP-samordnare", "socialsekreteraren"),
        ("lärare/mentor", "läraren"),
        ("den det gäller", "den det gäller"),
        ("den enskilde", "den enskilde"),
        ("", ""),
    ],
)
def test_the_roles_of_a_meeting(role: str, form: str) -> None:
    assert definite(role) == form


@given(st.text(max_size=20))
def test_no_role_is_an_error(role: str) -> None:
    assert isinstance(definite(role), str)


def test_no_noun_says_nothing_of_what_is_owned() -> None:
    assert possessive(["och"]) is None


@pytest.mark.parametrize(
    ("role", "form"),
    [
        ("god man", "den gode mannen"),
        ("personligt ombud", "personliga ombudet"),
        ("Fast vårdkontakt, samordnare", "fasta vårdkontakten"),
        ("biträdande rektor", "biträdande rektorn"),
    ],
)
def test_a_role_of_two_words_is_spoken_of_in_its_definite_form(role: str, form: str) -> None:
    assert form in definite_of_two(role)


@pytest.mark.parametrize("role", ["kurator", "lärare i åk 9", "1:e lärare", ""])
def test_other_roles_have_no_form_of_two_words(role: str) -> None:
    assert definite_of_two(role) == ()
