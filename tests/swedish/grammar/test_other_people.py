"""Who is named in a sentence, and with which pronouns somebody may go on."""

from __future__ import annotations

from sip_tui.swedish.grammar.clause import words_of
from sip_tui.swedish.grammar.other_people import pronouns_of


def test_a_thing_with_a_capital_is_nobody() -> None:
    words = words_of("Vi pratar med Medicin.")
    assert pronouns_of(words, 3) is None
