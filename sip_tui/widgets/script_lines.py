"""What the chair's three lists say: the checklist, the script of the phase, and the question cards."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from sip_tui.language import _
from sip_tui.meeting.checklist import happened, progress, ticked_at
from sip_tui.meeting.model import Meeting
from sip_tui.scripts import ChairGuide, Duty, Script
from sip_tui.widgets.filled import filled
from sip_tui.widgets.plain import fitted
from sip_tui.wording import clock

Line = tuple[str, Content]
"""Key and what is shown; a key that begins with ``#`` is a heading."""
MARK = 8
"""Cells for the mark: a sign and a time."""


def duty_lines(meeting: Meeting, guide: ChairGuide) -> Iterator[Line]:
    """The twenty duties under the names of their groups."""
    numbered = list(enumerate(guide.duties, 1))
    for group, name in guide.groups.items():
        yield f"#{group}", Content.styled(name, "bold italic")
        for number, duty in numbered:
            if duty.group == group:
                yield duty.key, _marked(meeting, duty.key, Content(f"{number:2} {duty.label}"))


def step_lines(meeting: Meeting, script: Script, phase: str) -> Iterator[Line]:
    """The steps of a phase: what is done, and under it the line to say."""
    for step in script.of(phase):
        name = _marked(meeting, step.key, Content.styled(step.name, "bold"))
        yield step.key, Content.assemble(name, "\n", filled(meeting, step.say), "\n")


def card_lines(meeting: Meeting, guide: ChairGuide, phase: str) -> Iterator[Line]:
    """The questions, those for this phase first."""
    for deck in guide.decks_for(phase):
        yield f"#{deck.key}", Content.styled(deck.name, "bold italic")
        for number, question in enumerate(deck.questions, 1):
            key = f"card {deck.key} {number}"
            yield key, _marked(meeting, key, Content(filled(meeting, question)))


def duty_line(meeting: Meeting, duty: Duty) -> Content:
    """The line of a duty: to read aloud, or to do."""
    lead = _("Say: ") if duty.aloud else _("Do: ")
    seen = _(" The meeting shows that it is done.") if _by_itself(meeting, duty.key) else ""
    return Content.assemble((lead, "bold"), filled(meeting, duty.line), (seen, "italic"))


def progress_bar(meeting: Meeting) -> str:
    """How far the checklist has come, drawn and in numbers."""
    count, of = progress(meeting)
    told = _("{done} of {all}").format(done=count, all=of)
    return f"{'█' * count}{'░' * (of - count)} {told}"


def _by_itself(meeting: Meeting, key: str) -> bool:
    return ticked_at(meeting, key) is None and happened(meeting, key)


def _marked(meeting: Meeting, key: str, content: Content) -> Content:
    at = ticked_at(meeting, key)
    mark = f"✓ {clock(at)}" if at else _("✓ seen") if happened(meeting, key) else "·"
    return Content.assemble((fitted(mark, MARK), "bold"), content)
