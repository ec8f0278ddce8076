"""The clauses of a sentence: what opens each, its finite verb, its subject, and the clause that it belongs to.

Source: Svenska Akademiens grammatik: a main clause has its finite verb second, so a finite verb straight after a
finished subordinate clause is the main clause's, and what is named after it is its subject.
"""

from __future__ import annotations

from functools import cache

from sip_tui.swedish import words as table
from sip_tui.swedish.grammar.adverbials import leads_time
from sip_tui.swedish.grammar.clause import (
    AND,
    NOMINATIVE,
    VerbForm,
    Word,
    infinitive,
    is_auxiliary,
    is_finite,
    is_infinitive,
    is_passive,
    subjunctions,
    verb_form,
)
from sip_tui.swedish.grammar.other_people import pronouns_of
from sip_tui.swedish.grammar.people import PRONOUNS, Addressee, Mention, find_mention
from sip_tui.swedish.style.clause_tree import NOBODY, THING, Clause, inner_clause
from sip_tui.swedish.style.clause_walk import is_adverbial, is_name
from sip_tui.swedish.style.du_case import SAYS, case
from sip_tui.swedish.style.du_front import SUBJECT

_MAIN = frozenset({"så", "då", "där", "sedan", "sen", "därför"})
"""They open a clause, or begin a main clause with the verb after: "så polisen har gett", "då brukar hon"."""
_MAIN_TOO = _MAIN | {"var"}
_OPENERS = frozenset({"fast"})
"""They open a clause too, and are other words besides."""
_PREPOSITIONS_TOO = frozenset({"om", "för", "innan", "efter", "sedan"})
_NO_VERBS = frozenset({"när", "sen", "för"})  # hardly ever a form of "nära", "föra"
_IN_CLAUSES = frozenset({VerbForm.PRESENT, VerbForm.PAST, VerbForm.SUPINE})
_AS_SOON = frozenset({"fort", "länge", "snart", "ofta"})
_DETERMINERS = frozenset({"min", "din", "sin", "er", "vår", "en", "den", "ny", "nya", "gode", "gamla", "egen", "egna"})
_OBJECTS = frozenset({"henne", "honom", "henom"})
_THAT = frozenset({"det", "den", "de", "dom", "detta", "allt"})
"""They begin what is said or thought without "att": "tycker den gör honom trött"."""
_NEAR = 6
"""How many words after "och" or a comma the verb of a new clause may stand."""


class Clauses:
    """The clauses of the sentence ``words[first:end]``."""

    def __init__(self, words: tuple[Word, ...], first: int, end: int, person: Addressee) -> None:
        self.words, self.first, self.end, self.person = words, first, end, person
        self.verbs = [self._is_verb(at) for at in range(first, end)]
        self.verb_ahead = self._verbs_ahead()
        self.clauses: list[Clause] = []
        clause = Clause(first)
        for at in range(first, end):
            clause = self._next(clause, at)
            self.clauses.append(clause)
            if clause.verb < 0 and self.verbs[at - first]:
                clause.verb = at
        self._name_subjects()

    def of(self, at: int) -> Clause:
        """Give the clause that a word stands in."""
        return self.clauses[at - self.first]

    def _is_verb(self, at: int) -> bool:
        """Whether a word is a finite verb, or stands for one: "att hon sagt ja"."""
        word = self.words[at]
        form = None if word.text in {"E", "Ä"} else verb_form(word.low)  # somebody, and no "det e"
        if form is None:
            return is_passive(word.low) and not is_name(word)
        if form not in _IN_CLAUSES or word.low in _NO_VERBS or is_name(word) or self._asks_where(at):
            return False
        if form is VerbForm.SUPINE:
            before = self.words[max(self.first, at - 4) : at]
            leads = before and (before[-1].low in table("du_form", "adverbs") or self._is_agent(at - 1))
            return bool(leads and not any(is_auxiliary(each.low) for each in before))
        return word.low != "åt" or not self._is_object(at + 1)

    def _asks_where(self, at: int) -> bool:
        """Whether "var" is where, and no past of "är": "visade honom var han kan gå"."""
        if self.words[at].low != "var" or not self.first < at < self.end - 2:
            return False
        return self.words[at + 1].low in NOMINATIVE | _THAT and is_finite(self.words[at + 2].low)

    def _is_object(self, at: int) -> bool:
        return at < self.end and self._is_agent(at) and self.words[at].low not in NOMINATIVE

    def _verbs_ahead(self) -> list[int]:
        """Word → the next finite verb at or after it, before a pause or a subjunction; -1 for none."""
        ahead, verb = [-1] * (self.end - self.first + 1), -1
        for at in range(self.end - 1, self.first - 1, -1):
            opens = self.words[at].low in _openers() and self.words[at].low not in _MAIN_TOO
            verb = -1 if opens else at if self.verbs[at - self.first] else verb
            ahead[at - self.first] = verb
            verb = -1 if self.words[at].paused else verb
        return ahead

    def _verb_from(self, at: int) -> int:
        return self.verb_ahead[min(at, self.end) - self.first]

    def _next(self, clause: Clause, at: int) -> Clause:
        """Give the clause that a word belongs to, when the one before it belongs to ``clause``."""
        word, low = self.words[at], self.words[at].low
        if low in _MAIN and at + 1 < self.end and self.verbs[at + 1 - self.first]:
            return self._joined(clause, at) if clause.verb >= 0 else clause
        if low in _openers() and self._opens(clause, at):
            if low == "så" and self.words[at + 1].low not in _AS_SOON:
                return self._joined(clause, at)
            return inner_clause(at, low, self._governor(clause, at))
        if self.verbs[at - self.first]:
            return self._at_verb(clause, at)
        begins = word.paused or (at > self.first and self.words[at - 1].low in AND)
        said = clause.verb >= 0 or (word.paused and not clause.opener and at - clause.start > 1 and self._is_agent(at))
        if begins and said and low not in AND and self._begins_main(at):
            return self._joined(clause, at)
        return clause

    def _opens(self, clause: Clause, at: int) -> bool:
        """Whether a subjunction opens a clause here: a finite verb follows, and it is no preposition."""
        after, low = at + 1, self.words[at].low
        while after < self.end and self.words[after].low in table("du_form", "adverbs"):
            after += 1
        if after >= self.end or self.words[after].paused:
            return False
        if low == "att":
            return self._is_agent(after) or not is_infinitive(self.words[after].low)
        verb = self._verb_from(after)
        if (low in _OPENERS and not self._is_agent(after)) or leads_time(low, self.words[at + 1].low):
            return False
        turned = low in _PREPOSITIONS_TOO and verb + 1 < self.end and self.words[verb + 1].low in NOMINATIVE
        if verb >= 0 and (turned or self.words[verb - 1].low in AND):  # "om sin mormor börjar hon"
            return False
        if low == "var" and verb_form(self.words[at - 1].low) is None and not self._asks_where(at):
            return False
        if low in _PREPOSITIONS_TOO and (verb == after or (clause.verb < 0 and at > clause.start)):
            before = self.words[at - 1]
            return verb > after and (before.low.endswith("rt") or is_name(before))
        return verb >= 0 and (low != "var" or verb > after)

    def _governor(self, clause: Clause, at: int) -> Clause:
        """The clause that one opened at a word belongs to: "och" and a comma lead out of a finished one."""
        leaves = (self.words[at].paused and clause.opener == "som") or self.words[at - 1].low in AND
        return clause.parent if leaves and clause.parent is not None and clause.verb >= 0 else clause

    def _at_verb(self, clause: Clause, at: int) -> Clause:
        """Give the clause of a finite verb: one without a verb that is waiting, or the same again after "och"."""
        joined = self.words[at - 1].low in AND if at > self.first else False
        if clause.verb < 0 or joined:
            clause.joined = at if clause.verb >= 0 else -1
            return clause
        outer = clause.parent
        while outer is not None and outer.verb >= 0:
            outer = outer.parent
        if outer is not None:
            return outer
        if clause.verb == clause.start and not clause.opener:
            return Clause(at, before=clause)
        that = self.words[at - 1].low in _THAT and infinitive(self.words[clause.verb].low) in SAYS
        if self.words[at].paused or at - 1 <= clause.verb or not (that or self._is_subject(at - 1)):
            return clause
        inner = inner_clause(at - 1, "att", clause)
        self.clauses[-1] = inner
        return inner

    def _begins_main(self, at: int) -> bool:
        """Whether a new clause begins: a subject with its verb, or an adverb with the verb after it."""
        verb = self._verb_from(at)
        if not at < verb <= at + _NEAR or any(word.low in AND for word in self.words[at + 1 : verb]):
            return False
        return self._is_agent(at) or verb == at + 1 or self.words[at].low in table("du_form", "prepositions")

    def _joined(self, clause: Clause, at: int) -> Clause:
        outer = clause
        while outer.parent is not None:
            outer = outer.parent
        return Clause(at, before=outer)

    def _is_agent(self, at: int) -> bool:
        words = self.words
        word = words[at]
        listed = word.low in NOMINATIVE or word.low in PRONOUNS or word.low in self.person.others
        listed = listed or (word.opens and len(word.text) == 1 and word.text.isupper())
        return listed or pronouns_of(words, at) is not None or find_mention(words, at, self.person) is not None

    def _is_subject(self, at: int) -> bool:
        """Whether somebody named may be a subject: no "honom", which "frågar honom" has before "var den är"."""
        return self._is_agent(at) and self.words[at].low not in _OBJECTS

    def _name_subjects(self) -> None:
        """Find who is the subject of each clause, and who else is named in it."""
        at = self.first
        while at < self.end:
            mention = find_mention(self.words, at, self.person)
            last = self._end_of_name(at, mention)
            self._note_person(at, mention)
            if last >= at:
                self._name(at, last)
            at = max(at, last) + 1
        for clause in {id(clause): clause for clause in self.clauses}.values():
            self._name_other_subject(clause)

    def _note_person(self, at: int, mention: Mention | None) -> None:
        """Note where the person is named by name, also as an owner."""
        clause: Clause | None = self.of(at) if mention and not mention.pronoun else None
        while clause is not None:
            clause.person_at, clause = at, clause.parent

    def _end_of_name(self, at: int, mention: Mention | None) -> int:
        """The last word of somebody named at a word; -1 for nobody, and for an owner."""
        if mention is not None:
            return -1 if mention.owns else mention.last
        if not self._is_agent(at):
            return -1
        last = at
        while last + 1 < self.end and is_name(self.words[last + 1]) and not self.words[last + 1].paused:
            if find_mention(self.words, last + 1, self.person):
                break
            last += 1
        owns = self.words[last].low.endswith("s") and not self._is_agent_without_s(last)
        return -1 if owns else last

    def _is_agent_without_s(self, last: int) -> bool:
        low = self.words[last].low
        return low in self.person.others or low in PRONOUNS or low in NOMINATIVE

    def _name(self, at: int, last: int) -> None:
        clause, low = self.of(at), self.words[at].low
        begins = self._begin_of_phrase(at)
        is_subject = low in NOMINATIVE or (low not in PRONOUNS and case(self.words, begins, last) == SUBJECT)
        if clause.opener == "som" and clause.verb >= 0 and clause.verb <= clause.start + 2 and at > clause.verb:
            is_subject = False
        is_subject |= clause.subject == NOBODY and clause.verb == at - 1 and self._is_inverted(clause)
        if is_subject and clause.subject == NOBODY:
            clause.subject = at
        else:
            clause.is_row |= (is_subject and clause.verb < 0) or (clause.subject >= 0 and at < clause.verb)
            clause.named.append(at)

    def _is_inverted(self, clause: Clause) -> bool:
        """Whether another clause stands before the verb of a main clause, so that its subject comes after."""
        return clause.parent is None and clause.verb > self.first and self.of(clause.verb - 1) is not clause

    def _begin_of_phrase(self, at: int) -> int:
        """Go back over what describes a noun: "hans bror", "den gode mannen"."""
        while at > self.first and not (self.words[at].paused or is_name(self.words[at])):
            before = self.words[at - 1].low
            owner = find_mention(self.words, at - 1, self.person)
            if not (before in _DETERMINERS or (owner is not None and owner.owns)):
                break
            at -= 1
        return at

    def _name_other_subject(self, clause: Clause) -> None:
        """Find the subject of a relative clause, "läraren som slutar", or a thing: "Medicinen hjälper"."""
        if clause.subject != NOBODY or clause.verb < 0:
            return
        if clause.opener == "som":
            clause.subject = (
                clause.start - 1 if clause.start > self.first and self._is_agent(clause.start - 1) else THING
            )
            return
        begins = clause.start + (1 if clause.opener or self.words[clause.start].low in AND else 0)
        low = self.words[begins].low if begins < self.end else ""
        if begins < clause.verb and not is_adverbial(low):
            clause.subject = THING


@cache
def _openers() -> frozenset[str]:
    """Every word that may open a clause."""
    return _OPENERS | subjunctions()
