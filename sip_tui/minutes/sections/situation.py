"""How it is now: what matters most, how each one sees it, what was said in whose words, the help that is given already.

Seed rows 1, 22, 23, 32, 58, 72, 98, 102, 103 and 165. The person comes first, in the person's own words.
"""

from __future__ import annotations

from collections.abc import Iterator

from sip_tui.i18n.translation import _
from sip_tui.meeting.content.situation import ACTOR_SLOTS, SITUATION_SLOTS, WORKS_SLOTS, account_of, filled_slots
from sip_tui.meeting.model.enums import Kind
from sip_tui.meeting.model.meeting import Ongoing, Quote
from sip_tui.meeting.people.attendance import in_round_order
from sip_tui.minutes.context import RenderContext, about_person, filled, labelled, listed
from sip_tui.minutes.document import Block, Heading, ListItem, Paragraph, Span
from sip_tui.phrasing.wording import slot_line

_MARKS = ('"', "“", "”", "»", "«")


def matters(telling: RenderContext) -> Iterator[Block]:
    """What matters most to the person: the first of all, as the plan begins with that question (seed row 102)."""
    you, named = _("What matters most to you"), _("What matters most to {person}")
    if text := telling.meeting.person.matters.strip():
        yield Heading(2, about_person(telling, you, named, _("What matters most to the person")))
        yield Paragraph(text)


def strengths(telling: RenderContext) -> Iterator[Block]:
    """What the person is good at, in the person's own words (seed rows 72, 165)."""
    if text := telling.meeting.person.strengths.strip():
        you, named = _("What you are good at"), _("What {person} is good at")
        yield Heading(2, about_person(telling, you, named, _("What the person is good at")))
        yield Paragraph(text)


def situation(telling: RenderContext) -> Iterator[Block]:
    """How each one sees it, in the order of the round: what works before what does not."""
    yield from listed(_("How it is now"), _accounts(telling, SITUATION_SLOTS))


def offers(telling: RenderContext) -> Iterator[Block]:
    """Which goals each one finds important, and the support that each can give (seed row 32)."""
    title = _("Goals that each of us finds important, and support that we can give")
    yield from listed(title, _accounts(telling, ACTOR_SLOTS))


def support(telling: RenderContext) -> Iterator[Block]:
    """For the person: the support that others can give, one at a time."""
    others = [one for one in in_round_order(telling.meeting) if one.kind is not Kind.PERSON]
    given = [(one, account_of(telling.meeting, one.id).support) for one in others]
    lines = (ListItem(telling.voice.introduce(one), (ListItem(text),)) for one, text in given if text.strip())
    yield from listed(_("Support that others can give you"), lines)


def quotes(telling: RenderContext) -> Iterator[Block]:
    """What somebody said, word for word: the person's own, and then what others said (seed rows 2, 23)."""
    own = [one for one in telling.meeting.quotes if _is_own(telling, one)]
    others = [one for one in telling.meeting.quotes if not _is_own(telling, one)]
    title = about_person(telling, _("In your own words"), _("In the words of {person}"), _("In the person's own words"))
    yield from listed(title, filled(*(quoted(one.text) for one in own)))
    yield from listed(_("Said in these words"), filled(*(_said(telling, one) for one in others)))


def ongoing(telling: RenderContext) -> Iterator[Block]:
    """The help that is given already, who gives it, and how it works (seed row 103)."""
    yield from listed(_("Help that is given already"), (_help(telling, one) for one in telling.meeting.ongoing))


def quoted(text: str) -> str:
    """Between quotation marks, unless somebody has typed them."""
    bare = text.strip()
    return bare if not bare or bare.startswith(_MARKS) else _("“{text}”").format(text=bare)


def begun(text: str) -> str:
    """The text with a capital first: "Du", "Kurator, Elevhälsan"."""
    return text[:1].upper() + text[1:]


def _accounts(telling: RenderContext, slots: tuple[str, ...]) -> Iterator[ListItem]:
    for one in in_round_order(telling.meeting):
        if written := filled_slots(account_of(telling.meeting, one.id), slots):
            yield ListItem((Span(begun(telling.voice.introduce(one)), strong=True),), tuple(_slots(written)))


def _slots(written: dict[str, str]) -> Iterator[ListItem]:
    return (ListItem(begun(slot_line(slot, text))) for slot, text in written.items())


def _help(telling: RenderContext, one: Ongoing) -> ListItem:
    by = labelled(_("Who"), telling.voice.owner(one.who))
    written = {slot: text for slot in WORKS_SLOTS if (text := getattr(one, slot)).strip()}
    return ListItem(one.what, (*map(ListItem, filled(by)), *_slots(written)))


def _is_own(telling: RenderContext, quote: Quote) -> bool:
    one = telling.meeting.participant(quote.who)
    return one is not None and one.kind is Kind.PERSON


def _said(telling: RenderContext, quote: Quote) -> str:
    return " – ".join(filled(quoted(quote.text), telling.voice.owner(quote.who))) if quote.text.strip() else ""
