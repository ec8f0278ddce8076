"""Names as they are looked up: in the definite form, "kuratorn", and in short, "soc.sekr.", "arb. terapeuten"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sip_tui.privacy.finders.name_spellings import is_everyday, is_one_edit, is_short_form
from sip_tui.privacy.name_lists import is_surname
from sip_tui.privacy.word_tables import is_given_name
from sip_tui.swedish import word_table
from sip_tui.swedish.dates.no_time import is_verb
from sip_tui.swedish.grammar.clause import is_finite, verb_form

Names = Mapping[str, list[str]]
"""Ids by each name in small letters: whole names, and the words in them."""

_TWO_PARTS = re.compile(r"\W*(?P<first>[^\W\d_]{2,})(?P<between>\. |[.-]| )(?P<second>[^\W\d_]{3,})\.?(?=[\s,:)]|$)")
"""What may be one word, shortened or written as two: "soc.sekr.", "arb. terapeuten", "skol sköterskan"."""
_ONE_PART = re.compile(r"\W*(?P<first>[^\W\d_]{3,})\.(?= ?[a-zåäö])")
"""What may be the beginning of a word: "kur. bokar"."""
_NO_DOT = re.compile(r"\W*(?P<first>[^\W\d_]{4,})(?=: | \(| (?P<verb>[a-zåäö]+))")
"""The same without a dot, before what somebody does: "hemtj byter nyckel"."""
_LEAST = 4
"""Letters of a name in which one may be wrong."""
_LEFT_OUT = 3
"""How many letters are left out at least where there is no dot."""
_ENDINGS = (("en", 4), ("et", 4), ("n", 5))
"""Endings of the definite form, and how much must be left before them."""


def find_name(name: str, names: Names) -> list[str]:
    """Find a name, also in the definite form that roles are spoken of in: "kuratorn", "läkaren", "tolken"."""
    return next((names[form] for form in _stems(name) if form in names), [])


def misspelt(word: str, names: Names) -> list[str]:
    """Give those whom a word may be that is no name here: one other letter, "Mehmed", short, "Majsan", or "Lasse"."""
    low = word.casefold()
    called = [row for name in word_table("nicknames")["names"].get(low, ()) for row in names.get(name, ())]
    if called or len(low) < _LEAST or verb_form(low) or is_everyday(low):
        return list(dict.fromkeys(called))
    near = (ids for name, ids in names.items() if len(name) >= _LEAST and _is_near(low, name))
    return list(dict.fromkeys(row for ids in near for row in ids))


def _is_near(word: str, name: str) -> bool:
    endings = ("",) if word.endswith("s") else ("", "n", "en")
    return is_short_form(word, name) or any(is_one_edit(word, f"{name}{ending}") for ending in endings)


def shortened(text: str, names: Names) -> tuple[list[str], int] | None:
    """Give those whose name begins the text in short, and how long it is; None when none does.

    Without a dot it may be a word of its own, "enhet ringer": the one whom it may be is given twice, and not sure.

    Nobody is given for another one of an office, "soc.jouren", so that it is not the office's one in the room.
    """
    found = _TWO_PARTS.match(text)
    ids = _of_two_parts(found, names) if found else []
    if found and ids:
        return ids, found.end()
    one = _ONE_PART.match(text)
    first = one["first"].casefold() if one else ""
    if one and not find_name(first, names) and len(ids := _beginning(first, "", names)) == 1:
        return ids, one.end()
    if (bare := _NO_DOT.match(text)) and (ids := _without_dot(bare, names)):
        return ids * 2, bare.end("first")
    return ([], 0) if found and _is_another(found, names) else None


def _without_dot(found: re.Match[str], names: Names) -> list[str]:
    """Give those whose role or office a word is the beginning of; a word or a name of its own is none."""
    first, verb = found["first"].casefold(), found["verb"]
    if (verb and not is_verb(verb)) or find_name(first, names) or is_everyday(first):
        return []
    if is_given_name(first.title()) or is_surname(first.title()):
        return []
    return _beginning(first, "", {name: ids for name, ids in names.items() if len(name) >= len(first) + _LEFT_OUT})


def _of_two_parts(found: re.Match[str], names: Names) -> list[str]:
    first, second = found["first"].casefold(), found["second"].casefold()
    ids = _beginning(first, second, names)
    if found["between"] != " " or set(ids) & set(find_name(first, names)):
        return ids
    return find_name(first + second, names)


def _is_another(found: re.Match[str], names: Names) -> bool:
    """True for a word with a dot in it that is no name, and no two words without a blank: "BUP.ringer"."""
    second = found["second"].casefold()
    return found["between"] == "." and not is_finite(second) and not find_name(second, names)


def _beginning(first: str, second: str, names: Names) -> list[str]:
    """Find the words that one part begins and the other is in: "soc" and "sekr" of "socialsekreterare"."""
    stems = _stems(second)
    whole = (name for name in names if name.startswith(first) and any(stem in name[len(first) :] for stem in stems))
    return list(dict.fromkeys(row for name in whole if " " not in name for row in names[name]))


def _stems(word: str) -> list[str]:
    """Give a word, and what it is without the ending of the definite form."""
    ends = [end for end, least in _ENDINGS if word.endswith(end) and len(word) - len(end) >= least]
    return [word, *(word.removesuffix(end) for end in ends)]
