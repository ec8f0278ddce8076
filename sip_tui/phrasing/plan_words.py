"""What is said of the plan, and what is said instead in a meeting that makes none."""

from __future__ import annotations

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.people.consent import has_plan

WITHOUT_PLAN = {
    "The coordinator": N_("The person who keeps track of it"),
    "The person who coordinates the plan": N_("The person who keeps track of it"),
    "Coordinates the plan": N_("Keeps track of it"),
    "Coordinate the plan": N_("Keep track of it"),
    "Nobody coordinates the plan yet. {person}, who would you like?": N_(
        "Nobody keeps track of it yet. {person}, who would you like?"
    ),
    "{name} coordinates the plan.": N_("{name} keeps track of it."),
    "{who} coordinates the plan. Everyone here can get in touch.": N_(
        "{who} keeps track of it. Everyone here can get in touch."
    ),
    "Who will coordinate the plan from now on?": N_("Who will keep track of it from now on?"),
    "coordinates the plan": N_("keeps track of it"),
    "Coordinates the plan: {name}": N_("Keeps track of it: {name}"),
    "{person}, who would you like to coordinate your plan?": N_("{person}, who would you like to keep track of it?"),
    "Overall responsibility for the plan": N_("Overall responsibility"),
    "Overall responsibility for the plan lies with {text}.": N_("Overall responsibility lies with {text}."),
    "Overall responsibility for the plan lies with {text}. Is that right?": N_(
        "Overall responsibility lies with {text}. Is that right?"
    ),
    "Which authority has overall responsibility for the plan: the municipality or the region?": N_(
        "Which authority has overall responsibility: the municipality or the region?"
    ),
    "The plan is ending": N_("This is ending"),
    "The plan ends here": N_("This ends here"),
    "The plan is ending: {reason}": N_("This is ending: {reason}"),
    "The plan is ending: {text}. Is that right for you, {person}?": N_(
        "This is ending: {text}. Is that right for you, {person}?"
    ),
    "Why is the plan ending?": N_("Why is it ending?"),
    "Why the plan is ending": N_("Why it is ending"),
    "empty: the plan goes on": N_("empty: it goes on"),
    "Who will still be there for you when the plan has ended, {person}?": N_(
        "Who will still be there for you when this has ended, {person}?"
    ),
    "we are following up the plan": N_("we are following up what was decided"),
    "What came of the plan from {day}": N_("What came of what we decided on {day}"),
    "What came of the last plan": N_("What came of what we decided last time"),
    "Press {keys[after.follow_up]} for the follow-up: it opens with what is left of the plan.": N_(
        "Press {keys[after.follow_up]} for the follow-up: it opens with what is left of what was decided."
    ),
    "You have gone through {done} of {all} from the earlier plan.": N_(
        "You have gone through {done} of {all} from last time."
    ),
    "From the earlier plan, not yet reviewed: {actions}. "
    "Press {keys[go.actions]}, and {keys[action.outcome]} on each.": N_(
        "From last time, not yet reviewed: {actions}. Press {keys[go.actions]}, and {keys[action.outcome]} on each."
    ),
}
"""What is said of a plan → what is said in a meeting that makes none."""


def plan_words(meeting: Meeting, msgid: str, *, refused: bool = False) -> str:
    """Translate a text about the plan; where there is none, or it is refused, it speaks of what was agreed on."""
    return _(msgid if has_plan(meeting) and not refused else WITHOUT_PLAN.get(msgid, msgid))
