"""What the parts of a meeting usually take: the middle, without the one time that stood out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sip_tui.meeting.people.floor import change_phase
from sip_tui.meeting.time.agenda import PHASES, close_meeting
from sip_tui.meeting.time.earlier_times import minutes_spent, usual_minutes
from tests.helpers.meeting_fixture import MeetingFixture


def spent(*minutes: float) -> dict[str, float]:
    return dict(zip(PHASES, minutes, strict=True))


def test_closed_meeting_tells_what_each_part_took() -> None:
    fixture = MeetingFixture()
    fixture.open()
    assert minutes_spent(fixture.meeting) is None
    for phase, minutes in (("situation", 8), ("needs", 20)):
        fixture.wait(minutes)
        fixture.write(change_phase(fixture.meeting, phase, fixture.moment()))
    fixture.wait(2)
    fixture.write(close_meeting(fixture.moment()))
    assert minutes_spent(fixture.meeting) == spent(8, 20, 2, 0, 0)


def test_meeting_opened_by_mistake_tells_nothing() -> None:
    fixture = MeetingFixture()
    fixture.open()
    fixture.wait(3)
    fixture.write(close_meeting(fixture.moment()))
    assert minutes_spent(fixture.meeting) is None


def test_time_that_stands_out_is_left_out() -> None:
    usual = usual_minutes(
        [spent(8, 15, 30, 5, 5), spent(9, 16, 31, 5, 5), spent(10, 14, 240, 5, 5), spent(8, 15, 33, 0, 5)]
    )
    assert usual == {"opening": 8, "situation": 15, "needs": 31, "summary": 5, "closing": 5}


def test_no_meeting_gives_no_times_and_skipped_part_none() -> None:
    assert usual_minutes([]) == {}
    assert usual_minutes([spent(5, 0, 20, 0, 5)]) == {"opening": 5, "needs": 20, "closing": 5}


@given(st.lists(st.lists(st.floats(0, 600), min_size=5, max_size=5), min_size=1, max_size=12))
def test_usual_time_is_between_the_shortest_and_the_longest(meetings: list[list[float]]) -> None:
    usual = usual_minutes([spent(*minutes) for minutes in meetings])
    for number, phase in enumerate(PHASES):
        times = [minutes[number] for minutes in meetings if minutes[number] > 0]
        assert (phase in usual) is bool(times)
        assert not times or min(times) - 1 <= usual[phase] <= max(times) + 1
