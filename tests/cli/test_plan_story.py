"""Omar's plan from the first meeting to the second follow-up, with real commands: five actions, five outcomes."""

from __future__ import annotations

import pytest

from sip_tui.i18n import translation
from sip_tui.paths import data_path
from sip_tui.session.clock import MonotonicClock
from tests.helpers.app_harness import FakeClock
from tests.helpers.commands import RunCommand

ACTIONS = (
    "Anders ringer biblioteket senast fredag",
    "Linda bokar hörseltest senast 12 december",
    "Anders ordnar läxhjälp varje tisdag",
    "Fatima läser sagor varje kväll",
    "Omar spelar in en film senast måndag",
)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> FakeClock:
    """The time of every command."""
    clock = FakeClock()
    monkeypatch.setattr(MonotonicClock, "__call__", lambda _self: clock())
    return clock


def output_of(sip: RunCommand, *arguments: object) -> str:
    """What a command prints; it must succeed."""
    said = sip(*arguments, "--lang", "sv")
    assert (said.code, said.err) == (0, ""), said
    return said.out.strip()


def test_plan_is_followed_over_three_meetings(sip: RunCommand, clock: FakeClock) -> None:
    first = first_meeting(sip, clock)
    second = output_of(sip, "follow-up", first)
    assert "Vi följer upp det vi bestämde" in output_of(sip, "show", second)
    assert "har redan en uppföljning" in sip("follow-up", first, "--lang", "sv").sentence
    clock.advance(60 * 24 * 60)
    hold_second_meeting(sip, clock, second)
    third = output_of(sip, "follow-up", second)
    clock.advance(60 * 24 * 60)
    hold_third_meeting(sip, clock, third)
    output_of(sip, "purge", first, "--yes")
    assert "hörseltest" in output_of(sip, "show", third)
    translation.set_language("en")


def first_meeting(sip: RunCommand, clock: FakeClock) -> str:
    """Decide on five actions, and say who gets the plan in which way."""
    first = output_of(sip, "new", data_path("cases", "omar-tolk.toml"))
    assert "inte avslutat än" in sip("follow-up", first, "--lang", "sv").sentence
    hold(sip, clock, first, *(("action", *line.split()) for line in ACTIONS))
    output_of(sip, "set", first, "follow_up", "2027-01-29 13:00")
    for who, way in (("Omar", "papper"), ("Fatima", "papper"), ("Anders", "säkert"), ("Linda", "säkert")):
        output_of(sip, "do", first, "deliver", who, way)
    output_of(sip, "do", first, "received", "Omar")
    output_of(sip, "close", first)
    paper = output_of(sip, "export", first, "--for", "full")
    assert "## Så får var och en minnesanteckningarna" in paper
    assert "Så gick det med det vi bestämde" not in paper
    return first


def hold_second_meeting(sip: RunCommand, clock: FakeClock, second: str) -> None:
    """Go through the five: each has an outcome of its own, and the papers tell it."""
    five = 4, 5, 6, 7, 8
    outcomes = [
        ("status", five[0], "klar"),
        ("status", five[1], "pågår"),
        ("instead", five[2], "Ordna", "läxhjälp", "på", "biblioteket"),
        ("status", five[3], "avslutad"),
        ("status", five[4], "inte gjord"),
        ("why", five[4], "Kameran", "var", "trasig"),
        ("reached", 1, "delvis", "Jag", "läser", "hela", "sidor"),
    ]
    hold(sip, clock, second, *outcomes[:-1])
    shown = output_of(sip, "show", second)
    assert "  ! Kvar att gå igenom från förra gången: 1 mål och 3 åtgärder" in shown
    paper = output_of(sip, "export", second, "--for", "full")
    assert paper.count("inte genomgånget än") == 2 * 4, "the list and the time line say the same"
    output_of(sip, "do", second, *outcomes[-1])
    output_of(sip, "close", second)
    paper = output_of(sip, "export", second, "--for", "person")
    past = paper[paper.index("## Så gick det med det vi bestämde") :].split("\n## ")[0]
    assert "Ringer biblioteket – klar" in past
    assert "Bokar hörseltest – fortsätter" in past
    assert "I stället: Ordna läxhjälp på biblioteket" in past
    assert "Läser sagor – avslutas" in past
    assert "Varför: Kameran var trasig" in past
    assert "delvis nått" in past
    assert "Du säger: Jag läser hela sidor" in past
    mail = output_of(sip, "export", second, "--reviewed")
    assert "Omar" not in mail
    assert "Så gick det med det vi bestämde" in mail


def hold_third_meeting(sip: RunCommand, clock: FakeClock, third: str) -> None:
    """Go through what went on, and see the whole plan over time."""
    shown = output_of(sip, "show", third)
    assert "hörseltest" in shown
    assert "läxhjälp på biblioteket" in shown
    for gone in ("Ringer biblioteket", "sagor", "film"):
        assert gone not in shown
    hold(sip, clock, third, ("reached", 1, "ja"), ("status", "hörseltest", "klar"))
    output_of(sip, "close", third)
    paper = output_of(sip, "export", third, "--for", "full")
    assert "Du läser och skriver svenska säkrare – nått" in paper
    history = output_of(sip, "history", third).splitlines()
    assert history[0].count("/") == 3
    assert next(line for line in history if "hörseltest" in line).endswith("✓ klar")
    over_time = output_of(sip, "export", third, "--for", "history", "--format", "html")
    assert "<svg " in over_time
    assert all(words in over_time for words in ("Ringer biblioteket", "sagor", "film"))
    assert "Omar" not in over_time


def hold(sip: RunCommand, clock: FakeClock, meeting_id: str, *deeds: tuple[object, ...]) -> None:
    """Open a meeting with everybody there, do things ten minutes apart, and go home."""
    output_of(sip, "do", meeting_id, "open")
    for name in ("Omar", "Fatima", "Anders", "Linda"):
        output_of(sip, "do", meeting_id, "present", name)
    for deed in deeds:
        clock.advance(5)
        output_of(sip, "do", meeting_id, *deed)
    output_of(sip, "do", meeting_id, "close")
