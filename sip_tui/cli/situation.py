"""The situation in words, for ``show``: what matters most, how each one sees it, ongoing help; and what was decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sip_tui.i18n.translation import _
from sip_tui.meeting.content.situation import WORKS_SLOTS, account_of, filled_slots
from sip_tui.meeting.model.meeting import Meeting, Ongoing
from sip_tui.meeting.people.attendance import in_round_order
from sip_tui.phrasing.wording import name_or_role, slot_line


def situation_lines(meeting: Meeting) -> Iterator[str]:
    """What has been told, the person's own words first."""
    if text := meeting.person.matters.strip():
        yield _("What matters most: {text}").format(text=text)
    if text := meeting.person.strengths.strip():
        yield _("Strengths: {text}").format(text=text)
    yield from _accounts(meeting)
    if meeting.ongoing:
        yield _("Ongoing help")
        yield from (f"  - {_help(meeting, one)}" for one in meeting.ongoing)


def decided_lines(meeting: Meeting) -> Iterator[str]:
    """What was said word for word, what everybody should know, and what was decided and is no action."""
    for one in meeting.quotes:
        who = _name(meeting, one.who)
        said = _("“{text}”").format(text=one.text)
        yield f"{who}: {said}" if who else said
    yield from (_("Decided: {text}").format(text=one.text) for one in meeting.resolutions)
    yield from (_("Good to know: {text}").format(text=one.text) for one in meeting.information)


def _accounts(meeting: Meeting) -> Iterator[str]:
    for one in in_round_order(meeting):
        if written := filled_slots(account_of(meeting, one.id)):
            yield name_or_role(one)
            yield from (f"  {line}" for line in _slots(written))


def _help(meeting: Meeting, one: Ongoing) -> str:
    written = {slot: text for slot in WORKS_SLOTS if (text := getattr(one, slot)).strip()}
    return " · ".join(part for part in (one.what, _name(meeting, one.who), *_slots(written)) if part)


def _slots(written: Mapping[str, str]) -> list[str]:
    return [slot_line(slot, text) for slot, text in written.items()]


def _name(meeting: Meeting, row: str) -> str:
    one = meeting.participant(row)
    return name_or_role(one) if one else ""
