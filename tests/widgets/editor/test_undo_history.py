"""From the splices in the journals back to steps that a writer wants to take back one by one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.meeting.log.ledger import Splice
from sip_tui.widgets.editor.undo_history import PAUSE, TypedSplice, UndoHistory, UndoStep, location_of, rebuild_history

MOST = 500
deeds = st.lists(
    st.tuples(st.integers(0, 3_000), st.floats(0, 1), st.integers(0, 4), st.sampled_from(["", "a", "å", "ord ", "\n"])),
    max_size=25,
)


def keys(text: str, at: int = 0, start: int = 0, every: int = 200) -> list[TypedSplice]:
    """Letters, one after the other."""
    return [(start + number * every, Splice((at + number, 0, item))) for number, item in enumerate(text)]


def states(past: UndoHistory) -> list[str]:
    """What undo shows, from now back to the beginning."""
    texts = [past.base]
    for step in past.steps:
        texts.append(step.apply(texts[-1]))
    return texts[::-1]


def test_pause_begins_a_new_undo_step() -> None:
    typed = [*keys("Hej. "), *keys("Då.", at=5, start=1_000 + 4 * 200 + PAUSE + 1)]
    assert states(rebuild_history("Hej. Då.", typed, MOST)) == ["Hej. Då.", "Hej. ", ""]


def test_line_end_paste_and_deletion_are_own_steps() -> None:
    pasted, deleted = (2_000, Splice((5, 0, "ättat"))), [(2_200, Splice((9, 1, ""))), (2_400, Splice((8, 1, "")))]
    past = rebuild_history("en\ntvätt", [*keys("en\ntv"), pasted, *deleted], MOST)
    assert states(past) == ["en\ntvätt", "en\ntvättat", "en\ntv", "en\n", "en", ""]


def test_text_before_the_journals_is_kept() -> None:
    past = rebuild_history("Förberett. Nytt", [(0, Splice((10, 0, " Nytt")))], MOST)
    assert states(past) == ["Förberett. Nytt", "Förberett."]


def test_undo_stops_at_a_deletion_of_unknown_text() -> None:
    typed = [(0, Splice((3, 0, "abcd"))), (9_000, Splice((0, 2, ""))), (18_000, Splice((0, 0, "Xyzw")))]
    assert states(rebuild_history("Xyzwöabcd", typed, MOST)) == ["Xyzwöabcd", "öabcd"]


def test_what_was_undone_before_the_restart_does_not_come_back() -> None:
    typed = [*keys("ett "), (9_000, Splice((4, 0, "två tre"))), (12_000, Splice((4, 7, "")))]
    assert states(rebuild_history("ett ", typed, MOST)) == ["ett ", ""]


def test_splices_that_do_not_fit_the_text_are_not_believed() -> None:
    assert rebuild_history("hej", keys("hopp"), MOST) == UndoHistory("hej")
    assert rebuild_history("hej", [(0, Splice((0, 0, "a\rb")))], MOST) == UndoHistory("hej")
    assert rebuild_history("hej", [(0, Splice((99, 0, "j")))], MOST).steps == ()
    assert rebuild_history("", [], MOST) == UndoHistory("")


def test_the_latest_steps_are_kept_when_there_are_many() -> None:
    typed = [(number * 9_000, Splice((number, 0, "x"))) for number in range(600)]
    past = rebuild_history("x" * 600, typed, MOST)
    assert len(past.steps) == MOST
    assert past.base == "x" * 100


@settings(max_examples=200)
@given(st.text("abö\n", max_size=12), deeds)
def test_every_text_that_undo_shows_has_really_been_there(begun: str, deeds: list[tuple[int, float, int, str]]) -> None:
    text, when, seen, typed = begun, 0, {begun}, list[TypedSplice]()
    for later, share, gone, comes in deeds:
        at = round(share * len(text))
        splice = Splice((at, min(gone, len(text) - at), comes))
        text, when = splice.apply(text), when + later
        seen.add(text)
        typed.append((when, splice))
    past = rebuild_history(text, typed, MOST)
    assert states(past)[0] == text
    assert set(states(past)) <= seen


@given(st.text("ab\n", max_size=20), st.integers(0, 20))
def test_a_place_in_the_text_is_a_line_and_a_column(text: str, at: int) -> None:
    at = min(at, len(text))
    line, column = location_of(text, at)
    assert "\n".join([*text.split("\n")[:line], text.split("\n")[line][:column]]) == text[:at]


def test_a_step_is_what_it_says() -> None:
    assert UndoStep(1, 2, "xy").apply("abcd") == "axyd"
