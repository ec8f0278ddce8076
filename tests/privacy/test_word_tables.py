"""Every entry of the word tables earns its place: its phrase reads differently without it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pytest

from sip_tui.paths import name_list
from sip_tui.privacy import Finding, find
from sip_tui.privacy.word_tables import forget_words, word_tables
from tests.helpers.word_tables import independent_groups

FILES = ("identifier_cues", "medicines", "name_words", "name_surroundings")
SIZES = {
    "medicines": 185,
    "identifier_cues": 1817, "name_words": 1115, "name_surroundings": 1036, "given_names": 26289, "surnames": 500,
    "words_like_names": 3510,
    "common_words": 11612,
}  # fmt: skip
"""Entries in each file, so that one that is deleted is missed."""
TABLES = [(file, table) for file in FILES for table in word_tables(file)]
MEETING = ["Vilja Ek", "Klara Lind", "Dag Berg", "Liv Alm", "Sol Ed"]
WORDS = ["Bo Xq", "Dag Xw", "Hans Xz", "Liv Xv", "My Xb", "Klara Xn", "Max Xm", "Tor Xk", "Glad Xr"]
"""People whose names are words of every kind."""


@pytest.fixture(autouse=True)
def _unchanged_tables() -> Iterator[None]:
    forget_words()
    yield
    forget_words()


@pytest.mark.unmeasured
@pytest.mark.parametrize(("file", "table"), TABLES)
def test_each_entry_changes_how_its_phrase_reads(file: str, table: str) -> None:
    entries = dict(word_tables(file)[table])
    whole = {entry: look(file, table, entry, phrase) for entry, phrase in entries.items()}
    read_of = {entry: f"{text_of(table, entry, phrase)} {phrase}" for entry, phrase in entries.items()}
    without = dict[str, tuple[Finding, ...]]()
    for group in independent_groups(read_of):
        without |= look_without(file, table, group)
    assert [entry for entry in entries if whole[entry] == without[entry]] == []


@pytest.mark.parametrize(("file", "table"), TABLES)
def test_phrases_read_alike_from_tables_that_are_loaded_anew(file: str, table: str) -> None:
    entries = word_tables(file)[table].items()
    before = [look(file, table, entry, phrase) for entry, phrase in entries]
    forget_words()
    assert [look(file, table, entry, phrase) for entry, phrase in entries] == before


@pytest.mark.parametrize("file", FILES)
def test_no_entry_is_missing_from_the_tables(file: str) -> None:
    assert sum(map(len, word_tables(file).values())) == SIZES[file]


@pytest.mark.parametrize("name", ["given_names", "surnames", "words_like_names", "common_words"])
def test_no_name_is_missing_from_the_lists(name: str) -> None:
    assert len(name_list(name)) == SIZES[name]


def text_of(table: str, entry: str, phrase: str) -> str:
    """The text that shows what an entry does."""
    return f"{entry.title()} kom." if table == "short_forms" else phrase


def look(file: str, table: str, entry: str, phrase: str) -> tuple[Finding, ...]:
    """What is found in an entry's phrase."""
    return find(text_of(table, entry, phrase), roll_for(file, table, entry, phrase))


def look_without(file: str, table: str, gone: Sequence[str]) -> dict[str, tuple[Finding, ...]]:
    """What is found in the phrases of entries when these entries are taken away."""
    entries = word_tables(file)[table]
    kept = {entry: entries.pop(entry) for entry in gone}
    forget_words()
    found = {entry: look(file, table, entry, phrase) for entry, phrase in kept.items()}
    entries.update(kept)
    return found


def roll_for(file: str, table: str, entry: str, phrase: str) -> list[str]:
    """The roll for a phrase about names."""
    match file:
        case "name_surroundings":
            return roll_of_words(table, entry)
        case "name_words":
            return roll_of_names(table, entry, phrase)
        case _:
            return []


def roll_of_words(table: str, entry: str) -> list[str]:
    """The roll for a phrase with names that are words."""
    match table:
        case "labels" | "towns":
            return [f"{entry.title()} Xyz"]
        case "genitives":
            return [f"{entry.removesuffix('s').title()} Xyz"]
        case "phrases":
            return [*WORDS, *(f"{word.title()} Xyz" for word in entry.split() if len(word) > 1)]
        case _:
            return WORDS


def roll_of_names(table: str, entry: str, phrase: str) -> list[str]:
    """The roll for a phrase that shows what a name or a sign is."""
    match table:
        case "short_forms":
            return [f"{phrase.split(', ')[0]} Xyz"]
        case "particles" | "nouns" | "adjectives" | "verbs" | "pronouns" | "times" | "measures" | "other_words":
            return [f"{entry.title()} Xyz"]
        case "works":
            return [f"{word.title()} Xyz" for word in re.findall(r"[^\W\d_]{2,}", entry)]
        case "abbreviations":
            return [" ".join(f"{letter.upper()}xyz" for letter in entry)]
        case _:
            return MEETING
