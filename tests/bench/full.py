"""A meeting as full as it gets, against one that has hardly begun: does a key take longer to show in it?

Full is 14 participants, 60 actions, 30 terms and 200 turns. Bare has the least in which the same keys can do something:
two participants and two actions, no term and no turn. A bare board is mostly blank, and blank lines are cheap to paint;
so the board is also held against one that is just long enough to fill the screen.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from sip_tui.meeting.people.floor import end_turns, give_floor
from sip_tui.meeting.time import agenda
from sip_tui.meeting_file import initial_changes, read_meeting_file
from sip_tui.session.session import MeetingSession, utc_now
from sip_tui.store import Archive, new_writer
from tests.bench.programs import SIP_TUI, Program
from tests.bench.rounds import FIRST_KEYS, KEYS, QUIT, SITTINGS, in_turns, press
from tests.bench.terminal import Burst, Terminal

ID = "bench"
AGO = timedelta(minutes=42)
"""How long the meeting has gone on: long for a talk, and too short for a break to be asked for."""
TURN = timedelta(seconds=12)
F2, F5, DOWN = "\x1bOQ", "\x1b[15~", "\x1b[B"
STATUSES = ("new", "ongoing", "proposed")


@dataclass(frozen=True, slots=True)
class Amount:
    """How much there is in a meeting."""

    participants: int
    actions: int
    terms: int
    turns: int


@dataclass(frozen=True, slots=True)
class Place:
    """A screen, how to come there, and the keys that are pressed there in turns."""

    key: str
    shown: str
    """A regex."""
    keys: tuple[str, ...]


FULL, BARE, SCREENFUL = Amount(14, 60, 30, 200), Amount(2, 2, 0, 0), Amount(2, 20, 0, 0)
BOARD, TIME = Place(F5, r"\[F5 ", (DOWN,)), Place(F2, r"\[F2 ", ("1", "2"))


def milliseconds(place: Place, *amounts: Amount) -> list[float]:
    """Give the median time from a key to the last of what it paints, in a meeting of each size."""
    programs = [_program(str(amount), amount) for amount in amounts]
    found = in_turns(programs, SITTINGS, partial(_sit, place))
    return [median(key.took for key in found[item.name]) * 1000 for item in programs]


def prepare(amount: Amount, home: Path) -> None:
    """Make a meeting of this size in an archive, opened a while ago and in its longest phase."""
    file, clock = home / "meeting.json", _Clock(utc_now() - AGO)
    file.write_text(json.dumps(meeting_file(amount)), encoding="utf-8")
    archive = Archive(home / "archive")
    archive.create(ID, initial_changes(read_meeting_file(file), clock(), new_writer())).leave()
    room = MeetingSession(archive.open(ID), clock)
    room.write(agenda.enter_phase(room.meeting, "needs", room.edit_context()))
    for number in range(amount.turns):
        clock.at += TURN
        room.write(give_floor(room.meeting, f"p{number % amount.participants}", "needs", room.edit_context()))
    room.write(end_turns(room.meeting, room.edit_context()))
    room.checkpoint()
    room.folder.leave()


def meeting_file(amount: Amount) -> Mapping[str, object]:
    """The meeting as it was prepared, as a meeting file holds it."""
    return {
        "meeting": {"type": "SIP", "start": "2026-11-27T13:00:00+01:00", "minutes": 120},
        "person": {"called": "Elin"},
        "participants": [_participant(number) for number in range(amount.participants)],
        "goals": [{"id": f"g{number}", "text": f"Mål {number}: en vardag som håller"} for number in range(2)],
        "actions": [_action(number, amount.participants) for number in range(amount.actions)],
        "terms": [_term(number, amount.participants) for number in range(amount.terms)],
        "agenda": {"needs": 90},
    }


def _participant(number: int) -> Mapping[str, str]:
    kind = ("person", "guardian")[number] if number < 2 else "actor"
    more = {"role": f"handläggare {number}", "organisation": "Kommunen"} if kind == "actor" else {}
    return {"id": f"p{number}", "name": f"Deltagare Nummer{number}", "kind": kind, "presence": "present", **more}


def _action(number: int, people: int) -> Mapping[str, str]:
    return {
        "what": f"Ringa skolan om stödet, ärende {number}",
        "who": f"p{number % people}",
        "when": "fredag 18 december",
        "goal": f"g{number % 2}",
        "status": STATUSES[number % len(STATUSES)],
    }


def _term(number: int, people: int) -> Mapping[str, str]:
    return {"term": f"ord {number}", "raised_by": f"p{number % people}", "answer": "vad det ordet betyder här"}


def _program(name: str, amount: Amount) -> Program:
    arguments = (SIP_TUI, "--lang", "sv", "--data", "archive", "chair", ID)
    return Program(name, arguments, r"\[F2 Tid\].*Behov", partial(prepare, amount))


def _sit(place: Place, program: Program) -> list[Burst]:
    with TemporaryDirectory() as name:
        program.prepare(Path(name))
        with Terminal(program.arguments, Path(name)) as terminal:
            terminal.until_shown(program.ready)
            terminal.press(place.key)
            terminal.until_shown(place.shown)
            terminal.rest(0.5)
            keys = [press(terminal, place.keys[number % len(place.keys)]) for number in range(FIRST_KEYS + KEYS)]
            terminal.leave(QUIT)
        return keys[FIRST_KEYS:]


@dataclass(slots=True)
class _Clock:
    """A clock that stands where it is put."""

    at: datetime

    def __call__(self) -> datetime:
        return self.at
