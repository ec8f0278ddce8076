"""The lines of the chair's three lists: the checklist, the script of the phase, and the question cards."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from sip_tui.i18n.translation import _
from sip_tui.meeting.guidance.checklist import checklist_progress, is_evident, ticked_at
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.phrasing.wording import format_clock
from sip_tui.resources.scripts import ChairGuide, Duty, Script
from sip_tui.widgets.safe_text import fitted
from sip_tui.widgets.templates import filled
from sip_tui.widgets.text_layout import HangingIndent

ListRow = tuple[str, Content]
"""Key and what is shown; a key that begins with ``#`` is a heading."""
MARK_WIDTH = 8
"""Cells for a tick and its time."""


def duty_lines(meeting: Meeting, guide: ChairGuide) -> Iterator[ListRow]:
    """List the twenty duties under the names of their groups."""
    numbered = list(enumerate(guide.duties, 1))
    for group, name in guide.groups.items():
        yield f"#{group}", Content.styled(name, "bold italic")
        for number, duty in numbered:
            if duty.group == group:
                mark = fitted(_mark(meeting, duty.key) or "·", MARK_WIDTH)
                line = Content.assemble((mark, "bold"), f"{number:2} {duty.label}")
                yield duty.key, HangingIndent(line, lead=MARK_WIDTH + 3)


def step_lines(meeting: Meeting, script: Script, phase: str) -> Iterator[ListRow]:
    """List the steps of a phase: what is done, and under it the line to say."""
    for step in script.steps_of(phase):
        name = Content.assemble((step.title, "italic $text-muted"), _after(meeting, step.key))
        yield step.key, Content.assemble(name, "\n", filled(meeting, step.line), "\n")


def card_lines(meeting: Meeting, guide: ChairGuide, phase: str) -> Iterator[ListRow]:
    """List the questions, those for this phase first; in a meeting about a child also those to a child."""
    for deck in guide.decks_for(phase, child=meeting.person.child):
        yield f"#{deck.key}", Content.styled(deck.name, "bold italic")
        for number, question in enumerate(deck.questions, 1):
            key = f"card {deck.key} {number}"
            yield key, Content.assemble("• " if deck.card else "? ", filled(meeting, question), _after(meeting, key))


def duty_line(meeting: Meeting, duty: Duty) -> Content:
    """Write what a duty is: to read aloud, or to do."""
    lead = _("Say: ") if duty.spoken else _("Do: ")
    seen = _(" The meeting shows that it is done.") if _by_itself(meeting, duty.key) else ""
    return Content.assemble((lead, "bold"), filled(meeting, duty.line), (seen, "italic"))


def progress_bar(meeting: Meeting) -> str:
    """Draw how much of the checklist is done, and write it in numbers."""
    count, of = checklist_progress(meeting)
    numbers = _("{done} of {all}").format(done=count, all=of)
    return f"{'█' * count}{'░' * (of - count)} {numbers}"


def _by_itself(meeting: Meeting, key: str) -> bool:
    return ticked_at(meeting, key) is None and is_evident(meeting, key)


def _mark(meeting: Meeting, key: str) -> str:
    """Tell that it is done, and when it was ticked; empty when it is not."""
    at = ticked_at(meeting, key)
    if at:
        return f"✓ {format_clock(at)}"
    return _("✓ seen") if is_evident(meeting, key) else ""


def _after(meeting: Meeting, key: str) -> Content:
    mark = _mark(meeting, key)
    return Content.styled(f"  {mark}", "bold") if mark else Content("")
