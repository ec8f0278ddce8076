"""A prepared meeting comes in whole, or is refused with the place and the nearest right name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sip_tui import language
from sip_tui.meeting.agenda import PHASES
from sip_tui.meeting.build import Builder
from sip_tui.meeting.change import stored_time
from sip_tui.meeting.fold import Ledger
from sip_tui.meeting.kinds import Horizon, Kind, Presence, Seat, Status
from sip_tui.meeting.model import (
    About,
    Account,
    Action,
    Goal,
    Meeting,
    Need,
    Ongoing,
    Pad,
    Participant,
    Person,
    PhaseTime,
    Term,
)
from sip_tui.meeting.notes import pad_row
from sip_tui.meeting.situation import SLOTS
from sip_tui.meeting_file import MeetingFileError, MeetingFileMissing, read_meeting_file
from sip_tui.shipped import shipped

START = '[meeting]\ntype = "SIP"\nstart = 2026-11-27T13:00:00\n'


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    spoken = language.language()
    language.use("en")
    yield
    language.use(spoken)


def meeting_of(path: Path) -> Meeting:
    ledger = Ledger()
    ledger.add(ledger.stamp(read_meeting_file(path), 1, "test"))
    return Builder(ledger).meeting


def toml(folder: Path, text: str) -> Path:
    path = folder / "meeting.toml"
    path.write_text(text, encoding="utf-8")
    return path


def refusal(path: Path) -> str:
    with pytest.raises(MeetingFileError) as refused:
        read_meeting_file(path)
    assert "\n" not in str(refused.value)
    return str(refused.value)


def refused(folder: Path, text: str) -> str:
    return refusal(toml(folder, text))


# What comes in


def test_type_and_start_are_enough(tmp_path: Path) -> None:
    meeting = meeting_of(toml(tmp_path, START))
    assert meeting.about == About(id="meeting", type="SIP", start=datetime(2026, 11, 27, 12, tzinfo=UTC))


@pytest.mark.parametrize(
    ("case", "participants", "goals", "actions"), [("sofia-n3", 6, 3, 9), ("omar-tolk", 5, 1, 3), ("erik-ak4", 6, 2, 8)]
)
def test_the_shipped_cases_are_read_whole(case: str, participants: int, goals: int, actions: int) -> None:
    meeting = meeting_of(shipped("cases", f"{case}.toml"))
    assert (len(meeting.participants), len(meeting.goals), len(meeting.actions)) == (participants, goals, actions)
    assert sum(one.minutes or 0 for one in meeting.phases) == meeting.about.minutes
    assert meeting.pad("situation", "secretary").startswith("Du ")


def test_rows_keep_the_order_of_the_file(tmp_path: Path) -> None:
    names = [f"Person {number}" for number in range(12)]
    tables = "".join(f'[[participants]]\nname = "{name}"\n' for name in names)
    meeting = meeting_of(toml(tmp_path, START + tables))
    assert [one.name for one in meeting.participants] == names
    assert meeting.participants[9].id == "p10"


def test_an_id_that_is_given_is_not_given_again(tmp_path: Path) -> None:
    tables = '[[participants]]\nname = "Eva"\n[[participants]]\nid = "p1"\nname = "Bo"\n'
    meeting = meeting_of(toml(tmp_path, START + tables))
    assert {one.name: one.id for one in meeting.participants} == {"Eva": "p2", "Bo": "p1"}


@pytest.mark.parametrize(
    "start",
    [
        "2026-07-01T13:00:00",
        "2026-07-01T13:00:00+02:00",
        "2026-07-01T11:00:00Z",
        '"2026-07-01T13:00"',
        '"2026-07-01 13:00"',
    ],
)
def test_a_start_without_a_zone_is_swedish_time(tmp_path: Path, start: str) -> None:
    meeting = meeting_of(toml(tmp_path, f'[meeting]\ntype = "SIP"\nstart = {start}\n'))
    assert meeting.about.start == datetime(2026, 7, 1, 11, tzinfo=UTC)


def test_a_day_alone_is_a_start(tmp_path: Path) -> None:
    meeting = meeting_of(toml(tmp_path, '[meeting]\ntype = "SIP"\nstart = 2026-11-27\n'))
    assert meeting.about.start == datetime(2026, 11, 26, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("word", "presence"),
    [
        ("närvarande", Presence.PRESENT),
        ("Förhinder", Presence.EXCUSED),
        ("saknas", Presence.MISSING),
        ("frånvarande", Presence.MISSING),
        ("sen", Presence.LATE),
        ("på  länk", Presence.REMOTE),
        ("excused", Presence.EXCUSED),
    ],
)
def test_presence_is_said_in_swedish_or_english(tmp_path: Path, word: str, presence: Presence) -> None:
    meeting = meeting_of(toml(tmp_path, f'{START}[[participants]]\nname = "Bo"\npresence = "{word}"\n'))
    assert meeting.participants[0].presence is presence


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        ("tolk (arabiska)", Kind.INTERPRETER),
        ("Mamma", Kind.GUARDIAN),
        ("god man", Kind.TRUSTEE),
        ("den enskilde", Kind.PERSON),
        ("lillebror och närstående", Kind.KIN),
        ("stödperson", Kind.SUPPORT),
        ("mentor", Kind.ACTOR),
        ("", Kind.ACTOR),
    ],
)
def test_who_somebody_is_is_told_by_the_role(tmp_path: Path, role: str, kind: Kind) -> None:
    meeting = meeting_of(toml(tmp_path, f'{START}[[participants]]\nrole = "{role}"\n'))
    assert meeting.participants[0].kind is kind


def test_a_kind_that_is_written_is_never_overruled_by_the_role(tmp_path: Path) -> None:
    meeting = meeting_of(toml(tmp_path, f'{START}[[participants]]\nrole = "mamma"\nkind = "aktör"\n'))
    assert meeting.participants[0].kind is Kind.ACTOR


def test_phases_seats_and_statuses_are_said_in_swedish(tmp_path: Path) -> None:
    text = (
        '[[notes]]\nphase = "Aktuell situation"\nseat = "ordförande"\ntext = "Lugnt."\n'
        '[[goals]]\ntext = "Må bra"\nhorizon = "lång"\n'
        '[[actions]]\nwhat = "Ringa"\nstatus = "pågår"\n[agenda]\nbehov = 30\n"aktuell situation" = 5\n'
    )
    meeting = meeting_of(toml(tmp_path, START + text))
    assert meeting.pad("situation", "chair") == "Lugnt."
    assert (meeting.goals[0].horizon, meeting.actions[0].status) == (Horizon.LONG, Status.ONGOING)
    assert {one.id: one.minutes for one in meeting.phases} == {"needs": 30, "situation": 5}


def test_two_notes_for_one_phase_and_seat_follow_one_another(tmp_path: Path) -> None:
    notes = '[[notes]]\nphase = "needs"\ntext = "Först."\n[[notes]]\nphase = "behov"\ntext = "Sedan."\n'
    assert meeting_of(toml(tmp_path, START + notes)).pad("needs", "secretary") == "Först.\nSedan."


def test_a_goal_with_a_parent_is_a_subgoal(tmp_path: Path) -> None:
    goals = '[[goals]]\ntext = "Bo själv"\n[[goals]]\ntext = "Laga mat"\nparent = "g1"\n'
    meeting = meeting_of(toml(tmp_path, START + goals))
    assert [(one.parent, one.horizon) for one in meeting.goals] == [("", Horizon.LONG), ("g1", Horizon.SHORT)]


SITUATION = """
[person]
matters = "Att få måla"
[[participants]]
role = "den enskilde"
[[participants]]
role = "kurator"
[[situation]]
who = "p2"
works = "samtalen"
goals = "tre förmiddagar"
support = "möter i entrén"
[[situation]]
who = "p1"
works_not = "morgnarna"
[[ongoing]]
what = "Samtal varje vecka"
who = "p2"
works = "lugnt"
[[actions]]
what = "Gå en promenad"
who = "p1"
manages = "Ja"
"""


def test_the_situation_can_be_prepared(tmp_path: Path) -> None:
    meeting = meeting_of(toml(tmp_path, START + SITUATION))
    assert meeting.person.matters == "Att få måla"
    assert set(meeting.accounts) == {
        Account(id="p2", works="samtalen", goals="tre förmiddagar", support="möter i entrén"),
        Account(id="p1", works_not="morgnarna"),
    }
    assert meeting.ongoing == (Ongoing(id="o1", what="Samtal varje vecka", who="p2", works="lugnt"),)
    assert [one.manages for one in meeting.actions] == ["yes"]


@pytest.mark.parametrize("name", ["[b]Anna[/b]", "[/]", "Å|sa", "=cmd()", "Eva\nLind", "\x1b[31mBo", "", "a" * 10_000])
def test_hostile_names_are_data(tmp_path: Path, name: str) -> None:
    path = tmp_path / "meeting.json"
    path.write_text(
        json.dumps({"meeting": {"type": name or "SIP", "start": "2026-11-27"}, "participants": [{"name": name}]})
    )
    assert meeting_of(path).participants[0].name == name


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "meeting.toml"
    path.write_bytes(b"\xef\xbb\xbf" + START.replace("\n", "\r\n").encode())
    assert meeting_of(path).about.type == "SIP"


def test_json_is_known_by_how_it_begins(tmp_path: Path) -> None:
    path = tmp_path / "meeting.txt"
    path.write_text('\n {"meeting": {"type": "SIP", "start": "2026-11-27T13:00", "place": null}}')
    assert meeting_of(path).about.place == ""


# What is refused

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
    '[[participants]]\npresence = "närvarnde"\n': 'participants[1].presence = "närvarnde": did you mean närvarande?',
    '[[actions]]\nstatus = "xyz"\n': (
        'actions[1].status = "xyz": write one of proposed, new, ongoing, changed, ended, done'
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
    "[agenda]\nneeds = 3\nbehov = 4\n": "agenda.needs and agenda.behov are the same phase; keep one",
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
        ('{"meeting": {"type": "\\ud800", "start": "2026-11-27"}}', "half a character"),
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
    huge.write_bytes(b"#" * 5_000_001)
    assert "line 4: this is not UTF-8" in refusal(latin)
    assert "larger than 5 MB" in refusal(huge)
    assert "is a folder" in refusal(tmp_path)


def test_a_missing_file_is_wrong_use_and_a_wrong_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MeetingFileMissing) as missing:
        read_meeting_file(tmp_path / "no.toml")
    with pytest.raises(MeetingFileError) as broken:
        read_meeting_file(toml(tmp_path, "x"))
    assert (missing.value.code, broken.value.code) == (2, 1)


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    assert refusal(tmp_path / "meeting.toml").endswith("cannot be read: Permission denied")


# Any meeting comes back as it was

texts = st.text(st.characters(codec="utf-8"), max_size=20)
times = st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)).map(
    lambda at: at.replace(microsecond=at.microsecond // 1000 * 1000)
)


@st.composite
def meetings(draw: st.DrawFn) -> Meeting:
    people = [f"p{number}" for number in range(draw(st.integers(0, 4)))]
    mains = [f"g{number}" for number in range(draw(st.integers(0, 3)))]
    somebody, some_goal = st.sampled_from(["", *people]), st.sampled_from(["", *mains])
    pads = draw(st.sets(st.tuples(st.sampled_from(PHASES), st.sampled_from(list(Seat)))))
    phases = draw(st.sets(st.sampled_from(PHASES)))
    return Meeting(
        about=About(
            id="meeting",
            type=draw(texts.filter(str.strip)),
            title=draw(texts),
            start=draw(times),
            minutes=draw(st.integers(1, 1440)),
            questions=tuple(draw(st.lists(texts, max_size=3))),
            called_by=draw(somebody),
            follow_up=draw(texts),
        ),
        person=Person(id="person", called=draw(texts), matters=draw(texts), stamina_minutes=draw(st.integers(0, 1440))),
        participants=tuple(
            Participant(
                id=one,
                order=order,
                name=draw(texts),
                kind=draw(st.sampled_from(Kind)),
                role=draw(texts),
                organisation=draw(texts),
                email=draw(texts),
                key_person=draw(st.booleans()),
                presence=draw(st.sampled_from(Presence)),
                consent=draw(st.sampled_from(["", "written", "oral"]) | st.just("ring först")),
            )
            for order, one in enumerate(people)
        ),
        needs=tuple(Need(id=f"n{at + 1}", order=at, text=draw(texts)) for at in range(draw(st.integers(0, 3)))),
        phases=tuple(PhaseTime(id=one, minutes=draw(st.integers(0, 1440))) for one in sorted(phases)),
        notes=tuple(
            Pad(id=pad_row(phase, seat), phase=phase, seat=seat.value, text=draw(texts)) for phase, seat in sorted(pads)
        ),
        goals=tuple(
            Goal(id=one, order=order, text=draw(texts), horizon=draw(st.sampled_from(Horizon)), owner=draw(somebody))
            for order, one in enumerate(mains)
        ),
        actions=tuple(
            Action(
                id=f"a{at + 1}",
                order=at,
                what=draw(texts),
                who=draw(somebody),
                when=draw(texts),
                how_often=draw(texts),
                where=draw(texts),
                goal=draw(some_goal),
                status=draw(st.sampled_from(Status)),
                manages=draw(st.sampled_from(["yes", "no"])),
            )
            for at in range(draw(st.integers(0, 3)))
        ),
        accounts=tuple(
            Account(id=one, works=draw(texts), works_not=draw(texts), wishes=draw(texts), support=draw(texts))
            for one in people
        ),
        ongoing=tuple(
            Ongoing(id=f"o{at + 1}", order=at, what=draw(texts.filter(str.strip)), who=draw(somebody))
            for at in range(draw(st.integers(0, 2)))
        ),
        terms=tuple(
            Term(id=f"t{at + 1}", order=at, term=draw(texts), raised_by=draw(somebody), answer=draw(texts))
            for at in range(draw(st.integers(0, 3)))
        ),
    )


def as_file(meeting: Meeting) -> dict[str, Any]:
    """Write a meeting in the shape of design §6."""
    about, start = meeting.about, meeting.about.start
    assert start
    return {
        "meeting": {
            "type": about.type,
            "title": about.title,
            "start": stored_time(start),
            "minutes": about.minutes,
            "questions": list(about.questions),
            "called_by": about.called_by,
            "follow_up": about.follow_up,
        },
        "person": {
            "called": meeting.person.called,
            "matters": meeting.person.matters,
            "stamina_minutes": meeting.person.stamina_minutes,
            "needs": [one.text for one in meeting.needs],
        },
        "participants": _rows(meeting.participants, "id name kind role organisation email key_person presence consent"),
        "notes": _rows(meeting.notes, "phase seat text"),
        "goals": _rows(meeting.goals, "id horizon text owner"),
        "actions": _rows(meeting.actions, "what who when how_often where goal status manages"),
        "situation": [{"who": one.id, **_rows((one,), " ".join(SLOTS))[0]} for one in meeting.accounts],
        "ongoing": _rows(meeting.ongoing, "what who works works_not"),
        "terms": _rows(meeting.terms, "term raised_by answer"),
        "agenda": {one.id: one.minutes for one in meeting.phases},
    }


def _rows(rows: tuple[Any, ...], names: str) -> list[dict[str, Any]]:
    return [{name: _plain(getattr(row, name)) for name in names.split()} for row in rows]


def _plain(value: object) -> object:
    return str(value) if isinstance(value, str) else value


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(meeting=meetings(), ascii_only=st.booleans())
def test_any_meeting_written_as_json_reads_back_the_same(tmp_path: Path, meeting: Meeting, ascii_only: bool) -> None:
    path = tmp_path / "meeting.json"
    path.write_text(json.dumps(as_file(meeting), ensure_ascii=ascii_only), encoding="utf-8", newline="")
    assert meeting_of(path) == meeting


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
names = st.sampled_from(["meeting", "type", "start", "participants", "id", "name", "notes", "phase", "agenda", "needs"])
nearly = st.dictionaries(
    names, json_values | st.lists(st.dictionaries(names, json_values)) | st.dictionaries(names, json_values)
)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tables=nearly)
def test_whatever_is_in_the_file_it_is_read_or_refused_in_one_line(tmp_path: Path, tables: dict[str, Any]) -> None:
    path = tmp_path / "meeting.json"
    path.write_text(json.dumps(tables))
    assert outcome(path).count("\n") == 0


def outcome(path: Path) -> str:
    """Give what is said: how many edits came in, or why none did."""
    try:
        return f"{len(read_meeting_file(path))} edits"
    except MeetingFileError as error:
        return str(error)
