"""The action board: who does what, when and for which goal; what is missing is marked in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from textual.content import Content
from textual.reactive import var

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.plan import action_gaps, cycle_manages, toggle_asked
from sip_tui.meeting.guidance.phase_guard import confirm_goal
from sip_tui.meeting.model.enums import RowId, find_row
from sip_tui.meeting.model.meeting import Action, Goal, Need, Row
from sip_tui.screens.actions.rows import (
    action_question,
    board_summary,
    goal_question,
    rows_by_goal,
    rows_by_participant,
)
from sip_tui.screens.actions.status import OutcomeScreen
from sip_tui.screens.actions.table import table_heads
from sip_tui.screens.commands import CONFIRM_GOAL, OUTCOME_KEY, QUICK_KEY, command
from sip_tui.screens.forms.action_line import action_line_form
from sip_tui.screens.forms.form_screen import FormScreen
from sip_tui.screens.forms.interpretation import own_action_warning
from sip_tui.screens.forms.row_forms import row_form
from sip_tui.screens.forms.specs import FORM_SPECS
from sip_tui.screens.guidance_below import GuidanceBelowScreen
from sip_tui.screens.keymap import Key
from sip_tui.screens.row_list_screen import CURRENT, EMPTY, ListRow


class ActionsScreen(GuidanceBelowScreen, OutcomeScreen):
    """The actions under their goals, or under those who do them; last what serves no goal, or what nobody does."""

    MODE = "actions"
    GUIDANCE_PHASE = CURRENT
    HELP = N_(
        "Every action needs a name and a time. What is missing is written out. Press Enter to change an action or a "
        "goal. Press {keys[actions.turn]} to see who does what. Ask the person whether they can manage their own "
        "actions. Press {keys[action.manages]} when it is manageable, and once more if it is too much. Press "
        "{keys[goal.confirm]} when the person has been asked about an action. Press {keys[action.outcome]} to write "
        "how an action or a goal is going."
    )
    BINDINGS = [
        replace(OUTCOME_KEY, show=True),
        command("action.add", Key.ADD, "add('action')", N_("New action"), N_("Who does what, when"), show=True),
        QUICK_KEY,
        command("action.edit", Key.CHANGE, "edit", N_("Change"), N_("Change the action or goal")),
        command("actions.turn", Key.OTHER_VIEW, "by_who", N_("By person"), N_("Actions by person"), show=True),
        command("actions.turn", Key.OTHER_VIEW, "by_goal", N_("By goal"), N_("Actions by goal"), show=True),
        command("action.manages", Key.MANAGES, "manages", N_("Manageable"), N_("Whether the person can manage it")),
        command("goal.add", Key.GOAL, "add('goal')", N_("New goal"), N_("What the person wants to achieve"), show=True),
        CONFIRM_GOAL,
        command("need.add", Key.NEED, "add('need')", N_("New need"), N_("What the person needs")),
        command("action.remove", Key.REMOVE, "remove", N_("Remove"), N_("Take it off the list")),
    ]
    EDIT_FORMS = {Action: "action", Goal: "goal", Need: "need"}
    ROW_COMMANDS = {
        **dict.fromkeys(("action.edit", "action.remove"), (Action, Goal, Need)),
        **dict.fromkeys(("action.outcome", "goal.confirm"), (Action, Goal)),
        "action.manages": Action,
    }

    by_participant: var[bool] = var(False, init=False)
    """Whether the actions are listed by who does them, and not by goal."""
    _summary = ""
    """What all actions lack: computed when the meeting changes, and not at every step of the cursor."""

    @property
    def outcome_row(self) -> Row | None:
        """The action or goal that the cursor is on."""
        return self.row

    def list_rows(self) -> Iterable[ListRow]:
        """Give the needs, goals and actions."""
        rows = rows_by_participant if self.by_participant else rows_by_goal
        return rows(self.meeting, self.row_width)

    @property
    def needed_commands(self) -> tuple[str, ...]:
        """What comes first on the key line: a goal, while there is none."""
        return () if self.meeting.goals else ("goal.add",)

    def column_heads(self) -> str:
        """Give the heads of the columns, when there are actions."""
        return table_heads(self.row_width) if self.meeting.actions else ""

    def _first_action(self) -> Action | None:
        """The first action that lacks something, in the order of the board, or else the first action."""
        shown = (row_id.id for row_id, _text in self.list_rows() if row_id.table == "actions")
        ordered = [found for row in shown if (found := find_row(self.meeting.actions, row))]
        lacking = (action for action in ordered if action_gaps(self.meeting, action))
        return next(lacking, ordered[0] if ordered else None)

    def refresh_content(self) -> None:
        """Show the board and what it lacks; the cursor begins where something is lacking."""
        arrives = self.row_list.row in {"", EMPTY}
        self._summary = board_summary(self.meeting)
        super().refresh_content()
        if arrives and (first := self._first_action()):
            self.go_to(RowId("actions", first.id))

    def read_aloud(self) -> Content:
        """Give what the actions lack; before it what to ask about a goal, and who should lead at the chair's action."""
        action = self.row
        if isinstance(action, Goal):
            return Content("\n".join(part for part in (goal_question(self.meeting, action), self._summary) if part))
        if not isinstance(action, Action):
            return Content(self._summary)
        own = own_action_warning(self.meeting, action.who) if self.is_chair else ""
        return Content("\n".join(part for part in (own, action_question(self.meeting, action), self._summary) if part))

    def watch_by_participant(self) -> None:
        """Show the other order, and name the key by the one that it leads to now."""
        self.refresh_content()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the one of the two orders that is not shown."""
        if action in {"by_who", "by_goal"}:
            return self.by_participant is (action == "by_goal")
        return super().check_action(action, parameters)

    def action_by_who(self) -> None:
        """List the actions by who does them."""
        self.by_participant = True

    def action_by_goal(self) -> None:
        """List the actions by goal."""
        self.by_participant = False

    def action_add(self, spec: str) -> None:
        """Open the form of a new row; an action is for the goal that the cursor is on or under."""
        form = row_form(self, FORM_SPECS[spec], goal=self._goal if spec == "action" else "")
        self.open_new_row(form, FORM_SPECS[spec].table)

    def action_quick(self) -> None:
        """Add an action that is written in one line."""
        self.open_new_row(self.words_form(), "actions")

    def words_form(self) -> FormScreen:
        """Build the form of an action in one line."""
        return action_line_form(self, self._goal)

    @property
    def _goal(self) -> str:
        """The goal that the cursor is on or under; empty when it is on none."""
        row = self.row
        return row.goal if isinstance(row, Action) else row.id if isinstance(row, Goal) else ""

    def action_confirm(self) -> None:
        """Write that those whom the goal concerns stand behind it, or that the person has been asked."""
        if isinstance(goal := self.row, Goal):
            self.write(confirm_goal(self.meeting, goal.id, self.moment))
        else:
            self._toggle_asked()

    def action_manages(self) -> None:
        """Write whether the person has the strength for the action."""
        edits = cycle_manages(self.meeting, action) if isinstance(action := self.row, Action) else ()
        if edits:
            self.write(edits)
        else:
            hint = _(
                "Choose something the person is going to do. Press {keys[action.manages]} if it is manageable, "
                "and again if it is too much."
            )
            self.notify(hint.format(keys=KEYS))

    def _toggle_asked(self) -> None:
        hint = _("Choose an action first. Press {keys[goal.confirm]} when the person has been asked.")
        if isinstance(action := self.row, Action):
            if edits := toggle_asked(self.meeting, action):
                self.write(edits)
                return
            hint = _("That has been answered. Press {keys[action.manages]} to change the answer.")
        self.notify(hint.format(keys=KEYS))
