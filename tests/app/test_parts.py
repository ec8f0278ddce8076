"""What the app and its screens are made up of costs the start nothing."""

from __future__ import annotations

import pytest
from textual.app import App
from textual.dom import DOMNode
from textual.screen import Screen

from sip_tui.app.app import SipApp
from sip_tui.app.start_app import StartApp
from sip_tui.screens.board.screen import BoardScreen
from sip_tui.screens.time.screen import TimeScreen


@pytest.mark.parametrize("kind", [SipApp, StartApp, TimeScreen, BoardScreen])
def test_a_part_is_no_class_of_textuals(kind: type[App[int] | Screen[None]]) -> None:
    """Textual looks through all of an app for each of its own classes, and seeks these only there."""
    parts = [part for part in kind.__mro__ if part.__module__.startswith("sip_tui") and not issubclass(part, DOMNode)]
    assert parts
    for part in parts:
        assert not {"BINDINGS", "DEFAULT_CSS", "COMPONENT_CLASSES"} & vars(part).keys(), part
        assert not [name for name, found in vars(part).items() if hasattr(found, "_textual_on")], part
    mixins = [part for part in kind.__mro__ if part.__name__.endswith("Mixin")]
    assert [part for part in mixins if issubclass(part, DOMNode)] == []
