"""The table of the roll call: number, where somebody is, consent, and who it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.questions import makes_plan
from sip_tui.meeting.model.enums import Answer, Consent, Presence
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.meeting.people.consent import is_about_plan, is_expired
from sip_tui.meeting.time.agenda import Stage, stage_of
from sip_tui.phrasing.invitations import invitation_word
from sip_tui.phrasing.parts import parts_text
from sip_tui.phrasing.wording import (
    CONSENTS,
    consent_word,
    leaves_at,
    name_or_role,
    number_text,
    presence_word,
    role_or_kind,
)
from sip_tui.resources.meeting_types import part_names
from sip_tui.widgets.safe_text import fit_or_more, fit_width, plain
from sip_tui.widgets.text_layout import wrap_text

NUMBER_WIDTH, NAME_WIDTH, ROLE_WIDTH = 3, 21, 21
"""Cells of the columns that are as wide whatever is in them."""
MAX_CONSENT = 20
"""Cells of a consent in words: a meeting file may have any."""
PRESENCE_SIGNS: Mapping[Presence, tuple[str, str]] = {
    Presence.PRESENT: ("✓", "$success"),
    Presence.REMOTE: ("✓", "$success"),
    Presence.LATE: ("◐", "$warning"),
    Presence.LEFT: ("◐", "$warning"),
    Presence.EXCUSED: ("✗", "$error"),
    Presence.MISSING: ("✗", "$error"),
}
"""Where somebody is → sign and colour; the word stands beside it."""
CONSENT_SIGNS: Mapping[str, tuple[str, str]] = {
    Consent.NOT_ASKED: ("○", "bold $warning"),
    Consent.WRITTEN: ("✓", "$success"),
    Consent.ORAL: ("◐", "$warning"),
    Consent.NONE: ("✗", "$error"),
    Consent.WITHDRAWN: ("✗", "$error"),
}
"""Consent → sign and colour; an oral yes waits to be signed."""
BRIEF: Mapping[str, str] = {
    Consent.NOT_ASKED: N_("no answer yet"),
    Consent.ORAL: N_("oral"),
    Consent.WRITTEN: N_("written"),
}
"""Consent → the word where there is little room; any other is short as it is."""
NARROW = 70
"""Cells of a row below which the words are short."""
ROOMY = 50
"""Cells for who it is from which an organisation is shown as well."""


class RollWidths(NamedTuple):
    """Cells of a row, and of the columns that are as wide as what is in them."""

    row: int
    presence: int
    consent: int

    @property
    def before_name(self) -> int:
        """Cells before a name: number, where somebody is, consent, and a tick for who has been introduced."""
        return NUMBER_WIDTH + self.presence + self.consent + 2


def roll_widths(meeting: Meeting, width: int) -> RollWidths:
    """Measure the columns of a table that is ``width`` cells wide."""
    people = meeting.participants
    here = max((cell_len(_presence_words(meeting, row)) for row in people), default=0)
    answers = max((cell_len(consent_words(meeting, row, width)[0]) for row in people), default=0)
    gap = 1 if width < NARROW else 2
    consent = min(max(cell_len(_("Consent")), answers) + gap, MAX_CONSENT)
    return RollWidths(width, max(cell_len(_("Here?")), here) + gap, consent)


def roll_line(participant: Participant, widths: RollWidths, meeting: Meeting, numbers: Mapping[str, int]) -> Content:
    """Write number, presence, consent, a tick for the introduced, then who it is: on two lines where it needs them."""
    tick = "✓" if participant.presented else " "
    flags = ", ".join(_flags(meeting, participant))
    number = f"{number_text(numbers.get(participant.id, 0)):>2} "
    presence, consent = _presence_cell(meeting, participant, widths), _consent_cell(meeting, participant, widths)
    room = widths.row - widths.before_name
    first, second = _who(participant, flags, room)
    below = [f"\n{' ' * widths.before_name}{line}" for line in wrap_text(second, room)] if second else []
    return Content.assemble(number, presence, consent, f"{tick} {first}", *below)


def _who(participant: Participant, flags: str, room: int) -> tuple[str, str]:
    """Return name, role, organisation and flags as one line, or on two; a small terminal has no organisation."""
    name, role = plain(name_or_role(participant)), plain(role_or_kind(participant))
    where = plain(participant.organisation)
    full = f"{fit_or_more(name, NAME_WIDTH)}{fit_or_more(role, ROLE_WIDTH)}{where}".rstrip()
    if cell_len(full) + cell_len(flags) + bool(flags) <= room:
        return f"{fit_width(full, room - cell_len(flags))}{flags}".rstrip(), ""
    short = f"{fit_or_more(name, NAME_WIDTH)}{role}"
    if cell_len(short) > room or room < NAME_WIDTH + ROLE_WIDTH // 2:  # few roles would stand in a column
        close = f"{name}, {role}" if role else name
        return (close, flags) if cell_len(close) <= room else (name, ", ".join(filter(None, (role, flags))))
    more = where if room >= ROOMY else ""
    return short, " · ".join(part for part in (more, flags) if part)


def roll_heads(widths: RollWidths) -> str:
    """Return the heads of the columns."""
    cells = ((_("No."), NUMBER_WIDTH), (_("Here?"), widths.presence), (_("Consent"), widths.consent))
    return "".join(fit_width(head, width) for head, width in cells) + "  " + _("Name and role")


def _presence_cell(meeting: Meeting, participant: Participant, widths: RollWidths) -> Content:
    colour = PRESENCE_SIGNS.get(participant.presence, ("", ""))[1]
    return Content.styled(fit_width(_presence_words(meeting, participant), widths.presence), f"bold {colour}")


def _presence_words(meeting: Meeting, participant: Participant) -> str:
    sign, _colour = PRESENCE_SIGNS.get(participant.presence, ("", ""))
    return f"{sign} {_presence(meeting, participant)}".lstrip()


def _consent_cell(meeting: Meeting, participant: Participant, widths: RollWidths) -> Content:
    words, colour = consent_words(meeting, participant, widths.row)
    return Content.styled(fit_width(words, widths.consent), colour)


def consent_words(meeting: Meeting, participant: Participant, width: int) -> tuple[str, str]:
    """Return sign and word of a consent, and its colour: to the plan from those who decide about it."""
    answer, word = participant.consent, consent_word(participant)
    if is_about_plan(meeting, participant) and makes_plan(meeting):
        answer = meeting.consent_detail(participant.id).plan
        word = _(CONSENTS[answer])
    elif is_expired(meeting, participant):
        answer, word = Consent.WITHDRAWN, consent_word(participant, ended=True)
    sign, colour = CONSENT_SIGNS.get(answer, ("", ""))
    brief = _(BRIEF[answer]) if width < NARROW and answer in BRIEF else word
    return (f"{sign} {brief}".lstrip(), colour) if word else ("", "")


def _presence(meeting: Meeting, participant: Participant) -> str:
    """Where somebody is; before the meeting, what those who are expected have answered to the call."""
    state = meeting.invitation(participant.id).state
    if state and participant.presence is Presence.EXPECTED and stage_of(meeting) is Stage.BEFORE:
        return invitation_word(meeting, participant.id)
    # The whole word, "has not been in touch", is in the sentence that is read aloud.
    return _("is missing") if participant.presence is Presence.MISSING else presence_word(participant.presence)


def _flags(meeting: Meeting, participant: Participant) -> Iterator[str]:
    if meeting.invitation(participant.id).wanted is Answer.NO:
        yield _("the person would rather not have them there")
    if participant.key_person:
        yield _("key person")
    if participant.comes:
        yield _("coming at {time}").format(time=leaves_at(participant.comes) or plain(participant.comes))
    if names := parts_text(participant, part_names(meeting)):
        yield _("here for {parts}").format(parts=names)
    if participant.leaves:
        at = leaves_at(participant.leaves)
        words = _("leaves: {words}").format(words=plain(participant.leaves))
        yield _("leaves {time}").format(time=at) if at else words
