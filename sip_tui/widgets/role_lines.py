"""Who does what in this meeting, in words for the room (F04; seed rows 16, 57, 92, 94)."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from sip_tui.i18n.translation import _
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.people.roles import minds_the_time
from sip_tui.phrasing.wording import name_or_role
from sip_tui.widgets.plain import plain


def roles_line(meeting: Meeting) -> Content:
    """Who leads, who writes, who watches the time, and who keeps the plan together when that is known already."""
    return Content.assemble((_("Say who does what: "), "bold"), " ".join(_roles(meeting)))


def leads_and_writes(meeting: Meeting) -> Iterator[str]:
    """Who leads and who writes, for the board; nothing about a role that nobody has (seed row 16)."""
    about = meeting.about
    told = ((_("{name} leads."), about.chair), (_("{name} leads as well."), about.co_chair))
    for sentence, who in (*told, (_("{name} writes."), about.secretary)):
        if name := _name(meeting, who):
            yield sentence.format(name=name)


def _roles(meeting: Meeting) -> Iterator[str]:
    about, nobody = meeting.about, _("nobody yet")
    if about.called_by and about.called_by != about.chair:
        yield _("{name} has called you together.").format(name=_name(meeting, about.called_by))
    yield _("{name} leads.").format(name=_name(meeting, about.chair) or nobody)
    if about.co_chair:
        yield _("{name} leads as well.").format(name=_name(meeting, about.co_chair))
    yield _("{name} writes.").format(name=_name(meeting, about.secretary) or nobody)
    if timekeeper := _name(meeting, minds_the_time(meeting)):
        yield _("{name} watches the time.").format(name=timekeeper)
    if coordinator := _name(meeting, meeting.between.coordinator):
        yield _("{name} keeps the plan together.").format(name=coordinator)


def _name(meeting: Meeting, who: str) -> str:
    """A participant's name; somebody who is on no list is named by what was written."""
    one = meeting.participant(who)
    return plain(name_or_role(one) if one else who)
