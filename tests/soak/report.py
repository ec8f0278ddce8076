"""The table that is printed when a meeting has been played."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sip_tui.meeting.log.projection import MeetingProjection
from sip_tui.meeting.model.enums import Seat as Seats
from sip_tui.meeting.model.meeting import Meeting
from tests.soak.person import Kill
from tests.soak.play import Played
from tests.soak.script import WRITES, Deed
from tests.soak.verdict import is_kept, opened


def report(played: Played) -> Iterator[str]:
    """Give line by line when who was killed, and what was typed, kept and found."""
    yield from map(_kill, sorted((*played.chair.kills, *played.secretary.kills), key=lambda kill: kill.at))
    yield f"\n{'':<32}{'done':>8}{'on disk':>9}{'said':>8}{'found':>8}"
    meeting = MeetingProjection(opened(played)[0]).meeting
    yield _lines(played, meeting)
    others = [deed for deed in played.secretary.deeds if deed.verb != WRITES]
    yield _deeds("secretary's words and actions", others, meeting)
    yield _deeds("chair's deeds", played.chair.deeds, meeting)
    kills = f"{len(played.chair.kills)} of the chair, {len(played.secretary.kills)} of the secretary"
    in_forms = sum(bool(kill.in_form) for kill in (*played.chair.kills, *played.secretary.kills))
    yield f"\nkills: {kills}; {in_forms} of them in a form with words that had been shown"
    yield f"letters typed again: {played.secretary.typed_again}; {played.took:.0f} seconds"


def _kill(kill: Kill) -> str:
    minutes, seconds = divmod(int(kill.at), 60)
    missing = f"; {kill.missing} letters to type again, {kill.missing_shown} had been shown" if kill.missing else ""
    return f"{minutes:02}.{seconds:02}  {kill.seat:<10} killed ({kill.header or 'no header'}{missing}): {kill.during}"


def _lines(played: Played, meeting: Meeting) -> str:
    lines = played.secretary.lines
    found = sum(meeting.pad_text(line.phase, Seats.SECRETARY).startswith(line.upto) for line in lines)
    kept, said = sum(line.on_disk for line in lines), sum(line.said for line in lines)
    return _row("secretary's lines", len(lines), kept, said, found)


def _deeds(what: str, deeds: Sequence[Deed], meeting: Meeting) -> str:
    # Each was waited for until the witness had read it.
    return _row(what, len(deeds), len(deeds), "–", sum(is_kept(deed, meeting) for deed in deeds))


def _row(what: str, done: int, kept: int, said: int | str, found: int) -> str:
    return f"{what:<32}{done:>8}{kept:>9}{said:>8}{found:>8}"
