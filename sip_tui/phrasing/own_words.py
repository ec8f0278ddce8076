"""What somebody has said stands between quotation marks: under "Det här behöver du" it reads “Jag vill …”."""

from __future__ import annotations

import re

from sip_tui.i18n.translation import _

_MARKS = ('"', "“", "”", "»", "«")
_FIRST_PERSON = re.compile(
    r"\b(?:jag|mig|mej|(?<!\d )(?<!\d)min(?!\.)|mitt|mina)\b"
    r"|\b(?-i:I)(?:['’]| (?:am|can|do|feel|have|like|need|want|would)\b)",
    re.IGNORECASE,
)


def quoted(text: str) -> str:
    """Put a text between quotation marks unless it has its own."""
    bare = text.strip()
    return bare if not bare or bare.startswith(_MARKS) else _("“{text}”").format(text=bare)


def in_own_words(text: str) -> str:
    """Put a text in which the person speaks between quotation marks: “Jag vill …”; any other is left as it is."""
    return quoted(text) if _FIRST_PERSON.search(text) else text
