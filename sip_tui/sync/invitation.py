"""An invitation: a small file, sealed with a passphrase, that lets another machine take part in a meeting."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sip_tui.i18n.translation import _
from sip_tui.store.atomic import from_json, to_bytes, to_json
from sip_tui.store.sealing import KEY_BYTES, SealError, open_with_passphrase, seal_with_passphrase
from sip_tui.sync.address import parse_address
from sip_tui.sync.settings import SyncSettings, new_settings

SUFFIX = ".sip-invitation"
PURPOSE = "invitation"
VERSION = 1
MAX_BYTES = 100_000


@dataclass(frozen=True, slots=True)
class MachineInvitation:
    """What an invitation says."""

    meeting_id: str
    """What the meeting is called in the archive of the one who invites."""
    settings: SyncSettings
    """How it is shared, with a name of its own for this machine."""


def seal_invitation(meeting_id: str, settings: SyncSettings, passphrase: str) -> bytes:
    """Return the file for another machine; raise WrongPassphraseError when the passphrase is too short."""
    secret = {
        "id": meeting_id,
        "url": settings.address.url,
        "meeting": settings.meeting,
        "key": b64encode(settings.key).decode(),
    }
    box = seal_with_passphrase(to_bytes(to_json(secret)), passphrase, PURPOSE)
    return to_bytes(to_json({"sip-tui": "invitation", "version": VERSION, "box": box})) + b"\n"


def open_invitation(content: bytes, passphrase: str) -> MachineInvitation:
    """Open an invitation.

    Raises:
        WrongPassphraseError: The passphrase is another one.
        SealError: It is no invitation, or a newer program's.
        SyncError: The database in it may not be connected to.
    """
    try:
        found = from_json(content) if len(content) <= MAX_BYTES else {}
        if found["sip-tui"] != "invitation" or found["version"] != VERSION:
            raise ValueError("shape")
        secret: Any = from_json(open_with_passphrase(found["box"], passphrase, PURPOSE))
        key, meeting = b64decode(secret["key"], validate=True), UUID(hex=secret["meeting"]).hex
        if len(key) != KEY_BYTES:
            raise ValueError("key")
        url, meeting_id = str(secret["url"]), str(secret["id"])
    except (ValueError, KeyError, TypeError, AttributeError):
        raise SealError(_("This is not a sharing file of a meeting, or it is from a newer sip-tui.")) from None
    return MachineInvitation(meeting_id, new_settings(parse_address(url), meeting, key))
