"""The program from the first screen to the last: the list of meetings, a meeting, and back to the list."""

from __future__ import annotations

import gc
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sip_tui.app.app import SipApp
from sip_tui.app.seats import app_for
from sip_tui.app.sharing import leave_the_others, stop_sharing, synchroniser_of
from sip_tui.i18n.translation import _
from sip_tui.meeting.content.drafts import adopt_drafts
from sip_tui.meeting.log.projection import conflicts
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.time.agenda import Stage, stage_of
from sip_tui.meeting_file import initial_changes
from sip_tui.meeting_file.template import NEW, empty_meeting
from sip_tui.session.clock import MonotonicClock
from sip_tui.session.session import MeetingSession, utc_now
from sip_tui.store import Archive, MeetingFolder, NotClosedError, StoreError, new_meeting_id, new_writer
from sip_tui.store.errors import in_use_error
from sip_tui.store.folder_warnings import open_archive_warning
from sip_tui.widgets.safe_text import plain

if TYPE_CHECKING:
    from sip_tui.app.key_queue import Pressed
    from sip_tui.screens.start.choice import MeetingChoice


def run(archive: Path, meeting_id: str = "", seat: str = "", *, is_demo: bool = False) -> int:
    """Open a meeting in a seat, or the start screen when none is named; give the exit code.

    What comes next when a meeting is left is another meeting, the start screen, or nothing.

    Raises:
        StoreError: The meeting cannot be opened, or what was written could not be saved where it belongs.
    """
    keys: list[Pressed] = []
    choice = (meeting_id, seat, "") if meeting_id else _choose(archive, keys)
    code = 0
    while choice is not None:
        code, then, left = _open(archive, keys, *choice, is_demo=is_demo)
        if then is None:
            break
        choice = (*then, "") if then[0] else _choose(archive, keys, left)
    return code


def _open(
    archive: Path, keys: list[Pressed], meeting_id: str, seat: str, mode: str, *, is_demo: bool = False
) -> tuple[int, tuple[str, str] | None, str]:
    """Open a meeting until it is left; return the exit code, which comes next in which seat, and how it was left.

    ``keys`` are those that the screen before has not handled, and afterwards those that this one has not.
    """
    meetings = Archive(archive)
    is_new = meeting_id == NEW
    folder = create_empty(meetings) if is_new else meetings.open(meeting_id)
    room = MeetingSession(folder, MonotonicClock())
    sharing = synchroniser_of(folder)
    seat = sharing.claim_seat(seat) if sharing else folder.claim_seat(seat)
    if not sharing:  # the seats of other machines cannot be seen from here
        adopt_words(room, seat)
    app = app_for(room, seat, mode)
    app.sharing, app.is_demo = sharing, is_demo
    # A full collection in the first frame costs more than everything it could find.
    gc.disable()
    app.begin_with(keys)
    app.run()
    keys[:] = app.left_keys
    gc.enable()
    if app.not_saved:
        raise StoreError(app.not_saved)
    trouble = _finish(app)
    if trouble and not app.open_next:
        raise StoreError(trouble)
    left = trouble or left_sentence(app.meeting)
    if (app.return_code == 0 and app.remove_meeting) or (is_new and _is_blank(app.meeting)):
        folder.purge()
        left = ""
    return (0, app.open_next, left) if app.return_code == 0 else (3, None, "")


def adopt_words(room: MeetingSession, seat: str) -> None:
    """Take over what was typed in a second window of the seat, before any screen looks for its own."""
    if room.meeting.drafts:
        room.write(adopt_drafts(room.meeting, seat, room.folder.other_seats()), step=None)


def left_sentence(meeting: Meeting) -> str:
    """Say which meeting was left, and that it is saved; of one that goes on, how to get back to it."""
    title = plain(meeting.about.title.strip() or meeting.person.called or meeting.about.type)
    sentence = _("You have left {title}. Everything is saved.")
    if stage_of(meeting) is Stage.IN_PROGRESS:
        sentence = _("You have left {title}. It is saved and still going on. Press Enter on it to go back.")
    return sentence.format(title=title)


def _is_blank(meeting: Meeting) -> bool:
    from sip_tui.meeting.content.about import is_blank  # only a new meeting needs it

    return is_blank(meeting)


def _finish(app: SipApp) -> str:
    """Release the meeting; close it for good if it was closed and nobody else has it open.

    Returns:
        What to say when the disk still holds what was removed from the meeting; else empty.
    """
    try:
        if stage_of(app.meeting) is Stage.CLOSED and not app.IS_PUBLIC and not app.meeting.drafts:
            # Somebody else has it open, or the disk refuses: then it stays as it is, with its journals. So it does
            # while words wait for a place, which closing would take away.
            try:
                app.session.close(partial(_last_look, app))
            except NotClosedError as error:
                return str(error)
            except StoreError:
                return ""
        return ""
    finally:
        stop_sharing(app.sharing)
        app.session.folder.leave()


def _last_look(app: SipApp) -> None:
    """Send and fetch the last of a shared meeting, and show what lost against another value: closing keeps none of it.

    Raises:
        StoreError: Nobody can see it, or somebody has the meeting open elsewhere; it stays as it is.
    """
    if app.session.folder.other_seats():
        raise in_use_error(app.session.folder.id)
    leave_the_others(app.sharing)
    app.session.poll()
    from sip_tui.phrasing.change_messages import conflict_sentence  # not needed for the first frame

    lost = [plain(conflict_sentence(app.session.meeting, found)) for found in conflicts(app.session.meeting)]
    try:
        sys.stdout.write("".join(f"{line}\n" for line in lost))
        sys.stdout.flush()
    except (OSError, ValueError) as error:
        raise StoreError(_("The window is closed.")) from error


def _choose(archive: Path, keys: list[Pressed], left: str = "") -> MeetingChoice | None:
    from sip_tui.app.start_app import StartApp, actions_in

    # Somebody may look at the list for hours; the collector has been off since the program was called.
    gc.enable()
    meetings = Archive(archive)
    # Of a long list the beginning is shown at once, and the rest when it has been looked over.
    latest = meetings.latest()
    load = meetings.entries if latest else None
    entries, warning = latest or meetings.entries(), open_archive_warning(archive)
    app = StartApp(entries, actions_in(meetings), load=load, left=left, warning=warning)
    app.begin_with(keys)
    choice = app.run()
    keys[:] = app.left_keys
    return choice


def create_empty(archive: Archive) -> MeetingFolder:
    """Make a meeting that nothing is known of yet."""
    from sip_tui.resources.region import region  # only a new meeting needs it: the start is faster

    changes = initial_changes(empty_meeting(region().minutes), utc_now(), new_writer())
    made = archive.create(new_meeting_id(), changes)
    made.leave()
    return archive.open(made.id)
