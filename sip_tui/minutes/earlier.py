"""The earlier meetings of a plan as a document may tell of them: what the time line is drawn from.

What is still in the plan is told in the words of the latest meeting. What was over before is redacted here, by the
same rules and with the names of both meetings; it is among the findings to be looked at like everything else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sip_tui.meeting.model.meeting import Action, Goal, Meeting, MeetingInfo, Participant
from sip_tui.minutes.access import restrict
from sip_tui.minutes.redaction.fields import FieldRedactor, redact_fields
from sip_tui.minutes.redaction.in_confidence import omit_confidences
from sip_tui.minutes.redaction.kept_out import omit_topic


def earlier_meetings(
    earlier: Sequence[Meeting], meeting: Meeting, audience: str, redactor: FieldRedactor
) -> tuple[Meeting, ...]:
    """Return the goals and actions of the earlier meetings, the first one first, restricted and redacted.

    Args:
        earlier: The meetings of the chain before this one, whole.
        meeting: The meeting that the document is of, whole.
        audience: One of ``DOCUMENTS``.
        redactor: That of the meeting; it collects what is found.
    """
    told = {row.id for row in (*meeting.goals, *meeting.actions)}
    found: list[Meeting] = []
    for before in reversed(earlier):
        plan = _plan(restrict(before, audience), told)
        told |= {row.id for row in (*before.goals, *before.actions)}
        for topic in (before.person.kept_out, meeting.person.kept_out):
            plan = omit_topic(plan, topic)
        found.append(redact_fields(omit_confidences(plan), _with_names_of(redactor, before, audience)))
    return tuple(reversed(found))


def _plan(meeting: Meeting, told: set[str]) -> Meeting:
    """Return what the time line shows of a plan, without the words of what a later meeting tells."""
    goals = (Goal(id=row.id, text=row.text * (row.id not in told), reached=row.reached) for row in meeting.goals)
    actions = (
        Action(
            id=row.id,
            what=row.what * (row.id not in told),
            who=row.who,
            goal=row.goal,
            status=row.status,
            replaced_by=row.replaced_by,
            since=row.since,
            reviewed=row.reviewed,
            unanswered=row.unanswered,
        )
        for row in meeting.actions
    )
    return Meeting(
        about=MeetingInfo(id=meeting.about.id, start=meeting.about.start),
        participants=tuple(
            Participant(id=other.id, kind=other.kind, presence=other.presence) for other in meeting.participants
        ),
        events=meeting.events,
        goals=tuple(goals),
        actions=tuple(actions),
    )


def _with_names_of(redactor: FieldRedactor, meeting: Meeting, audience: str) -> FieldRedactor:
    """Return the redactor that also knows the names of an earlier meeting."""
    own = FieldRedactor.of(meeting, audience, redactor.policy)
    known = {name.name for name in redactor.names}
    names = (*redactor.names, *(name for name in own.names if name.name not in known))
    return replace(redactor, names=names, strangers={**redactor.strangers, **own.strangers}, known={})
