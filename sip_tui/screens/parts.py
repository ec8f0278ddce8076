"""What the parts of the screens of a meeting extend: for the types a screen, at run time nothing; see ``app/parts.py``.

A part has no styles either: those stand with the screens that have it, or in ``sip_tui.tcss``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sip_tui.screens.base import SipScreen

    ScreenPart = SipScreen
else:
    ScreenPart = object
