"""What to try in the demo, part by part."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content

from sip_tui.i18n.translation import N_, _
from sip_tui.widgets.key_marks import MARKED_KEYS, with_keys
from sip_tui.widgets.live_static import Prompt

TRY = {
    "": N_("Try: press {keys[phase.next]} to open the meeting. Nothing here is kept."),
    "opening": N_(
        "Try: press {keys[go.roll]} to tick who is here, with a letter for each person. The line at the bottom "
        "shows the letters. Then press {keys[phase.next]} for the next part."
    ),
    "situation": N_(
        "Try: press a number to let someone speak. Press {keys[word.raise]} for a hard word, and "
        "{keys[go.situation]} for what each of you says. Then press {keys[phase.next]}."
    ),
    "needs": N_(
        "Try: press {keys[go.actions]} and then {keys[action.quick]}, and write an action in one line: Samir rings the "
        "school by Friday. Press Enter, and then {keys[phase.next]}."
    ),
    "summary": N_(
        "Try: press {keys[go.summary]} to read out what you have decided, and ask everyone, one by one, if they "
        "see it the same way. Then press {keys[phase.next]}."
    ),
    "closing": N_(
        "Try: press {keys[go.ending]} for what to decide before you go home. Press {keys[close]} to close, and then "
        "{keys[minutes]} for the minutes."
    ),
}
"""The part of the meeting → what somebody who sees the program for the first time can try."""
AFTERWARDS = N_(
    "Try: press {keys[minutes]} for the minutes. Would you like a meeting of your own? Press {keys[quit]} to leave "
    "the demo, and you will be told how."
)
"""What comes when the meeting is closed."""


class DemoPrompt(Prompt):
    """One line in the demo; it goes on with the parts of the meeting."""

    DEFAULT_CSS = "DemoPrompt { color: $accent; }"

    def render_content(self, now: datetime) -> Content:
        """Return what to try now."""
        at = self.timing(now)
        return with_keys(_(AFTERWARDS if at.closed else TRY[at.phase]).format(keys=MARKED_KEYS))
