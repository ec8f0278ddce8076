"""Somebody by two initials, "Å.K. kommer", "enligt L-G": where a person can stand, somebody has to look at them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sip_tui.privacy.finders.people import MAYBE
from sip_tui.privacy.initials import follows_a_way_to_a_person
from sip_tui.privacy.model import Candidate
from sip_tui.privacy.name_lists import ABBREVIATIONS, is_said_of_a_person, starts_sentence

_PAIR = re.compile(r"[A-ZÅÄÖ](?<![\w.&/-].)(?:\.[A-ZÅÄÖ]\.|-[A-ZÅÄÖ])(?![\w.&/-])(?: (?P<verb>[a-zåäö]{2,}))?")


def find_initial_pairs(text: str) -> Iterator[Candidate]:
    """Each pair that does something at the beginning of a sentence, or that something is said to come from or go to."""
    for pair in _PAIR.finditer(text):
        start, end = pair.start(), pair.start() + (4 if text[pair.start() + 1] == "." else 3)
        if text[start + 1] == "-" and text[start:end].replace("-", "").lower() in ABBREVIATIONS:
            continue
        acts = pair["verb"] is not None and starts_sentence(text, start) and is_said_of_a_person(pair["verb"])
        if acts or follows_a_way_to_a_person(text, start):
            yield Candidate(start, end, "possible_name", "low", MAYBE)
