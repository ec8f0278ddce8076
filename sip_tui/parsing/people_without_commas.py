"""Somebody on a line without commas, as people write in a hurry: "Anna Lind skolan", "kurator Samir Haddad"."""

from __future__ import annotations

import re

from sip_tui.meeting.model.enums import Kind
from sip_tui.meeting_file.vocabulary import kind_of_role
from sip_tui.privacy.name_lists import is_surname
from sip_tui.privacy.word_tables import is_given_name

_SMALL = frozenset(("von", "af", "de", "der", "van", "al", "och", "&"))
"""Words in lower case that stand in names."""
_SERVICE = re.compile(
    r"(?:tjänst|tjänsten|omsorg|omsorgen|sjukvård|skolan|kassan|vården|centralen|hälsan|enheten|mottagningen|förmedlingen|psykiatrin|habiliteringen"
    r"|gymnasiet|kommun|kommunen|region|regionen|förvaltningen|teamet|boendet|polisen|kliniken)$",
    re.IGNORECASE,
)
"""How the names of services end."""
_NAMED_AFTER = re.compile(
    r"(?:skola|central|mottagning|enhet|gymnasium|sjukhus|hem|klinik|team|boende|kyrka|stiftelse|förening|byrå)$",
    re.IGNORECASE,
)
"""How the names of services end that begin with somebody's: "Sankta Maria vårdcentral"."""
_AT = frozenset(("på", "från", "hos", "vid", "i"))
"""Words between somebody and where they work."""
_BETWEEN = re.compile(r"\s+[-–—/]\s*|\s*[/:]\s*")
"""Marks that stand where others write a comma."""
_MOST = 4
"""Words of a name."""


def without_commas(text: str) -> dict[str, str]:
    """Tell what one part alone says: a name, a role in small letters or with a bracket, else an organisation.

    A name that something else stands before or behind is taken out of it.
    """
    words = _BETWEEN.sub(" ", text).split()
    if is_name(text) and not words[-1].isupper():
        return _named(words) or {"name": text}
    if not _NAMED_AFTER.search(text) and (found := _begins_with_name(words) or _named(words)):
        return found
    return {"role" if text[:1].islower() or "(" in text else "organisation": text}


def is_name(text: str) -> bool:
    """Check whether all of a text is a name."""
    words = text.split()
    if text.islower() and words and is_given_name(words[0].capitalize()):
        return not _rest_begins(words)
    if not words or not all(word[:1].isupper() or word in _SMALL for word in words):
        return False
    first = words[0].partition("-")[0]
    if is_given_name(first) or (len(words) > 1 and is_surname(words[-1])):
        return True
    return len(words) == 2 and not words[0].isupper() and not any(_SERVICE.search(word) for word in words)


def _begins_with_name(words: list[str]) -> dict[str, str]:
    """Take a name and what follows it apart; empty when no name begins the words."""
    if not words or not (_is_given(words[0]) or _is_whole(words[:2])):
        return {}
    at = _rest_begins(words)
    rest = words[at:]
    cells = {"name": " ".join(words[:at] if at else words)}
    return cells | _role_and_place(rest) if at else cells


def _is_given(word: str) -> bool:
    return is_given_name(word.partition("-")[0].capitalize())


def _is_whole(words: list[str]) -> bool:
    """Check for two words of which the second is a surname, "Bo Ek", and the first no service."""
    return len(words) == 2 and words[0][:1].isupper() and is_surname(words[1]) and not _SERVICE.search(words[0])


def _rest_begins(words: list[str]) -> int:
    """Return which word no longer belongs to the name that the words begin with; 0 when all of them do."""
    for number, word in enumerate(words[1:], 1):
        if number >= _MOST or not (word in _SMALL or _goes_on(word, is_low=words[0].islower())):
            return number
    return 0


def _goes_on(word: str, *, is_low: bool) -> bool:
    """Check whether a word can be a surname: not a role, a service or an abbreviation of one."""
    if _SERVICE.search(word) or (word.isupper() and len(word) > 1) or word in _AT:
        return False
    if kind_of_role(word, adult=True) is not Kind.ACTOR:
        return False
    return word[:1].isupper() or (is_low and is_surname(word.capitalize()))


def _role_and_place(words: list[str]) -> dict[str, str]:
    """Tell the role in small letters from where somebody works, which begins with a capital, or after "på"."""
    at = next((n for n, word in enumerate(words) if word in _AT or word[:1].isupper() or _SERVICE.search(word)), None)
    role, place = (words, []) if at is None else (words[:at], words[at:])
    place = place[1:] if place and place[0] in _AT else place
    cells = {"role": " ".join(role), "organisation": " ".join(place)}
    return {name: text for name, text in cells.items() if text}


def _named(words: list[str]) -> dict[str, str]:
    """Take a role and the name behind it apart, "god man Bo Ek"; empty when there is no such name."""
    begins = (n for n, word in enumerate(words) if n and word[:1].isupper())
    at = next((n for n in begins if _is_given(words[n]) or _is_whole(words[n:])), 0)
    head, name = words[:at], words[at:]
    is_role = all(word.islower() for word in head) or (len(name) > 1 and at == 1 and not _is_given(head[0]))
    if not at or not is_role or not is_name(" ".join(name)) or is_surname(head[0]):
        return {}
    return {"name": " ".join(name), "role": " ".join(head)}
