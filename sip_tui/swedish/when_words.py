"""Phrases of time that are kept in the words they were written in, for they name no day.

What is repeated and what waits for a need is a good answer to "when". What is only vague is not, and is asked about.
"""

from __future__ import annotations

import re

from sip_tui.swedish.time_words import NUMBERS

_NUMBER = r"(?:[0-9]++(?:[.,][0-9]++)?+|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r")(?![^\W\d_])"
_COUNTED = (
    r"(?:gång(?:er)?|ggr|x|×|\*|minuter|min|timm(?:e|ar)|tim|h|dag(?:ar)?|kväll(?:ar)?|pass|lektion(?:er)?"
    r"|samtal|träff(?:ar)?|besök|à|á|om|-)"
)
_UNIT = (
    r"(?:skol|var|arbets|sön|lör|fre|tors|ons|tis|mån)?dag(?:en)?|morgon(?:en)?|förmiddag(?:en)?|eftermiddag(?:en)?"
    r"|kväll(?:en)?|natt(?:en)?|vecka(?:n)?|helg(?:en)?|månad(?:en)?|kvartal(?:et)?|termin(?:en)?|halvår(?:et)?|år(?:et)?"
)
_PER = rf"(?:i|per|om|varje|varannan|/) ?(?:{_UNIT}|v|mån)"
_DAYS = r"(?:mån|tis|ons|tors|fre|lör|sön|var|skol|arbets)dagar(?:na)?|helger(?:na)?|morgnar(?:na)?|kvällar(?:na)?"
_TAIL = r"(?:,? (?:på|i|kl|kl\.|klockan|före|efter|innan|till|fram till|från|under|med|jämna|udda) ?[^,;]{1,40})?"

_REPEATED = re.compile(
    r"(?:varje|var|varannan|vartannat|var (?:tredje|fjärde|femte|sjätte|åttonde|fjortonde|[0-9]{1,2}(?::?e)?))"
    rf" (?:{_UNIT}){_TAIL}"
    rf"|(?:{_NUMBER} ?(?:{_COUNTED} ?)++)++{_PER}{_TAIL}"
    rf"|(?:på )?(?:{_DAYS})(?:(?:,| och|, och| eller) (?:{_DAYS}))*{_TAIL}"
    r"|(?:dag|vecko|månad|kvartal|termin)s?(?:ligen|vis)|dagligen|årligen|löpande|fortlöpande|kontinuerligt"
    r"|regelbundet|hela tiden|tills vidare"
)
_OPEN = re.compile(
    r"vid behov|efter behov|(?:när|om) det behövs|under handläggning|pågår|pågående"
    r"|(?:före|innan|efter|under) (?:skoldag(?:en|arna)|skolan|arbetsdagen|arbetet|jobbet)"
    r"|(?:före|innan|efter|under) (?:lektion|rast)(?:en|erna)"
)
_MEETING = (
    r"(?:nästa|kommande) (?:möte|sip|sip-möte|uppföljning|uppföljningsmöte|träff|nätverksmöte)"
    r"|uppföljning(?:en|smötet)"
)
_NEXT_MEETING = re.compile(
    r"(?:(?P<latest>senast|före|innan) )?(?:(?:till och med|fram till|till|tills|vid|på|inför) )?"
    rf"(?:{_MEETING})"
)
_SEASON = (
    r"(?:vår|sommar|höst|vinter|jul|påsk|nyår|midsommar|termin|helg|lov|sportlov|påsklov|sommarlov|höstlov|jullov)"
)
_WEEKDAY = r"(?:mån|tis|ons|tors|fre|lör|sön)(?:dag)?"
_SCHOOL = r"(?:vår|höst)terminen|skolavslutningen|skolstarten|mellandagarna"
_VAGUE = re.compile(
    r"snart|snarast(?: möjligt)?|så (?:snart|fort|tidigt) (?:som )?(?:det är )?(?:möjligt|det går)|inom kort|framöver"
    r"|på sikt|längre fram|någon gång|i framtiden|så småningom|med tiden|omgående|direkt|inom (?:en )?snar framtid"
    rf"|(?:i|till|under|innan|före|efter|på|inför|hela|lagom till) (?:{_SEASON}(?:en|n|et|erna|arna)?|{_SCHOOL})"
    r"|mellan jul och nyår|(?:om|inom) (?:en|ett) och (?:en|ett) halvt? (?:vecka|månad|år)"
    r"|(?:om|inom) (?:några|ett par|någon|en del) [^\W\d]{3,8}"
    rf"|(?:på )?{_WEEKDAY}(?: till | ?- ?){_WEEKDAY}"
)


def is_repeated(text: str) -> bool:
    """True for what comes again: "varannan vecka", "2 × 40 minuter i veckan", "tisdagar", "löpande"."""
    return bool(_REPEATED.fullmatch(text))


def is_open(text: str) -> bool:
    """True for what waits for something else than a day: "vid behov", "före skoldagen"."""
    return bool(_OPEN.fullmatch(text))


def next_meeting(text: str) -> bool | None:
    """Tell whether the next meeting is a deadline ("innan nästa möte") or not; None when it is not named."""
    found = _NEXT_MEETING.fullmatch(text)
    return None if found is None else bool(found["latest"])


def is_vague(text: str) -> bool:
    """True for what is about time, but says no day: "snart", "under våren"."""
    return bool(_VAGUE.fullmatch(text))
