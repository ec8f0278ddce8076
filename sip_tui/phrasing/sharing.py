"""What is said of a meeting that several people or machines share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sip_tui.i18n.translation import N_, _, ngettext
from sip_tui.meeting.model.enums import Seat
from sip_tui.phrasing.wording import format_clock, join_words

SEAT_NAMES: Mapping[str, tuple[str, str]] = {
    Seat.CHAIR: (N_("the chair"), N_("one more chair")),
    Seat.SECRETARY: (N_("the secretary"), N_("one more secretary")),
}
"""Seat → the name of its first holder, and of a later one."""


def shared_words(at: datetime) -> str:
    """Say that the others have what was written last."""
    return _("Shared {time}").format(time=format_clock(at))


def offline_words(since: datetime, waiting: int) -> str:
    """Say that the others cannot be reached, and how much waits for them."""
    words = _("Offline since {time}").format(time=format_clock(since))
    return f"{words}, {waiting_words(waiting)}" if waiting else words


def waiting_words(waiting: int) -> str:
    """Say how many changes wait to be sent."""
    return ngettext("{count} change is waiting", "{count} changes are waiting", waiting).format(count=waiting)


def unsent_words(count: int) -> str:
    """Say that the others never get some of what was written here."""
    sentence = ngettext(
        "{count} change is only here; the others do not have it.",
        "{count} changes are only here; the others do not have them.",
        count,
    )
    return sentence.format(count=count)


def others_present(seats: Iterable[str]) -> tuple[str, str]:
    """Describe who else takes part: in a sentence, and in as few words as possible; both empty when nobody does.

    Args:
        seats: The seats that others hold, such as "chair" and "secretary-2"; boards are ignored.
    """
    held = sorted(seats)
    groups = [_holders(kind, [seat for seat in held if seat.split("-")[0] == kind]) for kind in SEAT_NAMES]
    who = join_words([words for words in groups if words])
    if not who:
        return "", ""
    sentence = _("Also here: {who}").format(who=who)
    return sentence[:1].upper() + sentence[1:], _("With {who}").format(who=who)


def _holders(kind: str, seats: Sequence[str]) -> str:
    if len(seats) < 2:
        # "secretary-2" came later; "secretary-m1f0a9" is the only one on another machine.
        return "".join(_(SEAT_NAMES[kind][seat.split("-")[-1].isdecimal()]) for seat in seats)
    count = _("two") if len(seats) == 2 else str(len(seats))
    if kind == Seat.CHAIR:
        return ngettext("{count} chair", "{count} chairs", len(seats)).format(count=count)
    return ngettext("{count} secretary", "{count} secretaries", len(seats)).format(count=count)
