"""How fast documents are written: Markdown against its redaction alone, then what a page and a PDF cost on top.

The redaction is all that hides: every field is read, what stops a mail is looked for, and the finished text is read
once more. Processor time, for what else runs on the machine is no part of it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from statistics import median
from typing import NamedTuple

from sip_tui.i18n.translation import set_language
from sip_tui.meeting.model.meeting import Action, Goal, Meeting
from sip_tui.minutes.access import restrict
from sip_tui.minutes.formats import to_file
from sip_tui.minutes.markdown import render
from sip_tui.minutes.redaction.fields import FieldRedactor, free_texts, has_protected_identity, redact_fields
from sip_tui.minutes.redaction.known_names import known_names
from sip_tui.minutes.redaction.leak_check import LeakGate
from sip_tui.minutes.redaction.policy import RedactionPolicy, kept_words
from sip_tui.minutes.render import draft
from sip_tui.minutes.rendered import Rendered
from sip_tui.privacy import redact
from tests.bench.redacting import NOTES
from tests.bench.varied_notes import TEAM, varied_notes
from tests.helpers.meetings import NOW, case, noted

ROUNDS = 9
NOTE_BYTES = 12_000
"""What a secretary writes in an hour."""


class Speeds(NamedTuple):
    """Seconds, each the median of the rounds."""

    redaction: float
    markdown: float
    html: float
    pdf: float


class Drafting(NamedTuple):
    """Seconds for the mail of an hour's meeting, each the median of meetings that share no sentence.

    Attributes:
        full: The mail with its notes.
        again: The next one, after one more line of notes, as the preview writes it.
        short: The mail without notes, as it is sent when nobody says otherwise.
        redacted: Redacting all text of such a meeting.
    """

    full: float
    again: float
    short: float
    redacted: float


def drafting() -> Drafting:
    """Measure each on meetings of its own: what has been read is remembered, and none is to be read before."""
    set_language("sv")
    ways = (_full_and_again, _short, _redaction)
    taken: list[list[tuple[float, ...]]] = [[] for _way in ways]
    for number, notes in enumerate(varied_notes(NOTE_BYTES)):
        taken[number % len(ways)].append(ways[number % len(ways)](notes))
    (full, again), (short,), (redacted,) = (map(median, zip(*times[1:], strict=True)) for times in taken)
    return Drafting(full, again, short, redacted)


def _full_and_again(notes: str) -> tuple[float, float]:
    first, longer = _with_notes(notes), _with_notes(f"{notes}\nMamma ringer skolan.")
    return _seconds(lambda: draft(first, "mail", now=NOW)), _seconds(lambda: draft(longer, "mail", now=NOW))


def _short(notes: str) -> tuple[float]:
    meeting = _with_notes(notes)
    meeting = replace(meeting, about=replace(meeting.about, mail_notes=False))
    return (_seconds(lambda: draft(meeting, "mail", now=NOW)),)


def _redaction(notes: str) -> tuple[float]:
    meeting = _with_notes(notes)
    text, names = "\n\n".join(free_texts(meeting)), [name.name for name in known_names(meeting)]
    return (_seconds(lambda: redact(text, names)),)


def _with_notes(notes: str) -> Meeting:
    """The hour-long meeting with the team on its roll and other notes."""
    whole = hour_long_meeting(0)
    people = zip(whole.participants, TEAM, strict=False)
    team = tuple(replace(participant, name=name) for participant, name in people)
    return replace(whole, participants=team, notes=(*whole.notes[:-1], noted(notes)))


def _seconds(what: Callable[[], object]) -> float:
    began = time.process_time()
    what()
    return time.process_time() - began


def hour_long_meeting(number: int) -> Meeting:
    """Sofia's meeting with an hour of notes, six goals and twenty actions, in words that no other number has."""
    whole = case("cases", "sofia-n3.toml")
    lines = (f"{note} Det var fråga {number}, {at}." for at, note in enumerate(NOTES * (NOTE_BYTES // 400)))
    text = "\n\n".join(lines)[:NOTE_BYTES]
    goals = tuple(Goal(id=f"g{number}", order=number, text=NOTES[number % len(NOTES)]) for number in range(6))
    actions = tuple(
        Action(
            id=f"a{at}",
            order=at,
            what=NOTES[at % len(NOTES)],
            who=f"p{at % 5 + 1}",
            when="2027-02-01",
            goal=f"g{at % 6}",
        )
        for at in range(20)
    )
    about = replace(whole.about, mail_notes=True, minutes=number)
    return replace(whole, about=about, notes=(*whole.notes, noted(text)), goals=goals, actions=actions)


def speeds() -> Speeds:
    """Measure in turns; each time a meeting that has not been read before, as what has been read is remembered."""
    set_language("sv")
    numbers, example = count(1), render(draft(hour_long_meeting(0), now=NOW).document)
    ways: tuple[Callable[[Meeting], object], ...] = (
        lambda meeting: _redacted(
            meeting, replace(example, text=example.text.replace(" fråga 0,", f" fråga {meeting.about.minutes},"))
        ),
        *(_as(name) for name in ("md", "html", "pdf")),
    )
    taken: list[list[float]] = [[] for _way in ways]
    for _round in range(ROUNDS):
        for times, way in zip(taken, ways, strict=True):
            meeting = hour_long_meeting(next(numbers))
            began = time.process_time()
            way(meeting)
            times.append(time.process_time() - began)
    return Speeds(*map(median, taken))


def _redacted(meeting: Meeting, written: Rendered) -> None:
    """Redact the fields of a meeting and look through a document that was written of it before."""
    policy = RedactionPolicy.of(meeting, "mail", ())
    has_protected_identity(meeting, known_names(meeting), kept_words(meeting))
    redact_fields(restrict(meeting, "mail", with_story=True), FieldRedactor.of(meeting, "mail", policy))
    LeakGate(known_names(meeting), policy.is_withheld).find(written, "x.md")


def _as(file_format: str) -> Callable[[Meeting], object]:
    def written(meeting: Meeting) -> bytes:
        return to_file(replace(draft(meeting, "mail", now=NOW), leaks=()), file_format, reference="m").content

    return written
