"""What a deed of ``sip-tui do`` gets and gives: the meeting with the words after the verb; edits and a plain line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sip_tui.cli.errors import CommandRefusedError, UsageError
from sip_tui.i18n.translation import _
from sip_tui.meeting.log.change import Edit, EditContext
from sip_tui.meeting.model.enums import Seat
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.meeting.time.timeline import Timing
from sip_tui.parsing.names import NameQuestionError, find_participant


class Done(NamedTuple):
    """What a deed came to."""

    edits: Sequence[Edit]
    said: str
    """A plain line about it."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb with what follows it, and the meeting that it changes."""

    meeting: Meeting
    context: EditContext
    timing: Timing
    today: date
    words: Sequence[str]
    claim_pad: Callable[[], str] = lambda: Seat.SECRETARY
    """Takes the seat in whose notes a line is written."""

    @property
    def text(self) -> str:
        """Everything after the verb, as one text."""
        return " ".join(self.words).strip()

    @property
    def day(self) -> str:
        """Today, as it is stored."""
        return self.today.isoformat()

    def who(self) -> Participant:
        """The participant whom the first words name."""
        return self.name_and_rest()[0]

    def name_and_rest(self) -> tuple[Participant, str]:
        """The participant whom the longest beginning of the words names, and the words after it."""
        first: NameQuestionError | None = None
        for count in range(len(self.words), 0, -1):
            try:
                found = find_participant(self.meeting, " ".join(self.words[:count]))
            except NameQuestionError as question:
                first = question if first is None or question.candidates else first
                continue
            return found, " ".join(self.words[count:])
        raise CommandRefusedError(str(first) if first else _("Write a name after the verb."))

    def need_text(self) -> str:
        """The text after the verb; refused when there is none."""
        if not self.text:
            raise UsageError(_("Write a text after the verb."))
        return self.text


Run = Callable[[Deed], Done]


@dataclass(frozen=True, slots=True)
class Verb:
    """One deed; its texts are English msgids."""

    arguments: str
    """What follows the verb, in capitals as in the help."""
    help: str
    run: Run


def instead_of(said: str, before: str) -> str:
    """Say what a deed wrote, with what stood there before when that was something else."""
    if not before.strip() or before.strip() == said.strip():
        return said
    return _("{said}, instead of “{before}”; to go back: do ID undo").format(said=said, before=before.strip())


def require_open(deed: Deed) -> None:
    """Refuse what can only be done in an open meeting."""
    if not deed.timing.phase or deed.timing.closed:
        raise CommandRefusedError(_("The meeting is not open. Open it with: do ID phase next"))
