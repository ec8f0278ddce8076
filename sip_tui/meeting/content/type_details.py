"""What only one type of meeting asks for: who hands over to whom, why some help ends (requirements 134, 135)."""

from __future__ import annotations

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import find_row
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.model.preparation import TypeDetail
from sip_tui.meeting.people.beside import write_beside


def set_type_detail(meeting: Meeting, key: str, text: str) -> tuple[Edit, ...]:
    """Write a detail by its key."""
    row = find_row(meeting.type_details, key) or TypeDetail(id=key)
    return write_beside(meeting, "type_details", row, text=text.strip())
