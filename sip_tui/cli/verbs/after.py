"""Deeds about what became of a plan, and about who gets it."""

from __future__ import annotations

from sip_tui.cli.errors import CommandRefusedError
from sip_tui.cli.verbs.content import action_named
from sip_tui.cli.verbs.deed import Deed, Done, instead_of
from sip_tui.i18n.translation import _
from sip_tui.meeting.content import outcomes, plan
from sip_tui.meeting.content.delivery import change_delivery, delivery_of
from sip_tui.meeting.model.enums import Answer, Channel, Status, Version
from sip_tui.meeting_file.vocabulary import ANSWERS, CHANNELS, VERSIONS
from sip_tui.parsing.action_line import read_instead
from sip_tui.phrasing.delivery import CHANNELS as CHANNEL_WORDS
from sip_tui.phrasing.delivery import VERSIONS as VERSION_WORDS
from sip_tui.phrasing.wording import REACHED, name_or_role

_ANSWERS = {**ANSWERS, "partly": "partly", "delvis": "partly"}


def write_why(deed: Deed) -> Done:
    """Write why an action was changed, ended or not done: its number, and the words."""
    number, text = _number_and_text(deed)
    action = action_named(deed, number)
    return Done(plan.change_row("actions", action, why=text), f"{action.what}: {instead_of(text, action.why)}")


def write_instead(deed: Deed) -> Done:
    """Write what is done instead of an action: its number, and the words."""
    number, text = _number_and_text(deed)
    action = action_named(deed, number)
    what, who = read_instead(deed.meeting, text, deed.today, action.who)
    edits = (
        *outcomes.set_status(action, Status.CHANGED),
        *outcomes.replace_action(deed.meeting, action, what, deed.context, who),
    )
    return Done(edits, f"{action.what} → {text}")


def write_reached(deed: Deed) -> Done:
    """Write whether a goal is reached, and how the person sees it: its number, the answer, the person's words."""
    number, rest = _number_and_text(deed)
    word, _space, view = rest.partition(" ")
    goals, answer = [goal for goal, _depth in plan.goal_tree(deed.meeting)], _ANSWERS.get(word.casefold(), "")
    if not 1 <= int(number) <= len(goals) or not answer:
        sentence = _("Write the number of a goal, then yes, partly or no; there are {count} goals.")
        raise CommandRefusedError(sentence.format(count=len(goals)))
    goal, reached = goals[int(number) - 1], Answer(answer)
    edits = (*outcomes.set_reached(goal, reached), *(plan.change_row("goals", goal, view=view) if view else ()))
    before = _(REACHED[goal.reached]) if goal.reached in REACHED else ""
    return Done(edits, f"{goal.text}: {instead_of(_(REACHED[reached]), before)}")


def set_channel(deed: Deed) -> Done:
    """Write how somebody gets the plan: the name, and the way last."""
    who, words = deed.name_and_rest()
    known = {_(told): channel for channel, told in CHANNEL_WORDS.items() if channel}
    if not (channel := (CHANNELS | known).get(words.casefold(), "")):
        raise CommandRefusedError(_("Put how they get it at the end: {ways}.").format(ways="; ".join(known)))
    edits, before = (
        change_delivery(deed.meeting, who.id, {"channel": channel}),
        delivery_of(deed.meeting, who.id).channel,
    )
    said = instead_of(_(CHANNEL_WORDS[Channel(channel)]), _(CHANNEL_WORDS[before]) if before else "")
    return Done(edits, f"{name_or_role(who)}: {said}")


def set_version(deed: Deed) -> Done:
    """Write which document somebody gets: the name, and the document last."""
    who, words = deed.name_and_rest()
    if not (version := VERSIONS.get(words.casefold(), "")):
        known = ", ".join(f"{key} ({_(told)})" for key, told in VERSION_WORDS.items())
        raise CommandRefusedError(_("Put the document they get at the end: {documents}.").format(documents=known))
    edits, before = (
        change_delivery(deed.meeting, who.id, {"version": version}),
        delivery_of(deed.meeting, who.id).version,
    )
    said = instead_of(_(VERSION_WORDS[Version(version)]), _(VERSION_WORDS[before]) if before else "")
    return Done(edits, f"{name_or_role(who)}: {said}")


def mark_received(deed: Deed) -> Done:
    """Write that somebody has got the plan today."""
    who = deed.who()
    edits = change_delivery(deed.meeting, who.id, {"received": deed.day})
    return Done(edits, _("{name} has got it").format(name=name_or_role(who)))


def _number_and_text(deed: Deed) -> tuple[str, str]:
    number, *rest = deed.words or [""]
    if not number.isdecimal() or not rest:
        raise CommandRefusedError(_("Write the number first, then the words."))
    return number, " ".join(rest)
