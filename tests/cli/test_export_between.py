"""Everything that a meeting holds until the next one, filled with what must never leave, exported for everybody."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from sip_tui.paths import data_path
from tests.helpers.commands import RunCommand, write_meeting_file
from tests.helpers.minutes import read_back

PHONE, OFFICE, NUMBER, MAIL = "070-174 06 41", "08-465 004 11", "20020909-2394", "asa@hemma.se"
CASES = ("sofia-n3", "omar-tolk", "erik-ak4")
MARKUP = "# Rubrik\n| a | b |\n[x](javascript:alert(1)) <script> \x1b[31mröd"


def prepared(case: str) -> dict[str, Any]:
    """A shipped case with all of it filled in: identifiers, names, markup; who keeps it together is the last actor."""
    tables: dict[str, Any] = tomllib.loads(data_path("cases", f"{case}.toml").read_text(encoding="utf-8"))
    people = tables["participants"]
    keeper = next(participant for participant in reversed(people) if participant["kind"] == "actor")
    family = next(participant for participant in people if participant["kind"] in {"guardian", "kin"})
    keeper["phone"], family["phone"], family["email"] = OFFICE, PHONE, MAIL
    name = keeper["name"]
    tables["meeting"]["start"] = str(tables["meeting"]["start"])
    tables["meeting"]["questions"] = [f"Får {name} ringa {PHONE}?"]
    tables["questions"] = [
        {"text": f"Får {name} ringa {PHONE}?", "answer": f"Ja, fråga efter {family['name']}, {NUMBER}. {MARKUP}"},
        {"text": f"Vem skriver till {MAIL}?"},
    ]
    tables["person"] |= {
        "strengths": f"Att lyssna på {name}, {NUMBER}",
        "kept_out": f"hemligheten om {name}",
        "consent_until": "2027-06-10",
    }
    tables["goals"] = [{"text": "Må bra", "resources": f"ringa {name} på {PHONE}. {MARKUP}"}]
    tables["actions"] = [{"what": "Ringa", "goal": "g1"}]
    tables["between"] = {
        **dict.fromkeys(("coordinator", "booked_by", "contact", "convener", "told_by"), keeper["id"]),
        "authority": f"kommunen, ärende 2026/1234, {MAIL}",
        "phone": OFFICE,
        "wish": f"{name}, eller {family['name']} på {PHONE}",
        "place": "Storgatan 5, 123 45 Ekstad",
        "unbooked": f"{name} är sjuk, {NUMBER}",
        "evaluation": "2027-03-01",
        "urgent": f"personnummer {NUMBER[2:8]}\n-{NUMBER[-4:]}, ring {name}",
        "changed": f"sms:a {PHONE.replace(' ', '')} {MARKUP}",
    }
    return tables


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("audience", ["person", "full", "actor", "call", "sheet"])
def test_every_document_of_it_is_written_in_every_format(
    sip: RunCommand, tmp_path: Path, case: str, audience: str
) -> None:
    tables = prepared(case)
    tables["meeting"] |= {"purpose": f"Planera åt {tables['person']['called']}", "follow_up": "2027-03-01 13:00"}
    tables["actions"] = [{"what": f"Ring {PHONE}. {MARKUP}", "who": tables["between"]["contact"], "goal": "g1"}]
    meeting = sip("new", write_meeting_file(tmp_path, **tables)).out.strip()
    folder = tmp_path / "out"
    folder.mkdir()
    formats = [part for name in ("md", "txt", "html", "pdf", "ics") for part in ("--format", name)]
    said = sip("export", meeting, "--for", audience, "--reviewed", *formats, "-o", folder)
    assert said.code == 0, said.err
    written = [path for path in folder.iterdir() if path.suffix in {".md", ".txt", ".html", ".ics"}]
    assert len(written) >= 4
    if audience in {"actor", "call"}:
        family = {
            str(other["name"]) for other in prepared(case)["participants"] if other["kind"] in {"guardian", "person"}
        }
        names = {word for name in family for word in name.split()} - {"och", "Föräldrar"}
        texts = "".join(path.read_text(encoding="utf-8") for path in written)
        assert not [word for word in (*names, MAIL, "2394", "hemligheten", "\x1b") if word in texts]
    assert "<script" not in "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.html"))


def exported(sip: RunCommand, folder: Path, case: str, audience: str) -> str:
    meeting = sip("new", write_meeting_file(folder, **prepared(case))).out.strip()
    said = sip("export", meeting, "--for", audience)
    assert said.code == 0, said.err
    return said.out


def people_of(case: str) -> list[str]:
    """The names in the case, without those who are only called by what they are."""
    names = [str(participant["name"]) for participant in prepared(case)["participants"]]
    words = {word for name in names for word in name.replace("/", " ").split()}
    return sorted(words - {"Föräldrar", "Tolk", "(arabiska)", "Läkare", "Handläggare", "och", "Mamma", "Pappa"})


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("audience", ["mail", "notice"])
def test_no_mail_holds_a_name_a_number_or_an_address(sip: RunCommand, tmp_path: Path, case: str, audience: str) -> None:
    text = "\n".join(read_back(exported(sip, tmp_path, case, audience)))
    digits = "".join(letter for letter in text if letter.isdigit())
    assert not [name for name in people_of(case) if re.search(rf"\b{name}s?\b", text)]
    assert not [number for number in (PHONE, OFFICE, NUMBER) if "".join(filter(str.isdigit, number))[-7:] in digits]
    assert not [word for word in (MAIL, "hemma.se", "Storgatan", "hemligheten", "2394", "\x1b") if word in text]


@pytest.mark.parametrize("case", CASES)
def test_the_mail_still_tells_what_was_settled(sip: RunCommand, tmp_path: Path, case: str) -> None:
    text = exported(sip, tmp_path, case, "mail")
    makes_none = "\n## The person who keeps track of it\n" in text
    assert makes_none or "\n## The person who coordinates the plan\n" in text
    assert makes_none is (prepared(case)["meeting"]["type"] == "samverkansmöte")
    assert "\n## If something happens before the meeting\n" in text
    assert "\n## Rubrik" not in text
    assert "\n# Rubrik" not in text


@pytest.mark.parametrize("case", CASES)
def test_person_paper_has_office_number_only(sip: RunCommand, tmp_path: Path, case: str) -> None:
    text = "\n".join(read_back(exported(sip, tmp_path, case, "person")))
    digits = "".join(letter for letter in text if letter.isdigit())
    assert f"Telephone: {OFFICE}" in text
    assert "1740641" not in digits
    assert not [word for word in (MAIL, "2394", "hemligheten", "\x1b") if word in text]


@pytest.mark.parametrize("case", CASES)
def test_the_full_minutes_hold_all_of_it_and_no_markup_of_theirs(sip: RunCommand, tmp_path: Path, case: str) -> None:
    text = exported(sip, tmp_path, case, "full")
    assert not [word for word in (PHONE, OFFICE, NUMBER, "Storgatan") if word not in text]
    assert "hemligheten" not in text
    assert "\n## Rubrik" not in text
    assert "\x1b" not in text
