"""Those who came to an earlier meeting, as lines that can be changed before they are taken over."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from textual.content import Content

from sip_tui.i18n.translation import _
from sip_tui.meeting.log.projection import MeetingProjection
from sip_tui.meeting.model.enums import FAMILY, Kind
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.meeting.people.attendance import in_round_order
from sip_tui.phrasing.wording import format_when, local
from sip_tui.screens.base import MeetingApp
from sip_tui.screens.choice_dialog import ChoiceDialog
from sip_tui.store import Archive, IndexEntry, StoreError
from sip_tui.widgets.safe_text import plain

MOST = 50
"""Meetings that can be chosen, the latest first."""


async def choose_meeting(app: MeetingApp) -> Meeting | None:
    """Let somebody choose another meeting of the archive, and read it; None when none was chosen or can be read."""
    folder = app.session.folder
    archive = Archive(folder.path.parent)
    try:
        entries = await asyncio.to_thread(archive.entries)
        others = [entry for entry in entries if entry.id != folder.id and not (entry.locked or entry.damaged)]
        if not others:
            app.notify(_("There is no earlier meeting to take people from."), markup=False)
            return None
        title = Content.styled(_("Which meeting did they come to?"), "bold")
        choices = [(entry.id, Content(plain(_line(entry)))) for entry in others[:MOST]]
        row = await app.push_screen_wait(ChoiceDialog(title, choices))
        return await asyncio.to_thread(_read, archive, row) if row else None
    except StoreError as error:
        app.notify(str(error), severity="error", timeout=12, markup=False)
        return None


def _line(entry: IndexEntry) -> str:
    day = format_when(local(entry.start).date().isoformat()) if entry.start else _("no day yet")
    return " · ".join(part for part in (day, entry.person, entry.type) if part)


def _read(archive: Archive, row: str) -> Meeting:
    folder = archive.open(row)
    try:
        return MeetingProjection(folder.load()).meeting
    finally:
        folder.leave()


def lines_of(earlier: Meeting, meeting: Meeting) -> Iterator[str]:
    """Give a line for each one, as they are typed; the family comes along only when the person is the same one."""
    called, same = earlier.person.called.strip().casefold(), meeting.person.called.strip().casefold()
    left_out = {Kind.PERSON} if called and called == same else FAMILY
    return (_as_line(other) for other in in_round_order(earlier) if other.kind not in left_out)


def _as_line(participant: Participant) -> str:
    parts = (participant.name, participant.role, participant.organisation, participant.email)
    return ", ".join(part.replace(",", " ").strip() for part in parts if part.strip())
