"""The action board: who does what, when and for which goal; what is missing stands out in words (F13)."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from sip_tui.language import N_, _, ngettext
from sip_tui.meeting.model import Action, Goal, Meeting, Need, Row
from sip_tui.meeting.plan import Gap, actions_for, gaps, incomplete, remove
from sip_tui.screens.base import ChairScreen
from sip_tui.screens.commands import command
from sip_tui.screens.rows import action_form, goal_form, need_form
from sip_tui.widgets.plain import plain
from sip_tui.widgets.row_list import RowList
from sip_tui.wording import STATUSES, gap_words, role_of, when

SHOWN_GAPS = (Gap.NO_OWNER, Gap.OWNER_ABSENT, Gap.NO_WHEN)
"""A missing goal shows by where the action stands."""


class ActionsScreen(ChairScreen):
    """Goals with their actions, and last the actions that serve no goal."""

    PLACE = "actions"
    HELP = N_(
        "Every promise has a name and a time. What lacks one, and what somebody is to do who is not here, is marked "
        "in words. Enter opens an action or a goal; what you type is kept as you type it."
    )
    BINDINGS = [
        command("action.add", "a,plus", "add", N_("New action"), N_("Who does what, when"), show=True),
        command("action.quick", "q", "quick", N_("In one line"), N_("Who does what when, in one line"), show=True),
        command("action.edit", "e", "edit", N_("Change"), N_("Change the action or goal")),
        command("goal.add", "m", "goal", N_("New goal"), N_("What the person wants to reach"), show=True),
        command("need.add", "b", "need", N_("New need"), N_("What the person needs")),
        command("action.remove", "delete,x", "remove", N_("Remove"), N_("Take it off the board")),
    ]
    AUTO_FOCUS = "RowList"

    def body(self) -> ComposeResult:
        yield RowList(id="action-list")
        yield Static(id="action-summary", classes="read-aloud")

    def on_mount(self) -> None:
        self.watch_meeting(self.meeting)

    def watch_meeting(self, meeting: Meeting) -> None:
        if not self.is_mounted:
            return
        self.query_one(RowList).show(list(board(meeting)))
        self.query_one("#action-summary", Static).update(Content(missing(meeting)))

    def action_add(self) -> None:
        row = self._row
        goal = row.goal if isinstance(row, Action) else row.id if isinstance(row, Goal) else ""
        self.app.push_screen(action_form(self, None, goal))

    def action_quick(self) -> None:
        from sip_tui.screens.quick import quick_form

        self.app.push_screen(quick_form(self))

    def action_goal(self) -> None:
        self.app.push_screen(goal_form(self, None))

    def action_need(self) -> None:
        self.app.push_screen(need_form(self, None))

    def action_edit(self) -> None:
        match self._row:
            case Action() as action:
                self.app.push_screen(action_form(self, action))
            case Goal() as goal:
                self.app.push_screen(goal_form(self, goal))
            case Need() as need:
                self.app.push_screen(need_form(self, need))

    def action_remove(self) -> None:
        if self._row is not None:
            self.write(remove(*self.query_one(RowList).row.split(" ", 1)))

    def on_option_list_option_selected(self) -> None:
        self.action_edit()

    @property
    def _row(self) -> Row | None:
        """The need, goal or action that the cursor is on."""
        table, _space, row = self.query_one(RowList).row.partition(" ")
        rows: tuple[Row, ...] = getattr(self.meeting, table) if table in {"needs", "goals", "actions"} else ()
        return next((one for one in rows if one.id == row), None)


def board(meeting: Meeting) -> Iterator[tuple[str, Content]]:
    """The lines of the board, each named by table and row: needs, goals with their actions, what serves no goal."""
    if meeting.needs:
        yield "#needs", Content.styled(_("What the person needs"), "bold italic")
    for need in meeting.needs:
        yield f"needs {need.id}", Content(f"   {plain(need.text)}")
    for goal in meeting.goals:
        yield f"goals {goal.id}", _goal_line(meeting, goal)
        for action in actions_for(meeting, goal.id):
            yield f"actions {action.id}", _action_line(meeting, action)
    orphans = actions_for(meeting, "")
    if orphans:
        yield "#none", Content.styled(_("Without a goal"), "bold italic")
        for action in orphans:
            yield f"actions {action.id}", _action_line(meeting, action)


def missing(meeting: Meeting) -> str:
    """One sentence on what the actions still lack."""
    if not meeting.actions:
        return _("No action yet. a writes one, m writes a goal.")
    counted = [
        (len(incomplete(meeting, Gap.NO_OWNER)), _("without a name")),
        (len(incomplete(meeting, Gap.OWNER_ABSENT)), _("for somebody who is not here")),
        (len(incomplete(meeting, Gap.NO_WHEN)), _("without a time")),
    ]
    said = [f"{count} {words}" for count, words in counted if count]
    total = ngettext("{count} action", "{count} actions", len(meeting.actions)).format(count=len(meeting.actions))
    return f"{total}: {', '.join(said)}." if said else _("{total}, all with a name and a time.").format(total=total)


def _goal_line(meeting: Meeting, goal: Goal) -> Content:
    mark = "  ◇" if meeting.goal(goal.parent) else "◆"
    by = _(" (by {by})").format(by=plain(when(goal.by))) if goal.by else ""
    return Content.styled(f"{mark} {plain(goal.text)}{by}", "bold")


def _action_line(meeting: Meeting, action: Action) -> Content:
    one = meeting.participant(action.who)
    who = plain(one.name or role_of(one)) if one else ""
    parts = [plain(part) for part in (who, when(action.when), action.how_often, action.where) if part]
    found = [gap for gap in gaps(meeting, action) if gap in SHOWN_GAPS]
    flags = [(f"  ⚑ {words}", "bold $warning") for words in gap_words(meeting, action.who, found)]
    status = _(STATUSES[action.status])
    return Content.assemble(f"   {plain(action.what)}\n      {' · '.join([*parts, status])}", *flags)
