"""Addresses of machines and positions on the map: IP, MAC, coordinates, what3words.

Sources: RFC 791 and RFC 4291 (IP), IEEE 802 (six pairs of hexadecimal digits), RFC 9562 (UUID),
ISO 6709 (degrees), SWEREF 99 (metres).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sip_tui.privacy.context import Context
from sip_tui.privacy.model import Candidate
from sip_tui.privacy.word_tables import CueFamily

_IP = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}(?![\w.]\d|\d)")
_DECIMALS = re.compile(
    r"\d{1,2}[.,]\d{3,8} ?°? ?[NSns]?(?:,| |, |(?<=\.\d{4})/)[ ]?(?:[EWew][ ]?)?"
    r"-?\d{1,3}[.,]\d{3,8}(?: ?°? ?[EWÖewö](?![^\W_]))?"
)
_ANGLE = r"\d{1,3} ?° ?\d{1,2}(?:[.,]\d+)?['′] ?(?:\d{1,2}(?:[.,]\d+)?[\"″”] ?)?"
_DEGREES = re.compile(
    rf"{_ANGLE}[NS][ ,]{{1,2}}{_ANGLE}[EWÖ]|\d{{1,2}} \d{{1,2}}\.\d{{2,4}} E ?\d{{1,3}} \d{{1,2}}\.\d{{2,4}}"
)
_MAY_BE = re.compile(r"\d{1,3}(?:\.\d|[.,]\d{3}| ?°| \d{1,2}\.\d\d)|\d{7}")
"""What an address or a position begins with."""
_NAMED = re.compile(
    r"\d{1,2}[.,]\d{3,8} ?°?(?:[,;]? {0,2}|\n)(?:lon|lng|long|longitud|y)[:=]? {0,2}-?\d{1,3}[.,]\d{3,8}", re.IGNORECASE
)
"""The second of two that a word names: "lat 59.3293 long 18.0686"."""
_GRID = re.compile(r"\d{7}[, ]{1,2}\d{6,7}(?!\d)")
_HARDWARE = re.compile(
    r"[:-][0-9A-Fa-f]{2}[:-][0-9A-Fa-f]{2}[:-]|:[0-9a-fA-F]{0,4}:[0-9a-fA-F]{1,4}:|-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-|///[a-zåäö]"
)
FEWEST_SIGNS = 3
"""Colons and hyphens in the shortest of these, but for what3words."""
_MAC = re.compile(r"(?<![\w:-])(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}(?![\w:-])")
_IP6 = re.compile(r"(?<![\w:])[0-9a-fA-F]{1,4}:(?:[0-9a-fA-F]{0,4}:){2,6}[0-9a-fA-F]{1,4}(?![\w:])")
_UUID = re.compile(r"(?<![\w-])[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?![\w-])")
_WORDS = re.compile(r"///[a-zåäö]{2,30}\.[a-zåäö]{2,30}\.[a-zåäö]{2,30}")
_VERSION = CueFamily("version", gate=False)
_POSITION = CueFamily("position_label", gate=False)
_IP_LABEL = CueFamily("net_label", gate=False)


def find_net(context: Context, start: int) -> Candidate | None:
    """An IP address or coordinates whose digits begin at ``start``."""
    text = context.text
    if not _MAY_BE.match(text, start):
        return None
    address = _IP.match(text, start)
    is_address = address and all(int(part) < 256 for part in address[0].split("."))
    if address and is_address and (context.near(_IP_LABEL, start, 4) or not context.near(_VERSION, start, 4)):
        return Candidate(start, address.end(), "net_address", "high", "Ser ut som en IP-adress.")
    place = _DECIMALS.match(text, start) or _DEGREES.match(text, start) or _NAMED.match(text, start)
    if place is None and context.near(_POSITION, start, 3):
        place = _GRID.match(text, start)
    if place is None:
        return None
    return Candidate(start, place.end(), "position", "high", "Ser ut som en position på kartan.")


def find_signs(text: str) -> Iterator[Candidate]:
    """Hardware addresses, IPv6, UUID and what3words: nothing in them need be a digit."""
    done = 0
    for hint in _HARDWARE.finditer(text):
        for kind, shape in (("net_address", _MAC), ("net_address", _IP6), ("url", _UUID), ("position", _WORDS)):
            found = shape.search(text, max(done, hint.start() - 40), hint.end() + 60)
            if found and found.start() <= hint.start() and found.end() > done:
                done = found.end()
                yield Candidate(*found.span(), kind, "high", "En adress på nätet eller en plats på kartan.")
