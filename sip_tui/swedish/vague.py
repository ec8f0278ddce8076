"""Words that sound like a promise and are none: "mer stöd", "vid behov", "försöka" (seed rows 29, 31).

A hint to the secretary and never an error: sometimes a vague word is what they agreed on.
"""

from __future__ import annotations

import re
import unicodedata

_NEEDED = (
    r"(?:stöd|hjälp|kontakt|struktur|trygghet|avlastning|närvaro|ork|tid|samarbete|samverkan|information|aktivitet)"
)
_GRAMMAR = (
    rf"(?:mer|mera|mindre|extra|lite|bra|lämpligt|tillräckligt?|adekvat|visst?) {_NEEDED}(?:et|en|er)?",
    r"(?:vid|efter|utifrån) behov|(?:när|om) det behövs|om (?:det är )?möjligt|i (?:möjligaste|mesta) mån",
    r"så (?:snart|fort|tidigt) (?:som )?(?:det är )?(?:möjligt|det går)|så gott (?:som )?det går",
    r"snarast(?: möjligt)?|inom (?:kort|en snar framtid)|snart|framöver|på sikt|längre fram|så småningom|någon gång",
    r"försök(?:a|er|te|t|as|ande)?|eventuell(?:t|a)?|ev\.?(?= )|kanske|möjligen|möjligtvis|förhoppningsvis|helst|gärna",
    r"bättre|bäst|förbättra(?:s|r|t|d|de|nde|nd?)?|förbättring(?:en|ar|arna)?",
    r"öka(?:d|de)? (?:trygghet|trivsel|välmående)",
    r"ibland|ofta|oftare|tätare|regelbunde(?:n|t|na)|kontinuerlig(?:t|a)?",
    r"(?:jobba|jobbar|arbeta|arbetar) (?:med|på|för|vidare)|verka(?:r)? för|se(?:r)? över|titta(?:r)? (?:på|över)",
    r"fundera(?:r)?(?: på| över)?|hålla koll|håller koll|ha koll|stötta(?:r|s)?|främja(?:r|s)?|uppmuntra(?:r|s)?",
    r"lämplig(?:t|a)?|tillräcklig(?:t|a)?|rimlig(?:t|a)?|adekvat(?:a)?|någon form av",
    r"med mera|m\.? ?m\.|o\.? ?s\.? ?v\.|etc\.",
    r"må(?:r)? (?:bra|bättre)|fungera(?:r)? (?:bra|bättre)",
)
_VAGUE = re.compile(r"(?<![\w-])(?:" + "|".join(_GRAMMAR) + r")(?![\w-])", re.IGNORECASE)


def vague_words(text: str) -> tuple[str, ...]:
    """Find what nobody can follow up, as it stands in the text, in its order and each only once."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    found = {match[0].casefold(): match[0] for match in reversed(list(_VAGUE.finditer(plain)))}
    return tuple(reversed(found.values()))
