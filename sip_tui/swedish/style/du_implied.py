"""Lines that name nobody, as notes about the person have: "tar medicin när hon vill", "svårt att sova"."""

from __future__ import annotations

from itertools import takewhile

from sip_tui.swedish import words as table
from sip_tui.swedish.grammar.clause import NOMINATIVE, Word, is_finite
from sip_tui.swedish.grammar.other_people import is_agent
from sip_tui.swedish.grammar.people import PRONOUNS, Addressee, find_mention


def leaves_out_subject(words: tuple[Word, ...], first: int, end: int, person: Addressee, *, asks: bool) -> bool:
    """Whether the sentence ``words[first:end]`` begins with what the person does, or how the person is."""
    if is_finite(words[first].low):
        return not asks and not _has_subject_after(words, first, person)
    if words[first].low not in table("lived", "states"):
        return False
    until = takewhile(lambda at: at == first or not words[at].paused, range(first, end))
    return not any(names_somebody(words, at, person) for at in until if words[at].low not in PRONOUNS)


def is_topic(words: tuple[Word, ...], before: tuple[int, int], person: Addressee) -> bool:
    """Whether what stands before a colon is one word that names nobody: "medicin: glömmer kvällsdosen"."""
    first, end = before
    return end == first + 1 and not names_somebody(words, first, person)


def names_somebody(words: tuple[Word, ...], at: int, person: Addressee) -> bool:
    """Whether a word names the person, somebody else or an office."""
    listed = words[at].low.removesuffix("s") in person.others or is_agent(words, at)
    return listed or find_mention(words, at, person) is not None


def _has_subject_after(words: tuple[Word, ...], at: int, person: Addressee) -> bool:
    """Whether the verb ``words[at]`` has its subject after it: "tycker mamma", "ska hon"."""
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None or after.opens:
        return False
    named = after.has_capital or is_agent(words, at + 1) or after.low in person.others
    return named or after.low in NOMINATIVE or after.low in PRONOUNS
