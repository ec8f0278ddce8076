"""What every section composes from, and the small builders of texts and blocks that sections share.

The program's own words are marked as ``fixed``, so that redaction changes nobody's name in them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache

from sip_tui.i18n.translation import _, language
from sip_tui.meeting.content.doers import named_doers
from sip_tui.meeting.content.plan import is_taken, is_to_be_asked
from sip_tui.meeting.content.questions import makes_plan
from sip_tui.meeting.model.enums import Status
from sip_tui.meeting.model.meeting import Action, Meeting
from sip_tui.meeting.notes.pads import is_secretary_seat
from sip_tui.meeting.people.consent import is_refused, refusers_of_plan
from sip_tui.meeting.time.agenda import PHASES
from sip_tui.minutes.addressing import Addressing
from sip_tui.minutes.document import Block, Bullets, Heading, ListItem, RichText, Span, plain, spans
from sip_tui.paths import data_path
from sip_tui.resources.meeting_types import part_names, type_of
from sip_tui.swedish.dates import formatting
from sip_tui.swedish.grammar.agent import in_full

_FIELD = re.compile(r"\{(\w+)\}")
_LOOSE_AND = re.compile(r" (?:o|å|&|\+|/|samt|plus) ")
_MARK = re.compile("[\ue000-\ue003]")
"""The marks of redaction, which have no place in a text that is put in elsewhere."""
_MASKED_OF = re.compile(r"^\[namn\] (?:fr|från|på|hos|vid) ", re.IGNORECASE)
"""Somebody of an office whose name is hidden."""
_WHEN = re.compile(r"(?:när|så fort|when|as soon as)\b", re.I)
_FIRST_LETTER = re.compile(r"^\W*\w")


@dataclass(frozen=True, slots=True)
class RenderContext:
    """The input of every section.

    Attributes:
        meeting: The meeting, restricted to the audience and with its fields redacted.
        addressing: How the audience's document names people.
        now: When it is written, for a meeting that has no time of its own.
        language: "sv" or "en".
        noted: What the secretary's notes speak of (see ``topics_noted``), which the document must not deny.
        is_consent_limited: Whether the person has asked to keep something out.
        actor: The id of the participant whose document it is; empty for everybody's.
        earlier: What may be told of the earlier meetings of the plan, see ``earlier.earlier_meetings``.
        part_names: What the five parts are called, as the type of the whole meeting says.
        refusers: The ids of those who have said no to the plan being made.
        kind: The key of the type of the whole meeting; empty for a type of no known words.
        refused: The ids of those whom the person has said no to sharing with: no document asks anybody to ask them.
    """

    meeting: Meeting
    addressing: Addressing
    now: datetime
    language: str
    noted: frozenset[str] = frozenset()
    is_consent_limited: bool = False
    actor: str = ""
    earlier: tuple[Meeting, ...] = ()
    part_names: tuple[str, ...] = ()
    refusers: tuple[str, ...] = ()
    kind: str = ""
    refused: frozenset[str] = frozenset()

    @classmethod
    def of(cls, whole: Meeting, meeting: Meeting, audience: str, now: datetime, actor: str = "") -> RenderContext:
        """Create the context from the whole meeting, and from the restricted and redacted one."""
        is_limited = bool(whole.person.kept_out.strip())
        addressing, noted = Addressing.of(audience, meeting), topics_noted(whole)
        refusers = tuple(other.id for other in refusers_of_plan(whole))
        kind = type_of(whole)
        names = part_names(whole, child=whole.person.child and audience in {"person", "sheet"})
        key = kind.key if kind else ""
        refused = frozenset(other.id for other in whole.participants if is_refused(other))
        return cls(meeting, addressing, now, language(), noted, is_limited, actor, (), names, refusers, key, refused)

    @property
    def audience(self) -> str:
        """The audience, one of ``DOCUMENTS``."""
        return self.addressing.audience

    @property
    def opened_at(self) -> datetime | None:
        """When the meeting was opened; before that, when it is planned to start."""
        opened = [event.at for event in self.meeting.events if event.kind == "open" and event.at]
        return min(opened, default=self.meeting.about.start)

    @property
    def is_begun(self) -> bool:
        """Whether the meeting has been opened."""
        return any(event.kind == "open" for event in self.meeting.events)

    @property
    def is_closed(self) -> bool:
        """Whether the meeting has been closed: what it decided is settled."""
        return any(event.kind == "close" for event in self.meeting.events)

    @property
    def is_plan(self) -> bool:
        """Whether the meeting makes a plan: it is of the type that does, and nobody has said no to it."""
        return makes_plan(self.meeting) and not self.refusers

    def part_name(self, phase: str) -> str:
        """Return what a part of the meeting is called."""
        return self.part_names[PHASES.index(phase)]

    def doers(self, action: Action) -> RichText:
        """Return who does an action: its owner, or whom its words name: "Mamma och pappa"; empty for nobody."""
        if self.meeting.participant(action.who) is not None:
            return self.addressing.owner(action.who)
        named = named_doers(self.meeting, _MARK.sub("", action.what))
        return in_full(_LOOSE_AND.sub(" och ", _MASKED_OF.sub("någon på ", named).replace(" ([namn])", "")))

    def deed(self, action: Action) -> str:
        """Return what is done, without those whom its words begin with: they are told beside it."""
        if self.meeting.participant(action.who) is not None or self.language != "sv":
            return action.what
        return _without_beginning(action.what, named_doers(self.meeting, _MARK.sub("", action.what)))

    def doer_words(self, action: Action) -> RichText:
        """Return who does an action; of one who was not there, that they will be asked: "läkaren får frågan".

        Empty when the person has said no to asking that one.
        """
        if self.is_barred(action):
            return ""
        return self.asked_words(action) if self.is_asked(action) else self.doers(action)

    def asked_words(self, action: Action) -> RichText:
        """Say that the owner of an action will be asked about it, or was to be, when it is from an earlier plan."""
        owner = self.meeting.participant(action.who)
        named = self.doers(action) if owner is None or self.audience == "full" else self.addressing.in_sentence(owner)
        sentence = _("{who} was to be asked") if action.since else _("{who} will be asked")
        return fill(sentence, who=capitalized(named) if self.language == "en" else named)

    def is_asked(self, action: Action) -> bool:
        """Whether the owner of an action was not there, now or when it was planned, and has not agreed to it."""
        return (self.is_begun or bool(action.since)) and is_to_be_asked(self.meeting, action)

    def is_barred(self, action: Action) -> bool:
        """Whether the person has said no to the owner of a new action, there or not: nobody does it yet."""
        is_new = action.status is Status.NEW and not action.since
        return self.is_begun and is_new and action.who in self.refused

    def is_settled(self, action: Action) -> bool:
        """Whether an action has been decided on, now or before, or is going on already; all else is proposed."""
        is_new = action.status is Status.PROPOSED or (action.status is Status.NEW and not self.is_begun)
        return bool(action.since) or not is_new

    def is_taken(self, action: Action) -> bool:
        """Whether somebody does an action, on the list or not."""
        return bool(self.doers(action))

    def is_joint(self, action: Action) -> bool:
        """Whether an action has an owner, or several who do it together."""
        return is_taken(self.meeting, replace(action, what=_MARK.sub("", action.what)))

    def day(self, at: datetime) -> str:
        """Format a day."""
        return formatting.day(at, self.language)

    @property
    def own_day(self) -> str:
        """The day of the meeting, as one that has been once it has begun; empty when it is not known."""
        said = formatting.past_day if self.is_begun else formatting.day
        return said(self.opened_at, self.language) if self.opened_at else ""

    def clock(self, at: datetime) -> str:
        """Format a time of day."""
        return formatting.clock(at, self.language)

    def date_text(self, text: str) -> str:
        """Format an ISO date in words; return any other text unchanged."""
        return formatting.spoken(text, self.language)


def _without_beginning(marked: str, named: str) -> str:
    """Return a marked text without the names that it begins with; whole when nothing but them is in it."""
    marks = rf"{_MARK.pattern}*"
    begins = re.match(marks + marks.join(map(re.escape, named)) + rf"{marks}:?\s+", marked) if named else None
    rest = marked[begins.end() :] if begins else ""
    return _FIRST_LETTER.sub(lambda found: found[0].upper(), rest, count=1) or marked


def topics_noted(meeting: Meeting) -> frozenset[str]:
    """Return the topics of ``note_topics.toml`` that a secretary's notes speak of."""
    text = "\n".join(pad.text for pad in meeting.notes if is_secretary_seat(pad.seat)).lower()
    return frozenset(topic for topic, pattern in _topics().items() if pattern.search(text))


@cache
def _topics() -> dict[str, re.Pattern[str]]:
    tables = tomllib.loads(data_path("sv", "note_topics.toml").read_text("utf-8"))
    return {topic: re.compile("|".join(map(_at_word, patterns))) for topic, patterns in tables.items()}


def _at_word(pattern: str) -> str:
    """Bind a pattern to the beginning of a word, behind its first letter.

    The regex engine skips to the places of a first letter at once; an assertion before it is tried at every place.
    """
    return rf"{pattern[0]}(?<!\w.){pattern[1:]}"


SectionFunction = Callable[[RenderContext], Iterator[Block]]


def fixed(text: str) -> RichText:
    """Mark a text as the program's own words."""
    return (Span(text, fixed=True),)


def fill(template: str, **values: RichText) -> RichText:
    """Fill in a template such as ``"contact {who}"``: its words are the program's, the values are not."""
    pieces = _FIELD.split(template)
    parts = [spans(values[piece]) if at % 2 else (Span(piece, fixed=True),) for at, piece in enumerate(pieces) if piece]
    return tuple(span for part in parts for span in part)


def labelled(label: str, text: RichText) -> RichText:
    """Return ``label: text``; empty when the text is."""
    return (Span(f"{label}: ", fixed=True), *spans(text)) if plain(text).strip() else ""


def time_line(label: str, text: RichText) -> RichText:
    """Return ``label: text``; the text alone when it says itself that it is a time: "När utredningen är klar"."""
    return capitalized(text) if _WHEN.match(plain(text)) else labelled(label, text)


def joined(separator: str, parts: Iterable[RichText]) -> RichText:
    """Join the parts that are not blank."""
    pieces: list[Span] = []
    for part in nonempty(*parts):
        pieces += [Span(separator, fixed=True)] * bool(pieces) + list(spans(part))
    return tuple(pieces)


def strong(text: RichText) -> RichText:
    """Emphasise a text strongly."""
    return tuple(replace(span, strong=True) for span in spans(text))


def capitalized(text: RichText) -> RichText:
    """Return the text with its first letter capitalized."""
    first, *rest = spans(text) or (Span(""),)
    return (replace(first, text=_FIRST_LETTER.sub(lambda found: found[0].upper(), first.text, count=1)), *rest)


def nonempty(*lines: RichText) -> tuple[RichText, ...]:
    """Return the lines that are not blank."""
    return tuple(line for line in lines if plain(line).strip())


def items(lines: Iterable[RichText | ListItem]) -> tuple[ListItem, ...]:
    """Return the lines that are not blank as list items."""
    made = (line if isinstance(line, ListItem) else ListItem(line) for line in lines)
    return tuple(item for item in made if plain(item.text).strip() or item.children)


def heading(level: int, title: RichText) -> Heading:
    """Return a heading in the program's own words."""
    return Heading(level, fixed(title) if isinstance(title, str) else title)


def titled_list(title: RichText, lines: Iterable[RichText | ListItem], level: int = 2) -> Iterator[Block]:
    """Yield a heading and a bullet list; nothing when the list is empty."""
    if found := items(lines):
        yield heading(level, title)
        yield Bullets(found)
