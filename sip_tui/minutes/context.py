"""What every section is told: the meeting as the audience may see it, the voice, and the language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sip_tui.i18n.translation import language
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.minutes.access import permitted
from sip_tui.minutes.addressing import Addressing
from sip_tui.minutes.document import Block, Bullets, Heading, ListItem, RichText
from sip_tui.swedish.dates import formatting


@dataclass(frozen=True, slots=True)
class RenderContext:
    """All that a section may know."""

    meeting: Meeting
    voice: Addressing
    now: datetime
    language: str

    @classmethod
    def of(cls, meeting: Meeting, audience: str, now: datetime) -> RenderContext:
        """Empty the meeting of what this audience may not see, and find the voice for the rest."""
        seen = permitted(meeting, audience)
        return cls(seen, Addressing.of(audience, seen), now, language())

    def day(self, at: datetime) -> str:
        """Say the day."""
        return formatting.day(at, self.language)

    def clock(self, at: datetime) -> str:
        """Say the time of day."""
        return formatting.clock(at, self.language)

    def spoken(self, text: str) -> str:
        """Say an ISO date as people do; any other text as it is."""
        return formatting.spoken(text, self.language)

    @property
    def held(self) -> datetime | None:
        """When the meeting was opened; before that, when it is to start."""
        opened = [one.at for one in self.meeting.events if one.kind == "open" and one.at]
        return min(opened, default=self.meeting.about.start)


SectionFunction = Callable[[RenderContext], Iterator[Block]]


def listed(title: str, lines: Iterable[RichText | ListItem], level: int = 2) -> Iterator[Block]:
    """A heading with a list beneath it; nothing at all when the list is empty."""
    items = tuple(one if isinstance(one, ListItem) else ListItem(one) for one in lines)
    if items:
        yield Heading(level, title)
        yield Bullets(items)


def about_person(telling: RenderContext, you: str, named: str, nameless: str) -> str:
    """The title that fits: to the person, about ``{person}`` by name, or about somebody without a name."""
    if telling.voice.says_you:
        return you
    person = telling.meeting.person_participant
    called = telling.meeting.person.called or (person.name if person else "")
    return named.format(person=called) if called else nameless


def labelled(label: str, text: str) -> str:
    """One line with its label: ``Vem: kuratorn``; empty when there is nothing to say."""
    return f"{label}: {text}" if text.strip() else ""


def filled(*lines: str) -> tuple[str, ...]:
    """The lines that say something."""
    return tuple(line for line in lines if line.strip())
