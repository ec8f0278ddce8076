"""One actor's part of the plan as a FHIR R4 CarePlan, for a system that reads such files.

It names the actor by role and organisation and the person not at all: the receiver knows whose plan it is, and enters
it under the right person (https://hl7.org/fhir/R4/careplan.html).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sip_tui.i18n.translation import _, language
from sip_tui.meeting.model.enums import Status
from sip_tui.minutes.context import fixed
from sip_tui.minutes.document import plain
from sip_tui.minutes.formats import FileContent, FormatRefusedError, is_for
from sip_tui.minutes.formats.action_rows import ActionRow, action_rows, unmarked
from sip_tui.minutes.formats.html_page import to_body, words_of
from sip_tui.minutes.render import Draft
from sip_tui.minutes.rendered import Rendered, mark_fixed
from sip_tui.swedish.dates.formatting import local

_STATUS = {
    Status.PROPOSED: "not-started",
    Status.NEW: "not-started",
    Status.ONGOING: "in-progress",
    Status.CHANGED: "in-progress",
    Status.ENDED: "stopped",
    Status.DONE: "completed",
    Status.NOT_DONE: "cancelled",
}
"""R4's care-plan-activity-status."""


def write(made: Draft, _reference: str) -> FileContent:
    """Write the CarePlan as JSON; raise FormatRefusedError when the actor has nothing to do."""
    is_for(made, "actor")
    rows = [*action_rows(made.context, made.context.meeting.participant(made.context.actor))]
    if not rows:
        raise FormatRefusedError(_("This service has no actions, so there is no plan for another system."))
    body = to_body(made.document)
    plan = _plan(made, rows, Rendered.of(body).text)
    words = "\n".join((words_of(body), *_strings({key: plan[key] for key in ("contained", "activity") if key in plan})))
    return FileContent(
        json.dumps(_unmarked(plan), ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace"), words
    )


def _plan(made: Draft, rows: list[ActionRow], body: str) -> dict[str, Any]:
    context = made.context
    goals = {row.goal.id: row.aim for row in rows if row.goal and row.aim}
    opened = context.opened_at or context.now
    plan = {
        "resourceType": "CarePlan",
        "language": language(),
        "text": {"status": "generated", "div": f'<div xmlns="http://www.w3.org/1999/xhtml">{_as_xhtml(body)}</div>'},
        "contained": [_goal(number, aim) for number, aim in enumerate(goals.values(), 1)],
        "status": "active" if context.is_begun else "draft",
        "intent": "plan" if context.is_begun else "proposal",
        "title": plain(made.document.title),
        "subject": _subject(),
        "created": local(opened).date().isoformat(),
        "goal": [{"reference": f"#goal-{number}"} for number in range(1, len(goals) + 1)],
        "activity": [{"detail": _detail(row, [*goals])} for row in rows],
    }
    return {key: value for key, value in plan.items() if value}


def _subject() -> dict[str, str]:
    """The person, without a name: the receiver's own system knows who it is."""
    return {"display": mark_fixed(fixed(_("The person whose plan this is")))}


def _goal(number: int, aim: str) -> dict[str, Any]:
    return {
        "resourceType": "Goal",
        "id": f"goal-{number}",
        "lifecycleStatus": "active",
        "description": {"text": aim},
        "subject": _subject(),
    }


def _detail(row: ActionRow, goals: list[str]) -> dict[str, Any]:
    due = row.due
    in_words = row.how_often or row.in_part or not due
    said = ", ".join(filter(None, (row.how_often, row.when))) if in_words else ""
    detail: dict[str, Any] = {
        "goal": [{"reference": f"#goal-{goals.index(row.goal.id) + 1}"}] if row.goal and row.aim else [],
        "status": _STATUS[row.action.status],
        "scheduledString": said,
        "scheduledPeriod": {"end": local_day(due)} if due and not said else {},
        "location": {"display": row.where} if row.where else {},
        "performer": [{"display": row.who}],
        "description": row.what,
    }
    return {key: value for key, value in detail.items() if value}


def local_day(at: object) -> str:
    """Return a day, or the day of a time, as ISO 8601."""
    return str(at)[:10]


def _as_xhtml(body: str) -> str:
    """Return the page without what FHIR's narrative does not allow: boxes become signs."""
    signs = {"<input type=checkbox disabled checked>": "☑", "<input type=checkbox disabled>": "☐"}
    for tag, sign in {**signs, "<label>": "", "</label>": ""}.items():
        body = body.replace(tag, sign)
    return body


def _unmarked(value: Any) -> Any:
    """Return a structure with every text as it is written."""
    if isinstance(value, dict):
        return {key: _unmarked(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_unmarked(inner) for inner in value]
    return unmarked(value) if isinstance(value, str) else value


def _strings(value: Any) -> Iterator[str]:
    """Yield every text in a structure."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
