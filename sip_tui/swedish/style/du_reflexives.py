"""Whose "sig" and "sin" are: the person's, the person's and somebody's beside, or somebody else's."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from sip_tui.swedish import words as table
from sip_tui.swedish.grammar.clause import (
    AND,
    NOMINATIVE,
    VerbForm,
    Word,
    following,
    infinitive,
    is_finite,
    verb_form,
)
from sip_tui.swedish.grammar.other_people import is_agent, pronouns_of
from sip_tui.swedish.grammar.people import PRONOUNS, REFLEXIVE, Addressee, Mention, find_mention
from sip_tui.swedish.style.antecedents import FAR
from sip_tui.swedish.style.clauses import Clauses
from sip_tui.swedish.style.du_company import is_in_row
from sip_tui.swedish.style.du_control import NO_INFINITIVE, before_infinitive, end_of_infinitive
from sip_tui.swedish.style.du_front import OBJECT

_REFLEXIVE_OF_TWO = {"sig": "er", "sin": "er", "sitt": "ert", "sina": "era"}
_ONE_ACTS = frozenset({"ha", "ta", "lova", "visa", "ge", "skicka", "lämna", "låna", "berätta", "mejla"})
"""Verbs with somebody who gets something of the subject's own: "visar Samir sina betyg"."""

_FIRST_PERSON = {"min": "din", "mitt": "ditt", "mina": "dina", "jag": "du", "mig": "dig", "mej": "dig"}
_OWN = frozenset({"min", "mitt", "mina", "jag"})
"""Words of the one who does it; "mig" alone may be the one who types: "ringer mig"."""
_COUNTED = frozenset({"en", "par", "några", "fem", "tio", "femton", "tjugo", "trettio", "fyrtio", "sextio"})
"""After these "min" is minutes."""


class Reflexives:
    """Finds the reflexives of the person in the words of a paragraph."""

    def __init__(self, words: tuple[Word, ...], person: Addressee) -> None:
        self.words, self.person = words, person

    def own(self, first: int, end: int) -> Iterator[int]:
        """Find them up to the first who is named."""
        for at in range(first, end):
            low = self.words[at].low
            if low in REFLEXIVE:
                yield at
            elif at > first and (low in NOMINATIVE or low in PRONOUNS or self._is_agent(at)):
                break

    def are_wished(self, before: tuple[int, int], first: int) -> bool:
        """Whether what the person wishes for follows a sentence and its colon: "Tuva vill: ha Liv med sig"."""
        begin, end = before
        mention = find_mention(self.words, begin, self.person) if begin < end == first else None
        if mention is None or mention.owns or verb_form(self.words[first].low) is not VerbForm.INFINITIVE:
            return False
        verbs = [word.low for word in self.words[mention.last + 1 : end]]
        return 0 < len(verbs) < 4 and is_finite(verbs[0])

    def first_person(self, first: int, end: int) -> Iterator[tuple[int, str]]:
        """Give what somebody's own words become in what they do, all or none: "ringer min bror när jag vill"."""
        own = [at for at in range(first, end) if self.words[at].low in _FIRST_PERSON and not self._is_counted(at, end)]
        if any(self.words[at].low in _OWN for at in own):
            yield from ((at, _FIRST_PERSON[self.words[at].low]) for at in own)

    def _is_counted(self, at: int, end: int) -> bool:
        """Whether "min" is minutes: "går 15 min", "10 min promenad"."""
        before = self.words[at - 1].low if at else ""
        is_number = before[:1].isdecimal() or before in _COUNTED
        return self.words[at].low == "min" and (is_number or at + 1 == end)

    def of_row(self, at: int, last: int, first: int, sentence: Clauses) -> Mapping[str, str]:
        """Give what they become after the person at ``words[at : last + 1]``, alone or in a row."""
        words = self.words
        after = last + 2 < len(words) and words[last + 1].low in AND and not is_finite(words[last + 2].low)
        before = at > first and words[at - 1].low in AND - {"men"} and not is_finite(words[at - 2].low)
        clause = sentence.of(at)
        in_row = (after and words[last + 1].low != "men") or (before and clause.start != at)
        in_row |= clause.is_row and is_in_row(clause, at)
        return _REFLEXIVE_OF_TWO if in_row else REFLEXIVE

    def after(
        self, after: int, end: int, words: Mapping[str, str], of_sentence: Callable[[], Clauses]
    ) -> Iterator[tuple[int, str | None]]:
        """Find those in the clause of ``words[after]``, as long as nobody else can be meant; None for a doubted one."""
        if not any(word.low in words for word in self.words[after + 1 : min(end, after + FAR)]):
            return
        sentence, shared = of_sentence(), False
        clause = sentence.of(min(after, end - 1))
        of_others = self._done_by_others(after, end)
        for at in range(after + 1, min(end, after + FAR)):
            if at in of_others or sentence.of(at) is not clause:
                continue
            low, before = self.words[at].low, self.words[at - 1].low
            if self._begins_another(at):
                break
            shared &= not (before in AND and is_finite(low))
            named = at > after + 1 and pronouns_of(self.words, at) is not None and verb_form(before) is not None
            shared |= named and infinitive(before) not in _ONE_ACTS
            if low in words:
                yield at, None if shared else words[low]

    def _done_by_others(self, after: int, end: int) -> frozenset[int]:
        """Find the words of infinitives that somebody else does: "du ger mamma tid att vila sig"."""
        done: set[int] = set()
        for at in filter(self._is_agent, range(after + 1, min(end, after + FAR))):
            does = before_infinitive(self.words, Mention(at, at), OBJECT, end)
            if does != NO_INFINITIVE:
                done.update(range(does + 1, end_of_infinitive(self.words, does, end)))
        return frozenset(done)

    def _begins_another(self, at: int) -> bool:
        """Whether somebody else does the rest: "ber mamma ta sin bil", "och BUP sin del"."""
        words = self.words
        if at + 1 >= len(words) or not self._is_agent(at + 1):
            gapped = (words[at].paused or words[at - 1].low in AND) and self._is_agent(at) and at + 1 < len(words)
            return gapped and (words[at + 1].low in REFLEXIVE or self._goes_without_verb(at))
        return infinitive(words[at].low) in table("du_form", "object_acts")

    def _goes_without_verb(self, at: int) -> bool:
        """Whether the same is said of somebody else without the verb: "Tuva bor hos sin pappa, Rut hos sin mamma"."""
        rest = following(self.words, at)
        return rest[0:1] != [] and rest[0] in table("du_form", "prepositions") and not any(map(is_finite, rest))

    def _is_agent(self, at: int) -> bool:
        return is_agent(self.words, at) or self.words[at].low in self.person.others
