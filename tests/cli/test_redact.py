"""Any text can be looked over and cleaned, without an archive and without a word of it left behind."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from sip_tui.cli import main
from sip_tui.paths import data_path
from tests.helpers.commands import RunCommand

DIRTY = "Hej.\r\nRing Åsa på 070-174 06 12,\r\nhennes nummer är 20020909-2394.\r\n"


def feed(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


def test_check_lists_every_identifier_and_shows_none(sip: RunCommand, tmp_path: Path) -> None:
    path = tmp_path / "brev.txt"
    path.write_bytes(DIRTY.encode())
    said = sip("check", path)
    assert said.code == 1
    name, first, second = said.out.splitlines()
    assert name.startswith(f"{path}:2:6 name  ")
    assert first.startswith(f"{path}:2:13 telephone number  ")
    assert second.startswith(f"{path}:3:18 personal identity number  ")
    assert '"Hej. Ring [namn] på [telefon], hennes nummer är' in first
    assert "hennes nummer är [personnummer]." in second
    assert "2394" not in said.out + said.err
    assert said.sentence == "3 identifiers must be hidden; run sip-tui redact"


def test_check_looks_for_the_names_that_it_is_given(sip: RunCommand, tmp_path: Path) -> None:
    path = tmp_path / "brev.txt"
    path.write_text("Vi frågar qwil om tiden.", encoding="utf-8")
    assert sip("check", path).code == 0
    said = sip("check", path, "--name", "Qwil Ek")
    assert (said.code, "Qwil" in said.out) == (1, False)


def test_check_looks_at_the_name_of_the_file(sip: RunCommand, tmp_path: Path) -> None:
    path = tmp_path / "plan_20020909-2394.txt"
    path.write_text("Vi ses på fredag.", encoding="utf-8")
    assert sip("check", path).code == 1


def test_what_only_the_independent_check_sees_goes_too(sip: RunCommand, tmp_path: Path) -> None:
    path = tmp_path / "brev.txt"
    path.write_text("Nr 85-04-05-23-85 och 070-174 06 05.", encoding="utf-8")
    assert sip("check", path).code == 1
    assert not any(map(str.isdigit, sip("redact", path).out))


def test_a_clean_text_is_said_to_be_clean(sip: RunCommand, tmp_path: Path) -> None:
    path = tmp_path / "brev.txt"
    path.write_text("Vi ses fredag 27 november kl. 13.", encoding="utf-8")
    said = sip("check", path)
    assert (said.code, said.out, said.err) == (
        0,
        f"{path}: nothing was found that must be hidden; read it through yourself before you send it\n",
        "",
    )


def test_judgement_findings_are_listed_and_refuse_nothing(sip: RunCommand, tmp_path: Path) -> None:
    path = tmp_path / "brev.txt"
    path.write_text("Diagnosen är F84.0 sedan länge.", encoding="utf-8")
    said = sip("check", path)
    assert said.code == 0
    assert said.out.splitlines()[0].startswith(f"{path}:1:14 code (to decide)  ")


def test_check_reads_stdin(sip: RunCommand, monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, DIRTY.encode())
    said = sip("check", "-")
    assert (said.code, said.out.startswith("-:2:6 name")) == (1, True)


def test_redact_changes_nothing_but_what_it_masks(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    feed(monkeypatch, b"\xef\xbb\xbf" + DIRTY.encode() + b"\rslut\t utan ny rad \x00")
    assert main(["redact", "--name", "Åsa Ek=mamma"]) == 0
    assert capsysbinary.readouterr().out == (
        b"\xef\xbb\xbf"
        + "Hej.\r\nRing mamma på [telefon],\r\nhennes nummer är [personnummer].\r\n\rslut\t utan ny rad \x00".encode()
    )


@pytest.mark.parametrize(
    ("name", "text", "clean"),
    [
        ("Åsa Ek", "Hej Åsa!", "Hej [namn]!"),
        ("Åsa Ek=", "Hej Åsa!", "Hej [namn]!"),
        ("=cmd()", "Hej =cmd() du", "Hej [namn] du"),
        ("[/]", "Hej [/] du", "Hej [namn] du"),
    ],
)
def test_names_may_look_like_anything(sip: RunCommand, tmp_path: Path, name: str, text: str, clean: str) -> None:
    path = tmp_path / "brev.txt"
    path.write_text(text, encoding="utf-8")
    assert sip("redact", path, f"--name={name}").out == clean


def test_what_cannot_be_read_is_refused_and_not_passed_on(sip: RunCommand, tmp_path: Path) -> None:
    path = tmp_path / "brev.txt"
    path.write_bytes("Hej\nÅsa 20020909-2394".encode("latin-1"))
    for command in ("check", "redact"):
        said = sip(command, path)
        assert (said.code, said.out) == (1, "")
        assert "line 2: this is not UTF-8" in said.sentence
        assert sip(command, tmp_path / "no.txt").code == 2
        assert sip(command, tmp_path).code == 2


def test_check_with_a_meeting_refuses_what_export_would(sip: RunCommand, tmp_path: Path) -> None:
    """The person's paper may name the person; a mail may not, whoever wrote the line."""
    meeting_id = sip("new", data_path("cases", "omar-tolk.toml")).out.strip()
    for audience in ("person", "mail"):
        paper = tmp_path / f"{audience}.md"
        exported = sip("export", meeting_id, "--for", audience, "-o", paper, "--reviewed")
        assert exported.code == 0, exported.err
        assert sip("check", paper, "--meeting", meeting_id, "--for", audience).code == 0
    assert sip("check", tmp_path / "person.md").code == 1
    paper = tmp_path / "mail.md"
    paper.write_text(paper.read_text(encoding="utf-8") + "\nLinda Persson ringer 070-174 06 12.\n", encoding="utf-8")
    said = sip("check", paper, "--meeting", meeting_id)
    assert (said.code, "Persson" in said.out) == (1, False)


def test_check_for_somebody_needs_a_meeting(sip: RunCommand, tmp_path: Path) -> None:
    path = tmp_path / "brev.txt"
    path.write_text("Vi ses på fredag.", encoding="utf-8")
    said = sip("check", path, "--for", "person")
    assert (said.code, said.sentence) == (2, "--for needs to know the meeting: add --meeting ID")
