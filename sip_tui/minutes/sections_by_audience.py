"""A meeting as a document: the sections that the audience has, in its order (see ``allow.SECTIONS``)."""

from __future__ import annotations

from collections.abc import Mapping

from sip_tui.minutes.access import SECTIONS
from sip_tui.minutes.context import RenderContext, SectionFunction
from sip_tui.minutes.document import Document, changed, tidy
from sip_tui.minutes.sections import (
    consent,
    decisions,
    header,
    next_steps,
    notice,
    person_paper,
    plan,
    questions,
    situation,
    until_next_meeting,
)

WRITTEN: Mapping[str, SectionFunction] = {
    "facts": header.facts,
    "purpose": header.purpose,
    "attendance": header.attendance,
    "consent": consent.consent,
    "company": header.company,
    "matters": situation.matters,
    "strengths": situation.strengths,
    "situation": situation.situation,
    "quotes": situation.quotes,
    "ongoing": situation.ongoing,
    "offers": situation.offers,
    "support": situation.support,
    "needs": plan.needs,
    "notes": plan.notes,
    "plan": plan.plan,
    "resolutions": decisions.resolutions,
    "picture": decisions.picture,
    "ideas": decisions.ideas,
    "disagreements": plan.disagreements,
    "information": decisions.information,
    "open_ends": next_steps.open_ends,
    "parked": next_steps.parked,
    "terms": next_steps.terms,
    "next_steps": next_steps.next_steps,
    "coordinator": until_next_meeting.coordinator,
    "follow_up": until_next_meeting.follow_up,
    "between": until_next_meeting.between,
    "answers": questions.answers,
    "feedback": questions.feedback,
    "own_words": questions.own_words,
    "decisions": person_paper.decisions,
    "goals": person_paper.goals,
    "ask": person_paper.ask,
    "unsettled": person_paper.unsettled,
    "notice": notice.notice,
}
"""Section → who writes it."""

_TITLES = {"person": person_paper.title, "notice": notice.title}


def document(telling: RenderContext) -> Document:
    """Write the document, every text tidied to one line; nothing in it is masked yet."""
    audience = telling.voice.audience
    title = _TITLES.get(audience, header.title)(telling)
    blocks = tuple(block for name in SECTIONS[audience] for block in WRITTEN[name](telling))
    return changed(Document(title, blocks), tidy)
