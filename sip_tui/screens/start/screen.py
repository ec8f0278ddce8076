"""The start: all meetings, what is to be done today, and the way into each, in the seat that somebody takes."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.model.enums import Seat
from sip_tui.meeting.time.agenda import Stage
from sip_tui.meeting_file.template import NEW
from sip_tui.phrasing.meeting_list import SHOWN, todos
from sip_tui.phrasing.removal import removal_meaning
from sip_tui.screens.commands import HELP_KEY, command
from sip_tui.screens.dialogs import ConfirmDialog
from sip_tui.screens.keymap import Key
from sip_tui.screens.start.choice import LoadEntries, MeetingActions, MeetingChoice
from sip_tui.screens.start.chosen import ChosenMeeting
from sip_tui.screens.start.rows import columns, heads, meeting_line, searchable, title_line, todo_lines, welcome
from sip_tui.screens.start.search import SearchLine, SearchScreen
from sip_tui.store import IndexEntry, StoreError
from sip_tui.widgets.key_bar import KeyBar
from sip_tui.widgets.live_static import FRAME, update_if_changed
from sip_tui.widgets.long_list import LongList
from sip_tui.widgets.safe_text import plain

LOAD_DELAY = 0.2
"""Seconds until the rest of a long list is read."""
OF_A_MEETING = frozenset({"sit", "find", "follow_up", "like", "archive", "remove"})
"""Actions that need a meeting."""
AFTER = frozenset({"start.follow_up", "start.archive", "start.minutes"})
"""What there is something to do with when a meeting has begun."""
TALL = 36
"""Lines from which more of what is to be done is shown."""


class StartScreen(SearchScreen):
    """The meetings there are, the latest first, and above them what is to be done today."""

    HELP = N_(
        "All your meetings, the latest first, and above them what needs doing. Press {keys[start.find]} and "
        "type to search. Press {keys[start.new]} for a new meeting, {keys[start.prepare]} to prepare the "
        "chosen one, {keys[start.chair]} to lead it and {keys[start.secretary]} to take notes. Two people can "
        "have the same meeting open at once. Run sip-tui demo to see how everything works."
    )
    BINDINGS = [
        command("start.chair", Key.OPEN, "sit('chair')", N_("Lead"), N_("Open it as the chair"), show=True),
        command("start.new", Key.ADD, "new", N_("New"), N_("Make a new meeting"), show=True),
        command(
            "start.prepare",
            Key.CHANGE,
            "sit('chair', 'prepare')",
            N_("Prepare"),
            N_("What is known, and what is left to do"),
            show=True,
        ),
        command(
            "start.secretary", Key.GO_NOTES, "sit('secretary')", N_("Write"), N_("Open it as the secretary"), show=True
        ),
        command("start.find", Key.FIND, "find", N_("Search"), N_("Search among the meetings"), show=True),
        command("start.follow_up", Key.FOLLOW_UP, "follow_up", N_("Follow up"), N_("A meeting about the same plan")),
        command("start.like", Key.LIKE, "like", N_("One like it"), N_("A new meeting like this, about someone else")),
        command("start.minutes", Key.MINUTES, "sit('chair', 'minutes')", N_("Documents"), N_("Write the minutes")),
        command(
            "start.archive",
            Key.DONE,
            "archive",
            N_("Archive"),
            N_("Keep only the closed meeting, and drop its history"),
        ),
        command("start.remove", Key.REMOVE, "remove", N_("Remove"), N_("Remove it with everything in it")),
        command("start.unfind", Key.BACK, "unfind", N_("All meetings"), N_("Show all meetings again")),
        command("quit", Key.QUIT, "app.quit", N_("Leave"), N_("Leave the program"), show=True),
        HELP_KEY,
    ]
    AUTO_FOCUS = "LongList"
    ABOVE_BODY = "#start-about"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    DEFAULT_CSS = """
    StartScreen {
        #start-about { height: 1; padding: 0 1; background: $panel; text-wrap: nowrap; }
        #start-todo { height: auto; padding: 0 1; margin-top: 1; }
        #start-frame { height: 1fr; padding: 0 1; margin-top: 1; }
        .start-title, #start-heads { height: 1; color: $primary; text-style: bold; text-wrap: nowrap; }
        #todo-lines { width: 100%; height: auto; }
        #start-welcome { height: auto; padding: 1 1; }
        #start-list.-empty { height: 0; }
        &.-finding SearchLine { display: block; }
        &.-wide .start-title { display: none; }
        &.-wide SearchLine { margin: 0 1; }
        &.-wide #start-todo, &.-wide #start-frame { margin-top: 0; }
    }
    """

    def __init__(
        self, entries: Sequence[IndexEntry], actions: MeetingActions, today: date, load: LoadEntries | None = None
    ) -> None:
        super().__init__()
        self._entries = {entry.id: entry for entry in entries}
        self._words = {row: searchable(entry, today) for row, entry in self._entries.items()}
        self._actions, self._today, self._load = actions, today, load
        self._columns = columns((), 0, today)

    def compose(self) -> ComposeResult:
        """Yield the introduction, what is to be done, the search and the list."""
        yield Static(id="start-about")
        with Vertical(id="start-todo", classes=FRAME) as todo:
            todo.border_title = Content(_("To do"))
            yield Static(Content(_("To do")), classes="start-title")
            yield Static(id="todo-lines")
        hint = _("A name, a type, a day or the progress")
        yield SearchLine(hint)
        with Vertical(id="start-frame", classes=FRAME) as frame:
            frame.border_title = Content(_("Meetings"))
            yield Static(id="start-heads")
            yield Static(id="start-welcome")
            yield LongList(self._line, id="start-list")
        yield ChosenMeeting(self._today, self._actions.read)
        yield KeyBar()

    def on_mount(self) -> None:
        """List the meetings."""
        self._show_all()
        if self._load is not None:
            # After the first frame: a thread would take turns with it.
            self.set_timer(LOAD_DELAY, partial(self._load_all, self._load))

    @work(thread=True, exit_on_error=False)
    def _load_all(self, load: LoadEntries) -> None:
        """Read all meetings beside what is shown, make what they are found by, and show them."""
        entries = {entry.id: entry for entry in load()}
        words = {row: searchable(entry, self._today) for row, entry in entries.items()}
        self.app.call_from_thread(self._take_all, entries, words)

    def _take_all(self, entries: dict[str, IndexEntry], words: dict[str, str]) -> None:
        self._entries, self._words = entries, words
        # Ten thousand entries that stay: the collector would walk through them between two letters.
        gc.freeze()
        self._show_all()

    def _show_all(self) -> None:
        self._show_heads()
        self.refresh_bindings()
        self.query_one("#start-welcome").display = not self._entries
        # Before the first meeting it has no lines, and the focus all the same.
        self.query_one(LongList).set_class(not self._entries, "-empty")
        self.query_one(LongList).show(self._found())

    def fit_columns(self) -> None:
        """Fit the list and what stands above it to the columns that are left."""
        self._show_heads()

    def on_resize(self) -> None:
        """Fit them to another size of the terminal."""
        self.call_after_refresh(self._show_heads)

    def _show_heads(self) -> None:
        entries, rows = list(self._entries.values()), self.query_one(LongList)
        about = self.query_one("#start-about", Static)
        update_if_changed(about, title_line(len(entries), self._today, about.content_size.width))
        waiting = todos(entries, self._today)
        most = SHOWN * 2 if self.size.height >= TALL else SHOWN
        self.query_one("#start-todo").display = bool(waiting)
        update_if_changed(self.query_one("#todo-lines", Static), todo_lines(waiting, most))
        line = self.query_one("#start-heads", Static)
        line.display = bool(entries)
        self._columns = columns(entries, rows.size.width, self._today)
        update_if_changed(line, Content(heads(self._columns, rows.size.width)))
        rows.refresh()
        words = self.query_one("#start-welcome", Static)
        update_if_changed(words, welcome(words.content_size.width or self.size.width))
        self._share_room(len(entries))

    def _share_room(self, meetings: int) -> None:
        """Give a short list the lines that it needs, and what is left to the chosen meeting."""
        chosen, frame = self.query_one(ChosenMeeting), self.query_one("#start-frame")
        chosen.make_room(meetings)
        if meetings and chosen.has_class("-roomy"):
            frame.styles.height = meetings + 1 + frame.gutter.height
        else:
            frame.styles.clear_rule("height")

    @on(LongList.Moved)
    def _show_chosen(self) -> None:
        rows = self.query_one(LongList)
        self.query_one(ChosenMeeting).show(self._entries.get(rows.row))
        self.query_one(SearchLine).show_count(len(rows.rows), len(self._entries))
        self.refresh_bindings()

    @property
    def hidden_commands(self) -> frozenset[str]:
        """Before a meeting also what is done after it."""
        entry = self._entries.get(self.query_one(LongList).row)
        return super().hidden_commands | (AFTER if entry is not None and entry.stage is Stage.BEFORE else frozenset())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what is done to a meeting only when there is one, and all of them only during a search."""
        if action == "unfind":
            return self.has_class("-finding")
        return bool(self._entries) if action in OF_A_MEETING else super().check_action(action, parameters)

    def _found(self) -> list[str]:
        """The ids of the meetings that have every word of the search in them."""
        wanted = self.search.value.casefold().split()
        found = list(self._entries)
        for word in wanted:
            found = [row for row in found if word in self._words[row]]
        return found

    def _line(self, row: str, width: int) -> Content:
        return meeting_line(self._entries[row], self._columns, width, self._today)

    @on(Input.Changed, "#start-find")
    def _search(self) -> None:
        self.query_one(LongList).show(self._found())

    @on(Input.Submitted, "#start-find")
    def _leave_search(self) -> None:
        self.query_one(LongList).focus()
        self.action_sit(Seat.CHAIR)

    @on(LongList.Chosen)
    def _open(self) -> None:
        self.action_sit(Seat.CHAIR)

    def action_new(self) -> None:
        """Make a new meeting, and fill it in."""
        self.app.exit(MeetingChoice(NEW, Seat.CHAIR, "prepare"))

    def action_sit(self, seat: str, mode: str = "") -> None:
        """Open the chosen meeting in a seat."""
        if row := self.query_one(LongList).row:
            self.app.exit(MeetingChoice(row, seat, mode))

    def action_follow_up(self) -> None:
        """Make the follow-up of the chosen meeting, and open it to be prepared."""
        if made := self._carry_out(self._actions.follow_up, self.query_one(LongList).row):
            self.app.exit(MeetingChoice(made, Seat.CHAIR, "prepare"))

    def action_like(self) -> None:
        """Make a meeting like the chosen one, about somebody else, and open it to be prepared."""
        if made := self._carry_out(self._actions.like, self.query_one(LongList).row):
            self.app.exit(MeetingChoice(made, Seat.CHAIR, "prepare"))

    def action_archive(self) -> None:
        """Ask, and close the chosen meeting for good; what was deleted in it is gone then."""
        if row := self.query_one(LongList).row:
            question = _("Close the meeting about {name} for good? What has been deleted in it cannot be brought back.")
            self.app.push_screen(ConfirmDialog(self._question(question, row)), partial(self._archive, row))

    def _archive(self, row: str, sure: bool | None) -> None:
        if sure and (sentence := self._carry_out(self._actions.archive, row)):
            self.notify(sentence, markup=False)

    def _question(self, question: str, row: str) -> Content:
        entry = self._entries[row]
        return Content.styled(question.format(name=plain(entry.person or entry.title or entry.type or row)), "bold")

    def action_remove(self) -> None:
        """Say what it means, ask twice, and remove the chosen meeting with everything in it."""
        row = self.query_one(LongList).row
        if not row:
            return
        question = _("Remove the meeting about {name} with everything in it? It cannot be undone.")
        means = Content("\n".join(f"• {sentence}" for sentence in removal_meaning()))
        dialog = ConfirmDialog(self._question(question, row), means)
        self.app.push_screen(dialog, partial(self._ask_again, row))

    def _ask_again(self, row: str, sure: bool | None) -> None:
        if sure:
            again = Content.styled(_("Are you quite sure? It cannot be undone."), "bold")
            self.app.push_screen(ConfirmDialog(again), partial(self._remove, row))

    def _remove(self, row: str, sure: bool | None) -> None:
        if sure and (sentence := self._carry_out(self._actions.purge, row)):
            self._entries.pop(row, None)
            self._show_all()
            self.notify(sentence, markup=False)

    def _carry_out(self, action: Callable[[str], str], row: str) -> str:
        """Do something to a meeting; what does not work is said, and nothing is returned."""
        try:
            return action(row) if row else ""
        except StoreError as error:
            self.notify(str(error), severity="error", timeout=20, markup=False)
            return ""
