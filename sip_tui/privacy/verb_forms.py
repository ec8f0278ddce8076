"""The forms of the listed verbs, by what they can be in a sentence: "ringer" has a subject, "ringa" has none."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache

from sip_tui.paths import data_path

FINITE, INFINITIVE, SUPINE, PASSIVE, OTHER = 1, 2, 4, 8, 16
"""What a form can be, as bits: present or past, infinitive, supine, a finite form of the passive, anything else."""


_SMALL_WORDS = frozenset(("för", "åt"))
"""Prepositions that are spelt like a form of a verb."""
_VOWELS = frozenset("aeiouyåäö")


def is_verb_form(lower: str) -> bool:
    """Whether a word in lower case is a form of a common verb: "hämtar" is no misspelt Hammar."""
    return lower in _verb_forms()


def kinds_of(lower: str) -> int:
    """What a word in lower case can be as a form of a verb, as bits; zero when it is none."""
    return _verb_forms().get(lower, 0)


def infinitive_of(lower: str) -> str:
    """The infinitive of a form of a verb; empty when it is none."""
    return _infinitives().get(lower, "")


def is_finite(lower: str) -> bool:
    """Whether a word can be the verb of a sentence: "för" and "åt" are prepositions."""
    return bool(kinds_of(lower) & (FINITE | PASSIVE)) and lower not in _SMALL_WORDS


def is_infinite(lower: str) -> bool:
    """Whether a word can be an infinitive or a supine: "ringa", "ringt"."""
    return bool(kinds_of(lower) & (INFINITIVE | SUPINE))


@lru_cache(maxsize=1)
def _verb_forms() -> Mapping[str, int]:
    forms: dict[str, int] = {}
    for _verb, form, kind in _conjugated():
        forms[form] = forms.get(form, 0) | kind
    return forms


@lru_cache(maxsize=1)
def _infinitives() -> Mapping[str, str]:
    return {form: verb for verb, form, _kind in reversed([*_conjugated()])}


def _conjugated() -> Iterator[tuple[str, str, int]]:
    """Each verb with each of its forms and what that can be; irregular ones are listed whole."""
    tables = tomllib.loads(data_path("sv", "verbs.toml").read_text(encoding="utf-8"))
    for line in tables["irregular"].strip().splitlines():
        verb, present, past, supine = line.split()
        yield from _of(verb, present, past, supine)
        yield verb, verb.removesuffix("a"), OTHER
    for verb in tables["ar"].split():
        yield from _of(verb, f"{verb}r", f"{verb}de", f"{verb}t", passive=(f"{verb}s", f"{verb}des"))
        yield from ((verb, verb + ending, OTHER) for ending in ("d", "nde"))
    for verb in tables["dde"].split():
        yield from _of(verb, f"{verb}r", f"{verb}dde", f"{verb}tt")
    for kind, present, ending in (("er_de", "er", "de"), ("er_te", "er", "te"), ("r", "", "de")):
        for verb in tables[kind].split():
            stem, past = verb[:-1], _past(verb[:-1], ending)
            yield from _of(verb, stem + present, past, _supine(stem), passive=(f"{stem}s", f"{past}s"))
            yield verb, stem, OTHER


def _of(
    verb: str, present: str, past: str, supine: str, *, passive: tuple[str, ...] = ()
) -> Iterator[tuple[str, str, int]]:
    yield verb, verb, INFINITIVE
    yield verb, present, FINITE
    yield verb, past, FINITE
    yield verb, supine, SUPINE
    yield from ((verb, form, PASSIVE) for form in passive)


def _past(stem: str, ending: str) -> str:
    """The past of a stem: "följde", "använde", "kände", "mötte", "lyfte"."""
    doubled = stem[-1] == ending[0] and stem[-2] not in _VOWELS
    return stem + ending[1:] if doubled else _single(stem) + ending


def _supine(stem: str) -> str:
    """The supine of a stem: "följt", "använt", "känt", "mött", "lett", "lyft"."""
    if stem[-1] in "dt":
        return stem[:-1] + ("tt" if stem[-2] in _VOWELS else "t")
    return _single(stem) + "t"


def _single(stem: str) -> str:
    return stem[:-1] if stem.endswith(("mm", "nn")) else stem
