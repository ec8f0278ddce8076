"""What became of an action or a goal, by one key from every list that shows them (requirements 42, 104, 170)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from textual import work
from textual.content import Content

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.outcomes import (
    STATUS_CHOICES,
    WITH_REASON,
    replace_action,
    replacement,
    set_reached,
    set_status,
    toggle_recorded,
)
from sip_tui.meeting.content.plan import change_row, is_finished, unfinished_actions
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import FAMILY, Answer, RowId, Status, find_row
from sip_tui.meeting.model.meeting import Action, Goal, Meeting, Row
from sip_tui.parsing.action_line import read_instead
from sip_tui.phrasing.wording import STATUSES, person_name
from sip_tui.screens.base import SipScreen
from sip_tui.screens.choice_dialog import ChoiceDialog, Choices
from sip_tui.screens.commands import OUTCOME_KEY
from sip_tui.screens.forms.form_screen import FormScreen, TextField
from sip_tui.screens.forms.row_forms import write_changes
from sip_tui.widgets.safe_text import plain

STATUS_LABELS: Mapping[Status, str] = {
    Status.NEW: N_("Not begun yet"),
    Status.ONGOING: N_("Ongoing: we carry on"),
    Status.CHANGED: N_("Changed: we do it another way, or something else"),
    Status.DONE: N_("Done"),
    Status.ENDED: N_("Ended: we stop here"),
    Status.NOT_DONE: N_("Not done"),
}
"""Status → what is chosen."""
REACHED_LABELS: Mapping[Answer, str] = {
    Answer.YES: N_("Yes, it has been reached"),
    Answer.PARTLY: N_("Partly: on the way"),
    Answer.NO: N_("No, not yet"),
}
"""Whether a goal is reached → what is chosen."""
REASON_TITLES: Mapping[Status, str] = {
    Status.CHANGED: N_("What will you do instead?"),
    Status.ENDED: N_("Why is it ending?"),
    Status.NOT_DONE: N_("What got in the way? Nobody is to blame."),
}
"""Status → what is asked next."""
RECORDED, VIEW = "recorded", "view"


class OutcomeScreen(SipScreen):
    """A screen from whose rows one key leads to what became of an action or a goal."""

    BINDINGS = [OUTCOME_KEY]

    @property
    def outcome_row(self) -> Row | None:
        """The action or goal that the cursor is on; None where a screen lists none."""
        return None

    @work
    async def action_outcome(self) -> None:
        """Ask what became of the row, or first of which action."""
        row = self.outcome_row
        if not isinstance(row, Action | Goal):
            row = await self._chosen_action()
        if isinstance(row, Action):
            await ask_status(self, row)
        elif isinstance(row, Goal):
            await ask_reached(self, row)

    async def _chosen_action(self) -> Action | None:
        """Let one of the actions be chosen, the unfinished ones first."""
        if not self.meeting.actions:
            self.notify(_("There are no actions yet."))
            return None
        title = Content.styled(_("Which action is it about?"), "bold")
        chosen = await self.app.push_screen_wait(ChoiceDialog(title, action_choices(self.meeting)))
        return find_row(self.app.meeting.actions, chosen or "")


def action_choices(meeting: Meeting) -> Choices:
    """List the actions to choose from, the unfinished ones first."""
    unfinished = unfinished_actions(meeting)
    ordered = (*unfinished, *(action for action in meeting.actions if is_finished(action)))
    return [(action.id, Content(f"{plain(action.what)} ({_status_words(action)})")) for action in ordered]


def _status_words(action: Action) -> str:
    return _(STATUSES[action.status])


async def ask_status(screen: SipScreen, action: Action) -> None:
    """Ask how far an action has come, write it, and ask for what belongs to the answer."""
    choices = [(str(status), _choice(STATUS_LABELS[status], action.status is status)) for status in STATUS_CHOICES]
    if _has_own_system(screen.meeting, action):
        answer = _("yes") if action.recorded else _("no")
        entered = _("Recorded in their own system: {answer}").format(answer=answer)
        choices.append((RECORDED, Content(entered)))
    title = Content.styled(_("How is it going with “{text}”?").format(text=plain(action.what)), "bold")
    chosen = await screen.app.push_screen_wait(ChoiceDialog(title, choices, str(action.status)))
    if chosen == RECORDED:
        screen.write(toggle_recorded(action))
    elif chosen:
        _write_status(screen, action, Status(chosen))


def _write_status(screen: SipScreen, action: Action, status: Status) -> None:
    screen.write(set_status(action, status))
    current = find_row(screen.app.meeting.actions, action.id)
    if status in WITH_REASON and current:
        screen.app.push_screen(reason_form(screen, current))


def reason_form(screen: SipScreen, action: Action) -> FormScreen:
    """Build the form of why an action was changed, ended or not done, and of what is done instead."""
    moment, before = screen.moment, _reasons(action, screen.meeting)

    def edits(meeting: Meeting, changed: Mapping[str, str]) -> Sequence[Edit]:
        """Write the reason, and what is done instead; the other seat may have begun to write that."""
        row = find_row(meeting.actions, action.id) or action
        made = change_row("actions", row, why=changed["why"]) if "why" in changed else ()
        if "instead" not in changed:
            return made
        now = replacement(meeting, row)
        what, who = read_instead(meeting, changed["instead"], screen.today, now.who if now else row.who)
        if now and now.id != moment.row:
            return (*made, *change_row("actions", now, what=what, who=who))
        return (*made, *replace_action(meeting, row, what, moment, who))

    why = TextField("why", _("Why"), before["why"], _("in a few words"))
    other = TextField("instead", _("Instead"), before["instead"], _("empty: the same, in another way"))
    return FormScreen(
        f"{_(REASON_TITLES[action.status])}\n{plain(action.what)}",
        (other, why) if action.status is Status.CHANGED else (why,),
        write_changes(screen, f"actions {action.id}", edits),
        stored=partial(_reasons, action),
        row_id=RowId("actions", action.id),
        draft=f"reason {action.id}",
    )


def _reasons(action: Action, meeting: Meeting) -> Mapping[str, str]:
    """Read why an action did not become what it was, and what is done instead."""
    row = find_row(meeting.actions, action.id) or action
    instead = replacement(meeting, row)
    return {"why": row.why, "instead": instead.what if instead else ""}


async def ask_reached(screen: SipScreen, goal: Goal) -> None:
    """Ask whether a goal is reached, and how the person sees it."""
    choices = [(str(answer), _choice(label, goal.reached is answer)) for answer, label in REACHED_LABELS.items()]
    who = plain(person_name(screen.meeting))
    choices.append((VIEW, Content(_("Write how {person} sees it").format(person=who))))
    title = Content.styled(_("Has the goal been reached? “{text}”").format(text=plain(goal.text)), "bold")
    chosen = await screen.app.push_screen_wait(ChoiceDialog(title, choices, str(goal.reached)))
    if chosen and chosen != VIEW:
        screen.write(set_reached(goal, Answer(chosen)))
    if chosen:
        screen.app.push_screen(view_form(screen, goal))


def view_form(screen: SipScreen, goal: Goal) -> FormScreen:
    """Build the form of how the person sees a goal, in the person's own words."""

    def edits(meeting: Meeting, changed: Mapping[str, str]) -> Sequence[Edit]:
        """Write how the person sees it."""
        return change_row("goals", find_row(meeting.goals, goal.id) or goal, view=changed["view"])

    title = _("{person}, how do you see it yourself?").format(person=plain(person_name(screen.meeting)))
    return FormScreen(
        f"{title}\n{plain(goal.text)}",
        (TextField("view", _("In the person's own words"), goal.view),),
        write_changes(screen, f"goals {goal.id}", edits),
        stored=lambda meeting: {"view": (find_row(meeting.goals, goal.id) or goal).view},
        row_id=RowId("goals", goal.id),
        draft=f"view {goal.id}",
    )


def _choice(label: str, holds: bool) -> Content:
    return Content.assemble(_(label), (" " + _("(now)") if holds else "", "dim"))


def _has_own_system(meeting: Meeting, action: Action) -> bool:
    """Check whether an authority does it: a family enters nothing in any system."""
    doer = meeting.participant(action.who)
    return doer is not None and doer.kind not in FAMILY
