"""Sections of a document, one function each; which of them an audience gets, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sip_tui.minutes.context import RenderContext, SectionFunction
from sip_tui.minutes.document import Document, map_texts, to_single_line
from sip_tui.minutes.sections import follow_up, header, person_paper, plan, questions, situation

_SITUATION = (
    situation.situation,
    situation.quotes,
    situation.ongoing,
    plan.needs,
    situation.offers,
    plan.notes,
)
_AGREED = (
    plan.plan,
    plan.resolutions,
    follow_up.coordinator,
    plan.picture,
    plan.open_ideas,
    plan.disagreements,
    plan.information,
)
_AFTER = (
    follow_up.open_ends,
    follow_up.parked,
    follow_up.terms,
    follow_up.follow_up,
    follow_up.next_steps,
    follow_up.between,
)
_HEAD = (situation.matters, situation.strengths, header.facts, header.purpose, header.attendance)
_PERSON = (
    situation.matters,
    situation.strengths,
    person_paper.decisions,
    plan.resolutions,
    situation.support,
    person_paper.goals,
    plan.disagreements,
    questions.answers,
    follow_up.follow_up,
    follow_up.between,
    follow_up.coordinator,
    person_paper.contact_cards,
    questions.person_feedback,
    person_paper.unsettled,
    follow_up.parked,
    plan.information,
    follow_up.terms,
    plan.needs,
    header.facts,
    header.attendees,
    plan.notes,
)
SECTIONS: Mapping[str, tuple[SectionFunction, ...]] = {
    "mail": (*_HEAD, *_SITUATION, *_AGREED, *_AFTER),
    "person": _PERSON,
    "full": (*_HEAD, header.consent, *_SITUATION, *_AGREED, questions.feedback, *_AFTER),
    "notice": (header.notice,),
}
_TITLES: Mapping[str, Callable[[RenderContext], str]] = {"person": person_paper.title, "notice": header.notice_title}


def compose(context: RenderContext) -> Document:
    """Write the document of an audience, every text on one line; nothing is masked yet."""
    audience = context.addressing.audience
    title = _TITLES.get(audience, header.title)(context)
    blocks = tuple(block for section in SECTIONS[audience] for block in section(context))
    return map_texts(Document(title, blocks), to_single_line)
