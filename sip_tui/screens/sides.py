"""Beside the plan: ideas for and against, the parking lot, what is not agreed on, and the chair's own marks.

(F16, F18, F33, F35.)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from sip_tui.language import N_, _, ngettext
from sip_tui.meeting.change import Edit
from sip_tui.meeting.floor import heard  # noqa: F401
from sip_tui.meeting.model import Disagreement, Idea, Meeting, Parked, Reaction, Row
from sip_tui.meeting.plan import remove
from sip_tui.meeting.sides import became, promote, reactions, settle, unsettled
