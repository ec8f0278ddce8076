"""From checked tables to edits: assign row ids and order, and resolve every reference."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from itertools import count

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.log.change import Edit, Value, as_edits
from sip_tui.meeting.model.enums import Horizon, Kind, Seat
from sip_tui.meeting.notes.pads import pad_id, smallest_splice
from sip_tui.meeting_file.errors import MeetingFileError, list_choices, wrong_value
from sip_tui.meeting_file.schema import FileTable
from sip_tui.meeting_file.vocabulary import PHASE_NAMES, kind_of_role

Lists = Mapping[str, list[FileTable]]
INVITATION_CELLS = {"wanted": "wanted", "why": "why", "answer": "state"}
"""Field of a participant in the file → field of the invitation."""
FileRows = dict[str, FileTable]
"""Row id → its fields, in the order of the file."""


def edits_of(single: Mapping[str, FileTable], lists: Lists) -> tuple[Edit, ...]:
    """Return the edits of a whole meeting; raise MeetingFileError for a duplicate id or a dangling reference."""
    people, goals = _with_ids("participants", lists), _with_ids("goals", lists)
    actions, terms = _with_ids("actions", lists), _with_ids("terms", lists)
    ongoing, accounts = _with_ids("ongoing", lists), _by_who("situation", lists, people)
    _check_about(single["meeting"], people)
    _check("participants", people, {"substitute_for": people})
    _check_persons(people)
    is_adult = single["person"].get("child") is False
    if is_adult:
        _check_guardians(people)
    needs = [f"n{place}" for place, _text in enumerate(_texts(single["person"].get("needs")), 1)]
    _check("goals", goals, {"owner": people, "parent": goals, "need": needs})
    _check_parents(goals)
    _check("actions", actions, {"who": people, "goal": goals})
    _check("ongoing", ongoing, {"who": people})
    _check("terms", terms, {"raised_by": people})
    _check_between(single["between"], people)
    return (
        *as_edits("about", "meeting", single["meeting"].items()),
        *_person(single["person"]),
        *as_edits("between", "between", single["between"].items()),
        *_ordered("participants", people, partial(_with_kind, adult=is_adult)),
        *_invitations(people),
        *_phases(single["agenda"]),
        *_notes(lists["notes"]),
        *_accounts(accounts),
        *_ordered("ongoing", ongoing),
        *_ordered("goals", goals, _with_horizon),
        *_ordered("actions", actions),
        *_ordered("terms", terms),
        *_ordered("questions", _questions(single["meeting"], lists)),
    )


def _with_ids(table: str, lists: Lists) -> FileRows:
    """Key the rows by id: their own, else the table's first letter and the next free number."""
    taken = {str(row["id"]) for row in lists[table] if "id" in row}
    free = (f"{table[0]}{number}" for number in count(1) if f"{table[0]}{number}" not in taken)
    rows: FileRows = {}
    for place, row in enumerate(lists[table], 1):
        name = str(row["id"]) if "id" in row else next(free)
        if name in rows:
            raise wrong_value(f"{table}[{place}].id", name, _("another one has this id; give each its own"))
        rows[name] = {field: value for field, value in row.items() if field != "id"}
    return rows


def _by_who(table: str, lists: Lists, people: FileRows) -> FileRows:
    """Key the rows by the participant that they are about; one row each."""
    rows: FileRows = {}
    for place, row in enumerate(lists[table], 1):
        who = str(row["who"])
        if who not in people:
            raise wrong_value(f"{table}[{place}].who", who, _choices("who", people))
        if who in rows:
            raise wrong_value(
                f"{table}[{place}].who", who, _("there is one for this participant already; put them together")
            )
        rows[who] = {field: value for field, value in row.items() if field != "who"}
    return rows


def _questions(about: FileTable, lists: Lists) -> FileRows:
    """Key the questions by id; one that repeats a question of the invitation gets that one's id."""
    invited = _texts(about.get("questions"))
    free = (f"q{number}" for number in count(1))
    rows: FileRows = {}
    for row in lists["questions"]:
        same = (f"question-{at}" for at, text in enumerate(invited, 1) if text.strip() == str(row["text"]).strip())
        rows[next((question for question in same if question not in rows), None) or next(free)] = row
    return rows


def _check(table: str, rows: FileRows, references: Mapping[str, Collection[str]]) -> None:
    for place, row in enumerate(rows.values(), 1):
        for field, right in references.items():
            value = row.get(field)
            if value and value not in right:
                raise wrong_value(f"{table}[{place}].{field}", value, _choices(field, right))


def _choices(field: str, right: Collection[str]) -> str:
    none, some = _CHOICES.get(field, (N_("there are no participants"), N_("the participants are {ids}")))
    return _(some).format(ids=list_choices(right)) if right else _(none)


def _check_persons(people: FileRows) -> None:
    """Check that the meeting is about one person at most."""
    persons = [place for place, row in enumerate(people.values(), 1) if _with_kind(row)["kind"] == Kind.PERSON]
    if persons[1:]:
        wanted = _("the meeting is about someone else on the list already; choose what this one is there for")
        raise wrong_value(f"participants[{persons[1]}].kind", Kind.PERSON, wanted)


def _check_guardians(people: FileRows) -> None:
    """Check that a person who is said to be an adult has no guardian; a file that says nothing may mean a youngster."""
    for place, row in enumerate(people.values(), 1):
        if _with_kind(row, adult=True)["kind"] == Kind.GUARDIAN:
            field = "kind" if "kind" in row else "role"
            wanted = _(
                "only a child has someone with parental responsibility; write child = true under [person], "
                "or what else this one is there for"
            )
            raise wrong_value(f"participants[{place}].{field}", row[field], wanted)


_GOALS = N_("there are no goals"), N_("the goals are {ids}")
_CHOICES: Mapping[str, tuple[str, str]] = {
    "goal": _GOALS,
    "parent": _GOALS,
    "need": (N_("there are no needs"), N_("the needs are {ids}")),
}
"""Field → what is said of its choices, when there are none and when there are some; else they are participants."""


def _check_about(about: FileTable, people: FileRows) -> None:
    """Check convener, chair and secretary: a participant's id or, for somebody not on the list, a name."""
    for field in ("called_by", "chair", "co_chair", "secretary"):
        value = str(about.get(field, ""))
        if value not in people and re.fullmatch(r"p\d+", value):
            raise wrong_value(f"meeting.{field}", value, _choices(field, people))


def _check_between(between: FileTable, people: FileRows) -> None:
    """Check the people of the time between meetings: participants only, so that their names are masked."""
    for field in ("coordinator", "booked_by", "contact", "convener", "told_by", "approved_by"):
        value = str(between.get(field, ""))
        if value and value not in people:
            raise wrong_value(f"between.{field}", value, _choices(field, people))


def _check_parents(goals: FileRows) -> None:
    """Refuse a subgoal of a subgoal: the plan has two levels (requirement 30)."""
    for place, row in enumerate(goals.values(), 1):
        parent = row.get("parent")
        if parent and goals[str(parent)].get("parent"):
            raise wrong_value(f"goals[{place}].parent", parent, _("that is a subgoal itself; name a main goal"))


def _ordered(table: str, rows: FileRows, tidy: Callable[[FileTable], FileTable] = dict) -> Iterator[Edit]:
    for order, (row, fields) in enumerate(rows.items()):
        yield from as_edits(table, row, tidy(fields).items())
        yield Edit(table, row, "order", order)


def _with_kind(person: FileTable, *, adult: bool = False) -> FileTable:
    own = {name: value for name, value in person.items() if name not in INVITATION_CELLS}
    kind = own["kind"] if "kind" in own else kind_of_role(str(person.get("role", "")), adult=adult).value
    return {"kind": kind, **own}


def _invitations(people: FileRows) -> Iterator[Edit]:
    """What is known of a participant beside the own row: wanted by the person, why called, what was answered."""
    for row, fields in people.items():
        found = [(cell, fields[name]) for name, cell in INVITATION_CELLS.items() if fields.get(name)]
        yield from as_edits("invitations", row, found)


def _with_horizon(goal: FileTable) -> FileTable:
    return {"horizon": Horizon.SHORT.value, **goal} if goal.get("parent") else goal


def _person(person: FileTable) -> Iterator[Edit]:
    fields: list[tuple[str, Value]] = [(name, value) for name, value in person.items() if name != "needs"]
    yield from as_edits("person", "person", fields)
    texts = enumerate(_texts(person.get("needs")), 1)
    yield from _ordered("needs", {f"n{place}": {"text": text} for place, text in texts})


def _texts(value: Value) -> list[str]:
    return [str(text) for text in value] if isinstance(value, list) else []


def _accounts(accounts: FileRows) -> Iterator[Edit]:
    for who, slots in accounts.items():
        yield from as_edits("accounts", who, slots.items())


def _phases(agenda: FileTable) -> Iterator[Edit]:
    seen: dict[str, str] = {}
    for name, minutes in agenda.items():
        phase = PHASE_NAMES[name]
        if phase in seen:
            sentence = _("agenda.{first} and agenda.{second} are the same part; keep one")
            raise MeetingFileError(sentence.format(first=seen[phase], second=name))
        seen[phase] = name
        yield Edit("phases", phase, "minutes", minutes)


def _notes(notes: list[FileTable]) -> Iterator[Edit]:
    """Join notes of the same phase and seat into one pad."""
    pads: dict[tuple[str, str], str] = {}
    for note in notes:
        place = str(note["phase"]), str(note.get("seat", Seat.SECRETARY.value))
        pads[place] = "\n".join(text for text in (pads.get(place, ""), str(note.get("text", ""))) if text)
    for (phase, seat), text in pads.items():
        row = pad_id(phase, seat)
        yield from as_edits("notes", row, [("phase", phase), ("seat", seat)])
        if text:
            yield Edit("notes", row, "text", smallest_splice("", text))
