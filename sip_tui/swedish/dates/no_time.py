"""What in a line only looks like its time: "rum 3/12", "schema för fredag", "frågar om Tuva kan börja kl 9"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from sip_tui.swedish import words as table
from sip_tui.swedish.dates.vocabulary import NUMBER
from sip_tui.swedish.grammar.clause import infinitive, is_finite

_MARKED = (":", ",", "-", "–", "—", "→")
_PROMISED = re.compile(r"(?:klar[ta]? |allra )?senast |klar[ta]? |inom |deadline |dl ")
"""A time that says by when the deed is done is the deed's, whatever it stands after."""
_TALKS = re.compile(r"(?:kolla|prata|tala|fråga|hör|diskutera|berätta|informera|samtala)[a-zåäö]{0,3}$")
"""Verbs of which "om helgerna" is what it is about."""
_AHEAD = re.compile(rf"om (?:{NUMBER}|ett par|några) ?(?:d|dgr|v|mån|dag|veck|månad|kvartal|halvår|år)", re.IGNORECASE)
"""So long from now, "om tio dagar"; no verb is about it."""
_CLAUSES = frozenset({"om", "att", "ifall", "huruvida", "that", "whether", "if"})
"""Words that begin what somebody says or asks; a time of day in it is not the deed's."""
_QUESTIONS = _CLAUSES - {"att", "that"}
"""Those of what somebody asks, or of a condition: no time in it is the deed's, but for a deadline."""
_TAKES = re.compile(r"(?:ta|tar|tas|tog|tagits?|lägg(?:a|er|s)|plockar?s?|kom(?:ma|mer)?)")
"""Verbs that "fram" belongs to."""
_IS_OBJECT = re.compile(r"(?:helger|kvällar|nätter|morgnar|lov|veckor)na")
"""Times that a verb has as its object: "tar helgerna"."""
_MAKES = frozenset({"ha", "göra", "få", "hålla", "ställa"})
"""Verbs with something that is "klart": "har schemat klart", "gör rummet klart"."""
_PARTICLES = frozenset({"av", "om", "mot"})
_ALSO_VERBS = frozenset({"åt"})
"""Prepositions that are a verb as well: "om färdtjänst åt Liv"."""
_ALSO_NAMES = frozenset({"per"})
"""Prepositions that somebody in the room may be called by: "kontaktas av Per nästa vecka"."""
_EARLIER = frozenset({"senast", "innan", "före", "inför", "efter", "inom", "till", "på", "under"})
"""Before a time, after "i", which is the verb's then: "fyller i före fredag"."""
_TO_SOMEBODY = frozenset({"t", "till", "m", "med", "för", "av", "från", "fr", "åt", "hos", "och", "o"})
"""Before a capital they lead to somebody: "till Tor" is no Thursday where a Tor is."""
_ITS_OWN = frozenset(
    {"varje", "varannan", "vartannat", "på", "i", "senast", "innan", "före", "inom", "till", "den", "vid", "under"}
)
"""What a time begins with that nothing before it governs."""
IsName = Callable[[str], bool]
"""Tells whether words are somebody's name."""


def begins_with_name(words: Sequence[str], is_name: IsName) -> bool:
    """True for more words than one of which the first is somebody: "Tom på torsdag" is Tom, and not "t.o.m."."""
    return len(words) > 1 and words[0].isalpha() and words[0].istitle() and is_name(words[0])


def names_somebody(words: Sequence[str], is_name: IsName) -> bool:
    """True for words with somebody behind a comma or a preposition: "varannan vecka, Dag", "t Tor"."""
    pairs = ((before.casefold(), word) for before, word in pairwise(words) if word[:1].isupper())
    return any(is_name(word) for before, word in pairs if before in _TO_SOMEBODY or before.endswith((",", ":", ";")))


def is_particle(words: Sequence[str], index: int) -> bool:
    """True for a word that belongs to the verb before it: "klart" in "gör klart schemat", "fram" in "tas fram"."""
    before, word = (words[index - 1].casefold() if index else "a"), words[index].casefold()
    if word in line_words("done"):
        return is_verb(before) or before.endswith(("a", "är")) or _is_made(words, index)
    if index and _goes_with(words, index):
        return True
    return word == "fram" and bool(_TAKES.fullmatch(before))


def _is_made(words: Sequence[str], index: int) -> bool:
    """True for what somebody has or makes something: "klart" in "har schemat klart", and not in "gör schema, klart"."""
    begins = index
    while begins and not words[begins - 1].endswith(_MARKED):
        begins -= 1
    return any(infinitive(word.casefold()) in _MAKES for word in words[begins : index - 1])


def is_no_time(words: Sequence[str], index: int, is_name: IsName) -> bool:
    """True for what only looks like a time: "3 mån", "schema för fredag"; not for "stämmer av på fredag"."""
    word, before = words[index].casefold(), words[index - 1].casefold().lstrip("(") if index else ""
    unit = before[:1].isdecimal() and word.rstrip(".") in line_words("units")
    unit = unit or (word == "senare" and before in {"min", "minuter", "timme", "timmar", "h"})
    particle = before in _PARTICLES and (
        word in _ITS_OWN
        or (before == "av" and index > 1 and is_verb(words[index - 2]))
        or (before == "om" and _goes_with(words, index - 1))
    )
    particle = particle or (before == "i" and word in _EARLIER and index > 1 and is_verb(words[index - 2]))
    particle = particle or (before in _ALSO_NAMES and is_name(before))
    governed = (before in line_words("governs") and not particle) or (_IS_OBJECT.fullmatch(word) and is_verb(before))
    return unit or bool(governed) or (word[:1].isdecimal() and _is_numbered(words, index))


def _is_numbered(words: Sequence[str], index: int) -> bool:
    """True for the number of a room or a page, "i rum 3/12"; "bokar rum 3/12" is a day."""
    before = words[index - 1].casefold().lstrip("(") if index else ""
    booked = before in line_words("bookable") and index > 1 and is_verb(words[index - 2])
    return before in line_words("numbered") and not booked


def is_within_clause(words: Sequence[str], index: int) -> bool:
    """True for a time in what somebody asks or says: "frågar om Tuva kan börja kl 9", "om han kan ta onsdagarna"."""
    text = " ".join(words[index:])
    about = text.casefold().startswith("om ") and not _AHEAD.match(text)
    if about and any(_TALKS.match(word.casefold()) for word in words[:index]):
        return True
    if words[index - 1].endswith(_MARKED) or _PROMISED.match(text.casefold()):
        return False
    opens = _CLAUSES if is_clock(text) else _QUESTIONS
    begins = next((at for at in range(1, index) if words[at].casefold() in opens and not _goes_with(words, at)), index)
    clause = [word.casefold() for word in words[begins + 1 : index]]
    says = any(is_finite(word) for word in clause if word not in _ALSO_VERBS)
    return says and not any(_ends_clause(*three) for three in zip(clause, clause[1:], (*clause[2:], ""), strict=False))


def _goes_with(words: Sequence[str], at: int) -> bool:
    """True for "om" that belongs to the verb before it: "packar om och lämnar", and not "frågar om"."""
    return words[at].casefold() == "om" and infinitive(words[at - 1].casefold()) in line_words("with_om")


def _ends_clause(before: str, word: str, after: str) -> bool:
    """True where another deed begins: "kollar om det har kommit, ringer fredag", "… är ok, Liv ringer fredag"."""
    is_next = before.endswith(",") and (is_finite(word) or is_finite(after))
    return is_next or (before in ("och", "o") and word in line_words("reports"))


def is_verb(word: str) -> bool:
    """True for what may be a verb in the present: "ringer", "ska", "träffas"."""
    plain = word.casefold()
    if plain in line_words("modals"):
        return True
    return (
        len(plain) > 2
        and plain.endswith(("r", "s"))
        and plain.isalpha()
        and not any(plain in line_words(name) for name in ("governs", "numbered", "hangs", "no_verbs"))
    )


def is_clock(phrase: str) -> bool:
    """True for a time of day alone: "kl 9", "klockan 13.30"."""
    return phrase.casefold().startswith(("kl", "klockan")) and len(phrase.split()) < 3


def line_words(name: str) -> frozenset[str]:
    """Give a table of the words that tell where in a line the time stands."""
    return table("line_time", name)
