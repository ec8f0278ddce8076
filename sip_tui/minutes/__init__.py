"""A meeting out as documents: who may see what, in whose words, and nothing that must not leave.

meeting → permitted (allow) → sections (content) → masked (masking) → Markdown (markdown) → the gate (gate)
"""

from sip_tui.minutes.access import AUDIENCES
from sip_tui.minutes.redaction.document import MaskedFinding
from sip_tui.minutes.redaction.leak_check import Leak, LeakRefused
from sip_tui.minutes.redaction.policy import NEVER_KEPT
from sip_tui.minutes.render import Draft, Minutes, draft, minutes

__all__ = ["AUDIENCES", "NEVER_KEPT", "Draft", "Leak", "LeakRefused", "MaskedFinding", "Minutes", "draft", "minutes"]
