"""A meeting as a document: the sections that the audience has, in its order (see ``allow.SECTIONS``)."""

from __future__ import annotations

from collections.abc import Mapping

from sip_tui.minutes import after, agreed, asked, between, consent, decided, head, notice, paper, situation
from sip_tui.minutes.allow import SECTIONS
from sip_tui.minutes.outline import Document, changed, tidy
from sip_tui.minutes.telling import Section, Telling

WRITTEN: Mapping[str, Section] = {
    "facts": head.facts,
    "purpose": head.purpose,
    "attendance": head.attendance,
    "consent": consent.consent,
    "company": head.company,
    "matters": situation.matters,
    "strengths": situation.strengths,
    "situation": situation.situation,
    "quotes": situation.quotes,
    "ongoing": situation.ongoing,
    "offers": situation.offers,
    "support": situation.support,
    "needs": agreed.needs,
    "notes": agreed.notes,
    "plan": agreed.plan,
    "resolutions": decided.resolutions,
    "picture": decided.picture,
    "ideas": decided.ideas,
    "disagreements": agreed.disagreements,
    "information": decided.information,
    "open_ends": after.open_ends,
    "parked": after.parked,
    "terms": after.terms,
    "next_steps": after.next_steps,
    "coordinator": between.coordinator,
    "follow_up": between.follow_up,
    "between": between.between,
    "answers": asked.answers,
    "feedback": asked.feedback,
    "own_words": asked.own_words,
    "decisions": paper.decisions,
    "goals": paper.goals,
    "ask": paper.ask,
    "unsettled": paper.unsettled,
    "notice": notice.notice,
}
"""Section → who writes it."""

_TITLES = {"person": paper.title, "notice": notice.title}


def document(telling: Telling) -> Document:
    """Write the document, every text tidied to one line; nothing in it is masked yet."""
    audience = telling.voice.audience
    title = _TITLES.get(audience, head.title)(telling)
    blocks = tuple(block for name in SECTIONS[audience] for block in WRITTEN[name](telling))
    return changed(Document(title, blocks), tidy)
