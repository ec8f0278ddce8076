"""Given names that are the word which is spelt alike: "Rosa väggar", "Mys på fredagar", "Val: Dans"."""

from __future__ import annotations

import re

from sip_tui.paths import name_list
from sip_tui.privacy.homographs import Verdict, judge
from sip_tui.privacy.name_lists import KIN, is_word
from sip_tui.privacy.verb_forms import is_finite
from sip_tui.privacy.word_tables import WordSet, bits_of

_NO_GENITIVES = WordSet("no_genitives", "name_words")
_ROOMS = frozenset({"rum", "plats", "hus"})
_GROUPS = WordSet("groups", "name_surroundings")
_AMONG = re.compile(r" (?:i|på|från|ur) (?P<group>[a-zåäö]{3,}|\d{1,2}[a-hA-H]?) (?P<does>[a-zåäö]{2,})(?![\w-])")
_NEXT_WORD = re.compile(r"[ ]([^\W\d_]+)")


def is_the_word(text: str, start: int, end: int) -> bool:
    """Whether a given name, or its genitive, is a word at this place."""
    if text[end - 1] == "s" and text[start:end] not in name_list("given_names"):
        after = _NEXT_WORD.match(text, end)
        if text[start:end].lower() in _NO_GENITIVES and not (after and bits_of(after[1]) & KIN.bit):
            return True  # "Val: Dans", and not "Dans mamma"
        end -= 1
    return is_word(text[start:end].lower()) and judge(text, start, end) is Verdict.WORD and not _is_of_group(text, end)


def _is_of_group(text: str, end: int) -> bool:
    """Whether a name begins one of a class or a team, who does something: "Klara i klassen slår", no "Klara i tid"."""
    found = _AMONG.match(text, end)
    return found is not None and (found["group"] in _GROUPS or found["group"][0].isdigit()) and is_finite(found["does"])


def owns_a_room(name: str, noun: str) -> bool:
    """Whether a name is a genitive before where somebody is: "sover i Lasses rum", no "Elin rum"."""
    return noun in _ROOMS and name.endswith("s") and name not in name_list("given_names")
