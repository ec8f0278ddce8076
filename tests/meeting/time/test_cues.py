"""The chair is told about the time, once and not again, and never in a pause."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.time import agenda
from sip_tui.meeting.time.cues import TimeCue, cues_between, latest_running, most_urgent
from sip_tui.meeting.time.timeline import Timing, timing_at
from tests.helpers.meeting_fixture import MeetingFixture


class Watch:
    """Reads the clocks as the chair's screen does, and remembers what was told."""

    def __init__(self, **minutes: int) -> None:
        self.fixture = MeetingFixture()
        for phase, set_aside in minutes.items():
            self.fixture.write((Edit("phases", phase, "minutes", set_aside),))
        self.told: list[TimeCue] = []
        self.kept = self.reading()
        self.fixture.write(agenda.open_meeting(self.fixture.meeting, self.fixture.moment()))

    def reading(self) -> Timing:
        return timing_at(self.fixture.meeting, self.fixture.now)

    def tick(self, minutes: float) -> list[TimeCue]:
        self.fixture.wait(minutes)
        now = self.reading()
        new = list(cues_between(self.kept, now, agenda.planned_minutes(self.fixture.meeting)))
        self.kept = latest_running(self.kept, now)
        self.told += new
        return new


def test_cues_at_half_five_and_over() -> None:
    watch = Watch(opening=20)
    assert watch.tick(9.9) == []
    assert watch.tick(0.1) == [TimeCue.HALF]
    assert watch.tick(5) == [TimeCue.FIVE]
    assert watch.tick(4.9) == []
    assert watch.tick(0.2) == [TimeCue.OVER]
    assert watch.tick(30) == []
    assert watch.tick(5) == [TimeCue.MEETING_FIVE]
    assert watch.tick(5) == [TimeCue.MEETING_OVER]
    assert watch.tick(5) == []


def test_short_phase_has_no_five_minute_cue() -> None:
    assert Watch(opening=10).tick(6) == [TimeCue.HALF]
    watch = Watch(opening=0)
    assert watch.tick(6) == []
    assert watch.tick(60) == [TimeCue.MEETING_FIVE, TimeCue.MEETING_OVER]


def test_cues_at_once_end_with_the_most_pressing() -> None:
    watch = Watch(opening=20)
    before = watch.kept
    watch.fixture.wait(25)
    assert cues_between(before, watch.reading(), {"opening": 20})[-1] is TimeCue.OVER
    assert cues_between(watch.reading(), watch.reading(), {"opening": 20}) == ()


def test_most_urgent_keeps_one_cue_each() -> None:
    assert most_urgent([TimeCue.HALF, TimeCue.FIVE, TimeCue.MEETING_FIVE, TimeCue.OVER]) == (
        TimeCue.OVER,
        TimeCue.MEETING_FIVE,
    )
    assert most_urgent([TimeCue.MEETING_OVER]) == (TimeCue.MEETING_OVER,)
    assert most_urgent([]) == ()


def test_short_meeting_has_no_five_minute_cue() -> None:
    watch = Watch(opening=0)
    watch.fixture.write((Edit("about", "meeting", "minutes", 10),))
    watch.tick(1)
    assert watch.tick(5) == []
    assert watch.tick(5) == [TimeCue.MEETING_OVER]


def test_pause_delays_cues() -> None:
    watch = Watch(opening=20)
    watch.tick(9)
    watch.fixture.wait(2)
    watch.fixture.write(agenda.pause(watch.fixture.moment()))
    assert watch.tick(30) == []
    watch.fixture.write(agenda.resume(watch.fixture.moment()))
    assert watch.tick(0.1) == [TimeCue.HALF]


def test_added_minutes_repeat_five_minute_cue() -> None:
    watch = Watch(opening=12)
    assert watch.tick(8) == [TimeCue.HALF, TimeCue.FIVE]
    watch.fixture.write(agenda.add_minutes(watch.fixture.meeting, "opening", 5))
    assert TimeCue.FIVE not in watch.tick(1)
    assert TimeCue.FIVE in watch.tick(4)


def test_reentered_phase_repeats_no_cue() -> None:
    watch = Watch(opening=6)
    assert watch.tick(4) == [TimeCue.HALF]
    watch.fixture.write(agenda.enter_phase(watch.fixture.meeting, "situation", watch.fixture.moment()))
    assert watch.tick(1) == []
    watch.fixture.write(agenda.enter_phase(watch.fixture.meeting, "opening", watch.fixture.moment()))
    assert watch.tick(1) == []
    assert watch.tick(2) == [TimeCue.OVER]


@settings(max_examples=80, deadline=None)
@given(
    st.integers(1, 70),
    st.lists(st.tuples(st.floats(0.01, 20), st.booleans()), max_size=12),
)
def test_each_cue_comes_exactly_once(minutes: int, ticks: list[tuple[float, bool]]) -> None:
    watch = Watch(opening=minutes)
    for length, paused in ticks:
        if paused and not watch.reading().paused:
            watch.fixture.write(agenda.pause(watch.fixture.moment()))
        elif not paused and watch.reading().paused:
            watch.fixture.write(agenda.resume(watch.fixture.moment()))
        told = watch.tick(length)
        assert not told or watch.reading().running
    watch.fixture.write(agenda.resume(watch.fixture.moment()))
    watch.tick(500)
    wanted = {TimeCue.HALF, TimeCue.OVER, TimeCue.MEETING_FIVE, TimeCue.MEETING_OVER} | (
        {TimeCue.FIVE} if minutes > 10 else set()
    )
    assert Counter(watch.told) == Counter(wanted)
