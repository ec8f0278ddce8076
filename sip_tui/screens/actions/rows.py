"""The lines of the action board, by goal or by participant, and the sentences below it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from rich.cells import cell_len
from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _, ngettext
from sip_tui.meeting.content.outcomes import replacement, review_progress
from sip_tui.meeting.content.plan import (
    TIME_GAPS,
    ActionGap,
    action_gaps,
    actions_by_participant,
    actions_for_goal,
    actions_with_gaps,
    asked_count,
    is_family_idle,
    is_finished,
    is_main_goal,
    is_promised,
    is_strength_unasked,
    is_to_be_asked,
    joint_actions,
    promised_actions,
)
from sip_tui.meeting.guidance.phase_guard import confirmed_goals
from sip_tui.meeting.model.enums import RowId, Status
from sip_tui.meeting.model.meeting import Action, Goal, Meeting, Participant
from sip_tui.meeting.people.attendance import is_absent
from sip_tui.phrasing.deadlines import deadline_words
from sip_tui.phrasing.plan_words import plan_words
from sip_tui.phrasing.wording import (
    REACHED,
    STATUSES,
    format_when,
    gap_words,
    name_or_role,
    name_with_role,
    person_name,
    presence_word,
)
from sip_tui.screens.actions.table import INDENT, NARROW, table_row
from sip_tui.screens.row_list_screen import ListRow
from sip_tui.swedish.dates.recurring import is_weekly
from sip_tui.widgets.row_list import HEADING
from sip_tui.widgets.safe_text import plain


def rows_by_goal(meeting: Meeting, width: int = NARROW) -> Iterator[ListRow]:
    """List the needs, the goals with their actions, and last what serves no goal."""
    if meeting.needs:
        title = _("What {who} needs").format(who=plain(person_name(meeting)))
        yield RowId("#needs"), Content.styled(title, HEADING)
    for need in meeting.needs:
        yield RowId("needs", need.id), Content(f"   {plain(need.text)}")
    for goal in meeting.goals:
        yield RowId("goals", goal.id), _goal_line(meeting, goal, width)
        yield from _under_goal(meeting, actions_for_goal(meeting, goal.id), width)
    orphans = actions_for_goal(meeting, "")
    if orphans:
        yield RowId("#none"), Content.styled(_("Other"), HEADING)
        yield from _under_goal(meeting, orphans, width)


def rows_by_participant(meeting: Meeting, width: int = NARROW) -> Iterator[ListRow]:
    """List everybody with what they do, actors who do nothing yet, what several do, and last what nobody does."""
    groups = [
        (participant.id if participant else "", _who_line(meeting, participant, actions), actions)
        for participant, actions in actions_by_participant(meeting)
    ]
    if together := joint_actions(meeting):
        line = ("#together", Content.styled(_("To be done together"), "bold"), together)
        groups.insert(len(groups) - any(not who for who, *_rest in groups), line)
    for who, heading, actions in groups:
        yield RowId("#who", who), heading
        for action in actions:
            goal = meeting.goal(action.goal)
            aim = _("for: {goal}").format(goal=goal.text) if goal else ""
            # What nobody does is said by the heading that it stands under.
            yield RowId("actions", action.id), _action_line(meeting, action, ("", aim), {ActionGap.NO_OWNER}, width)


def board_summary(meeting: Meeting) -> str:
    """Tell that there is no goal, what the actions lack, what the person is asked and has promised, and the family."""
    parts = (
        _review_sentence(meeting),
        _no_goal_sentence(meeting),
        " ".join([missing_sentence(meeting), _asked_sentence(meeting)]).strip(),
        _promises_sentence(meeting),
        _family_sentence(meeting),
    )
    return "\n".join(part for part in parts if part)


def _no_goal_sentence(meeting: Meeting) -> str:
    """Say how a goal is written while there are actions without one; an empty list says so itself."""
    sentence = _("No goal yet. Press {keys[goal.add]} to write what {who} wants to achieve.")
    is_due = bool(meeting.actions) and not meeting.goals
    return sentence.format(who=plain(person_name(meeting)), keys=KEYS) if is_due else ""


def action_question(meeting: Meeting, action: Action) -> str:
    """Ask who does an action and when while that is not said, and only then where (requirement 7)."""
    if is_finished(action):
        return ""
    gaps = action_gaps(meeting, action)
    lacking = ActionGap.NO_OWNER in gaps, not set(gaps).isdisjoint(TIME_GAPS)
    if not any(lacking) and action.where.strip():
        return ""
    return _(_QUESTIONS[lacking]).format(keys=KEYS)


_QUESTIONS: Mapping[tuple[bool, bool], str] = {
    (True, True): N_("Who will do it, and when? Press {keys[action.edit]} to write it."),
    (True, False): N_("Who will do it? Press {keys[action.edit]} to write it."),
    (False, True): N_("When? Press {keys[action.edit]} to write the time."),
    (False, False): N_("Where? Press {keys[action.edit]} to write the place, if it matters."),
}
"""Whether an action lacks an owner, and a time that can be kept → what is asked about it."""


def goal_question(meeting: Meeting, goal: Goal) -> str:
    """Ask whose goal it is, and what the person wants when all goals are other people's (requirement 49)."""
    if not meeting.participant(goal.owner):
        return _("Whose goal is it? Press {keys[action.edit]} to write it.").format(keys=KEYS)
    person = meeting.person_participant
    if person is None or any(other.owner == person.id for other in meeting.goals):
        return ""
    sentence = _("None of the goals is {who}'s own yet. Ask what {who} would like to achieve.")
    return sentence.format(who=plain(person_name(meeting)))


def _review_sentence(meeting: Meeting) -> str:
    """Count what has been gone through of the earlier plan; empty in a first meeting (requirement 42)."""
    done, everything = review_progress(meeting)
    if not everything:
        return ""
    words = plan_words(meeting, N_("You have gone through {done} of {all} from the earlier plan."))
    sentence = words.format(done=done, all=everything)
    hint = _("Press {keys[action.outcome]} on each: how did it go?").format(keys=KEYS)
    return sentence if done == everything else f"{sentence} {hint}"


def missing_sentence(meeting: Meeting) -> str:
    """Count the actions that lack somebody or a time."""
    if not meeting.actions:
        nothing = _("No actions yet. Press {keys[action.add]} for an action or {keys[goal.add]} for a goal.")
        return nothing.format(keys=KEYS)
    counted = [
        (len(actions_with_gaps(meeting, ActionGap.NO_OWNER)), _("without a name")),
        (len(actions_with_gaps(meeting, ActionGap.OWNER_ABSENT)), _("for someone who is not here")),
        (len(actions_with_gaps(meeting, ActionGap.NO_WHEN)), _("without a time")),
        (len(actions_with_gaps(meeting, ActionGap.UNCLEAR_WHEN)), _("with an unclear time")),
        (len(actions_with_gaps(meeting, ActionGap.PAST_WHEN)), _("with a time that has passed")),
    ]
    lacking = [f"{count} {words}" for count, words in counted if count]
    total = ngettext("{count} action", "{count} actions", len(meeting.actions)).format(count=len(meeting.actions))
    complete = _("{total}. No name or time is missing.").format(total=total)
    return f"{total}: {', '.join(lacking)}." if lacking else complete


def _asked_sentence(meeting: Meeting) -> str:
    """Count the actions that the person has been asked about (requirement 50)."""
    count, of = asked_count(meeting)
    sentence = _("{who} has been asked about {count} of {all}.")
    return sentence.format(who=plain(person_name(meeting)), count=count, all=of) if of else ""


def _promises_sentence(meeting: Meeting) -> str:
    """Count what the person has promised, and tell how the answer is written about the strength for it."""
    promised = promised_actions(meeting)
    if not promised:
        return ""
    count = ngettext("{who} has {count} action", "{who} has {count} actions", len(promised))
    sentence = count.format(who=plain(person_name(meeting)), count=len(promised))
    if weekly := sum(is_weekly(action.how_often) for action in promised):
        some = _(", {count} every week").format(count=weekly)
        sentence += _(", every week") if weekly == len(promised) else some
    if any(is_strength_unasked(meeting, action) for action in promised):
        return (
            sentence
            + ". "
            + _("Ask about each action. Press {keys[action.manages]} to write the answer.").format(keys=KEYS)
        )
    return sentence + "."


def _family_sentence(meeting: Meeting) -> str:
    sentence = _("Neither {who} nor the family has an action of their own. That is fine, but ask.")
    return sentence.format(who=plain(person_name(meeting))) if is_family_idle(meeting) else ""


def _goal_line(meeting: Meeting, goal: Goal, width: int) -> Content:
    """Write a goal, whose it is on its line where there is room, and below it what has been said of it.

    That it is the person's own takes no line: most goals are.
    """
    mark = "◆" if is_main_goal(meeting, goal) else "  ◇ " + _("Subgoal:")
    by = deadline_words(plain(format_when(goal.by)))
    agreed = "  ✓ " + _("gone through together") if goal.id in confirmed_goals(meeting) else ""
    helps = (
        "\n     " + _("Helps along the way: {text}").format(text=plain(goal.resources))
        if goal.resources.strip()
        else ""
    )
    whose = name_or_role(owner) if (owner := meeting.participant(goal.owner)) else ""
    owned = _("Whose goal: {name}").format(name=plain(whose)) if whose else ""
    shows = "\n     " + _("You will know when: {text}").format(text=plain(goal.sign)) if goal.sign.strip() else ""
    reached = f"  {_(REACHED[goal.reached])}" if goal.reached in REACHED else _unreviewed(goal)
    view = "\n     " + _("“{text}”").format(text=plain(goal.view.strip())) if goal.view.strip() else ""
    line = Content.assemble((f"{mark} {plain(goal.text)}{by}", "bold"), reached, agreed)
    is_beside = line.cell_length + cell_len(owned) + len("  · ") <= width
    if owner == meeting.person_participant and not is_beside:
        owned = ""
    before = "  · " if is_beside else "\n     "
    return Content.assemble(line, f"{before}{owned}" if owned else "", helps, shows, view)


def _unreviewed(goal: Goal) -> str:
    return "  ⚑ " + _("is it reached?") if goal.since else ""


def _who_line(meeting: Meeting, participant: Participant | None, actions: Collection[Action]) -> Content:
    """Write the name as a heading; an actor without any action is marked."""
    if participant is None:
        return Content.styled(_("Nobody has taken it on yet"), "bold $warning")
    away = f" – {presence_word(participant.presence)}" if is_absent(meeting, participant.id) else ""
    name = Content.styled(f"{plain(name_with_role(participant))}{away}", "bold")
    return name if actions else Content.assemble(name, ("  ⚑ " + _("has no action yet"), "bold $warning"))


def _under_goal(meeting: Meeting, actions: Collection[Action], width: int) -> Iterator[ListRow]:
    for action in actions:
        doer = meeting.participant(action.who)
        who = name_or_role(doer) if doer else ""
        # A missing goal shows by where the action stands.
        yield RowId("actions", action.id), _action_line(meeting, action, (who, ""), {ActionGap.NO_GOAL}, width)


def _action_line(
    meeting: Meeting, action: Action, ends: tuple[str, str], hidden: Collection[ActionGap], width: int
) -> Content:
    """Write an action as a row of the table, then the gaps but for those ``hidden``; ``ends`` are who and what for."""
    who, aim = ends
    when = ", ".join(part for part in (format_when(action.when), action.how_often) if part)
    status = f"{_status_sign(action)} {_(STATUSES[action.status])}"
    reason = f": {action.why.strip()}" if action.why.strip() else ""
    recorded = _("recorded in their system") if action.recorded else ""
    rest = " · ".join(plain(part) for part in (f"{status}{reason}", action.where, recorded) if part)
    row = table_row(plain(action.what), (plain(who), plain(when), rest), width)
    instead = replacement(meeting, action)
    other = "\n      " + _("instead: {text}").format(text=plain(instead.what)) if instead else ""
    other += "\n      " + plain(aim) if aim else ""
    flags = list(_flags(meeting, action, hidden))
    return Content.assemble(row, *_placed(flags, cell_len(row.splitlines()[-1]), width), other)


def _placed(flags: Sequence[tuple[str, str]], used: int, width: int) -> Iterator[tuple[str, str]]:
    """Put flags behind what a line has ``used``; where that is too long on one below it, and else each on its own."""
    cells, indent = sum(cell_len(words) for words, _style in flags), "\n" + " " * (INDENT - 2)
    if not flags or flags[0][0].startswith("\n") or (width <= NARROW and used + cells <= width):
        yield from flags
        return
    is_whole = INDENT - 2 + cells <= width
    for number, (words, style) in enumerate(flags):
        starts = not words.startswith("\n") and (number == 0 or not is_whole)
        yield (indent if starts else "") + words, style


_SIGNS: Mapping[Status, str] = {
    Status.ONGOING: "◐",
    Status.CHANGED: "◐",
    Status.DONE: "✓",
    Status.ENDED: "–",
    Status.NOT_DONE: "✗",
}


def _status_sign(action: Action) -> str:
    """Return the sign of a status; the word stands beside it."""
    return _SIGNS.get(action.status, "○")


def _flags(meeting: Meeting, action: Action, hidden: Collection[ActionGap]) -> Iterator[tuple[str, str]]:
    found = [gap for gap in action_gaps(meeting, action) if gap not in hidden]
    for words in gap_words(meeting, action, found):
        yield f"  ⚑ {plain(words)}", "bold $warning"
    if action.since and not action.reviewed:
        question = _("was to be asked: did that happen?") if is_to_be_asked(meeting, action) else _("how did it go?")
        yield f"  ⚑ {question}", "bold $warning"
    if action.asked and not is_promised(meeting, action):
        yield "  ✓ " + _("{who} has been asked").format(who=plain(person_name(meeting))), ""
    if is_strength_unasked(meeting, action):
        yield "\n      " + _("Can you manage this?"), "bold"
    elif is_promised(meeting, action) and ActionGap.TOO_MUCH not in found:
        yield "  ✓ " + _("can manage it"), ""
