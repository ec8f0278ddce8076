"""Every verb of ``sip-tui do`` in one table, with what follows it and what it does; the help is made of it."""

from __future__ import annotations

from collections.abc import Mapping

from sip_tui.cli.errors import UsageError
from sip_tui.cli.verbs.after import mark_received, set_channel, set_version, write_instead, write_reached, write_why
from sip_tui.cli.verbs.content import (
    add_action_line,
    add_main_goal,
    add_note,
    add_quote,
    add_subgoal,
    add_text,
    answer_question,
    explain_word,
    raise_hard_word,
    set_action_status,
    set_person,
)
from sip_tui.cli.verbs.deed import Verb
from sip_tui.cli.verbs.people import (
    add_people_lines,
    answer_consent,
    call_everybody,
    decide_on_absent,
    give_or_take_floor,
    mark_presence,
    remove_participant,
    set_invitation,
    set_office,
    set_wanted,
    take_reply,
    tick_or_add_task,
    tie_to_question,
    toggle_introduced,
    wait_for_floor,
)
from sip_tui.cli.verbs.proceedings import answer_round, go_to_phase, log, more_minutes, open_it, tick_one
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.model.enums import Answer, Presence, QueueKind
from sip_tui.meeting.model.preparation import InvitationState
from sip_tui.meeting.people import attendance
from sip_tui.meeting.time import agenda
from sip_tui.meeting_file.errors import closest_match

VERBS: Mapping[str, Verb] = {
    "add": Verb("LINE", N_("add someone: name, role, organisation, address"), add_people_lines),
    "remove": Verb("NAME", N_("take someone off the list"), remove_participant),
    "wanted": Verb("NAME", N_("the person would like to have them there"), set_wanted(Answer.YES)),
    "unwanted": Verb("NAME", N_("the person would rather not have them at the meeting"), set_wanted(Answer.NO)),
    "tie": Verb(
        "NAME NUMBER",
        N_("link someone to a question by its number; again to unlink"),
        tie_to_question,
    ),
    "call": Verb("[NAME]", N_("note that everyone, or one, has been asked to attend"), call_everybody),
    "invite": Verb("NAME", N_("note that someone has been invited"), set_invitation(InvitationState.INVITED)),
    "reply": Verb("NAME ANSWER", N_("received, coming, declined REASON or substitute NAME"), take_reply),
    "hold": Verb("REASON", N_("go ahead without a key person"), decide_on_absent(attendance.HOLD)),
    "rebook": Verb("REASON", N_("find a new time for a key person"), decide_on_absent(attendance.REBOOK)),
    "prepare": Verb("TASK", N_("tick a task of the preparation, or add one"), tick_or_add_task),
    "open": Verb("", N_("open the meeting"), open_it),
    "phase": Verb("next|back|PHASE", N_("go to a part of the meeting"), go_to_phase),
    "more": Verb("MINUTES", N_("give this part more minutes"), more_minutes),
    "break": Verb("", N_("begin a break"), log(agenda.start_break, N_("Break"), ends_turns=True)),
    "pause": Verb("", N_("stop the clock"), log(agenda.pause, N_("The clock has stopped"), ends_turns=True)),
    "resume": Verb("", N_("end the break or start the clock"), log(agenda.resume, N_("The clock is running"))),
    "close": Verb("", N_("close the meeting"), log(agenda.close_meeting, N_("Closed"), ends_turns=True)),
    "present": Verb("NAME", N_("is here"), mark_presence(Presence.PRESENT)),
    "link": Verb("NAME", N_("takes part online"), mark_presence(Presence.REMOTE)),
    "late": Verb("NAME", N_("is coming later"), mark_presence(Presence.LATE)),
    "excused": Verb("NAME", N_("has sent apologies"), mark_presence(Presence.EXCUSED)),
    "absent": Verb("NAME", N_("is not here and has not been in touch"), mark_presence(Presence.MISSING)),
    "left": Verb("NAME", N_("has gone home"), mark_presence(Presence.LEFT)),
    "introduced": Verb("NAME", N_("has introduced themselves, or not yet"), toggle_introduced),
    "consent": Verb(
        "NAME ANSWER",
        N_("yes-oral, yes-written, no, withdrawn or unasked; all yes-oral or all yes-written"),
        answer_consent,
    ),
    "chair": Verb("NAME", N_("who leads"), set_office("chair")),
    "co-chair": Verb("NAME", N_("who also leads"), set_office("co_chair")),
    "secretary": Verb("NAME", N_("who takes notes"), set_office("secretary")),
    "floor": Verb("NAME|done", N_("let someone speak, or end their turn"), give_or_take_floor),
    "queue": Verb("NAME", N_("someone wants to speak"), wait_for_floor(QueueKind.TURN)),
    "rejoinder": Verb("NAME", N_("someone wants to answer at once"), wait_for_floor(QueueKind.REPLY)),
    "note": Verb("PHASE TEXT", N_("a line in the secretary's notes"), add_note),
    "matters": Verb("TEXT", N_("what matters most to the person"), set_person("matters")),
    "strengths": Verb("TEXT", N_("what the person is good at"), set_person("strengths")),
    "need": Verb("TEXT", N_("what the person needs"), add_text("needs")),
    "goal": Verb("TEXT", N_("a goal"), add_main_goal),
    "subgoal": Verb("TEXT", N_("a part of the latest goal"), add_subgoal),
    "action": Verb("TEXT", N_("who does what and when, in one line"), add_action_line),
    "status": Verb("ACTION STATUS", N_("how an action is going"), set_action_status),
    "why": Verb("NUMBER TEXT", N_("why an action was changed, ended or not done"), write_why),
    "instead": Verb("NUMBER TEXT", N_("what is done instead of an action"), write_instead),
    "reached": Verb("NUMBER ANSWER [TEXT]", N_("a goal: yes, partly or no, and the person's words"), write_reached),
    "deliver": Verb("NAME WAY", N_("how someone gets the plan"), set_channel),
    "version": Verb("NAME DOCUMENT", N_("which document someone gets"), set_version),
    "received": Verb("NAME", N_("someone has got the plan"), mark_received),
    "decision": Verb("TEXT", N_("a decision that is not an action"), add_text("resolutions")),
    "inform": Verb("TEXT", N_("something good to know"), add_text("information")),
    "quote": Verb("TEXT", N_("someone's own words"), add_quote),
    "term": Verb("WORD", N_("a hard word"), raise_hard_word),
    "explain": Verb("WORD TEXT", N_("what a hard word means"), explain_word),
    "question": Verb("TEXT", N_("a question that is to be answered"), add_text("questions")),
    "answer": Verb("NUMBER TEXT", N_("the answer to a question"), answer_question),
    "idea": Verb("TEXT", N_("an idea"), add_text("ideas")),
    "park": Verb("TEXT", N_("something for another time"), add_text("parked")),
    "disagree": Verb("TEXT", N_("what you disagree on"), add_text("disagreements")),
    "picture": Verb("NAME [no]", N_("sees what was said the same way, or not"), answer_round),
    "tick": Verb("DUTY", N_("tick one of the chair's duties, or not"), tick_one),
}
"""Verb → what it does; the order is that of the help. ``undo`` stands beside it, since it needs the journals."""


def find_verb(word: str) -> Verb:
    """Return the verb; raise UsageError with the nearest one when there is none."""
    if word in VERBS:
        return VERBS[word]
    near = closest_match(word, VERBS)
    help_ = _("did you mean {word}?").format(word=near) if near else _("sip-tui do --help lists them")
    raise UsageError(_("There is no verb {word}; {help}").format(word=word, help=help_))
