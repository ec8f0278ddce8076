"""How everybody gets the plan: the delivery ledger in the complete minutes (requirements 10, 11, 41, 84-87, 168)."""

from __future__ import annotations

from collections.abc import Iterator

from sip_tui.i18n.translation import _
from sip_tui.meeting.content.delivery import deliverer_of, is_agreed, receivers, version_of
from sip_tui.meeting.model.enums import Channel
from sip_tui.meeting.model.meeting import Delivery
from sip_tui.minutes.context import RenderContext, capitalized, fixed, heading
from sip_tui.minutes.document import Block, RichText, Table
from sip_tui.phrasing.delivery import CHANNELS, VERSIONS, paper_name


def deliveries(context: RenderContext) -> Iterator[Block]:
    """A table of the receivers with how, by whom, by when, and whether they have had it."""
    order = [receiver.id for receiver in receivers(context.meeting)]
    lines = sorted(
        (line for line in context.meeting.deliveries if line.id in order), key=lambda line: order.index(line.id)
    )
    rows = tuple(_row(context, line) for line in lines if is_agreed(line))
    if rows:
        yield heading(2, _("How everyone gets {paper}").format(paper=paper_name(context.meeting)))
        head = (_("Who"), _("How"), _("Which document"), _("Who arranges it"), _("No later than"), _("Has received it"))
        yield Table(tuple(map(fixed, head)), rows)


def _row(context: RenderContext, line: Delivery) -> tuple[RichText, ...]:
    deliverer = deliverer_of(context.meeting, line.id)
    sees = context.addressing.owner(deliverer.id) if deliverer and deliverer.id != line.id else ""
    who = capitalized(context.addressing.owner(line.id))
    version = "" if line.unwanted else fixed(_(VERSIONS[version_of(context.meeting, line.id)]))
    return (who, _channel(line), version, sees, context.date_text(line.due), context.date_text(line.received))


def _channel(line: Delivery) -> RichText:
    if line.unwanted:
        return fixed(_("wants no copy"))
    return fixed(_(CHANNELS[line.channel])) if line.channel is not Channel.NOT_ASKED else ""
