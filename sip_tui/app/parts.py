"""What the parts of the app extend: for the types an app, and at run time nothing.

Textual looks through all that an app has each time a class of one is made; eight parts took a hundredth of the start.
A part has neither bindings nor reactives nor handlers with ``@on``, which Textual finds in its own classes only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App

    from sip_tui.screens.base import MeetingApp

    AppPart = App[Any]
    MeetingAppPart = MeetingApp
else:
    AppPart = MeetingAppPart = object
