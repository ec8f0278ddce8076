"""The forms for the rows of a meeting: participant, term, action, goal. Each writes its row while it is filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sip_tui.guidance import phase_name
from sip_tui.key_names import KEYS
from sip_tui.language import _, ngettext
from sip_tui.meeting.agenda import planned, set_minutes
from sip_tui.meeting.attendance import in_order
from sip_tui.meeting.change import Edit, as_edits
from sip_tui.meeting.kinds import Kind
from sip_tui.meeting.model import Action, Goal, Meeting, Need, Participant, Row, Term
from sip_tui.meeting.offices import change_about
from sip_tui.meeting.plan import add_row, change_row, remove
from sip_tui.meeting.replan import warnings
from sip_tui.screens.base import SipScreen
from sip_tui.screens.forms import Back, Choice, FormScreen, Text, Write
from sip_tui.screens.readback import action_back, leaves_back, term_back, when_back
from sip_tui.swedish.dates import iso
from sip_tui.swedish.when import WhenKind, read_when, stored
from sip_tui.widgets.plan_prompt import WARNINGS
from sip_tui.wording import KINDS, described

Fields = Sequence[Text | Choice]
YES = "yes"
TRUTHS = frozenset({"key_person"})
"""Cells that are true or false; their field holds ``YES`` or nothing."""


def participant_form(screen: SipScreen, one: Participant | None) -> FormScreen:
    """Somebody who has come, or whose name must be corrected (seed row 13)."""
    row = one or Participant(id="")
    fields = (
        Text("name", _("Name"), row.name),
        Text("role", _("Role"), row.role, _("for instance school nurse")),
        Text("organisation", _("Organisation"), row.organisation),
        Text("contact", _("Contact with the family"), row.contact),
        Text("phone", _("Phone"), row.phone),
        Text("leaves", _("Must leave at"), row.leaves, _("for instance 13.40; empty: stays all the time")),
        Choice("substitute_for", _("Comes instead of"), people(screen.meeting), row.substitute_for, _("nobody")),
        *(() if row.kind is Kind.PERSON else (_kind(row),)),
        Choice("key_person", _("Needed here"), [(YES, _("yes, a key person"))], YES * row.key_person, _("no")),
    )
    return row_form(screen, _("Participant"), fields, "participants", one, back=leaves_back, presence="present")


def term_form(screen: SipScreen, one: Term | None) -> FormScreen:
    """A word that was not understood: who said it, and the answer given in the room (seed row 201)."""
    row = one or Term(id="")
    fields = (
        Text("term", _("The word"), row.term),
        Choice("raised_by", _("Who said it"), people(screen.meeting), row.raised_by, _("nobody chosen")),
        Text("answer", _("What it means, in the words of the one who said it"), row.answer),
    )
    return row_form(screen, _("An unclear word"), fields, "terms", one, back=term_back, phase=screen.at.phase)


def action_form(screen: SipScreen, one: Action | None, goal: str = "") -> FormScreen:
    """Who does what, when, how often and for which goal (seed row 7)."""
    row = one or Action(id="", goal=goal)
    goals = [(each.id, each.text) for each in screen.meeting.goals]
    fields = (
        Text("what", _("What is to be done"), row.what),
        Choice("who", _("Who does it"), people(screen.meeting), row.who, _("nobody chosen")),
        Text("when", _("When"), row.when, _("for instance Friday 27 November")),
        Text("how_often", _("How often"), row.how_often, _("for instance every other week")),
        Text("where", _("Where"), row.where),
        Choice("goal", _("For which goal"), goals, row.goal, _("no goal")),
    )
    today = screen.today
    back = lambda values: action_back(screen.meeting, values, today)  # noqa: E731
    return row_form(screen, _("Action"), fields, "actions", one, back=back)


def need_form(screen: SipScreen, one: Need | None) -> FormScreen:
    """What the person needs, in the person's words (seed row 3)."""
    fields = (Text("text", _("What the person needs"), one.text if one else ""),)
    return row_form(screen, _("Need"), fields, "needs", one)


def goal_form(screen: SipScreen, one: Goal | None) -> FormScreen:
    """What the person wants to reach; with a main goal above it, a subgoal (seed row 30)."""
    row = one or Goal(id="")
    above = [(each.id, each.text) for each in screen.meeting.goals if not each.parent and each.id != row.id]
    fields = (
        Text("text", _("The goal, in the person's words"), row.text),
        Choice("parent", _("Part of the goal"), above, row.parent, _("a main goal")),
        Text("by", _("By when"), row.by),
        Text(
            "resources",
            _("What helps you get there"),
            row.resources,
            _("something you are good at, somebody you trust"),
        ),
    )
    return row_form(screen, _("Goal"), fields, "goals", one)


def about_form(screen: SipScreen) -> FormScreen:
    """Who leads and who writes, what the meeting is for, when the next one is, and how this one is held (F04)."""
    row, child = screen.meeting.about, screen.meeting.person.child
    nobody, everybody = _("nobody chosen"), people(screen.meeting)
    times = [
        ("100", _("no more")),
        ("125", _("a quarter more")),
        ("150", _("half as much again")),
        ("200", _("double")),
    ]
    fields = (
        Text("purpose", _("Purpose"), row.purpose),
        Choice("chair", _("Chair"), everybody, row.chair, nobody),
        Choice("co_chair", _("Second chair"), everybody, row.co_chair, nobody),
        Choice("secretary", _("Secretary"), everybody, row.secretary, nobody),
        Text("follow_up", _("Follow-up meeting"), as_typed(row.follow_up), _("for instance 2027-02-19 13:00")),
        Choice("child", _("A child"), [(YES, _("yes: more breaks, other words"))], YES * child, _("no")),
        Choice("interpreted", _("Time for the interpreter"), times, str(row.interpreted)),
        Choice("bell", _("Bell"), [("on", _("on")), ("off", _("off"))], "on" if row.bell else "off"),
    )

    def write(values: Mapping[str, str]) -> None:
        given = {name: value for name, value in values.items() if value or name not in {"interpreted", "bell"}}
        given.pop("child", None)
        if "follow_up" in given:
            given["follow_up"] = as_day(given["follow_up"], screen.today)
        about = change_about(screen.meeting, given, screen.moment)
        screen.write((*about, *_paced(screen.meeting, values)), step="about meeting")

    def back(values: Mapping[str, str]) -> str:
        told = _length(screen.meeting) if values["interpreted"] not in {str(row.interpreted), ""} else ""
        return "\n".join(one for one in (when_back(values["follow_up"], screen.today, year=True), told) if one)

    return FormScreen(_("The meeting"), fields, only_changed(fields, write), back)


def as_day(text: str, today: date) -> str:
    """A day as it is kept, with its year; what has more than one meaning, or none, stays as it was typed."""
    read = read_when(text, today)
    return text if read.kind is WhenKind.ASK or iso(text) else stored(read)


def as_typed(day: str) -> str:
    """A day that is kept, as people type it: "2027-02-19 13:00"."""
    return day.replace("T", " ") if iso(day) else day


def _length(meeting: Meeting) -> str:
    """How long the meeting is, for a choice that has changed it."""
    minutes = meeting.about.minutes
    told = ngettext("The meeting is now {count} minute long.", "The meeting is now {count} minutes long.", minutes)
    return told.format(count=minutes)


def _paced(meeting: Meeting, values: Mapping[str, str]) -> tuple[Edit, ...]:
    """Whether the person is a child, and the meeting goes at a child's pace (F32)."""
    return change_row("person", meeting.person, child=bool(values["child"])) if "child" in values else ()


def minutes_form(screen: SipScreen) -> FormScreen:
    """The minutes of each phase, to be set as one likes."""
    before = planned(screen.meeting)
    fields = tuple(Text(phase, phase_name(phase), str(one), str(one), digits=True) for phase, one in before.items())

    def write(values: Mapping[str, str]) -> None:
        # A field that is emptied shows what stood there, and that is what holds.
        given = {phase: int(text) if text.isdecimal() else before[phase] for phase, text in values.items()}
        screen.write(set_minutes(given), step="phases")

    def back(_values: Mapping[str, str]) -> str:
        # The sum and what is odd are both read from the meeting: of two sources, one would be wrong.
        total, minutes = sum(planned(screen.meeting).values()), screen.meeting.about.minutes
        summed = ngettext("{total} of {count} minute", "{total} of {count} minutes", minutes)
        odd = (_(WARNINGS[one]).format(keys=KEYS) for one in warnings(screen.meeting))
        return "\n".join([summed.format(total=total, count=minutes), *odd])

    return FormScreen(_("Minutes for each part"), fields, only_changed(fields, write), back)


def people(meeting: Meeting) -> list[tuple[str, str]]:
    """Everybody, as a choice."""
    return [(one.id, described(one)) for one in in_order(meeting)]


def row_form(
    screen: SipScreen,
    title: str,
    fields: Fields,
    table: str,
    one: Row | None,
    back: Back = lambda _values: "",
    **first: str,
) -> FormScreen:
    """A form that writes its row while it is filled in; a new row has the ``first`` cells as well.

    A new row whose first field is emptied again goes away: what somebody began to write and thought better of.
    """
    moment = screen.moment
    row, main = one.id if one else moment.row, fields[0].name
    values = {**first, **{each.name: each.value for each in fields}}

    def write(changed: Mapping[str, str]) -> None:
        values.update(changed)
        rows: Sequence[Row] = getattr(screen.meeting, table)
        standing = next((each for each in rows if each.id == row), None)
        if standing is None:
            edits = (*add_row(table, rows, moment, main, _texts(values)), *_added(table, row, main, values))
        elif one is None and not values[main].strip():
            edits = remove(table, row)
        else:
            edits = change_row(table, standing, **{name: _cell(name, value) for name, value in changed.items()})
        screen.write(edits, step=f"{table} {row}")

    return FormScreen(title, fields, only_changed(fields, write), back)


def _kind(row: Participant) -> Choice:
    """In what capacity somebody comes; for an authority, when nothing else is chosen."""
    others = [(str(kind), _(word)) for kind, word in KINDS.items() if kind not in {Kind.PERSON, Kind.ACTOR}]
    return Choice("kind", _("Comes as"), others, "" if row.kind is Kind.ACTOR else row.kind, _(KINDS[Kind.ACTOR]))


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


def only_changed(fields: Fields, write: Write) -> Write:
    """Write only what somebody changes in the form: the other fields may have been changed elsewhere meanwhile."""
    known = {one.name: one.value for one in fields}

    def of(values: Mapping[str, str]) -> None:
        changed = {name: value for name, value in values.items() if value != known[name]}
        known.update(changed)
        write(changed)

    return of
