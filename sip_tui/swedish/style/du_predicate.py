"""What is said to be the person's: "Valet är Tuvas" is "Valet är ditt", by what stands before the verb.

Source: Svenska Akademiens grammatik: a predicative possessive agrees with the subject in gender and number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sip_tui.swedish import words as table
from sip_tui.swedish.grammar.clause import (
    AND,
    NOMINATIVE,
    Word,
    following,
    infinitive,
    is_auxiliary,
    is_finite,
    is_infinitive,
    subjunctions,
    verb_form,
)
from sip_tui.swedish.grammar.people import Mention
from sip_tui.swedish.grammar.possessive import is_noun, owned_when_definite, possessive
from sip_tui.swedish.style.clause_walk import FAR, is_adverbial, is_name
from sip_tui.swedish.style.du_control import end_of_owners

_PART = frozenset({"en", "ett", "någon", "något", "några", "ingen", "inget", "vem", "vilka", "två", "flera", "många"})
"""Before "av" they tell of many: "en av Tuvas lärare"."""
_OFTEN_MANY = frozenset({"barn", "barnbarn", "syskon"})
"""After "det är" they may be several."""
_COPULAS = frozenset({"vara", "bli"})
_DETERMINERS = {
    **dict.fromkeys(("en", "den", "denna", "någon", "ingen", "vilken", "min", "egen"), "din"),
    **dict.fromkeys(("ett", "det", "detta", "allt", "något", "inget", "vilket", "mitt", "eget"), "ditt"),
    **dict.fromkeys(("de", "dessa", "några", "inga", "vilka", "mina", "egna", "två", "båda", "alla"), "dina"),
}
"""They tell the gender and number of what they stand before."""


def word_for_owned(words: tuple[Word, ...], mention: Mention, first: int, *, single: bool) -> str | None:
    """Give "din", "ditt" or "dina" for an owner by the noun that follows, or by what is said to be theirs.

    Args:
        words: The words of the paragraph.
        mention: The owner.
        first: Where the sentence begins.
        single: Whether one thing is owned, where one and many look the same.
    """
    if mention.first - 2 >= first and words[mention.first - 1].low == "av" and words[mention.first - 2].low in _PART:
        return "dina"
    rest, said = following(words, end_of_owners(words, mention.last)), said_to_own(words, mention.first, first)
    if said and not _has_noun(rest):
        return said
    it_is = [word.low for word in words[max(0, mention.first - 2) : mention.first]] in (["det", "är"], ["det", "var"])
    is_most = it_is and (*rest, "")[0].endswith(("sta", "aste", "enda"))
    one = it_is and (*rest, "")[0] not in _OFTEN_MANY
    return possessive(rest, single=single or one or is_most or said in {"din", "ditt"}) or said


def _has_noun(rest: Sequence[str]) -> bool:
    """Whether what follows an owner is a noun: none in "Tuvas nu", "Tuvas att bestämma", "Tuvas och föräldrarnas"."""
    if not rest or rest[0] in subjunctions():
        return False
    if rest[0] not in AND:
        return not is_adverbial(rest[0])
    beside = rest[-1].endswith("s") and not is_noun(rest[-1])
    then = (*rest, "")[1]
    return not (beside or is_finite(then) or then in NOMINATIVE | {"det"})


def said_to_own(words: Sequence[Word], owner: int, first: int) -> str | None:
    """Give "din", "ditt" or "dina" for the owner ``words[owner]``, who has no noun after.

    Returns:
        The word by what is owned: "cykeln" in "Cykeln är Tuvas", "Är cykeln Tuvas?" and "cykeln som är Tuvas"; None
        where that is not known.
    """
    verb = _verb_before(words, owner, first)
    if verb < 0:
        return None
    start = _start(words, verb, first)
    if start > first and words[start - 1].low == "som":
        heads = frozenset(_heads(words, start - 1, first))
        return next(iter(heads)) if len(heads) == 1 else None
    is_before = start < verb and not is_adverbial(words[start].low)
    named = [word.low for word in (words[start:verb] if is_before else words[verb + 1 : owner])]
    return None if named == ["det"] else _of_phrase(named)


def _verb_before(words: Sequence[Word], owner: int, first: int) -> int:
    """Find the finite verb of "är Tuvas", "ska bli Tuvas", "är cykeln Tuvas"; -1 when it is another verb."""
    near = range(owner - 1, max(first, owner - FAR) - 1, -1)
    verb = next((at for at in near if verb_form(words[at].low) and not is_name(words[at])), -1)
    if verb < 0 or infinitive(words[verb].low) not in _COPULAS:
        return -1
    led = (at for at in range(verb - 1, max(first, verb - FAR // 2) - 1, -1) if is_auxiliary(words[at].low))
    return verb if is_finite(words[verb].low) else next(led, -1)


def _start(words: Sequence[Word], verb: int, first: int) -> int:
    """Where the clause of a verb begins: after a pause, a subjunction, or "och" when another clause stands before."""
    first = max(first, verb - 2 * FAR)
    for at in range(verb, first, -1):
        before = words[at - 1].low
        joined = before in AND and any(is_finite(word.low) for word in words[first : at - 1])
        opens = before in subjunctions() and not (before == "att" and is_infinitive(words[at].low))
        if joined or words[at].paused or opens:
            return at - (before in _DETERMINERS)
    return first


def _heads(words: Sequence[Word], som: int, first: int) -> Iterator[str]:
    """Give what each noun takes that "som" may belong to, after its verb: "ett rum på korttids som är Tuvas"."""
    phrase: list[str] = []
    first = max(first, som - 2 * FAR)
    verb = next((at for at in range(som - 1, first - 1, -1) if is_finite(words[at].low)), first - 1)
    for word in reversed(words[verb + 1 : som]):
        ends = word.paused or word.low in table("du_form", "prepositions") or verb_form(word.low) is not None
        if not (ends or is_name(word)):
            phrase.insert(0, word.low)
        if ends or word.low in _DETERMINERS:
            yield from filter(None, [_of_phrase(phrase)])
            phrase = []
    yield from filter(None, [_of_phrase(phrase)])


def _of_phrase(phrase: Sequence[str]) -> str | None:
    """Tell what a noun takes with what describes it, by the first word, or by its ending; "dina" for several."""
    told = [low for low in phrase if not (low in table("du_form", "adverbs") or infinitive(low) in _COPULAS)]
    if told and told[0] in _DETERMINERS:
        return _DETERMINERS[told[0]]
    if told[1:] and told[0].endswith("s"):  # "Tuvas dator"
        return possessive(told[1:])
    ends = table("du_form", "prepositions") | {"att"}
    end = next((at for at, low in enumerate(told) if low in ends), len(told))
    nouns = {owned_when_definite(low) for low, after in pairwise([*told[:end], "och"]) if after in AND}
    if None in nouns:
        return None
    return "dina" if AND & {*told[:end]} else next(iter(nouns), None)
