"""A meeting as a document: the sections that the audience has, in its order (see ``allow.SECTIONS``)."""

from __future__ import annotations

from collections.abc import Mapping

from sip_tui.minutes import after, agreed, decided, head, notice, paper, situation
from sip_tui.minutes.allow import SECTIONS
from sip_tui.minutes.outline import Document, changed, tidy
from sip_tui.minutes.telling import Section, Telling

WRITTEN: Mapping[str, Section] = {
    "facts": head.facts,
    "purpose": head.purpose,
    "attendance": head.attendance,
    "consent": head.consent,
    "company": head.company,
    "matters": situation.matters,
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
    "disagreements": agreed.disagreements,
    "information": decided.information,
    "open_ends": after.open_ends,
    "terms": after.terms,
    "follow_up": after.follow_up,
    "next_steps": after.next_steps,
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
