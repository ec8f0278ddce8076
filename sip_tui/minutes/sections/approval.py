"""The approval of the plan with the person: when and how; on paper the lines to sign (requirement 113)."""

from __future__ import annotations

from collections.abc import Iterator

from sip_tui.i18n.translation import _
from sip_tui.meeting.people.attendance import is_minor
from sip_tui.minutes.context import RenderContext, fill, fixed, heading, items, labelled
from sip_tui.minutes.document import Block, Bullets, RichText, WritingLines
from sip_tui.resources.region import region

_GUARDIANS = 2
"""Lines for the guardians of a child."""
ON_PAPER = frozenset({"person", "full"})
"""The audiences whose plan is signed by hand."""


def approval(context: RenderContext) -> Iterator[Block]:
    """When, how and by whom the plan was approved, and a line for each signature."""
    between = context.meeting.between
    day = context.date_text(between.approved_on.strip())
    lines = (
        fill(_("Approved together with you on {day}"), day=day) if day else "",
        labelled(_("How"), between.approved_how) if day else "",
        labelled(_("Who approved it with you"), _approver(context)) if day else "",
    )
    is_signed = context.audience in ON_PAPER and context.is_plan and context.is_begun
    if not day and not is_signed:
        return
    yield heading(2, _("Approval of the plan"))
    yield from (Bullets(part) for part in (items(lines),) if part)
    if is_signed:
        yield from (WritingLines(fixed(_("{who}: date and signature").format(who=who))) for who in _signers(context))


def _approver(context: RenderContext) -> RichText:
    """Who approved it with the person: the one who called, when nobody else is named."""
    meeting = context.meeting
    return context.addressing.owner(meeting.between.approved_by) or context.addressing.owner(meeting.about.called_by)


def _signers(context: RenderContext) -> Iterator[str]:
    """The person, the guardians of one who is a minor, the one who called; then those whom the region wants.

    A child often has two guardians, also where one of them came; one who is nearly grown up may sign alone.
    """
    is_child = context.meeting.person.child
    yield _("You, if you want to") if is_child else _("You")
    if is_child:
        yield from [_("Parent or guardian")] * _GUARDIANS
    elif is_minor(context.meeting):
        yield _("Parent or guardian, if needed")
    yield _("The person who called the meeting")
    yield from region().signatures
