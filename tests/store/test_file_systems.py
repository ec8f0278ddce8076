"""The program says when an archive lies where locks don't hold."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath

import pytest

from sip_tui.store import Archive, file_systems
from sip_tui.store.file_systems import file_system, place_warning
from tests.helpers.archives import ID, create_meeting

MOUNTS = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 22 0:40 / {place} rw shared:9 master:2 - {kind} server:/x rw
41 22 0:41 / {place}/inne/med\\040blank rw - tmpfs tmpfs rw
"""


def mounts(tmp_path: Path, kind: str) -> Path:
    path = tmp_path / "mounts"
    path.write_text(MOUNTS.format(place=tmp_path / "delat", kind=kind), encoding="utf-8")
    return path


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs", "9p"])
def test_a_network_share_is_warned_about(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    create_meeting(tmp_path / "delat").leave()
    monkeypatch.setattr(file_systems, "MOUNTS", mounts(tmp_path, kind))
    folder = Archive(tmp_path / "delat").open(ID)
    folder.load()
    assert any(f"({kind})" in sentence for sentence in folder.warnings)


def test_the_innermost_mount_counts(tmp_path: Path) -> None:
    found = mounts(tmp_path, "cifs")
    assert file_system(tmp_path / "delat" / "arkiv", found) == "cifs"
    assert file_system(tmp_path / "delat" / "inne" / "med blank" / "arkiv", found) == "tmpfs"
    assert file_system(tmp_path / "delatannat", found) == "ext4"
    assert file_system(tmp_path, tmp_path / "nothing") == ""


def test_an_own_disk_is_not_warned_about(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_systems, "MOUNTS", mounts(tmp_path, "ext4"))
    assert place_warning(tmp_path / "delat") == ""


def test_a_synchronised_folder_is_warned_about(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_systems, "MOUNTS", mounts(tmp_path, "ext4"))
    (tmp_path / ".stfolder").mkdir()
    assert "synchronised" in place_warning(tmp_path / "arkiv") or "synkas" in place_warning(tmp_path / "arkiv")


@pytest.mark.parametrize("name", ["OneDrive - Kommunen", "Dropbox", "CloudStorage"])
def test_a_synchronised_folder_is_known_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(file_systems, "MOUNTS", mounts(tmp_path, "ext4"))
    assert file_systems.is_synchronised(tmp_path / name / "arkiv")


def test_a_windows_share_is_known_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "resolve", lambda _path: PureWindowsPath(r"\\server\delat\arkiv"))
    assert file_system(Path("H:/arkiv")) == "smbfs"
