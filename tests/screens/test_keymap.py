"""One letter means one thing in the whole program, and every command takes its key from the table of keys."""

from __future__ import annotations

import re
from pathlib import Path

import sip_tui
from sip_tui.cli.keys import declared_bindings, key_table
from sip_tui.i18n.translation import set_language
from sip_tui.screens import SCREENS
from sip_tui.screens.key_meanings import MEANINGS
from sip_tui.screens.keymap import Key
from sip_tui.screens.review.screen import ReviewScreen
from tests.helpers.app_harness import AppHarness

LITERAL = re.compile(r"""command\(\s*"[\w.]+",\s*"(?!\d"|\{)[^"]*"|command\(\s*"[\w.]+",\s*f"[^"{\d]""")
"""A command with a key of its own; digits need no table."""
TABLE: list[str] = [value for name, value in vars(Key).items() if name.isupper()]
"""Every key of the program, with those that mean the same."""
KEYS_OF = {key: meaning for meaning in TABLE for key in meaning.split(",")}
"""Textual's name of a key → what it means."""


def test_no_letter_has_two_meanings() -> None:
    every = [key for meaning in TABLE for key in meaning.split(",")]
    assert len(every) == len(set(every))
    assert len(set(MEANINGS.values())) == len(MEANINGS)
    assert {*MEANINGS} == {*TABLE}


def test_every_command_has_a_key_of_the_table() -> None:
    sources = Path(sip_tui.__file__).parent.rglob("*.py")
    literal = [found for path in sources for found in LITERAL.findall(path.read_text(encoding="utf-8"))]
    assert literal == [], "a command takes its key from screens/keymap.py"
    wanted = {(binding.id, key) for _owner, binding in declared_bindings() for key in binding.key.split(",")}
    assert len(wanted) > 100
    assert {(name, key) for name, key in wanted if key not in KEYS_OF and not key.isdigit()} == set()


def test_every_function_key_has_a_second_way() -> None:
    behind = [meaning for meaning in TABLE if meaning.startswith("f") and meaning[1:2].isdigit()]
    assert len(behind) == 11
    assert all("," in meaning for meaning in behind)


async def test_second_ways_lead_as_far_on_every_screen(harness: AppHarness) -> None:
    ways = [meaning.split(",")[:2] for meaning in TABLE if meaning.startswith("f") and meaning[1:2].isdigit()]
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v")
        for mode in SCREENS.keys() - {"notes"}:
            await app.switch_mode(mode)
            await pilot.pause()
            bound = app.screen.active_bindings
            for function_key, letter in ways:
                first, second = bound.get(function_key), bound.get(letter)
                if first is None and mode == "board":
                    continue
                assert first is not None, (mode, function_key)
                assert second is not None, (mode, letter)
                assert (first.binding.action, first.enabled) == (second.binding.action, second.enabled), (mode, letter)


async def test_documents_have_a_way_without_f10_where_letters_are_text(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        for keys in (("f8",), ("f5", "a"), ("i",)):
            await pilot.press("f2", *keys, "alt+e")
            await pilot.pause()
            assert isinstance(app.screen, ReviewScreen), keys
            await pilot.press("escape")
            await pilot.pause()


FITS = {
    Key.YES: "yes agreed received same leave accepted",
    Key.NO: "no not hide another declined",
    Key.WRITTEN_YES: "signed writing",
    Key.PARTLY: "partly",
    Key.SAVE: "save",
    Key.REMOVE: "remove off take nobody",
    Key.ADD: "add new write raise hand queue people help down",
    Key.EXCUSED: "apologies",
    Key.MISSING: "not here",
    Key.LATE: "late",
    Key.LEFT: "left",
    Key.HERE: "present here",
    Key.DONE: "done finished dealt outcome introduced archive tick",
    Key.UNDO: "undo",
    Key.REDO: "redo",
    Key.CONTINUE: "ahead",
    Key.NEW_TIMES: "new time",
    Key.TAKES_BACK: "withdrawn",
    Key.YES_TO_ALL: "all everyone same",
    Key.NEXT_PART: "next part",
    Key.CLOSE_MEETING: "close",
    Key.QUIT: "leave",
}
"""A key that changes something → words of which a command with that key has one in its name or in what it does."""


def test_what_a_command_is_called_fits_what_its_key_means() -> None:
    said: dict[str, dict[str, set[str]]] = {}
    for _owner, binding in declared_bindings():
        words = set(re.findall(r"[a-z]+", f"{binding.description} {binding.tooltip}".lower()))
        for key in binding.key.split(","):
            if key in KEYS_OF:
                said.setdefault(KEYS_OF[key], {}).setdefault(str(binding.id), set()).update(words)
    assert FITS.keys() <= said.keys()
    strange = [name for key, fits in FITS.items() for name, words in said[key].items() if not words & set(fits.split())]
    assert strange == []


def test_yes_and_no_and_the_next_part_are_one_key_everywhere() -> None:
    keys: dict[str, set[str]] = {}
    for _owner, binding in declared_bindings():
        keys.setdefault(str(binding.id), set()).add(binding.key.split(",")[0])
    yes = {"ask.yes", "answer.yes", "round.same", "consent.oral", "goal.confirm", "review.keep"}
    no = {"ask.no", "answer.no", "round.differs", "consent.none", "review.mask"}
    assert {key for name in yes for key in keys[name]} == {"j"}
    assert {key for name in no for key in keys[name]} == {"n"}
    assert keys["phase.next"] == {"v"}
    assert keys["pad.next_part"] == {"alt+v"}, "where letters are text"


def test_the_page_of_keys_is_what_the_program_makes() -> None:
    page = Path(__file__).parents[2] / "docs" / "keys.md"
    set_language("sv")
    assert page.read_text(encoding="utf-8").rstrip() == key_table(), "run `make docs`"
