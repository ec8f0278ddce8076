"""What the user sees and does: one file a screen; what a key does here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sip_tui.screens.base import SipScreen

SCREENS = {
    "time": "TimeScreen",
    "roll_call": "RollCallScreen",
    "situation": "SituationScreen",
    "terms": "TermsScreen",
    "actions": "ActionsScreen",
    "floor": "FloorScreen",
    "ideas": "IdeasScreen",
    "notes": "NotesScreen",
    "script": "ScriptScreen",
    "summary": "SummaryScreen",
    "wrap_up": "WrapUpScreen",
    "board": "BoardScreen",
}
"""Mode, which is also the module's name → the class of its screen."""


def screen_of(mode: str) -> type[SipScreen]:
    """Give the screen of a mode; its module is loaded when somebody goes there."""
    screen: type[SipScreen] = getattr(import_module(f"sip_tui.screens.{mode}.screen"), SCREENS[mode])
    return screen
