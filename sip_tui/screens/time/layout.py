"""How the first screen shares its lines: first what is to be said, then the clocks and the names, then the lists."""

from __future__ import annotations

from textual.containers import Container

from sip_tui.meeting.people.floor import speakers
from sip_tui.screens.time.guidance_card import GuidanceCard
from sip_tui.screens.time.speaker_list import SpeakerList
from sip_tui.widgets.meeting_lines import SideList

CLOCKS, AFTERWARDS = 12, 8
"""Lines of the clocks with everything in them, and when the meeting is closed and no clock runs."""
LEAST_CLOCKS, LEAST_SAID = 6, 3
"""The fewest lines for the clocks, and those for what is to be said which they always leave."""
LEFT = 31
"""The fewest cells for the clocks, so that there is air beside the minutes."""
FRAME_LINES, LEAST_LIST = 2, 4
"""Lines of a frame, and the fewest lines of a list in it."""


def clock_lines(height: int, said: int, most: int = CLOCKS) -> int:
    """Return how many of ``height`` lines the clocks take above what is to be said, which has ``said`` lines."""
    left = height - said - 1
    return max(min(most, left), min(LEAST_CLOCKS, height - LEAST_SAID), 1)


def list_lines(height: int, names: int, words: int, actions: int) -> tuple[int, int]:
    """Return the lines of the names and of the hard words, with their frames; what is left is for the actions.

    The words have a third of the lines, and those that neither names nor actions need.
    """
    least = LEAST_LIST + FRAME_LINES
    spare = height - names - actions - 2 * FRAME_LINES
    words = max(min(words + FRAME_LINES, max(height // 3, spare)), least)
    return max(min(names + FRAME_LINES, height - words - least), least), words


class TimeGrid(Container):
    """Clocks, people and guidance; beside each other in a wide terminal, else the guidance below."""

    DEFAULT_CSS = "TimeGrid { layout: grid; height: 1fr; }"

    def on_resize(self) -> None:
        """Share the lines anew: the terminal has another size, or a prompt has come or gone."""
        self.share_lines()

    def share_lines(self) -> None:
        """Give each part its lines."""
        names = self.query_one(SpeakerList)
        everybody = len(speakers(names.meeting))
        if self.screen.has_class("-wide"):
            self._share_columns(names, everybody)
        elif self.size:
            self._share_rows(names, everybody)

    def _share_rows(self, names: SpeakerList, everybody: int) -> None:
        """Give the clocks and the names beside them the lines that what is to be said does not need."""
        is_closed, said = self.screen.has_class("-closed"), self.query_one(GuidanceCard).said_lines(self.size.width - 3)
        most = min(max(AFTERWARDS, everybody + 1), CLOCKS) if is_closed else CLOCKS
        lines = clock_lines(self.size.height, said, most)
        self.query_one("#clocks").set_class(lines < most, "-low")
        names.styles.height = "1fr"
        self.styles.grid_rows = f"{lines} 1fr"
        self.styles.grid_columns = f"{max(self.size.width // 2, LEFT)} 1fr"

    def _share_columns(self, names: SpeakerList, everybody: int) -> None:
        """Give names and words the lines that they need, and the actions the rest; the columns are the screen's."""
        self.styles.clear_rule("grid_rows")
        self.styles.clear_rule("grid_columns")
        words, height = self.query_one("#side-terms", SideList), self.size.height
        needed = words.lines_needed(height), self.query_one("#side-actions", SideList).lines_needed(height)
        names.styles.height, words.styles.height = list_lines(height, everybody, *needed)
