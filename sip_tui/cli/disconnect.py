"""``sip-tui connect --off``: a machine that takes part no more, and keeps what it has."""

from __future__ import annotations

from argparse import Namespace

from sip_tui.cli import console
from sip_tui.cli.errors import DONE, CommandRefusedError
from sip_tui.cli.meetings import open_archive
from sip_tui.i18n.translation import _
from sip_tui.phrasing.sharing import unsent_words
from sip_tui.store import MeetingFolder, MeetingInUseError, StoreError
from sip_tui.store.errors import in_use_error
from sip_tui.store.replicas import forget_sharing, is_shared
from sip_tui.sync.once import end_sharing, waiting_changes
from sip_tui.sync.settings import forget_archive_address, read_settings


def disconnect(options: Namespace) -> int:
    """Stop sharing a meeting on this machine; without an id, forget the database for meetings to come."""
    archive = open_archive(options)
    if not options.off:
        forget_archive_address(archive.root)
        console.write_line(_("No new meetings are shared. One that is shared already: sip-tui connect --off ID."))
        return DONE
    folder = archive.open(archive.find(options.off))
    if not is_shared(folder.path):
        raise CommandRefusedError(_("Meeting {id} is not shared with another machine.").format(id=folder.id))
    left_behind = _end(folder, force=options.force)
    console.write_line(
        _("Meeting {id} is no longer shared from this machine; everything in it is still here.").format(id=folder.id)
    )
    if left_behind:
        console.write_note(unsent_words(left_behind))
    return DONE


def _end(folder: MeetingFolder, *, force: bool) -> int:
    """End it; return how many changes the others never get, which takes ``force``."""
    folder.load()
    try:
        if settings := read_settings(folder):
            end_sharing(folder, settings)
        folder.checkpoint()
        return 0
    except MeetingInUseError:
        raise
    except StoreError as error:
        if not force:
            sentence = _("{trouble} It is still shared; to stop all the same, add --force.")
            raise CommandRefusedError(sentence.format(trouble=error)) from None
    return _end_unheard(folder)


def _end_unheard(folder: MeetingFolder) -> int:
    if folder.other_seats():
        raise in_use_error(folder.id)
    waiting = waiting_changes(folder)
    forget_sharing(folder.path)
    return waiting
