"""When somebody must go, as people write it on the list: with dots, with words, or not at all."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sip_tui.swedish.dates.vocabulary import read_clock


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("16.20", time(16, 20)),
        ("kl 16", time(16)),
        ("Klockan 16:20.", time(16, 20)),
        ("senast kl. 15", time(15)),
        ("1620", time(16, 20)),
        ("vid 16-tiden", time(16)),
        ("halv fem", time(16, 30)),
        ("20 över fyra", time(16, 20)),
        ("tjugo över fyra", time(16, 20)),
        ("kvart i sju", time(18, 45)),
        ("tio i halv fem", time(16, 20)),
        ("kvart i ett", time(12, 45)),
        ("halv tolv", time(11, 30)),
        ("4.20", time(16, 20)),
        ("04.20", time(4, 20)),
    ],
)
def test_a_time_of_day_is_read_as_it_is_meant(written: str, meant: time) -> None:
    assert read_clock(written) == meant


@pytest.mark.parametrize("written", ["", "bo", "snart", "kl 25", "13.70", "24", "162", "efter lunch", "9" * 5000])
def test_what_is_no_time_of_day_is_not_guessed(written: str) -> None:
    assert read_clock(written) is None


@given(st.times())
def test_what_the_clock_shows_is_read_as_it_stands(at: time) -> None:
    assert read_clock(f"{at:%H.%M}") == at.replace(second=0, microsecond=0)


@given(st.text(st.sampled_from("0123456789.: halvkvartiöverklf"), max_size=20) | st.text())
def test_nobody_leaves_before_seven(text: str) -> None:
    read = read_clock(text)
    assert read is None or read.hour >= 7 or "0" in text
