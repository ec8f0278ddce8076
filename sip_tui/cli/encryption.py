"""``sip-tui lock`` and ``unlock``: encryption at rest, one meeting at a time."""

from __future__ import annotations

from argparse import Namespace

from sip_tui.cli import console
from sip_tui.cli.errors import DONE, CommandRefusedError
from sip_tui.cli.meetings import open_archive
from sip_tui.i18n.translation import _
from sip_tui.store.removal import rescue_copies
from sip_tui.store.vault import is_locked


def lock(options: Namespace) -> int:
    """Seal a meeting with a passphrase and print its recovery key; or give a locked one another passphrase."""
    archive = open_archive(options)
    meeting_id = archive.find(options.id)
    if options.new_passphrase:
        archive.open(meeting_id)
        archive.change_passphrase(meeting_id, _chosen())
        console.write_line(_("Meeting {id} has a new passphrase.").format(id=meeting_id))
        return DONE
    archive.require_unlocked(meeting_id)
    recovery_key = archive.lock(meeting_id, _chosen())
    console.write_line(_("Meeting {id} is locked. Recovery key, to keep on paper and not here:").format(id=meeting_id))
    console.write_line(recovery_key)
    for copy in rescue_copies(meeting_id):
        if not is_locked(copy):
            console.write_note(_("A copy that was made when the disk was full is not locked: {path}").format(path=copy))
    return DONE


def unlock(options: Namespace) -> int:
    """Write a locked meeting in plain text again."""
    archive = open_archive(options)
    meeting_id = archive.find(options.id)
    archive.unlock(meeting_id)
    console.write_line(_("Meeting {id} is no longer locked.").format(id=meeting_id))
    return DONE


def _chosen() -> str:
    """Ask for a new passphrase twice."""
    passphrase = console.ask_secret(_("A new passphrase:"), new=True)
    if console.ask_secret(_("The same once more:"), new=True) != passphrase:
        raise CommandRefusedError(_("The two passphrases differ; nothing was changed."))
    return passphrase
