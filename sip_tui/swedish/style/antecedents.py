"""Antecedents: who besides the person may be meant by "hon".

Source: Svenska Akademiens grammatik: what a subject owns or does to itself is "sin" and "sig", so "henne" and "hennes"
are never the subject of their own clause; the subject of "X vill att hon" is somebody else than X; a clause with "när"
or "om" goes on with the subject of the clause that it belongs to.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from sip_tui.swedish.grammar.clause import AND, infinitive, verb_form
from sip_tui.swedish.grammar.people import PRONOUNS, find_mention
from sip_tui.swedish.style.clause_roles import (
    asks_another,
    begin_of_objects,
    is_asked_of_others,
    is_beside_person,
    may_be_outer,
    modal_after,
    stays_with_subject,
    verb_before,
    verb_of,
    was_with_others,
)
from sip_tui.swedish.style.clause_tree import NOBODY, Clause
from sip_tui.swedish.style.clause_walk import says_quality_of_person
from sip_tui.swedish.style.clauses import Clauses
from sip_tui.swedish.style.du_case import SAYS, case
from sip_tui.swedish.style.du_company import row_of
from sip_tui.swedish.style.du_front import SUBJECT
from sip_tui.swedish.style.what_is_said import is_answer, is_praise, is_said_of_listener, is_said_of_self
from sip_tui.swedish.style.what_is_told import (
    COMPLEMENTS,
    MODALS,
    NOTICES,
    TELLS,
    WISHES,
    WRITES,
    is_about_listener,
    is_explained_to_listener,
    is_for_receiver,
    is_free_to_act,
    is_in_need,
    is_looked_after,
    should_do,
)
from sip_tui.swedish.style.who import NamedOthers, Who

PARAGRAPH = re.compile(r"(?:[^\n]++|\n(?![^\S\n]*\n))++")
OBJECTS = frozenset({"henne", "honom", "henom"})
FAR = 40
"""How many words on what belongs to the person is looked for."""
OWNS = frozenset({"hans", "hennes", "hens"})
_TO_LISTENER = frozenset({"till", "för", "åt", "med"})


@dataclass(slots=True)
class Antecedents(NamedOthers):
    """Those who have been named in a paragraph besides the person, and which pronouns are the person.

    Attributes:
        beside: "hon" and "han", where the paragraph has them in any form.
        decided: Where a pronoun stands → whether it is the person.
    """

    beside: frozenset[str] = frozenset()
    decided: dict[int, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.beside = frozenset(PRONOUNS[word.low] for word in self.words if word.low in PRONOUNS) - {"hen"}

    def may_be(self, pronoun: str) -> bool:
        """Whether somebody else may be meant by a pronoun: "hon" beside "han" is one of two."""
        return len(self.beside & self.person.pronouns) > 1 or bool(self.rivals(pronoun))

    def is_person(self, at: int, sentence: Clauses) -> bool | None:
        """Whether the pronoun ``words[at]`` is the person by the clauses around it; None where they don't tell."""
        pronoun, clause = self.words[at].low, sentence.of(at)
        acts = pronoun in OBJECTS and clause.subject < at > clause.verb >= 0 and not clause.is_row
        if acts and asks_another(self.words, clause, at) and self.who(clause.subject, pronoun) is Who.PERSON:
            return None if self.rivals(pronoun) - self._named_in(clause) else True
        is_outer = may_be_outer(self.words, clause, at) or is_asked_of_others(self, clause, at)
        told = pronoun in OBJECTS and says_quality_of_person(self.words, at, self.person)
        if told or (acts and self.who(clause.subject, pronoun) is Who.PERSON and not is_outer):
            return False
        if is_beside_person(self.words, at, sentence, self.person):
            return False
        if not self.rivals(pronoun) or len(self.beside & self.person.pronouns) > 1:
            return None
        if pronoun in {"hon", "han"} or (pronoun == "hen" and case(self.words, at, at) == SUBJECT):
            return self._as_any_subject(at, clause, sentence) if clause.subject == at else None
        return self._as_object(at, clause)

    def _as_object(self, at: int, clause: Clause) -> bool | None:
        """Tell of "henne" and "hennes": never the subject of their own clause."""
        pronoun = self.words[at].low
        if pronoun in OWNS and self.words[at - 1].low in AND and self.who(at - 2, pronoun) is Who.PERSON:
            return True
        is_outer = may_be_outer(self.words, clause, at)
        is_outer |= clause.subject > clause.verb and self.words[clause.verb].low in {"heter", "hette"}  # "som heter Bo"
        if not clause.subject < at > clause.verb >= 0 or is_outer or self.is_beside_person(at, clause):
            return None
        subject = self.who(clause.subject, pronoun)
        left = self.rivals(pronoun)
        if clause.is_row:
            row = row_of(clause)
            together = frozenset(number for each in row for number in self.numbers(each))
            return True if left <= together and Who.PERSON not in {self.who(each, pronoun) for each in row} else None
        if subject is Who.PERSON:
            return False
        if subject is Who.RIVAL:
            left -= self.numbers(clause.subject, left)
        if not left - self._beside(at, clause):
            return True
        outer, who = self._governor(clause, pronoun)
        return True if outer and who is Who.PERSON and self._are_above(outer, left) else None

    def _beside(self, at: int, clause: Clause) -> frozenset[int]:
        """Those who are an object beside "henne", which is none of them: "Tuva vill att jag ringer Rut åt henne"."""
        if self.words[at].low not in OBJECTS or clause.joined >= 0:
            return frozenset()
        first = begin_of_objects(self.words, clause, at)
        near = clause.named[bisect_right(clause.named, first) : bisect_left(clause.named, at)]
        return frozenset(number for each in near for number in self.numbers(each))

    def is_beside_person(self, at: int, clause: Clause) -> bool:
        """Whether the person is an object beside "henne": "Rut pratar med Tuva om henne"."""
        if self.words[at].low not in OBJECTS or clause.joined >= 0:
            return False
        named = begin_of_objects(self.words, clause, at) < clause.person_at < at
        mention = find_mention(self.words, clause.person_at, self.person) if named else None
        return mention is not None and not mention.owns

    def _as_any_subject(self, at: int, clause: Clause, sentence: Clauses) -> bool | None:
        """Tell of "hon" by who can come, who is at hand, or the clause that its own belongs to."""
        if self._is_free(at, clause):
            return False
        if self._is_cared_for(at, clause):
            return True
        said = self._by_what_is_said(at, clause)
        if said is None and was_with_others(self.words, clause, sentence, self.person):
            return True
        if clause.parent and self.who(clause.parent.subject, self.words[at].low) is Who.PERSON:
            does = self.words[clause.parent.start : clause.start]
            said = said or is_in_need(self.words, at, clause.opener, does) or None
        return self._as_subject(at, clause) if said is None else said

    def _is_free(self, at: int, clause: Clause) -> bool:
        """Whether somebody else does something when they can: "Rut kör Tuva när hon är ledig"."""
        outer = clause.parent
        if outer is None or outer.is_row or not is_free_to_act(self.words, at, clause.opener):
            return False
        asked = clause.opener in COMPLEMENTS and verb_form(self.words[clause.start - 1].low)  # "kollar om hon hinner"
        return not asked and self.who(outer.subject, self.words[at].low) is Who.RIVAL

    def _is_cared_for(self, at: int, clause: Clause) -> bool:
        """Whether somebody else looks after the person: "Rut sitter hos Tuva tills hon somnar"."""
        outer, pronoun = clause.parent, self.words[at].low
        if outer is None or outer.is_row or outer.subject < 0:
            return False
        if self.who(outer.subject, pronoun) not in {Who.RIVAL, Who.ELSE}:
            return False
        is_near = any(self.who(each, pronoun) is Who.PERSON for each in range(outer.verb + 1, clause.start))
        return is_near and is_looked_after(self.words, at, self.words[outer.verb : clause.start])

    def _as_subject(self, at: int, clause: Clause) -> bool | None:
        """Tell of "hon" by the clause that its own belongs to."""
        pronoun, outer = self.words[at].low, clause.parent
        if clause.person_at > at:
            return False
        if outer is None:
            return self._by_clause_before(at, clause, clause.before) if clause.before else None
        rivals, who = self.rivals(pronoun), self.who(outer.subject, pronoun)
        verb, modal = verb_before(self.words, clause), modal_after(self.words, at)
        if clause.opener == "som":
            rivals -= self.numbers(clause.start - 1)
            given = outer.person_at > outer.verb and is_for_receiver(verb_of(self.words, outer), modal)
            if not rivals or (given and who is Who.RIVAL):
                return True
        told = clause.opener in COMPLEMENTS and self.who(clause.start - 1, pronoun) is Who.PERSON
        open_question = clause.opener in {"hur", "vad", "var"} and modal not in MODALS
        asks = verb == "fråga" and not told and open_question
        of_others = verb in NOTICES or should_do(verb, self.words, at)  # nobody says so of oneself
        asks |= of_others and clause.opener == "att" and who is Who.RIVAL
        if (asks or (verb in WISHES and clause.opener == "att")) and who in {Who.PERSON, Who.RIVAL}:
            alone = who is Who.RIVAL and not rivals - self.numbers(outer.subject, rivals)
            return False if who is Who.PERSON else True if alone else None
        explained = who is Who.RIVAL and is_explained_to_listener(verb, modal, clause.opener)
        if told and who is not Who.PERSON and (explained or verb in TELLS):
            return True if explained or who is Who.ELSE or is_about_listener(verb, modal, clause.opener) else None
        outer, who = self._governor(clause, pronoun)
        if outer is None or who is not Who.PERSON or outer.is_row or not stays_with_subject(self.words, at, clause):
            return None
        says = verb in SAYS | WRITES and clause.opener == "att"
        left = rivals - self._listeners(outer) if says else rivals
        again = self.words[outer.subject].low in PRONOUNS  # "Rut frågade Tuva, hon svarade att hon vilar"
        return True if self._are_above(outer, left, beside=again or not says) else None

    def _by_what_is_said(self, at: int, clause: Clause) -> bool | None:
        """Tell of "hon" after what somebody else says: who offers a thing will do it, and who is sorry says so."""
        outer, pronoun = clause.parent, self.words[at].low
        if clause.opener != "att" or outer is None or outer.is_row:
            return None
        verb, listens = verb_of(self.words, outer), outer.verb < outer.person_at < at
        told = listens and (verb == "lova" or self.words[outer.person_at - 1].low in _TO_LISTENER)
        is_other = self.who(outer.subject, pronoun) is Who.RIVAL and verb in SAYS | WRITES
        if not is_other or clause.person_at > at or listens is not told:
            return None
        if is_said_of_self(self.words, at, verb, listens=listens):
            return False
        alone = not self.rivals(pronoun) - self.numbers(outer.subject)
        return True if listens and alone and is_said_of_listener(self.words, at) else None

    def _by_clause_before(self, at: int, clause: Clause, before: Clause) -> bool | None:
        """Tell of "hon" after a comma: somebody else, or the one who was asked: "Rut frågade Tuva, hon tackade ja"."""
        pronoun = self.words[at].low
        if self.words[clause.start].low == "själv" and self.who(before.subject, pronoun) is Who.PERSON:
            return True  # "Tuva vill att Rut ringer, själv vågar hon inte"
        if self._is_asked(at, before):
            return True
        return False if self._is_other(at, before) else None

    def _is_asked(self, at: int, before: Clause) -> bool:
        """Whether somebody who helps asks or offers the person a thing, and nobody else is named who may answer."""
        pronoun, helps = self.words[at].low, before.subject
        is_help = helps >= 0 and (self.words[helps].low in self.person.helpers or self.is_role(helps))
        answers = any(infinitive(word.low) == "svara" for word in self.words[at + 1 : at + 2])
        if helps < 0 or not (is_help or answers):
            return False
        if not before.verb < before.person_at < at or self.rivals(pronoun, here=True) - self.numbers(helps):
            return False
        mention = find_mention(self.words, before.person_at, self.person)
        return mention is not None and not mention.owns and is_answer(self.words, verb_of(self.words, before), at)

    def _is_other(self, at: int, before: Clause) -> bool:
        """Whether "hon" after a comma is the one whom the person is not: "Tuva litar på Liv, hon lyssnar"."""
        pronoun = self.words[at].low
        last = self.who(max(before.named, default=NOBODY), pronoun)
        praised = last is Who.RIVAL and self.who(before.subject, pronoun) is Who.PERSON
        return self._only_owns(before, pronoun) or (praised and is_praise(self.words, verb_of(self.words, before), at))

    def _only_owns(self, clause: Clause, pronoun: str) -> bool:
        """Whether somebody else is named in a clause, and the person as an owner at most: "Tuvas chef är Rut"."""
        named = {self.who(at, pronoun) for at in (clause.subject, *clause.named)}
        return Who.RIVAL in named and not named & {Who.PERSON, Who.UNKNOWN}

    def _named_in(self, clause: Clause) -> frozenset[int]:
        return frozenset(number for at in (clause.subject, *clause.named) for number in self.numbers(at))

    def _governor(self, clause: Clause, pronoun: str) -> tuple[Clause | None, Who]:
        """Give the nearest clause above with a subject that may be meant, and who that is."""
        outer = clause.parent
        while outer is not None:
            who = self.who(outer.subject, pronoun)
            if who is not Who.ELSE:
                return outer, who
            outer = outer.parent
        return None, Who.ELSE

    def _are_above(self, clause: Clause, rivals: frozenset[int], *, beside: bool = False) -> bool:
        """Whether the rivals are all named in the clauses that a clause belongs to (or is beside), and nowhere else."""
        if not rivals:
            return True
        above, outer = set[int](), clause.parent or (clause.before if beside else None)
        while outer is not None:
            above |= self._named_in(outer)
            outer = outer.parent or (outer.before if beside else None)
        first = min(other.at for other in self.others.values() if other.number in rivals)
        return rivals <= above and first < clause.start

    def _listeners(self, clause: Clause) -> frozenset[int]:
        """Those to whom something is said: "berättade för Rut att hon vilar"."""
        told = (at for at in clause.named if at and self.words[at - 1].low in {"till", "för", "åt"})
        return frozenset(number for at in told for number in self.numbers(at))

    def who(self, at: int, pronoun: str) -> Who:
        """Tell who is named at a word, as seen from a pronoun."""
        if at < 0:
            return Who.UNKNOWN if at == NOBODY else Who.ELSE
        low = self.words[at].low
        if low in PRONOUNS:
            same = PRONOUNS[low] == PRONOUNS[pronoun]
            decided = self.decided.get(at)
            return Who.ELSE if not same else Who.UNKNOWN if decided is None else Who.PERSON if decided else Who.RIVAL
        if low == "du" or find_mention(self.words, at, self.person):
            return Who.PERSON
        other = self.others.get(low)
        return Who.RIVAL if other and PRONOUNS[pronoun] in other.pronouns else Who.ELSE

    def numbers(self, at: int, rivals: frozenset[int] = frozenset()) -> frozenset[int]:
        """Who is named at a word; the only rival when a pronoun is it."""
        if at < 0 or self.words[at].low in PRONOUNS:
            return rivals if at >= 0 and len(rivals) == 1 else frozenset()
        other = self.others.get(self.words[at].low) or self.by_role(self.words[at].low)
        return frozenset({other.number}) if other else frozenset()
