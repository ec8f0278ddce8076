"""What stands after a word: accounts on the net, passwords and door codes, meeting ids, named homes, streets.

Each family is a row of data: the words that lead to it and the shape that follows them. Sources: the naming rules of
the common services (letters, digits, ``_ . -``, up to 32 characters); Socialtjänstlagen and LSS for kinds of homes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sip_tui.privacy.context import Context
from sip_tui.privacy.finders.address import STREETS, is_sure_street
from sip_tui.privacy.finders.birth_date import BORN, DAY_IN_WORDS, MONTH
from sip_tui.privacy.finders.spoken import NUMBERS
from sip_tui.privacy.model import Candidate
from sip_tui.privacy.word_tables import CueFamily

_LINKS = (
    "är|han|hon|hen|jag|heter|som|med|har|namn|öppnas med|nu|till|för|på|in|hemma"
    "|bytt|utfärdat|utgånget|fr|från|sedan|sen|måndag|tisdag|onsdag|torsdag|fredag|idag|datorn|mobilen|telefonen|cykeln|porten|huset|dörren|grinden|skolan|jobbet|id|nr"
)
_IS = rf"(?:,? (?:{_LINKS})){{0,5}}(?: ?[:=] ?| )"
_IS_APART = _IS.replace(" ", "[ ]")
_HANDLE = r"(?=[\w.#-]*(?:[\d_#]|[a-z]\.[a-z]|[a-z][A-Z]))[^\W\d_][\w.#-]{2,30}(?<![.-])"
_CAPITAL = r"[A-ZÅÄÖ][^\W\d_]+"
_HANDLE_AFTER = rf"""(?:-?(?:konto\w{{0,3}}|namn\w{{0,2}}|profil\w{{0,2}}|tag|[iI][dD])|[ ](?:games|live|network))?
    (?:(?:(?:[ ](?:på|till|i))?[ ][A-ZÅÄÖ]\w{{2,15}}:[ ]|{_IS_APART})["”]?@?(?:live:)?(?P<handle>{_HANDLE})(?!\w|:[ ])
     | ,[ ]@?(?P<beside>(?=[^\s,;]{{5}}){_HANDLE})(?=[.,;)\n]|$) | [ ]\((?:som[ ])?@?(?P<inside>{_HANDLE})\)
     | [ ]?:[ ]?(?P<plain>[A-Za-z]\w{{3,30}})(?=[.,;)\n]|$) | [ ]@(?P<at>\w{{3,30}}))"""
_PHRASE = (
    r"(?![A-Z]\d\d(?:\.\d)?(?!\w))(?=[^\s,;]*\d|\w{1,12}[-_]\w{1,12}[-_]\w)(?=[^\s,;]*[^\W\d])[^\s,;]{5,30}(?<!\.)"
)
"""With a digit, or three words in one: "kaniner9!", "fisk-och-chips"."""
_LOCKED = r"(?:box|skåp|port|dörr|larm|förråd|garage|grind|hiss|entré|lås|rum|hus|stug)(?:en|et|an|n|a|met|sen)?"
_SECRET_AFTER = rf"""(?:[-\s](?:kod|lösen)\w{{0,8}})?
    (?:[ ](?:(?:till|för|på)[ ])?[^\W\d_]{{0,12}}{_LOCKED}(?=[ :]{{1,2}}\d)
     | [ ](?:till|för|på|i)[ ][^\W\d_]{{2,20}} | [ ]\(?[46][ ]siffror\)?)?
    (?:{_IS_APART}["”]?(?P<code>(?:\d(?:-\d){{3,5}}|\d\d[ ]\d\d(?![ ]\d)|\d{{4,6}}\#?
       |(?!20\d\d[01]\d)\d{{8}})(?![\d-]|[.:/]\d))
     | (?:[ ](?!(?:kl|klockan|år|rum|anknytning|tel|tfn)[ ])[^\W\d_]{{2,12}}){{1,2}}[ ]
       (?P<far>(?!(?:19|20)\d\d)\d{{4}}\#?)(?![\d-]|[.:/]\d|[ ]?(?:[\d%]|kr|st|ggr|m?g)(?![^\W\d_]))
     | {_IS_APART}["”]?(?P<word>{_PHRASE})
     | (?:[ ](?:till|för|på)[ ]\w{{3,20}})?[ ]?:[ ](?P<plain>[^\s,;]{{6,30}})(?=[.,;)\n]|$))"""
_CODE_AFTER = rf"""(?:[ ]från[ ]{_CAPITAL})?{_IS_APART}
    (?P<id>(?=[A-Z0-9./-]*[A-Z])(?=[A-Z0-9./-]*\d[A-Z0-9./-]*\d)[A-Z0-9]{{1,20}}(?:[./-][A-Z0-9]{{1,20}}){{0,4}})
    (?<=[^\W_]{{4}}|.-..|..-.)(?![^\W_])"""
_BORN_IN_WORDS = rf"""(?:[ ](?:är|den|dag|dagen)){{0,3}}[ ](?P<day>{DAY_IN_WORDS}[ ](?:i[ ])?(?:{MONTH}|{DAY_IN_WORDS})
    (?:[ ](?:tjugohundra|nittonhundra|tvåtusen)\w{{0,14}})?)(?![^\W_]|[ ]\d)"""
_MEETING_AFTER = r"""(?:[-\s](?:[Mm]eeting|möte\w{0,8}|ID|id|nummer|nr|kod)){0,3}[ ]?[: ]{1,2}
    (?P<number>\d{3,4}(?:[ -]?\d{2,4}){2,3})(?!\d)"""
_NO_HOME = "HVB|LSS|SoL|BUP|Region|Kommun|Norr|Söder|Väst|Öst|Syd|Centrum"
_ENDS_SOON = rf"(?=[ ]{_CAPITAL}(?:[ ]{_CAPITAL})?(?:[.,;)\n]|$))"
_HOME_AFTER = rf"""(?:-?hemmet|-?hem|-?boendet)?(?::{_ENDS_SOON})?
    (?:[ ](?:(?<!boende[ ])(?<!boendet[ ])i|på|heter|hette))?[ ]["”]?
    (?:\((?=[^()\n]{{3,30}}\)))?(?P<home>(?!(?:{_NO_HOME})(?![^\W\d_])){_CAPITAL}(?:[ ]{_CAPITAL})?
    (?:[ ]utanför[ ]{_CAPITAL})?)(?![^\W\d_]|[ ]\d(?!\d?[ ]?tr))"""


@dataclass(frozen=True, slots=True)
class WordRule:
    """One family: after a word of ``cue`` comes ``shape``, whose group ``id`` is the identifier.

    Attributes:
        kind: The kind of the finding.
        cue: The words.
        shape: Matched right after the word.
        why: One Swedish sentence for the user.
        before: Matched at the end of what stands before the word, for the other order ("tuva_09 på insta").
    """

    kind: str
    cue: CueFamily
    shape: re.Pattern[str]
    why: str
    before: re.Pattern[str] | None = None

    def find(self, text: str, start: int, end: int) -> Candidate | None:
        """The identifier beside the word at ``start``, if there is one."""
        found = self.shape.match(text, end)
        if found is None and self.before:
            found = self.before.search(text, max(0, start - 48), start)
        if found is None or found.lastgroup is None:
            return None
        return Candidate(*found.span(found.lastgroup), self.kind, "medium", self.why)


def _shape(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE)


_MEETING = "Numret till ett videomöte."
_ON_THE_NET = "Ett användarnamn på nätet."
_RULES = (
    WordRule(
        "handle",
        CueFamily("site"),
        _shape(_HANDLE_AFTER),
        _ON_THE_NET,
        _shape(rf"(?<![^\W_])@?(?P<handle>{_HANDLE})[\"”]?[ ](?:på|i)[ ]$"),
    ),
    WordRule(
        "handle", CueFamily("site_name"), _shape(rf"{_IS_APART}[\"”]?@?(?P<handle>{_HANDLE})(?!\w|:[ ])"), _ON_THE_NET
    ),
    WordRule(
        "handle",
        CueFamily("plays"),
        _shape(
            r"(?:[ ][^\W\d_]{1,12}){0,3}[ ](?:som|heter)[ ]"
            rf"(?P<handle>(?=[^\W\d_]{{3}}|[^\W\d_]{{2}}\d{{3}}){_HANDLE})(?![^\W_])"
        ),
        _ON_THE_NET,
    ),
    WordRule("case", CueFamily("coded"), _shape(_CODE_AFTER), "En kod som pekar ut någon i ett register."),
    WordRule("passport", CueFamily("coded_pass"), _shape(_CODE_AFTER), "Ett passnummer."),
    WordRule("secret", CueFamily("secret"), _shape(_SECRET_AFTER), "Ett lösenord eller en kod."),
    WordRule(
        "secret", CueFamily("door"), _shape(r":[ ](?P<code>\d{4}\#?)(?![\d-]|[.:/]\d|[ ]\d)"), "En kod till en dörr."
    ),
    WordRule("birth_date", BORN, _shape(_BORN_IN_WORDS), "Ett födelsedatum med ord."),
    WordRule("meeting_link", CueFamily("meeting_number"), _shape(_MEETING_AFTER), _MEETING),
    WordRule("meeting_link", CueFamily("meet"), _shape(r":?[ ](?P<id>[a-z]{3}-[a-z]{4}-[a-z]{3})(?![\w-])"), _MEETING),
    WordRule(
        "meeting_link",
        CueFamily("meeting_word"),
        _shape(rf"(?=[- ](?i:id|kod)\b){_MEETING_AFTER}"),
        _MEETING,
    ),
    WordRule(
        "position",
        CueFamily("three_words"),
        _shape(r"\d?\w{0,5}[: ]{1,3}(?:///)?(?P<words>[a-zåäö]{3,}\.[a-zåäö]{3,}\.[a-zåäö]{3,})(?![^\W_])"),
        "En plats i what3words.",
    ),
    WordRule("address", CueFamily("home_kind"), _shape(_HOME_AFTER), "Namnet på ett boende."),
    WordRule(
        "address",
        CueFamily("home_address"),
        _shape(rf"[ ]?(?:är|:)[ ](?P<home>{_CAPITAL})(?![ ]\d)"),
        "Namnet på ett hem.",
    ),
    WordRule(
        "address", CueFamily("camping"), _shape(r"[ ](?P<plot>(?:plats|tomt|nr)[ ]\d{1,4})"), "En plats där någon bor."
    ),
)
BITS = sum(rule.cue.bit for rule in _RULES) | STREETS.bit
_LIVES = CueFamily("lives", gate=False)
_ON_A_DAY = re.compile(r" (?:3[01]|[12]?\d)/1?\d(?![\d/])")
_NAMED_LIKE_A_HOME = re.compile(r"[A-ZÅÄÖ].+(?:gården|hagen|haga|höjden|kullen|lunden|ängen)")
_FLAT_BEFORE = re.compile(r"(?<![^\W_])(?:lgh|lägenhet)\.? ?(?:nr )?\d{1,4}(?:,| på| i)? $", re.IGNORECASE)
_ANY_NUMBER = "|".join(sorted(NUMBERS, key=len, reverse=True))
_IN_WORDS = re.compile(rf" (?:{_ANY_NUMBER})(?: [A-Ha-h](?![^\W_]))?(?![^\W_])(?! (?:gånger|dagar|min))", re.IGNORECASE)


def find_labelled(context: Context) -> Iterator[Candidate]:
    """Everything that a word in the view leads to."""
    text, done = context.text, 0
    for start, end, bits in context.cues_of(BITS):
        if bits & STREETS.bit and (street := _street(context, start, end)):
            yield street
        for rule in _RULES:
            hit = rule.find(text, start, end) if bits & rule.cue.bit else None
            if hit and hit.start >= done:
                done = hit.end
                yield hit


def _street(context: Context, start: int, end: int) -> Candidate | None:
    """A street without a number where somebody lives, or with the number in words."""
    text, word = context.text, context.text[start:end]
    if not word[0].isupper() or not (is_sure_street(word) or _NAMED_LIKE_A_HOME.fullmatch(word)):
        return None
    number = _IN_WORDS.match(text, end)
    reach = 12 if text[max(0, start - 2) : start] == ", " else 5  # "bor i 2a på tredje vån, Kvarngatan"
    if _NAMED_LIKE_A_HOME.fullmatch(word) and text[max(0, start - 4) : start] == " på ":
        return (
            Candidate(start, end, "address", "medium", "Namnet på ett hem.") if context.near(_LIVES, start, 2) else None
        )
    lives = context.near(_LIVES, start, reach) or bool(_FLAT_BEFORE.search(text, max(0, start - 24), start))
    if number or (lives and not (text[end + 1 : end + 2].isdigit() and not _ON_A_DAY.match(text, end))):
        return Candidate(start, number.end() if number else end, "address", "medium", "En gata där någon bor.")
    return None
