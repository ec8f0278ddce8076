"""What the lists of the chair's support say: duties, lines to say and questions, with what is done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from sip_tui.i18n.translation import _
from sip_tui.meeting.guidance.checklist import is_evident, ticked_at
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.people.consent import has_plan
from sip_tui.phrasing.wording import format_clock
from sip_tui.resources.guidance import does_without_plan
from sip_tui.resources.meeting_types import type_by_key, type_of
from sip_tui.resources.scripts import ChairGuide, Duty, Script, ScriptStep, chair_guide
from sip_tui.widgets.row_list import HEADING
from sip_tui.widgets.safe_text import fit_width
from sip_tui.widgets.templates import fill_template
from sip_tui.widgets.text_layout import HangingIndent

ListRow = tuple[str, Content]
"""Key and what is shown; a key that begins with ``#`` is a heading."""
MARK_WIDTH = 8
"""Cells for a tick and its time."""


def tab_titles(names: Sequence[str], current: int) -> Content:
    """Write the names of the lists; the current one in brackets, so that it is seen without colour."""
    tabs = (Content.styled(f"[{name}]", "bold reverse") for name in names)
    others = (Content(f" {name} ") for name in names)
    return Content("  ").join(
        tab if number == current else other for number, (tab, other) in enumerate(zip(tabs, others, strict=True))
    )


def always_lines(meeting: Meeting) -> Iterator[Content]:
    """Write what the chair answers for at every moment (requirement 213); after a no without a plan."""
    kind = type_of(meeting)
    if kind and kind.instead and not has_plan(meeting):
        kind = type_by_key(kind.instead)
    goal, *others = chair_guide().always
    for duty in (kind.always if kind else goal, *others):
        lead, colon, rest = duty.partition(":")
        yield Content.assemble((lead + colon, "bold"), rest)


def age_of_material() -> Content:
    """Say from when the material is that the support builds on."""
    dates = chair_guide().dates
    aged = _("This guidance is based on material dated {first} to {last}.")
    return Content(aged.format(first=dates[0], last=dates[-1]) if dates else "")


def duty_lines(meeting: Meeting, guide: ChairGuide) -> Iterator[ListRow]:
    """List the twenty duties under the names of their groups."""
    numbered = list(enumerate(guide.duties, 1))
    for group, name in guide.groups.items():
        yield f"#{group}", Content.styled(name, HEADING)
        for number, duty in numbered:
            if duty.group == group:
                mark = fit_width(_mark(meeting, duty.key) or "·", MARK_WIDTH)
                line = Content.assemble((mark, "bold"), f"{number:2} {duty.label}")
                yield duty.key, HangingIndent(line, lead=MARK_WIDTH + 3)


def step_lines(meeting: Meeting, script: Script, phase: str) -> Iterator[ListRow]:
    """List the steps of a phase: what is done, and under it the line to say."""
    steps = script.steps_of(phase)
    if not has_plan(meeting):
        steps = tuple(step for step in steps if does_without_plan(_template(meeting, step)))
    for step in steps:
        name = Content.assemble((step.title, "italic $text-muted"), _after(meeting, step.key))
        yield (
            step.key,
            Content.assemble(name, "\n", _line(meeting, step), "\n"),
        )


def card_lines(meeting: Meeting, guide: ChairGuide, phase: str) -> Iterator[ListRow]:
    """List the questions, those for this phase first; in a meeting about a child also those to a child."""
    for deck in guide.decks_for(phase, child=meeting.person.child):
        yield f"#{deck.key}", Content.styled(deck.name, HEADING)
        for number, question in enumerate(deck.questions, 1):
            key = f"card {deck.key} {number}"
            yield (
                key,
                Content.assemble("• " if deck.card else "? ", fill_template(meeting, question), _after(meeting, key)),
            )


def duty_line(meeting: Meeting, duty: Duty) -> Content:
    """Write what a duty is: to read aloud, or to do."""
    lead = _("Say: ") if duty.spoken else _("Do: ")
    seen = _(" Done: ticked automatically.") if _by_itself(meeting, duty.key) else ""
    return Content.assemble((lead, "bold"), _line(meeting, duty), (seen, "italic"))


def _line(meeting: Meeting, template: Duty | ScriptStep) -> str:
    return fill_template(meeting, _template(meeting, template))


def _template(meeting: Meeting, template: Duty | ScriptStep) -> str:
    return (meeting.person.child and template.line_to_child) or template.line


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
