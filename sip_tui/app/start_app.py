"""The start screen as an app of its own, which returns the chosen meeting, the seat and the first screen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from textual import work

from sip_tui.app.key_queue import SequentialKeysMixin
from sip_tui.app.localized_app import LocalizedApp
from sip_tui.app.shutdown import ShutdownHandler
from sip_tui.app.user_settings import apply_settings
from sip_tui.i18n.translation import _
from sip_tui.meeting.log.projection import MeetingProjection
from sip_tui.meeting.people.floor import end_turns
from sip_tui.meeting.time.agenda import Stage, close_meeting, stage_of
from sip_tui.meeting_file import initial_changes
from sip_tui.meeting_file.template import edits_like
from sip_tui.phrasing.change_messages import waiting_sentences
from sip_tui.phrasing.removal import due_sentence
from sip_tui.phrasing.wording import local
from sip_tui.resources import settings_path
from sip_tui.screens.start.choice import LoadEntries, MeetingActions, MeetingChoice
from sip_tui.screens.start.screen import StartScreen
from sip_tui.session.retention import due_for_removal, keep_months
from sip_tui.session.session import MeetingSession, utc_now
from sip_tui.store import Archive, IndexEntry, new_meeting_id, new_writer
from sip_tui.widgets.safe_text import plain


class StartApp(SequentialKeysMixin, LocalizedApp[MeetingChoice]):
    """Show the meetings; exit with what was chosen, or with None."""

    CSS_PATH = "sip_tui.tcss"

    def __init__(
        self,
        entries: Sequence[IndexEntry],
        actions: MeetingActions,
        today: date | None = None,
        *,
        load: LoadEntries | None = None,
        left: str = "",
        warning: str = "",
    ) -> None:
        """Make the app.

        Args:
            entries: The meetings that are shown first.
            actions: What can be done to them.
            today: The day that "today" is; the real one when left out.
            load: Reads all meetings, in a thread, when ``entries`` is only the beginning of the list.
            left: What is said first, of the meeting that was left.
            warning: What is said of the archive.
        """
        super().__init__()
        self._entries, self._actions, self._load, self._left = entries, actions, load, left
        self._warning = warning
        self._today = today or local(utc_now()).date()

    def on_mount(self) -> None:
        """Apply the user's settings and show the meetings; a signal leaves as the key does."""
        self._signal_handlers = ShutdownHandler(self.exit, lambda: "")
        self._signal_handlers.install()
        apply_settings(self)
        self.push_screen(StartScreen(self._entries, self._actions, self._today, self._load))
        if self._left:
            self.notify(self._left, timeout=20, markup=False)
        if self._warning:
            self.notify(self._warning, severity="warning", timeout=20, markup=False)
        if months := keep_months(settings_path()):
            self._tell_due(months)

    def on_unmount(self) -> None:
        """Restore the signal handlers."""
        self._signal_handlers.restore()

    @work(thread=True, exit_on_error=False)
    def _tell_due(self, months: int) -> None:
        """Say which meetings have been kept for as long as the setting says."""
        entries = self._load() if self._load else self._entries
        if sentence := due_sentence(len(due_for_removal(entries, months, self._today)), months):
            self.call_from_thread(self.notify, sentence, timeout=20, markup=False)


def actions_in(archive: Archive) -> MeetingActions:
    """Return what the start screen can have done to the meetings of an archive."""
    close, purge, follow_up, like = (partial(action, archive) for action in (_close, _purge, _follow_up, _like))
    return MeetingActions(close, purge, follow_up, like, archive.read)


def _close(archive: Archive, meeting_id: str) -> str:
    """Close a meeting for good, as ``sip-tui close`` does: never while somebody else has it open."""
    from sip_tui.sync.once import require_alone  # the list itself knows no other machine

    folder = archive.open(meeting_id)
    try:
        require_alone(folder)
        session = MeetingSession(folder)
        if stage_of(session.meeting) is Stage.IN_PROGRESS:
            context = session.edit_context()
            session.write((*end_turns(session.meeting, context), *close_meeting(context)))
        waiting = waiting_sentences(session.meeting)
        session.close(partial(require_alone, folder))
    finally:
        # A close that failed can be tried again in the same list.
        folder.leave()
    return " ".join((_("Meeting {id} is closed and saved.").format(id=meeting_id), *map(plain, waiting)))


def _purge(archive: Archive, meeting_id: str) -> str:
    """Remove a meeting with everything in it, also what is shared of it."""
    from sip_tui.sync.removal import purge_shared  # only a shared meeting needs the database

    remark = purge_shared(archive.open(meeting_id))
    return f"{_('Meeting {id} is removed, with everything in it.').format(id=meeting_id)} {remark}".rstrip()


def _follow_up(archive: Archive, meeting_id: str) -> str:
    """Make the follow-up of a meeting; return its id."""
    from sip_tui.session.follow_up import create_follow_up

    return create_follow_up(archive, meeting_id)


def _like(archive: Archive, meeting_id: str) -> str:
    """Make a meeting like another one; return its id."""
    folder = archive.open(meeting_id)
    edits = edits_like(MeetingProjection(folder.load()).meeting)
    folder.leave()
    made = archive.create(new_meeting_id(), initial_changes(edits, utc_now(), new_writer()))
    made.leave()
    return made.id
