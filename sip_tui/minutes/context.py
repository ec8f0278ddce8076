"""What every section gets to compose from, and the small builders of blocks that sections share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sip_tui.i18n.translation import language
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.minutes.addressing import Addressing
from sip_tui.minutes.document import Block, Bullets, Heading, ListItem, RichText
from sip_tui.swedish.dates import formatting


@dataclass(frozen=True, slots=True)
class RenderContext:
    """The input of every section.

    Attributes:
        meeting: The meeting, restricted to the audience and with its fields redacted.
        addressing: How the audience's document names people.
        now: When it is written, for a meeting that has no time of its own.
        language: "sv" or "en".
    """

    meeting: Meeting
    addressing: Addressing
    now: datetime
    language: str

    @classmethod
    def of(cls, meeting: Meeting, audience: str, now: datetime) -> RenderContext:
        """Create the context from the restricted meeting."""
        return cls(meeting, Addressing.of(audience, meeting), now, language())

    def day(self, at: datetime) -> str:
        """Format a day."""
        return formatting.day(at, self.language)

    def clock(self, at: datetime) -> str:
        """Format a time of day."""
        return formatting.clock(at, self.language)

    def date_text(self, text: str) -> str:
        """Format an ISO date in words; return any other text unchanged."""
        return formatting.spoken(text, self.language)

    @property
    def opened_at(self) -> datetime | None:
        """When the meeting was opened; before that, when it is planned to start."""
        opened = [event.at for event in self.meeting.events if event.kind == "open" and event.at]
        return min(opened, default=self.meeting.about.start)


SectionFunction = Callable[[RenderContext], Iterator[Block]]


def titled_list(title: str, lines: Iterable[RichText | ListItem], level: int = 2) -> Iterator[Block]:
    """Yield a heading and a bullet list; nothing when the list is empty."""
    items = tuple(line if isinstance(line, ListItem) else ListItem(line) for line in lines)
    if items:
        yield Heading(level, title)
        yield Bullets(items)


def about_person(context: RenderContext, you: str, named: str, nameless: str) -> str:
    """Choose a title: addressed to the person, about ``{person}`` by name, or about a person without a name."""
    if context.addressing.is_second_person:
        return you
    person = context.meeting.person_participant
    called = context.meeting.person.called or (person.name if person else "")
    return named.format(person=called) if called else nameless


def labelled(label: str, text: str) -> str:
    """Return ``label: text``; empty when the text is."""
    return f"{label}: {text}" if text.strip() else ""


def nonempty(*lines: str) -> tuple[str, ...]:
    """Return the lines that are not blank."""
    return tuple(line for line in lines if line.strip())
