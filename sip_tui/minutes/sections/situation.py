"""The situation: what matters most, each one's account, quotes and ongoing support.

Requirements 1, 22, 23, 32, 58, 72, 98, 102, 103 and 165.
"""

from __future__ import annotations

from collections.abc import Iterator

from sip_tui.i18n.translation import _
from sip_tui.meeting.content.situation import ACTOR_SLOTS, SITUATION_SLOTS, WORKS_SLOTS, account_of, filled_slots
from sip_tui.meeting.model.enums import Kind
from sip_tui.meeting.model.meeting import Ongoing, Quote
from sip_tui.meeting.people.attendance import in_round_order
from sip_tui.minutes.context import RenderContext, about_person, labelled, nonempty, titled_list
from sip_tui.minutes.document import Block, Heading, ListItem, Paragraph, Span
from sip_tui.phrasing.wording import slot_line

_MARKS = ('"', "“", "”", "»", "«")


def matters(context: RenderContext) -> Iterator[Block]:
    """What matters most to the person (requirement 102)."""
    you, named = _("What matters most to you"), _("What matters most to {person}")
    if text := context.meeting.person.matters.strip():
        yield Heading(2, about_person(context, you, named, _("What matters most to the person")))
        yield Paragraph(text)


def strengths(context: RenderContext) -> Iterator[Block]:
    """What the person is good at (requirements 72, 165)."""
    if text := context.meeting.person.strengths.strip():
        you, named = _("What you are good at"), _("What {person} is good at")
        yield Heading(2, about_person(context, you, named, _("What the person is good at")))
        yield Paragraph(text)


def situation(context: RenderContext) -> Iterator[Block]:
    """Each participant's account, in the order of the round: what works before what does not."""
    yield from titled_list(_("How it is now"), _accounts(context, SITUATION_SLOTS))


def offers(context: RenderContext) -> Iterator[Block]:
    """The goals each participant finds important, and the support each can give (requirement 32)."""
    title = _("Goals that each of us finds important, and support that we can give")
    yield from titled_list(title, _accounts(context, ACTOR_SLOTS))


def support(context: RenderContext) -> Iterator[Block]:
    """The support that others can give, one item each."""
    others = [participant for participant in in_round_order(context.meeting) if participant.kind is not Kind.PERSON]
    given = [(other, account_of(context.meeting, other.id).support) for other in others]
    lines = (ListItem(context.addressing.introduce(other), (ListItem(text),)) for other, text in given if text.strip())
    yield from titled_list(_("Support that others can give you"), lines)


def quotes(context: RenderContext) -> Iterator[Block]:
    """Verbatim quotes: the person's first, then those of others (requirements 2, 23)."""
    own = [quote for quote in context.meeting.quotes if _is_own(context, quote)]
    others = [quote for quote in context.meeting.quotes if not _is_own(context, quote)]
    title = about_person(context, _("In your own words"), _("In the words of {person}"), _("In the person's own words"))
    yield from titled_list(title, nonempty(*(quoted(quote.text) for quote in own)))
    yield from titled_list(_("Said in these words"), nonempty(*(_attributed(context, quote) for quote in others)))


def ongoing(context: RenderContext) -> Iterator[Block]:
    """Ongoing support: what, who gives it, and how it works (requirement 103)."""
    yield from titled_list(
        _("Help that is given already"), (_support(context, ongoing) for ongoing in context.meeting.ongoing)
    )


def quoted(text: str) -> str:
    """Put a text between quotation marks unless it has its own."""
    bare = text.strip()
    return bare if not bare or bare.startswith(_MARKS) else _("“{text}”").format(text=bare)


def capitalized(text: str) -> str:
    """Return the text with its first letter capitalized."""
    return text[:1].upper() + text[1:]


def _accounts(context: RenderContext, slots: tuple[str, ...]) -> Iterator[ListItem]:
    for participant in in_round_order(context.meeting):
        if written := filled_slots(account_of(context.meeting, participant.id), slots):
            name = capitalized(context.addressing.introduce(participant))
            yield ListItem((Span(name, strong=True),), tuple(_slots(written)))


def _slots(written: dict[str, str]) -> Iterator[ListItem]:
    return (ListItem(capitalized(slot_line(slot, text))) for slot, text in written.items())


def _support(context: RenderContext, ongoing: Ongoing) -> ListItem:
    by = labelled(_("Who"), context.addressing.owner(ongoing.who))
    written = {slot: text for slot in WORKS_SLOTS if (text := getattr(ongoing, slot)).strip()}
    return ListItem(ongoing.what, (*map(ListItem, nonempty(by)), *_slots(written)))


def _is_own(context: RenderContext, quote: Quote) -> bool:
    speaker = context.meeting.participant(quote.who)
    return speaker is not None and speaker.kind is Kind.PERSON


def _attributed(context: RenderContext, quote: Quote) -> str:
    return " – ".join(nonempty(quoted(quote.text), context.addressing.owner(quote.who))) if quote.text.strip() else ""
