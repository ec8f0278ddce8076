"""A prepared meeting is imported, listed and shown; whatever is wrong is said in one sentence and nothing is lost."""

from __future__ import annotations

import json
import re
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from sip_tui.cli.demo import play_demo
from sip_tui.cli.summary import summary
from sip_tui.i18n.translation import set_language
from sip_tui.meeting.model.enums import Kind, Presence
from sip_tui.meeting.model.meeting import PRIVATE_TABLES, TABLES, Action, Goal
from sip_tui.meeting.model.text import clean
from sip_tui.paths import data_path
from sip_tui.phrasing.wording import name_with_role
from tests.helpers.commands import RunCommand, write_meeting_file
from tests.helpers.meetings import MAJA, meeting, somebody

HOSTILE = ["[b]Anna[/b]", "[/]", "Å|sa", "=cmd()", "Eva\nLind", "\x1b[31mBo", "\u202eKim", "\x9b2JPer", "Al\u200dva"]


def test_new_says_the_id_and_nothing_else(sip: RunCommand, data: Path) -> None:
    said = sip("new", data_path("cases", "omar-tolk.toml"))
    assert (said.code, said.err) == (0, "")
    assert re.fullmatch(r"[0-9a-f]{12}\n", said.out)
    assert (data / said.out.strip() / "meeting.json").is_file()
    assert stat.S_IMODE(data.stat().st_mode) == 0o700


def test_an_archive_named_on_the_command_line_is_used(sip: RunCommand, tmp_path: Path, data: Path) -> None:
    case, other = data_path("cases", "omar-tolk.toml"), tmp_path / "other"
    after = sip("new", case, "--data", other).out.strip()
    before = sip("--data", other, "new", case).out.strip()
    assert {path.name for path in other.iterdir() if path.is_dir()} == {after, before}
    assert not data.exists()


@pytest.mark.parametrize(
    ("content", "code", "says"),
    [
        (None, 2, "there is no such file"),
        (b"[meeting", 1, "meeting.toml, line 1: this is not TOML"),
        (b"\xff\xfe", 1, "this is not UTF-8"),
        (b"", 1, "meeting.type is missing"),
        (b'[meeting]\ntype = "SIP"\nstart = "2026-13-01"', 1, '"2026-13-01" is not a date; write 2026-11-27T13:00'),
        (
            b'[meeting]\ntype = "SIP"\nstrat = 2026-11-27',
            1,
            "meeting.strat: there is no such field; did you mean start?",
        ),
        (b'[meeting]\ntype = "SIP"\nstart = 2026-11-27\n[person]\npnr = ""', 1, "on purpose"),
    ],
)
def test_a_file_that_is_no_meeting_makes_no_meeting(
    sip: RunCommand, tmp_path: Path, data: Path, content: bytes | None, code: int, says: str
) -> None:
    path = tmp_path / "meeting.toml"
    if content is not None:
        path.write_bytes(content)
    said = sip("new", path)
    assert (said.code, said.out) == (code, "")
    assert says in said.sentence
    assert not data.exists()


def test_a_folder_is_no_meeting_file(sip: RunCommand, tmp_path: Path) -> None:
    said = sip("new", tmp_path)
    assert (said.code, "is a folder" in said.sentence) == (1, True)


def test_the_list_names_every_meeting_the_latest_first(sip: RunCommand) -> None:
    for case in ("sofia-n3", "omar-tolk", "erik-ak4"):
        sip("new", data_path("cases", f"{case}.toml"))
    lines = sip("list").out.splitlines()
    assert [line.split("  ")[1] for line in lines] == ["2025-12-01 13:00", "2025-11-28 13:00", "2025-03-15 13:00"]
    listed = json.loads(sip("list", "--json").out)
    told = {"person": "Omar", "stage": "before", "waiting": 0, "undelivered": 0, "follow_up": "", "due": []}
    assert {name: listed[0].pop(name) for name in told} == told
    assert listed[0].pop("tasks") > 0
    assert listed[0] == {
        "id": lines[0].split()[0],
        "title": "Omar, åk 5 – föräldrar behöver tolk",
        "type": "samverkansmöte",
        "start": "2025-12-01T12:00:00.000Z",
        "closed": False,
        "locked": False,
        "damaged": False,
        "previous": "",
    }


def test_an_empty_archive_is_no_trouble(sip: RunCommand, data: Path) -> None:
    assert sip("list").out == "There are no meetings yet; sip-tui new FILE makes one\n"
    assert json.loads(sip("list", "--json").out) == []
    assert not data.exists()


def test_show_says_what_is_missing_in_sofias_plan(sip: RunCommand, sofia: str) -> None:
    said = sip("show", sofia)
    shown = " ".join(said.out.split())
    assert said.code == 0
    assert shown.count("! Erik Johansson is not here") == 2
    assert shown.count("no time") == 3
    assert "Not coming, or not certain: Erik Johansson (kurator, Elevhälsan NTI), has not been in touch" in shown
    assert "2 actions whose owner is not here" in shown
    assert "3 actions without a time" in shown
    assert len(said.out.splitlines()) < 40


def test_show_tells_how_it_is_now(sip: RunCommand, tmp_path: Path) -> None:
    file = write_meeting_file(
        tmp_path,
        person={"matters": "Att få måla", "strengths": "Lyssnar, litar på mormor"},
        participants=[{"name": "Maja"}, {"role": "kurator"}],
        situation=[{"who": "p2", "support": "möter i entrén"}, {"who": "p1", "works": "bilden", "wishes": " "}],
        ongoing=[{"what": "Samtal", "who": "p2", "works_not": "för sällan"}, {"what": "Läxhjälp"}],
    )
    lines = sip("show", sip("new", file).out.strip()).out.splitlines()
    at = lines.index("What matters most: Att få måla")
    assert lines[at + 1 : at + 9] == [
        "Good at: Lyssnar, litar på mormor",
        "Maja",
        "  works: bilden",
        "kurator",
        "  support: möter i entrén",
        "Current help",
        "  - Samtal · kurator · does not work: för sällan",
        "  - Läxhjälp",
    ]


@pytest.mark.parametrize(
    ("since", "says"),
    [
        ("", "- Höra av sig till Maja · Petra Nyman får frågan"),
        ("2026-11-29", "- Höra av sig till Maja · Petra Nyman skulle få frågan"),
    ],
)
def test_show_says_that_one_who_was_not_there_is_asked(since: str, says: str) -> None:
    set_language("sv")
    petra = somebody(5, "Petra Nyman", role="arbetsterapeut", presence=Presence.EXCUSED)
    calls = Action(id="a1", what="Hör av sig till Maja", who="p5", since=since, unanswered=bool(since))
    assert any(says in line for line in summary(meeting(participants=(MAJA, petra), actions=(calls,))))


def test_show_counts_what_is_not_reviewed_but_not_the_end() -> None:
    set_language("sv")
    before = meeting(
        goals=(Goal(id="g1", text="Läsa", since="2026-11-29"), Goal(id="g2", text="Vila", since="2026-11-29")),
        actions=(Action(id="a1", what="Ringer", since="2026-11-29"),),
        events=(),
        participants=(replace(MAJA, presence=Presence.EXPECTED),),
    )
    shown = "\n".join(summary(before))
    assert "Kvar att gå igenom från förra gången: 2 mål och 1 åtgärd" in shown
    assert "hur mötet var" not in shown


def test_show_names_no_workplace_of_a_family() -> None:
    mum = somebody(2, "Åsa Lindgren", kind=Kind.GUARDIAN, role="mamma", organisation="familjen")
    assert name_with_role(mum) == "Åsa Lindgren (mamma)"


def test_show_tells_what_was_decided_in_the_demo(sip: RunCommand, data: Path) -> None:
    play_demo(data)
    lines = sip("show", "demo").out.splitlines()
    assert "Maja Lindgren: “Jag vill inte bli hämtad. Jag vill att någon väntar på mig.”" in lines
    assert "Decided: Planen gäller tills vidare. Vi ses igen i januari." in lines
    assert [line for line in lines if line.startswith("Good to know: Skolsköterskan")]


@pytest.mark.parametrize("case", ["sofia-n3", "omar-tolk", "erik-ak4"])
def test_show_for_programs_holds_every_table(sip: RunCommand, case: str) -> None:
    meeting = sip("new", data_path("cases", f"{case}.toml")).out.strip()
    shown = json.loads(sip("show", meeting, "--json").out)
    assert list(shown) == ["id", *(table for table in TABLES if table not in PRIVATE_TABLES)]
    assert shown["id"] == meeting
    assert shown["about"]["start"].endswith("T12:00:00.000Z")
    assert shown["actions"][0].keys() >= {"id", "what", "who", "when", "how_often", "goal", "status"}


def test_a_beginning_of_an_id_is_enough(sip: RunCommand, sofia: str) -> None:
    assert sip("show", sofia[:5]).out == sip("show", sofia).out


def test_a_meeting_that_is_not_there_is_wrong_use(sip: RunCommand, sofia: str) -> None:
    for command in ("show", "export", "close"):
        said = sip(command, "nothere")
        assert (said.code, said.out) == (2, "")
        assert "nothere" in said.sentence


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_go_through_unharmed_and_do_no_harm(sip: RunCommand, tmp_path: Path, name: str) -> None:
    people = [{"name": name, "role": "kurator"}, {"name": "Maja Lindgren", "kind": "person"}]
    path = write_meeting_file(
        tmp_path, meeting={"title": name}, participants=people, actions=[{"what": name, "who": "p1"}]
    )
    meeting = sip("new", path).out.strip()
    assert json.loads(sip("show", meeting, "--json").out)["participants"][0]["name"] == clean(name)
    for command in (("list",), ("show", meeting), ("show", meeting, "--json")):
        shown = sip(*command)
        assert shown.code == 0
        assert not set(shown.out) & set("\x1b\x9b\u202e")
    assert len(sip("list").out.splitlines()) == 1
    for audience in ("mail", "person", "full", "notice"):
        made = sip("export", meeting, "--for", audience)
        assert (made.code, made.err) == (0, "")
        assert not set(made.out) & set("\x1b\x9b\u202e")


def test_broken_checkpoint_is_refused_and_left_alone(sip: RunCommand, sofia: str, data: Path) -> None:
    file = data / sofia / "meeting.json"
    file.write_text("x")
    said = sip("show", sofia)
    assert said.code == 3
    assert "damaged" in said.sentence
    assert "damaged: sip-tui doctor" in sip("list").out
    assert file.read_text() == "x"


def test_an_archive_that_is_a_file_is_refused(sip: RunCommand, tmp_path: Path) -> None:
    occupied = tmp_path / "file"
    occupied.write_text("mine")
    said = sip("new", data_path("cases", "omar-tolk.toml"), "--data", occupied)
    assert (said.code, str(occupied) in said.sentence) == (3, True)
    assert occupied.read_text() == "mine"
