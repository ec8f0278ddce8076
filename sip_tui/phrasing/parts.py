"""Who takes part in some parts of the meeting only: what is typed about it, and what to say when a part begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sip_tui.i18n.translation import _
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.meeting.people.attendance import in_round_order
from sip_tui.meeting.time.agenda import PHASES
from sip_tui.phrasing.wording import join_words, name_or_role
from sip_tui.resources.guidance import phase_name
from sip_tui.resources.meeting_types import part_names

SHORTEST = 4
"""Letters of a word that stands for the name of a part."""


def parts_of(participant: Participant, names: Sequence[str]) -> tuple[str, ...]:
    """Return the phases that somebody takes part in, in order; none for all of it, and when the words name none.

    Args:
        participant: The participant.
        names: What the phases are called in this meeting, see ``meeting_types.part_names``.
    """
    said = re.findall(r"\w+", participant.parts.casefold())
    return tuple(
        phase
        for number, (phase, name) in enumerate(zip(PHASES, names, strict=True), 1)
        if any(_is_named(word, f"{phase} {phase_name(phase)} {name}", number) for word in said)
    )


def parts_text(participant: Participant, names: Sequence[str]) -> str:
    """Return the names of those phases as a list of words; empty for all of the meeting."""
    return join_words([names[PHASES.index(phase)] for phase in parts_of(participant, names)])


def comings_and_goings(meeting: Meeting, before: str, phase: str) -> str:
    """Say who comes now that a phase begins, and who may go; empty when everybody stays."""
    names = part_names(meeting)
    some = [(name_or_role(other), parts) for other in in_round_order(meeting) if (parts := parts_of(other, names))]
    come = [name for name, parts in some if phase in parts and before not in parts]
    gone = [name for name, parts in some if before in parts and phase not in parts]
    comes = _("{names} should be here now: ask them in.").format(names=join_words(come)) if come else ""
    goes = _("{names} can leave now: thank them.").format(names=join_words(gone)) if gone else ""
    return " ".join(filter(None, (comes, goes)))


def _is_named(word: str, names: str, number: int) -> bool:
    if word == str(number):
        return True
    return len(word) >= SHORTEST and any(
        name.startswith(word) or (len(name) >= SHORTEST and word.startswith(name)) for name in names.casefold().split()
    )
