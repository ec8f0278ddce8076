"""What is said about the others at the table: who they are, and what was lost when two wrote at the same time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sip_tui.i18n.translation import N_, _, ngettext
from sip_tui.meeting.log.conflicts import Conflict
from sip_tui.meeting.model.enums import Seat
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.phrasing.fields import NAMING_FIELDS, field_label, value_text
from sip_tui.phrasing.wording import join_words, name_or_role
from sip_tui.resources.guidance import phase_name

LONGEST = 40
"""Characters of a value that are told; whoever sees the row sees the rest."""
BEFORE = 12
"""Characters, at least, that are told of what two long values have in common."""

ALONE: Mapping[str, tuple[str, str]] = {
    Seat.CHAIR: (N_("the chair"), N_("another chair")),
    Seat.SECRETARY: (N_("the secretary"), N_("another secretary")),
}
"""What the one in a seat is called: in the first of its kind, and in a later one."""
BY_PERSON = frozenset({"accounts", "pictures", "feedback"})
"""Tables whose rows are named by the participant whose they are."""


def others_present(seats: Iterable[str]) -> tuple[str, str]:
    """Say who else takes part just now, in a sentence and in as few words as can be; empty when nobody does.

    Args:
        seats: The seats that others hold, such as "chair" and "secretary-2". A board on the wall is nobody.
    """
    those = sorted(seats)
    parts = [words for kind in ALONE if (words := _seated(kind, [one for one in those if one.split("-")[0] == kind]))]
    if not parts:
        return "", ""
    who = join_words(parts)
    return _capital(_("{who} also here").format(who=who)), _("With {who}").format(who=who)


def conflict_sentence(meeting: Meeting, clash: Conflict) -> str:
    """Say what holds and what does not, now that two have written at the same time."""
    row, field = row_label(meeting, clash), field_label(clash.field, clash.table)
    if clash.field == "deleted":
        return _("Changed at the same time: “{row}” is still there; somebody else took it away.").format(row=row)
    held, lost = _quoted(meeting, clash, clash.current), losing_values(meeting, clash)
    is_named_so = NAMING_FIELDS.get(clash.table) == clash.field and clash.table not in BY_PERSON
    if not row or is_named_so:
        told = _("Changed at the same time: {field} is now {held}; {lost} does not hold.")
        return told.format(field=field, held=held, lost=lost)
    told = _("Changed at the same time: {field} for “{row}” is now {held}; {lost} does not hold.")
    return told.format(field=field, row=row, held=held, lost=lost)


def losing_values(meeting: Meeting, clash: Conflict) -> str:
    """The values that do not hold, each once, the latest first."""
    return join_words(list(dict.fromkeys(_quoted(meeting, clash, one) for one in clash.lost)))


def row_label(meeting: Meeting, clash: Conflict) -> str:
    """What people know the row by, cut when it is long; empty for the meeting itself and for the person."""
    if clash.table == "phases":
        return phase_name(clash.row)
    rows = meeting.participants if clash.table in BY_PERSON else getattr(meeting, clash.table)
    one = next((each for each in rows if each.id == clash.row), None) if isinstance(rows, tuple) else None
    if isinstance(one, Participant):
        return _cut(name_or_role(one))
    return _cut(str(getattr(one, NAMING_FIELDS.get(clash.table, ""), "")))


def _quoted(meeting: Meeting, clash: Conflict, value: object) -> str:
    """A value, of a long one the part that the others do not have: that is what somebody must choose between."""
    every = [_words(meeting, clash, one) for one in (clash.current, *clash.lost)]
    words = _words(meeting, clash, value)
    return _("“{text}”").format(text=_from(words, _same(every))) if words else _("nothing")


def _words(meeting: Meeting, clash: Conflict, value: object) -> str:
    return " ".join(value_text(meeting, clash.table, clash.field, value).split())


def _same(texts: Sequence[str]) -> int:
    """How many characters all begin with."""
    signs = enumerate(zip(*texts, strict=False))
    return next((at for at, those in signs if len(set(those)) > 1), min(map(len, texts)))


def _from(words: str, same: int) -> str:
    """Cut a text; where its first ``same`` characters say nothing, it begins a word or two before they end."""
    if len(words) <= LONGEST or same < LONGEST - BEFORE:
        return _cut(words)
    # A word may be longer than the part that is told: then it begins in the middle of the word.
    begins = max(words.rfind(" ", 0, same - BEFORE) + 1, same - LONGEST + BEFORE)
    return f"…{_cut(words[begins:])}"


def _seated(kind: str, seats: Sequence[str]) -> str:
    """Those in the seats of one kind."""
    if len(seats) < 2:
        return "".join(_(ALONE[kind][one != kind]) for one in seats)
    count = _("two") if len(seats) == 2 else str(len(seats))
    if kind == Seat.CHAIR:
        return ngettext("{count} chair", "{count} chairs", len(seats)).format(count=count)
    return ngettext("{count} secretary", "{count} secretaries", len(seats)).format(count=count)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
