"""Those who are written in short, by initials or by the beginning of their office: one who fits, or a question."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from sip_tui.i18n import translation
from sip_tui.parsing.action_line import parse_action_line
from tests.helpers.action_lines import meeting_with
from tests.helpers.corpus import corpus_lines

TODAY = date(2026, 11, 30)
PEOPLE = (
    ("dawit", "Dawit Tesfaye", "person", "den enskilde", ""),
    ("petra", "Petra Nyman", "actor", "sjuksköterska", "Vuxenpsykiatrin Östra"),
    ("kerstin", "Kerstin Lövgren", "actor", "överläkare", "Vuxenpsykiatrin Östra"),
    ("al", "Anna-Lena Bergh", "actor", "handläggare", "Försäkringskassan"),
    ("johan", "Johan Ström", "actor", "biståndshandläggare", "Kommunens vuxenenhet"),
    ("mirela", "Mirela Hodzic", "actor", "enhetschef", "Hemtjänsten Linden"),
    ("yonas", "Yonas Tesfaye", "kin", "bror", "familjen"),
    ("per", "Per-Olof Nord", "actor", "speciallärare", "Komvux"),
)


MEETING = meeting_with(PEOPLE)
"""Two of one office, and two whose initials are alike."""


@pytest.fixture(autouse=True)
def in_swedish() -> Iterator[None]:
    """Lines are read in the language of the interface, which another story may have changed."""
    spoken = translation.language()
    translation.set_language("sv")
    yield
    translation.set_language(spoken)


@pytest.mark.parametrize("line", corpus_lines("owners_in_short"), ids=lambda line: line["line"])
def test_one_who_fits_does_it_and_two_are_asked_about(line: dict[str, Any]) -> None:
    found = parse_action_line(MEETING, line["line"], TODAY)
    assert (found.who, found.what) == (line["who"], line["what"])
    assert set(line["maybe"]) <= set(found.candidates)
