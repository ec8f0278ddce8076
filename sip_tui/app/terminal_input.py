"""What a terminal sends, sorted before Textual sees it: keys and pastes go on, reports nobody waits for are dropped.

Textual 8.2.8 hands a sequence that it does not know, or that was cut off, to the program as keys: the digits of half a
mouse report would give somebody the floor. The grammar is that of ECMA-48 (5.4 and 5.6) and of XTerm's control
sequences. Nothing here reads a clock; times are passed in, in seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from sip_tui.app.late_rest import ESC, LateRest
from sip_tui.patterns import pattern

BELL, STRING_END = "\x07", "\x9c"
PASTE_START, PASTE_END = "\x1b[200~", "\x1b[201~"
_PASTE_STARTS = (PASTE_START, "\x9b200~")
REST_TIMEOUT = 1.0
"""Seconds after which the rest of a sequence, or the end of a paste, is not waited for any longer."""
MAX_CODE, SURROGATES, MAX_MODIFIERS = 0x10FFFF, range(0xD800, 0xE000), 256
"""What a key of the kitty keyboard can be."""
MAX_SEQUENCE = 4096
"""Characters of one report; a longer one is none."""
STRINGS = "]P_^X"
"""What begins a string that ends with ST or a bell: OSC, DCS, APC, PM and SOS."""
_MOUSE = pattern(r"\x1b\[<\d+;-?\d+;-?\d+[Mm]")
_PARAMETERS = pattern(r"[0-?]*[ -/]*")
_OF_LENGTH = {"M": 4, "[": 2}
"""Control sequences of a fixed length: XTerm's first mouse reports, and the function keys of Linux's console."""
_STRING_STOPS = pattern(f"[{BELL}{STRING_END}{ESC}]")
_REPORTS = pattern(r"\x1b\[(?:[IO]|\d+;\d+R|\?\d+;\d\$y|48;[\d:;]+t)")
"""Reports that Textual takes: focus, the place of the cursor, modes, and a resized window."""
_EXTENDED = pattern(r"\x1b\[(\d{0,7})(?::[\d:]*)?(?:;(\d{0,3})(?::(\d*))?(?:;([\d:]*))?)?([u~ABCDEFHPQS])")
"""A key of the kitty keyboard: code, modifiers, what happened to it, its text, and how it ends."""
_RELEASED = "3"
_RENAMED = {"\x1b[127;2u": "\x7f", "\x1b[127;5u": "\x17", "\x1b[127;6u": "\x17"}
"""Shift+Backspace is Backspace, and with Ctrl the word before the cursor goes; Textual's Input deletes the next one."""
_C1 = range(0x80, 0xA0)
_BEGINS = pattern("[\x1b\x80-\x9f]")

IsKey = Callable[[str], bool]
"""Tells whether a whole sequence stands for a key."""


class InputFilter:
    """Splits what arrives into pieces that can be handed on, and waits for the rest of a sequence."""

    def __init__(self, is_key: IsKey, escape_delay: float) -> None:
        self._is_key, self._escape_delay = is_key, escape_delay
        self._held = ""
        """The beginning of a sequence, or of a paste."""
        self._since = 0.0
        self._late = LateRest()

    def feed(self, data: str, now: float) -> Iterator[str]:
        """Yield the text, the keys and the reports that are complete now; a paste is one piece."""
        if self._held:
            yield from self.expire(now)
        self._held += self._late.taken_from(data, now)
        self._since = now
        yield from self._pieces()

    def expire(self, now: float) -> Iterator[str]:
        """Yield what is certain because nothing has followed; drop what has been cut off."""
        if not self._held or now < self._since + self._patience:
            return
        held, self._held = self._held, ""
        if held.startswith(PASTE_START):
            yield _paste(held)
            return
        self._late.give_up(held, self._since)
        if len(held) <= 2 and held != "\x1b[":
            # Escape, or a key with Alt.
            yield held

    @property
    def _patience(self) -> float:
        return self._escape_delay if len(self._held) <= 2 and self._held != "\x1b[" else REST_TIMEOUT

    def _pieces(self) -> Iterator[str]:
        """Yield what is complete, without copying what is left for each piece."""
        held, at = self._held, 0
        try:
            while at < len(held) and (end := _end(held, at)) > at:
                piece, at = held[at:end], end
                if piece.startswith(_PASTE_STARTS):
                    yield _paste(piece)
                elif kept := self._kept(_in_seven_bits(piece)):
                    yield kept
        finally:
            self._held = _in_seven_bits(held[at:])

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


def _in_seven_bits(sequence: str) -> str:
    """Write a control character of eight bits that begins a sequence as the escape that it stands for (ECMA-48)."""
    if sequence and ord(sequence[0]) in _C1:
        return f"{ESC}{chr(ord(sequence[0]) - 0x40)}{sequence[1:]}"
    return sequence


def _end(held: str, at: int) -> int:
    """Return where the piece at ``at`` ends, text, a paste or one sequence; ``at`` while it is not complete."""
    begun = _BEGINS.search(held, at)
    start = begun.start() if begun else len(held)
    if start > at:
        return start
    if held.startswith(_PASTE_STARTS, at):
        end = held.find(PASTE_END, at)
        return end + len(PASTE_END) if end >= 0 else at
    kind = _in_seven_bits(held[at : at + 2])[1:2]
    body = at + (2 if held[at] == ESC else 1)
    if kind in ("", ESC):
        return at + len(kind)
    if kind == "[":
        return _control_end(held, at, body)
    if kind == "O":
        return body + 1 if len(held) > body else at
    return _string_end(held, at, body) if kind in STRINGS else body


def _control_end(held: str, at: int, body: int) -> int:
    """Return the end of a control sequence; one that goes on in a way that none does ends before that."""
    for start, length in _OF_LENGTH.items():
        if held.startswith(start, body):
            return body + length if len(held) >= body + length else at
    begun = _PARAMETERS.match(held, body)
    end = begun.end() if begun else body
    if end == len(held):
        return at if end - at <= MAX_SEQUENCE else end
    is_mouse = held.startswith("<", body)
    return end + 1 if (held[end] in "Mm" if is_mouse else "@" <= held[end] <= "~") else end


def _string_end(held: str, at: int, body: int) -> int:
    """Return the end of a string; one that another sequence breaks off ends there."""
    found = _STRING_STOPS.search(held, body)
    if found is None:
        return at if len(held) - at <= MAX_SEQUENCE else len(held)
    if found[0] != ESC:
        return found.end()
    if found.end() == len(held):
        return at
    return found.end() + 1 if held[found.end()] == "\\" else found.start()


def _paste(held: str) -> str:
    """Return a whole paste, without the control characters that may hide in it."""
    text = _in_seven_bits(held).removeprefix(PASTE_START).removesuffix(PASTE_END)
    return f"{PASTE_START}{text.translate(_controls())}{PASTE_END}"


@cache
def _controls() -> Mapping[int, str | None]:
    """What control characters in a paste become: those of Windows' code page were signs there; 0x85 is a new line."""
    gone: dict[int, str | None] = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127])
    return gone | {code: bytes([code]).decode("cp1252", "ignore") for code in _C1} | {0x85: "\n"}
