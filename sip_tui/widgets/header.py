"""The header of every screen: the five parts, the time, who speaks, whether the person has been heard, the purpose.

Two lines in a small terminal, with a square for each part and the aim in a word or two. Where there is room the parts
are one drawn bar, and in a tall terminal the purpose has a line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import partial

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import var

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import _, language
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.meeting.people.attendance import is_absent
from sip_tui.meeting.people.floor import current_speaker, is_family_unheard, is_heard
from sip_tui.meeting.time.agenda import PHASES, planned_minutes
from sip_tui.meeting.time.timeline import ZERO, Timing
from sip_tui.phrasing.durations import FORGOTTEN, minutes_left, past_time
from sip_tui.phrasing.sharing import others_present
from sip_tui.phrasing.wording import aim_words, display_name, format_clock, local, name_or_role, purpose_line
from sip_tui.resources.meeting_types import part_name, part_names
from sip_tui.swedish.dates import formatting
from sip_tui.widgets.live_static import LiveStatic
from sip_tui.widgets.safe_text import fit_width, plain
from sip_tui.widgets.text_layout import wrap_text

BETWEEN, THIN = "  │  ", " │ "
TALL = 30
"""Lines of a terminal in which one of them can be spared for the purpose."""
LEAST_WIDTH = 20
"""Cells that the header is made for at least."""
WIDE = 90
"""Cells of a terminal in which the parts are drawn as one bar, with their names."""
DONE, HERE, TO_COME = "■", "▣", "□"
"""The squares of the parts, so that they read without colour."""


class MeetingHeader(LiveStatic):
    """Phase and time left, meeting and time left, the floor; the person; what has been saved."""

    EVERY = 5

    DEFAULT_CSS = "MeetingHeader { height: auto; padding: 0 1; background: $panel; color: $foreground; }"

    saved: var[str] = var("")
    """The state of the disk in words."""

    other_seats: var[tuple[str, ...]] = var(())
    """The seats of the other processes."""

    watch_saved = watch_other_seats = on_resize = LiveStatic.follow

    def render_content(self, now: datetime) -> Content:
        """Return two lines, in a tall terminal three or four."""
        # Before the first layout the header has no size, and a line that came only after it would not be made room for.
        width = self.content_size.width or max(self.app.size.width - 2, LEAST_WIDTH)
        at, tall = self.timing(now), self.app.size.height >= TALL
        bar = [part_bar(self.meeting, at, width)] if tall and width >= WIDE and at.opened and not at.closed else []
        squares = part_squares(at.phase) + " " if at.opened and not at.closed and not bar else ""
        told = partial(_times, self.meeting, at, now)
        times = _fitting(_time_choices(squares, told), width - len(format_clock(now)) - 2)
        right = _right(times, others_present(self.other_seats), format_clock(now), width)
        room = width - times.cell_length - right.cell_length - 4
        is_open = bool(at.opened) and not at.closed
        aim = _aim(self.meeting, room) if is_open and not tall else Content("")
        lines = [
            *(piece.stylize("@click=app.go('time')") for piece in bar),
            _between((times + aim).stylize("@click=app.go('time')"), right, width),
            *(self._people_and_purpose(at, width, tall=tall) if is_open else self._purpose_alone(at, width, tall=tall)),
        ]
        return Content("\n").join(lines)

    def _people_and_purpose(self, at: Timing, width: int, *, tall: bool) -> list[Content]:
        """Return the line of who has been heard and who speaks; in a tall terminal the purpose has its own."""
        people = _fitting(_people(self.meeting, at), width - cell_len(self.saved) - 2)
        line = _between(people.stylize("@click=app.go('floor')"), Content(self.saved), width)
        return [line, *(purpose_lines(self.meeting, width) if tall else [])]

    def _purpose_alone(self, at: Timing, width: int, *, tall: bool) -> list[Content]:
        """Return the purpose, or the aim in a word or two, on the line of those who speak: nobody does now."""
        room = width - cell_len(self.saved) - 2
        first, *others = [Content("")] if at.closed else purpose_lines(self.meeting, room)
        if others and not tall:
            words = Content(_("Why we are meeting: {text}").format(text=aim_words(self.meeting)))
            first, others = (words if words.cell_length <= room else Content("")), []
        return [_between(first, Content(self.saved), width), *others]


def purpose_lines(meeting: Meeting, width: int) -> list[Content]:
    """Return the purpose on a line, or on two when it is long."""
    first, *others = wrap_text(purpose_line(meeting), width) or [""]
    return [Content(first), *([Content(fit_width(" ".join(others), width).rstrip())] if others else [])]


def _time_choices(squares: str, told: Callable[..., Content]) -> Iterator[Content]:
    """Yield what the header says of the time, the longest first; most of it is never asked for."""
    yield squares + told()
    yield squares + (short := told(THIN, short=True))
    yield squares + told(THIN, short=True, bare=True)
    yield short
    yield squares + (least := told(THIN, short=True, least=True))
    yield least


def _fitting(choices: Iterable[Content], room: int) -> Content:
    """Return the first of the choices, the longest first, that there is room for; else the last."""
    content = Content("")
    for content in choices:
        if content.cell_length <= room:
            break
    return content


def _times(
    meeting: Meeting,
    at: Timing,
    now: datetime,
    between: str = BETWEEN,
    *,
    short: bool = False,
    bare: bool = False,
    least: bool = False,
) -> Content:
    """Return the minutes left of the part and of the meeting, and when it ends.

    ``short`` leaves out the minutes of the meeting, ``bare`` that its end is that
    of the meeting, ``least`` all that is said of it while its clock stands still.
    """
    if not at.opened:
        return _before(meeting, now, between, short=short)
    if at.closed:
        return Content(_("The meeting was closed at {time}").format(time=format_clock(at.closed)))
    if -at.meeting_left >= FORGOTTEN:
        return Content(_forgotten(now + at.meeting_left, now, short=short))
    phase = f"{part_name(meeting, at.phase)}: {minutes_left(at.phase_left)}"
    whole = _("Meeting: {left}").format(left=minutes_left(at.meeting_left))
    if at.meeting_left > ZERO and at.running:
        end = format_clock(now + at.meeting_left)
        until = _("until {time}") if bare else _("Meeting until {time}")
        whole = until.format(time=end) if short else whole + _(", until {time}").format(time=end)
    parts = [Content.styled(phase, "bold"), *([] if least and not at.running else [Content(whole)])]
    if at.on_break or at.paused:
        parts.append(Content.styled(_("Break") if at.on_break else _("The clock has stopped"), "bold"))
    return Content(between).join(parts)


def _before(meeting: Meeting, now: datetime, between: str, *, short: bool) -> Content:
    """Return that the meeting is not open, and when it is planned to begin; ``short`` says it of today alone."""
    start, said = meeting.about.start, _("The meeting is not open yet")
    is_today = start is not None and local(start).date() == local(now).date()
    if start is None or (short and not is_today):
        return Content(said)
    when = format_clock(start) if is_today else formatting.day(start, language())
    return Content(between.join([said, _("planned for {time}").format(time=when)]))


def _forgotten(ended: datetime, now: datetime, *, short: bool) -> str:
    """Say that a meeting has probably ended without anybody closing it."""
    said = _("The meeting should have ended at {time}").format(time=past_time(ended, now))
    return said if short else _("{said}. Press {keys[close]} to say when it ended").format(said=said, keys=KEYS)


def part_squares(phase: str) -> str:
    """Return a square for each part: filled for those behind, a frame with a point for the one that goes on."""
    here = PHASES.index(phase) if phase in PHASES else -1
    return "".join(DONE if number < here else HERE if number == here else TO_COME for number in range(len(PHASES)))


def part_bar(meeting: Meeting, at: Timing, width: int) -> Content:
    """Draw the five parts as one bar, as long as their minutes, filled as far as the meeting has come."""
    minutes, here, names = planned_minutes(meeting), PHASES.index(at.phase), part_names(meeting)
    lengths = bar_lengths([minutes.get(phase, 0) for phase in PHASES], [_label(name) for name in names], width)
    pieces = []
    for number, (phase, length) in enumerate(zip(PHASES, lengths, strict=True)):
        spent = at.spent[phase].total_seconds() / 60 / max(minutes.get(phase, 0), 1)
        filled = length if number < here else min(round(spent * length), length) if number == here else 0
        pieces.append(_piece(names[number], length, filled, is_here=number == here, is_done=number < here))
    return Content("┃").join(pieces)


def bar_lengths(minutes: list[int], labels: list[str], width: int) -> list[int]:
    """Share a width between the parts by their minutes; none gets less than its name needs, where there is room."""
    room = width - len(labels) + 1
    least = [len(label) + 2 for label in labels]
    spare, total = max(room - sum(least), 0), max(sum(minutes), 1)
    lengths = [need + spare * part // total for need, part in zip(least, minutes, strict=True)]
    longest = lengths.index(max(lengths))
    lengths[longest] += room - sum(lengths)
    return [max(length, 1) for length in lengths]


def _label(name: str) -> str:
    return f"✓ {name}"


def _piece(part: str, length: int, filled: int, *, is_here: bool, is_done: bool) -> Content:
    """Draw one part: its sign and name, and lines that are strong as far as its time has gone."""
    sign = "✓" if is_done else "▸" if is_here else " "
    name = f"{sign} {part} "[:length]
    line = name + "".join("━" if cell < filled else "╌" for cell in range(len(name), length))
    return Content.styled(line, "bold $accent" if is_here else "")


def _aim(meeting: Meeting, room: int) -> Content:
    """Return the aim in two or three words, when there is room for them (requirement 187)."""
    words = Content(f"{BETWEEN}{aim_words(meeting)}")
    return words if words.cell_length <= room else Content("")


def _right(times: Content, table: tuple[str, str], now: str, width: int) -> Content:
    """Return the time of day, and before it who else is here when that fits."""
    sentence, short = table
    fits = (Content(words) for words in (f"{sentence}  {now}", f"{short} {now}") if sentence)
    room = width - times.cell_length - 2
    return next((words for words in fits if words.cell_length <= room), Content(now))


def _people(meeting: Meeting, at: Timing) -> list[Content]:
    """Return whether the person has been heard and who has the floor; then with less, then without the floor."""
    speaker, person = current_speaker(meeting), _person_line(meeting, at)
    names = _names(meeting, speaker) if speaker else ["–", "–"]
    floors = [Content(_("Speaking: {name}").format(name=plain(name))) for name in names]
    # The person first: where there is no room for both, whoever speaks can be seen in the room.
    shorter = [Content(THIN).join([*person, floor]) for floor in floors[1:]]
    return [Content(BETWEEN).join([*person, floors[0]]), *shorter, *(person or floors[-1:])]


def _names(meeting: Meeting, speaker: Participant) -> list[str]:
    """Return what to call a speaker, the shortest last: the first name, where nobody else on the list has it."""
    shown = display_name(meeting, speaker)
    first = speaker.name.partition(" ")[0]
    same = [participant for participant in meeting.participants if participant.name.partition(" ")[0] == first]
    return [name_or_role(speaker), shown, first if first and len(same) == 1 else shown]


def _person_line(meeting: Meeting, at: Timing) -> list[Content]:
    """Return whether the person has been heard in this phase, then the family (requirement 189)."""
    person = meeting.person_participant
    if person is None:
        return []
    name = plain(meeting.person.called or person.name)
    spoken, family = is_heard(meeting, person.id, at.phase), is_family_unheard(meeting, at)
    if family:
        sentence = (
            _("{name} has spoken, the family not yet") if spoken else _("Nobody in the family has spoken in this part")
        )
        return [Content.styled(f"⚑ {sentence.format(name=name)}", "bold $warning")]
    if is_absent(meeting, person.id):
        return [Content.styled(f"⚑ {_('{name} is not here').format(name=name)}", "bold $warning")]
    if spoken:
        return [Content(f"✓ {_('{name} has spoken').format(name=name)}")]
    return [Content.styled(f"⚑ {_('{name} has not spoken in this part').format(name=name)}", "bold $warning")]


def _between(left: Content, right: Content, width: int) -> Content:
    """Lay out one line of ``width`` cells: the right text at its end, the left one cut when both do not fit."""
    room = max(width - right.cell_length - 2, 0)
    if left.cell_length > room:
        left = left.truncate(room, ellipsis=True)
    return Content.assemble(left, " " * max(width - left.cell_length - right.cell_length, 1), right)
