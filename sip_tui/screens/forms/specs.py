"""The forms of the rows of a meeting, as one table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.plan import horizon_of
from sip_tui.meeting.content.questions import all_questions, change_question, merge_term
from sip_tui.meeting.content.situation import write_account
from sip_tui.meeting.log.change import Edit, Value
from sip_tui.meeting.model.enums import Answer, Kind, Presence
from sip_tui.meeting.model.meeting import Meeting, Row
from sip_tui.meeting.people.consent import change_consent_detail
from sip_tui.meeting.people.invitations import change_invitation, question_numbers
from sip_tui.phrasing.wording import KINDS
from sip_tui.screens.forms import interpretation
from sip_tui.screens.forms.row_forms import FieldSpec, FormSpec, Options, people_options
from sip_tui.swedish.dates.parser import TimeKind, read_when, stored_text

STRENGTHS = N_("What are you good at, and who can you trust?")
_NOBODY = N_("nobody chosen")
_COMES = FieldSpec("comes", N_("Arrives at"), N_("for instance 13.30; empty: from the beginning"))
_LEAVES = FieldSpec("leaves", N_("Has to leave at"), N_("for instance 13.40; empty: stays all the time"))
_PARTS = FieldSpec("parts", N_("Takes part in"), N_("for instance needs, closing; empty: all of it"))
_DIFFERENCE = N_("for instance: the school and BUP disagree about the pace")
_ANSWER = FieldSpec("answer", N_("The answer, in plain words"))


def _goals(meeting: Meeting, _row: str) -> Options:
    return [(goal.id, goal.text) for goal in meeting.goals]


def _main_goals(meeting: Meeting, row: str) -> Options:
    """The goals that a goal can be a part of."""
    return [(goal.id, goal.text) for goal in meeting.goals if not goal.parent and goal.id != row]


def _needs(meeting: Meeting, _row: str) -> Options:
    return [(need.id, need.text) for need in meeting.needs]


def _implied_of_goal(cells: Mapping[str, Value]) -> Mapping[str, Value]:
    """A goal that is part of another is a subgoal, and one that no longer is becomes a main goal."""
    return {"horizon": horizon_of(str(cells["parent"])).value} if "parent" in cells else {}


def _kinds(meeting: Meeting, row: str) -> Options:
    """In what capacity somebody can come; for an authority nothing is chosen, and there is one person only."""
    person = meeting.person_participant
    taken = {Kind.ACTOR} if person is None or person.id == row else {Kind.ACTOR, Kind.PERSON}
    return [(kind, _(words)) for kind, words in KINDS.items() if kind not in taken]


def _numbers_of(meeting: Meeting, row: Row) -> str:
    return ", ".join(map(str, question_numbers(meeting, row.id)))


def _yes_no(_meeting: Meeting, _row: str) -> Options:
    return [(Answer.YES, _("yes")), (Answer.NO, _("no"))]


def _consent_edits(meeting: Meeting, row: str, changed: Mapping[str, str]) -> tuple[Edit, ...]:
    """Write the details; a day until which it holds is kept as a day, read from that of the meeting on."""
    values: dict[str, Value] = dict(changed)
    if "until" in values and meeting.about.start:
        read = read_when(changed["until"], meeting.about.start.date())
        values["until"] = changed["until"] if read.kind is TimeKind.ASK else stored_text(read)
    return change_consent_detail(meeting, row, **values)


def _invitation_edits(meeting: Meeting, row: str, changed: Mapping[str, str]) -> tuple[Edit, ...]:
    """Write the invitation; its questions are written by their numbers."""
    values: dict[str, Value] = dict(changed)
    if "questions" in values:
        numbers = interpretation.numbers_in(changed["questions"])
        values["questions"] = [
            question.id for number, question in enumerate(all_questions(meeting), 1) if number in numbers
        ]
    return change_invitation(meeting, row, **values)


def _key_person(_meeting: Meeting, _row: str) -> Options:
    return [(Answer.YES, _("yes, a key person"))]


def _main_question(_meeting: Meeting, _row: str) -> Options:
    return [(Answer.YES, _("yes, the main question"))]


_MAIN = FieldSpec("main", N_("Main question"), N_("no"), _main_question, flag=True)


def _question_edits(meeting: Meeting, row: str, changed: Mapping[str, str]) -> tuple[Edit, ...]:
    """Change a question, which may be one of the invitation that has no row yet."""
    cells: dict[str, Value] = {name: bool(text) if name == _MAIN.name else text for name, text in changed.items()}
    return change_question(meeting, row, **cells)


def _form(title: str, table: str, *fields: FieldSpec, **options: Any) -> FormSpec:
    return FormSpec(title, table, fields, **options)


FORM_SPECS: Mapping[str, FormSpec] = {
    "participant": _form(
        N_("Participant"),
        "participants",
        FieldSpec("name", N_("Name")),
        FieldSpec("role", N_("Role"), N_("for instance school nurse")),
        FieldSpec("organisation", N_("Organisation")),
        FieldSpec("contact", N_("Contact with the family"), N_("for instance once a week")),
        FieldSpec("phone", N_("Telephone")),
        FieldSpec("email", N_("E-mail address")),
        _COMES,
        _LEAVES,
        _PARTS,
        FieldSpec("substitute_for", N_("Is coming instead of"), N_("nobody"), people_options),
        FieldSpec("kind", N_("Attending as"), KINDS[Kind.ACTOR], _kinds, empty=Kind.ACTOR),
        FieldSpec("key_person", N_("Needed at the meeting"), N_("no"), _key_person, flag=True),
        feedback=interpretation.leaves_feedback,
        new=N_("New participant"),
        initial=lambda _screen: {"presence": Presence.PRESENT},
    ),
    "person": _form(
        N_("The person"),
        "participants",
        FieldSpec("called", N_("Likes to be called"), table="person"),
        FieldSpec(
            "kept_out",
            N_("Not to be brought up or passed on"),
            N_("what the person does not want you to talk about or pass on"),
            table="person",
        ),
        FieldSpec("consent_until", N_("The consent is valid until"), N_("for instance {day}"), table="person"),
        FieldSpec("name", N_("Name")),
        FieldSpec("role", N_("Role")),
        FieldSpec("phone", N_("Telephone")),
        _LEAVES,
        feedback=interpretation.leaves_feedback,
    ),
    "consent": _form(
        N_("The consent in detail"),
        "consents",
        FieldSpec("on", N_("Date of the answer"), N_("the day, for instance today")),
        FieldSpec("given_by", N_("Who answered"), N_("the person; of a child: a parent or guardian"), people_options),
        FieldSpec("received_by", N_("Who received the consent"), _NOBODY, people_options),
        FieldSpec("covers", N_("What it covers"), N_("for instance the school and the home")),
        FieldSpec("leaves_out", N_("What it does not cover")),
        FieldSpec("until", N_("Valid until"), N_("for instance {day}")),
        FieldSpec("view", N_("What the child says"), N_("in the child's own words")),
        feedback=lambda _meeting, values, today: interpretation.when_feedback(values["until"], today),
        edits=_consent_edits,
    ),
    "invitation": _form(
        N_("The invitation in detail"),
        "invitations",
        FieldSpec("why", N_("Why they are needed"), N_("or what they can contribute")),
        FieldSpec("questions", N_("For which questions"), N_("their numbers, for instance 1, 3"), shown=_numbers_of),
        FieldSpec("wanted", N_("The person would like them there"), N_("not asked"), _yes_no),
        FieldSpec("reason", N_("Why they cannot come")),
        feedback=interpretation.questions_feedback,
        edits=_invitation_edits,
    ),
    "term": _form(
        N_("A hard word"),
        "terms",
        FieldSpec("term", N_("The hard word")),
        FieldSpec("raised_by", N_("Who said it"), _NOBODY, people_options),
        FieldSpec("answer", N_("What it means, in the words of whoever said it")),
        feedback=interpretation.term_feedback,
        finish=merge_term,
        initial=lambda screen: {"phase": screen.timing.phase},
    ),
    "action": _form(
        N_("Action"),
        "actions",
        FieldSpec("what", N_("What should be done")),
        FieldSpec("who", N_("Who does it"), _NOBODY, people_options, words_to="what"),
        FieldSpec("when", N_("When"), N_("for instance {day}")),
        FieldSpec("how_often", N_("How often"), N_("for instance every other week")),
        FieldSpec("where", N_("Where")),
        FieldSpec("goal", N_("For which goal"), N_("no goal"), _goals),
        feedback=interpretation.action_feedback,
        days=("when",),
        new=N_("New action"),
    ),
    "need": _form(N_("Need"), "needs", FieldSpec("text", N_("What the person needs")), new=N_("New need")),
    "goal": _form(
        N_("Goal"),
        "goals",
        FieldSpec("text", N_("The goal, in the person's words")),
        FieldSpec("parent", N_("Part of the goal"), N_("a main goal"), _main_goals),
        FieldSpec("owner", N_("Whose goal is it"), _NOBODY, people_options),
        FieldSpec("need", N_("Which need it meets"), N_("no need chosen"), _needs),
        FieldSpec("by", N_("By when"), N_("for instance {day}")),
        FieldSpec("sign", N_("How you will know"), N_("something that everyone can see or hear")),
        FieldSpec("resources", N_("Helps you along the way"), N_("something you are good at, someone you trust")),
        feedback=interpretation.goal_feedback,
        days=("by",),
        new=N_("New goal"),
        implied=_implied_of_goal,
    ),
    "question": _form(N_("A question"), "questions", FieldSpec("text", N_("The question")), _ANSWER, _MAIN),
    "answered question": _form(
        N_("A question"), "questions", _ANSWER, FieldSpec("text", N_("The question")), _MAIN, edits=_question_edits
    ),
    "answer": _form(N_("A question"), "questions", _ANSWER, edits=_question_edits),
    "idea": _form(
        N_("Idea"),
        "ideas",
        FieldSpec("text", N_("The idea")),
        FieldSpec("pros", N_("In favour")),
        FieldSpec("cons", N_("Points against it")),
        new=N_("New idea"),
    ),
    "parked item": _form(
        N_("A question for another time"),
        "parked",
        FieldSpec("text", N_("What is kept for another time")),
        FieldSpec("said_by", N_("Who said it"), _NOBODY, people_options),
    ),
    "disagreement": _form(
        N_("What we disagree on"), "disagreements", FieldSpec("text", N_("What you disagree on"), _DIFFERENCE)
    ),
    "difference": _form(
        N_("{name}, how do you see it?"),
        "disagreements",
        FieldSpec("text", N_("We disagree on this"), _DIFFERENCE),
    ),
    "matters": _form(
        N_("What matters most to you?"),
        "person",
        FieldSpec("matters", N_("In the person's own words")),
        feedback=interpretation.long_text_feedback,
    ),
    "strengths": _form(
        STRENGTHS,
        "person",
        FieldSpec("strengths", N_("In the person's own words")),
        feedback=interpretation.long_text_feedback,
    ),
    "account": _form(
        "",  # the name of the participant
        "accounts",
        FieldSpec("works", N_("What works"), N_("begin with what is good")),
        FieldSpec("works_not", N_("What does not work")),
        FieldSpec("experience", N_("How it is for me"), N_("in their own words")),
        FieldSpec("needs", N_("Needs")),
        FieldSpec("wishes", N_("Wishes")),
        FieldSpec("expectations", N_("What they hope this will lead to")),
        FieldSpec("goals", N_("Important goals"), N_("the goals that this service finds important")),
        FieldSpec("support", N_("Can give support"), N_("what, how much and how often")),
        feedback=interpretation.account_feedback,
        edits=write_account,
        one_by_one=True,
    ),
    "ongoing help": _form(
        N_("Current help"),
        "ongoing",
        FieldSpec("what", N_("What help")),
        FieldSpec("who", N_("Who gives it"), _NOBODY, people_options),
        FieldSpec("works", N_("What works")),
        FieldSpec("works_not", N_("What does not work")),
        feedback=interpretation.long_text_feedback,
    ),
}
"""Form → its title, its fields and how it is written; the order of the fields is that of the form."""
