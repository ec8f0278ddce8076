"""Redact every free text of a meeting as it was typed, before it is cut into lines, cells and paragraphs.

Only the whole text shows a number broken over two lines, a birth date by the heading of its column, or who "hon" is.
The text is turned to the person ("du"), names become role words, identifiers a mask; what was put in is marked (see
``document``).
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import get_type_hints

from sip_tui.i18n.translation import _, language
from sip_tui.meeting.model.meeting import TABLES, Action, Feedback, Meeting, Quote, Row
from sip_tui.minutes.access import BY_MAIL
from sip_tui.minutes.redaction.document import ANY_MARK, KEPT, REPLACED, MaskedFinding
from sip_tui.minutes.redaction.english_you import agreeing_verbs, imperative, with_capital, with_its_article
from sip_tui.minutes.redaction.free_text import CONTACTS, FREE_TEXT, map_fields
from sip_tui.minutes.redaction.kept_out import covering, near_topic
from sip_tui.minutes.redaction.known_names import home_names, known_names, person_names, person_spellings, person_word
from sip_tui.minutes.redaction.policy import RedactionPolicy
from sip_tui.minutes.redaction.role_words import capital_first, merged
from sip_tui.phrasing.identifier_kinds import mask_words
from sip_tui.phrasing.wording import addressee
from sip_tui.privacy import MASKS, Finding, KnownName, find, names_any, spelt_names, stranger_words
from sip_tui.swedish.style import StyleFinding
from sip_tui.swedish.style.du_form import Addressee, address, with_pronoun_used

_PROTECTED = ("skydd", "sekretess", "kvarskriv", "finger")
"""What every word for a protected identity has in it; a text without it is not searched."""
_CONTACT_FIELDS = frozenset(name for names in CONTACTS.values() for name in names)


@dataclass(frozen=True)
class FieldRedactor:
    """Redacts texts for one document and collects what was found.

    Attributes:
        names: The names to replace, each with its role word.
        policy: Decides which findings are kept.
        person: Whom texts are turned to; None when they are not.
        people: Whether people who are not among ``names`` are masked, and ages, classes and schools.
        topic: What the person asked to keep out.
        masks: Whether anything is masked; the full version is only turned to the person.
        strangers: Names of such people, and the texts of the meeting that tell who they are.
        known: What has been found in texts by themselves.
        findings: Everything found, masked or not.
    """

    names: Sequence[KnownName]
    policy: RedactionPolicy
    person: Addressee | None = None
    people: bool = False
    masks: bool = True
    topic: str = ""
    strangers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    known: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    findings: list[MaskedFinding] = field(default_factory=list)

    @classmethod
    def of(cls, meeting: Meeting, audience: str, policy: RedactionPolicy) -> FieldRedactor:
        """Create the redactor for an audience from the whole meeting."""
        by_mail, texts = audience in BY_MAIL, free_texts(meeting)
        names = known_names(meeting) if by_mail else ()
        known = {text: find(text, names) for text in dict.fromkeys(map(_without_marks, texts))} if by_mail else {}
        strangers = _by_name({text: stranger_words(text, found) for text, found in known.items()})
        if language() != "sv":
            names = names or person_names(meeting)
            return cls(names, policy, None, by_mail, audience != "full", meeting.person.kept_out, strangers, known)
        spelt = spelt_names(known, person_word(meeting, names)) if by_mail else person_spellings(meeting, texts)
        person = addressee(meeting).also_written(*spelt)
        person = with_pronoun_used(person, texts)
        person = replace(person, names=person.names - {words.casefold() for words in policy.decided_names})
        return cls(names, policy, person, by_mail, audience != "full", meeting.person.kept_out, strangers, known)

    def text(self, text: str, *, acts: bool = False, verbatim: bool = False, at_home: Sequence[KnownName] = ()) -> str:
        """Redact a text and mark what was put in.

        Args:
            text: One field, of one line or many.
            acts: Whether the person does what a text says that begins with a verb.
            verbatim: Whether it is a quote, which is not turned to the person.
            at_home: Names of the family that the paper calls otherwise: "mamma".
        """
        text = _without_marks(text)
        turned = [] if self.person is None or verbatim else self._turned(text, self.person, acts)
        found = self._found(text, turned, verbatim) if self.masks else []
        near = near_topic(text, self.topic, self.policy) if self.masks else []
        self.findings.extend(near)
        hits = [self._replaced(each) for each in found if not each.is_kept]
        hits += (hit for hit in find(text, at_home, people=False) if hit.kind == "name") if at_home else ()
        masked = merged(text, covering([each.finding for each in near if not each.is_kept], hits), self.names)
        in_english = self.masks and language() == "en"
        masked = [with_its_article(text, with_capital(text, hit)) for hit in masked] if in_english else masked
        verbs = [*agreeing_verbs(text, masked), *(imperative(text, masked) if acts else ())] if in_english else []
        # What is masked goes before what is turned: "tuva_09" is a user name.
        hidden = [(hit.start, hit.end) for hit in masked]
        turned = [each for each in turned if not _overlaps(each, hidden)]
        put_in = [
            *((each.start, each.end, REPLACED, capital_first(text, each.start, each.fix or "")) for each in turned),
            *((hit.start, hit.end, REPLACED, mask_words(hit.replacement)) for hit in masked),
            *((start, end, REPLACED, form) for start, end, form in verbs),
            *((hit.finding.start, hit.finding.end, KEPT, hit.words) for hit in found if hit.is_kept_here),
        ]
        return "".join(_with_marks(text, sorted(put_in)))

    def contact(self, text: str) -> str:
        """Redact a telephone number or an address, unless it is an office's."""
        kept = [contact for contact in self.policy.contacts if contact in text]
        if not kept:
            return self.text(text) if text.strip() else text
        places = ((at, at + len(contact), KEPT, contact) for contact in kept if (at := text.find(contact)) >= 0)
        return "".join(_with_marks(text, sorted(places, key=lambda place: (place[0], -place[1]))))

    def _turned(self, text: str, person: Addressee, acts: bool) -> list[StyleFinding]:
        """What is said of the person and can be said to the person."""
        addressed = address(text, person, acts=acts)
        self.findings.extend(_turned(turned.words, turned.fix or "") for turned in addressed.turned)
        self.findings.extend(_unsure(addressed.text[start:end]) for start, end in addressed.unsure)
        return list(addressed.replaced)

    def _find(self, text: str) -> tuple[Finding, ...]:
        known = self.known.get(text)
        others = [word for word, told_in in self.strangers.items() if text not in told_in]
        if known is not None and not (others and names_any(text, others)):
            return known
        return find(text, self.names, people=self.people, strangers=self.strangers.keys())

    def _found(self, text: str, turned: Sequence[StyleFinding], verbatim: bool) -> list[MaskedFinding]:
        """What is found in a text, but for the person's names that are turned, or quoted on a paper with names."""
        quoted = verbatim and not self.people
        hits = [(hit, text[hit.start : hit.end]) for hit in self._find(text) if not (quoted and hit.kind == "name")]
        places = sorted((each.start, each.end) for each in turned)
        found = [
            MaskedFinding(hit, words, self.policy.is_kept(hit, words), self.policy.is_pending(hit, words))
            for hit, words in hits
            if not (hit.kind == "name" and _is_within(hit, places))
        ]
        self.findings.extend(found)
        return found

    def _replaced(self, found: MaskedFinding) -> Finding:
        """The finding to mask; a name that somebody chose to mask gets no role word."""
        hit = found.finding
        if found.words in self.policy.unnamed:
            return hit._replace(replacement=MASKS.get(hit.kind, hit.replacement))
        return hit._replace(replacement="your") if hit.replacement.lower() == "yous" else hit


def _by_name(told: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """The texts that each name stands in, from the names in each text."""
    found: dict[str, set[str]] = {}
    for text, names in told.items():
        for name in names:
            found.setdefault(name, set()).add(text)
    return {name: frozenset(texts) for name, texts in found.items()}


@cache
def _text_fields() -> Mapping[str, Sequence[str]]:
    """The fields of every table that hold texts."""
    hints = {table: get_type_hints(row) for table, row in TABLES.items()}
    texts = (str, tuple[str, ...])
    return {table: [name for name in found if found[name] in texts and name != "id"] for table, found in hints.items()}


def without_marks(meeting: Meeting) -> Meeting:
    """Return the meeting without what could be taken for marks of redaction; a file from elsewhere can hold some."""
    return map_fields(meeting, _text_fields(), lambda _row, _name, text: ANY_MARK.sub("", text))


def _without_marks(text: str) -> str:
    return unicodedata.normalize("NFC", ANY_MARK.sub("", text))


def redact_fields(meeting: Meeting, redactor: FieldRedactor) -> Meeting:
    """Return the meeting with its free texts redacted; ``redactor`` holds what was found."""
    person = meeting.person_participant
    own = person.id if person else ""
    at_home = home_names(meeting) if redactor.policy.given_names else {}

    def redact(row: Row, name: str, text: str) -> str:
        """Redact one field of a row."""
        acts = isinstance(row, Action) and name == "what" and bool(own) and row.who == own
        verbatim = isinstance(row, Quote) or (isinstance(row, Feedback) and name == "words") or name == "title"
        if name in _CONTACT_FIELDS:
            return redactor.contact(text)
        called = at_home.get(row.who, ()) if isinstance(row, Action) else ()
        return redactor.text(text, acts=acts, verbatim=verbatim, at_home=called)

    fields = {table: (*names, *CONTACTS.get(table, ())) for table, names in FREE_TEXT.items()}
    clean = map_fields(meeting, fields, redact)
    return _without_masked_terms(meeting, clean) if redactor.policy.by_mail else clean


def has_protected_identity(meeting: Meeting, names: Sequence[KnownName], kept: frozenset[str]) -> bool:
    """Whether any text tells of a protected identity, except in words that somebody kept with a reason.

    ``names`` are those that the texts are redacted with, so that what was found then needs no second search.
    """
    return any(
        hit.kind == "protected" and text[hit.start : hit.end] not in kept
        for text in filter(_may_be_protected, map(_without_marks, free_texts(meeting)))
        for hit in find(text, names, people=False)
    )


def _may_be_protected(text: str) -> bool:
    lower = text.lower()
    return any(part in lower for part in _PROTECTED)


def free_texts(meeting: Meeting) -> list[str]:
    """Return every free text of the meeting, field by field."""
    tables = ((getattr(meeting, table), names) for table, names in FREE_TEXT.items())
    rows = ((row, names) for rows, names in tables for row in ((rows,) if isinstance(rows, Row) else rows))
    values = (value for row, names in rows for name in names if (value := getattr(row, name)))
    return [text for value in values for text in ((value,) if isinstance(value, str) else value)]


def _with_marks(text: str, put_in: Sequence[tuple[int, int, tuple[str, str], str]]) -> Iterator[str]:
    done = 0
    for start, end, marks, words in put_in:
        if start >= done:
            yield from (text[done:start], marks[0], words, marks[1])
            done = end
    yield text[done:]


def _overlaps(turned: StyleFinding, places: Sequence[tuple[int, int]]) -> bool:
    """Whether something overlaps one of the places, which are apart and in order."""
    at = bisect_left(places, (turned.end, 0)) - 1
    return at >= 0 and turned.start < places[at][1]


def _is_within(hit: Finding, places: Sequence[tuple[int, int]]) -> bool:
    """Whether a finding is within one of the places, which are apart and in order."""
    at = bisect_left(places, (hit.start + 1, 0)) - 1
    return at >= 0 and hit.end <= places[at][1]


def _turned(words: str, fix: str) -> MaskedFinding:
    """What was said of the person and is said to the person, as a name that was replaced."""
    finding = Finding("name", 0, len(words), "block", "high", words, "Sägs till personen.", fix)
    return MaskedFinding(finding, words, is_kept=False)


def _unsure(sentence: str) -> MaskedFinding:
    """A sentence about the person that could not be turned, to be read in the review."""
    finding = Finding("unsure", 0, len(sentence), "warn", "low", sentence, "Du eller dig?", _("[du or dig?]"))
    return MaskedFinding(finding, sentence, is_kept=True)


def _without_masked_terms(before: Meeting, clean: Meeting) -> Meeting:
    """Drop explained terms of which only masks are left: "[kod]: a code" explains nothing."""
    pairs = zip(clean.terms, before.terms, strict=True)
    return replace(clean, terms=tuple(term for term, was in pairs if term.term == was.term or _has_words(term.term)))


def _has_words(text: str) -> bool:
    for masked in MASKS.values():
        text = text.replace(mask_words(masked), "")
    return any(letter.isalnum() for letter in text)
