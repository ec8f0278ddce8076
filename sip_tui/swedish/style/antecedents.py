"""Antecedents: who besides the person may be meant by "hon".

Source: Svenska Akademiens grammatik: what a subject owns or does to itself is "sin" and "sig", so "henne" and "hennes"
are never the subject of their own clause; the subject of "X vill att hon" is somebody else than X; a clause with "när"
or "om" goes on with the subject of the clause that it belongs to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sip_tui.swedish import words as table
from sip_tui.swedish.grammar.clause import AND, VerbForm, Word, infinitive, is_finite, verb_form
from sip_tui.swedish.grammar.people import PRONOUNS, Addressee, find_mention, pronouns_of
from sip_tui.swedish.grammar.person_words import given_name_pronouns, names_nobody
from sip_tui.swedish.style.clause_roles import is_done_by_person, was_with_others
from sip_tui.swedish.style.clause_walk import says_quality_of_person
from sip_tui.swedish.style.clauses import NOBODY, Clause, Clauses
from sip_tui.swedish.style.du_case import SAYS, SUBJECT, case
from sip_tui.swedish.style.du_company import row_of
from sip_tui.swedish.style.what_is_told import (
    COMPLEMENTS,
    MODALS,
    MOVES,
    TELLS,
    WISHES,
    WRITES,
    is_about_listener,
    is_for_receiver,
    is_free_to_act,
)
from sip_tui.swedish.style.who import Other, Who

PARAGRAPH = re.compile(r"(?:[^\n]|\n(?!\s*\n))+")
OBJECTS = frozenset({"henne", "honom", "henom"})
FAR = 40
"""How many words on what belongs to the person is looked for."""
_SAME_LINE = re.compile(r"[^\n:]*")
_MANY = frozenset({"genom", "via", "två", "tre", "fyra", "flera", "båda", "alla", "sina", "mina", "dina", "många"})
_OWNS = frozenset({"hans", "hennes", "hens"})
_COPULAS = frozenset({"är", "var", "blir", "blev", "heter"})


@dataclass(slots=True)
class Antecedents:
    """Those who have been named in a paragraph besides the person.

    Attributes:
        words: The words of the paragraph.
        person: Whom the text is turned to.
        others: Word of a name → who it is.
        staff: Whether somebody of the staff may be meant.
        here: Whether somebody else is named since the line, or what its speaker says, began.
        beside: "hon" and "han", where the paragraph has them in any form.
        decided: Where a pronoun stands → whether it is the person.
        line: Where the line begins.
    """

    words: tuple[Word, ...]
    person: Addressee
    others: dict[str, Other] = field(default_factory=dict)
    staff: bool = False
    beside: frozenset[str] = frozenset()
    here: bool = False
    decided: dict[int, bool] = field(default_factory=dict)
    line: int = 0

    def __post_init__(self) -> None:
        self.beside = frozenset(PRONOUNS[word.low] for word in self.words if word.low in PRONOUNS) - {"hen"}

    def notice(self, at: int) -> None:
        """Remember somebody else, and which pronouns they may have further on; "genom tolken" names a means."""
        word = self.words[at]
        self.staff |= word.low.startswith("personal")
        if names_nobody(word.low) and word.text[0].islower() and word.low.removesuffix("s") not in self.person.others:
            return
        if at and self.words[at - 1].low in _MANY:
            return
        pronouns = pronouns_of(self.words, at) or self._by_name(word) or self._by_initial(word)
        if pronouns:
            same = self.others.get(word.low) or self._same_as(at)
            number = same.number if same else len(self.others)
            self.others[word.low] = Other(number, (same.pronouns & pronouns or pronouns) if same else pronouns, at)
            self.here = True

    def _same_as(self, at: int) -> Other | None:
        """Who is named by the word before too: "Sonen Anders", "Nadia är lillasyster"."""
        latest = max(self.others.values(), key=lambda other: other.at, default=None)
        if latest is None or self.words[at].opens or self.words[at].paused:
            return None
        between = self.words[latest.at + 1 : at]
        verbs = [word.low for word in between if is_finite(word.low)]
        is_same = not between or (
            len(between) < 6 and verbs and {*verbs} <= _COPULAS and not self.words[at].has_capital
        )
        return latest if is_same else None

    def begin(self, gap: str, first: int) -> None:
        """Begin a sentence after a gap of the text; only a line, and what a speaker says, pass those named before.

        Who was named before the line above is forgotten.
        """
        self.here = self.here if _SAME_LINE.fullmatch(gap) else False
        if gap.startswith(":") and self.words[first].low in PRONOUNS:  # who speaks is no "hon": "Rut: hon får nyckel"
            self.others = {name: other for name, other in self.others.items() if other.at != first - 1}
        if "\n" in gap:
            self.others = {name: other for name, other in self.others.items() if other.at >= self.line}
            self.line = first

    def follow(self) -> None:
        """Follow the person, who is the first that the line names: those before it are passed."""
        self.others.clear()

    def may_be(self, pronoun: str) -> bool:
        """Whether somebody else may be meant by a pronoun: "hon" beside "han" is one of two."""
        return len(self.beside & self.person.pronouns) > 1 or bool(self._rivals(pronoun))

    def _rivals(self, pronoun: str) -> frozenset[int]:
        goes_by = PRONOUNS[pronoun]
        return frozenset(other.number for other in self.others.values() if goes_by in other.pronouns)

    def is_person(self, at: int, sentence: Clauses) -> bool | None:
        """Whether the pronoun ``words[at]`` is the person by the clauses around it; None where they don't tell."""
        pronoun, clause = self.words[at].low, sentence.of(at)
        acts = pronoun in OBJECTS and clause.subject < at > clause.verb >= 0 and not clause.is_row
        is_outer = (clause.parent is not None and clause.joined >= 0) or self._is_asked_of_others(clause, at)
        told = pronoun in OBJECTS and says_quality_of_person(self.words, at, self.person)
        if told or (acts and self._who(clause.subject, pronoun) is Who.PERSON and not is_outer):
            return False
        if pronoun not in PRONOUNS.values() and is_done_by_person(self.words, at, sentence, self.person):
            return False
        if not self._rivals(pronoun) or len(self.beside & self.person.pronouns) > 1:
            return None
        if pronoun in {"hon", "han"} or (pronoun == "hen" and case(self.words, at, at) == SUBJECT):
            return self._as_any_subject(at, clause, sentence) if clause.subject == at else None
        return self._as_object(at, clause)

    def _as_object(self, at: int, clause: Clause) -> bool | None:
        """Tell of "henne" and "hennes": never the subject of their own clause."""
        pronoun = self.words[at].low
        if pronoun in _OWNS and self.words[at - 1].low in AND and self._who(at - 2, pronoun) is Who.PERSON:
            return True
        is_outer = clause.parent is not None and clause.joined >= 0
        if not clause.subject < at > clause.verb >= 0 or is_outer:
            return None
        subject = self._who(clause.subject, pronoun)
        left = self._rivals(pronoun)
        if clause.is_row:
            row = row_of(clause)
            together = frozenset(number for each in row for number in self._numbers(each))
            return True if left <= together and Who.PERSON not in {self._who(each, pronoun) for each in row} else None
        if subject is Who.PERSON:
            return False
        if subject is Who.RIVAL:
            left -= self._numbers(clause.subject, left)
        if not left:
            return True
        outer, who = self._governor(clause, pronoun)
        return True if outer and who is Who.PERSON and self._are_above(outer, left) else None

    def _as_any_subject(self, at: int, clause: Clause, sentence: Clauses) -> bool | None:
        """Tell of "hon" by who can come, who is at hand, or the clause that its own belongs to."""
        if self._is_free(at, clause):
            return False
        return True if was_with_others(self.words, clause, sentence, self.person) else self._as_subject(at, clause)

    def _is_free(self, at: int, clause: Clause) -> bool:
        """Whether somebody else does something when they can: "Rut kör Tuva när hon är ledig"."""
        outer = clause.parent
        if outer is None or outer.is_row or not is_free_to_act(self.words, at, clause.opener):
            return False
        return self._who(outer.subject, self.words[at].low) is Who.RIVAL

    def _as_subject(self, at: int, clause: Clause) -> bool | None:
        """Tell of "hon" by the clause that its own belongs to."""
        pronoun, outer = self.words[at].low, clause.parent
        if clause.person_at > at:
            return False
        if outer is None:
            return False if clause.before and self._only_owns(clause.before, pronoun) else None
        rivals, verb, who = self._rivals(pronoun), self._verb_before(clause), self._who(outer.subject, pronoun)
        if clause.opener == "som":
            rivals -= self._numbers(clause.start - 1)
            given = outer.person_at > outer.verb and is_for_receiver(self._verb_of(outer), self._modal(at))
            if not rivals or (given and who is Who.RIVAL):
                return True
        told = clause.opener in COMPLEMENTS and self._who(clause.start - 1, pronoun) is Who.PERSON
        open_question = clause.opener in {"hur", "vad", "var"} and self._modal(at) not in MODALS
        asks = verb == "fråga" and not told and open_question
        if (asks or (verb in WISHES and clause.opener == "att")) and who in {Who.PERSON, Who.RIVAL}:
            alone = who is Who.RIVAL and not rivals - self._numbers(outer.subject, rivals)
            return False if who is Who.PERSON else True if alone else None
        if told and verb in TELLS and who is not Who.PERSON:
            return True if who is Who.ELSE or is_about_listener(verb, self._modal(at), clause.opener) else None
        outer, who = self._governor(clause, pronoun)
        if outer is None or who is not Who.PERSON or outer.is_row or not self._stays(at, clause):
            return None
        says = verb in SAYS | WRITES and clause.opener == "att"
        left = rivals - self._listeners(outer) if says else rivals
        return True if self._are_above(outer, left, beside=not says) else None

    def _is_asked_of_others(self, clause: Clause, at: int) -> bool:
        """Whether a verb after a comma is said to others: "Tuva hör dåligt, tala tydligt till henne"."""
        asked = {VerbForm.INFINITIVE, VerbForm.IMPERATIVE}
        return any(word.paused and verb_form(word.low) in asked for word in self.words[clause.verb + 1 : at])

    def _only_owns(self, clause: Clause, pronoun: str) -> bool:
        """Whether somebody else is named in a clause, and the person as an owner at most: "Tuvas chef är Rut"."""
        named = {self._who(at, pronoun) for at in (clause.subject, *clause.named)}
        return Who.RIVAL in named and not named & {Who.PERSON, Who.UNKNOWN}

    def _named_in(self, clause: Clause) -> frozenset[int]:
        return frozenset(number for at in (clause.subject, *clause.named) for number in self._numbers(at))

    def _modal(self, at: int) -> str:
        """The verb after a pronoun, which may be a modal one."""
        return self.words[at + 1].low if at + 1 < len(self.words) else ""

    def _governor(self, clause: Clause, pronoun: str) -> tuple[Clause | None, Who]:
        """Give the nearest clause above with a subject that may be meant, and who that is."""
        outer = clause.parent
        while outer is not None:
            who = self._who(outer.subject, pronoun)
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
        return frozenset(number for at in told for number in self._numbers(at))

    def _stays(self, at: int, clause: Clause) -> bool:
        """Whether what "hon" does is not done to somebody: "blir arg när hon ringer" may be about the one who rings."""
        if clause.opener in {"att", "om", "vad", "hur"}:
            return True
        verbs = {infinitive(word.low) for word in self.words[at + 1 : at + 4]}
        return not verbs & (MOVES | table("du_form", "takes_a_person"))

    def _verb_of(self, clause: Clause) -> str:
        """The main verb of a clause in the infinitive, after its auxiliary: "ge" in "har gett"."""
        verbs = [infinitive(word.low) for word in self.words[clause.verb : clause.verb + 3] if verb_form(word.low)]
        return verbs[-1] if verbs else ""

    def _verb_before(self, clause: Clause) -> str:
        """The last verb before a clause, in the infinitive: "fråga" in "frågade Tuva hur"."""
        before = reversed(self.words[max(0, clause.start - 4) : clause.start])
        return next((infinitive(word.low) for word in before if verb_form(word.low)), "")

    def _who(self, at: int, pronoun: str) -> Who:
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

    def _numbers(self, at: int, rivals: frozenset[int] = frozenset()) -> frozenset[int]:
        """Who is named at a word; the only rival when a pronoun is it."""
        if at < 0 or self.words[at].low in PRONOUNS:
            return rivals if at >= 0 and len(rivals) == 1 else frozenset()
        other = self.others.get(self.words[at].low)
        return frozenset({other.number}) if other else frozenset()

    def _by_initial(self, word: Word) -> frozenset[str]:
        """Give the pronouns of somebody named before whose initial begins the sentence: "L frågar"."""
        if len(word.text) > 1 or not (word.opens and word.text.isupper()):
            return frozenset()
        named = [other for name, other in self.others.items() if name.startswith(word.low)]
        if named:
            self.others[word.low] = named[-1]
        return named[-1].pronouns if named else frozenset()

    def _by_name(self, word: Word) -> frozenset[str]:
        """Give the pronouns of somebody on the roll, or with a common name, also in small letters; empty for others."""
        is_ordinary = word.low in table("du_form", "also_words") or verb_form(word.low) is not None
        if word.low in self.person.names or (is_ordinary and not word.has_capital):
            return frozenset()
        on_roll = word.low.removesuffix("s") in self.person.others
        return given_name_pronouns(word.low) or (Addressee.pronouns if on_roll else frozenset())
