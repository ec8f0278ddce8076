"""The form of an action in one line: who does what, when and for which goal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sip_tui.i18n.translation import _
from sip_tui.meeting.content.plan import goal_tree
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import RowId, find_row
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.parsing.action_line import parse_action_line
from sip_tui.parsing.tagged_line import action_cells, goal_of_action
from sip_tui.screens.base import SipScreen
from sip_tui.screens.forms.form_screen import FormScreen, TextField
from sip_tui.screens.forms.interpretation import action_line_feedback
from sip_tui.screens.forms.row_forms import RowWriter, draft_moment, write_changes
from sip_tui.screens.forms.specs import FORM_SPECS
from sip_tui.widgets.safe_text import fit_width, plain

MAX_GOAL = 30
"""Cells of a goal's words where goals are listed by number."""
LINE_DRAFT = "action line"
"""The name of the draft of an action in one line, which stands nowhere else until it says what is to be done."""


def action_line_form(screen: SipScreen, goal: str = "") -> FormScreen:
    """Build the form of an action in one line: "BUP ringer skolan senast fredag → mål 2"; else it is for ``goal``."""
    moment, today = draft_moment(screen, LINE_DRAFT), screen.today
    writer = RowWriter(FORM_SPECS["action"], "", moment, {})

    def edits(meeting: Meeting, changed: Mapping[str, str]) -> Sequence[Edit]:
        """Read the line into the cells of an action."""
        named, text = goal_of_action(meeting, changed["line"])
        cells = action_cells(parse_action_line(meeting, text, today), today)
        return writer.edits(meeting, {**cells, "goal": named or goal})

    def feedback(meeting: Meeting, values: Mapping[str, str], today: date) -> str:
        """Read the action back, with the goal that it is for."""
        named, text = goal_of_action(meeting, values["line"])
        told = action_line_feedback(meeting, parse_action_line(meeting, text, today), today)
        return "\n".join(part for part in (told, goal_feedback(meeting, named or goal)) if part)

    line = TextField("line", _("Who does what, when"), hint=_("for instance: Samir rings the school by Friday"))
    return FormScreen(
        _("A new action in one line"),
        (line,),
        write_changes(screen, writer.step, edits),
        feedback,
        stored=lambda meeting: {"line": action.what if (action := find_row(meeting.actions, writer.row)) else ""},
        follows=False,
        row_id=RowId("actions", writer.row),
        draft=LINE_DRAFT,
        last=_("Add"),
    )


def goal_feedback(meeting: Meeting, chosen: str) -> str:
    """Tell which goal an action is for, or how to name one of them by its number."""
    if goal := meeting.goal(chosen):
        return _("For the goal “{goal}”.").format(goal=plain(goal.text))
    goals = [goal.text for goal, _depth in goal_tree(meeting) if goal.text.strip()]
    numbered = ", ".join(f"{number} {fit_width(text, MAX_GOAL).rstrip()}" for number, text in enumerate(goals, 1))
    sentence = _("End with “-> goal 1” for a goal: {goals}.").format(goals=numbered).replace("….", "…")
    return sentence if goals else ""
