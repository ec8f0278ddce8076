"""Identifiers in Swedish meeting texts: find them, mask them, and look once more at the finished document.

`redact` cleans a text, `find` only reports, `mask` applies what the user chose, `public` leaves what a whole room may
read, and `residue` is the gate that a finished document must pass. Text in, findings out: nothing here reads a file, a
clock or a network.
"""

from sip_tui.privacy.engine import find, mask, public, redact
from sip_tui.privacy.independent_check import remaining_identifiers
from sip_tui.privacy.model import MASKS, Finding, KnownName, Redacted

__all__ = ["MASKS", "Finding", "KnownName", "Redacted", "find", "mask", "public", "redact", "remaining_identifiers"]
