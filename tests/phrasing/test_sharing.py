"""Who else is in the meeting, in a sentence and in as few words as possible."""

from __future__ import annotations

import pytest

from sip_tui.phrasing.sharing import others_present


@pytest.mark.parametrize(
    ("seats", "said", "short"),
    [
        ([], "", ""),
        (["board"], "", ""),
        (["secretary"], "Sekreteraren är med", "Med sekreteraren"),
        (["chair", "board-2"], "Ordföranden är med", "Med ordföranden"),
        (["secretary", "secretary-2"], "Två sekreterare är med", "Med två sekreterare"),
        (
            ["secretary-2", "chair"],
            "Ordföranden och en sekreterare till är med",
            "Med ordföranden och en sekreterare till",
        ),
    ],
)
def test_who_is_at_the_table(seats: list[str], said: str, short: str) -> None:
    assert others_present(seats) == (said, short)
