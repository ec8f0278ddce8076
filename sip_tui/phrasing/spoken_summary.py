"""The summary that the chair reads aloud, in spoken sentences (requirements 34, 73-78, 108, 162).

People are called by their names: it is said in the room and is in no document.
"""

from __future__ import annotations

import re

from sip_tui.i18n.translation import N_, _, language
from sip_tui.meeting.content.plan import has_subgoals, is_main_goal, is_timed, is_to_be_asked
from sip_tui.meeting.content.summary import (
    RoundAnswer,
    SummaryGroup,
    SummaryLine,
    SummaryPart,
    SummaryTopic,
    is_picture_shared,
    is_round_complete,
    picture_round,
)
from sip_tui.meeting.model.enums import Answer, Kind
from sip_tui.meeting.model.meeting import Action, Goal, Meeting, Quote
from sip_tui.meeting.people.attendance import is_absent
from sip_tui.meeting.people.consent import is_barred, is_refused
from sip_tui.phrasing.consent_questions import who_instead
from sip_tui.phrasing.deadlines import deadline_words
from sip_tui.phrasing.own_words import in_own_words
from sip_tui.phrasing.plan_words import plan_words
from sip_tui.phrasing.wording import addressee, display_name, format_when, join_words
from sip_tui.swedish.grammar.clause import VerbForm, opening_form
from sip_tui.swedish.grammar.turned_verbs import in_infinitive, in_present
from sip_tui.swedish.style.du_form import address

HEADINGS = {
    SummaryTopic.MATTERS: N_("What matters most to {person}"),
    SummaryTopic.QUOTES: N_("In their own words"),
    SummaryTopic.NEEDS: N_("What {person} wants and needs"),
    SummaryTopic.SITUATION: N_("How each of you sees it"),
    SummaryTopic.INFORMATION: N_("Good to know"),
    SummaryTopic.IDEAS: N_("Ideas we have not decided on"),
    SummaryTopic.DISAGREEMENTS: N_("What we disagree on"),
    SummaryTopic.PARKED: N_("We will come back to this another time"),
    SummaryTopic.GOALS: N_("The goals"),
    SummaryTopic.RESOLUTIONS: N_("We also decided"),
    SummaryTopic.PROMISES: N_("Who does what, and when"),
    SummaryTopic.TOGETHER: N_("To be done together"),
    SummaryTopic.UNCLAIMED: N_("What nobody has taken on yet"),
    SummaryTopic.FOLLOW_UP: N_("Follow-up"),
    SummaryTopic.KEEPER: N_("The coordinator"),
}
LACKING = {
    SummaryTopic.GOALS: N_("No goal has been written yet."),
    SummaryTopic.PROMISES: N_("Nobody has taken anything on yet."),
    SummaryTopic.FOLLOW_UP: N_("No follow-up is booked. Which day shall we meet again?"),
    SummaryTopic.KEEPER: N_("Nobody coordinates the plan yet. {person}, who would you like?"),
}
LACKING_WITHOUT_PERSON = {SummaryTopic.KEEPER: N_("Nobody coordinates the plan yet.")}
"""As ``LACKING``, where the person is not there to be asked."""
ACCOUNT = {
    "works": N_("{who}: this works – {text}"),
    "works_not": N_("{who}: this does not work – {text}"),
    "experience": N_("{who} tells us: {text}"),
    "needs": N_("{who} thinks this is needed: {text}"),
    "wishes": N_("{who} would like: {text}"),
}
HEADINGS_TO_PERSON = {
    SummaryTopic.MATTERS: N_("What matters most to you, {person}"),
    SummaryTopic.NEEDS: N_("What you want and need, {person}"),
}
ACCOUNT_OF_PERSON = {
    "works": N_("{who}, you say that this works: {text}"),
    "works_not": N_("{who}, you say that this does not work: {text}"),
    "experience": N_("{who}, you say: {text}"),
    "needs": N_("{who}, you say that you need this: {text}"),
    "wishes": N_("{who}, you would like this: {text}"),
}
"""As ``HEADINGS`` and ``ACCOUNT``, to the person who is there and listens."""
PROMISE = {
    VerbForm.PRESENT: N_("{who} {what}"),
    VerbForm.INFINITIVE: N_("{who} will {what}"),
    None: N_("{who}: {what}"),
}
ASKED = {
    VerbForm.INFINITIVE: N_("{who} will be asked to {what}"),
    None: N_("{who} will be asked: {what}"),
}
"""As ``PROMISE``, of one who is not here and has agreed to nothing yet."""
ANSWERS = {"yes": N_("sees it the same way"), "no": N_("sees it another way"), "": N_("has not answered")}
"""Answer in the round → its words."""
_NO_COMMA = re.compile(r"(?:senast|före|innan|varje|by|before|every) ")
"""Beginnings of a time that take no comma before them."""
_WEEK = re.compile(r", (?:v\.|week) \d+$")
_END = (".", "!", "?", "…", "”", '"')


def part_title(part: SummaryPart) -> str:
    """Return the heading of a part."""
    return _("What we have decided") if part.decided else _("What we have talked about")


def group_heading(meeting: Meeting, group: SummaryGroup) -> str:
    """Return the heading of a group; groups with the same topic share it."""
    heading = (HEADINGS_TO_PERSON if _is_here(meeting) else {}).get(group.topic, HEADINGS[group.topic])
    return plan_words(meeting, heading).format(person=_person(meeting))


def group_sentences(meeting: Meeting, group: SummaryGroup) -> list[str]:
    """Return the group as sentences; what a plan must have and lacks is asked for."""
    lines = [_sentence(meeting, group, line) for line in group.lines]
    if group.topic is SummaryTopic.PROMISES and _is_barred(meeting, group.who):
        named, person = _named(meeting, group.who), _person(meeting)
        lines.append(who_instead(meeting, to_person=_is_here(meeting)).format(name=named, person=person))
    elif group.topic is SummaryTopic.PROMISES and is_absent(meeting, group.who):
        lines.append(_("{who} is not here. Who will tell {who}?").format(who=_named(meeting, group.who)))
    return lines or [_lacking(meeting, group.topic)]


def _lacking(meeting: Meeting, topic: SummaryTopic) -> str:
    """Ask for what a plan must have; the person, when away, is not asked."""
    person = meeting.person_participant
    is_away = person is not None and is_absent(meeting, person.id)
    sentence = LACKING_WITHOUT_PERSON.get(topic) if is_away else None
    return plan_words(meeting, sentence or LACKING[topic]).format(person=_person(meeting))


def round_question(meeting: Meeting, at: str) -> str:
    """Return the chair's question in the round, and how many have answered.

    Args:
        meeting: The meeting.
        at: Id of the participant to ask by name; may be empty.
    """
    those = picture_round(meeting)
    if is_round_complete(meeting):
        return _round_result(meeting, those)
    name = next((display_name(meeting, answer.participant) for answer in those if answer.participant.id == at), "")
    ask = _("Do you see it the same way, {name}?").format(name=name) if name else _("Do we see it the same way?")
    count = sum(bool(answer.same) for answer in those)
    return f"{ask} " + _("{count} of {all} have answered.").format(count=count, all=len(those)) if those else ask


def _round_result(meeting: Meeting, those: tuple[RoundAnswer, ...]) -> str:
    if is_picture_shared(meeting):
        return _("Everyone sees it the same way.")
    names = join_words([display_name(meeting, answer.participant) for answer in those if answer.same == Answer.NO])
    return _("Everyone has answered. Another view: {names}.").format(names=names)


def _sentence(meeting: Meeting, group: SummaryGroup, line: SummaryLine) -> str:
    match line.row:
        case Action() if group.topic is SummaryTopic.PROMISES:
            return _promise(meeting, line.row)
        case Action() if group.topic in {SummaryTopic.TOGETHER, SummaryTopic.UNCLAIMED}:
            asked = _("Who does it?") if group.topic is SummaryTopic.UNCLAIMED else ""
            return " ".join((_ended(_joined(_to_person(meeting, line.text), _facts(line.row))), asked)).strip()
        case Goal():
            return _goal(meeting, line.row)
        case Quote():
            who, said = _named(meeting, line.row.who), _("“{text}”").format(text=line.text)
            return f"{who}: {said}" if who else said
    if group.topic is SummaryTopic.SITUATION:
        sentence = (ACCOUNT_OF_PERSON if _is_addressed(meeting, group.who) else ACCOUNT)[line.field]
        text = in_own_words(_to_person(meeting, line.text))
        said = _(sentence).format(who=_named(meeting, group.who), text=text)
        return f"{said}." if text.endswith("”") and not text.removesuffix("”").endswith(_END) else _ended(said)
    if group.topic is SummaryTopic.FOLLOW_UP:
        return _follow_up(meeting, line)
    if group.topic is SummaryTopic.KEEPER:
        return _keeper(meeting)
    return in_own_words(_ended(_to_person(meeting, line.text)))


def _follow_up(meeting: Meeting, line: SummaryLine) -> str:
    """Format the follow-up or the evaluation of the goals (requirement 78)."""
    if line.field == "unbooked":
        return _ended(_("No follow-up is booked: {reason}").format(reason=line.text))
    if line.field == "evaluation":
        return _("We will check whether the goals have been reached: {when}.").format(
            when=format_when(line.text).rstrip(".")
        )
    between = meeting.between
    day = ", ".join(part for part in (format_when(line.text), between.place.strip()) if part)
    sentence = _("Our next meeting: {when}.").format(when=day)
    both = _("Then we will also check whether the goals have been reached.")
    return sentence if between.evaluation.strip() else f"{sentence} {both}"


def _keeper(meeting: Meeting) -> str:
    """Format the coordinator and the responsible authority (requirement 79)."""
    authority = meeting.between.authority.strip().rstrip(".")
    sentence = plan_words(meeting, N_("{name} coordinates the plan.")).format(
        name=_named(meeting, meeting.between.coordinator)
    )
    responsible = plan_words(meeting, N_("Overall responsibility for the plan lies with {text}."))
    return f"{sentence} {responsible.format(text=authority)}" if authority else sentence


def _goal(meeting: Meeting, goal: Goal) -> str:
    main = _("Main goal") if has_subgoals(meeting, goal) else _("Goal")
    label = main if is_main_goal(meeting, goal) else _("Subgoal")
    by = deadline_words(format_when(goal.by))
    text = in_own_words(_to_person(meeting, goal.text.strip()))
    return _ended(f"{label}: {text.rstrip('.') if by else text}{by}")


def _promise(meeting: Meeting, action: Action) -> str:
    """Format who does what and when, as one sentence where possible; ask for a missing time (requirement 36)."""
    what = _to_person(meeting, action.what.strip(), acts=_is_person(meeting, action.who))
    if _is_barred(meeting, action.who):
        return _ended(_joined(what, _facts(action)))
    form = None
    if language() == "sv":
        # Who is here does it, and nobody is told to; who is absent has not taken it on yet: "Petra ska boka".
        what = in_infinitive(what) if is_absent(meeting, action.who) else in_present(what)
        form = opening_form(what)
    if is_to_be_asked(meeting, action):
        form = form if form in ASKED else None
        said = ASKED[form]
    else:
        said = PROMISE[form]
    sentence = _(said).format(who=_doer(meeting, action.who), what=_decapitalised(what) if form else what)
    asked = "" if is_timed(action) else " " + _("When?")
    return _ended(_joined(sentence, _facts(action))) + asked


def _facts(action: Action) -> list[str]:
    """Return when, how often and where; without the week number after a day."""
    facts = (_WEEK.sub("", format_when(action.when.strip())), action.how_often.strip(), action.where.strip())
    return [fact for fact in facts if fact]


def _joined(sentence: str, facts: list[str]) -> str:
    """Append the facts, with a comma except before "senast fredag" and the like."""
    for fact in facts:
        sentence = sentence.rstrip(" .") + (" " if _NO_COMMA.match(fact) else ", ") + fact
    return sentence


def _doer(meeting: Meeting, who: str) -> str:
    """Return who does it; the person, when present, is addressed."""
    name = _named(meeting, who)
    return _("{name}, this is yours").format(name=name) if _is_addressed(meeting, who) else name


def _is_addressed(meeting: Meeting, who: str) -> bool:
    """Whether somebody is the person, who is there."""
    participant = meeting.participant(who)
    return participant is not None and participant.kind is Kind.PERSON and not is_absent(meeting, who)


def _is_here(meeting: Meeting) -> bool:
    """Whether the person is here and listens."""
    person = meeting.person_participant
    return person is not None and not is_absent(meeting, person.id)


def _is_barred(meeting: Meeting, who: str) -> bool:
    """Whether nobody asks somebody for what was meant for them: the person has said no."""
    is_new = any(action.who == who and is_barred(meeting, action) for action in meeting.actions)
    return is_new or (is_absent(meeting, who) and is_refused(meeting.participant(who)))


def _is_person(meeting: Meeting, who: str) -> bool:
    participant = meeting.participant(who)
    return participant is not None and participant.kind is Kind.PERSON


def _to_person(meeting: Meeting, text: str, *, acts: bool = False) -> str:
    """Turn a text to the person, who hears it read; unchanged when the person is not here."""
    person = meeting.person_participant
    if language() != "sv" or person is None or is_absent(meeting, person.id):
        return text
    return address(text, addressee(meeting), acts=acts).text


def _named(meeting: Meeting, who: str) -> str:
    participant = meeting.participant(who)
    return display_name(meeting, participant) if participant else ""


def _person(meeting: Meeting) -> str:
    person = meeting.person_participant
    return display_name(meeting, person) if person else meeting.person.called or _("the person")


def _decapitalised(text: str) -> str:
    return text[:1].lower() + text[1:]


def _ended(text: str) -> str:
    """End a sentence with a full stop, unless it has an end."""
    return text if text.endswith(_END) else f"{text}."
