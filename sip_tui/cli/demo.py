"""Plays the demo meeting from beginning to end, with a real session and archive and a scripted clock.

What happens is in ``data/demo/script.toml``; here is only how each step of it is carried out.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sip_tui.meeting.content import delivery, plan, questions, situation, summary
from sip_tui.meeting.guidance import checklist, wrap_up
from sip_tui.meeting.log.change import Edit, EditContext
from sip_tui.meeting.log.projection import MeetingProjection
from sip_tui.meeting.model.enums import Answer, Consent, Presence, Seat
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.notes.pads import write_pad
from sip_tui.meeting.people import attendance, floor
from sip_tui.meeting.people.consent import set_consent, set_plan_consent
from sip_tui.meeting.time import agenda
from sip_tui.meeting.time.timeline import timing_at
from sip_tui.paths import data_path
from sip_tui.session.demo_meeting import prepare_demo
from sip_tui.session.session import MeetingSession
from sip_tui.store import Archive

ZONE = ZoneInfo("Europe/Stockholm")


class Step(NamedTuple):
    """One step of the script, in the meeting as it stands."""

    meeting: Meeting
    context: EditContext
    value: Any
    """What the script has after the step's name: a text, a list of participants or a table."""
    by: str
    """The participant who does it, where the script says so."""

    @property
    def phase(self) -> str:
        """The present phase."""
        return timing_at(self.meeting, self.context.at).phase


StepEdits = Callable[[Step], Iterable[Edit]]


def play_demo(root: Path) -> Meeting:
    """Play the demo meeting in an archive, close it, and return it as it was closed."""
    steps = tomllib.loads(data_path("demo", "script.toml").read_text(encoding="utf-8"))["steps"]
    clock = _ScriptedClock(_demo_start())
    folder = Archive(root).open(prepare_demo(root, clock))
    session = MeetingSession(folder, clock)
    for step in steps:
        clock.set_time(step["at"])
        play_step(session, step)
        session.flush()
    session.close()
    return MeetingProjection(folder.load()).meeting


class _ScriptedClock:
    def __init__(self, start: datetime) -> None:
        self._now = start - timedelta(days=1)
        self._day = start.date()

    def __call__(self) -> datetime:
        return self._now

    def set_time(self, time: Any) -> None:
        """Set the time of day."""
        self._now = datetime.combine(self._day, time, ZONE)


def _demo_start() -> datetime:
    start: datetime = tomllib.loads(data_path("demo", "meeting.toml").read_text(encoding="utf-8"))["meeting"]["start"]
    return start.replace(tzinfo=ZONE)


def play_step(session: MeetingSession, step: Mapping[str, Any]) -> None:
    """Carry out one step; raise KeyError for an unknown one."""
    name = next(key for key in step if key not in {"at", "by"})
    made = STEPS[name](Step(session.meeting, session.edit_context(), step[name], step.get("by", "")))
    session.write(tuple(made))


def _set_presence(presence: Presence) -> StepEdits:
    return lambda step: _for_each(step, lambda who: attendance.set_presence(step.meeting, who, presence, step.context))


def _answer_picture(same: Answer) -> StepEdits:
    return lambda step: _for_each(step, lambda who: summary.answer_picture(step.meeting, who, same))


def _for_each(step: Step, edits: Callable[[str], Iterable[Edit]]) -> Iterable[Edit]:
    return [edit for who in step.value for edit in edits(who)]


def _sign(step: Step, who: str) -> Iterable[Edit]:
    day = step.context.at.date().isoformat()
    return set_consent(step.meeting, who, Consent.WRITTEN, day)


def _agree(step: Step, who: str) -> Iterable[Edit]:
    return set_plan_consent(step.meeting, who, Consent.ORAL, step.context.at.date().isoformat())


def _append_note(step: Step) -> Iterable[Edit]:
    before = step.meeting.pad_text(step.phase, Seat.SECRETARY)
    return write_pad(step.meeting, step.phase, Seat.SECRETARY, f"{before}\n{step.value}".lstrip("\n"))


def _add_text(table: str) -> StepEdits:
    return lambda step: plan.add_row(table, step.meeting.rows(table), step.context, "text", {"text": step.value})


def _answer_question(step: Step) -> Iterable[Edit]:
    question = questions.all_questions(step.meeting)[step.value["number"] - 1]
    return questions.change_question(step.meeting, question.id, answer=step.value["answer"])


def _deliver(step: Step) -> Iterable[Edit]:
    fields = {name: value for name, value in step.value.items() if name != "who"}
    return [edit for who in step.value["who"] for edit in delivery.change_delivery(step.meeting, who, fields)]


STEPS: Mapping[str, StepEdits] = {
    "present": _set_presence(Presence.PRESENT),
    "remote": _set_presence(Presence.REMOTE),
    "excused": _set_presence(Presence.EXCUSED),
    "signed": lambda step: _for_each(step, lambda who: _sign(step, who)),
    "agrees": lambda step: _for_each(step, lambda who: _agree(step, who)),
    "open": lambda step: agenda.open_meeting(step.meeting, step.context),
    "phase": lambda step: agenda.enter_phase(step.meeting, step.value, step.context),
    "pause": lambda step: agenda.pause(step.context),
    "break": lambda step: agenda.start_break(step.context),
    "resume": lambda step: agenda.resume(step.context),
    "close": lambda step: agenda.close_meeting(step.context),
    "floor": lambda step: floor.give_floor(step.meeting, step.value, step.phase, step.context),
    "silence": lambda step: floor.end_turns(step.meeting, step.context),
    "note": _append_note,
    "term": lambda step: questions.raise_term(step.meeting, step.value, step.by, step.phase, step.context),
    "answer": lambda step: questions.answer_term(questions.unanswered_terms(step.meeting)[-1].id, step.value),
    "question": _answer_question,
    "person": lambda step: plan.change_row("person", step.meeting.person, **step.value),
    "matters": lambda step: plan.change_row("person", step.meeting.person, matters=step.value),
    "strengths": lambda step: plan.change_row("person", step.meeting.person, strengths=step.value),
    "account": lambda step: situation.write_account(step.meeting, step.value["who"], step.value),
    "ongoing": lambda step: situation.change_ongoing(step.meeting, **step.value),
    "quote": lambda step: plan.add_row("quotes", step.meeting.quotes, step.context, "text", step.value),
    "need": _add_text("needs"),
    "goal": lambda step: plan.add_goal(step.meeting, step.context, **step.value),
    "action": lambda step: plan.add_action(step.meeting, step.context, **step.value),
    "resolution": _add_text("resolutions"),
    "information": _add_text("information"),
    "disagreement": _add_text("disagreements"),
    "same": _answer_picture(Answer.YES),
    "differs": _answer_picture(Answer.NO),
    "tick": lambda step: checklist.tick_duty(step.value, step.context),
    "feedback": lambda step: wrap_up.give_feedback(step.meeting, step.value["who"], step.value),
    "deliver": _deliver,
    "settle": lambda step: wrap_up.change_interim_plan(step.meeting, step.value),
}
"""The name of a step in the script → its edits."""
