"""Phrases that are about time and name no day: they are known as a "when", and asked about."""

from __future__ import annotations

import re

from sip_tui.swedish.dates.vocabulary import MONTH_NAME, NUMBERS

_NUMBER = "(?:[0-9]{1,3}(?:[.,][0-9])?|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"
_WEEKDAY = r"(?:mån|tis|ons|tors|fre|lör|sön)(?:dag)?"
_UNIT = (
    r"(?:timm(?:e|ar)|dag(?:ar)?|arbetsdag(?:ar)?|vardag(?:ar)?|v"
    r"|veck(?:a|or)|mån(?:ad(?:er)?)?|termin(?:er)?|halvår|kvartal|år)\.?"
)
_SEASON = (
    r"(?:vår|sommar|höst|vinter|jul|påsk|nyår|midsommar|termin|helg|lov|sportlov|påsklov|sommarlov|höstlov|jullov"
    r"|semester|skolstart|terminsstart|terminsslut|skolavslutning|studiedag|julledighet|pingst|trettonhelg)"
)
_NAMED = (
    rf"(?:{_SEASON}(?:en|n|et|erna|arna)?|(?:vår|höst)termin(?:en)?|mellandagarna|(?:terminens|lovets|sommarens) "
    r"(?:slut|start|början))"
)
_LATER_YEAR = r"(?: (?:20[0-9]{2}|-?[0-9]{2}))"
_PREPOSITION = (
    r"(?:i|till|under|innan|före|efter|på|inför|hela|vid|fram till|runt|kring|omkring|från|senast|mot|över|lagom till"
    r"|(?:direkt|strax|genast) efter|strax före"
    r"|(?:senast |fram till |till )?(?:i )?(?:början|mitten|slutet) (?:av|på)|någon gång (?:före|innan|efter|under|i)"
    r"|(?:helst |gärna )(?:före|innan|efter|till|under|i))"
)
_MEETING = (
    r"(?:(?:dagens|nästa|det här|detta|kommande) )?"
    r"(?:möte|mötet|sip|sip-möte|sip-mötet|sipen|uppföljning|uppföljningen|uppföljningsmötet|träffen)"
)
_ASAP = (
    r"snart|snarast(?: möjligt)?|så (?:snart|fort|tidigt) (?:som )?(?:det är )?(?:möjligt|det går)|inom kort|asap"
    r"|omgående|omedelbart|genast|direkt|på en gång|inom (?:en )?snar framtid|när som helst"
)
_SOME_TIME = (
    r"framöver|på sikt|längre fram|någon gång|i framtiden|så småningom|med tiden|senare|tills vi ses(?: igen)?"
    r"|när vi ses(?: igen)?|(?:till )?nästa gång(?: vi ses)?|under (?:dagen|morgonen|förmiddagen|eftermiddagen|kvällen)"
    r"|på (?:förmiddagen|eftermiddagen)|i veckan som kommer|(?:på )?klämdagen|annandagen"
    r"|(?:i )?(?:månadens början|(?:början|mitten) (?:av|på) (?:nästa )?(?:månad|månaden|veckan|året))"
)
_NEXT = (
    rf"(?:(?:i|till|under|innan|före|efter|från|senast) )?(?:nästa|kommande) (?:{_SEASON}|(?:vår|höst)termin|läsår|år)"
    rf"|(?:(?:i|till|under) )?(?:den här|denna|hela) {_NAMED}"
    r"|(?:i|under|hela|under hela) 20[0-9]{2}|nästa år"
)
_PAST = (
    r"i ?går|i förrgår|häromdagen|nyligen|nyss|i fjol|i (?:mån|tis|ons|tors|fre|lör|sön)dags"
    r"|(?:i )?förra (?:veckan|månaden|året|terminen|gången|mötet|(?:mån|tis|ons|tors|fre|lör|sön)dagen)"
)
_ABOUT_A_MEETING = (
    rf"(?:(?:senast|direkt|genast|strax|i god tid|dagen|veckan|kvällen|månaden|några {_UNIT}|{_NUMBER} {_UNIT}) )*"
    rf"(?:före|innan|efter) {_MEETING}(?: i dag| idag)?"
    rf"|(?:(?:senast|i god tid|dagen|veckan|kvällen|månaden|några {_UNIT}|{_NUMBER} {_UNIT}) )+"
    rf"(?:före|innan|efter|därpå|dessförinnan)(?: \S+){{0,2}}"
    r"|(?:dagen|veckan|månaden) (?:därpå|därefter)"
)
_COUNTED = (
    r"(?:om|inom) (?:några|ett par|någon|en del|fler(?:a)?) [^\W\d]{3,8}"
    rf"|(?:om|inom) (?:en|ett|två|tre|{_NUMBER}) och (?:en|ett) halvt? (?:vecka|veckor|månad|månader|år)"
    rf"|(?:om|inom) {_NUMBER} ?(?:-|till|eller) ?{_NUMBER} ?{_UNIT}|(?:om|inom) {_NUMBER} (?:tim|h|timm(?:e|ar))"
    rf"|(?:om|inom) {_NUMBER} (?:arbetsdag|vardag)(?:ar)?|(?:om|inom) [0-9][.,][0-9] ?{_UNIT}"
    rf"|efter {_NUMBER} ?{_UNIT}|(?:inom )?(?:de )?närmaste (?:dagarna|veckorna|månaderna|tiden)"
)
_VAGUE = re.compile(
    rf"{_ASAP}|{_SOME_TIME}|{_NEXT}|{_PAST}|{_ABOUT_A_MEETING}|{_COUNTED}"
    rf"|{_PREPOSITION} {_NAMED}{_LATER_YEAR}?|{_NAMED}{_LATER_YEAR}|[vh]t ?-?(?:20)?[0-9]{{2}}"
    rf"|mellan jul och nyår|(?:på )?{_WEEKDAY}(?: till | ?- ?){_WEEKDAY}"
    rf"|(?:i |under |mellan )?{MONTH_NAME}\.?(?: ?[-/] ?| till | och ){MONTH_NAME}\.?"
)


def is_vague(text: str) -> bool:
    """True for what is about time, but says no day: "snart", "under våren", "dagen före mötet", "igår"."""
    return bool(_VAGUE.fullmatch(text))
