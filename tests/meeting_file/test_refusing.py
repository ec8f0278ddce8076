"""A wrong field is refused with its place and the nearest right name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sip_tui.meeting_file import MeetingFileError, MeetingFileMissingError, read_meeting_file
from tests.helpers.meeting_files import START, meeting_of, refusal, refused, toml

WRONG_FIELDS = {
    '[[participants]]\norgansation = "BUP"\n': (
        "participants[1].organsation: there is no such field; did you mean organisation?"
    ),
    '[participant]\nname = "Bo"\n': "participant: there is no such table; did you mean participants?",
    '[[actions]]\nwhat = "Ringa"\nwho = "p9"\n[[participants]]\n[[participants]]\n': (
        'actions[1].who = "p9": the participants are p1, p2'
    ),
    '[[actions]]\nwho = "p9"\n': 'actions[1].who = "p9": there are no participants',
    '[[actions]]\ngoal = "g2"\n[[goals]]\n': 'actions[1].goal = "g2": the goals are g1',
    '[[terms]]\nraised_by = "Eva"\n[[participants]]\nname = "Eva"\n': (
        'terms[1].raised_by = "Eva": the participants are p1'
    ),
    '[[participants]]\nid = "p1"\n[[participants]]\nid = "p1"\n': (
        'participants[2].id = "p1": another one has this id; give each its own'
    ),
    '[[participants]]\nkind = "person"\n[[participants]]\nrole = "den det gäller"\n': (
        'participants[2].kind = "person": the meeting is about someone else on the list already; '
        "choose what this one is there for"
    ),
    '[person]\nchild = false\n[[participants]]\nrole = "mamma"\n[[participants]]\nrole = "vårdnadshavare"\n': (
        'participants[2].role = "vårdnadshavare": only a child has someone with parental responsibility; write child '
        "= true under [person], or what else this one is there for"
    ),
    '[person]\nchild = false\n[[participants]]\nkind = "guardian"\n': (
        'participants[1].kind = "guardian": only a child has someone with parental responsibility; write child '
        "= true under [person], or what else this one is there for"
    ),
    '[[participants]]\npresence = "närvarnde"\n': 'participants[1].presence = "närvarnde": did you mean närvarande?',
    '[[participants]]\nconsent = "zz"\n': (
        'participants[1].consent = "zz": write one of oral, written, none, withdrawn'
    ),
    '[[actions]]\nstatus = "xyz"\n': (
        'actions[1].status = "xyz": write one of proposed, new, ongoing, changed, ended, done, not done'
    ),
    "[[participants]]\nname = 7\n": "participants[1].name = 7: write a text in quotation marks",
    '[[participants]]\nkey_person = "ja"\n': (
        'participants[1].key_person = "ja": write true or false, without quotation marks'
    ),
    '[person]\nneeds = "vila"\n': 'person.needs = "vila": write a list of texts, in square brackets',
    "[person]\nneeds = [1]\n": "person.needs[1] = 1: write a text in quotation marks",
    "[person]\nstamina_minutes = -5\n": (
        "person.stamina_minutes = -5: write whole minutes, from 0 to 1440, without quotation marks"
    ),
    "[agenda]\nneeds = true\n": "agenda.needs = true: write whole minutes, from 0 to 1440, without quotation marks",
    "[agenda]\nneed = 3\n": "agenda.need: there is no such field; did you mean needs?",
    "[agenda]\nneeds = 3\nbehov = 4\n": "agenda.needs and agenda.behov are the same part; keep one",
    '[participants]\nname = "Bo"\n': "participants = {…}: write a list: [[participants]] in TOML, [ … ] in JSON",
    '[[notes]]\ntext = "hej"\n': 'notes[1].phase is missing; write for instance "opening"',
    '[[goals]]\nparent = "g1"\n': 'goals[1].parent = "g1": that is a subgoal itself; name a main goal',
    '[[participants]]\nid = ""\n': "participants[1].id is empty; write it",
    '[[situation]]\nworks = "bra"\n': 'situation[1].who is missing; write for instance "p1"',
    '[[situation]]\nwho = "p3"\n[[participants]]\n': 'situation[1].who = "p3": the participants are p1',
    '[[situation]]\nwho = "p1"\n[[situation]]\nwho = "p1"\n[[participants]]\n': (
        'situation[2].who = "p1": there is one for this participant already; put them together'
    ),
    '[[situation]]\nwho = "p1"\nwork_not = "x"\n[[participants]]\n': (
        "situation[1].work_not: there is no such field; did you mean works_not?"
    ),
    '[situation]\nwho = "p1"\n': "situation = {…}: write a list: [[situation]] in TOML, [ … ] in JSON",
    '[[ongoing]]\nwho = "p1"\n': 'ongoing[1].what is missing; write for instance "Talks with the school counsellor"',
    '[[ongoing]]\nwhat = "samtal"\nwho = "p1"\n': 'ongoing[1].who = "p1": there are no participants',
    '[[ongoings]]\nwhat = "samtal"\n': "ongoings: there is no such table; did you mean ongoing?",
    '[[actions]]\nmanages = "kanske"\n': 'actions[1].manages = "kanske": write one of yes, no',
    '[between]\ncoordnator = "p1"\n': "between.coordnator: there is no such field; did you mean coordinator?",
    '[betwen]\nurgent = "jouren"\n': "betwen: there is no such table; did you mean between?",
    '[between]\ncoordinator = "Samir"\n[[participants]]\n': 'between.coordinator = "Samir": the participants are p1',
    '[between]\ntold_by = "p2"\n': 'between.told_by = "p2": there are no participants',
    "[between]\nurgent = 112\n": "between.urgent = 112: write a text in quotation marks",
    '[[between]]\nurgent = "jouren"\n': "between = […]: write a table: fields with their values",
    '[person]\nchild = "ja"\n': 'person.child = "ja": write true or false, without quotation marks',
    '[person]\nstrenghts = "mod"\n': "person.strenghts: there is no such field; did you mean strengths?",
    '[[participants]]\nfone = "08"\n': "participants[1].fone: there is no such field; did you mean phone?",
    '[[goals]]\nresourses = "hunden"\n': "goals[1].resourses: there is no such field; did you mean resources?",
    '[[questions]]\nanswer = "ja"\n': (
        'questions[1].text is missing; write for instance "Who meets me in the morning?"'
    ),
    '[[questions]]\ntext = " "\n': "questions[1].text is empty; write it",
    '[[questions]]\ntext = "Hur?"\nanswr = "så"\n': (
        "questions[1].answr: there is no such field; did you mean answer?"
    ),
    '[questions]\ntext = "Hur?"\n': "questions = {…}: write a list: [[questions]] in TOML, [ … ] in JSON",
    "[person]\nmatters = 3\n": "person.matters = 3: write a text in quotation marks",
}


@pytest.mark.parametrize("text", WRONG_FIELDS)
def test_a_wrong_field_is_refused_with_its_place(tmp_path: Path, text: str) -> None:
    assert refused(tmp_path, START + text) == WRONG_FIELDS[text]


@pytest.mark.parametrize(
    "name", ["personnummer", "pnr", "Person_Nummer", "personal_identity_number", "samordningsnummer"]
)
@pytest.mark.parametrize("table", ["[person]\n", "[[participants]]\n", ""])
def test_a_field_for_identity_numbers_is_refused_as_such(tmp_path: Path, name: str, table: str) -> None:
    sentence = refused(tmp_path, f'{name} = "x"\n{START}' if not table else f'{START}{table}{name} = "x"\n')
    assert "there is no field for personal identity numbers, on purpose" in sentence


@pytest.mark.parametrize("start", ['"2026-13-01"', '"i morgon"', '""', "13", "13:00:00", '"0001-01-01"', "true"])
def test_a_wrong_date_is_refused_with_a_right_one(tmp_path: Path, start: str) -> None:
    sentence = refused(tmp_path, f'[meeting]\ntype = "SIP"\nstart = {start}\n')
    assert sentence == f"meeting.start: {start} is not a date; write 2026-11-27T13:00"


def test_a_meeting_without_a_start_is_refused(tmp_path: Path) -> None:
    assert (
        refused(tmp_path, '[meeting]\ntype = "SIP"\n')
        == "meeting.start is missing; write for instance 2026-11-27T13:00"
    )
    assert refused(tmp_path, "") == 'meeting.type is missing; write for instance "SIP"'
    assert refused(tmp_path, '[meeting]\ntype = " "\n') == "meeting.type is empty; write it"


@pytest.mark.parametrize(("field", "who"), [("chair", "p7"), ("called_by", "p2"), ("secretary", "p99")])
def test_an_id_of_nobody_is_refused_but_a_name_may_lead(tmp_path: Path, field: str, who: str) -> None:
    text = START + f'{field} = "{who}"\n[[participants]]\n'
    assert refused(tmp_path, text) == f'meeting.{field} = "{who}": the participants are p1'
    assert getattr(meeting_of(toml(tmp_path, text.replace(who, "Lotta Berg"))).about, field) == "Lotta Berg"


def test_broken_toml_and_json_are_refused_with_the_line(tmp_path: Path) -> None:
    assert "meeting.toml, line 2: this is not TOML" in refused(tmp_path, '[meeting]\ntype = "SIP\n')
    assert "line 3: this is not TOML" in refused(tmp_path, "[meeting]\n\ntype =")
    path = tmp_path / "meeting.json"
    path.write_text('{"meeting":\n  {"type" "SIP"}}')
    assert "meeting.json, line 2: this is not JSON" in refusal(path)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[]", "a meeting in JSON begins with { and ends with }"),
        ('{"meeting": {"type": "SIP", "type": "x"}}', '"type" is written twice in one place'),
        ('{"meeting": ' * 3000 + "}" * 3000, "too deep"),
        ('{"meeting": {"minutes": ' + "9" * 5000 + "}}", "too large"),
        ('{"meeting": {"type": "SIP", "start": "2026-11-27", "minutes": NaN}}', "meeting.minutes = NaN"),
        ('{"meeting": {"type": "\\ud800", "start": "2026-11-27"}}', "broken character"),
        ('{"meeting": 3}', "meeting = 3: write a table"),
    ],
)
def test_odd_json_is_refused_in_a_sentence(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "meeting.json"
    path.write_text(text)
    assert says in refusal(path)


def test_what_is_no_file_of_ours_is_refused(tmp_path: Path) -> None:
    latin = tmp_path / "latin.toml"
    latin.write_bytes(START.encode() + 'title = "Åsa"\n'.encode("latin-1"))
    huge = tmp_path / "huge.toml"
    huge.write_bytes(b"#" * 1_000_001)
    assert "line 4: this is not UTF-8" in refusal(latin)
    assert "larger than 1 MB" in refusal(huge)
    assert "is a folder" in refusal(tmp_path)
    os.mkfifo(tmp_path / "pipe.toml")
    for irregular in (tmp_path / "pipe.toml", Path("/dev/zero")):
        assert "is not an ordinary file" in refusal(irregular)


@pytest.mark.parametrize("keys", ["a." * 16_000 + "a", "[" + "a." * 16_000 + "a]\nx", '"a".' * 16_000 + "b"])
def test_deep_toml_keys_are_refused_at_once(tmp_path: Path, keys: str) -> None:
    """Each of these takes tomllib a gigabyte and four seconds."""
    assert "too deep" in refused(tmp_path, f"{START}{keys} = 1\n")


def test_many_repeated_json_keys_are_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "meeting.json"
    path.write_text("{" + ",".join(f'"k{number}":1' for number in range(60_000)) + ',"k7":2}')
    assert '"k7" is written twice' in refusal(path)


def test_more_rows_than_any_meeting_has_are_refused(tmp_path: Path) -> None:
    said = refused(tmp_path, START + "[[participants]]\n" * 501)
    assert said == "participants has 501 rows; a meeting file has at most 500"


def test_more_texts_than_any_meeting_has_are_refused(tmp_path: Path) -> None:
    """With a hundred thousand needs every command of the archive took twenty seconds, and closing 700 MB."""
    said = refused(tmp_path, START + "[person]\nneeds = [" + '"x", ' * 501 + "]\n")
    assert said == "person.needs has 501 rows; a meeting file has at most 500"


def test_a_number_too_long_to_write_is_refused_by_its_field(tmp_path: Path) -> None:
    assert refused(tmp_path, f"{START}minutes = 0x{'f' * 5000}\n").startswith("meeting.minutes = …: write whole")


@pytest.mark.parametrize("start", ["9999-12-31T23:30:00Z", "0001-01-01", "2200-01-01", "1899-12-31"])
def test_a_meeting_in_a_far_year_is_refused(tmp_path: Path, start: str) -> None:
    assert "is not a date" in refused(tmp_path, f'[meeting]\ntype = "SIP"\nstart = "{start}"\n')


def test_a_missing_file_is_wrong_use_and_a_wrong_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MeetingFileMissingError) as missing:
        read_meeting_file(tmp_path / "no.toml")
    with pytest.raises(MeetingFileError) as broken:
        read_meeting_file(toml(tmp_path, "x"))
    assert (missing.value.code, broken.value.code) == (2, 1)


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", denied)
    assert refusal(tmp_path / "meeting.toml").endswith("cannot be read: you do not have permission")
