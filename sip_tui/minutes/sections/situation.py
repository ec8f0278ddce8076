"""The situation: what matters most, each one's account, quotes and ongoing support.

Requirements 1, 22, 23, 32, 58, 72, 98, 102, 103 and 165.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sip_tui.i18n.translation import _
from sip_tui.meeting.content.situation import ACTOR_SLOTS, SITUATION_SLOTS, WORKS_SLOTS, account_of, filled_slots
from sip_tui.meeting.model.enums import Kind
from sip_tui.meeting.model.meeting import Ongoing, Quote
from sip_tui.meeting.people.attendance import in_round_order
from sip_tui.minutes.context import (
    RenderContext,
    capitalized,
    heading,
    items,
    joined,
    labelled,
    nonempty,
    strong,
    titled_list,
)
from sip_tui.minutes.document import Block, ListItem, Paragraph, RichText
from sip_tui.phrasing.own_words import in_own_words, quoted
from sip_tui.phrasing.wording import SLOTS


def matters(context: RenderContext) -> Iterator[Block]:
    """What matters most to the person (requirement 102)."""
    if text := context.meeting.person.matters.strip():
        yield heading(2, _("What matters most to you"))
        yield Paragraph(in_own_words(text))


def strengths(context: RenderContext) -> Iterator[Block]:
    """What the person is good at (requirements 72, 165)."""
    if text := context.meeting.person.strengths.strip():
        yield heading(2, _("What you are good at"))
        yield Paragraph(in_own_words(text))


def situation(context: RenderContext) -> Iterator[Block]:
    """Each participant's account, in the order of the round: what works before what does not."""
    yield from titled_list(_("How things are now"), _accounts(context, SITUATION_SLOTS))


def offers(context: RenderContext) -> Iterator[Block]:
    """The goals each participant finds important, and the support each can give (requirement 32)."""
    yield from titled_list(_("Important goals and support, from each of us"), _accounts(context, ACTOR_SLOTS))


def support(context: RenderContext) -> Iterator[Block]:
    """The support that others can give, one item each, in their words."""
    others = [participant for participant in in_round_order(context.meeting) if participant.kind is not Kind.PERSON]
    given = [(other, account_of(context.meeting, other.id).support) for other in others]
    lines = (
        ListItem(capitalized(context.addressing.brief(other)), items((quoted(text),)))
        for other, text in given
        if text.strip()
    )
    yield from titled_list(_("Support that others can give you"), lines)


def quotes(context: RenderContext) -> Iterator[Block]:
    """Verbatim quotes: the person's first, then those of others (requirements 2, 23)."""
    own = [quote.text for quote in context.meeting.quotes if _is_own(context, quote)]
    others = [quote for quote in context.meeting.quotes if not _is_own(context, quote)]
    known = [quote for quote in others if context.meeting.participant(quote.who)]
    yield from titled_list(_("In your own words"), map(quoted, without_repetition(context, own)))
    yield from titled_list(_("What others said"), (_attributed(context, quote) for quote in known))
    unknown = (_attributed(context, quote) for quote in others if quote not in known)
    yield from titled_list(_("Said at the meeting"), unknown)


def ongoing(context: RenderContext) -> Iterator[Block]:
    """Ongoing support: what, who gives it, and how it works (requirement 103)."""
    yield from titled_list(_("Your current help"), (_support(context, row) for row in context.meeting.ongoing))


def without_repetition(context: RenderContext, texts: Iterable[str]) -> tuple[str, ...]:
    """Drop the texts that stand word for word in what matters most or in somebody's account."""
    accounts = [filled_slots(account, SITUATION_SLOTS) for account in context.meeting.accounts]
    known = {_key(context.meeting.person.matters), *(_key(text) for slots in accounts for text in slots.values())}
    return tuple(text for text in texts if text.strip() and _key(text) not in known)


def _key(text: str) -> str:
    return " ".join(text.casefold().split()).strip('"“”»«. ')


def _accounts(context: RenderContext, slots: tuple[str, ...]) -> Iterator[ListItem]:
    for participant in in_round_order(context.meeting):
        if written := filled_slots(account_of(context.meeting, participant.id), slots):
            name = capitalized(context.addressing.introduce(participant))
            yield ListItem(strong(name), items(_slots(written)))


def _slots(written: dict[str, str]) -> Iterator[RichText]:
    return (labelled(_(SLOTS[slot]).capitalize(), text) for slot, text in written.items())


def _support(context: RenderContext, row: Ongoing) -> ListItem:
    by = labelled(_("Who"), context.addressing.owner(row.who))
    written = {slot: text for slot in WORKS_SLOTS if (text := getattr(row, slot)).strip()}
    return ListItem(row.what, items((by, *_slots(written))))


def _is_own(context: RenderContext, quote: Quote) -> bool:
    speaker = context.meeting.participant(quote.who)
    return speaker is not None and speaker.kind is Kind.PERSON


def _attributed(context: RenderContext, quote: Quote) -> RichText:
    return (
        joined(" – ", nonempty(quoted(quote.text), context.addressing.owner(quote.who))) if quote.text.strip() else ""
    )
