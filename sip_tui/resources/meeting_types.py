"""The types of meeting and their rules, from ``data/<language>/meeting_types.toml`` (requirements 123, 128-135)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sip_tui.i18n.translation import language
from sip_tui.meeting.content.questions import is_follow_up
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.time.agenda import PHASE_SHARES, PHASES, set_minutes
from sip_tui.paths import data_path
from sip_tui.resources.guidance import phase_name


@dataclass(frozen=True, slots=True)
class TypeField:
    """Something that only this type of meeting asks for; its text is ``TypeDetail`` with the same key."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class MeetingType:
    """A type of meeting."""

    key: str
    name: str
    words: tuple[str, ...]
    """What a meeting of this type is called; the beginning of a word is enough."""
    about: str
    """What it is for and who calls, for somebody who chooses."""
    purpose: str
    """A purpose to begin from."""
    parts: tuple[str, ...]
    """What the phases are called in a meeting of this type; empty for their usual names."""
    shares: tuple[int, ...]
    """Percent of the time for each phase."""
    script: str
    """The script that fits it best."""
    always: str
    """What the chair is responsible for throughout, of the meeting's aim (requirement 213)."""
    beforehand: str = ""
    """What a service is asked to think about before the meeting; empty for goals and support (requirement 142)."""
    may_not_call: tuple[str, ...] = ()
    """Authorities that may not call it."""
    refusal: str = ""
    """Why they may not."""
    instead: str = ""
    """The type that they can call instead."""
    fields: tuple[TypeField, ...] = ()


def meeting_types() -> tuple[MeetingType, ...]:
    """Return the types in the current language, in the order in which they are shown."""
    return _types(language())


def meeting_type(words: str) -> MeetingType | None:
    """Find the type that words name, such as "SIP-möte"; None for another type."""
    text = words.casefold()
    return next((kind for kind in meeting_types() if any(re.search(rf"\b{word}", text) for word in kind.words)), None)


def type_by_key(key: str) -> MeetingType | None:
    """Return the type of a key."""
    return next((kind for kind in meeting_types() if kind.key == key), None)


def type_of(meeting: Meeting) -> MeetingType | None:
    """Return the type whose words are said in a meeting: of one that follows up a plan, the follow-up."""
    return type_by_key("follow_up") if is_follow_up(meeting) else meeting_type(meeting.about.type)


def part_name(meeting: Meeting, phase: str) -> str:
    """Return what a phase is called in a meeting of this type; its key when it is unknown."""
    return dict(zip(PHASES, part_names(meeting), strict=True)).get(phase, phase)


def part_names(meeting: Meeting, *, child: bool = False) -> tuple[str, ...]:
    """Return what the phases are called in a meeting of this type, in order; ``child``: on a child's own paper."""
    kind = type_of(meeting)
    return kind.parts if kind and kind.parts else tuple(phase_name(phase, child=child) for phase in PHASES)


def phases_by_name() -> Mapping[str, str]:
    """Return every name of a phase, in any type of meeting, in small letters → the phase."""
    own = {name.casefold(): phase for kind in meeting_types() for name, phase in zip(kind.parts, PHASES, strict=False)}
    return own | {phase_name(phase).casefold(): phase for phase in PHASES}


def share_minutes(kind: MeetingType, minutes: int) -> tuple[Edit, ...]:
    """Set the minutes of each phase as a type shares them; nothing when that is the usual way."""
    if kind.shares == PHASE_SHARES:
        return ()
    parts = [minutes * share // 100 for share in kind.shares]
    parts[2] += minutes - sum(parts)
    return set_minutes(dict(zip(PHASES, parts, strict=True)))


def forbidden_caller(kind: MeetingType, caller: str) -> bool:
    """Check whether words about a caller, such as "Anna Ek, Arbetsförmedlingen", name one that may not call."""
    words = [word for authority in kind.may_not_call for word in _authorities(language())[authority]]
    return any(re.search(rf"\b{re.escape(word)}\b", caller.casefold()) for word in words)


@cache
def _data(language: str) -> Mapping[str, Any]:
    return tomllib.loads(data_path(language, "meeting_types.toml").read_text(encoding="utf-8"))


def _authorities(language: str) -> Mapping[str, list[str]]:
    found: Mapping[str, list[str]] = _data(language)["authorities"]
    return found


@cache
def _types(language: str) -> tuple[MeetingType, ...]:
    return tuple(_type(found) for found in _data(language)["types"])


def _type(one: Mapping[str, Any]) -> MeetingType:
    return MeetingType(
        key=one["key"],
        name=one["name"],
        words=tuple(one["words"]),
        about=one["about"],
        purpose=one["purpose"],
        parts=tuple(one.get("parts", ())),
        shares=tuple(one.get("shares", PHASE_SHARES)),
        script=one["script"],
        always=one["always"],
        beforehand=one.get("beforehand", ""),
        may_not_call=tuple(one.get("may_not_call", ())),
        refusal=one.get("refusal", ""),
        instead=one.get("instead", ""),
        fields=tuple(TypeField(field["key"], field["label"]) for field in one.get("fields", ())),
    )
