"""E-mail addresses, also the ways people write them to fool a robot.

Source: RFC 5321 (local part up to 64 octets) and RFC 6531 (letters beyond ASCII). Anchored at the @ sign, so that a
long line without one costs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sip_tui.privacy.context import Context, CueFamily
from sip_tui.privacy.model import Candidate

AT = CueFamily("at snabel snabela")
_AT = re.compile(r"\s{0,2}(?:@|[(\[{] ?(?:at|snabel-?a) ?[)\]}]|\bsnabel-?a\b|\bat\b)\s{0,2}", re.IGNORECASE)
_DOT = r"(?:\s?\.\n?|\s?[(\[{](?:dot|punkt|\.)[)\]}]\s?|\s(?:dot|punkt)\s)"
_ATOM = r"[\w+%'!#$&=^{}-]"
_LOCAL = re.compile(rf"(?<!{_ATOM}){_ATOM}+(?:\.{_ATOM}+)*\.?$")
_DOMAIN = re.compile(rf"[^\W_][\w-]{{0,62}}(?:{_DOT}[^\W_][\w-]{{0,62}}){{1,6}}", re.IGNORECASE)

_HOST = re.compile(r"[^\W_][\w-]{2,62}")


def find_mail(context: Context) -> Iterator[Candidate]:
    """Every address in the view."""
    text = context.text
    for sign in _AT.finditer(text):
        local = _LOCAL.search(text[max(0, sign.start() - 64) : sign.start()])
        domain = _DOMAIN.match(text, sign.end()) or (_HOST.match(text, sign.end()) if sign[0] == "@" else None)
        if local and domain:
            yield Candidate(
                sign.start() - len(local[0]), domain.end(), "email", "high", "Har formen av en e-postadress."
            )
