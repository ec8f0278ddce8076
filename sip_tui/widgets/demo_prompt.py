"""What to try in the demo, part by part."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.widgets.live_static import Prompt

TRY = {
    "": N_("Try: press {keys[phase.next]} to open the meeting. Nothing here is kept."),
    "opening": N_(
        "Try: {keys[go.roll]} for the roll call. The line at the bottom shows the keys. Then {keys[phase.next]}."
    ),
    "situation": N_("Try: press a digit to let somebody speak, and {keys[word.raise]} for a hard word."),
    "needs": N_("Try: {keys[go.actions]} and a new action in one line: Samir rings the school by Friday."),
    "summary": N_(
        "Try: {keys[go.summary]} to read out what you have decided. Ask everybody if they see it the same way."
    ),
    "closing": N_(
        "Try: {keys[close]} to close, then {keys[minutes]} for the minutes. Leave the demo with {keys[quit]}."
    ),
}
"""The part of the meeting → what somebody who sees the program for the first time can try."""
AFTERWARDS = N_(
    "Try: {keys[minutes]} for the minutes. For a meeting of your own: leave with {keys[quit]}, and it says how."
)
"""What comes when the meeting is closed."""


class DemoPrompt(Prompt):
    """One line in the demo; it goes on with the parts of the meeting."""

    DEFAULT_CSS = "DemoPrompt { color: $accent; }"

    def render_content(self, now: datetime) -> Content:
        """Return what to try now."""
        at = self.timing(now)
        return Content(_(AFTERWARDS if at.closed else TRY[at.phase]).format(keys=KEYS))
