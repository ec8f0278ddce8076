"""What is true at the end: everything that anybody could read, or was said to be saved, is in the meeting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from sip_tui.meeting.log.compaction import compact
from sip_tui.meeting.log.ledger import Ledger
from sip_tui.meeting.log.projection import MeetingProjection
from sip_tui.meeting.model.enums import Seat as Seats
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.notes.linked_rows import linked_row
from sip_tui.meeting.notes.pads import pad_id
from sip_tui.meeting.time.agenda import Stage, stage_of
from sip_tui.store import Archive
from sip_tui.store.row_codec import MARKS
from tests.helpers.archives import normalized
from tests.soak.chair import what_is_done
from tests.soak.play import Played
from tests.soak.script import SPEAKS, Deed

TAG = "#åtgärd "


def complaints(played: Played) -> Iterator[str]:
    """Look at the meeting on the disk, as somebody sees it who opens it now; close it, and look once more."""
    ledger, notices = opened(played)
    yield from (*played.secretary.lies, *played.secretary.lost_in_forms, *played.chair.lost_in_forms)
    yield from _unlike(played, normalized(ledger))
    meeting = MeetingProjection(ledger).meeting
    yield from (*notices, *_lost(played, meeting), *_no_rows(played, meeting))
    health = played.table.ask("doctor")
    if any(trouble in health for trouble in ("doctor --restore", ".damaged", ".tmp")):
        yield f"sip-tui doctor is not content:\n{health}"
    played.table.ask("close", played.table.meeting_id)
    ledger, notices = opened(played)
    yield from (*notices, *_lost(played, MeetingProjection(ledger).meeting))


def opened(played: Played) -> tuple[Ledger, list[str]]:
    """Read the meeting as a new process does: what it holds, and a sentence for whatever could not be read."""
    folder = Archive(played.table.archive).open(played.table.meeting_id)
    return folder.load(), folder.warnings


def is_kept(deed: Deed, meeting: Meeting) -> bool:
    """True when the word or the action of a deed is in the meeting."""
    match deed.verb:
        case "ord":
            return any(term.term == deed.text for term in meeting.terms)
        case "åtgärd":
            wanted = {deed.text, what_is_done(meeting, deed.text)}
            return any(action.what in wanted for action in meeting.actions)
        case "del":
            return any(event.phase == deed.text for event in meeting.events)
    return True


def _unlike(played: Played, now: dict[str, object]) -> Iterator[str]:
    """The witness has followed every change; the disk must say the same, cell by cell, but for what closing removes."""
    if stage_of(played.table.witness.meeting) is Stage.CLOSED:
        compact(played.table.witness.ledger)
    seen = normalized(played.table.witness.ledger)
    del seen[MARKS]  # whoever closes a meeting writes under a name of its own
    yield from (f"{table}: the disk does not say what was seen on it" for table in seen if seen[table] != now[table])


def _lost(played: Played, meeting: Meeting) -> Iterator[str]:
    for phase, whole in played.secretary.whole.items():
        if (pad := meeting.pad_text(phase, Seats.SECRETARY)) != whole:
            yield f"the pad of {phase} reads:\n{pad}\nand should read:\n{whole}"
    for deed in (*played.chair.deeds, *played.secretary.deeds):
        if not is_kept(deed, meeting):
            yield f"lost: {deed.verb} {deed.text}"
    spoke, speaks = _spoke(meeting), _without_repeats(deed.text for deed in played.chair.deeds if deed.verb == SPEAKS)
    if spoke != speaks:
        yield f"the floor went to {spoke}\nand should have gone to {speaks}"


def _no_rows(played: Played, meeting: Meeting) -> Iterator[str]:
    """Each tagged line and each action is one row, however often its writer was killed in the middle of it.

    What a killed form held of an action is kept as a row of its own; its writer begins the action again.
    """
    for deed in played.secretary.deeds:
        if deed.text.startswith(TAG) and linked_row(meeting, pad_id(deed.phase, Seats.SECRETARY), deed.text) is None:
            yield f"no row: {deed.text}"
    written = Counter(action.what for action in meeting.actions)
    texts = [deed.text for deed in played.secretary.deeds]
    beginnings = {what for what in written if what not in texts and any(text.startswith(what) for text in texts)}
    more = {what: times for what, times in written.items() if times > 1 and what not in beginnings}
    yield from (f"written {times} times: {what}" for what, times in more.items())


def _spoke(meeting: Meeting) -> list[str]:
    """Who had the floor, one after the other, by the first word of the name."""
    turns = sorted((turn for turn in meeting.turns if turn.began), key=lambda turn: (turn.began, turn.id))
    people = (meeting.participant(turn.who) for turn in turns)
    return _without_repeats(participant.name.split()[0] for participant in people if participant)


def _without_repeats(names: Iterable[str]) -> list[str]:
    return [name for name, _same in groupby(names)]
