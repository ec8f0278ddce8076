"""Every command has its own name in the config file, and gets the key that the user wants for it."""

from __future__ import annotations

import pytest
from textual.dom import DOMNode

from sip_tui.cli import main
from sip_tui.cli.keys import declared_bindings
from sip_tui.screens.forms.select_field import KeyboardSelect

KNOWN = [(owner, binding) for owner, binding in declared_bindings() if issubclass(owner, DOMNode)]
FREE = "f24"
"""A key that no command has."""


def test_remapped_key_leaves_other_commands_alone() -> None:
    for owner, binding in KNOWN:
        bindings = owner._merged_bindings
        assert bindings is not None
        before, after = bindings.copy(), bindings.copy()
        after.apply_keymap({str(binding.id): FREE})
        assert {each.id for each in after.key_to_bindings[FREE]} == {binding.id}, owner
        of_others = {(key, each.id) for key, each in before if each.id != binding.id}
        assert {(key, each.id) for key, each in after if key != FREE} == of_others, (owner, binding.id)


def test_forms_dialogs_lists_and_the_start_are_listed_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keys", "--lang", "sv"]) == 0
    listed = {line.split()[0] for line in capsys.readouterr().out.splitlines()}
    assert {"form.done", "form.next", "ask.yes", "ask.no", "read.close", "mark.sad", "pick.take"} <= listed
    assert {"start.chair", "review.write", "board.leave", "quit", "phase.next", "pad.find"} <= listed
    assert listed == {binding.id for _owner, binding in declared_bindings()}


def test_a_pick_has_its_own_keys() -> None:
    assert {binding.id for owner, binding in KNOWN if owner.__module__ == KeyboardSelect.__module__} == {
        "pick.open",
        "pick.take",
        "pick.close",
        "form.next",
    }
