"""Words that say when, where or how: a main clause may begin with them, and has its subject after its verb then."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from sip_tui.swedish import words as table

_ADVERB = re.compile(
    r"tidigare|senare|förut|numera|ibland|oftast|ofta|sällan|hittills|snart|strax|hemma|annars|kanske|troligen"
    r"|tyvärr|hellre|helst|egentligen|framöver|efteråt|dessutom|ändå|först|sist|nästa|förra|varje|varannan|vartannat"
    r"|hela|igår|idag|imorgon|ikväll|imorse|nu|då|sen|sedan|här|där|hit|dit|[0-9]{1,4}|v[0-9]*|kl|klockan"
    r"|\w{3,}(?<!bevis)(?<!ervis)vis|\w{2,}ligen"
)
_TIME = re.compile(
    r"\w*(?:dag|dagen|dagar|dagarna|kväll|kvällen|kvällar|kvällarna|morgon|morgonen|morgnar|morgnarna|natt|natten|nätter"
    r"|nätterna|vecka|veckan|veckor|veckorna|helg|helgen|helger|helgerna|månad|månaden|månader|månaderna|höst|hösten"
    r"|sommar|sommaren|somrar|vinter|vintern|termin|terminen|terminer|lov|lovet|lunch|stund"
    r"|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)|gång|gången|gånger|vår|våren"
)
_WEEKDAYS = frozenset({"måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"})
_SPAN = re.compile(
    r"tag|tid|tiden|år|året|åren|halvåret|timme|timmar|minuter|perioder|period|perioden|delen|framåt|fram"
)
"""They say when with a word before them, "en tid", "längre fram", and may be a thing alone."""
_MANNER = re.compile(r"\w+(?:igt|skt|ellt|ivt|samt|alt|bundet)")
"""They may be a thing, or describe one: "Muntligt passar Tuva"."""
_PHRASES = (("allt", "oftare"), ("allt", "mer"), ("mer", "och", "mer"), ("större", "delen"), ("då", "och", "då"))
_BEGINS = frozenset(begins[0] for begins in _PHRASES)
_AS = frozenset(
    {
        *(("så", "småningom"), ("så", "fall"), ("så", "gott")),
        *(("som", "varje"), ("som", "vanligt"), ("som", "tidigare")),
    }
)


def is_weekday(low: str) -> bool:
    """Whether a word in small letters is a day of the week, which says when without a preposition: "ringer måndag"."""
    return low in _WEEKDAYS


def tells_when(low: str) -> bool:
    """Whether a word in small letters is an adverbial: "ibland", "måndagar", "förr", "vanligtvis"."""
    return is_adverb(low) or _is_time(low)


@lru_cache(maxsize=4096)
def _is_time(low: str) -> bool:
    return _TIME.fullmatch(low) is not None


@lru_cache(maxsize=4096)
def is_adverb(low: str) -> bool:
    """Whether a word in small letters can be nothing but an adverbial, or begin one: "ibland", "varje"."""
    return low in table("du_form", "fronted") or _ADVERB.fullmatch(low) is not None


def say_when(phrase: Sequence[str]) -> bool:
    """Whether the words before a verb say when or how: "två kvällar i veckan", "senaste tiden", "socialt"."""
    if phrase and phrase[0] in _BEGINS and any(phrase[: len(begins)] == list(begins) for begins in _PHRASES):
        return True
    prepositions = table("du_form", "prepositions")
    end = next((at for at, low in enumerate(phrase) if low in prepositions), len(phrase))
    head = phrase[end - 1] if end else ""
    spans = end > 1 and (head != "delen" or _SPAN.fullmatch(phrase[-1]) is not None)
    manner = len(phrase) == end == 1 + (phrase[:1] == ["rent"]) and _MANNER.fullmatch(head)
    return bool(_is_time(head) or (spans and _SPAN.fullmatch(head)) or manner)


def leads_time(low: str, after: str) -> bool:
    """Whether a word that may open a clause begins a time or a manner: "om dagen", "så småningom", "som värst"."""
    is_time = low == "om" and (after == "året" or _is_time(after))
    return is_time or (low, after) in _AS or (low == "som" and after.endswith("st"))
