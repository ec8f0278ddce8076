"""The floor screen: who has talked, the queue, and whether the person has been heard."""

from __future__ import annotations

from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _, ngettext
from sip_tui.meeting.model.enums import FAMILY, Kind, QueueKind
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.people.floor import (
    end_turns,
    give_floor,
    give_floor_to_next,
    join_queue,
    leave_queue,
    move_in_queue,
    speakers,
    speaking_queue,
)
from sip_tui.meeting.time.cues import is_check_in_due, minutes_since_mark
from sip_tui.phrasing.wording import join_words, name_or_role
from sip_tui.screens.chair import MINUTES
from sip_tui.screens.commands import command
from sip_tui.screens.floor.private_marks import open_marks
from sip_tui.screens.floor.queue_panel import QueueLines
from sip_tui.screens.floor.talk_panels import PersonHeardLine, Suggestion, TalkBars, heading
from sip_tui.screens.keymap import Key
from sip_tui.screens.time.guidance_card import GuidanceCard
from sip_tui.screens.type_ahead import TypeAheadScreen
from sip_tui.widgets.live_static import FRAME, Prompt, update_if_changed
from sip_tui.widgets.nav import mode_name
from sip_tui.widgets.paged_panel import PagedPanel
from sip_tui.widgets.safe_text import plain

OF_THE_QUEUE = frozenset({"queue.next", "queue.last", "queue.leave", "queue.earlier", "queue.later"})
"""What there is nothing to do with while nobody is in the queue."""


class CheckInPrompt(Prompt):
    """Asks the chair, who has marked nothing for a while, to look up; for the chair's seat alone (requirement 202)."""

    DEFAULT_CSS = "CheckInPrompt { text-style: none; }"

    def render_content(self, now: datetime) -> Content:
        """Return the question, once it is due."""
        return Content(look_sentence(self.meeting, now))


def look_sentence(meeting: Meeting, now: datetime) -> str:
    """Return the question; empty until it is due."""
    family = _family(meeting)
    if not family or not is_check_in_due(meeting, now):
        return ""
    sentence = _("How someone seems: {names}. Press {keys[mark.person]} to note it.")
    sentence = sentence.format(names=join_words([*family.values()]), keys=KEYS)
    since = minutes_since_mark(meeting, family, now)
    if since is None:
        return sentence
    last = ngettext("Last noted {count} minute ago.", "Last noted {count} minutes ago.", since)
    return f"{sentence} {last.format(count=since)}"


def _family(meeting: Meeting) -> dict[str, str]:
    """Return the family who are here, by their ids, and what they are called."""
    here = [speaker for speaker in speakers(meeting) if speaker.kind in FAMILY]
    called = {Kind.PERSON: meeting.person.called}
    return {speaker.id: plain(called.get(speaker.kind) or name_or_role(speaker)) for speaker in here}


class FloorScreen(TypeAheadScreen):
    """The speakers in the order of their digits; the queue beside or below."""

    MODE = "floor"
    MORE_HINT = N_("{keys[talk.page]}: more")
    FIND_KEYS = N_("Type a name or a number  {open} Let them speak  {back} Close")
    ENTER_TAKES = True
    HELP = N_(
        "Let everyone speak. Press a number to let someone speak, and the same number again when they have "
        "finished. When a hand goes up: choose the person with the arrows and press {keys[queue.ask]}. Press "
        "{keys[floor.chosen]} to let the chosen person speak at once, and {keys[queue.next]} for the next in the "
        "queue. A direct reply goes first. Whoever is last on the list comes after everyone else. An interpreter "
        "is never counted. During “Current situation” and “Needs” you get a gentle reminder when someone has "
        "spoken for three minutes. There is never a reminder about the person."
    )
    BINDINGS = [
        command("queue.next", Key.NEXT_HERE, "next", N_("Next"), N_("Let the next in the queue speak"), show=True),
        command("queue.ask", Key.ADD, "ask('turn')", N_("Queue"), N_("Put the chosen person in the queue"), show=True),
        command(
            "queue.reply", Key.REPLY, "ask('reply')", N_("Reply"), N_("A direct reply, ahead of the queue"), show=True
        ),
        command(
            "queue.last", Key.LAST, "ask('last')", N_("Last on the list"), N_("Last, after everyone who is waiting")
        ),
        command("queue.leave", Key.REMOVE, "leave", N_("Off the list"), N_("Remove the chosen person from the queue")),
        command("queue.earlier", Key.EARLIER, "move(-1)", N_("Earlier in the queue"), N_("Move up one place")),
        command("queue.later", Key.LATER_ON, "move(1)", N_("Later in the queue"), N_("Move down one place")),
        command("floor.chosen", Key.OPEN, "give", N_("Let them speak"), N_("Let the chosen person speak")),
        command("turn.end", Key.DONE, "end", N_("Finished speaking"), N_("Nobody is speaking"), show=True),
        command("mark.person", Key.MARK, "mark", N_("Private note"), N_("How the chosen person seems; only for you")),
        MINUTES,
    ]
    AUTO_FOCUS = "TalkBars"
    ROW_TABLE = "participants"
    DEFAULT_CSS = """
    #floor-grid { layout: vertical; height: 1fr; }
    #floor-list { height: 1fr; min-height: 5; }
    #floor-heading { height: 1; padding: 0 1; color: $primary; text-style: bold; background: $surface; }
    #floor-side { height: auto; }
    #floor-guidance { display: none; height: 1fr; }
    #floor-grid QueueLines {
        background: $surface; height: auto; max-height: 5;
        border-top: solid $border-blurred; border-title-color: $foreground;
    }
    FloorScreen.-wide #floor-grid { layout: horizontal; }
    FloorScreen.-wide #floor-list { width: 1fr; height: 100%; }
    FloorScreen.-wide #floor-side { width: 36%; max-width: 60; height: 100%; }
    FloorScreen.-wide #floor-guidance { display: block; }
    FloorScreen.-wide #floor-grid QueueLines { max-height: 50%; }
    """

    def compose_body(self) -> ComposeResult:
        """Yield the person's line, prompts, bars, queue and suggestion."""
        yield self.following(PersonHeardLine())
        if self.is_chair:
            yield self.following(CheckInPrompt())
        with Container(id="floor-grid"):
            with Container(id="floor-list", classes=FRAME) as speakers:
                speakers.border_title = Content(mode_name(self.MODE))
                yield Static(id="floor-heading", markup=False)
                yield self.following(TalkBars(id="talk-bars"))
            with Vertical(id="floor-side"):
                yield self.following(QueueLines(classes=FRAME))
                with PagedPanel(id="floor-guidance", can_focus=False, classes=FRAME):
                    yield self.following(GuidanceCard())
        suggestion = Suggestion(classes=f"read-aloud {FRAME}")
        suggestion.border_title = Content(_("To say and to do"))
        yield self.following(suggestion)

    def on_resize(self, _event: Resize) -> None:
        """Fit the heading to the width of the list."""
        self.call_after_refresh(self._head)

    def refresh_content(self) -> None:
        """Fit the heading to the names, and the keys to the queue."""
        self._head()
        self.query_one("#floor-guidance", PagedPanel).show_title(_("To say and to ask"))
        self.update_key_line()

    @property
    def hidden_commands(self) -> frozenset[str]:
        """The commands of the queue while nobody is in it."""
        return super().hidden_commands | (frozenset() if speaking_queue(self.meeting) else OF_THE_QUEUE)

    def action_next(self) -> None:
        """Give the floor to the next in the queue."""
        if not self._open:
            self.notify(_("You can let someone speak once the meeting is open."))
        elif edits := give_floor_to_next(self.meeting, self.timing.phase, self.moment):
            self.write(edits)
        else:
            self.notify(_("Nobody is waiting to speak. Press a number to let someone speak at once."))

    def action_ask(self, kind: str) -> None:
        """Put the chosen participant in the queue."""
        self.write(join_queue(self.meeting, self._chosen, QueueKind(kind)))

    def action_leave(self) -> None:
        """Take the chosen participant out of the queue."""
        self.write(leave_queue(self.meeting, self._chosen))

    def action_move(self, step: int) -> None:
        """Move the chosen participant one place in the queue."""
        if edits := move_in_queue(self.meeting, self._chosen, step):
            self.write(edits)
        else:
            self.notify(
                _("Direct replies always come first, and whoever is put last comes last. You cannot move them.")
            )

    def action_end(self) -> None:
        """End the turn that goes on."""
        self.write(end_turns(self.meeting, self.moment))

    def action_mark(self) -> None:
        """Ask the chair how the chosen participant seems."""
        if self.is_chair:
            open_marks(self, self._chosen)

    def on_option_list_option_selected(self) -> None:
        """Give the floor to the clicked speaker, as the digit does."""
        self.action_give()

    def action_give(self) -> None:
        """Give the floor to the chosen one: beyond the tenth nobody has one digit."""
        if self._open and self._chosen:
            self.write(give_floor(self.meeting, self._chosen, self.timing.phase, self.moment))

    def _head(self) -> None:
        width = self.query_one(TalkBars).row_width
        update_if_changed(self.query_one("#floor-heading", Static), Content(heading(self.meeting, width)))

    @property
    def _chosen(self) -> str:
        """The participant that the cursor is on."""
        return self.query_one(TalkBars).row

    @property
    def _open(self) -> bool:
        return self.timing.opened is not None and self.timing.closed is None
