"""The review: every finding in its sentence, what is done with it, and the document as the receiver will see it.

Nothing is written before somebody has looked. What is decided here is remembered with the meeting.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from textual import work
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static
from textual.worker import Worker, WorkerCancelled

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.plan import change_row
from sip_tui.meeting.model.enums import RedactionChoice
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.minutes.redaction.document import MaskedFinding
from sip_tui.minutes.redaction.leak_check import LeakRefused
from sip_tui.minutes.redaction.policy import NEVER_KEPT, REASON_OPTIONAL, decide, decisions_by_words
from sip_tui.minutes.render import Draft, MailStoppedError, draft
from sip_tui.screens.base import SipScreen
from sip_tui.screens.commands import command
from sip_tui.screens.dialogs import TextDialog
from sip_tui.screens.forms.form_screen import FormScreen, TextField
from sip_tui.screens.keymap import Key
from sip_tui.screens.review.rows import (
    FindingKey,
    decision_key,
    finding_rows,
    leak_findings,
    pending_sentence,
    row_id,
    status_line,
    unique_findings,
)
from sip_tui.store.atomic import write_new_file
from sip_tui.widgets.row_list import RowList


def write_draft(made: Draft, folder: Path) -> TextDialog:
    """Write what somebody has looked at into a folder, never over another file, and say what was done."""
    if made.is_stopped:
        return TextDialog(Content(str(MailStoppedError())))
    if made.leaks:
        return TextDialog(Content(_("The minutes were not written: {reason}").format(reason=LeakRefused(made.leaks))))
    try:
        path = _save(folder / made.file_name, made.text)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        text = _("The minutes could not be written to {folder}: {reason}. Leave and use sip-tui export -o elsewhere.")
        return TextDialog(Content(text.format(folder=folder, reason=reason)))
    done = _("The minutes for e-mail are in {path}").format(path=path)
    return TextDialog(Content(f"{done}\n\n" + _("Read them through before you send them.")))


def _save(path: Path, text: str) -> Path:
    """Create the file under the first free name, readable by nobody else."""
    for number in range(1, 1000):
        free = path if number == 1 else path.with_stem(f"{path.stem}-{number}")
        with suppress(FileExistsError):
            write_new_file(free, text.encode("utf-8"))
            return free
    raise FileExistsError(path)


class ReviewScreen(SipScreen):
    """Findings by kind above, the finished text below; beside each other where there is room."""

    HELP = N_(
        "Everything that was found is here, in its context. Names, numbers, codes and protected personal data "
        "are hidden. To let something stand, say why. Personal identity numbers are always hidden. You decide "
        "about diagnoses. Press {keys[review.mask]} to hide or {keys[review.keep]} to let it stand. Only then "
        "is the file saved. The text is what the receiver gets."
    )
    BINDINGS = [
        command(
            "review.write", Key.WRITTEN_YES, "write", N_("Save the file"), N_("Write the minutes for e-mail"), show=True
        ),
        command("review.mask", Key.NO, "choose('mask')", N_("Hide"), N_("Hide the words"), show=True),
        command(
            "review.role",
            Key.ROLE,
            "choose('role')",
            N_("Use the role"),
            N_("Put the role in place of a name"),
            show=True,
        ),
        command(
            "review.story",
            Key.OTHER_VIEW,
            "story",
            N_("Notes too"),
            N_("Put the notes and everybody's accounts into the mail, or leave them out"),
            show=True,
        ),
        command(
            "review.keep",
            Key.YES,
            "keep",
            N_("Let stand"),
            N_("Keep the words and write why (not needed for diagnoses)"),
            show=True,
        ),
        command(
            "review.leave",
            Key.BACK,
            "app.pop_screen",
            N_("Back"),
            N_("Back to the meeting; decisions are kept"),
            show=True,
        ),
    ]
    AUTO_FOCUS = "RowList"
    DEFAULT_CSS = """
    ReviewScreen {
        #review-grid { layout: vertical; height: 1fr; }
        #review-list { height: 1fr; border-bottom: solid $primary; }
        #review-text { height: 1fr; padding: 0 1; background: $surface; }
        #review-document { height: auto; }
        &.-wide #review-grid { layout: horizontal; }
        &.-wide #review-list { width: 1fr; height: 100%; border-bottom: none; border-right: solid $primary; }
        &.-wide #review-text { width: 1fr; height: 100%; }
    }
    """

    drafted: var[Draft | None] = var(None)
    """The document as it would be written now."""
    _looked_at: var[Meeting | None] = var(None)
    """The meeting that the document is of."""
    _drafting: Worker[None] | None = None
    """The worker that draws the document."""

    def compose_body(self) -> ComposeResult:
        """Yield the state, the findings and the document."""
        yield Static(id="review-state", classes="read-aloud")
        with Container(id="review-grid"):
            yield RowList(id="review-list")
            with VerticalScroll(id="review-text"):
                yield Static(id="review-document")

    def on_mount(self) -> None:
        """Draw the document."""
        self._drafting = self._draft()

    def watch_drafted(self, was: Draft | None, made: Draft | None) -> None:
        """Show a new document and its findings."""
        if made is None:
            return
        self.query_one(RowList).show(finding_rows(made, decisions_by_words(self.app.meeting)))
        self.query_one("#review-state", Static).update(status_line(made))
        self.query_one("#review-document", Static).update(Content(made.text))
        if was is None:
            self._go_to_the_first(made)

    @work(exclusive=True, group="draft")
    async def _draft(self) -> None:
        meeting = self.app.meeting
        made = await asyncio.to_thread(draft, meeting, "mail", now=self.app.session.now())
        self._looked_at, self.drafted = meeting, made

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

    def action_choose(self, choice: str) -> None:
        """Mask the chosen finding, or put a role word in its place."""
        finding = self._chosen
        if finding is None:
            return
        if refusal := self._refusal(finding, RedactionChoice(choice)):
            self.notify(refusal)
        else:
            self._decide(finding, RedactionChoice(choice))

    def _refusal(self, finding: MaskedFinding, choice: RedactionChoice) -> str:
        """Return why a choice is not possible here; empty when it is."""
        if self.drafted and decision_key(finding) in map(decision_key, leak_findings(self.drafted)):
            return _(
                "The program cannot hide this. Change the text in the meeting, or press {keys[review.keep]} to let it "
                "stand."
            ).format(keys=KEYS)
        if choice is RedactionChoice.ROLE and finding.finding.kind != "name":
            return _("The role can only stand in for a name. Press {keys[review.mask]} to hide.").format(keys=KEYS)
        return ""

    def action_story(self) -> None:
        """Put the notes and accounts into the mail, or leave them out."""
        is_chosen = not self.app.meeting.about.mail_notes
        self.write(change_row("about", self.app.meeting.about, mail_notes=is_chosen))
        chosen = _("The mail now holds the notes and everybody's accounts.")
        self.notify(chosen if is_chosen else _("The mail holds the decisions and the plan, and no notes."))
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
        reason = TextField("reason", _("Why may it stand?"), hint=_("for instance: the number of the switchboard"))
        self.app.push_screen(
            FormScreen(
                _("Let stand"), (reason,), lambda values: self._decide(finding, RedactionChoice.KEEP, values["reason"])
            )
        )

    @work
    async def action_write(self) -> None:
        """Write the file, once everything has been looked at."""
        await self._finish_draft()
        if self.drafted is None:
            return
        if self._looked_at is not self.app.meeting:
            self.notify(_("Somebody has written more meanwhile. Look once more, then save the file."))
            self._drafting = self._draft()
        elif self.drafted.pending:
            self.notify(pending_sentence(self.drafted.pending))
            self._go_to_the_first(self.drafted)
        else:
            await self.app.push_screen_wait(await asyncio.to_thread(write_draft, self.drafted, Path.cwd()))

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
