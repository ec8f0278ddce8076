"""The screens: one module or folder for each mode of the app."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sip_tui.screens.base import SipScreen

SCREENS = {
    "time": "time.screen:TimeScreen",
    "roll_call": "roll_call.screen:RollCallScreen",
    "prepare": "prepare.screen:PrepareScreen",
    "situation": "situation:SituationScreen",
    "terms": "terms:TermsScreen",
    "actions": "actions.screen:ActionsScreen",
    "floor": "floor.screen:FloorScreen",
    "ideas": "ideas.screen:IdeasScreen",
    "notes": "notes.screen:NotesScreen",
    "script": "script.screen:ScriptScreen",
    "summary": "summary:SummaryScreen",
    "wrap_up": "wrap_up.screen:WrapUpScreen",
    "after": "after.screen:AfterScreen",
    "history": "after.history:HistoryScreen",
    "board": "board.screen:BoardScreen",
}
"""Mode → the module of its screen here, and the class."""


def screen_of(mode: str) -> type[SipScreen]:
    """Return the screen of a mode; its module is loaded at the first visit."""
    module, name = SCREENS[mode].split(":")
    screen: type[SipScreen] = getattr(import_module(f"sip_tui.screens.{module}"), name)
    return screen
