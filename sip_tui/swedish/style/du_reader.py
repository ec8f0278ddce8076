"""Reads one sentence about the addressee, word by word."""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter

from sip_tui.swedish import words as table
from sip_tui.swedish.grammar.clause import AND, Word, following, is_finite, subjunctions, verb_form
from sip_tui.swedish.grammar.people import PRONOUNS, REFLEXIVE, Addressee, Mention, find_mention
from sip_tui.swedish.style import StyleFinding
from sip_tui.swedish.style.antecedents import OBJECTS, Antecedents
from sip_tui.swedish.style.clause_walk import stands_as_verb
from sip_tui.swedish.style.clauses import Clauses
from sip_tui.swedish.style.du_calls import is_called, is_named_after_kin, without_name
from sip_tui.swedish.style.du_case import case
from sip_tui.swedish.style.du_company import THEY, goes_on_with_both, is_beside_others, with_others
from sip_tui.swedish.style.du_control import (
    NO_INFINITIVE,
    before_infinitive,
    end_of_infinitive,
    fronted_infinitive,
    fronts_own,
    heads_infinitive,
    heads_what_follows,
    is_told_of,
)
from sip_tui.swedish.style.du_front import OBJECT, SUBJECT
from sip_tui.swedish.style.du_implied import is_topic, leaves_out_subject
from sip_tui.swedish.style.du_predicate import word_for_owned
from sip_tui.swedish.style.du_reflexives import Reflexives
from sip_tui.swedish.style.du_typing import is_quoted, quotes_in, with_capitals
from sip_tui.swedish.style.du_words import LISTENER, MENTION, OTHER, TellingWords
from sip_tui.swedish.style.lines_before import is_still_the_person
from sip_tui.swedish.style.sentence_before import is_helped_before, meets_one

_SUBJECTS = frozenset({"hon", "han", "hen"})


class Reader:
    """Reads a paragraph from its beginning, and remembers who has been named in it."""

    def __init__(self, text: str, base: int, words: tuple[Word, ...], person: Addressee) -> None:
        self.text, self.base, self.words, self.person = text, base, words, person
        self.quotes = quotes_in(text, base, base + (words[-1].end if words else 0))
        self.named = False
        """Whether the person has been named."""
        self.others, self.reflexives = Antecedents(words, person), Reflexives(words, person)
        self.span = (0, 0)
        """The sentence that is read."""
        self._clauses: Clauses | None = None
        self.implied = False
        """Whether the line has no subject of its own, as notes about the person have: "tar medicin när hon vill"."""
        self.person_at = -2
        """The last word of the person's name, where it stood last, or of what it is the aim of."""
        self.row_at = -1
        """Where the person stood last as an object with somebody beside."""
        self.before = (0, 0)
        """The sentence before, on the same line."""
        self.last_name = (-1, -1)
        """The end of a sentence, and where the person is named last before it."""
        self.telling = TellingWords(words, person)
        self.told_before = self.told_here = False
        """Whether the line before, and this one, is about the person."""

    def read(self, first: int, end: int, acts: bool) -> tuple[StyleFinding, ...]:
        """Find what is about the person in the sentence ``words[first:end]``, in the order of the text."""
        after = self.base + self.words[end - 1].end
        asks = "?" in self.text[after : after + 3]
        self.before, self.span, self._clauses = self.span, (first, end), None
        found = self._begin(first, end, asks=asks, acts=acts)
        done = first
        for at in self.telling.within(first, end):
            if at < done:
                continue
            kinds = self.telling.kinds[at]
            mention = find_mention(self.words, at, self.person) if kinds & MENTION else None
            if mention is None:
                if kinds & OTHER:
                    self.others.notice(at)
            elif not mention.pronoun or self._is_person(mention.pronoun, at, end, acts):
                found |= self._turned(mention, first, end, asks)
            elif self._is_doubted(mention.pronoun, at, first, end):
                found[at] = self._finding(mention, None)
            if kinds & LISTENER:
                found |= self._of_listener(at, first, end)
            done = mention.last + 1 if mention else at
        return tuple(sorted(found.values(), key=attrgetter("start"))) if found else ()

    def _of_listener(self, at: int, first: int, end: int) -> dict[int, StyleFinding]:
        """Find what is the listener's own after "du", and "de", "dem" and "deras" with somebody beside."""
        if self.words[at].low == "du":
            return self._reflexives(at, end, self._reflexive(at, at, first))
        fix = self._of_both(at)
        return {at: self._finding(Mention(at, at), fix)} if fix else {}

    @property
    def sentence(self) -> Clauses:
        """The clauses of the sentence that is read; most sentences need none."""
        if self._clauses is None:
            self._clauses = Clauses(self.words, *self.span, self.person)
        return self._clauses

    def _begin(self, first: int, end: int, *, asks: bool, acts: bool) -> dict[int, StyleFinding]:
        """Begin a sentence: who may be meant from here on, and what is the person's own where no subject is named."""
        behind = self.words[first - 1].end if first else 0
        gap = self.text[self.base + behind : self.base + self.words[first].start]
        if "\n" in gap:
            self.told_before, self.told_here = self.told_here, False
        self.others.begin(gap, first)
        says = gap.startswith(":") and self.person_at == first - 1
        has_topic = gap.startswith(":") and is_topic(self.words, self.before, self.person)
        if first_in_line := says or not first or "\n" in gap or has_topic:
            self.implied = says or leaves_out_subject(self.words, first, end, self.person, asks=asks)
        if gap.startswith(":") and self.reflexives.are_wished(self.before, first):
            return self._reflexives(first, end, REFLEXIVE)
        if any(map(self._is_named, self.telling.mentions(first, end))):  # "hör av sig till Tuva": somebody else acts
            return {}
        if acts and verb_form(self.words[first].low):
            return self._reflexives(first, end, REFLEXIVE) | self._own_words(first, end)
        found = self._own_reflexives(first, end) if self.implied and first_in_line else {}
        self.told_here |= bool(found)
        return found

    def _own_reflexives(self, first: int, end: int) -> dict[int, StyleFinding]:
        """Find "sig" and "sin" up to the first who is named: they belong to the one whom the line is about."""
        return {
            at: self._finding(Mention(at, at), REFLEXIVE[self.words[at].low]) for at in self.reflexives.own(first, end)
        }

    def _own_words(self, first: int, end: int) -> dict[int, StyleFinding]:
        """Find what the person says of themselves, outside quotes: "ringer min bror"."""
        found = self.reflexives.first_person(first, end)
        return {at: self._finding(Mention(at, at), fix) for at, fix in found if not self._is_doubtful(at, at)}

    def _reflexives(self, after: int, end: int, words: Mapping[str, str]) -> dict[int, StyleFinding]:
        """Find "sig" and "sin" in the clause of ``words[after]``, as long as nobody else can be the one meant."""
        found = self.reflexives.after(after, end, words, lambda: self.sentence)
        return {at: self._finding(Mention(at, at), fix) for at, fix in found}

    def _reflexive(self, at: int, last: int, first: int) -> Mapping[str, str]:
        """The reflexives of the person alone, or of the person and somebody beside: "du och mamma tar med er"."""
        return self.reflexives.of_row(at, last, first, self.sentence)

    def _is_doubted(self, pronoun: str, at: int, first: int, end: int) -> bool:
        """Whether a pronoun that is not surely the person may be."""
        if at in self.others.decided:
            return False
        later = pronoun not in _SUBJECTS or self.words[first].low in subjunctions()
        return self._may_be_meant(pronoun) and (self.named or (later and self._last_name(at, end) > 0))

    def _of_both(self, at: int) -> str | None:
        """Give "ni", "er" or "era" where "de" is the person and somebody beside."""
        if self.words[at].low in THEY and self.words[at].opens:
            return "ni" if self._goes_on_with_both(at) else None
        return with_others(self.words, at, self.row_at, self.sentence, self.person)

    def _goes_on_with_both(self, at: int) -> bool:
        """Whether "De" begins a sentence on the same line as one about the person and somebody beside."""
        if (before := self._sentence_before(at)) is None:
            return False
        both = self.named and goes_on_with_both(self.words, at, before, self.person)
        return both or meets_one(self.words, at, before, self.person)

    def _sentence_before(self, at: int) -> Clauses | None:
        """The clauses of the sentence before the one that ``words[at]`` opens, if it is on the same line."""
        first, end = self.before
        gap = self.text[self.base + self.words[at - 1].end : self.base + self.words[at].start] if at else "\n"
        if end != at or first >= end or "\n" in gap:
            return None
        return Clauses(self.words, first, end, self.person)

    def _is_person(self, pronoun: str, at: int, end: int, acts: bool) -> bool:
        """Whether a pronoun is the person; what is decided is remembered for the pronouns after it."""
        if not self._may_be_meant(pronoun):
            return False
        is_open = pronoun in OBJECTS or self.others.may_be(pronoun) or self._last_name(at, end) > at
        by_clause = self.others.is_person(at, self.sentence) if is_open else None
        if by_clause is None and not (self._is_meant(pronoun, at, end) or (acts and self._follows(at))):
            return self._goes_on(at)
        self.others.decided[at] = by_clause is not False
        return self.others.decided[at]

    def _goes_on(self, at: int) -> bool:
        """Whether a pronoun is still the person, though others have been named, by what is told of it."""
        is_still = self.named and is_still_the_person(self.others, at, self.sentence, told_before=self.told_before)
        if self.words[at].opens and not is_still and (before := self._sentence_before(at)) is not None:
            is_still = is_helped_before(self.others, at, before, self.sentence)
        if is_still:
            self.others.decided[at] = True
        return is_still

    def _is_meant(self, pronoun: str, at: int, end: int) -> bool:
        """Whether a pronoun can only be the person: nobody else has been named, and the person not only after it."""
        if self.implied and not self.others.here:
            return True
        if self.others.may_be(pronoun):
            return False
        return self.named or not (self.others.staff or at < self._last_name(at, end))

    def _follows(self, at: int) -> bool:
        """Whether a pronoun is the subject of a clause about what the person does: "mejlar om hon inte orkar"."""
        return self.words[at].low in _SUBJECTS & self.person.pronouns and self.words[at - 1].low in subjunctions()

    def _last_name(self, at: int, end: int) -> int:
        """Where the person is named last after ``at`` in the sentence that ends before ``end``; -1 for nowhere."""
        if self.last_name[0] != end:
            names = filter(self._is_named, reversed(self.telling.mentions(at + 1, end)))
            self.last_name = (end, next(names, -1))
        return self.last_name[1]

    def _is_named(self, at: int) -> bool:
        mention = find_mention(self.words, at, self.person)
        return mention is not None and not mention.pronoun

    def _may_be_meant(self, pronoun: str) -> bool:
        return PRONOUNS[pronoun] in self.person.pronouns and not self.others.own_words

    def _turned(self, mention: Mention, first: int, end: int, asks: bool) -> dict[int, StyleFinding]:
        """Turn one mention, and the reflexives that are the person's."""
        words, last = self.words, mention.last
        if is_called(words, mention, first, end):
            return {mention.first: self._without_name(mention, first, end)}
        self.person_at = last if not mention.pronoun else self.person_at
        fix = self._fix(mention, first, end, asks)
        beside = is_beside_others(words, mention, first, end)
        self.row_at, self.named = mention.first if fix == OBJECT and beside else self.row_at, True
        self.told_here = True
        found = self._put_in(mention, fix)
        if self.others.others and fix and not any(word.low in PRONOUNS for word in words[first : last + 1]):
            self.others.follow()
        if mention.owns:
            self.person_at = heads_what_follows(words, last, end)
        found |= self._acted(mention, fix, first, end)
        does = before_infinitive(words, mention, fix, end) if fix else NO_INFINITIVE
        if does != NO_INFINITIVE:
            close = end_of_infinitive(words, does, end)
            found |= self._reflexives(does, close, self._reflexive(mention.first, last, first))
        elif fix == OBJECT and stands_as_verb(words, first) and self._reflexives(last, end, REFLEXIVE):
            found[mention.first] = self._finding(mention, None)
        return found

    def _put_in(self, mention: Mention, fix: str | None) -> dict[int, StyleFinding]:
        """Put the pronoun in, before "sig" when that stands before the name: "då sätter du dig"."""
        before = mention.first - 1
        turns = fix == SUBJECT and mention.first > self.span[0] and self.words[before].low == "sig"
        if not turns or self.words[mention.first].paused:
            return {mention.first: self._finding(mention, fix)}
        turned = None if AND & {*following(self.words, mention.last)[:1]} else f"{fix} {REFLEXIVE['sig']}"
        return {before: self._finding(Mention(before, mention.last), turned)}

    def _acted(self, mention: Mention, fix: str | None, first: int, end: int) -> dict[int, StyleFinding]:
        """Find the reflexives of what the person does: before, after, or in a clause with "som"."""
        words, last, found = self.words, mention.last, dict[int, StyleFinding]()
        if fronted_infinitive(words, first, mention) or (fix == SUBJECT and fronts_own(words, first, mention)):
            found |= self._own_reflexives(first, mention.first)
        if fix == SUBJECT:
            found |= self._reflexives(last, end, self._reflexive(mention.first, last, first))
        if fix and not mention.owns and is_told_of(words, last, end):
            found |= self._reflexives(last + 1, end, REFLEXIVE)
        return found

    def _fix(self, mention: Mention, first: int, end: int, asks: bool) -> str | None:
        words, at, last = self.words, mention.first, mention.last
        if mention.compound:
            return None
        if mention.owns:
            single = fronted_infinitive(words, first, mention) or heads_infinitive(words, last, end, self.text)
            return word_for_owned(words, mention, first, single=single)
        if mention.pronoun in OBJECTS:
            return OBJECT
        if mention.pronoun in {"hon", "han"}:
            return SUBJECT
        if self._is_doubtful(at, last) or is_named_after_kin(words, at, first):
            return None
        if words[at].paused and self.text.startswith(":", self.base + words[last].end):  # "mamma vill, Tuva: nej"
            return SUBJECT
        return case(words, at, last, asks=asks)

    def _without_name(self, mention: Mention, first: int, end: int) -> StyleFinding:
        """Leave out the name of the person who is spoken to: "Vad vill du?" for "Tuva, vad vill du?"."""
        self.named, self.person_at = True, mention.last
        doubtful = self._is_doubtful(mention.first, mention.last)
        kept = None if doubtful else without_name(self.words, mention, first, end)
        return self._finding(*(kept or (mention, None)))

    def _is_doubtful(self, at: int, last: int) -> bool:
        """Whether the name is in somebody's quoted words, or is an ordinary word that begins the sentence."""
        word, place = self.words[at], self.base + self.words[at].start
        if is_quoted(self.quotes, place):
            return True
        ordinary = word.low in table("du_form", "also_words") and word.low not in self.person.called
        after = (*following(self.words, last), "")[0]
        return ordinary and word.opens and at == last and not (is_finite(after) or after in AND)

    def _finding(self, mention: Mention, fix: str | None) -> StyleFinding:
        words, base = self.words, self.base
        start, end = words[mention.first].start + base, words[mention.last].end + base
        fix = fix and with_capitals(self.text, (start, end), fix, words[mention.first])
        return StyleFinding(start, end, self.text[start:end], fix)
