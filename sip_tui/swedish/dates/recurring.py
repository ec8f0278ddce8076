"""Phrases of time that are kept in the words they were written in, for they name no day.

What is repeated and what waits for a need is a good answer to "when". What is only vague is not, see ``when_vague``.
"""

from __future__ import annotations

import re

from sip_tui.swedish.dates.vocabulary import NUMBERS

_WORD_END = r"(?![^\W\d_])"
_NUMBER_WORDS = "|".join(sorted(NUMBERS, key=len, reverse=True))
_NUMBER = rf"(?:[0-9]++(?:[.,][0-9]++)?+|(?:ett par|några|flera|{_NUMBER_WORDS}){_WORD_END})"
_WEEKDAY = r"(?:mån|tis|ons|tors|fre|lör|sön)(?:dag)?"
_UNIT = (
    r"(?:skol|var|arbets|sön|lör|fre|tors|ons|tis|mån)?dag(?:en)?|morgon(?:en)?|förmiddag(?:en)?|eftermiddag(?:en)?"
    r"|kväll(?:en)?|natt(?:en)?|vecka(?:n)?|helg(?:en)?|månad(?:en)?|kvartal(?:et)?|termin(?:en)?|halvår(?:et)?|år(?:et)?"
    r"|v|mån"
)
_COUNTED = (
    r"(?:gång(?:er)?|ggr|g(?=/)|x|×|\*|minuter|min|timm(?:e|ar)|tim|h|dag(?:ar)?|kväll(?:ar)?|pass|lektion(?:er)?"
    rf"|samtal|träff(?:ar)?|besök|à|á|om(?! (?:{_UNIT})$)|-|till)"
)
_PER = rf"(?:i|per|om|varje|varannan|/) ?(?:{_UNIT})"
_MANY_DAYS = (
    r"(?:mån|tis|ons|tors|fre|lör|sön|var|skol|arbets)dagar(?:na)?|helger(?:na)?|morgnar(?:na)?"
    r"|(?:vardags)?kvällar(?:na)?|eftermiddagar(?:na)?|förmiddagar(?:na)?"
)
_DAY_PARTS = r"(?:morgon|förmiddag|eftermiddag|kväll)"
_AND = r"(?:,? och | o |, | eller |/| & )"
_TAIL = (
    r"(?:,? (?:(?:på|i|kl|klockan|före|efter|innan|till|fram till|från|under|jämna|udda|ojämna|v|vecka|hela"
    r"|från och med)(?![^\W\d_])|t\.? ?o\.? ?m\.?|fr\.? ?o\.? ?m\.?|med (?:start|början)) ?[^,;]{1,40})?"
)
_ABOUT = r"(?:minst |max |maximalt |högst |ca\.? |cirka |ungefär |upp till )?"

_REPEATED = re.compile(
    r"(?:varje|var|varannan|vartannat|var (?:tredje|fjärde|femte|sjätte|åttonde|fjortonde|[0-9]{1,2}(?::?e)?))"
    rf" (?:{_UNIT})(?:{_AND}(?:varje )?(?:{_UNIT}))*{_TAIL}"
    rf"|{_ABOUT}(?:{_NUMBER} ?(?:{_COUNTED} ?)++)++{_PER}{_TAIL}"
    rf"|(?:på |om |alla )?(?:{_WEEKDAY}{_AND})*(?:{_MANY_DAYS})(?:{_AND}(?:{_MANY_DAYS}))*{_TAIL}"
    rf"|(?:på |senast )?(?:den [0-9]{{1,2}}(?::?[ea])?|(?:den )?(?:första|andra|tredje|fjärde|sista) {_WEEKDAY}en)"
    r" (?:i )?varje månad"
    rf"|{_DAY_PARTS}(?:{_AND}{_DAY_PARTS})+|(?:på |i )?(?:jämna|udda|ojämna) veckor"
    r"|(?:dag|vecko|månad|kvartal|termin)s?(?:ligen|vis)|dagligen|årligen|löpande|fortlöpande|kontinuerligt"
    r"|regelbundet|hela tiden|tills vidare"
)
_OPEN = re.compile(
    r"vid behov|v\.? ?b|efter behov|(?:när|om) det behövs|under handläggning|pågår|pågående"
    r"|(?:före|innan|efter|under) (?:skoldag(?:en|arna)|skolan|arbetsdagen|arbetet|jobbet)"
    r"|(?:före|innan|efter|under) (?:lektion|rast)(?:en|erna)"
)
_MEETING = (
    r"(?:nästa|kommande) (?:möte|sip|sip[- ]möte|uppföljning|uppföljningsmöte|träff|nätverksmöte|avstämning)"
    r"|uppföljning(?:en|smötet)"
)
_NEXT_MEETING = re.compile(
    r"(?:(?P<latest>senast|före|innan) )?(?:(?:till och med|fram till|till|tills|vid|på|inför|i samband med) )?"
    rf"(?:{_MEETING})"
)


def is_repeated(text: str) -> bool:
    """True for what comes again: "varannan vecka", "2 × 40 minuter i veckan", "tisdagar", "löpande"."""
    return bool(_REPEATED.fullmatch(text.replace("(", "").replace(")", "")))


def is_open(text: str) -> bool:
    """True for what waits for something else than a day: "vid behov", "före skoldagen"."""
    return bool(_OPEN.fullmatch(text))


def next_meeting(text: str) -> bool | None:
    """Tell whether the next meeting is a deadline ("innan nästa möte") or not; None when it is not named."""
    found = _NEXT_MEETING.fullmatch(text)
    return None if found is None else bool(found["latest"])
