"""The summary to read aloud, and the round after it: do we have the same picture (requirements 34, 35, 162)?"""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.summary import (
    RoundAnswer,
    SummaryPart,
    answer_picture,
    build_summary,
    next_unasked_in_round,
    picture_round,
)
from sip_tui.meeting.model.enums import Answer
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.phrasing.spoken_summary import ANSWERS, group_heading, group_sentences, part_title, round_question
from sip_tui.phrasing.wording import display_name
from sip_tui.screens.actions.status import OutcomeScreen
from sip_tui.screens.chair import ChairScreen
from sip_tui.screens.commands import command
from sip_tui.screens.forms.row_forms import row_form
from sip_tui.screens.forms.specs import FORM_SPECS
from sip_tui.screens.keymap import Key
from sip_tui.widgets.live_static import FRAME, update_if_changed
from sip_tui.widgets.nav import mode_name
from sip_tui.widgets.row_list import HEADING, RowList
from sip_tui.widgets.safe_text import fit_or_more, plain
from sip_tui.widgets.text_layout import HangingIndent

NAME_WIDTH = 19
_LOOKS = {Answer.YES: ("✓", ""), Answer.NO: ("✗", "bold $warning")}
"""Answer in the round → its sign and its style."""


PAGE_KEYS = (
    command("summary.page", Key.PAGE_ON, "screen.turn(1)", N_("More"), N_("The next page of the text"), show=True),
    Binding("pageup", "screen.turn(-1)", show=False),
)
"""Declared where the focus may be: there the keys would do what Textual's own do."""


ENDS_IN_HEADING = "-ends-in-heading"
"""The class of a page whose last line would be a heading."""


class ReadText(VerticalScroll):
    """The text to read aloud."""

    BINDINGS = [*PAGE_KEYS]


class RoundList(RowList):
    """Those who are asked. The keys that turn pages turn those of the text, which is longer than any round."""

    BINDINGS = [*PAGE_KEYS]


class SummaryScreen(ChairScreen, OutcomeScreen):
    """The text to read beside the round, or above it where it is narrow."""

    MODE = "summary"
    HELP = N_(
        "Read out what you have talked about and what you have decided. The text is updated when something "
        "changes. Then ask everyone here, the person first, whether they see it the same way. Press "
        "{keys[round.same]} for yes. Press {keys[round.differs]} if someone sees it another way, and write "
        "what they said. It is saved without a name, under what you disagree on."
    )
    BINDINGS = [
        command(
            "round.same",
            Key.YES,
            "same",
            N_("The same way"),
            N_("The chosen person sees it the same way"),
            show=True,
        ),
        command("round.differs", Key.NO, "differs", N_("Another way"), N_("Write what you disagree on"), show=True),
        command(
            "round.next",
            Key.NEXT_HERE,
            "next",
            N_("Ask the next person"),
            N_("Go to the next who has not been asked"),
            show=True,
        ),
        command(
            "summary.turn",
            f"{Key.NEXT_PANE},{Key.PREVIOUS_PANE}",
            "other",
            N_("Change pane"),
            N_("Move between the text and the round"),
        ),
        Binding("escape", "leave_round", show=False),
    ]
    AUTO_FOCUS = "#summary-text"
    needed_commands = ("round.same", "round.differs", "summary.page")
    DEFAULT_CSS = """
    SummaryScreen {
        #summary-grid { layout: vertical; height: 1fr; }
        #summary-text { height: 1fr; padding: 0 0 0 1; background: $surface; }
        #summary-read { height: auto; padding: 0 1 0 0; text-wrap: wrap; }
        #round { height: auto; background: $surface; border-top: solid $border-blurred; }
        #round { border-title-color: $foreground; }
        #round-question { height: auto; max-height: 2; padding: 0 1; background: $boost; text-style: bold; }
        #round-list { height: auto; max-height: 6; }
        #round:focus-within #round-question { text-style: bold reverse; }
        #summary-text.-ends-in-heading { padding: 0 0 1 1; }
        &.-wide #summary-grid { layout: horizontal; }
        &.-wide #summary-text { width: 1fr; height: 100%; padding: 0 1 0 2; }
        &.-wide #summary-text.-ends-in-heading { padding: 0 1 1 2; }
        &.-wide #round { width: 52; height: 100%; }
        &.-broad #round { width: 46%; }
        &.-wide #round-question { max-height: 5; }
        &.-wide #round-list { height: 1fr; max-height: 100%; }
    }
    """

    def compose_body(self) -> ComposeResult:
        """Lay out the text and the round."""
        with Container(id="summary-grid"):
            with ReadText(id="summary-text", classes=FRAME) as text:
                text.border_title = Content(mode_name(self.MODE))
                yield Static(id="summary-read")
            with Vertical(id="round", classes=FRAME) as asked:
                asked.border_title = Content(_("The round"))
                yield Static(id="round-question")
                yield RoundList(id="round-list")

    def on_mount(self) -> None:
        """Put the cursor of the round on the first who has not been asked; the text keeps the focus."""
        self.call_after_refresh(lambda: self._round.go_to(next_unasked_in_round(self.meeting, "")))
        self.watch(self.query_one("#summary-text"), "scroll_y", self._hide_last_heading)

    def refresh_content(self) -> None:
        """Show the text and the round."""
        update_if_changed(self.query_one("#summary-read", Static), HangingIndent(summary_text(self.meeting)))
        self._round.show(list(round_rows(self.meeting)))
        self._show_question()
        self.call_after_refresh(self._hide_last_heading)

    def on_resize(self) -> None:
        """End the page where no heading is its last line."""
        self.call_after_refresh(self._hide_last_heading)

    def _hide_last_heading(self) -> None:
        """Leave the last line of the page empty where it would be a heading with nothing below it."""
        page, text = self.query_one("#summary-text"), self.query_one("#summary-read", Static)
        read, width, height = text.content, text.content_size.width, page.scrollable_content_region.height
        if not isinstance(read, HangingIndent) or not width:
            return
        lines = read.break_lines(width).plain.split("\n")
        last = round(page.scroll_y) + height + page.has_class(ENDS_IN_HEADING) - 1
        headings = {line for line in read.plain.split("\n") if line and not line.startswith("•")}
        page.set_class(last < len(lines) - 1 and lines[last] in headings, ENDS_IN_HEADING)

    def on_option_list_option_highlighted(self) -> None:
        """Show the question to the one that the cursor has come to."""
        self._show_question()

    def on_option_list_option_selected(self) -> None:
        """Go to the next who has not been asked."""
        self.action_next()

    def action_same(self) -> None:
        """Write that it is the same picture, and go on."""
        if participant := self._participant:
            self.write(answer_picture(self.meeting, participant.id, Answer.YES))
            self.action_next()

    def action_differs(self) -> None:
        """Write that it is not the same, and ask at once what is seen differently; without a name (requirement 35)."""
        if participant := self._participant:
            self.write(answer_picture(self.meeting, participant.id, Answer.NO))
            spec = FORM_SPECS["difference"]
            title = _(spec.title).format(name=plain(display_name(self.meeting, participant)))
            self.app.push_screen(row_form(self, spec, title=title), lambda _result: self.action_next())

    def action_next(self) -> None:
        """Go to the next who has not been asked."""
        self._round.focus()
        self._round.go_to(next_unasked_in_round(self.meeting, self._round.row))

    def action_turn(self, step: int) -> None:
        """Turn a page of the text."""
        text = self.query_one("#summary-text")
        text.scroll_relative(y=step * max(text.size.height - 1, 1), animate=False)

    def action_other(self) -> None:
        """Move the focus from the text to the round, or back."""
        text = self.query_one("#summary-text")
        (self._round if text.has_focus else text).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Escape leads from the round to the text, and only from there to another screen."""
        return self._round.has_focus if action == "leave_round" else super().check_action(action, parameters)

    def action_leave_round(self) -> None:
        """Move the focus to the text; what the round has said is kept."""
        self.query_one("#summary-text").focus()

    @property
    def _round(self) -> RoundList:
        return self.query_one(RoundList)

    @property
    def _participant(self) -> Participant | None:
        return self.meeting.participant(self._round.row)

    def _show_question(self) -> None:
        question = plain(round_question(self.meeting, self._round.row))
        update_if_changed(self.query_one("#round-question", Static), Content(question))


def summary_text(meeting: Meeting) -> Content:
    """Write the whole text: two parts, and in them a heading for each topic."""
    parts = (part for part in build_summary(meeting) if part.groups)
    return Content("\n\n").join(Content("\n").join(_part(meeting, part)) for part in parts)


def _part(meeting: Meeting, part: SummaryPart) -> Iterator[Content]:
    yield Content.styled(part_title(part).upper(), "bold")
    topic = ""
    for group in part.groups:
        if group.topic != topic:
            yield Content.styled(plain(group_heading(meeting, group)), HEADING)
        topic = group.topic
        yield from (Content(f"• {plain(sentence)}") for sentence in group_sentences(meeting, group))


def round_rows(meeting: Meeting) -> Iterator[tuple[str, Content]]:
    """List everybody who is asked, by id, with the answer in words."""
    answers = picture_round(meeting)
    yield from ((answer.participant.id, _round_row(meeting, answer)) for answer in answers)
    if not answers:
        yield "#nobody", Content(_("You have not ticked who is here yet. Press {keys[go.roll]}.").format(keys=KEYS))


def _round_row(meeting: Meeting, answer: RoundAnswer) -> Content:
    sign, style = _LOOKS.get(answer.same, ("○", "italic"))
    name = fit_or_more(display_name(meeting, answer.participant), NAME_WIDTH)
    row = Content.assemble(name, (f"{sign} {_(ANSWERS[answer.same])}", style))
    return HangingIndent(row, lead=NAME_WIDTH + 2)
