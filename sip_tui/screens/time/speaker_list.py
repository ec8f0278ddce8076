"""The list of speakers on the first screen: whom a digit gives the floor, and who has had it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from rich.cells import cell_len
from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import _
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.meeting.people.floor import (
    current_speaker,
    is_heard,
    long_turn_length,
    speaker_numbers,
    speakers,
    talk_times,
    turn_count,
    turn_length,
)
from sip_tui.meeting.time.replan import MINUTE
from sip_tui.meeting.time.timeline import ZERO, Timing
from sip_tui.phrasing.durations import countdown
from sip_tui.screens.chair import digit_of, number_width, silence_words, speaker_names
from sip_tui.widgets.live_static import LiveStatic

SPEAKS = "◀"
STATE = 18
"""Cells beside the names for what is said of each; they do not move when one of them speaks for long."""
SPACES = 2
"""Cells of the spaces around a name."""


class SpeakerList(LiveStatic):
    """One line for each speaker, with the digit that gives the floor; interpreters are not speakers."""

    DEFAULT_CSS = "SpeakerList { padding: 0 1; height: 1fr; }"

    on_resize = LiveStatic.follow

    def watch_now(self) -> None:
        """Count the seconds of whoever speaks; nothing moves while nobody does."""
        if self.now is None or self._followed_at < 0 or current_speaker(self.meeting):
            super().watch_now()

    def render_content(self, now: datetime) -> Content:
        """Return a line for each speaker, as many as there is room for."""
        width, at = self.content_size.width, self.timing(now)
        keys, lines = speaker_numbers(self.meeting), []
        lead = number_width(keys) + SPACES
        names = speaker_names(self.meeting, width - lead - (STATE if at.opened else 0))
        room = width - lead - max(map(cell_len, names.values()), default=0)
        for participant, state in _states(self.meeting, at, now, room):
            digit, number = digit_of(keys, participant.id), keys[participant.id]
            strength = "bold" if state.plain.startswith(SPEAKS) else ""
            line = Content.assemble((f"{digit} {names[participant.id]} ", strength), state)
            lines.append(line.stylize(f"@click=screen.floor({number})"))
        above = 0 if self.screen.has_class("-wide") else 1
        return self.under_heading(_heading(at), _as_many(lines, self.content_size.height - above, width))


def _heading(at: Timing) -> str:
    """Return what the list is for: the floor is given in an open meeting only."""
    if at.closed:
        return _("How long each person spoke")
    return _("Who speaks: press a number") if at.opened else _("Who will speak")


def _as_many(lines: list[Content], room: int, width: int) -> list[Content]:
    """Return as many lines as there is room for; instead of the last, where the others are, in few words if need be."""
    if len(lines) <= room or room < 2:
        return lines
    count = len(lines) - room + 1
    whole = _("… and {count} more. Press {keys[go.talk]} to see them.").format(count=count, keys=KEYS)
    short = _("… and {count} more ({keys[go.talk]})").format(count=count, keys=KEYS)
    return [*lines[: room - 1], Content.styled(whole if cell_len(whole) <= width else short, "italic")]


def _states(meeting: Meeting, at: Timing, now: datetime, room: int) -> Iterator[tuple[Participant, Content]]:
    """Yield the speakers, with what is said of each in ``room`` cells."""
    # One look at all turns for everybody: there are hundreds at the end of an hour.
    spoken, speaker = talk_times(meeting, now), current_speaker(meeting)
    for participant in speakers(meeting):
        if participant == speaker:
            yield participant, _speaks(meeting, at, now, room)
        else:
            yield participant, _has_spoken(meeting, at, participant.id, spoken, room)


def _speaks(meeting: Meeting, at: Timing, now: datetime, room: int) -> Content:
    """Return for how long this turn has lasted, by the second; in other words when it is long."""
    lasted = long_turn_length(meeting, at, now)
    long = _("speaking {count} min").format(count=lasted // MINUTE) if lasted else ""
    now_speaking = f"{_('speaking')} {countdown(turn_length(meeting, now))}"
    fits = long and cell_len(f"{SPEAKS} {long}") <= room
    return Content.styled(f"{SPEAKS} {long if fits else now_speaking}", "bold")


def _has_spoken(meeting: Meeting, at: Timing, who: str, spoken: Mapping[str, timedelta], room: int) -> Content:
    """Return the minutes of the whole meeting, and that somebody has been silent in this part or all along."""
    turns = turn_count(meeting, who)
    minutes = f"{max(round(spoken.get(who, ZERO) / MINUTE), 1):>2} min" if turns else ""
    if not at.opened or at.closed or is_heard(meeting, who, at.phase):
        return Content(minutes)
    silence = silence_words(turns, room - cell_len(minutes) - bool(minutes))
    both = f"{minutes} {silence}" if minutes else silence
    words = both if cell_len(both) <= room else silence_words(turns, room)
    return Content.styled(words, "italic")
