"""Who takes part in some parts of the meeting only: what is typed about it, and what to say when a part begins."""

from __future__ import annotations

import re

from sip_tui.i18n.translation import _
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.meeting.people.attendance import in_round_order
from sip_tui.meeting.time.agenda import PHASES
from sip_tui.phrasing.wording import join_words, name_or_role
from sip_tui.resources.guidance import phase_name

SHORTEST = 4
"""Letters of a word that stands for the name of a part."""


def parts_of(participant: Participant) -> tuple[str, ...]:
    """Return the phases that somebody takes part in, in order; none for all of it, and when the words name none."""
    said = re.findall(r"\w+", participant.parts.casefold())
    return tuple(
        phase for number, phase in enumerate(PHASES, 1) if any(_is_named(word, phase, number) for word in said)
    )


def part_names(participant: Participant) -> str:
    """Return the names of those phases as a list of words; empty for all of the meeting."""
    return join_words([phase_name(phase) for phase in parts_of(participant)])


def comings_and_goings(meeting: Meeting, before: str, phase: str) -> str:
    """Say who comes now that a phase begins, and who may go; empty when everybody stays."""
    some = [other for other in in_round_order(meeting) if parts_of(other)]
    come = [name_or_role(other) for other in some if phase in parts_of(other) and before not in parts_of(other)]
    gone = [name_or_role(other) for other in some if before in parts_of(other) and phase not in parts_of(other)]
    comes = _("Now {names} should be here: ask them in.").format(names=join_words(come)) if come else ""
    goes = _("{names} may go now: thank them.").format(names=join_words(gone)) if gone else ""
    return " ".join(filter(None, (comes, goes)))


def _is_named(word: str, phase: str, number: int) -> bool:
    if word == str(number):
        return True
    names = (phase, *phase_name(phase).casefold().split())
    return len(word) >= SHORTEST and any(
        name.startswith(word) or (len(name) >= SHORTEST and word.startswith(name)) for name in names
    )
