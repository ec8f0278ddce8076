"""The public board: large and calm, for everybody in the room."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.geometry import Size
from textual.reactive import var
from textual.widgets import Digits

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _, language
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.time.agenda import PHASES
from sip_tui.meeting.time.timeline import Timing
from sip_tui.phrasing.break_words import break_sentence
from sip_tui.phrasing.public_meeting import public_meeting
from sip_tui.phrasing.wording import format_clock
from sip_tui.resources.meeting_types import part_name
from sip_tui.screens.base import SipScreen
from sip_tui.screens.board.pages import pages
from sip_tui.screens.board.parts_line import BoardPhaseBar, BoardPurpose
from sip_tui.screens.board.type_size import LARGE, ORDINARY, TypeFace, letter_spaced
from sip_tui.screens.commands import command, is_available
from sip_tui.screens.keymap import Key
from sip_tui.screens.next_part import NextPartMixin
from sip_tui.swedish.dates import formatting
from sip_tui.widgets.live_static import FRAME, LiveStatic, UpdateWhenVisible
from sip_tui.widgets.meeting_lines import chair_and_secretary
from sip_tui.widgets.safe_text import plain

PAGE = 20
"""Seconds that a page is shown."""
FOOT = 2
"""Lines below a page that has no frame for its number."""
MEASURE = 84
"""Cells of a line; longer ones are hard to read from afar."""


class BoardClock(Digits, UpdateWhenVisible):
    """The time of day, large; it changes once a minute, so that it hurries nobody."""

    DEFAULT_CSS = "BoardClock { width: auto; height: 3; text-style: bold; }"

    def update_content(self, now: datetime) -> bool:
        """Show the time, if the minute has changed."""
        if new := self.value != format_clock(now):
            self.update(format_clock(now))
        return new


class BoardPhase(LiveStatic):
    """The current phase, and how long the meeting goes on."""

    DEFAULT_CSS = "BoardPhase { width: 1fr; height: auto; margin-right: 2; }"

    large: var[bool] = var(False)
    """Whether it is written in large letters."""

    watch_large = on_resize = LiveStatic.follow

    def render_content(self, now: datetime) -> Content:
        """Return where the meeting is and how long it goes on."""
        at = self.timing(now)
        title, *sentences = _phase_sentences(self.meeting, at, now)
        begins = not at.closed and not at.on_break and at.phase in {"", PHASES[0]}
        roles = " ".join(chair_and_secretary(self.meeting)) if begins else ""
        if not self.large:
            # Beside the clock there are three lines.
            fits = not roles and len(" ".join(sentences)) <= self.content_size.width
            said = " ".join(sentences) if roles or fits else "\n".join(sentences)
            return Content.assemble((letter_spaced(title), "bold"), "\n\n" if fits else "\n", said, "\n", roles)
        first, rest = sentences[0] if sentences else "", " ".join([*sentences[1:], roles])
        sentence = " · ".join(part for part in (title, first) if part)
        return Content("\n").join([*LARGE.text(sentence, self.size.width), Content(rest)])


class BoardPages(LiveStatic):
    """One page at a time, by the clock, so that every board shows the same."""

    DEFAULT_CSS = """
    BoardPages { height: 1fr; }
    BoardPages.-silent { display: block; }
    """

    large: var[bool] = var(False)
    """Whether they are written in large letters."""
    turned: var[int] = var(0)
    """Pages that have been turned by hand."""

    def __init__(self, back: str = "") -> None:
        """Create the pages; ``back`` is the last line's hint about the way back, empty on a wall."""
        super().__init__(classes=FRAME)
        self.border_title = Content(_("What we have decided so far"))
        self._back = back
        self._laid: tuple[Meeting, Size, TypeFace, list[Content]] | None = None

    watch_large = watch_turned = on_resize = LiveStatic.follow

    def render_content(self, now: datetime) -> Content:
        """Return the page whose turn it is."""
        height = self.content_size.height
        if height < 3:
            return Content("")
        everything = self._all_pages()
        number = (page_number(now, len(everything)) + self.turned) % len(everything)
        shown = everything[number]
        last = " · ".join(filter(None, [*self._place(number, len(everything)), self._back]))
        if self._is_framed:
            self.border_subtitle = Content(last)
            return shown
        gap = "\n" * (height - 1 - shown.plain.count("\n")) if last else ""
        return Content.assemble(shown, gap, (last, "$text-muted"))

    def _place(self, number: int, count: int) -> Iterator[str]:
        """Yield which of several pages it is, and the key to the next one where there are keys."""
        if count > 1:
            yield _("Page {number} of {count}").format(number=number + 1, count=count)
            yield _("{keys[board.turn]}: next").format(keys=KEYS) if self._back else ""

    @property
    def _is_framed(self) -> bool:
        """Whether the pages have a frame, and the number of the page stands on it."""
        return self.screen.has_class("-wide")

    def _all_pages(self) -> list[Content]:
        """Return the pages; a tick does not lay them out anew."""
        meeting, size, face = self.meeting, self.content_size, LARGE if self.large else ORDINARY
        if self._laid is None or self._laid[0] is not meeting or self._laid[1:3] != (size, face):
            width = size.width if self.large else min(size.width, MEASURE)
            height = size.height - (0 if self._is_framed else FOOT)
            self._laid = meeting, size, face, pages(meeting, width, height, face)
        return self._laid[3]


def page_number(now: datetime, count: int) -> int:
    """Return which of ``count`` pages is shown, from 0."""
    return int(now.timestamp()) // PAGE % count


def _phase_sentences(meeting: Meeting, at: Timing, now: datetime) -> tuple[str, ...]:
    """Return a title and one or two calm sentences."""
    if not at.opened:
        start = meeting.about.start
        begins = _("We will begin at {time}.").format(time=format_clock(start)) if start else ""
        return _("Welcome"), begins or plain(meeting.about.title)
    if at.closed:
        booked = meeting.about.follow_up
        again = _("Our next meeting: {when}.").format(when=formatting.spoken(booked, language())) if booked else ""
        return _("Thank you for today"), plain(again)
    if at.on_break:
        return _("Break"), break_sentence(meeting, at, now)
    return part_name(meeting, at.phase), *_time_sentences(at, now)


def _time_sentences(at: Timing, now: datetime) -> tuple[str, ...]:
    minutes = -(-int(min(at.phase_left, at.meeting_left).total_seconds()) // 60)
    phase = _("About {minutes} min left.").format(minutes=minutes) if minutes > 0 else ""
    if at.paused or at.meeting_left <= timedelta(0):
        return (phase,)
    ends = _("The meeting ends about {time}.").format(time=format_clock(now + at.meeting_left))
    return tuple(part for part in (phase, ends) if part)


SEAT = "board"
"""The seat of a process that shows nothing but the board."""
LARGE_FROM = 100, 30
"""Columns and lines of the smallest terminal with large letters."""


class BoardScreen(NextPartMixin, SipScreen):
    """The board alone, without header and keys (requirements 29, 109, 153, 205)."""

    MODE = "board"
    HELP = N_(
        "The board is for everyone in the room. It shows where you are in the meeting, your goals, and who "
        "does what and when. It also shows hard words that have been explained. Names stay. Numbers, "
        "addresses, diagnoses and codes are replaced by a word in square brackets. The board turns its own "
        "pages, and you can turn them with the arrows. The letters are large where there is room, so that "
        "they can be read from four metres. Press {keys[board.letters]} for ordinary letters, so that more "
        "fits. Press {keys[phase.next]} on your own board for the next part, and {keys[board.leave]} to leave it."
    )
    BINDINGS = [
        command("board.leave", Key.BACK, "leave", N_("Leave the board"), N_("Back to your own screen")),
        command("phase.next", Key.NEXT_PART, "phase(1)", N_("Next part"), N_("Open the meeting, or go on")),
        command("board.letters", Key.OTHER_VIEW, "letters", N_("Letters"), N_("Large letters, or ordinary ones")),
        command("board.turn", f"{Key.NEXT_HERE},{Key.RIGHT}", "turn(1)", N_("Turn"), N_("The next page")),
        command("board.back", Key.LEFT_ARROW, "turn(-1)", N_("Turn back"), N_("The previous page")),
    ]
    DEFAULT_CSS = """
    BoardScreen {
        padding: 1 3;
        #board-now { height: auto; }
        #board-head { height: auto; min-height: 3; }
        BoardPhaseBar { margin: 1 0; }
        BoardPurpose { margin: 0 0 1 0; }
        &.-wide { padding: 0 2; }
        &.-wide BoardPhaseBar { margin: 1 0 0 0; }
        &.-wide BoardPurpose { margin: 0; }
        &.-large { padding: 0; }
        &.-large #board-head { height: auto; }
        &.-large BoardPhaseBar { margin: 0; }
    }
    """

    public: var[Meeting] = var(Meeting)
    """The public part of the meeting; nothing here is drawn from another one."""
    large: var[bool] = var(False, toggle_class="-large")
    """Whether the letters are large."""
    turned: var[int] = var(0)
    """Pages that have been turned by hand."""
    _wanted = True

    def take_words(self, words: str) -> bool:
        """Show nothing of what is typed by mistake: everybody reads the board."""
        return True

    def take_paste(self, _text: str) -> None:
        """Tell that pasted text stands nowhere, and show nothing of it."""
        self.notify(_("What you pasted was not saved: you cannot write on the board."))

    def refresh_content(self) -> None:
        """Show the public part of the meeting."""
        self.public = public_meeting(self.meeting)

    def compose(self) -> ComposeResult:
        """Yield the parts of the board."""
        with Vertical(id="board-now", classes=FRAME) as frame:
            frame.border_title = Content(_("Where we are"))
            with Horizontal(id="board-head"):
                yield BoardPhase().data_bind(SipScreen.now, BoardScreen.large, meeting=BoardScreen.public)
                yield BoardClock().data_bind(SipScreen.now)
            yield BoardPhaseBar().data_bind(SipScreen.now, meeting=BoardScreen.public)
            yield BoardPurpose().data_bind(SipScreen.now, meeting=BoardScreen.public)
        pages = BoardPages("" if self._is_on_the_wall else _("{keys[board.leave]}: back").format(keys=KEYS))
        yield pages.data_bind(SipScreen.now, BoardScreen.large, BoardScreen.turned, meeting=BoardScreen.public)

    def fit_columns(self) -> None:
        """Choose the size of the letters; beside a panel the air at the edges is taken of what is left."""
        columns, lines = LARGE_FROM
        self.large = self._wanted and self.columns >= columns and self.size.height >= lines
        for part in self.body if self.columns_given else ():
            part.styles.width = self.columns - self.gutter.width

    on_resize = fit_columns

    @property
    def lines_above(self) -> int:
        """None: what lies over the board leaves no half of its large letters."""
        return 0

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the chair's own board go on to the next part, and no board on a wall."""
        if action == "phase" and not (self.is_chair and is_available(action, self.meeting)):
            return False
        return super().check_action(action, parameters)

    def action_phase(self, step: int) -> None:
        """Go on, unless something is asked first: it may name people, and everybody reads the board."""
        if not self.asks_before_next:
            super().action_phase(step)
            return
        sentence = _("There is a question first. Press {keys[board.leave]}, then {keys[phase.next]}.")
        self.notify(sentence.format(keys=KEYS), markup=False)

    def action_letters(self) -> None:
        """Switch between large and ordinary letters."""
        self._wanted = not self._wanted
        self.fit_columns()

    def action_turn(self, step: int) -> None:
        """Turn pages forwards or backwards."""
        self.turned += step

    async def action_leave(self) -> None:
        """Return to the previous mode; leave the program when it shows the board only."""
        if self._is_on_the_wall:
            await self.run_action("app.quit")
        else:
            await self.run_action("app.back")

    @property
    def _is_on_the_wall(self) -> bool:
        return self.app.seat == SEAT or self.app.seat.startswith(f"{SEAT}-")
