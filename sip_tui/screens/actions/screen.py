"""The action board: who does what, when and for which goal; what is missing stands out in words (F13)."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.plan import cycle_manages, delete_row, toggle_asked
from sip_tui.meeting.guidance.phase_guard import confirm_goal
from sip_tui.meeting.model.meeting import Action, Goal, Need, Row
from sip_tui.screens.actions.rows import goal_rows, summary, who_rows
from sip_tui.screens.chair import ChairScreen
from sip_tui.screens.commands import CONFIRM_GOAL, command
from sip_tui.screens.forms.interpretation import own_action
from sip_tui.screens.forms.newest import open_new
from sip_tui.screens.forms.row_forms import action_form, goal_form, need_form
from sip_tui.widgets.live_static import update_if_changed
from sip_tui.widgets.row_list import RowList


class ActionsScreen(ChairScreen):
    """The actions under their goals, or under those who do them; last what serves no goal, or what nobody does."""

    PLACE = "actions"
    HELP = N_(
        "Every promise has a name and a time. What lacks one, and what somebody is to do who is not here, is marked in"
        " words. Enter opens an action or a goal; what you type is kept as you type it. {keys[actions.turn]} shows the"
        " actions by who does them, with those who have none yet. What the person has promised is asked about: "
        "{keys[action.manages]} says that the person has the strength for it, {keys[action.manages]} once more that it"
        " is too much. {keys[action.asked]} says of any action that the person has been asked about it."
    )
    BINDINGS = [
        command("action.add", "a,plus", "add", N_("New action"), N_("Who does what, when"), show=True),
        command("action.quick", "q", "quick", N_("In one line"), N_("Who does what when, in one line"), show=True),
        command("action.edit", "e", "edit", N_("Change"), N_("Change the action or goal")),
        command("actions.turn", "o", "by_who", N_("By who"), N_("The actions under those who do them"), show=True),
        command("actions.turn", "o", "by_goal", N_("By goal"), N_("The actions under their goals"), show=True),
        command("action.manages", "k", "manages", N_("Manages"), N_("Whether the person has the strength for it")),
        command("action.asked", "f", "asked", N_("Asked"), N_("The person has been asked about it, or not yet")),
        command("goal.add", "m", "goal", N_("New goal"), N_("What the person wants to reach"), show=True),
        CONFIRM_GOAL,
        command("need.add", "b", "need", N_("New need"), N_("What the person needs")),
        command("action.remove", "delete,x", "remove", N_("Remove"), N_("Take it off the board")),
    ]
    AUTO_FOCUS = "RowList"

    told_by_who: var[bool] = var(False, init=False)
    """Whether the actions stand under those who do them, and not under their goals."""
    _summary = ""
    """What all actions lack: looked for when the meeting changes, and not at every step of the cursor."""

    def compose_body(self) -> ComposeResult:
        yield RowList(id="action-list")
        yield Static(id="action-summary", classes="read-aloud")

    def refresh_content(self) -> None:
        rows = who_rows if self.told_by_who else goal_rows
        self.query_one(RowList).show(list(rows(self.meeting)))
        self._summary = summary(self.meeting)
        self._tell()

    def watch_told_by_who(self) -> None:
        self.refresh_content()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """One key goes both ways, and is called by where it leads."""
        if action in {"by_who", "by_goal"}:
            return self.told_by_who is (action == "by_goal")
        return super().check_action(action, parameters)

    def action_by_who(self) -> None:
        self.told_by_who = True

    def action_by_goal(self) -> None:
        self.told_by_who = False

    def action_add(self) -> None:
        row = self._row
        goal = row.goal if isinstance(row, Action) else row.id if isinstance(row, Goal) else ""
        open_new(self, action_form(self, None, goal), "actions", "actions ")

    def action_quick(self) -> None:
        from sip_tui.screens.actions.quick_form import quick_form

        open_new(self, quick_form(self), "actions", "actions ")

    def action_goal(self) -> None:
        open_new(self, goal_form(self, None), "goals", "goals ")

    def action_confirm(self) -> None:
        if isinstance(goal := self._row, Goal):
            self.write(confirm_goal(self.meeting, goal.id, self.moment))

    def action_need(self) -> None:
        open_new(self, need_form(self, None), "needs", "needs ")

    def action_edit(self) -> None:
        match self._row:
            case Action() as action:
                self.app.push_screen(action_form(self, action))
            case Goal() as goal:
                self.app.push_screen(goal_form(self, goal))
            case Need() as need:
                self.app.push_screen(need_form(self, need))

    def action_manages(self) -> None:
        """Write down whether the person has the strength for the chosen action."""
        edits = cycle_manages(self.meeting, row) if isinstance(row := self._row, Action) else ()
        if edits:
            self.write(edits)
        else:
            told = _("Choose something that the person is to do; {keys[action.manages]} says whether it is too much.")
            self.notify(told.format(keys=KEYS))

    def action_asked(self) -> None:
        """Write down that the person has been asked about the chosen action."""
        if not isinstance(row := self._row, Action):
            self.notify(
                _("Choose an action first; {keys[action.asked]} writes that the person is asked.").format(keys=KEYS)
            )
        elif edits := toggle_asked(self.meeting, row):
            self.write(edits)
        else:
            self.notify(_("That has been answered; {keys[action.manages]} changes the answer.").format(keys=KEYS))

    def action_remove(self) -> None:
        if self._row is not None:
            self.write(delete_row(*self.query_one(RowList).row.split(" ", 1)))

    def on_option_list_option_highlighted(self) -> None:
        self._tell()

    def on_option_list_option_selected(self) -> None:
        self.action_edit()

    def _tell(self) -> None:
        """What the actions lack; on an action of the chair's own, that somebody else should lead meanwhile."""
        row = self._row if self.is_chair else None
        own = own_action(self.meeting, row.who) if isinstance(row, Action) else ""
        told = "\n".join(part for part in (own, self._summary) if part)
        update_if_changed(self.query_one("#action-summary", Static), Content(told))

    @property
    def _row(self) -> Row | None:
        """The need, goal or action that the cursor is on."""
        table, _space, row = self.query_one(RowList).row.partition(" ")
        rows: tuple[Row, ...] = getattr(self.meeting, table) if table in {"needs", "goals", "actions"} else ()
        return next((one for one in rows if one.id == row), None)
