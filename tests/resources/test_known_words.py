"""Which letters typed at a list are the beginning of a word, and which one key and what was typed into its form."""

import pytest

from sip_tui.meeting.model.meeting import Meeting
from sip_tui.resources.known_words import KnownWords


@pytest.mark.parametrize("said", ["ett ", "en ", "att ", "innan ", "alla ", "bokar "])
def test_a_whole_word_was_begun_before_the_form(said: str) -> None:
    assert KnownWords(Meeting()).began_before(said, said[1:])


@pytest.mark.parametrize("said", ["aringa ", "edet ", "a ", "emöta ", "avill ", "ehur "])
def test_a_key_and_a_word_are_no_word(said: str) -> None:
    assert not KnownWords(Meeting()).began_before(said, said[1:])
