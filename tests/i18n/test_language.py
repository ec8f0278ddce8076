"""The words of the screens, as ``docs/language.md`` has them, in the catalogue and in the shipped data."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po

from sip_tui.cli.help_lists import PLACEHOLDERS, verb_list
from sip_tui.cli.verbs.table import VERBS
from sip_tui.i18n import translation
from sip_tui.i18n.key_names import key_label
from sip_tui.paths import data_path
from sip_tui.phrasing.field_labels import FIELD_LABELS, TABLE_FIELD_LABELS
from sip_tui.screens.key_meanings import MEANINGS
from tests.helpers.language_patterns import ENGLISH, SWEDISH


@pytest.fixture
def in_swedish() -> Iterator[None]:
    spoken = translation.language()
    translation.set_language("sv")
    yield
    translation.set_language(spoken)


LONGEST = 20
"""Words of a sentence on a screen."""
KEY = re.compile(r"(?:\{keys\[[\w.]+\]\}|\b(?:Enter|Esc|Escape|Tabb?)\b) (\w+)")
AFTER_A_KEY = frozenset(
    [
        "för",
        "när",
        "eller",
        "så",
        "igen",
        "en",
        "och",
        "på",
        "om",
        "to",
        "when",
        "or",
        "and",
        "once",
        "again",
        "on",
        "for",
        "if",
        "in",
        "then",
    ]
)
"""What may follow a key: "Tryck k för att …", never "k skriver"."""
PLURAL_FOR_ONE = re.compile(r"^(?:Har|Är|Vet|Går|Säger) (?:(?!\bsom\b).)*\bde\b(?! (?:som|andra|här|olika))")
WORD_LISTS = tomllib.loads(Path(__file__).with_name("word_families.toml").read_text(encoding="utf-8"))
FAMILIES = WORD_LISTS["families"]
WORDS = [(family["say"], *pair) for family in FAMILIES for pair in family["not"]]
ENGLISH_WORDS = [(family["say"], *pair) for family in WORD_LISTS["english"] for pair in family["not"]]
A_DAY = re.compile(
    r"\b(?:20\d\d|\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December))"
)


def messages() -> list[tuple[str, str]]:
    """Every message of the interface with its Swedish; argparse's own are left out."""
    with data_path("locale", "sv", "LC_MESSAGES", "sip_tui.po").open("rb") as file:
        catalogue = read_po(file, locale="sv")
    pairs = [(message.id, message.string) for message in catalogue if message.id and message.string]
    return [pair for english, swedish in pairs for pair in _singly(english, swedish) if pair[1] and "%(" not in pair[0]]


def _singly(english: Any, swedish: Any) -> list[tuple[str, str]]:
    return list(zip(english, swedish, strict=True)) if isinstance(english, tuple) else [(english, swedish)]


def guidance(language: str) -> list[str]:
    """Every line of the phases, the script, the types of meeting and the person's sheet."""
    return [
        line
        for name in (
            "phases.toml",
            "phases_variants.toml",
            "type_phases.toml",
            "script.toml",
            "sheet.toml",
            "meeting_types.toml",
        )
        for line in _lines(tomllib.loads(data_path(language, name).read_text(encoding="utf-8")))
    ]


def _lines(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from () if key in {"source", "key", "pad"} else _lines(value)
    elif isinstance(data, list):
        for value in data:
            yield from _lines(value)


def glossary() -> list[str]:
    terms = json.loads(data_path("sv", "glossary.json").read_text(encoding="utf-8"))["terms"]
    return [term["sv"] for term in terms]


def sentences(text: str) -> list[str]:
    return [sentence for part in text.split("\n") for sentence in re.split(r"(?<=[.!?:])\s+", part) if sentence]


SV, EN = [swedish for _english, swedish in messages()], [english for english, _swedish in messages()]


def test_no_key_is_the_subject() -> None:
    found = [key[0] for text in (*SV, *EN) for key in KEY.finditer(text) if key[1] not in AFTER_A_KEY]
    assert found == []
    assert KEY.search("{keys[roll.here]} skriver svaret")


def test_one_person_is_never_they() -> None:
    assert [text for text in SV if PLURAL_FOR_ONE.search(text)] == []
    assert PLURAL_FOR_ONE.search("Har sagt att de inte kan komma")


def test_a_sentence_on_a_screen_is_short() -> None:
    shown = [text for text in SV if "(förval)" not in text]
    long = [part for text in (*shown, *guidance("sv"), *guidance("en")) for part in sentences(text)]
    assert [part for part in long if len(part.split()) > LONGEST] == []


@pytest.mark.parametrize(("say", "word", "phrase"), WORDS)
def test_one_word_for_one_thing(say: str, word: str, phrase: str) -> None:
    found = re.compile(rf"(?<!\w){word}(?!\w)", re.IGNORECASE)
    assert found.search(phrase)
    assert [text for text in (*SV, *guidance("sv")) if found.search(text)] == [], f"say: {say}"


@pytest.mark.parametrize(("say", "word", "phrase"), ENGLISH_WORDS)
def test_english_is_not_swedish_in_english_words(say: str, word: str, phrase: str) -> None:
    found = re.compile(rf"(?<![\w{{\[.]){word}(?![\w\]}}])", re.IGNORECASE)
    assert found.search(phrase)
    texts = [text for text in (*EN, *guidance("en")) if "do ID" not in text and not text.isupper()]
    assert [text for text in texts if found.search(text)] == [], f"say: {say}"


def test_no_example_is_a_day_that_passes() -> None:
    assert [text for text in EN if "for instance" in text and A_DAY.search(text)] == []
    assert A_DAY.search("for instance Friday 4 December 13–14")


def test_a_label_is_no_indirect_question() -> None:
    swedish = dict(messages())
    labels = [swedish[label] for label in (*FIELD_LABELS.values(), *TABLE_FIELD_LABELS.values()) if label in swedish]
    assert [label for label in labels if re.match(r"(?:Vem|Vad|Vilka) som\b|Varför \w", label)] == []


def test_each_family_is_named_once() -> None:
    things = [family["thing"] for family in FAMILIES]
    assert len(things) == len(set(things)) >= 36


def test_the_person_is_never_the_individual() -> None:
    texts = (*SV, *guidance("sv"), *glossary())
    assert [text for text in texts if re.search(r"\b(?:den enskilde|brukaren|klienten|patienten)\b", text)] == []


def test_no_swedish_in_the_english_and_no_english_in_the_swedish() -> None:
    quoted = re.compile(r"“[^”]*”|\"[^\"]*\"|#\w+.*|\bsip-tui \w+|--\w+|\b[A-Z]{2,}\b|for whom: .*|för vem: .*")
    english = [quoted.sub("", text) for text in (*EN, *guidance("en"))]
    swedish = [quoted.sub("", text) for text in (*SV, *guidance("sv"))]
    assert [text for text in english if SWEDISH.search(text.replace("{", " {"))] == []
    assert [text for text in swedish if ENGLISH.search(re.sub(r"\{[^}]*\}", "", text))] == []


def test_a_glossary_entry_is_one_sentence() -> None:
    assert [text for text in glossary() if not text.endswith(".") or re.search(r"[.!?] [A-ZÅÄÖ]", text)] == []
    assert [text for text in glossary() if len(text.split()) > 30] == []


def test_no_key_is_shown_by_the_english_name_of_its_sign() -> None:
    labels = {key_label(key) for keys in MEANINGS for key in keys.split(",")}
    words = {label for label in labels if re.fullmatch(r"[a-z_]{2,}", label)}
    assert words <= {"space", "mellanslag"}
    assert key_label("ampersand") == "&"


@pytest.mark.usefixtures("in_swedish")
def test_what_follows_a_verb_is_in_swedish_too() -> None:
    verbs = verb_list()
    assert "reply NAMN SVAR" in verbs
    assert [word for word in PLACEHOLDERS if word not in {"STATUS", "TEXT"} and word in verbs] == []
    left = {word for verb in VERBS.values() for word in re.findall("[A-Z]{2,}", verb.arguments)}
    assert left <= set(PLACEHOLDERS)


def test_only_staff_are_asked_where_they_work() -> None:
    asked = re.compile("where (?:do )?you work|var (?:ni )?arbetar (?:ni|du)?")
    staff = re.compile("part of your job|taking over|i tjänsten|tar över")
    lines = [line for language in ("en", "sv") for line in guidance(language) if asked.search(line)]
    assert len(lines) > 10
    assert [line for line in lines if not staff.search(line)] == []


def test_only_parents_or_guardians_agree_for_a_child() -> None:
    agreeing = re.compile(
        "agree to (?:what we|us making|the plan)|säger ni (?:fortfarande )?ja till (?:planen|det vi|att vi)"
    )
    lines = [line for language in ("en", "sv") for line in guidance(language) if agreeing.search(line)]
    assert [line for line in lines if line.startswith(("To the adults", "Ni vuxna"))] == []
    assert sum(line.startswith(("Parents or guardians", "Ni som är vårdnadshavare")) for line in lines) >= 10
