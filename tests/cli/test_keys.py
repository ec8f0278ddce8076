"""Every command has its own name in the config file, and gets the key that the user wants for it."""

from __future__ import annotations

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

from sip_tui.cli import main
from sip_tui.cli.keys import declared_bindings
from sip_tui.screens.forms.select_field import KeyboardSelect

KNOWN = [(owner, one) for owner, one in declared_bindings() if issubclass(owner, DOMNode)]
FREE = "f24"
"""A key that no command has."""


@pytest.mark.parametrize(("owner", "one"), KNOWN, ids=[f"{owner.__name__} {one.id}" for owner, one in KNOWN])
def test_any_command_can_have_another_key_and_no_other_command_loses_its_own(
    owner: type[DOMNode], one: Binding
) -> None:
    bindings = owner._merged_bindings
    assert bindings is not None
    before, after = bindings.copy(), bindings.copy()
    after.apply_keymap({str(one.id): FREE})
    assert {each.id for each in after.key_to_bindings[FREE]} == {one.id}
    of_others = {(key, each.id) for key, each in before if each.id != one.id}
    assert {(key, each.id) for key, each in after if key != FREE} == of_others


def test_forms_dialogs_lists_and_the_start_are_listed_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keys", "--lang", "sv"]) == 0
    listed = {line.split()[0] for line in capsys.readouterr().out.splitlines()}
    assert {"form.done", "form.next", "ask.yes", "ask.no", "read.close", "mark.sad", "pick.take"} <= listed
    assert {"start.chair", "review.write", "board.leave", "quit", "phase.next", "pad.find"} <= listed
    assert listed == {one.id for _owner, one in declared_bindings()}


def test_a_pick_has_its_own_keys() -> None:
    assert {one.id for owner, one in KNOWN if owner.__module__ == KeyboardSelect.__module__} == {
        "pick.take",
        "pick.close",
    }
