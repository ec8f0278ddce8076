"""The offer of times from earlier meetings, before a meeting is opened."""

from __future__ import annotations

import asyncio

from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import _, ngettext
from sip_tui.meeting.time.agenda import planned_minutes, set_minutes
from sip_tui.resources.meeting_types import part_name
from sip_tui.screens.base import SipScreen
from sip_tui.screens.dialogs import ConfirmDialog
from sip_tui.session.earlier_times import EarlierTimes, earlier_times
from sip_tui.store import Archive, StoreError


async def find_times(screen: SipScreen) -> EarlierTimes:
    """Look for earlier meetings, in a thread; nothing when the archive cannot be read."""
    folder = screen.app.session.folder
    try:
        return await asyncio.to_thread(earlier_times, Archive(folder.path.parent), folder.id, screen.app.meeting)
    except StoreError:
        return EarlierTimes({}, 0, same_plan=False)


async def offer_times(screen: SipScreen) -> None:
    """Tell what the parts took in earlier meetings, and plan so when somebody says yes."""
    found = await find_times(screen)
    if not found.minutes:
        screen.notify(_("There are no earlier meetings of this kind to learn from."))
        return
    planned = planned_minutes(screen.app.meeting)
    offered = {**planned, **found.minutes}
    lines = [f"{part_name(screen.app.meeting, phase)}: {minutes} min" for phase, minutes in offered.items()]
    total = _("{total} min in total. {planned} min are planned now.").format(
        total=sum(offered.values()), planned=sum(planned.values())
    )
    question = _("Use these times for this meeting?")
    title = Content.styled(f"{_source(found)} {question}", "bold")
    if await screen.app.push_screen_wait(ConfirmDialog(title, Content("\n".join(["", *lines, "", total])))):
        screen.write(set_minutes(found.minutes), step="phases")


async def mention_times(screen: SipScreen) -> None:
    """Say once that there are times to take over, when they are not those that are planned."""
    found = await find_times(screen)
    planned = planned_minutes(screen.app.meeting)
    if {**planned, **found.minutes} != planned:
        hint = _("Press {keys[plan.accept]} to see how long each part took, and plan accordingly.").format(keys=KEYS)
        screen.notify(f"{_source(found)} {hint}", markup=False, timeout=8)


def _source(found: EarlierTimes) -> str:
    if found.same_plan:
        return _("You have met about this plan before.")
    sentence = ngettext(
        "There is {count} earlier meeting of this type.",
        "There are {count} earlier meetings of this type.",
        found.meetings,
    )
    return sentence.format(count=found.meetings)
