"""Actions or terms in a corner of the secretary's screen: short, and live."""

from __future__ import annotations

from datetime import datetime
from itertools import islice

from textual.content import Content

from sip_tui.i18n.translation import _
from sip_tui.meeting.content.plan import Gap, gaps
from sip_tui.meeting.model.meeting import Action, Meeting, Term
from sip_tui.phrasing.wording import gap_words, name_or_role
from sip_tui.widgets.live_static import LiveStatic
from sip_tui.widgets.plain import plain


class SideList(LiveStatic):
    """The newest rows first, as nobody scrolls here; the whole list is a key away."""

    DEFAULT_CSS = "SideList { padding: 0 1; height: 1fr; }"

    def __init__(self, table: str) -> None:
        super().__init__(id=f"side-{table}")
        self._table = table

    def render_content(self, now: datetime) -> Content:
        room = max(self.size.height, 1)
        return _actions(self.meeting, room) if self._table == "actions" else _terms(self.meeting, room)

    def on_resize(self) -> None:
        self.refresh_if_visible()


def _actions(meeting: Meeting, room: int) -> Content:
    heading = Content.styled(_("Actions ({count})").format(count=len(meeting.actions)), "bold")
    newest = islice(reversed(meeting.actions), room)
    return Content("\n").join([heading, *(_action(meeting, one) for one in newest)])


def _action(meeting: Meeting, one: Action) -> Content:
    """A flag and what is missing come first: the end of a line may be cut."""
    who = meeting.participant(one.who)
    found = [gap for gap in gaps(meeting, one) if gap is not Gap.NO_GOAL]
    told = " · ".join(
        part for part in (plain(one.what), plain(name_or_role(who)) if who else "", plain(one.when)) if part
    )
    if not found:
        return Content(told)
    return Content.assemble(("⚑ " + plain(", ".join(gap_words(meeting, one.who, found))) + ": ", "bold $warning"), told)


def _terms(meeting: Meeting, room: int) -> Content:
    heading = Content.styled(_("Terms ({count})").format(count=len(meeting.terms)), "bold")
    return Content("\n").join([heading, *(_term(one) for one in islice(reversed(meeting.terms), room))])


def _term(one: Term) -> Content:
    answer = plain(one.answer) if one.answer else _("not explained yet")
    return Content.assemble(plain(one.term), " – ", (answer, "" if one.answer else "bold $warning"))
