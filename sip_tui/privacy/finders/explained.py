"""What stands behind a name that begins a sentence and says that it is somebody: "Annika på BVC", "Emil (bror)"."""

from __future__ import annotations

import re

from sip_tui.privacy.name_lists import KIN, ROLES, is_word
from sip_tui.privacy.word_tables import bits_of, is_given_name

_CAPITAL = r"[A-ZÅÄÖÉ][^\W\d_]+(?:-[A-ZÅÄÖÉ][^\W\d_]+)?"
_IN_BRACKETS = re.compile(rf"(?:(?:,| o| och| &) {_CAPITAL}){{0,3}} ?\((?P<who>[^\W\d_]+)")
_AT_WORK = re.compile(
    r" (?:på|från|fr|hos|i(?! (?:dag|morgon|går|kväll|natt|morse|veckan|helgen|år|vår|höst|sommar|vinter|jul|mål)"
    r"(?![^\W_]))) [^\W\d_]{2,}|: [a-zåäö]|, som "
)
_BESIDE = re.compile(rf" (?:och|o|&) (?P<other>{_CAPITAL})|, (?:[a-zåäö]+s )?(?P<who>[a-zåäö]+)[,.]")
_IS_SO_OLD = re.compile(r", ?\d{1,2} år(?![^\W_])|,? \(\d{1,2}(?: år)?\)")
_WHO = KIN.bit | ROLES.bit


def is_explained(text: str, start: int, stop: int) -> bool:
    """Whether what follows a name, which is no word, says who it is: a place of work, a relative, an age."""
    who = _IN_BRACKETS.match(text, stop)
    if who is not None and bits_of(who["who"]) & _WHO:
        return True
    name = text[start:stop]
    if is_word(name.lower()):
        return False
    if _IS_SO_OLD.match(text, stop) or ("-" in name and all(map(is_given_name, name.split("-")))):
        return True
    beside = _BESIDE.match(text, stop)
    if beside is None:
        return _AT_WORK.match(text, stop) is not None
    return is_given_name(beside["other"]) if beside["other"] else bool(bits_of(beside["who"]) & _WHO)
