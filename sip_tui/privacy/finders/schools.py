"""The class and the school that somebody goes to: beside a name, and in "går i 2B på Lingonskolan".

A class with its letter and a named school find one child. A grade alone ("åk 8", "klass 2") is true of every child of
that age, and a class that does something as a class ("Klass 7B har utflykt") tells of nobody; both stay, and so does a
school alone, which is a place like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sip_tui.privacy.context import Context
from sip_tui.privacy.model import Candidate
from sip_tui.privacy.name_lists import KIN, starts_sentence
from sip_tui.privacy.word_tables import bits_of

_AFTER_NAME = re.compile(
    r"(?:[ ,(]{1,3}(?:(?:går|gick|är|börjar|elev|hen|hon|han|i|på|från) ){0,3})"
    r"(?P<school>(?:(?:klass|åk|årskurs) )?\d{1,2}(?:[A-Ha-h]| [A-Ha-cef])(?![^\W_])"
    r"(?:(?:,| på| i|,? vid)? [A-ZÅÄÖ][^\W\d_]*skolan)?"
    r"|(?:åk|årskurs) ?\d(?:(?:,| på| i)? [A-ZÅÄÖ][^\W\d_]*skolan)?|[A-ZÅÄÖ][^\W\d_]*skolan(?![^\W\d_]))"
)
_SCHOOL = (
    r"(?:[A-ZÅÄÖ][^\W\d_]*(?:[ -][A-ZÅÄÖ][^\W\d_]*)?[ ]?(?:skolan|gymnasiet)|[A-ZÅÄÖ][^\W\d_]+(?: [A-ZÅÄÖ][^\W\d_]+)?"
    r" (?:fri|grund|gymnasie)?(?:skola|gymnasium))(?![^\W_])"
)
_CLASS = re.compile(
    r"[1-9](?<![\d.,/:+§-].)\d?(?P<an>:?an)?(?P<gap>[ -]?)(?P<letter>[A-Ha-h])(?![^\W_]|-[a-zåäö]|[.:]\w)"
)
_NUMBERED = re.compile(r"an [A-H](?![^\W_])")
_NUMBER_WORD = re.compile(r"(?<![^\W_])(?:ett|två|tre|fyr|femm|sex|sju|ått|ni)$", re.IGNORECASE)
_LABEL = re.compile(r"(?<![^\W_])(?:klass|klassen|åk|årskurs|årskursen)\.? ?$|(?<![\w])[A-ZÅÄÖ]{2,3}$", re.IGNORECASE)
_GOES = re.compile(
    r"(?<![^\W_])(?:gå|går|gått|gick|börj\w+|flytt\w+|byt\w+|placer\w+|hör|kvar|elev|kompis\w*|kamrat\w*|klasskamrat\w*|vän"
    r"|mentor\w*|lärar\w+|resurs\w*|plats)(?: [\wåäö]+){0,3}? (?:i|till|från|ur|för|hos) $"
    r"|(?<![^\W_])(?:mentor\w*|parallellklass\w*|klassen|klass),? $"
    r"|(?<![^\W_])(?:skol(?:a|an|form|placering)?:|klass(?:en)? (?:är|heter)) $",
    re.IGNORECASE,
)
"""What leads to somebody's class: "går i", "har bytt från 5A till", "mentor för"."""
_GOES_STRAIGHT = re.compile(r"(?<![^\W_])(?:går|gick|gått|elev|eleven) $", re.IGNORECASE)
"""The same without a word between: "går 5A i Björkskolan", and with a capital, as "går 3d" are days."""
_INTO = re.compile(r"(?:(?<![^\W_])(?:i|till|från|ur)|,) $")
_IN = re.compile(r"(?<![^\W_])i $")
_AT_SCHOOL = re.compile(r"skol|klass|elev|lärar|mentor|lektion|fritids|läx", re.IGNORECASE)
_PERSON_IN = re.compile(r"([^\W\d_]{3,}) i $")
_ROOM = re.compile(
    r"(?<![^\W_])(?:bor|ligger|sitter|möte\w*|ses|träff\w*|rum|sal|lokal|hus|port|avd\w*|plan|korridor\w*|buss\w*|skåp)"
    r"(?: [\wåäö]+){0,2} i $",
    re.IGNORECASE,
)
_SCHOOL_BEFORE = re.compile(rf"({_SCHOOL}),? (?:i )?$")
_SCHOOL_AFTER = re.compile(rf"(?:,| på| i| vid)? {_SCHOOL}")
_GRADE_AT_SCHOOL = re.compile(
    rf"(?<![^\W_])(?:gå|går|gick|gått|börja\w{{0,2}}) (?:"
    rf"(?:i )?(?P<grade>(?:klass|åk|årskurs)\.? ?\d (?:på|i|vid) {_SCHOOL})"
    rf"|på (?P<school>{_SCHOOL},? (?:i )?(?:klass|åk|årskurs)\.? ?\d)(?![\w-]))"
)
_SCHOOL_HINT = re.compile("skol|gymnasi")
_ENDS = re.compile(rf"(?P<school>(?:,| på| i| vid)? {_SCHOOL})?(?:[ .]*(?:\n|$)|(?(school)[,;(]|(?!)))")
_PROGRAMME = re.compile(r"[^\W\d_]{2,3}\d")
_BACK, _AROUND = 48, 160
_WHY = "Klass eller skola intill någons namn."
_WHY_CLASS = "Klassen, och skolan, som någon går i."


def find_schools(context: Context, found: Iterable[Candidate]) -> list[Candidate]:
    """The class and the school right after somebody's name."""
    text = context.text
    if not (context.has_digit or "skolan" in text):
        return []
    schools = (_AFTER_NAME.match(text, hit.end) for hit in found if hit.kind in ("name", "possible_name"))
    return [Candidate(*school.span("school"), "school", "medium", _WHY) for school in schools if school]


def find_classes(context: Context) -> Iterator[Candidate]:
    """The class with its letter that somebody goes to, and the school beside it."""
    text = context.text
    for found in _CLASS.finditer(text) if context.has_digit else ():
        is_lower_apart = found["gap"] == " " and found["letter"].islower()
        if hit := _class(text, *found.span(), labelled=bool(found["an"]), unlabelled=not is_lower_apart):
            yield hit
    for found in _NUMBERED.finditer(text):
        number = _NUMBER_WORD.search(text, max(0, found.start() - 5), found.start())
        if number and (hit := _class(text, number.start(), found.end(), labelled=True, unlabelled=True)):
            yield hit
    for found in _GRADE_AT_SCHOOL.finditer(text) if context.has_digit and _SCHOOL_HINT.search(text) else ():
        yield Candidate(*found.span(found.lastgroup or 0), "school", "medium", _WHY_CLASS)


def _class(text: str, start: int, end: int, *, labelled: bool, unlabelled: bool) -> Candidate | None:
    """The class at a place with its label and the schools beside it, if it is somebody's.

    Args:
        text: The text.
        start: Where its number begins.
        end: Where its letter ends.
        labelled: Whether the number itself says that it is a class: "9:an".
        unlabelled: Whether it may be one without a word before it; "8 b" may not.
    """
    if label := _LABEL.search(text, max(0, start - 12), start):
        start, labelled = label.start(), True
    school = _SCHOOL_BEFORE.search(text, max(0, start - _BACK), start)
    if not (labelled or unlabelled) or not (school or _is_somebodys(text, start, end, labelled)):
        return None
    after = _SCHOOL_AFTER.match(text, end)
    return Candidate(school.start() if school else start, after.end() if after else end, "school", "medium", _WHY_CLASS)


def _is_somebodys(text: str, start: int, end: int, labelled: bool) -> bool:
    """Whether what stands around a class says that somebody goes there."""
    back = max(0, start - _BACK)
    if _GOES.search(text, back, start) or (labelled and _INTO.search(text, back, start)):
        return True
    if text[end - 1].isupper() and _GOES_STRAIGHT.search(text, back, start):
        return True
    relative = _PERSON_IN.search(text, back, start)
    if relative and bits_of(relative[1]) & KIN.bit:
        return True
    if labelled and starts_sentence(text, start) and not text.startswith("Klass", start):
        ends = _ENDS.match(text, end)
        return bool(ends and (ends["school"] or not _PROGRAMME.match(text, start)))
    return bool(
        _IN.search(text, back, start)
        and _AT_SCHOOL.search(text, max(0, start - _AROUND), end + _AROUND)
        and not _ROOM.search(text, back, start)
    )
