"""What was decided beside the actions, what is an idea as yet, what all should know, and whether they see it alike.

Seed rows 35, 162 and 204.
"""

from __future__ import annotations

from collections.abc import Iterator

from sip_tui.i18n.translation import _
from sip_tui.meeting.content.ideas import action_of_idea
from sip_tui.meeting.content.summary import DIFFERENT, SAME, is_picture_shared
from sip_tui.meeting.model.meeting import Idea
from sip_tui.minutes.context import RenderContext, filled, labelled, listed
from sip_tui.minutes.document import Block, Heading, ListItem, Paragraph


def resolutions(telling: RenderContext) -> Iterator[Block]:
    """What was decided and is no action."""
    meeting = telling.meeting
    title = _("This is also decided") if meeting.goals or meeting.actions else _("This is what we decided")
    yield from listed(title, filled(*(one.text for one in meeting.resolutions)))


def information(telling: RenderContext) -> Iterator[Block]:
    """What somebody told and everybody should know afterwards."""
    yield from listed(_("Good to know"), filled(*(one.text for one in telling.meeting.information)))


def picture(telling: RenderContext) -> Iterator[Block]:
    """Whether all have the same picture, when the round was made. Nobody is pointed out: what they see is elsewhere."""
    if said := _picture(telling):
        yield Heading(2, _("Do we have the same picture?"))
        yield Paragraph(said)


def _picture(telling: RenderContext) -> str:
    answers = {one.same for one in telling.meeting.pictures}
    if DIFFERENT in answers:
        return _not_all(telling)
    if is_picture_shared(telling.meeting):
        return _("Everybody has the same picture of what we agreed on.")
    return _("Everybody who was asked has the same picture of what we agreed on.") if SAME in answers else ""


def _not_all(telling: RenderContext) -> str:
    if any(one.text.strip() for one in telling.meeting.disagreements):
        sentence = _("Not everybody has the same picture; see {title}.")
        return sentence.format(title=_("What we do not agree on"))
    return _("Not everybody has the same picture of what we agreed on.")


def ideas(telling: RenderContext) -> Iterator[Block]:
    """The proposals that became no action, with what was said for and against them (seed row 204)."""
    open_ = [one for one in telling.meeting.ideas if one.text.strip() and action_of_idea(telling.meeting, one) is None]
    yield from listed(_("Ideas that are not decided"), map(_idea, open_))


def _idea(one: Idea) -> ListItem:
    reasons = filled(labelled(_("For it"), one.pros), labelled(_("Against it"), one.cons))
    return ListItem(one.text, tuple(map(ListItem, reasons)))
