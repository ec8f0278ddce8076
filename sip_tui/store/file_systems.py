"""Where an archive lies: on a network share or in a synchronised folder, locks don't keep two programs apart."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from sip_tui.i18n.translation import _

MOUNTS = Path("/proc/self/mountinfo")
SHARES = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "vboxsf", "davfs", "ceph", "fuse"})
"""Linux's names of file systems whose locks may hold on one machine only; any ``fuse.something`` is one too."""
WITHOUT_RIGHTS = frozenset({"vfat", "msdos", "exfat", "ntfs", "ntfs3", "fuseblk"})
"""Those of USB sticks and of Windows' disks: everybody gets the rights that the disk was mounted with."""
SYNCHRONISED = (".stfolder", ".dropbox.cache", ".dropbox", ".nextcloudsync.log", ".owncloudsync.log")
"""What Syncthing, Dropbox, Nextcloud and ownCloud keep at the top of a folder that they synchronise."""
SYNCHRONISED_NAMES = (
    "OneDrive",
    "Dropbox",
    "Nextcloud",
    "Google Drive",
    "iCloudDrive",
    "CloudStorage",
    "Mobile Documents",
)
"""How their folders are called on Windows and macOS, or begin: "OneDrive - Kommunen"."""


def place_warning(folder: Path) -> str:
    """Return a sentence when locks may not hold where a folder lies; empty on a machine's own disk."""
    kind = file_system(folder)
    if kind in SHARES or kind.startswith("fuse."):
        sentence = _(
            "The archive is on a network share ({kind}), where two programs can get in each other's way. Keep it on "
            "this machine's own disk, and share the meeting with sip-tui invite."
        )
        return sentence.format(kind=kind)
    if is_synchronised(folder):
        return _(
            "The archive is in a synchronised folder, where two programs can get in each other's way. Keep it "
            "outside, and share the meeting with sip-tui invite."
        )
    return ""


def rights_warning(folder: Path) -> str:
    """Return a sentence when a folder lies on a disk that keeps no permissions, where ``chmod`` changes nothing."""
    if (kind := file_system(folder)) not in WITHOUT_RIGHTS:
        return ""
    sentence = _(
        "The archive is on a disk where no file can be private ({kind}), such as a USB stick. Others on this computer "
        "may be able to read it. Keep it on the computer's own disk, or lock the meetings with sip-tui lock."
    )
    return sentence.format(kind=kind)


def file_system(folder: Path, mounts: Path | None = None) -> str:
    """Return the name of the file system that a folder lies on; empty where the system does not tell."""
    best, kind = -1, ""
    with suppress(OSError, ValueError):
        place = str(folder.resolve())
        if place.startswith("\\\\"):
            return "smbfs"  # Windows: a share by its name, or the drive that it is mapped to
        for line in (mounts or MOUNTS).read_text(encoding="utf-8", errors="replace").splitlines():
            before, _dash, after = line.partition(" - ")
            point = before.split()[4].encode().decode("unicode_escape")
            inside = place == point or place.startswith(f"{point.rstrip('/')}/")
            if inside and len(point) >= best:
                best, kind = len(point), after.split()[0]
    return kind


def is_synchronised(folder: Path) -> bool:
    """Tell whether a program keeps this folder, or one around it, the same on several machines."""
    with suppress(OSError):
        places = (folder, *folder.resolve().parents)
        named = any(place.name.startswith(SYNCHRONISED_NAMES) for place in places)
        return named or any((place / mark).exists() for place in places for mark in SYNCHRONISED)
    return False
