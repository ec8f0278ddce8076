"""Who has talked, as bars that read without colour; whom to ask.

Every bar has its figures beside it, and every state is in words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from rich.cells import cell_len
from textual.content import Content

from sip_tui.i18n.translation import N_, _, ngettext
from sip_tui.meeting.model.enums import QueueKind
from sip_tui.meeting.model.meeting import Meeting, Participant, QueueEntry
from sip_tui.meeting.people.attendance import is_absent
from sip_tui.meeting.people.floor import (
    TalkShare,
    current_speaker,
    is_heard,
    long_turn_length,
    most_talkative,
    since_heard,
    speaker_numbers,
    speaking_queue,
    talk_shares,
    unheard_family,
)
from sip_tui.meeting.people.next_speaker import goal_at_hand, has_part_in, suggest_speaker
from sip_tui.meeting.time.timeline import Timing, timing_at
from sip_tui.phrasing import wording
from sip_tui.phrasing.durations import countdown
from sip_tui.phrasing.wording import join_words, role_or_kind
from sip_tui.resources.meeting_types import part_name
from sip_tui.screens.chair import digit_of, number_width, silence_words, speaker_names
from sip_tui.screens.commands import command
from sip_tui.screens.keymap import Key
from sip_tui.widgets.live_static import LiveStatic, UpdateWhenVisible
from sip_tui.widgets.row_list import RowList
from sip_tui.widgets.safe_text import fit_width, plain
from sip_tui.widgets.text_layout import HangingIndent

INDENT, NAME, STATE, SHORT = 4, 18, 24, 15
"""Cells before the name, for it, and for the state in words, whether somebody waits or not; for short ones."""
FIGURES = 20
"""Cells for minutes, seconds, per cent and number of turns, with the spaces around them."""
BESIDES = INDENT + 1 + FIGURES
"""Cells of a row besides name, bar and state."""
LEAST_BAR, GOOD_BAR, NARROW = 4, 10, 70
"""The fewest cells of a bar, those for which words give way, and of a row below which names take what they need."""
ROOMY = 70
"""From this many cells on a row has a second line, when there are lines enough for everybody."""
FULL_SCALE = timedelta(minutes=2)
"""The longest bar stands for at least this long, so that the first minute does not look like a whole meeting."""
ASKS: Mapping[str, str] = {
    QueueKind.TURN: N_("waiting, no. {place}"),
    QueueKind.REPLY: N_("reply, no. {place}"),
    QueueKind.LAST: N_("last, no. {place}"),
}
_EIGHTHS = " ▏▎▍▌▋▊▉"


class TalkBars(RowList, UpdateWhenVisible):
    """One row for each speaker; Enter or a click gives one of them the floor."""

    BINDINGS = [
        command(
            "talk.page", Key.PAGE_ON, "screen.more_to_say", N_("More"), N_("Turn the page of what to say"), show=True
        )
    ]
    """Here space lets the next in the queue speak."""

    on_resize = UpdateWhenVisible.follow

    def update_content(self, now: datetime) -> bool:
        """Show the bars, with a second line each where there is room for all."""
        if not self.is_mounted:
            return False
        rows = bars(self.meeting, now, self.row_width)
        if self.row_width >= ROOMY and self.scrollable_content_region.height >= 2 * len(rows):
            rows = [(row, Content("\n").join([text, *_second_line(self.meeting, now, row)])) for row, text in rows]
        self.show(rows)
        return True


def bars(meeting: Meeting, now: datetime, width: int) -> list[tuple[str, Content]]:
    """Return participant id and line of each speaker; ``width`` in cells."""
    at = timing_at(meeting, now)
    everybody = talk_shares(meeting, at.phase, now)
    longest = max((share.spoken for share in everybody), default=FULL_SCALE)
    scale, waiting = max(longest, FULL_SCALE), speaking_queue(meeting)
    keys, names = speaker_numbers(meeting), name_column(meeting, width)
    name = max(map(cell_len, names.values()), default=NAME) + number_width(keys) - 1
    cells = bar_width(width, name)
    rows, room = [], width - BESIDES - name - cells
    for share in everybody:
        row, drawn = share.participant.id, bar(share.spoken / scale, cells)
        state = _speaker_state(share, waiting, at, room)
        rows.append((row, _bar_row(digit_of(keys, row), names[row], share, drawn, state, width)))
    return rows


def heading(meeting: Meeting, width: int) -> str:
    """Return the heading of the columns; ``width`` in cells."""
    numbers = number_width(speaker_numbers(meeting))
    name = max(map(cell_len, name_column(meeting, width).values()), default=NAME) + numbers - 1
    who = fit_width(_("  Number: who speaks"), name + 4 + bar_width(width, name) + 1)
    time, turns = _("Time"), _("Turns")
    return f"{who}{time:>6}   %  {turns}"


def name_column(meeting: Meeting, width: int) -> dict[str, str]:
    """Return the names of the speakers, as wide as the longest where the shortest bar leaves room for it."""
    numbers = number_width(speaker_numbers(meeting))
    names = speaker_names(meeting, max(width - BESIDES - SHORT - LEAST_BAR - numbers + 1, NAME))
    longest = max(map(cell_len, names.values()), default=NAME)
    wide = max(NAME, longest) if width >= NARROW else longest
    return {row: fit_width(name, wide) for row, name in names.items()}


def bar_width(width: int, name: int = NAME) -> int:
    """Return the cells left for a bar in a row of ``width`` cells with a column of names."""
    left = width - BESIDES - name
    return max(left - (STATE if left - STATE >= GOOD_BAR else SHORT), LEAST_BAR)


def bar(share: float, width: int) -> str:
    """Draw a share of 0 to 1 in ``width`` cells, to an eighth of a cell; whoever has spoken at all is seen."""
    eighths = round(min(max(share, 0.0), 1.0) * width * 8)
    full, rest = divmod(max(eighths, 1) if share > 0 else 0, 8)
    drawn = "█" * full + (_EIGHTHS[rest] if rest else "")
    return drawn + "·" * (width - len(drawn))


def _bar_row(key: str, name: str, share: TalkShare, drawn: str, state: str, width: int) -> Content:
    mark = "▶" if share.speaking else " "
    percent = f"{share.percent:>4} %"
    figures = f"{countdown(share.spoken):>6}{percent}{share.turns:>5}   " if share.turns else " " * FIGURES
    strength = "bold" if share.speaking else ""
    row = Content.assemble((f"{key} {mark} {name} ", strength), (drawn, "$primary"), (figures, strength), state)
    # Where there is little room the state goes on below, under the name.
    return HangingIndent(row + " " * max(width - row.cell_length, 0), lead=INDENT)


def _second_line(meeting: Meeting, now: datetime, row: str) -> list[Content]:
    """Return the line under the name: the role, and how long ago somebody was heard; none of nothing."""
    participant = meeting.participant(row)
    parts = (
        [plain(part) for part in (role_or_kind(participant), participant.organisation) if part] if participant else []
    )
    since = since_heard(meeting, row, now)
    if since:
        minutes = int(since.total_seconds() // 60)
        parts.append(_("last spoke {minutes} min ago").format(minutes=minutes) if minutes else _("spoke just now"))
    return [Content.styled(" " * INDENT + " · ".join(parts), "dim")] if parts else []


def _speaker_state(share: TalkShare, line: Sequence[QueueEntry], at: Timing, room: int) -> str:
    """Return the state in words, what is most urgent first, and that alone where there is no room for more."""
    place = next((place for place, each in enumerate(line, 1) if each.who == share.participant.id), 0)
    asked = _(ASKS.get(line[place - 1].kind, ASKS[QueueKind.TURN])).format(place=place) if place else ""
    is_silent = at.opened and not share.heard and not share.speaking
    silent = silence_words(share.turns, room - len(f"{asked}, ") * bool(asked)) if is_silent else ""
    states = [state for state in (_("speaking") if share.speaking else "", asked, silent) if state]
    return all_of_it if cell_len(all_of_it := ", ".join(states)) <= room else "".join(states[:1])


class PersonHeardLine(LiveStatic):
    """Whether the person has been heard in this phase, and how long ago."""

    DEFAULT_CSS = "PersonHeardLine { height: auto; padding: 0 1; background: $boost; text-wrap: wrap; }"

    def render_content(self, now: datetime) -> Content:
        """Return whether the person has been heard."""
        person, at = self.meeting.person_participant, self.timing(now)
        if person is None or not at.opened or at.closed:
            return Content("")
        waits = not is_heard(self.meeting, person.id, at.phase) and current_speaker(self.meeting) != person
        mark = ("○ ", "bold") if waits else ("● ", "bold")
        return Content.assemble(mark, (person_sentence(self.meeting, person, at, now), "bold" if waits else ""))


class Suggestion(LiveStatic):
    """Who has had the floor for long, whom the chair could ask, and who of the family waits (requirement 166)."""

    DEFAULT_CSS = "Suggestion { height: auto; text-wrap: wrap; }"

    def render_content(self, now: datetime) -> Content:
        """Return whom the chair could ask now."""
        at = self.timing(now)
        if not at.opened:
            return Content(_("You can let someone speak once the meeting is open."))
        if at.closed:
            return Content("")
        suggested = suggest_speaker(self.meeting, at.phase, now)
        sentences = [
            long_sentence(self.meeting, at, now),
            uneven_sentence(self.meeting, now),
            ask_sentence(self.meeting, suggested, at),
            family_sentence(self.meeting, suggested, at),
        ]
        return Content(" ".join(part for part in sentences if part))


def person_sentence(meeting: Meeting, person: Participant, at: Timing, now: datetime) -> str:
    """Return whether the person has been heard in this phase, and how long ago."""
    name, phase, since = plain_name(meeting, person), part_name(meeting, at.phase), since_heard(meeting, person.id, now)
    if current_speaker(meeting) == person:
        return _("{name} is speaking now.").format(name=name)
    if is_absent(meeting, person.id):
        return _("{name} is not here. Who speaks up for what matters to {name}?").format(name=name)
    if since is None:
        return _("{name} has not spoken at the meeting yet.").format(name=name)
    minutes = int(since.total_seconds() // 60)
    text = _heard_text(minutes) if is_heard(meeting, person.id, at.phase) else _unheard_text(minutes)
    return text.format(name=name, phase=phase, count=minutes)


def long_sentence(meeting: Meeting, at: Timing, now: datetime) -> str:
    """Return who has spoken for long in a round; kindly, and never about the person (requirement 22)."""
    lasted, speaker = long_turn_length(meeting, at, now), current_speaker(meeting)
    if lasted is None or speaker is None:
        return ""
    minutes = int(lasted.total_seconds() // 60)
    sentence = ngettext("{name} has spoken for {count} minute.", "{name} has spoken for {count} minutes.", minutes)
    return sentence.format(name=plain_name(meeting, speaker), count=minutes)


def uneven_sentence(meeting: Meeting, now: datetime) -> str:
    """Return, quietly, who has had more than half of the talk, or which two together."""
    names = [plain_name(meeting, participant) for participant in most_talkative(meeting, now)]
    sentence = {
        0: "",
        1: _("{names} has had more than half of the talking so far."),
        2: _("Together, {names} have had more than half of the talking so far."),
    }[len(names)]
    return sentence.format(names=join_words(names))


def ask_sentence(meeting: Meeting, participant: Participant | None, at: Timing) -> str:
    """Return whom the chair could ask, by name, as nobody has said which pronoun is right."""
    if participant is None:
        return _("Everyone is already speaking or waiting to speak.")
    name, phase = plain_name(meeting, participant), part_name(meeting, at.phase)
    goal = goal_at_hand(meeting) if at.phase == "needs" else None
    if goal and participant.id in has_part_in(meeting, goal) and not is_heard(meeting, participant.id, at.phase):
        return _("Ask {name}, who has a part in “{goal}”.").format(name=name, goal=plain(goal.text))
    if not is_heard(meeting, participant.id, at.phase):
        return _("Ask {name}, who has said nothing in “{phase}” yet.").format(name=name, phase=phase)
    return _("Everyone who is not waiting has spoken in “{phase}”. {name} has spoken least.").format(
        name=name, phase=phase
    )


def family_sentence(meeting: Meeting, asked: Participant | None, at: Timing) -> str:
    """Return who else of the family has not been heard (requirement 189)."""
    speaker = current_speaker(meeting)
    left = [participant for participant in unheard_family(meeting, at.phase) if participant not in (asked, speaker)]
    if not left:
        return ""
    names = join_words([plain_name(meeting, participant) for participant in left])
    return _("Not spoken yet in this part, from the family: {names}.").format(names=names)


def _heard_text(minutes: int) -> str:
    if not minutes:
        return _("{name} has just spoken in “{phase}”.")
    return ngettext(
        "{name} spoke in “{phase}” {count} minute ago.",
        "{name} spoke in “{phase}” {count} minutes ago.",
        minutes,
    )


def _unheard_text(minutes: int) -> str:
    if not minutes:
        return _("{name} has not spoken in “{phase}” yet.")
    return ngettext(
        "{name} has not spoken in “{phase}” yet. Last spoke {count} minute ago.",
        "{name} has not spoken in “{phase}” yet. Last spoke {count} minutes ago.",
        minutes,
    )


def plain_name(meeting: Meeting, participant: Participant) -> str:
    """Return what a participant is called in a sentence, ready to show."""
    return plain(wording.display_name(meeting, participant))
