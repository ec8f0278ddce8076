"""The forms for the rows of a meeting: participant, term, action, need, goal. Each writes its row while it is open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sip_tui.i18n.translation import _
from sip_tui.meeting.content.plan import add_row, change_row, delete_row
from sip_tui.meeting.log.change import Edit, EditContext, as_edits
from sip_tui.meeting.model.enums import Kind
from sip_tui.meeting.model.meeting import Action, Goal, Meeting, Need, Participant, Row, Term
from sip_tui.meeting.people.attendance import in_round_order
from sip_tui.phrasing.wording import KINDS, name_with_role
from sip_tui.screens.base import SipScreen
from sip_tui.screens.forms.form_screen import Feedback, FormScreen, OnChange, SelectField, TextField
from sip_tui.screens.forms.interpretation import action_back, leaves_back, term_back

FieldSpecs = Sequence[TextField | SelectField]
YES = "yes"
TRUTHS = frozenset({"key_person"})
"""Cells that are true or false; their field holds ``YES`` or nothing."""


def participant_form(screen: SipScreen, one: Participant | None) -> FormScreen:
    """Somebody who has come, or whose name must be corrected (seed row 13)."""
    row = one or Participant(id="")
    fields = (
        TextField("name", _("Name"), row.name),
        TextField("role", _("Role"), row.role, _("for instance school nurse")),
        TextField("organisation", _("Organisation"), row.organisation),
        TextField("contact", _("Contact with the family"), row.contact),
        TextField("phone", _("Phone"), row.phone),
        TextField("leaves", _("Must leave at"), row.leaves, _("for instance 13.40; empty: stays all the time")),
        SelectField("substitute_for", _("Comes instead of"), people(screen.meeting), row.substitute_for, _("nobody")),
        *(() if row.kind is Kind.PERSON else (_kind(row),)),
        SelectField("key_person", _("Needed here"), [(YES, _("yes, a key person"))], YES * row.key_person, _("no")),
    )
    return row_form(screen, _("Participant"), fields, "participants", one, back=leaves_back, presence="present")


def term_form(screen: SipScreen, one: Term | None) -> FormScreen:
    """A word that was not understood: who said it, and the answer given in the room (seed row 201)."""
    row = one or Term(id="")
    fields = (
        TextField("term", _("The word"), row.term),
        SelectField("raised_by", _("Who said it"), people(screen.meeting), row.raised_by, _("nobody chosen")),
        TextField("answer", _("What it means, in the words of the one who said it"), row.answer),
    )
    return row_form(screen, _("An unclear word"), fields, "terms", one, back=term_back, phase=screen.timing.phase)


def action_form(screen: SipScreen, one: Action | None, goal: str = "") -> FormScreen:
    """Who does what, when, how often and for which goal (seed row 7)."""
    row = one or Action(id="", goal=goal)
    goals = [(each.id, each.text) for each in screen.meeting.goals]
    fields = (
        TextField("what", _("What is to be done"), row.what),
        SelectField("who", _("Who does it"), people(screen.meeting), row.who, _("nobody chosen")),
        TextField("when", _("When"), row.when, _("for instance Friday 27 November")),
        TextField("how_often", _("How often"), row.how_often, _("for instance every other week")),
        TextField("where", _("Where"), row.where),
        SelectField("goal", _("For which goal"), goals, row.goal, _("no goal")),
    )
    today = screen.today
    back = lambda values: action_back(screen.meeting, values, today)  # noqa: E731
    return row_form(screen, _("Action"), fields, "actions", one, back=back)


def need_form(screen: SipScreen, one: Need | None) -> FormScreen:
    """What the person needs, in the person's words (seed row 3)."""
    fields = (TextField("text", _("What the person needs"), one.text if one else ""),)
    return row_form(screen, _("Need"), fields, "needs", one)


def goal_form(screen: SipScreen, one: Goal | None) -> FormScreen:
    """What the person wants to reach; with a main goal above it, a subgoal (seed row 30)."""
    row = one or Goal(id="")
    above = [(each.id, each.text) for each in screen.meeting.goals if not each.parent and each.id != row.id]
    fields = (
        TextField("text", _("The goal, in the person's words"), row.text),
        SelectField("parent", _("Part of the goal"), above, row.parent, _("a main goal")),
        TextField("by", _("By when"), row.by),
        TextField(
            "resources",
            _("What helps you get there"),
            row.resources,
            _("something you are good at, somebody you trust"),
        ),
    )
    return row_form(screen, _("Goal"), fields, "goals", one)


def people(meeting: Meeting) -> list[tuple[str, str]]:
    """Everybody, as a choice."""
    return [(one.id, name_with_role(one)) for one in in_round_order(meeting)]


def row_form(
    screen: SipScreen,
    title: str,
    fields: FieldSpecs,
    table: str,
    one: Row | None,
    back: Feedback = lambda _values: "",
    **first: str,
) -> FormScreen:
    """A form that writes its row while it is filled in; a new row has the ``first`` cells as well.

    A new row whose first field is emptied again goes away: what somebody began to write and thought better of.
    """
    values = {**first, **{each.name: each.value for each in fields}}
    write = RowWriter(screen, table, one.id if one else "", fields[0].name, values, screen.moment)
    return FormScreen(title, fields, only_changed(fields, write), back)


@dataclass(frozen=True)
class RowWriter:
    """Writes a row as its form is filled in."""

    screen: SipScreen
    table: str
    known: str
    """The row's id; empty when the form makes a new one."""
    main: str
    """The field without which there is no row."""
    values: dict[str, str]
    """What stands in the form."""
    moment: EditContext
    """When the form was opened, and the id of the row that it makes."""

    def __call__(self, changed: Mapping[str, str]) -> None:
        self.values.update(changed)
        row = self.known or self.moment.row
        self.screen.write(self._edits(row, changed), step=f"{self.table} {row}")

    def _edits(self, row: str, changed: Mapping[str, str]) -> tuple[Edit, ...]:
        rows: Sequence[Row] = getattr(self.screen.meeting, self.table)
        standing = next((each for each in rows if each.id == row), None)
        if standing is None:
            made = add_row(self.table, rows, self.moment, self.main, _texts(self.values))
            return (*made, *_added(self.table, row, self.main, self.values))
        if not self.known and not self.values[self.main].strip():
            return delete_row(self.table, row)
        return change_row(self.table, standing, **{name: _cell(name, value) for name, value in changed.items()})


def _kind(row: Participant) -> SelectField:
    """In what capacity somebody comes; for an authority, when nothing else is chosen."""
    others = [(str(kind), _(word)) for kind, word in KINDS.items() if kind not in {Kind.PERSON, Kind.ACTOR}]
    return SelectField("kind", _("Comes as"), others, "" if row.kind is Kind.ACTOR else row.kind, _(KINDS[Kind.ACTOR]))


def _cell(name: str, value: str) -> str | bool:
    """What a field's text is in the row's cell; an empty kind is the common one."""
    if name in TRUTHS:
        return bool(value)
    return value or Kind.ACTOR if name == "kind" else value


def _added(table: str, row: str, main: str, values: Mapping[str, str]) -> tuple[Edit, ...]:
    """What a new row has besides its texts; it may have been there a moment ago, and been emptied."""
    cells = {"deleted": False, **{name: bool(values[name]) for name in TRUTHS & values.keys()}}
    return as_edits(table, row, cells.items()) if values[main].strip() else ()


def _texts(values: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in values.items() if name not in TRUTHS}


def only_changed(fields: FieldSpecs, write: OnChange) -> OnChange:
    """Write only what somebody changes in the form: the other fields may have been changed elsewhere meanwhile."""
    known = {one.name: one.value for one in fields}

    def of(values: Mapping[str, str]) -> None:
        changed = {name: value for name, value in values.items() if value != known[name]}
        known.update(changed)
        write(changed)

    return of
