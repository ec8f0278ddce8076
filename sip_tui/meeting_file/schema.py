"""The schema of a prepared meeting: every table and field that it may have, with the check of each."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sip_tui.i18n.translation import _
from sip_tui.meeting.content.situation import SLOTS
from sip_tui.meeting.log.change import Value
from sip_tui.meeting_file.errors import MeetingFileError, unknown_name, wrong_value
from sip_tui.meeting_file.validators import (
    Check,
    boolean,
    consent,
    day,
    minutes,
    non_empty,
    one_of,
    require_few,
    start,
    text,
    texts,
)
from sip_tui.meeting_file.vocabulary import (
    ANSWERS,
    HORIZONS,
    INVITATIONS,
    KINDS,
    PHASE_NAMES,
    PRESENCES,
    SEATS,
    STATUSES,
)
from sip_tui.patterns import pattern

FieldChecks = Mapping[str, Check]
FileTable = dict[str, Value]

SINGLE_TABLES: Mapping[str, FieldChecks] = {
    "meeting": {
        "type": non_empty,
        "title": text,
        "start": start,
        "minutes": minutes(1),
        "place": text,
        "link": text,
        "purpose": text,
        "why": text,
        "questions": texts,
        "called_by": text,
        "reply_to": text,
        "reply_by": day,
        "short_notice": text,
        "follow_up": day,
        "chair": text,
        "co_chair": text,
        "secretary": text,
        "mail_notes": boolean,
    },
    "person": {
        "called": text,
        "matters": text,
        "stamina_minutes": minutes(0),
        "needs": texts,
        "child": boolean,
        "strengths": text,
        "kept_out": text,
        "consent_until": day,
        "interpreter_language": text,
        "kin_wanted": one_of(ANSWERS),
        "cognitive_support": text,
        "breaks": text,
        "travel": text,
        "reach": text,
        "communication": text,
        "takes_part": text,
    },
    "between": {
        "coordinator": text,
        "authority": text,
        "phone": text,
        "wish": text,
        "place": text,
        "booked_by": text,
        "unbooked": text,
        "evaluation": day,
        "contact": text,
        "urgent": text,
        "changed": text,
        "convener": text,
        "told_by": text,
        "approved_on": day,
        "approved_how": text,
        "approved_by": text,
    },
    "agenda": dict.fromkeys(PHASE_NAMES, minutes(0)),
}
"""Tables that occur once."""
LIST_TABLES: Mapping[str, FieldChecks] = {
    "participants": {
        "id": non_empty,
        "name": text,
        "kind": one_of(KINDS),
        "role": text,
        "organisation": text,
        "email": text,
        "phone": text,
        "key_person": boolean,
        "presence": one_of(PRESENCES),
        "consent": consent,
        "contact": text,
        "comes": text,
        "leaves": text,
        "parts": text,
        "substitute_for": text,
        "wanted": one_of(ANSWERS),
        "why": text,
        "answer": one_of(INVITATIONS),
    },
    "notes": {"phase": one_of(PHASE_NAMES), "seat": one_of(SEATS), "text": text},
    "goals": {
        "id": non_empty,
        "horizon": one_of(HORIZONS),
        "text": text,
        "owner": text,
        "parent": text,
        "by": day,
        "resources": text,
        "need": text,
        "sign": text,
    },
    "actions": {
        "id": non_empty,
        "what": text,
        "who": text,
        "when": day,
        "how_often": text,
        "where": text,
        "goal": text,
        "status": one_of(STATUSES),
        "manages": one_of(ANSWERS),
    },
    "situation": {"who": non_empty, **dict.fromkeys(SLOTS, text)},
    "ongoing": {"what": non_empty, "who": text, "works": text, "works_not": text},
    "questions": {"text": non_empty, "answer": text},
    "terms": {"term": text, "raised_by": text, "answer": text},
}
"""Tables that are lists: [[participants]] in TOML, a list of objects in JSON."""
REQUIRED = {
    "meeting": ("type", "start"),
    "notes": ("phase",),
    "situation": ("who",),
    "ongoing": ("what",),
    "questions": ("text",),
}
"""Table → fields that may not be left out."""

_IDENTITY = pattern(
    r"person(al)?(id(entity)?)?(nummer|number|nr|no)|pnr|ssn|socialsecuritynumber|(samordnings|reserv|födelse)(nummer|nr)"
)


def check_tables(tables: Mapping[str, Any]) -> tuple[dict[str, FileTable], dict[str, list[FileTable]]]:
    """Check every table and field; return the single tables and the lists.

    JSON null counts as left out; rows are counted from 1 in errors.
    """
    _names("", tables, (*SINGLE_TABLES, *LIST_TABLES), tables=True)
    single = {name: _table(name, SINGLE_TABLES[name], _given(tables, name, {})) for name in SINGLE_TABLES}
    lists = {name: _rows(name, _given(tables, name, [])) for name in LIST_TABLES}
    return single, lists


def _given(tables: Mapping[str, Any], name: str, default: Any) -> Any:
    found = tables.get(name)
    return default if found is None else found


def _rows(name: str, rows: object) -> list[FileTable]:
    if not isinstance(rows, list):
        raise wrong_value(name, rows, _("write a list: [[{name}]] in TOML, [ … ] in JSON").format(name=name))
    require_few(name, rows)
    return [_table(name, LIST_TABLES[name], row, f"{name}[{place}]") for place, row in enumerate(rows, 1)]


def _table(name: str, fields: FieldChecks, table: object, path: str = "") -> FileTable:
    path = path or name
    if not isinstance(table, dict):
        raise wrong_value(path, table, _("write a table: fields with their values"))
    _names(f"{path}.", table, fields)
    checked = {field: fields[field](f"{path}.{field}", value) for field, value in table.items() if value is not None}
    for required in REQUIRED.get(name, ()):
        if required not in checked:
            raise MeetingFileError(_missing(f"{path}.{required}"))
    return checked


def _names(path: str, given: Iterable[str], right: Collection[str], *, tables: bool = False) -> None:
    for name in given:
        if _IDENTITY.fullmatch(re.sub(r"[\W_]", "", name.casefold())):
            sentence = _("{path}: there is no field for personal identity numbers, on purpose; take the number out")
            raise MeetingFileError(sentence.format(path=path + name))
        if name not in right:
            raise unknown_name(path + name, name, right, table=tables)


def _missing(path: str) -> str:
    examples = {
        "start": "2026-11-27T13:00",
        "type": '"SIP"',
        "phase": '"opening"',
        "who": '"p1"',
        "text": _('"Who meets me in the morning?"'),
        "what": _('"Talks with the school counsellor"'),
    }
    example = examples[path.rpartition(".")[2]]
    return _("{path} is missing; write for instance {example}").format(path=path, example=example)
