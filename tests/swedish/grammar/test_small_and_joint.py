"""Short forms in small letters in a word list, and those who begin a line together."""

from __future__ import annotations

import pytest

from sip_tui.swedish.grammar.agent import joint_subject
from sip_tui.swedish.grammar.lexicon import Lexicon

NAMES = frozenset({"hans", "liv"})


def test_short_form_in_small_letters_is_found_as_it_is_listed() -> None:
    listed = Lexicon.of({"kbt": "KBT"}).with_small({"lpt": "LPT", "ame": "AME"})
    text = "hon har lpt, LPT och amen ame"
    assert [text[found.start : found.end] for found in listed.find(text) if found.name.is_small] == ["lpt", "ame"]


@pytest.mark.parametrize(
    ("line", "together"),
    [
        ("Hans ihop med Liv ringer", "Hans ihop med Liv"),
        ("Liv Sten o Hans ringer", "Liv Sten o Hans"),
        ("Alla här ringer", "Alla här"),
        ("Alla Sten o Hans ringer", "Alla Sten o Hans"),
        ("[namn] o du ringer", "[namn] o du"),
    ],
)
def test_those_who_begin_a_line_do_it_together(line: str, together: str) -> None:
    assert joint_subject(line, NAMES) == together
