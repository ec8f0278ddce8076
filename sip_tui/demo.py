"""Majas SIP, played from beginning to end with the real verbs, the real store and a clock of its own.

What happens stands in ``data/demo/script.toml``; here is only how each deed of it is done.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sip_tui.meeting.content import plan, questions, situation, summary
from sip_tui.meeting.guidance import checklist, wrap_up
from sip_tui.meeting.log.change import Edit, EditContext
from sip_tui.meeting.log.projection import MeetingProjection
from sip_tui.meeting.model.enums import Answer, Presence, Seat
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.notes.pads import write_pad
from sip_tui.meeting.people import attendance, floor
from sip_tui.meeting.people.consent import cycle_consent
from sip_tui.meeting.time import agenda
from sip_tui.meeting.time.timeline import timing_at
from sip_tui.paths import data_path
from sip_tui.session.demo_meeting import prepare_demo
from sip_tui.session.session import MeetingSession
from sip_tui.store import Archive

ZONE = ZoneInfo("Europe/Stockholm")

Deed = Callable[[Meeting, Any, EditContext, Mapping[str, Any]], Iterable[Edit]]
"""Takes the meeting, what the script says, the moment and the whole step."""


def play_demo(root: Path) -> Meeting:
    """Lead the demo meeting through, save and close it in an archive, and give it as it was closed."""
    steps = tomllib.loads(data_path("demo", "script.toml").read_text(encoding="utf-8"))["steps"]
    hands = _ScriptedClock(_start_of_demo())
    folder = Archive(root).open(prepare_demo(root, hands))
    room = MeetingSession(folder, hands)
    for step in steps:
        hands.move(step["at"])
        _take(room, step)
        room.flush()
    room.close()
    return MeetingProjection(folder.load()).meeting


class _ScriptedClock:
    """The hands of the demo's clock: they stand where the script puts them."""

    def __init__(self, start: datetime) -> None:
        self.at = start - timedelta(days=1)
        self._day = start.date()

    def __call__(self) -> datetime:
        return self.at

    def move(self, time: Any) -> None:
        self.at = datetime.combine(self._day, time, ZONE)


def _start_of_demo() -> datetime:
    start: datetime = tomllib.loads(data_path("demo", "meeting.toml").read_text(encoding="utf-8"))["meeting"]["start"]
    return start.replace(tzinfo=ZONE)


def _take(room: MeetingSession, step: Mapping[str, Any]) -> None:
    """Do the one deed of a step; raise KeyError when the script names one that is not known."""
    name = next(one for one in step if one not in {"at", "by"})
    room.write(tuple(DEEDS[name](room.meeting, step[name], room.edit_context(), step)))


def _marked(presence: Presence) -> Deed:
    def deed(meeting: Meeting, people: Any, moment: EditContext, _step: Mapping[str, Any]) -> Iterable[Edit]:
        return [edit for who in people for edit in attendance.set_presence(meeting, who, presence, moment)]

    return deed


def _note(meeting: Meeting, text: Any, moment: EditContext, _step: Mapping[str, Any]) -> Iterable[Edit]:
    phase = timing_at(meeting, moment.at).phase
    before = meeting.pad_text(phase, Seat.SECRETARY)
    return write_pad(meeting, phase, Seat.SECRETARY, f"{before}\n{text}".lstrip("\n"))


def _floor(meeting: Meeting, who: Any, moment: EditContext, _step: Mapping[str, Any]) -> Iterable[Edit]:
    return floor.give_floor(meeting, who, timing_at(meeting, moment.at).phase, moment)


def _term(meeting: Meeting, term: Any, moment: EditContext, step: Mapping[str, Any]) -> Iterable[Edit]:
    return questions.raise_term(meeting, term, step["by"], timing_at(meeting, moment.at).phase, moment)


def _answer(meeting: Meeting, answer: Any, _moment: EditContext, _step: Mapping[str, Any]) -> Iterable[Edit]:
    return questions.answer_term(questions.unanswered_terms(meeting)[-1].id, answer)


def _account(meeting: Meeting, slots: Any, _moment: EditContext, _step: Mapping[str, Any]) -> Iterable[Edit]:
    return situation.write_account(meeting, slots["who"], slots)


def _answered(same: Answer) -> Deed:
    """What those named answer when they are asked whether they see it alike."""

    def deed(meeting: Meeting, people: Any, _moment: EditContext, _step: Mapping[str, Any]) -> Iterable[Edit]:
        return [edit for who in people for edit in summary.answer_picture(meeting, who, same)]

    return deed


def _quote(meeting: Meeting, fields: Any, moment: EditContext, _step: Mapping[str, Any]) -> Iterable[Edit]:
    return plan.add_row("quotes", meeting.quotes, moment, "text", fields)


def _signed(meeting: Meeting, people: Any, _moment: EditContext, _step: Mapping[str, Any]) -> Iterable[Edit]:
    return [edit for who in people for edit in cycle_consent(meeting, who)]


def _question(meeting: Meeting, answered: Any, _moment: EditContext, _step: Mapping[str, Any]) -> Iterable[Edit]:
    asked = questions.all_questions(meeting)[answered["number"] - 1]
    return questions.answer_question(meeting, asked.id, answered["answer"])


def _feedback(meeting: Meeting, said: Any, _moment: EditContext, _step: Mapping[str, Any]) -> Iterable[Edit]:
    return wrap_up.give_feedback(meeting, said["who"], said)


def _text(table: str) -> Deed:
    """A deed that adds a row with a text."""

    def deed(meeting: Meeting, text: Any, moment: EditContext, _step: Mapping[str, Any]) -> Iterable[Edit]:
        return plan.add_row(table, getattr(meeting, table), moment, "text", {"text": text})

    return deed


DEEDS: Mapping[str, Deed] = {
    "present": _marked(Presence.PRESENT),
    "remote": _marked(Presence.REMOTE),
    "excused": _marked(Presence.EXCUSED),
    "open": lambda meeting, _yes, moment, _step: agenda.open_meeting(meeting, moment),
    "phase": lambda meeting, phase, moment, _step: agenda.enter_phase(meeting, phase, moment),
    "floor": _floor,
    "silence": lambda meeting, _yes, moment, _step: floor.end_turns(meeting, moment),
    "note": _note,
    "term": _term,
    "answer": _answer,
    "pause": lambda _meeting, _yes, moment, _step: agenda.pause(moment),
    "break": lambda _meeting, _yes, moment, _step: agenda.start_break(moment),
    "resume": lambda _meeting, _yes, moment, _step: agenda.resume(moment),
    "matters": lambda meeting, text, _moment, _step: situation.set_matters(meeting, text),
    "account": _account,
    "ongoing": lambda meeting, fields, _moment, _step: situation.change_ongoing(meeting, **fields),
    "quote": _quote,
    "resolution": _text("resolutions"),
    "information": _text("information"),
    "same": _answered(Answer.YES),
    "differs": _answered(Answer.NO),
    "disagreement": _text("disagreements"),
    "need": lambda meeting, text, moment, _step: plan.add_need(meeting, text, moment),
    "goal": lambda meeting, fields, moment, _step: plan.add_goal(meeting, moment, **fields),
    "action": lambda meeting, fields, moment, _step: plan.add_action(meeting, moment, **fields),
    "tick": lambda _meeting, duty, moment, _step: checklist.tick_duty(duty, moment),
    "signed": _signed,
    "person": lambda meeting, fields, _moment, _step: plan.change_row("person", meeting.person, **fields),
    "strengths": lambda meeting, text, _moment, _step: situation.set_strengths(meeting, text),
    "question": _question,
    "feedback": _feedback,
    "settle": lambda meeting, fields, _moment, _step: wrap_up.change_interim_plan(meeting, fields),
    "close": lambda _meeting, _yes, moment, _step: agenda.close_meeting(moment),
}
"""What the script may say, and what the room then does."""
