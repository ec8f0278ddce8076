"""Sections of a document, one function each; which of them an audience gets, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from sip_tui.meeting.content.outcomes import current_plan
from sip_tui.minutes.context import RenderContext, SectionFunction
from sip_tui.minutes.document import Document, RichText, map_texts, to_single_line
from sip_tui.minutes.sections import (
    actor_part,
    call,
    delivery,
    follow_up,
    header,
    outcomes,
    person_paper,
    plan,
    questions,
    sheet,
    situation,
)

_AGREED = (
    plan.plan,
    plan.resolutions,
    follow_up.coordinator,
    follow_up.next_meeting,
    outcomes.plan_end,
    follow_up.between,
)
_OPEN = (
    plan.disagreements,
    follow_up.open_ends,
    follow_up.parked,
    plan.information,
    follow_up.terms,
    follow_up.next_steps,
)
_STORY = (
    situation.situation,
    situation.ongoing,
    plan.needs,
    situation.quotes,
    situation.offers,
    plan.open_ideas,
)
"""What was told; by mail only when the chair says so (see ``access.STORY``)."""
_PERSON = (
    header.status,
    situation.matters,
    situation.strengths,
    outcomes.outcomes,
    person_paper.decisions,
    plan.resolutions,
    person_paper.goals,
    person_paper.contact_cards,
    follow_up.coordinator,
    follow_up.between,
    follow_up.next_meeting,
    outcomes.plan_end,
    questions.wondered,
    questions.answers,
    person_paper.unsettled,
    follow_up.parked,
    plan.disagreements,
    person_paper.consent,
    plan.information,
    follow_up.terms,
    situation.support,
    questions.person_feedback,
    header.attendees,
    plan.needs,
    header.facts,
    plan.notes,
)
SECTIONS: Mapping[str, tuple[SectionFunction, ...]] = {
    "mail": (
        *(header.status, situation.matters, outcomes.outcomes, *_AGREED, *_OPEN),
        *(situation.strengths, header.purpose, header.attendance, header.facts, *_STORY, plan.notes),
    ),
    "person": _PERSON,
    "full": (
        *(header.status, situation.matters, situation.strengths, header.facts, header.attendance, header.consent),
        *(
            header.purpose,
            *_STORY,
            outcomes.outcomes,
            *_AGREED,
            *_OPEN,
            questions.feedback,
            delivery.deliveries,
            plan.notes,
        ),
    ),
    "notice": (header.notice,),
    "actor": (
        *(header.status, actor_part.part, actor_part.goals, follow_up.coordinator),
        *(follow_up.next_meeting, follow_up.next_steps),
    ),
    "call": (call.facts, call.about_you, call.purpose, call.reason, call.called, call.preparing, call.answering),
    "sheet": (
        *(sheet.welcome, sheet.facts, sheet.purpose, sheet.company, sheet.circle),
        *(sheet.parts, sheet.saying_no, sheet.letter, sheet.asking),
    ),
}
TITLES: Mapping[str, Callable[[RenderContext], RichText]] = {
    "notice": header.notice_title,
    "actor": actor_part.title,
    "call": call.title,
    "sheet": sheet.title,
}
"""The titles that are not those of the minutes."""


def compose(context: RenderContext) -> Document:
    """Write the document of an audience, every text on one line; nothing is masked yet.

    What is over of an earlier plan is told of in its own section, and in no other.
    """
    title = TITLES.get(context.audience, header.title)(context)
    now = replace(context, meeting=current_plan(context.meeting))
    sections = SECTIONS[context.audience]
    blocks = tuple(block for section in sections for block in section(context if section is outcomes.outcomes else now))
    return map_texts(Document(title, blocks), to_single_line)
