"""The summary, read aloud, and the round after it: do we have the same picture (F18; seed rows 34, 35, 162)?"""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.summary import answer_picture, next_unasked_in_round
from sip_tui.meeting.model.enums import Answer
from sip_tui.meeting.model.meeting import Participant
from sip_tui.phrasing.spoken_summary import round_question
from sip_tui.phrasing.wording import display_name
from sip_tui.screens.base import SipScreen
from sip_tui.screens.chair import ChairScreen
from sip_tui.screens.commands import command
from sip_tui.screens.forms.form_screen import FormScreen, TextField
from sip_tui.screens.forms.row_forms import row_form
from sip_tui.screens.summary.lines import reading, round_rows
from sip_tui.widgets.live_static import update_if_changed
from sip_tui.widgets.row_list import RowList
from sip_tui.widgets.safe_text import plain


class RoundList(RowList):
    """Those who are asked. The keys that turn pages turn those of the text, which is longer than any round."""

    BINDINGS = [
        Binding("pagedown", "screen.turn(1)", show=False),
        Binding("pageup", "screen.turn(-1)", show=False),
    ]


class SummaryScreen(ChairScreen):
    """The text to read beside the round, or above it where it is narrow."""

    PLACE = "summary"
    HELP = N_(
        "Read aloud what has been said and what has been decided; the text follows the meeting. Then ask everybody who"
        " is here, the person first: do we have the same picture? {keys[round.same]} writes that it is the same, "
        "{keys[round.differs]} that it is not, and asks what is seen differently: that is kept among what you do not "
        "agree on, without a name."
    )
    BINDINGS = [
        command("round.same", "s", "same", N_("Same picture"), N_("The chosen one has the same picture"), show=True),
        command("round.differs", "i", "differs", N_("Not the same"), N_("Write what is seen differently"), show=True),
        command(
            *("round.next", "space", "next", N_("Ask the next"), N_("Go to the next who has not been asked")),
            show=True,
            key=N_("space"),
        ),
        command("phase.next", "n", "phase(1)", N_("Next phase"), N_("Open the meeting, or go on"), show=True),
        command("phase.back", "p", "phase(-1)", N_("Back a phase"), N_("Go back to the phase before")),
        command("summary.turn", "tab,shift+tab", "other", N_("Text or round"), N_("What the arrows are about")),
    ]
    AUTO_FOCUS = "#summary-text"
    DEFAULT_CSS = """
    SummaryScreen {
        #summary-grid { layout: vertical; height: 1fr; }
        #summary-text { height: 1fr; padding: 0 1; background: $surface; }
        #summary-read { height: auto; text-wrap: wrap; }
        #round { height: auto; background: $surface; }
        #round-question { height: auto; max-height: 2; padding: 0 1; background: $boost; text-style: bold; }
        #round-list { height: auto; max-height: 6; }
        #round:focus-within #round-question { text-style: bold reverse; }
        &.-wide #summary-grid { layout: horizontal; }
        &.-wide #summary-text { width: 1fr; height: 100%; padding: 0 2; }
        &.-wide #round { width: 46; height: 100%; border-left: solid $primary; }
        &.-wide #round-question { max-height: 5; }
        &.-wide #round-list { height: 1fr; max-height: 100%; }
    }
    """

    def compose_body(self) -> ComposeResult:
        with Container(id="summary-grid"):
            with VerticalScroll(id="summary-text"):
                yield Static(id="summary-read")
            with Vertical(id="round"):
                yield Static(id="round-question")
                yield RoundList(id="round-list")

    def on_mount(self) -> None:
        self.call_after_refresh(self._begin)

    def on_option_list_option_highlighted(self) -> None:
        self._ask()

    def on_option_list_option_selected(self) -> None:
        self.action_next()

    def action_same(self) -> None:
        """Write that it is the same picture, and go on."""
        if one := self._chosen:
            self.write(answer_picture(self.meeting, one.id, Answer.YES))
            self.action_next()

    def action_differs(self) -> None:
        """Write that it is not, and ask at once what is seen differently."""
        if one := self._chosen:
            self.write(answer_picture(self.meeting, one.id, Answer.NO))
            self.app.push_screen(difference_form(self, one), lambda _done: self.action_next())

    def action_next(self) -> None:
        """Stand on the next who has not been asked."""
        self._round.focus()
        self._round.go_to(next_unasked_in_round(self.meeting, self._round.row))

    def action_turn(self, step: int) -> None:
        text = self.query_one("#summary-text")
        text.scroll_relative(y=step * max(text.size.height - 1, 1), animate=False)

    def action_other(self) -> None:
        text = self.query_one("#summary-text")
        (self._round if text.has_focus else text).focus()

    @property
    def _round(self) -> RoundList:
        return self.query_one(RoundList)

    @property
    def _chosen(self) -> Participant | None:
        return self.meeting.participant(self._round.row)

    def _begin(self) -> None:
        """Stand on the first who has not been asked, without taking the arrows from the text."""
        self._round.go_to(next_unasked_in_round(self.meeting, ""))

    def refresh_content(self) -> None:
        update_if_changed(self.query_one("#summary-read", Static), reading(self.meeting))
        self._round.show(list(round_rows(self.meeting)))
        self._ask()

    def _ask(self) -> None:
        told = plain(round_question(self.meeting, self._round.row))
        update_if_changed(self.query_one("#round-question", Static), Content(told))


def difference_form(screen: SipScreen, one: Participant) -> FormScreen:
    """What somebody sees differently; who it was is not kept with it (seed row 35)."""
    title = _("{name}, what do you see differently?").format(name=plain(display_name(screen.meeting, one)))
    hint = _("for instance: the school and BUP see the pace differently")
    fields = (TextField("text", _("Seen differently"), hint=hint),)
    return row_form(screen, title, fields, "disagreements", None)
