"""Every entry of the word tables in ``data/sv`` has a line that reads otherwise without it, and none is missing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sip_tui.swedish import word_table, words
from sip_tui.swedish.dates import day_parts, holidays, rewrites
from sip_tui.swedish.dates.holidays import named_day
from sip_tui.swedish.dates.line_scanner import find_when, may_begin
from sip_tui.swedish.dates.no_time import is_verb
from sip_tui.swedish.dates.parser import is_when, read_when, stored_text
from sip_tui.swedish.grammar import adverbials, agent, clause, genitive, lexicon, person_words, possessive, time_clause
from sip_tui.swedish.grammar.clause import verb_form
from sip_tui.swedish.grammar.time_clause import tells_when
from sip_tui.swedish.style import clauses, du_form, du_words, vague_words
from sip_tui.swedish.style.du_form import Addressed, Addressee, address
from sip_tui.swedish.style.long_sentences import sentences
from tests.helpers.corpus import CORPUS
from tests.helpers.word_tables import Reader, assert_every_entry_is_needed, table_of

TODAY = date(2026, 11, 25)
CACHES = (
    adverbials.is_adverb,
    agent.also_called,
    agent._tails,
    agent.definite,
    day_parts._parts,
    day_parts._patterns,
    day_parts.part_words,
    may_begin,
    clause.subjunctions,
    clauses._openers,
    du_form._read,
    du_words._kinds_for,
    lexicon.forms,
    genitive._no_nouns,
    person_words._roles,
    person_words._long_offices,
    person_words.lexical_pronouns,
    person_words.is_office,
    person_words.names_nobody,
    holidays.near_words,
    is_when,
    rewrites._dictionary,
    rewrites._misspelt,
    rewrites._misspelt_after_lead,
    rewrites._patterns,
    rewrites._kept,
    time_clause._clause,
    time_clause.tells_when,
    vague_words._pattern,
)


def person(text: str) -> Addressee:
    return Addressee.of("Love", pronouns="han") if "Love" in text else Addressee.of("Tuva", child=True)


def turned(entry: str, line: str) -> object:
    text, _arrow, wanted = (part.strip() for part in line.partition("→"))
    found = address(text, person(text)).text
    return found == (wanted or text), found


def own_name(entry: str, line: str) -> object:
    text = line.partition("→")[0].strip()
    return address(text, Addressee.of(entry.capitalize())) == Addressed(text)


def found_time(_entry: str, line: str) -> object:
    text, _arrow, when = (part.strip() for part in line.partition("→"))
    return find_when(text, TODAY).when == when


def found_beside_dag(_entry: str, line: str) -> object:
    text, _arrow, when = (part.strip() for part in line.partition("→"))
    return find_when(text, TODAY, lambda word: word.casefold() == "dag").when == when


def stored(_entry: str, line: str) -> object:
    phrase, _arrow, kept = (part.strip() for part in line.partition("→"))
    return stored_text(read_when(phrase, TODAY)) == kept


def days_off(off: int) -> Reader:
    return lambda _entry, phrase: read_when(phrase, TODAY).first == TODAY + timedelta(days=off)


def mended(_entry: str, line: str) -> object:
    wrong, _arrow, right = (part.strip() for part in line.partition("→"))
    return rewrites.corrected(wrong) == right


def one_sentence(_entry: str, line: str) -> object:
    return len(sentences(line)) == 1


def vague(_entry: str, line: str) -> object:
    return len(vague_words.find_vague(line)) == 1


def inflected(entry: str, forms: str) -> object:
    return lexicon.forms(f"xy{entry}") >= {f"xy{form}" for form in forms.split()}


def one_form(entry: str, _line: str) -> object:
    return lexicon.forms(entry) == {entry}


def is_definite(_entry: str, word: str) -> object:
    return lexicon.forms(word) == {word, f"{word}s"}


def in_swedish(entry: str, swedish: str) -> object:
    return rewrites.in_swedish(f"5 {entry}") == f"5 {swedish}".strip()


def phrase_in_swedish(_entry: str, phrase: list[str]) -> object:
    return rewrites.in_swedish(phrase[1]) == phrase[2]


def short_names(entry: str, beginnings: list[str]) -> object:
    return all(entry in agent.also_called(office) for office in beginnings)


READERS: dict[str, tuple[Reader, int]] = {
    "abbreviations.go_on": (one_sentence, 43),
    "abbreviations.may_end": (one_sentence, 33),
    "agent.nouns": (lambda _entry, line: not agent.acts(line), 7),
    "agent.not_passive": (lambda _entry, line: agent.acts(line), 27),
    "agent.short_names": (short_names, 59),
    "agent.short_roles": (lambda entry, _line: agent._is_somebody(entry, frozenset()), 9),
    "agent.tails": (lambda entry, office: entry in agent.also_called(office), 28),
    "day_names.dates": (lambda entry, _line: named_day(entry, TODAY) is not None, 16),
    "day_names.holidays": (lambda entry, _line: named_day(entry, TODAY) is not None, 15),
    "day_names.today": (days_off(0), 1),
    "day_names.tomorrow": (days_off(1), 10),
    "day_names.day_after_tomorrow": (days_off(2), 4),
    "day_parts.morning": (stored, 6),
    "day_parts.forenoon": (stored, 6),
    "day_parts.noon": (stored, 4),
    "day_parts.afternoon": (stored, 6),
    "day_parts.evening": (stored, 4),
    "du_form.prepositions": (turned, 49),
    "du_form.takes_a_person": (turned, 137),
    "du_form.affects": (turned, 27),
    "du_form.has_a_subject": (turned, 55),
    "du_form.object_acts": (turned, 20),
    "du_form.given": (turned, 32),
    "du_form.in_need": (turned, 13),
    "du_form.aims": (turned, 32),
    "du_form.aims_for": (turned, 9),
    "du_form.adverbs": (turned, 35),
    "du_form.fronted": (turned, 52),
    "du_form.particles": (turned, 16),
    "du_form.many": (turned, 28),
    "du_form.greets": (turned, 7),
    "du_form.offers": (turned, 23),
    "du_form.feelings": (turned, 19),
    "du_form.allowed": (turned, 10),
    "du_form.regards": (turned, 8),
    "du_form.praises": (turned, 21),
    "du_form.hon": (turned, 29),
    "du_form.han": (turned, 27),
    "du_form.hen": (turned, 21),
    "du_form.roles": (turned, 85),
    "du_form.offices": (turned, 69),
    "du_form.person": (turned, 5),
    "du_form.child": (turned, 2),
    "du_form.also_words": (own_name, 42),
    "english_time.words": (in_swedish, 78),
    "english_time.phrases": (phrase_in_swedish, 27),
    "grammar.subjunctions": (turned, 27),
    "grammar.auxiliaries": (turned, 27),
    "inflection.fixed": (one_form, 23),
    "inflection.endings": (inflected, 69),
    "inflection.definite": (is_definite, 11),
    "line_time.begins": (found_time, 183),
    "line_time.governs": (found_time, 14),
    "line_time.numbered": (found_time, 33),
    "line_time.bookable": (found_time, 5),
    "line_time.hangs": (found_time, 24),
    "line_time.units": (found_time, 1),
    "line_time.no_verbs": (lambda entry, _line: not is_verb(entry), 19),
    "line_time.done": (found_time, 6),
    "line_time.pronouns": (found_time, 12),
    "line_time.prepositions": (found_time, 13),
    "line_time.events": (found_time, 56),
    "line_time.dated": (found_time, 20),
    "line_time.attends": (found_time, 11),
    "line_time.event_leads": (found_time, 15),
    "line_time.prepares": (found_time, 9),
    "line_time.no_name": (found_beside_dag, 4),
    "line_time.reports": (found_time, 6),
    "line_time.with_om": (found_time, 20),
    "line_time.modals": (lambda entry, _line: is_verb(entry), 6),
    "time_clause.begins": (lambda _entry, line: tells_when(line), 16),
    "time_clause.asks": (lambda _entry, line: not tells_when(line), 12),
    "time_clause.governs": (lambda _entry, line: not tells_when(line), 17),
    "time_slips.alone": (mended, 21),
    "time_slips.led": (mended, 12),
    "time_slips.leads": (mended, 10),
    "roles.definite": (lambda role, form: agent.definite(role) == form, 32),
    "vague_words.sign": (vague, 22),
    "vague_words.day": (vague, 16),
    "vague_words.often": (vague, 11),
    "vague_words.act": (vague, 60),
    "vague_words.seen": (vague, 22),
}
"""Table → what reads one of its entries rightly, and how many it has."""
RUNS = {
    "verbs": {"ar": 1105, "er_de": 143, "er_te": 91, "r": 30, "dde": 33, "irregular": 743},
    "nouns": {"din": 700, "ditt": 739, "dina": 150, "ditt_or_dina": 578, "dina_or_ditt": 20, "adjectives": 572},
    "lived": {
        "does": 70,
        "has": 94,
        "works": 124,
        "either": 37,
        "of_work": 21,
        "felt_about": 30,
        "predicates": 158,
        "whereabouts": 63,
        "cares": 41,
        "states": 22,
        "herself": 11,
        "needs_help": 14,
        "together": 20,
    },
    "given_name_pronouns": {"hon": 3381, "han": 3931},
}
"""File → its runs of words, and how many words each has."""


@pytest.mark.parametrize("name", READERS)
def test_every_entry_is_read_and_needed(name: str) -> None:
    # Their patterns take a tenth of a second to make.
    together = 60 if name.startswith("vague_words.") or name in {"line_time.begins", "line_time.events"} else 1
    assert_every_entry_is_needed(name, READERS[name][0], CACHES, together)


@pytest.mark.parametrize("name", READERS)
def test_no_entry_is_missing(name: str) -> None:
    assert len(table_of(name)) == READERS[name][1]


@pytest.mark.parametrize(("file", "runs"), RUNS.items())
def test_no_word_of_a_run_is_missing(file: str, runs: dict[str, int]) -> None:
    assert {run: len(words(file, run)) for run in word_table(file)} == runs


def test_every_ending_of_a_noun_is_needed() -> None:
    """Each noun of the corpus is the witness of one ending: without it, it would take another word."""
    endings = possessive._genders()
    lines = (CORPUS / "nouns.txt").read_text(encoding="utf-8").splitlines()
    for takes, noun in (line.split() for line in lines):
        fitting = [ending for at in range(len(noun) + 1) if (ending := f"^{noun}"[at:]) in endings]
        assert endings[fitting[0]] == takes
        assert takes != (endings[fitting[1]] if len(fitting) > 1 else "din")
    assert len(lines) == len(endings)


@pytest.mark.parametrize(
    ("kind", "forms"),
    [
        ("ar", "boka bokar bokade bokat"),
        ("er_de", "följa följer följde följt"),
        ("er_de", "använda använder använde använt"),
        ("er_de", "känna känner kände känt"),
        ("er_te", "hjälpa hjälper hjälpte hjälpt"),
        ("er_te", "möta möter mötte mött"),
        ("er_te", "lyfta lyfter lyfte lyft"),
        ("er_de", "leda leder ledde lett"),
        ("r", "köra kör körde kört"),
        ("dde", "bo bor bodde bott"),
        ("irregular", "skriva skriver skrev skrivit"),
        ("irregular", "hoppas hoppas hoppades hoppats"),
    ],
)
def test_a_verb_has_the_forms_of_its_kind(kind: str, forms: str) -> None:
    assert forms.split()[0] in words("verbs", kind)
    kinds = ("infinitive", "present", "past", "supine")
    known = dict(zip(forms.split(), kinds, strict=True))
    assert {form: str(verb_form(form)) for form in known} == known
