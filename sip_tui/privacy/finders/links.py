"""Links that carry somebody's identifier in a parameter or a path.

Source: RFC 3986 (query, path); public pages keep theirs, so only names of people's registers count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sip_tui.privacy.context import Context, CueFamily
from sip_tui.privacy.model import Candidate

LINK = CueFamily("http https www file ftp")
_LINK = re.compile(r"(?:[a-z][a-z+.-]{1,10}://|www\.)[^\s<>\"|]{4,500}", re.IGNORECASE)
_PARAMETER = re.compile(
    r"(?:^|[/?&;#=_.-])(?:person(?:er|id|nr|nummer)?|pnr|pid|ssn|patient(?:er|id|nr|en)?|klient(?:er|id|nr)?|client(?:id)?"
    r"|brukare?(?:id|nr)?|elev(?:er|id)?|barn(?:id)?|kund(?:id|nr)?|user(?:id)?|medlem(?:id)?|arende(?:n|id|nr)?|ärende(?:n|id|nr)?"
    r"|akt(?:er|id|nr)?|dnr|diarienr|journal(?:er|id|nr)?|case(?:id)?|lma|citizen(?:id)?|invanare|medborgare|mal|remiss(?:id)?"
    r"|utredning(?:ar)?|member(?:id)?|deltagare|p|q|nr|id)[=/:-]{1,2}([\w%.:-]{3,80})",
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    r"patient|klient|client|brukar|journal|person|arende|ärende|elev|/akt|intra|portal|treserva|lifecare|cosmic",
    re.I,
)


def find_links(context: Context) -> Iterator[Candidate]:
    """Each identifying value in a link; the rest of the link stays."""
    for link in _LINK.finditer(context.text):
        for value in _PARAMETER.finditer(link[0]):
            if _identifies(link[0], value):
                start = link.start() + value.start(1)
                end = start + len(value[1].rstrip(".:-"))
                yield Candidate(start, end, "url", "high", "Länken bär ett nummer som pekar ut någon.")


def _identifies(link: str, value: re.Match[str]) -> bool:
    if sum(char.isdigit() for char in value[1]) < 3:
        return False
    generic = value[0].lower().lstrip("/?&;#=_.-").startswith(("id", "p=", "p/", "q=", "nr"))
    return not generic or bool(_PRIVATE.search(link))
