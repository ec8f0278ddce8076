"""Who can be named in a line, also by the short and other names of offices, roles and parents in it: "soc"."""

from __future__ import annotations

from sip_tui.meeting.model.enums import Kind
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.parsing.owner_row import bare
from sip_tui.parsing.participant_names import People, name_table
from sip_tui.swedish.grammar.agent import also_called

_ALSO_WORDS = frozenset({"at", "log", "spec", "kur"})
"""Short names of roles that are words, or slips of the finger, as well: "vill at Liv ringer"."""
_SHORT = 4
"""Letters; a shorter name is looked for as a word of its own."""
_PARENTS = ("föräldrarna", "båda", "vårdnadshavarna", "vårdnadshavare", "vårdnadsh", "vh")
"""What two guardians are called together."""

_PARENT = ("vårdnadshavaren", "vårdnadshavare", "vårdnadsh", "vh")
"""What the only guardian is called."""


def people_of(meeting: Meeting, line: str) -> People:
    """Who can be named, with those of the other names for offices and parents that stand in the line: "soc"."""
    plain = f" {bare(line)} "
    parents = [participant.id for participant in meeting.participants if participant.kind is Kind.GUARDIAN]
    both = _PARENTS if len(parents) > 1 else _PARENT
    more = {
        participant.id: (
            *also_called(participant.role),
            *also_called(participant.organisation),
            *(both if participant.id in parents else ()),
        )
        for participant in meeting.participants
    }
    stand = {row: tuple(name for name in names if _stands(name, plain, line)) for row, names in more.items()}
    return tuple((row, (*names, *stand[row])) for row, names in name_table(meeting))


def _stands(name: str, plain: str, line: str) -> bool:
    """True for a name that a line may hold; one that is a word too stands first, or is written in capitals: "AT"."""
    if name in _ALSO_WORDS:
        return plain.startswith(f" {name} ") or name.upper() in line.split()
    return (f" {name} " if len(name) < _SHORT else name) in plain
