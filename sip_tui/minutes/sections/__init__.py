"""Sections of a document, one function each; which of them an audience gets, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from sip_tui.i18n.translation import _
from sip_tui.meeting.content.outcomes import current_plan
from sip_tui.minutes.context import RenderContext, SectionFunction, fixed
from sip_tui.minutes.document import Block, Document, Heading, RichText, map_texts, to_single_line
from sip_tui.minutes.sections import (
    actor_part,
    approval,
    call,
    delivery,
    follow_up,
    header,
    meeting_type,
    outcomes,
    person_paper,
    plan,
    questions,
    sheet,
    situation,
    title,
)
from sip_tui.resources.region import region

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
    title.status,
    situation.matters,
    situation.strengths,
    outcomes.outcomes,
    outcomes.time_line,
    meeting_type.meeting_type,
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
    approval.approval,
    plan.information,
    follow_up.terms,
    situation.support,
    questions.person_feedback,
    header.attendees,
    plan.needs,
    situation.quotes,
    header.facts,
    plan.notes,
)
SECTIONS: Mapping[str, tuple[SectionFunction, ...]] = {
    "mail": (
        *(title.status, situation.matters, outcomes.outcomes, outcomes.time_line, meeting_type.meeting_type),
        *(*_AGREED, *_OPEN),
        approval.approval,
        *(situation.strengths, header.purpose, header.attendance, header.facts, *_STORY, plan.notes),
    ),
    "person": _PERSON,
    "full": (
        *(title.status, situation.matters, situation.strengths, header.facts, header.attendance, header.consent),
        *(
            header.purpose,
            *_STORY,
            outcomes.outcomes,
            outcomes.time_line,
            meeting_type.meeting_type,
            *_AGREED,
            *_OPEN,
            questions.feedback,
            actor_part.parts,
            actor_part.entered,
            delivery.deliveries,
            approval.approval,
            plan.notes,
        ),
    ),
    "notice": (title.notice,),
    "actor": (
        *(title.status, actor_part.part, actor_part.goals, actor_part.duties, follow_up.coordinator),
        *(follow_up.next_meeting, follow_up.next_steps),
    ),
    "history": (title.status, outcomes.time_line, outcomes.outcomes, follow_up.next_meeting, outcomes.plan_end),
    "call": (call.facts, call.about_you, call.purpose, call.reason, call.called, call.preparing, call.answering),
    "sheet": (
        *(sheet.welcome, sheet.facts, sheet.purpose, sheet.company, sheet.circle),
        *(sheet.parts, sheet.saying_no, sheet.letter, sheet.asking),
    ),
}
REGIONAL = frozenset({"mail", "full", "call"})
"""The documents whose sections follow the region's form; the person's paper keeps the order made for the person."""
TITLES: Mapping[str, Callable[[RenderContext], RichText]] = {
    "notice": title.notice_title,
    "actor": actor_part.title,
    "call": call.title,
    "sheet": sheet.title,
    "history": outcomes.history_title,
}
"""The titles that are not those of the minutes."""

_WITH_THE_PAST = frozenset({outcomes.outcomes, outcomes.time_line})
"""Sections that tell of what is over of an earlier plan."""
WITH_TIME_LINE = frozenset(audience for audience, found in SECTIONS.items() if outcomes.time_line in found)
"""The documents with the plan over time."""


def compose(context: RenderContext) -> Document:
    """Write the document of an audience, every text on one line; nothing is masked yet.

    What is over of an earlier plan is told of in the sections about it, and in no other.
    """
    heading = TITLES.get(context.audience, title.title)(context)
    now = replace(context, meeting=current_plan(context.meeting))
    set_here = region()
    blocks = tuple(
        block
        for section in _in_order(context.audience, set_here.sections)
        for block in _headed(
            section(context if section in _WITH_THE_PAST else now), set_here.headings.get(section.__name__, "")
        )
    )
    return map_texts(Document(heading, blocks), to_single_line)


def unknown_sections() -> str:
    """Return one sentence about names in the region's file that are no sections; empty when all are."""
    known = {section.__name__ for audience in REGIONAL for section in SECTIONS[audience]}
    wrong = [name for name in (*region().sections, *region().headings) if name not in known]
    if not wrong:
        return ""
    nearest = get_close_matches(wrong[0], known, 1, 0.0)[0]
    return _("region.toml: there is no section {wrong} in the documents; do you mean {nearest}?").format(
        wrong=wrong[0], nearest=nearest
    )


def _in_order(audience: str, regional: Sequence[str]) -> Sequence[SectionFunction]:
    """Return the sections in the order of the region's form; whether it is a draft always comes first."""
    sections = SECTIONS[audience]
    order = [title.status.__name__, *regional]
    if audience not in REGIONAL or len(order) == 1:
        return sections
    return sorted(
        sections, key=lambda section: order.index(name) if (name := section.__name__) in order else len(order)
    )


def _headed(blocks: Iterator[Block], words: str) -> Iterator[Block]:
    """Yield the blocks of a section, its first heading in the region's words."""
    for block in blocks:
        if words and isinstance(block, Heading) and block.level == 2:
            yield Heading(2, fixed(words))
            words = ""
        else:
            yield block
