"""The first minutes of the long meeting, with real programs that are killed; ``make soak`` plays the whole of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sip_tui.meeting.time.agenda import PHASES
from tests.soak.play import moments, play
from tests.soak.report import report
from tests.soak.script import CHAIR, MEETING, SECRETARY, WRITES, first_minutes, read_script
from tests.soak.verdict import complaints

SEED = 17
DEEDS = read_script(MEETING.read_text(encoding="utf-8"))


@pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal is a thing of Unix")
def test_nothing_is_lost_in_first_minutes_though_both_are_killed(tmp_path: Path) -> None:
    played = play(tmp_path, first_minutes(DEEDS, 2.6), speed=10, seed=SEED, kills=2)
    told = "\n".join(report(played))
    assert list(complaints(played)) == [], told
    assert all(line.on_disk for line in played.secretary.lines), told
    assert [len(item.kills) for item in (played.chair, played.secretary)] == [2, 2], told


def test_the_script_is_a_meeting_of_an_hour() -> None:
    assert [deed.at for deed in DEEDS] == sorted(deed.at for deed in DEEDS)
    assert 59 * 60 < DEEDS[-1].at < 60 * 60
    assert [deed.text for deed in DEEDS if deed.verb == "del"] == list(PHASES[1:])
    assert {deed.who for deed in DEEDS} == {CHAIR, SECRETARY}
    lines = [deed.text for deed in DEEDS if deed.verb == WRITES]
    assert any("#åtgärd" in line for line in lines)
    assert len("".join(lines)) > 4000


@pytest.mark.parametrize("line", ["0.05  ORDF  > öppnar", "00.05 ORDF", "00.05  ORDF    > sover", "00.05  SEKR > paus"])
def test_a_line_that_nobody_can_play_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"not a line|nobody can"):
        read_script(line)


def test_the_same_seed_gives_the_same_kills() -> None:
    assert moments(DEEDS, SEED, 14) == moments(DEEDS, SEED, 14) != moments(DEEDS, SEED + 1, 14)
    assert sum(deed.in_a_word for deed in moments(DEEDS, SEED, 14)) == 14
