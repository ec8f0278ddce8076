"""After the meeting: what happens now (requirements 89, 118, 168, 178).

Who gets the plan and whether they have it, the documents, what is left, and when they meet again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from textual import work
from textual.content import Content

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.delivery import version_of
from sip_tui.meeting.content.outcomes import set_recorded
from sip_tui.meeting.model.enums import Answer, Seat, Version
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.time.agenda import Stage, stage_of
from sip_tui.phrasing.removal import removal_meaning
from sip_tui.screens.actions.status import OutcomeScreen
from sip_tui.screens.after import rows
from sip_tui.screens.commands import command
from sip_tui.screens.dialogs import ConfirmDialog
from sip_tui.screens.forms.form_screen import FormScreen
from sip_tui.screens.keymap import Key
from sip_tui.screens.row_list_screen import ListRow
from sip_tui.screens.two_columns import COLUMN_KEY, TwoColumnScreen
from sip_tui.screens.wrap_up.delivery import SAME_KEY, delivery_form, mark_received, share_channel
from sip_tui.session.follow_up import FollowUpRefusedError, create_follow_up
from sip_tui.store import Archive, StoreError
from sip_tui.widgets.safe_text import plain


class AfterScreen(TwoColumnScreen, OutcomeScreen):
    """One list: each receiver, then what else happens now."""

    MODE = "after"
    TITLED_BY_HEADS = True
    SECOND_COLUMN = frozenset({"#entered", "#left", "#again"})
    HELP = N_(
        "The meeting is closed, and this is what happens now. Each recipient has a row: press {keys[answer.yes]} "
        "when they have got theirs, and Enter to write how they get it. Below it is what is left, and when you "
        "meet again. Press {keys[after.follow_up]} for the follow-up, and {keys[minutes]} for the documents."
    )
    WORDS_FORM = "parked item"
    BINDINGS = [
        command("answer.yes", Key.YES, "answer('yes')", N_("Has received it"), N_("They got it today"), show=True),
        command("answer.no", Key.NO, "answer('no')", N_("Not yet"), N_("They have not got it yet")),
        command("ending.edit", Key.CHANGE, "edit", N_("How"), N_("Write how they get it, and by when"), show=True),
        command(
            "after.follow_up", Key.FOLLOW_UP, "follow_up", N_("Follow-up"), N_("Make the follow-up meeting"), show=True
        ),
        SAME_KEY,
        COLUMN_KEY,
        command("meeting.remove", Key.REMOVE, "remove", N_("Remove"), N_("Remove the meeting with everything in it")),
    ]

    @property
    def first_document(self) -> tuple[str, str]:
        """The document of the chosen receiver."""
        if self.row_id.table not in {rows.DELIVERY, rows.ENTERED}:
            return super().first_document
        who = self.row_id.id
        version = Version.ACTOR if self.row_id.table == rows.ENTERED else version_of(self.meeting, who)
        return version, who * (version is Version.ACTOR)

    def watch_meeting(self, before: Meeting, now: Meeting) -> None:
        """Go back to the meeting when the closing has been undone."""
        super().watch_meeting(before, now)
        if self.is_current and stage_of(before) is Stage.CLOSED and stage_of(now) is not Stage.CLOSED:
            self.app.call_later(self.app.run_action, "go('time')")

    def column_heads(self) -> str:
        """Give how many have got the plan, which is the title of the list."""
        return rows.after_progress(self.meeting)

    def list_rows(self) -> Iterable[ListRow]:
        """Give what happens now, under its headings."""
        return rows.after_rows(self.meeting)

    def read_aloud(self) -> Content:
        """Give what can be done about the row."""
        return Content(plain(rows.after_sentence(self.meeting, self.row_id)))

    def edit_form(self) -> FormScreen | None:
        """Build the form of a receiver's line."""
        return delivery_form(self, self.row_id.id) if self.row_id.table == rows.DELIVERY else None

    def action_edit(self) -> None:
        """Open what the row is about."""
        ways = {
            rows.DOCUMENTS: "minutes",
            rows.LEFT: "go('wrap_up')",
            rows.AGAIN: "go('wrap_up')",
            rows.HISTORY: "go('history')",
            rows.MEETINGS: "meetings",
        }
        if way := ways.get(self.row_id.table):
            self.app.call_later(self.app.run_action, way)
        else:
            super().action_edit()

    def action_answer(self, answer: str) -> None:
        """Write whether the receiver has got the plan, or an actor has entered its part."""
        if self.row_id.table == rows.ENTERED:
            self.write(set_recorded(self.meeting, self.row_id.id, entered=answer == Answer.YES))
            return
        if self.row_id.table == rows.DELIVERY:
            mark_received(self, self.row_id.id, answer)
            if answer == Answer.YES:
                self.row_list.action_cursor_down()
        else:
            self.notify(_("First choose someone who gets the documents."))

    def action_same_for_all(self) -> None:
        """Give the other actors the plan in the same way as the chosen receiver."""
        share_channel(self, self.row_id.id)

    @work(exclusive=True)
    async def action_remove(self) -> None:  # type: ignore[override]
        """Ask twice, and remove the whole meeting when the program has left it."""
        question = Content.styled(_("Remove this meeting with everything in it?"), "bold")
        means = Content("\n".join(f"• {sentence}" for sentence in removal_meaning()))
        if not await self.app.push_screen_wait(ConfirmDialog(question, means)):
            return
        again = Content.styled(_("Are you quite sure? It cannot be undone."), "bold")
        if await self.app.push_screen_wait(ConfirmDialog(again)):
            self.app.remove_meeting, self.app.open_next = True, ("", "")
            await self.app.run_action("quit")

    @work(exclusive=True)
    async def action_follow_up(self) -> None:
        """Make the follow-up and open it; open the one that there is already."""
        folder = self.app.session.folder
        if not await asyncio.to_thread(self.app.session.flush):
            self.notify(self.app.session.save_error, severity="error", markup=False)
            return
        try:
            made = await asyncio.to_thread(
                create_follow_up, Archive(folder.path.parent), folder.id, self.app.session.now
            )
        except FollowUpRefusedError as refused:
            made = refused.existing
            if not made:
                self.notify(str(refused), markup=False)
                return
        except StoreError as error:
            self.notify(str(error), severity="error", timeout=20, markup=False)
            return
        self.app.open_next = (made, Seat.CHAIR)
        await self.app.run_action("quit")
