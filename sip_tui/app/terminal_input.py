"""What a terminal sends, sorted before Textual sees it: keys and pastes go on, reports nobody waits for are dropped.

Textual 8.2.8 hands a sequence that it does not know, or that was cut off, to the program as keys: the digits of half a
mouse report would give somebody the floor. The grammar is that of ECMA-48 (5.4 and 5.6) and of XTerm's control
sequences. Nothing here reads a clock; times are passed in, in seconds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

ESC, BELL = "\x1b", "\x07"
PASTE_START, PASTE_END = "\x1b[200~", "\x1b[201~"
REST_TIMEOUT = 1.0
"""Seconds after which the rest of a sequence, or the end of a paste, is not waited for any longer."""
MAX_SEQUENCE = 4096
"""Characters of one report; a longer one is none."""
STRINGS = "]P_^X"
"""What begins a string that ends with ST or a bell: OSC, DCS, APC, PM and SOS."""
_MOUSE = re.compile(r"\x1b\[<\d+;-?\d+;-?\d+[Mm]")
_CSI_START = re.compile(r"\x1b\[[0-?]*[ -/]*")
_REPORTS = re.compile(r"\x1b\[(?:[IO]|\d+;\d+R|\?\d+;\d\$y|48;[\d:;]+t)")
"""Reports that Textual takes: focus, the place of the cursor, modes, and a resized window."""
_KITTY = re.compile(r"\x1b\[\d+(?::\d*)*(?:;[\d:]*){0,2}u")
_RENAMED = {"\x1b[127;2u": "\x7f", "\x1b[127;5u": "\x17", "\x1b[127;6u": "\x17"}
"""Shift+Backspace is Backspace, and with Ctrl the word before the cursor goes; Textual's Input deletes the next one."""
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(127, 160)])

IsKey = Callable[[str], bool]
"""Tells whether a whole sequence stands for a key."""


class InputFilter:
    """Splits what arrives into pieces that can be handed on, and waits for the rest of a sequence."""

    def __init__(self, is_key: IsKey, escape_delay: float) -> None:
        self._is_key, self._escape_delay = is_key, escape_delay
        self._held = ""
        """The beginning of a sequence, or of a paste."""
        self._since = 0.0

    def feed(self, data: str, now: float) -> Iterator[str]:
        """Yield the text, the keys and the reports that are complete now; a paste is one piece."""
        if self._held:
            yield from self.expire(now)
        self._held += data
        self._since = now
        yield from self._pieces()

    def expire(self, now: float) -> Iterator[str]:
        """Yield what is certain because nothing has followed; drop what has been cut off."""
        if not self._held or now < self._since + self._patience:
            return
        held, self._held = self._held, ""
        if held.startswith(PASTE_START):
            yield _paste(held)
        elif len(held) <= 2 and held != "\x1b[":
            # Escape, or a key with Alt.
            yield held

    @property
    def _patience(self) -> float:
        return self._escape_delay if len(self._held) <= 2 and self._held != "\x1b[" else REST_TIMEOUT

    def _pieces(self) -> Iterator[str]:
        while self._held:
            if self._held.startswith(PASTE_START):
                text, end, rest = self._held.partition(PASTE_END)
                if not end:
                    return
                self._held = rest
                yield _paste(text)
                continue
            length = _length(self._held)
            if length == 0:
                return
            piece, self._held = self._held[:length], self._held[length:]
            if kept := self._kept(piece):
                yield kept

    def _kept(self, piece: str) -> str:
        """Return what is handed on of a complete piece; nothing of a report that nobody waits for."""
        if not piece.startswith(ESC) or len(piece) < 3:
            return piece.replace("\ufffd", "")
        if piece in _RENAMED:
            return _RENAMED[piece]
        known = _MOUSE.fullmatch(piece) or _REPORTS.fullmatch(piece) or _KITTY.fullmatch(piece) or self._is_key(piece)
        return piece if known else ""


def _length(held: str) -> int:
    """Return how long the first piece is, text or one sequence; 0 while it is not complete."""
    start = held.find(ESC)
    if start:
        return start if start > 0 else len(held)
    if len(held) < 2:
        return 0
    if held[1] == ESC:
        return 1
    if held[1] == "[":
        return _control_length(held)
    if held[1] == "O":
        return 3 if len(held) > 2 else 0
    return _string_length(held) if held[1] in STRINGS else 2


def _control_length(held: str) -> int:
    """Return the length of a control sequence; one that goes on in a way that none does ends before that."""
    if held.startswith("\x1b[M"):
        return 6 if len(held) >= 6 else 0
    if held.startswith("\x1b[["):
        return 4 if len(held) >= 4 else 0
    begun = _CSI_START.match(held)
    end = begun.end() if begun else 2
    if end == len(held):
        return 0 if end <= MAX_SEQUENCE else end
    is_mouse = held.startswith("\x1b[<")
    if held[end] in "Mm" if is_mouse else "@" <= held[end] <= "~":
        return end + 1
    return max(end, 3) if end > 2 else 2


def _string_length(held: str) -> int:
    """Return the length of a string up to its end; one that another sequence breaks off ends there."""
    bell, escape = held.find(BELL, 2), held.find(ESC, 2)
    if bell >= 0 and not 0 <= escape < bell:
        return bell + 1
    if escape < 0:
        return 0 if len(held) <= MAX_SEQUENCE else len(held)
    if escape + 1 == len(held):
        return 0
    return escape + 2 if held[escape + 1] == "\\" else escape


def _paste(held: str) -> str:
    """Return a whole paste, without the control characters that may hide in it."""
    return f"{PASTE_START}{held.removeprefix(PASTE_START).translate(_CONTROLS)}{PASTE_END}"


def unify_controls(data: str) -> str:
    """Write control characters of eight bits (ECMA-48, C1) as the escape sequences that they stand for."""
    return _C1.sub(lambda found: ESC + chr(ord(found[0]) - 0x40), data)


_C1 = re.compile("[\u0080-\u009f]")
