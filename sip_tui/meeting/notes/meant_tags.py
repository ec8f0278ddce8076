"""The tag that a line seems to be meant for and has not: "#åtg …", "#nästa möte 14/1", "samordnare: Liv"."""

from __future__ import annotations

import re

from sip_tui.meeting.notes.pads import TAGS, Tag, near_tag, parse_tagged

_UNTAGGED = {
    "meeting": re.compile(
        r"(?:nytt (?:sip-?)?möte|nästa (?:möte|sip|träff|ggn|gång)|(?:vi )?ses igen"
        r"|uppf(?:öljning(?:smöte)?|\.)?|next meeting|ny tid(?=:? (?:\d|må|ti|on|to|fre)))\b[^?]*\d[^?]*",
        re.IGNORECASE,
    ),
    "coordinator": re.compile(r"(?:samordnare|huvudansvarig|coordinator)\s*(?::|blir|är)\s*\S[^?]*", re.IGNORECASE),
}
"""Tag → a whole line without one that says what the tag is for."""


def tag_meant(line: str) -> Tag | None:
    """Return the tag that a line nearly begins with, or that is for what it says; None for any other line."""
    whole = line.strip()
    if parse_tagged(whole):
        return None
    bare = whole.lstrip("-*+ ").removeprefix("#")
    untagged = (tag for tag in TAGS if tag.key in _UNTAGGED and _UNTAGGED[tag.key].fullmatch(bare))
    return near_tag(whole) or next(untagged, None)
