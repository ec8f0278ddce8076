"""Phrases of time that name no day: what is repeated ("varannan vecka"), open ("vid behov") or only vague ("snart").

What is repeated or waits for a need is kept in its own words, as a good answer to "when". What is vague is asked about.
"""

from __future__ import annotations

import re

from sip_tui.swedish.dates.vocabulary import MONTH_NAME, NUMBERS

_WORD_END = r"(?![^\W\d_])"
_NUMBER_WORDS = "|".join(sorted(NUMBERS, key=len, reverse=True))
_NUMBER = rf"(?:[0-9]++(?:[.,][0-9]++)?+|(?:ett par|några|flera|någon|ngn|{_NUMBER_WORDS}){_WORD_END})"
_WEEKDAY = r"(?:mån|tis|ons|tors?|fre|lör|sön)(?:d(?:ag)?)?"
_UNIT = (
    r"(?:skol|var|arbets|sön|lör|fre|tors|ons|tis|mån)?dag(?:en)?|(?:sön|lör|fre|tors|ons|tis|mån)d|sön|lör|fre|tors?|ons|tis|morgon(?:en)?|förmiddag(?:en)?|eftermiddag(?:en)?"
    r"|kväll(?:en)?|natt(?:en)?|vecka(?:n)?|helg(?:en)?|månad(?:en)?|kvartal(?:et)?|termin(?:en)?|halvår(?:et)?|år(?:et)?"
    r"|v|mån"
)
_COUNTED = (
    r"(?:gång(?:er)?|ggr|helg(?:er)?|n(?:att|ätter)|dar|dgr|g(?=/| i | per )|x|×|\*|minuter|min|timm(?:e|ar)|tim|h"
    r"|dag(?:ar)?|kväll(?:ar)?|(?:för|efter)middag(?:ar)?|morgnar|pass|lektion(?:er)?"
    rf"|samtal|träff(?:ar)?|besök|à|á|om(?! (?:{_UNIT})$)|-|till)"
)
_PER = rf"(?:(?:i|per|om|varje|varannan|/) ?(?:{_UNIT})|/ ?d(?:ygn)?)"
_DAY_PARTS = r"(?:(?:morgon|förmiddag|eftermiddag|kväll|natt)(?:en)?|[fe]\.?m\.?(?![^\W\d_])|lunch)"
_PARTS = r"(?:morgnar|förmiddagar|eftermiddagar|kvällar|nätter)"
_MANY_DAYS = (
    r"(?:mån|tis|ons|tors|fre|lör|sön|var|skol|arbets)dagar(?:na)?|helger(?:na)?"
    rf"|(?:(?:mån|tis|ons|tors|fre|lör|sön|var)(?:d|dags?)?\.? ?)?{_PARTS}(?:na)?"
)
_AND = r"(?:,? och | o | å |, | eller |/| & | ?\+ ?)"
_HOUR = r"[0-9]{1,2}(?:[.:][0-9]{2})?"
_TAIL = (
    rf"(?:,? (?:(?:kl\.?|klockan) ?{_HOUR}|[0-9]{{1,2}}[.:][0-9]{{2}}|[0-9]{{1,2}}(?= ?- ?[0-9]))"
    rf"(?: ?(?:-|–|,|o|och|till) ?(?:kl\.? ?)?{_HOUR})*)?"
    r"(?: (?:jämna|udda|ojämna)$)?"
    r"(?:,? (?:(?:på|i|före|efter|innan|till|tills|fram till|fram tills|från|under|jämna|udda|ojämna|v|vecka|hela"
    r"|från och med|from|fom|start|första gången|första|1:a|börjar)(?![^\W\d_])"
    r"|t\.? ?o\.? ?m\.?|fr\.? ?o\.? ?m\.?|med (?:start|början)) ?"
    r"(?:(?! (?:[-–]|enl\.?|enligt|av|ang\.?|hos)(?: |$))[^,;()]){1,40})?"
    rf"(?: (?:{MONTH_NAME}|veckan|månaden|terminen|året) ut)?"
)
_ABOUT = r"(?:(?:de )?(?:första |sista )|minst |max |maximalt |högst |ca\.? |cirka |ungefär |upp till )?"

_WHICH = r"(?:första|andra|tredje|fjärde|sista|[12]:a)"
_REPEATED = re.compile(
    r"(?:varje|var|varannan|vartannat|var (?:tredje|fjärde|femte|sjätte|åttonde|fjortonde|[0-9]{1,2}(?::?e)?))"
    rf" (?:{_UNIT})(?:s? ?{_DAY_PARTS})?(?:{_AND}(?:varje )?(?:{_UNIT}))*{_TAIL}"
    rf"|{_ABOUT}(?:{_NUMBER} ?(?:{_COUNTED} ?)++)++{_PER}{_TAIL}"
    rf"|(?:på |om |alla )?(?:{_WEEKDAY}{_AND})*(?:{_MANY_DAYS})(?:{_AND}(?:{_MANY_DAYS}))*(?: {_DAY_PARTS})?{_TAIL}"
    rf"|(?:på |senast )?(?:den )?(?:[0-9]{{1,2}}(?::?[ea])?|{_WHICH}(?: {_WEEKDAY}en| dagen)?) (?:i )?varje mån(?:ad)?"
    rf"|(?:på )?(?:den )?{_WHICH} {_WEEKDAY}en i månaden"
    rf"|{_DAY_PARTS}(?:{_AND}{_DAY_PARTS})+|(?:på |i )?(?:jämna|udda|ojämna) v(?:eckor|\.)?"
    rf"|(?:på )?{_WEEKDAY}(?:ar)?(?:{_AND}{_WEEKDAY}(?:ar)?)*(?:s? ?{_DAY_PARTS})?,? (?:i |på )?"
    rf"(?:jämna|udda|ojämna|varannan|varje) v(?:eck(?:or|a)|\.)?{_TAIL}"
    rf"|(?:på )?{_WEEKDAY}(?:{_AND}{_WEEKDAY})+,? (?:i|under) {_NUMBER} ?(?:v|veckor|mån|månader)\.?"
    r"|(?:dag|vecko|månad|kvartal|termin)s?(?:ligen|vis)|dagligen|dagl|årligen|löpande|fortlöpande|kontinuerligt"
    r"|regelbundet|hela tiden|till ?s ?vidare|t\.v\.?"
)
_CLOCK_FIRST = re.compile(
    rf"^(?:(?:kl\.?|klockan) ?{_HOUR}|[0-9]{{1,2}}[.:][0-9]{{2}}|(?:på|under|vid) {_DAY_PARTS}),? "
)
"""The time of day before what is repeated: "kl 9 varje dag", "på kvällen varje fredag"."""
_BRACKETED = re.compile(
    r"\(((?:kl|v|fr|från|t|till|tills|start|börjar|jämna|udda|ojämna|i|på|[0-9])(?![^\W\d])[^()]*)\)"
)
"""More of the time in brackets: "varje fredag (kl 9)"."""
_OPEN = re.compile(
    r"vid behov|v\.? ?b|efter behov|(?:när|om) det behövs|under handläggning|pågår|pågående"
    r"|(?:före|innan|efter|under) (?:skoldag(?:en|arna)|skolan|arbetsdagen|arbetet|jobbet)"
    r"|(?:före|innan|efter|under) (?:lektion|rast)(?:en|erna)"
)
_WE_MEET = r"vi (?:ses|träffas|möts|hörs)"
_MEETING = (
    rf"nästa gång(?: {_WE_MEET})?|(?:när|tills|till dess) {_WE_MEET} (?:igen|nästa gång)"
    r"|(?:nästa|kommande) (?:möte|sip|sip[- ]möte|uppföljning|uppföljningsmöte|träff|nätverksmöte|avstämning)"
    r"|uppföljning(?:en|smötet)"
)
_NEXT_MEETING = re.compile(
    r"(?:(?P<latest>senast|före|innan) )?(?:(?:till och med|fram till|till|tills|t|vid|på|inför|i samband med) )?"
    rf"(?:{_MEETING})"
)
_COUNT = "(?:[0-9]{1,3}(?:[.,][0-9])?|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"
_SPAN = (
    r"(?:timm(?:e|ar)|dag(?:ar)?|arbetsdag(?:ar)?|vardag(?:ar)?|v"
    r"|veck(?:a|or)|mån(?:ad(?:er)?)?|termin(?:er)?|halvår|kvartal|år)\.?"
)
_SEASON = (
    r"(?:vår|sommar|höst|vinter|jul|påsk|nyår|midsommar|termin|helg|lov|sportlov|påsklov|sommarlov|höstlov|jullov"
    r"|semester|skolstart|terminsstart|terminsslut|skolavslutning|studiedag|julledighet|pingst|trettonhelg"
    r"|[^\W\d_]{2,}(?:helg|lov|termin|semester|avslutning|ledighet|läsår|lovsvecka)|avslutning|läsår|avsl(?:utn)?\.?"
    r"|[^\W\d_]{2,}(?:avsl(?:utn)?|term)\.?)"
)
_NAMED = (
    rf"(?:{_SEASON}(?:en|n|et|erna|arna)?|(?:vår|höst)termin(?:en)?|mellandagarna|(?:terminens|lovets|sommarens) "
    r"(?:slut|start|början))"
)
_LATER_YEAR = r"(?: (?:20[0-9]{2}|-?[0-9]{2}))"
_PREPOSITION = (
    r"(?:i|till|under|innan|före|efter|på|inför|hela|vid|fram till|tills|fram tills"
    r"|runt|kring|omkring|från|senast|mot|över|lagom till|t\.? ?o\.? ?m\.?|till och med|fr\.? ?o\.? ?m\.?|från och med"
    r"|(?:direkt|strax|genast) efter|strax före"
    r"|(?:senast |fram till |till )?(?:i )?(?:början|mitten|slutet) (?:av|på)|någon gång (?:före|innan|efter|under|i)"
    r"|(?:helst |gärna )(?:före|innan|efter|till|under|i))"
)
_A_MEETING = (
    r"(?:(?:dagens|nästa|det här|detta|kommande) )?"
    r"(?:möte|mötet|sip|sip-möte|sip-mötet|sipen|uppföljning|uppföljningen|uppföljningsmötet|träffen)"
)
_ASAP = (
    r"snart|snarast(?: möjligt)?|så (?:snart|fort|tidigt) (?:som )?(?:det är )?(?:möjligt|det går)|inom kort|asap"
    r"|omg(?:ående)?|omedelbart|genast|direkt|på en gång|inom (?:en )?snar framtid|när som helst"
)
_SOME_TIME = (
    r"framöver|på sikt|längre fram|någon gång|i framtiden|så småningom|med tiden|senare"
    r"|(?:(?:före|innan|vid|till|senast(?: vid)?) )?(?:arbets|skol)?dagens slut"
    r"|(?:på )?(?:mors|fars) dag"
    r"|(?:tills|när) vi ses|under (?:dagen|morgonen|förmiddagen|eftermiddagen|kvällen)"
    r"|på (?:förmiddagen|eftermiddagen)|i veckan som kommer|(?:på )?klämdagen|annandagen"
    r"|(?:i )?(?:månadens början|(?:början|mitten) (?:av|på) (?:nästa )?(?:månad|månaden|veckan|året))"
)
_NEXT = (
    r"(?:(?:senast )?(?:till|inför|innan|före|efter|vid|på) )(?:nästa|kommande) (?:[^\W\d_]{2,})?"
    r"(?:besök|besöket|samtal|tid|lektion|pass|rond|umgänge|vistelse|träning|prov|provtagning)|"
    rf"(?:(?:i|till|under|innan|före|efter|från|senast) )?(?:nästa|kommande) (?:{_SEASON}|(?:vår|höst)termin|läsår|år)"
    rf"|(?:(?:i|till|under) )?(?:den här|denna|hela) {_NAMED}"
    r"|(?:i|under|hela|under hela) 20[0-9]{2}|nästa år"
)
_PAST = (
    r"i ?går|i ?morse|i ?(?:för|efter)middags|i förrgår"
    r"|häromdagen|nyligen|nyss|i fjol|i (?:mån|tis|ons|tors|fre|lör|sön)dags"
    r"|(?:i )?förra (?:veckan|månaden|året|terminen|gången|mötet|(?:mån|tis|ons|tors|fre|lör|sön)dagen)"
)
_ABOUT_A_MEETING = (
    rf"(?:(?:senast|direkt|genast|strax|i god tid|dagen|veckan|kvällen|månaden|några {_SPAN}|{_COUNT} {_SPAN}) )*"
    rf"(?:före|innan|efter) {_A_MEETING}(?: i dag| idag)?"
    rf"|(?:(?:senast|i god tid|dagen|veckan|kvällen|månaden|några {_SPAN}|{_COUNT} {_SPAN}) )+"
    rf"(?:före|innan|efter|därpå|dessförinnan)(?: \S+){{0,2}}"
    r"|(?:dagen|veckan|månaden) (?:därpå|därefter)"
)
_COUNTED_VAGUELY = (
    r"(?:om|inom) (?:några|ett par|någon|en del|flera) [^\W\d]{3,8}"
    rf"|(?:om|inom) (?:en|ett|två|tre|{_COUNT}) och (?:en|ett) halvt? (?:vecka|veckor|månad|månader|år)"
    rf"|(?:om|inom) {_COUNT} ?(?:-|till|eller) ?{_COUNT} ?{_SPAN}|(?:om|inom) {_COUNT} (?:tim|h|timm(?:e|ar))"
    rf"|(?:om|inom) {_COUNT} (?:arbetsdag|vardag)(?:ar)?|(?:om|inom) [0-9][.,][0-9] ?{_SPAN}"
    rf"|efter {_COUNT}(?: ?(?:-|till|eller) ?{_COUNT})? ?{_SPAN}"
    rf"|om (?:två|tre|fyra|fem|sex|[2-9])"
    rf"|(?:inom )?(?:de )?närmaste (?:dagarna|veckorna|månaderna|tiden|{_COUNT} ?{_SPAN})"
)
_VAGUE = re.compile(
    rf"{_ASAP}|{_SOME_TIME}|{_NEXT}|{_PAST}|{_ABOUT_A_MEETING}|{_COUNTED_VAGUELY}"
    rf"|{_PREPOSITION} {_NAMED}{_LATER_YEAR}?|{_NAMED}{_LATER_YEAR}|(?:{_PREPOSITION} )?[vh]t ?-?(?:20)?[0-9]{{2}}"
    rf"|{_PREPOSITION} [vh]t"
    rf"|mellan jul och nyår|(?:på )?(?:{_WEEKDAY}|må)(?: till | ?- ?){_WEEKDAY}"
    rf"|(?:i |under |mellan )?{MONTH_NAME}\.?(?: ?[-/] ?| till | och ){MONTH_NAME}\.?"
)
_START = r"(?:från(?: och med)?|fr\.? ?o\.? ?m\.?|from|fom|med (?:start|början))"
_POINT = (
    rf"(?:{_NAMED}|v(?:ecka)?\.? ?[0-9]{{1,2}}|nästa vecka|{MONTH_NAME}\.?"
    rf"|(?:den )?[0-9]{{1,2}}(?::?[ea]|/[0-9]{{1,2}}| ?{MONTH_NAME}\.?))"
)
_IN_ROW = rf"(?:{_WEEKDAY}|må|ti|on|to|fr|lö|sö)"
_ROW = re.compile(
    rf"(?:på )?{_IN_ROW}(?:{_AND}{_IN_ROW})+,? (?:kl\.? ?{_HOUR} )?"
    rf"(?:(?:hela|under|(?:fram )?tills?|till och med|t\.? ?o\.? ?m\.?) (?:{_NAMED}|{_POINT})|{_START} {_POINT}"
    r"|tills vidare|t\.v\.?)"
)
"""Days of the week for a season, up to a day, or from one on: "tis o tors t.o.m. v 51", "mån + ons fr.o.m. v 50"."""
_LONGEST_WEEKLY = 60
"""Longer than this is a sentence, and is not read."""
_SMALL_NUMBER = r"(?:[1-9][0-9]?|en|ett|två|tre|fyra|fem|sex|sju)"
_ANY_DAY = r"(?:mån|tis|ons|tors|fre|lör|sön|var|skol)"
_WEEKLY_DAYS = rf"(?:{_ANY_DAY}dagar|helger)"
_WEEKLY_UNIT = r"gång(?:er)?|ggr|dagar|dar|dgr|kvällar|minuter|min|timm(?:e|ar)|tim|h"
_PER_WEEK = r"i veckan|per vecka|/ ?vecka|varje vecka|om dagen|per dag|/ ?dag"
_WEEKLY = re.compile(
    rf"(?:varje (?:vecka|dag|helg|morgon|kväll|{_ANY_DAY}dag)"
    rf"|{_SMALL_NUMBER} ?(?:[×x*] ?(?:{_SMALL_NUMBER} ?)?)?(?:{_WEEKLY_UNIT})? ?(?:{_PER_WEEK})"
    rf"|(?:på )?{_WEEKLY_DAYS}(?:(?:,| och|, och) {_WEEKLY_DAYS})*"
    r"|dagligen|veckovis)"
    r"(?:,? kl\.? ?[0-9]{1,2}(?:[.:][0-9]{2})?)?"
)


def is_repeated(text: str) -> bool:
    """True for what comes again: "varannan vecka", "2 × 40 minuter i veckan", "tisdagar", "löpande"."""
    return bool(_ROW.fullmatch(text) or _REPEATED.fullmatch(_CLOCK_FIRST.sub("", _BRACKETED.sub(r"\1", text))))


def is_open(text: str) -> bool:
    """True for what waits for something else than a day: "vid behov", "före skoldagen"."""
    return bool(_OPEN.fullmatch(text))


def next_meeting(text: str) -> bool | None:
    """Tell whether the next meeting is a deadline ("innan nästa möte") or not; None when it is not named."""
    found = _NEXT_MEETING.fullmatch(text)
    return None if found is None else bool(found["latest"])


def is_vague(text: str) -> bool:
    """True for what is about time, but says no day: "snart", "under våren", "dagen före mötet", "igår"."""
    return bool(_VAGUE.fullmatch(text))


def is_weekly(phrase: str) -> bool:
    """True for what is done at least once every week; false when that is not certain, as for "varannan vecka"."""
    text = " ".join(phrase.casefold().split()).rstrip(".")
    return len(text) <= _LONGEST_WEEKLY and bool(_WEEKLY.fullmatch(text))
