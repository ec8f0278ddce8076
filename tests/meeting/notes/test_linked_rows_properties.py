"""Whatever is typed, undone, cut and pasted: the board says what the lines say, and nobody's work is lost."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.meeting.notes.linked_rows import sync_rows
from sip_tui.meeting.notes.pads import pad_id
from tests.helpers.notes_harness import NotesHarness, Rows, cells

LINES = ("#åtgärd a", "#åtgärd b", "#ATGARD a @ fredag", "#mål a", "#delmål a", "#citat a", "#åtgärd", "ord", "")
TEXTS = st.lists(st.sampled_from(LINES), max_size=5).map(lambda lines: "".join(f"{line}\n" for line in lines))
PIECES = ("\n", "#åtgärd a\n", "#mål b\n", "#åtgärd ", "#", "a", " @ b", "ord\n")
OPS = st.tuples(st.sampled_from(["put", "cut", "paste", "back", "redo", "pad"]), st.integers(0, 30), st.integers(1, 12))


class Hands:
    """Types, cuts, pastes and undoes in two pads, as it comes."""

    def __init__(self, desk: NotesHarness) -> None:
        self.desk, self.phase, self.clip = desk, "needs", ""
        self.texts: dict[str, list[str]] = {"needs": [""], "summary": [""]}

    def do(self, deed: str, at: int, size: int) -> None:
        past = self.texts[self.phase]
        text = self.desk.text(self.phase)
        match deed:
            case "pad":
                self.phase = "summary" if self.phase == "needs" else "needs"
                return
            case "put":
                text = text[:at] + PIECES[size % len(PIECES)] + text[at:]
            case "cut":
                self.clip, text = text[at : at + size], text[:at] + text[at + size :]
            case "paste":
                text = text[:at] + self.clip + text[at:]
            case "back":
                text = past[-1 - size % len(past)]
            case "redo":
                text = past[size % len(past)]
        past.append(text)
        self.desk.write(text, self.phase)


@settings(max_examples=60, deadline=None)
@given(st.lists(OPS, max_size=25))
def test_rows_equal_lines_once_each(deeds: list[tuple[str, int, int]]) -> None:
    desk = NotesHarness()
    hands = Hands(desk)
    for deed in deeds:
        hands.do(*deed)
        assert desk.row_texts() == desk.line_texts()
        for phase in hands.texts:
            again = sync_rows(desk.meeting, pad_id(phase, "secretary"), desk.text(phase), desk.fixture.moment(), cells)
            assert again == ()


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, max_size=6), TEXTS)
def test_undo_restores_same_rows(before: list[str], done: str) -> None:
    desk = NotesHarness()
    for text in before:
        desk.write(text)
    rows, text = desk.rows(), desk.text()
    desk.write(done)
    after = desk.rows()
    desk.write(text)
    assert desk.rows() == rows
    desk.write(done)
    assert desk.rows() == after


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 20))
def test_earlier_text_restores_its_rows(seed: int, steps: int) -> None:
    desk, chance, seen = NotesHarness(), random.Random(seed), [("", Rows())]
    lines: list[str] = []
    for number in range(steps):
        lines = _next(lines, number, chance, [text for text, _rows in seen])
        desk.write("\n".join([*lines, ""]))
        seen.append((desk.text(), desk.rows()))
    for text, rows in chance.sample(seen, len(seen)):
        desk.write(text)
        assert desk.rows() == rows


def _next(lines: list[str], number: int, chance: random.Random, seen: list[str]) -> list[str]:
    """Write a line that has never been, edit one into such a line, take some away, move one, or go far back."""
    at = chance.randrange(len(lines) + 1)
    fresh = f"#{chance.choice(['åtgärd', 'mål', 'citat'])} {number}"
    match chance.randrange(5):
        case 0:
            return [*lines[:at], *lines[at + chance.randrange(3) :]]
        case 1 if lines[at:]:
            return [*lines[:at], f"{lines[at].split()[0]} {number}", *lines[at + 1 :]]
        case 2 if lines[at:]:
            return [lines[at], *lines[:at], *lines[at + 1 :]]
        case 3:
            return chance.choice(seen).splitlines()
    return [*lines[:at], fresh, *lines[at:]]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.booleans(), OPS), max_size=25))
def test_board_edits_are_never_lost(deeds: list[tuple[bool, tuple[str, int, int]]]) -> None:
    desk, written = NotesHarness(), dict[str, str]()
    hands = Hands(desk)
    for number, (chair, deed) in enumerate(deeds):
        actions = desk.meeting.actions
        if chair and actions:
            action = actions[deed[1] % len(actions)]
            written[action.id] = f"plats {number}"
            desk.change(action, where=written[action.id])
        hands.do(*deed)
        there = {action.id: action.where for action in desk.meeting.actions if action.where}
        assert there == written
