"""What a terminal sends, sorted before Textual sees it: keys and pastes go on, reports nobody waits for are dropped.

Textual 8.2.8 hands a sequence that it does not know, or that was cut off, to the program as keys: the digits of half a
mouse report would give somebody the floor. The grammar is that of ECMA-48 (5.4 and 5.6) and of XTerm's control
sequences. Nothing here reads a clock; times are passed in, in seconds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

ESC, BELL, STRING_END = "\x1b", "\x07", "\x9c"
PASTE_START, PASTE_END = "\x1b[200~", "\x1b[201~"
REST_TIMEOUT = 1.0
"""Seconds after which the rest of a sequence, or the end of a paste, is not waited for any longer."""
MAX_CODE, SURROGATES, MAX_MODIFIERS = 0x10FFFF, range(0xD800, 0xE000), 256
"""What a key of the kitty keyboard can be."""
MAX_SEQUENCE = 4096
"""Characters of one report; a longer one is none."""
STRINGS = "]P_^X"
"""What begins a string that ends with ST or a bell: OSC, DCS, APC, PM and SOS."""
_MOUSE = re.compile(r"\x1b\[<\d+;-?\d+;-?\d+[Mm]")
_CSI_START = re.compile(r"\x1b\[[0-?]*[ -/]*")
_REPORTS = re.compile(r"\x1b\[(?:[IO]|\d+;\d+R|\?\d+;\d\$y|48;[\d:;]+t)")
"""Reports that Textual takes: focus, the place of the cursor, modes, and a resized window."""
_EXTENDED = re.compile(r"\x1b\[(\d{0,7})(?::[\d:]*)?(?:;(\d{0,3})(?::(\d*))?(?:;([\d:]*))?)?([u~ABCDEFHPQS])")
"""A key of the kitty keyboard: code, modifiers, what happened to it, its text, and how it ends."""
_RELEASED = "3"
_RENAMED = {"\x1b[127;2u": "\x7f", "\x1b[127;5u": "\x17", "\x1b[127;6u": "\x17"}
"""Shift+Backspace is Backspace, and with Ctrl the word before the cursor goes; Textual's Input deletes the next one."""
_C1 = range(0x80, 0xA0)
_BEGINS = re.compile("[\x1b\x80-\x9f]")
_CONTROLS: dict[int, str | None] = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127])
_CONTROLS |= {code: bytes([code]).decode("cp1252", "ignore") for code in _C1} | {0x85: "\n"}
"""What control characters in a paste become: those of Windows' code page were signs there; 0x85 is a new line."""

IsKey = Callable[[str], bool]
"""Tells whether a whole sequence stands for a key."""


class InputFilter:
    """Splits what arrives into pieces that can be handed on, and waits for the rest of a sequence."""

    def __init__(self, is_key: IsKey, escape_delay: float) -> None:
        self._is_key, self._escape_delay = is_key, escape_delay
        self._held = ""
        """The beginning of a sequence, or of a paste."""
        self._since = 0.0
        self._cut = ""
        """The beginning of a sequence that was given up; its rest may come late."""

    def feed(self, data: str, now: float) -> Iterator[str]:
        """Yield the text, the keys and the reports that are complete now; a paste is one piece."""
        if self._held:
            yield from self.expire(now)
        self._held += self._without_late_rest(data)
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
        else:
            self._cut = held

    def _without_late_rest(self, data: str) -> str:
        """Return what has come without the rest of a mouse report that was given up."""
        cut, self._cut = self._cut, ""
        late = _MOUSE.match(cut + data) if cut and len(data) > 1 else None
        return data[late.end() - len(cut) :] if late else data

    @property
    def _patience(self) -> float:
        return self._escape_delay if len(self._held) <= 2 and self._held != "\x1b[" else REST_TIMEOUT

    def _pieces(self) -> Iterator[str]:
        while self._held:
            if ord(self._held[0]) in _C1:
                # A control character of eight bits is the escape sequence that it stands for (ECMA-48).
                self._held = f"{ESC}{chr(ord(self._held[0]) - 0x40)}{self._held[1:]}"
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
        if ":" in piece or piece.endswith("u"):
            piece = _plain_key(piece)
        if piece in _RENAMED:
            return _RENAMED[piece]
        known = _MOUSE.fullmatch(piece) or _REPORTS.fullmatch(piece) or (piece and self._is_key(piece))
        return piece if known else ""


def _plain_key(piece: str) -> str:
    """Return a key of the kitty keyboard as Textual reads it; nothing for one that was let go, or that there is not."""
    if _REPORTS.fullmatch(piece):
        return piece
    found = _EXTENDED.fullmatch(piece)
    if found is None or found[3] == _RELEASED:
        return ""
    code, modifiers = int(found[1] or 1), int(found[2] or 1)
    text = ":".join(part for part in (found[4] or "").split(":") if part and _is_character(int(part[:9])))
    if not _is_character(code) or not 0 < modifiers <= MAX_MODIFIERS:
        return ""
    if text or modifiers > 1:
        return f"{ESC}[{code};{modifiers if modifiers > 1 else ''}{f';{text}' if text else ''}{found[5]}"
    return f"{ESC}[{found[5] if found[5].isupper() else f'{code}{found[5]}'}"


def _is_character(code: int) -> bool:
    return code <= MAX_CODE and code not in SURROGATES


def _length(held: str) -> int:
    """Return how long the first piece is, text or one sequence; 0 while it is not complete."""
    begun = _BEGINS.search(held)
    start = begun.start() if begun else len(held)
    if start:
        return start
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
    escape = held.find(ESC, 2)
    bell = min((place for end in (BELL, STRING_END) if (place := held.find(end, 2)) >= 0), default=-1)
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
