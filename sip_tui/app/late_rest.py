"""The rest of a terminal's report that comes late, in one read or several, after its beginning was given up.

Its digits would be keys that give somebody the floor. The reports are those that XTerm's control sequences describe:
mouse, device attributes, cursor, modes, window sizes, keys of the kitty keyboard, colours and strings up to their end.
"""

from __future__ import annotations

import re

from sip_tui.patterns import pattern

ESC = "\x1b"
LATE_TIMEOUT = 5.0
"""Seconds after the last part within which the next one is taken for the rest of the report."""
_MODES = r"\d{1,5}(?:;\d{0,5}){0,15}"
_END = r"(?:\x07|\x9c|\x1b\\)"
_BEGINNING = pattern(
    "|".join(
        (
            r"\x1b\[<\d{0,4}(?:;(?:-?\d{1,5})?){0,2}",
            r"\x1b\[M.{0,2}",
            rf"\x1b\[[?>=](?:{_MODES}\$?)?",
            r"\x1b\[\d{1,7}(?:[;:]\d{0,7}){0,8}",
            r"\x1b\]\d{0,4}(?:;\d{0,3}){0,2};?(?:r|rg|rgba?|rgba?:[0-9A-Fa-f/]{0,24})?\x1b?",
            r"\x1bP(?:>(?:\|[\w.() +-]{0,60})?|[01](?:\$(?:r[\d;\" mqr]{0,40})?|\+(?:r[0-9A-Fa-f=;]{0,80})?)?)?\x1b?",
        )
    ),
    re.DOTALL,
)
"""What a report can be so far."""
_WHOLE = pattern(
    "|".join(
        (
            r"\x1b\[<\d+;-?\d+;-?\d+[Mm]",
            r"\x1b\[M.{3}",
            rf"\x1b\[\?(?:{_MODES}(?:[cu]|\$y)|997;\dn)|\x1b\[[>=]{_MODES}c",
            r"\x1b\[\d+;\d+[RA-HPQS]|\x1b\[[\d;:]+[u~]|\x1b\[\d+(?:;\d+){2,}t|\x1b\[[03]n",
            rf"\x1b\]\d+;[^\x07\x1b\x9c]*{_END}",
            rf"\x1b[P_^X][^\x07\x1b\x9c]*{_END}",
        )
    ),
    re.DOTALL,
)
_CERTAIN = pattern(r"\x1b(?:\[[<?>=]|\]\d+;rgb|P(?:>\||[01][$+]r))")
"""What no keys are, even after Escape or a key with Alt."""


class LateRest:
    """Takes away what is the rest of a report, and gives back what turns out not to be one."""

    def __init__(self) -> None:
        self._begun = ""
        self._taken = ""
        """What was taken of it since it was given up: keys, if what follows is of no report."""
        self._since = 0.0

    def give_up(self, begun: str, since: float) -> None:
        """Remember the beginning of a sequence, whose last part came at ``since``, in seconds."""
        self._begun, self._taken, self._since = begun, "", since

    def taken_from(self, data: str, now: float) -> str:
        """Return what has come without what belongs to a report that was given up."""
        begun, taken = self._begun, self._taken
        self._begun = self._taken = ""
        if not begun or now >= self._since + LATE_TIMEOUT:
            return data
        if (len(data) > 1 or len(begun) > 2) and (whole := _WHOLE.match(begun + data)):
            return data[whole.end() - len(begun) :]
        if _goes_on(begun, data):
            self._begun, self._taken, self._since = begun + data, taken + data, now
            return ""
        return data if data.startswith(ESC) else taken + data


def _goes_on(begun: str, data: str) -> bool:
    """Tell whether both together are the beginning of a report; after Escape or Alt most of what follows is typed."""
    if not _BEGINNING.fullmatch(begun + data):
        return False
    sure = len(begun) > 2 or (begun == f"{ESC}[" and len(data) > 1)
    return sure or bool(_CERTAIN.match(begun + data))
