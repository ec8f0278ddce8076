"""What waits is found by its place: the same word may be a name on one line and a thing on another."""

from __future__ import annotations

from dataclasses import replace

from sip_tui.minutes.redaction.note_places import note_place
from sip_tui.privacy import find
from tests.helpers.meetings import case, noted

NOTES = "Sol tar det.\nDet var sol i fredags. Sol och värme.\n\nSol är duktig, säger\nAmina. Sol ringer."


def test_place_is_that_of_the_finding_not_of_the_first_such_word() -> None:
    meeting = replace(case("cases", "sofia-n3.toml"), notes=(noted("Sol ringer."), noted(NOTES)))
    found = [hit for hit in find(NOTES, ["Sol Eriksson"]) if NOTES[hit.start : hit.end] == "Sol"]
    assert len(found) > 2
    for hit in found:
        line = NOTES.count("\n", 0, hit.start) + 1
        assert note_place(meeting, "Sol", hit.context).startswith(f"line {line} ")


def test_words_without_their_context_are_where_they_stand_first() -> None:
    meeting = replace(case("cases", "sofia-n3.toml"), notes=(noted("Amina ringer."), noted(NOTES)))
    assert note_place(meeting, "Sol")[:6] == "line 1"
    assert note_place(meeting, "Sol", "of another text")[:6] == "line 1"
    assert note_place(meeting, "Tuva") == ""
