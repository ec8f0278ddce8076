"""Words that sound like a promise and are none: "mer stöd", "vid behov", "försöka" (seed rows 29, 31).

A hint to the secretary and never an error: sometimes a vague word is what they agreed on. What somebody wishes, and how
things are, may be said in any words: "du vill gärna" and "skolan fungerar bra" promise nothing and are left alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sip_tui.swedish.style.finding import StyleFinding, as_typed


class Lacks(StrEnum):
    """What a vague word leaves open, and what the secretary can ask for."""

    DAY = "day"
    """When it happens: "snart"."""
    OFTEN = "often"
    """How often: "regelbundet"."""
    SIGN = "sign"
    """Who notices that the time has come: "vid behov"."""
    DEED = "deed"
    """What somebody does: "se över", "hålla kontakt"."""
    SEEN = "seen"
    """How it is seen that it is done: "bättre", "mer stöd"."""


@dataclass(frozen=True, slots=True)
class VagueFinding(StyleFinding):
    """Vague words; there is no fix, for only the room knows one."""

    lacks: Lacks = Lacks.SEEN


_NEEDED = (
    r"(?:stöd|hjälp|kontakt|struktur|trygghet|avlastning|närvaro|ork|tid|samarbete|samverkan|information|aktivitet|"
    r"uppföljning|planering|fokus|insats|behandling|arbete|dialog|träning)(?:et|en|er)?"
)
_ABOUT = r"(?:att|det|detta|den|sin|sitt|sina|din|ditt|dina|frågan|\w{3,}(?:en|et|an|on|na))\b"
"""What somebody works with at a meeting; "jobbar med bilar" is somebody's job."""
_THINGS = r"(?:att|det|detta|hur|vad|om|frågan|möjlighet(?:en|er|erna)?|\w{3,}(?:en|et|erna|arna|orna))\b"
_NOT_WISHED = r"(?<!vill )(?<!vill du )(?<!vill jag )(?<!ville )(?<!berätta )(?<!tala )(?<!fråga )"
_GRAMMAR: Mapping[Lacks, tuple[str, ...]] = {
    Lacks.SIGN: (
        r"(?<!mg )(?<!ml )(?:vid|efter|utifrån) behov|(?:när|om) (?:det|så) behövs|(?:när|om) behov (?:finns|uppstår)",
        r"om (?:det är )?möjligt|i (?:den|största|möjligaste|mesta) mån(?: det går)?|i mån av (?:tid|plats|möjlighet)",
        r"så gott (?:som )?det går|om det går(?! för| att)|när det passar",
        r"när det finns (?:tid|utrymme|möjlighet)|när tid finns",
        r"eventuell(?:t|a)?|ev\.?(?= )|kanske|möjligen|möjligtvis|förhoppningsvis",
        rf"{_NOT_WISHED}(?:helst|gärna)",
    ),
    Lacks.DAY: (
        r"så (?:snart|fort|tidigt) (?:som )?(?:det är )?(?:möjligt|det går)|snarast(?: möjligt)?|omgående",
        r"inom (?:kort|en snar framtid|en överskådlig framtid)|i en snar framtid|snart|framöver|på sikt",
        r"(?<!ha det )längre fram|så småningom|någon gång",
        r"vid (?:(?:lämpligt |senare )?tillfälle|senare tidpunkt)|allt ?eftersom|efter ?hand|tills vidare",
    ),
    Lacks.OFTEN: (
        r"ibland|då och då|emellanåt|(?<!hur )(?<!så )(?<!för )ofta|oftare|tätare|regelbunde(?:n|t|na)",
        r"kontinuerlig(?:t|a)?|(?<!den )(?<!de )(?<!det )löpande(?! (?:band|text))",
        r"(?:några|ett par) gånger(?! (?:i|per|om|varje))",
    ),
    Lacks.DEED: (
        r"försök(?:a|er|te|t|as|ande)?",
        rf"(?:jobb|arbet)ar? (?:vidare|(?:med|kring|för) {_ABOUT}|på (?:att|det|detta)\b|med(?= ?[.,;:!?]| ?$))",
        rf"verka(?:r)? för|se(?:r)? över(?! (?:axeln|en\b))|titta(?:r)? (?:över|på {_THINGS})",
        r"fundera(?: på| över)?|(?:ha|hålla|håller) (?:lite |bättre )?koll(?:en)?",
        r"(?:hålla|håller|ha) (?:\w+ )?kontakt(?:en)?|följ(?:a|er) utvecklingen",
        r"stötta(?:r|s)?|främja(?:r|s)?|uppmuntra(?:r|s)?|underlätta",
        r"fortsatt(?=(?: \w+)? (?:\w*(?:stöd|hjälp|kontakt|arbete|planering|behandling)|fokus|dialog|uppföljning))",
        r"någon form av|på (?:något|lämpligt) sätt|med mera|(?<!\d )m\.? ?m\.|o\.? ?s\.? ?v\.|osv|etc\.",
    ),
    Lacks.SEEN: (
        rf"(?:mer|mera|mindre|extra|lite|bra|lämpligt|tillräckligt?|adekvat|visst?) {_NEEDED}",
        r"bättre|bäst|förbättra(?:s|r|t|d|de|nde)?",
        r"öka(?:d|de)? (?:trygghet|trivsel|välmående|delaktighet|motivation)",
        r"lämplig(?:t|a)?|tillräcklig(?:t|a)?|rimlig(?:t|a)?|adekvat(?:a)?|till viss del|i viss (?:mån|utsträckning)",
        r"må bra",
    ),
}
_VAGUE = re.compile(
    r"(?<![\w-])(?:" + "|".join(f"(?P<{lacks}>{'|'.join(parts)})" for lacks, parts in _GRAMMAR.items()) + r")(?![\w-])",
    re.IGNORECASE,
)
_SPACE = re.compile(r"\s")


def vague_in(text: str) -> tuple[VagueFinding, ...]:
    """Find what nobody can follow up, in the order of the text."""
    return as_typed(text, _in_plain)


def vague_words(text: str) -> tuple[str, ...]:
    """Give the vague words of a text as they stand, in its order, each only once and with single spaces."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    first = {one.words.casefold(): one.words for one in reversed(vague_in(plain))}
    return tuple(reversed(first.values()))


def _in_plain(text: str) -> Iterator[VagueFinding]:
    for match in _VAGUE.finditer(_SPACE.sub(" ", text)):
        start, end = match.span()
        yield VagueFinding(start, end, text[start:end], lacks=Lacks(str(match.lastgroup)))
