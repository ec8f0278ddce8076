"""The review: every finding in its sentence, what is done with it, and the document as the receiver will see it.

Nothing is written before somebody has looked. What is decided here is remembered with the meeting.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Vertical
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static
from textual.worker import Worker, WorkerCancelled

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.plan import change_row
from sip_tui.meeting.model.enums import RedactionChoice
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.minutes.redaction.document import MaskedFinding
from sip_tui.minutes.redaction.policy import NEVER_KEPT, REASON_OPTIONAL, decide, decisions_by_words
from sip_tui.minutes.render import Draft, DraftRefusedError, warning
from sip_tui.phrasing.annotated_page import AnnotatedPage
from sip_tui.screens.base import SipScreen
from sip_tui.screens.review import papers
from sip_tui.screens.review.keep_form import keep_form
from sip_tui.screens.review.papers import Choice
from sip_tui.screens.review.rows import (
    FINDING_COMMANDS,
    FindingKey,
    decision_key,
    finding_rows,
    leak_findings,
    must_be_reviewed,
    pending_sentence,
    refuse_choice,
    row_id,
    status_line,
    unique_findings,
)
from sip_tui.screens.review.saving import save_draft
from sip_tui.widgets.live_static import FRAME
from sip_tui.widgets.page_view import PageView
from sip_tui.widgets.row_list import RowList
from sip_tui.widgets.safe_text import plain

AROUND_LINE = 2
"""Cells beside the line of the documents, in a frame."""


class ReviewScreen(SipScreen):
    """The documents above; findings by kind, and the chosen document as its receiver will see it."""

    HELP = N_(
        "Press a number for a document: it is shown as its recipient will see it. Everything that was found is "
        "here, in its context. Names, numbers, codes and a protected identity are hidden. To leave something in, "
        "say why. Personal identity numbers are always hidden, except in “Everything with names”. You decide about "
        "diagnoses. Turn the pages with PgDn and PgUp. Press {keys[review.mask]} to hide or {keys[review.keep]} to "
        "leave it in. Only then is the file saved."
    )
    BINDINGS = [
        *papers.PAPER_COMMANDS,
        Binding("pagedown", "turn_page(1)", show=False, priority=True),
        Binding("pageup", "turn_page(-1)", show=False, priority=True),
        *FINDING_COMMANDS,
    ]
    AUTO_FOCUS = "RowList"
    DEFAULT_CSS = """
    ReviewScreen {
        #review-grid { layout: vertical; height: 1fr; }
        #review-found { height: auto; max-height: 40%; border-bottom: solid $border-blurred; }
        #review-list { height: auto; max-height: 100%; }
        PageView { height: 1fr; background: $surface; }
        &.-wide #review-grid { layout: horizontal; }
        &.-wide #review-found { width: 2fr; height: 100%; max-height: 100%; }
        &.-wide #review-list { height: 1fr; }
        &.-wide PageView { width: 3fr; height: 100%; }
        #review-chosen { height: auto; border-bottom: solid $border-blurred; }
        #review-choice { height: auto; max-height: 2; }
        #review-papers { height: auto; text-wrap: nowrap; }
        #review-choice, #review-state { padding: 0 1; }
        #review-choice { text-style: bold; }
        #review-state { height: auto; max-height: 5; }
    }
    """

    drafted: var[Draft | None] = var(None, always_update=True)
    """The document as it would be written now; None while there is none."""
    choice: var[Choice] = var(Choice, init=False)
    """Which document is shown, whose, and in which format."""
    _page: AnnotatedPage = AnnotatedPage()
    _refused = ""
    """Why there is no document."""
    _looked_at: var[Meeting | None] = var(None)
    """The meeting that the document is of."""
    _drafting: Worker[None] | None = None
    """The worker that draws the document."""

    def __init__(self, audience: str = "mail", actor: str = "") -> None:
        super().__init__()
        self.set_reactive(ReviewScreen.choice, Choice(audience, papers.best_format(audience), actor))

    def compose_body(self) -> ComposeResult:
        """Yield the documents, the state, the findings and the document."""
        with Vertical(id="review-chosen", classes=FRAME) as chosen:
            chosen.border_title = Content(_("Documents"))
            yield Static(id="review-papers")
            yield Static(id="review-choice")
            yield Static(id="review-state")
        with Container(id="review-grid"):
            with Vertical(id="review-found", classes=FRAME) as found:
                found.border_title = Content(_("What was found"))
                yield RowList(id="review-list")
            page = PageView(keeps_escape=False)
            page.border_title = Content(_("As its recipient will see it"))
            yield page.add_class(FRAME)

    def on_mount(self) -> None:
        """Draw the document."""
        self._show_choice()
        self._drafting = self._draft()

    def watch_choice(self, was: Choice, choice: Choice) -> None:
        """Draw another document; another format is the same document."""
        self._show_choice()
        if (was.audience, was.actor) != (choice.audience, choice.actor):
            self.drafted = None
            self.query_one(PageView).go_to(0)
            self._drafting = self._draft()

    def fit_columns(self) -> None:
        """Name the documents that there is room for."""
        self._show_choice()

    def _show_choice(self) -> None:
        line = papers.papers_line(self.app.meeting, self.choice, self.columns - AROUND_LINE)
        self.query_one("#review-papers", Static).update(line)
        self.query_one("#review-choice", Static).update(papers.choice_line(self.app.meeting, self.choice))

    def watch_drafted(self, was: Draft | None, made: Draft | None) -> None:
        """Show a new document and its findings, or why there is none."""
        rows = finding_rows(made, decisions_by_words(self.app.meeting)) if made else []
        (listed := self.query_one(RowList)).show(rows)
        # Without findings all the room is the document's.
        if (found := self.query_one("#review-found")).display is not bool(rows):
            found.display = bool(rows)
            (listed if rows else self.query_one(PageView)).focus()
        self.query_one("#review-state", Static).update(self._state(made) if made else Content(self._refused))
        self.query_one(PageView).show(self._page.lines if made else ())
        self.refresh_bindings()
        if made and was is None:
            self._go_to_the_first(made)

    def _state(self, made: Draft) -> Content:
        said = warning(self.app.meeting, made)
        return Content.styled(f"{plain(said)} " if said else "", "bold $error") + status_line(made)

    @work(exclusive=True, group="draft")
    async def _draft(self) -> None:
        meeting, choice = self.app.meeting, self.choice
        self._refused = ""
        try:
            now, folder = self.app.session.now(), self.app.session.folder
            made, page = await asyncio.to_thread(papers.draw_paper, meeting, choice, now, folder)
        except DraftRefusedError as refused:
            self._refused, self.drafted = str(refused), None
        else:
            self._looked_at, self._page, self.drafted = meeting, page, made

    def _go_to_the_first(self, made: Draft) -> None:
        """Go to what waits; when nothing does, to what was found first, as nothing can be done with a heading."""
        those = sorted(
            unique_findings(made).values(), key=lambda finding: (not finding.is_pending, finding.finding.kind)
        )
        if those:
            self.query_one(RowList).go_to(row_id(those[0]))

    @property
    def _found(self) -> Mapping[FindingKey, MaskedFinding]:
        return unique_findings(self.drafted) if self.drafted else {}

    @property
    def _everything(self) -> Iterable[MaskedFinding]:
        """All findings, also those with the same words."""
        return (*leak_findings(self.drafted), *self.drafted.findings) if self.drafted else ()

    @property
    def _chosen(self) -> MaskedFinding | None:
        """The finding that the cursor is on."""
        row = self.query_one(RowList).row
        chosen = next((finding for finding in self._found.values() if row_id(finding) == row), None)
        if chosen is None:
            self.notify(_("First choose something that was found."))
        return chosen

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done with the document that is shown."""
        if action == "story":
            return self.choice.audience == "mail"
        if action in {"choose", "keep"}:
            return bool(self._found)
        if action == "write" and self.app.session.save_error:
            return False  # the key copies the meeting elsewhere then
        return super().check_action(action, parameters)

    def action_turn_page(self, step: int) -> None:
        """Scroll the document, wherever the focus is; the list of what was found has the arrows."""
        page = self.query_one(PageView)
        page.scroll_relative(y=step * max(page.size.height - 2, 1), animate=False)

    def action_paper(self, number: int) -> None:
        """Show a document; the same key again shows the next receiver's."""
        choice = self.choice.chosen(self.app.meeting, number)
        if choice.audience == "actor" and not papers.receivers(self.app.meeting, "actor"):
            self.notify(_("No service has taken anything on yet, so there is no part to write."))
        else:
            self.choice = choice

    def action_change_format(self, step: int) -> None:
        """Choose the next format of the document, or the one before."""
        self.choice = self.choice.in_next_format(step)

    def action_choose(self, choice: str) -> None:
        """Mask the chosen finding, or put a role word in its place."""
        finding = self._chosen
        if finding is None:
            return
        if refusal := refuse_choice(self.drafted, finding, RedactionChoice(choice)):
            self.notify(refusal)
        else:
            self._decide(finding, RedactionChoice(choice))

    def action_story(self) -> None:
        """Put the notes and accounts into the mail, or leave them out."""
        is_chosen = not self.app.meeting.about.mail_notes
        self.write(change_row("about", self.app.meeting.about, mail_notes=is_chosen))
        chosen = _("The e-mail now contains the notes and what everyone has said.")
        self.notify(chosen if is_chosen else _("The e-mail contains what you decided, without the secretary's notes."))
        self._drafting = self._draft()

    def action_keep(self) -> None:
        """Let the chosen finding stand, when that is allowed."""
        finding = self._chosen
        if finding is None:
            return
        if finding.finding.kind in NEVER_KEPT:
            self.notify(
                _("A personal identity number is never sent by e-mail, whatever the reason."), severity="warning"
            )
        elif finding.finding.kind in REASON_OPTIONAL:
            self._decide(finding, RedactionChoice.KEEP)
        else:
            self._ask_why(finding)

    def _ask_why(self, finding: MaskedFinding) -> None:
        keep = partial(self._decide, finding, RedactionChoice.KEEP)
        self.app.push_screen(keep_form(self.app.meeting, finding, keep))

    @work
    async def action_write(self) -> None:
        """Write the file, once everything has been looked at."""
        await self._finish_draft()
        if self.drafted is None:
            self.notify(self._refused)
            return
        if self._looked_at is not self.app.meeting:
            self.notify(_("Someone has written more meanwhile. Look once more, then save the file."))
            self._drafting = self._draft()
        elif must_be_reviewed(self.drafted):
            self.notify(pending_sentence(self.drafted.pending))
            self._go_to_the_first(self.drafted)
        else:
            reference, form = self.app.session.folder.id, self.choice.file_format
            done = await asyncio.to_thread(save_draft, self.drafted, form, Path.cwd(), reference, self.app.meeting)
            await self.app.push_screen_wait(done)

    async def _finish_draft(self) -> None:
        """Wait until the document includes all decisions."""
        while self._drafting and not self._drafting.is_finished:
            with suppress(WorkerCancelled):
                await self._drafting.wait()

    def _decide(self, finding: MaskedFinding, choice: RedactionChoice, reason: str = "") -> None:
        key = decision_key(finding)
        same = (other.finding.context for other in self._everything if decision_key(other) == key)
        self.write(decide(*key, choice, reason, same), step=f"review {row_id(finding)}")
        self._drafting = self._draft()
