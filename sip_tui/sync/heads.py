"""Heads: what each machine says it has sent and received, sealed and numbered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sip_tui.store.atomic import from_json, to_bytes, to_json
from sip_tui.store.replicas import WRITER
from sip_tui.store.sealing import Sealer, SealError
from sip_tui.sync.database import SealedHead

MAX_SEATS = 32
Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Head:
    """What one machine has said last."""

    version: int = 0
    sent: Counts = field(default_factory=dict)
    """Writer of that machine → how many lines the database has of it."""
    received: Counts = field(default_factory=dict)
    """Writer elsewhere → how many lines that machine has."""
    seats: tuple[str, ...] = ()
    """The seats that somebody sits in there."""
    lacking: bool = False
    """True when lines that others have sent are not in the database any more."""
    left: bool = False
    """True when the machine takes part no more: nobody waits for it, but what it has sent still counts."""


def seal_head(sealer: Sealer, machine: str, head: Head) -> SealedHead:
    """Seal a head for its machine and version."""
    names = ("sent", "received", "seats", "lacking", "left")
    found = {name: getattr(head, name) for name in names}
    return SealedHead(machine, head.version, sealer.seal(to_bytes(to_json(found)), f"head:{machine}", head.version))


def open_head(sealer: Sealer, sealed: SealedHead) -> Head:
    """Open a head; raise SealError when it was changed, moved, or is no head."""
    text = sealer.open(sealed.sealed, f"head:{sealed.machine}", sealed.version)
    try:
        found: Any = from_json(text)
        sent, received = (_counts(found[name]) for name in ("sent", "received"))
        seats = tuple(str(seat) for seat in found["seats"][:MAX_SEATS] if str(seat).replace("-", "").isalnum())
        return Head(sealed.version, sent, received, seats, found["lacking"] is True, found.get("left") is True)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise SealError("head") from None


def _counts(found: Mapping[str, Any]) -> dict[str, int]:
    return {writer: count for writer, count in found.items() if type(count) is int and WRITER.fullmatch(writer)}


def furthest(heads: Iterable[Head]) -> dict[str, int]:
    """Return how many lines there should be of every writer that somebody has told of."""
    most: dict[str, int] = {}
    for head in heads:
        for writer, count in (*head.sent.items(), *head.received.items()):
            most[writer] = max(most.get(writer, 0), count)
    return most


def have_all(heads: Iterable[Head], sent: Counts) -> bool:
    """Tell whether there are other machines and each has all that was sent."""
    others = list(heads)
    return bool(others) and all(
        max(head.received.get(writer, 0), head.sent.get(writer, 0)) >= count
        for head in others
        for writer, count in sent.items()
    )
