"""The lines of the roll call, what is asked in the round of presentations, and what is read aloud."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.cells import cell_len
from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import _
from sip_tui.meeting.model.enums import ABSENT, FAMILY, HERE, Answer, Consent, Kind, Presence
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.meeting.people.attendance import HOLD, REBOOK, is_absent, missing_key_people, roll_call, undecided_missing
from sip_tui.meeting.people.consent import LACKING, REFUSED, awaiting_signature, is_expired
from sip_tui.meeting.people.floor import MAX_NUMBERS
from sip_tui.meeting.people.invitations import unwanted
from sip_tui.meeting.time.agenda import PHASES, Stage, stage_of
from sip_tui.phrasing.consent_questions import plan_question, refused_consent, sharing_question, signature_request
from sip_tui.phrasing.invitations import invitation_word
from sip_tui.phrasing.parts import parts_text
from sip_tui.phrasing.wording import (
    CONSENTS,
    absence_sentence,
    consent_word,
    display_name,
    format_clock,
    format_when,
    join_words,
    leaves_at,
    name_or_role,
    person_name,
    presence_word,
    role_or_kind,
)
from sip_tui.resources.meeting_types import part_names
from sip_tui.widgets.safe_text import fit_or_more, fit_width, plain

NUMBER_WIDTH, PRESENCE_WIDTH, CONSENT_WIDTH, NAME_WIDTH, ROLE_WIDTH = 3, 16, 17, 21, 21
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
    Consent.WRITTEN: ("✓", "$success"),
    Consent.ORAL: ("◐", "$warning"),
    Consent.NONE: ("✗", "$error"),
    Consent.WITHDRAWN: ("✗", "$error"),
}
"""Consent → sign and colour; an oral yes waits to be signed."""
BEFORE_NAME = NUMBER_WIDTH + CONSENT_WIDTH + 2
"""Cells before a name beside where somebody is: number, consent, and a tick for who has been introduced."""
ROOMY = 50
"""Cells after that from which an organisation is shown as well."""


def roll_line(
    participant: Participant, width: int, meeting: Meeting, numbers: Mapping[str, int], presence_cells: int
) -> Content:
    """Write digit, presence, consent, a tick for the introduced, then who it is: on two lines where it needs them."""
    tick = "✓" if participant.presented else " "
    flags = ", ".join(_flags(meeting, participant))
    number = f"{numbers[participant.id] % MAX_NUMBERS:>2} " if participant.id in numbers else "   "
    presence, consent = _presence_cell(meeting, participant, presence_cells), _consent_cell(meeting, participant)
    name_at = BEFORE_NAME + presence_cells
    first, second = _who(participant, flags, width - name_at)
    below = "\n" + " " * min(name_at, max(width - cell_len(second), 0)) + second if second else ""
    return Content.assemble(number, presence, consent, f"{tick} {first}{below}")


def _who(participant: Participant, flags: str, room: int) -> tuple[str, str]:
    """Return name, role, organisation and flags as one line, or on two; a small terminal has no organisation."""
    name, role = plain(name_or_role(participant)), plain(role_or_kind(participant))
    where = plain(participant.organisation)
    full = f"{fit_or_more(name, NAME_WIDTH)}{fit_or_more(role, ROLE_WIDTH)}{where}".rstrip()
    if cell_len(full) + cell_len(flags) + bool(flags) <= room:
        return f"{fit_width(full, room - cell_len(flags))}{flags}".rstrip(), ""
    short = f"{fit_or_more(name, NAME_WIDTH)}{role}"
    if cell_len(short) > room:
        return name, ", ".join(part for part in (role, flags) if part)
    more = where if room >= ROOMY else ""
    return short, " · ".join(part for part in (more, flags) if part)


def roll_heads(meeting: Meeting) -> str:
    """Return the heads of the columns."""
    cells = ((_("No."), NUMBER_WIDTH), (_("Here?"), presence_width(meeting)), (_("Consent"), CONSENT_WIDTH))
    return "".join(fit_width(head, width) for head, width in cells) + "  " + _("Name and role")


def _presence_cell(meeting: Meeting, participant: Participant, cells: int) -> Content:
    colour = PRESENCE_SIGNS.get(participant.presence, ("", ""))[1]
    return Content.styled(fit_width(_presence_words(meeting, participant), cells), f"bold {colour}")


def presence_width(meeting: Meeting) -> int:
    """Return the cells of the column with where somebody is: before the meeting an answer to the call may be long."""
    longest = max((cell_len(_presence_words(meeting, row)) for row in meeting.participants), default=0)
    return max(PRESENCE_WIDTH, longest + 1)


def _presence_words(meeting: Meeting, participant: Participant) -> str:
    sign, _colour = PRESENCE_SIGNS.get(participant.presence, ("", ""))
    return f"{sign} {_presence(meeting, participant)}".lstrip()


def _consent_cell(meeting: Meeting, participant: Participant) -> Content:
    ended = is_expired(meeting, participant)
    word = consent_word(participant, ended=ended)
    sign, colour = ("✗", "$error") if ended else CONSENT_SIGNS.get(participant.consent, ("", ""))
    return Content.styled(fit_width(f"{sign} {word}".lstrip() if word else "", CONSENT_WIDTH), colour)


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


def roll_sentence(meeting: Meeting, row: str, phase: str) -> Content:
    """Count who is here, then what is read aloud, what must be decided or signed, and what to ask a participant."""
    call = roll_call(meeting)
    late = _(", {count} coming later").format(count=len(call.late)) if call.late else ""
    left = _(", {count} left").format(count=len(call.not_called)) if call.not_called else ""
    count = _("{here} here, {absent} not here").format(here=len(call.here), absent=len(call.absentees))
    aloud = " ".join(part for part in (plain(absence_sentence(meeting)), *_substitutes(meeting)) if part)
    lines = [
        Content(f"{count}{late}{left}."),
        Content.assemble((_("Read aloud: "), "bold"), aloud) if aloud else Content(""),
        Content.styled(_missing_sentence(meeting), "bold $warning"),
        Content.styled(_chair_sentence(meeting), "bold $warning"),
        Content.styled(_unwanted_sentence(meeting), "bold $warning"),
        Content(_decision_sentence(meeting)),
        _about(meeting, row),
        Content.styled(_signature_sentence(meeting, phase), "bold"),
    ]
    return Content("\n").join([line for line in lines if line])


def _substitutes(meeting: Meeting) -> Iterator[str]:
    """Tell who has come in whose place."""
    for participant in meeting.participants:
        other = meeting.participant(participant.substitute_for)
        if other is not None and participant.presence in HERE:
            sentence = _("{name} is coming instead of {other}.")
            yield sentence.format(name=_name(participant), other=_name(other))


def _chair_sentence(meeting: Meeting) -> str:
    """Ask who leads instead of a chair who is not here."""
    chair = meeting.participant(meeting.about.chair)
    if chair is None or meeting.about.co_chair or not is_absent(meeting, chair.id):
        return ""
    question = _(
        "{name} was going to lead and is not here. Who will lead instead? Press {keys[go.time]} and then "
        "{keys[meeting.about]} to write it."
    )
    return question.format(name=_name(chair), keys=KEYS)


def _unwanted_sentence(meeting: Meeting) -> str:
    """Warn of those on the list whom the person does not want there (requirement 127)."""
    names = [_name(participant) for participant in unwanted(meeting) if not is_absent(meeting, participant.id)]
    sentence = _("{person} would rather not have {names} here. Talk about it before you invite anyone or begin.")
    return sentence.format(person=plain(person_name(meeting)), names=join_words(names)) if names else ""


def _signature_sentence(meeting: Meeting, phase: str) -> str:
    """Tell who signs their oral consent; only at the start, not in the midst of things (requirement 141)."""
    names = [_name(participant) for participant in awaiting_signature(meeting)] if phase in {"", PHASES[0]} else []
    return plain(signature_request(meeting, join_words(names))) if names else ""


def _missing_sentence(meeting: Meeting) -> str:
    """Tell which key people are missing without a decision."""
    names = [_name(participant) for participant in undecided_missing(meeting)]
    sentence = _(
        "Needed here: {names}. Press {keys[roll.hold]} to go ahead anyway or {keys[roll.rebook]} to find a new time."
    )
    return sentence.format(names=join_words(names), keys=KEYS) if names else ""


def _decision_sentence(meeting: Meeting) -> str:
    """Tell what was decided about the key people who are missing, and when."""
    missing = {participant.id: participant for participant in missing_key_people(meeting)}
    decisions = [
        event for event in meeting.events if event.kind in {HOLD, REBOOK} and missing.keys() & set(event.text.split())
    ]
    if not decisions or decisions[-1].at is None:
        return ""
    last, decided_on = decisions[-1], decisions[-1].text.split()
    plans = {
        HOLD: _("Decided at {time}: the meeting goes ahead without {names}."),
        REBOOK: _("Decided at {time}: you are finding a new time when {names} can come."),
    }
    rebook = _(
        "Decided at {time}: you are finding a new time when {names} can come. Press {keys[close]} to close this "
        "meeting."
    )
    names = join_words([_name(participant) for row, participant in missing.items() if row in decided_on])
    sentence = rebook if last.kind == REBOOK and stage_of(meeting) is Stage.IN_PROGRESS else plans[last.kind]
    why = _("Reason: {text}.").format(text=plain(last.reason).rstrip(". ")) if last.reason else ""
    return f"{sentence.format(time=format_clock(decisions[-1].at), names=names, keys=KEYS)} {why}".rstrip()


def _about(meeting: Meeting, row: str) -> Content:
    """Ask a participant in the round; when that has been done, show the answers."""
    participant = meeting.participant(row)
    if participant is None or participant.presence in ABSENT | {Presence.LEFT}:
        return Content("")
    name = plain(display_name(meeting, participant))
    about = Content(_question(participant).format(name=name, keys=KEYS))
    if participant.presented:
        about = Content.assemble((f"{name}: ", "bold"), " · ".join(_answers(meeting, participant)))
    return Content("\n").join([about, *(Content(line) for line in _consent(meeting, participant, name))])


def _consent(meeting: Meeting, participant: Participant, name: str) -> Iterator[str]:
    """Ask the person about a participant; of the person, tell what is left out and for how long."""
    if participant.kind is Kind.PERSON:
        answer = meeting.consent_detail(participant.id).plan
        if answer is not Consent.NOT_ASKED:
            yield _("Consent to the plan: {answer}.").format(answer=_(CONSENTS[answer]))
        elif question := plan_question(meeting):
            yield plain(question)
        if meeting.person.kept_out:
            yield _("Do not bring up or pass on: {text}.").format(text=plain(meeting.person.kept_out).rstrip(". "))
        if meeting.person.consent_until:
            until = plain(format_when(meeting.person.consent_until)).rstrip(". ")
            yield _("The consent is valid until {when}.").format(when=until)
    elif participant.kind is Kind.ACTOR and is_expired(meeting, participant):
        yield _(
            "The consent for {name} has run out. Ask again: press {keys[consent.oral]} or {keys[consent.none]}."
        ).format(name=name, keys=KEYS)
    elif participant.kind is Kind.ACTOR and participant.consent in LACKING:
        say = refused_consent if participant.consent in REFUSED else sharing_question
        yield plain(say(meeting, name))


def _question(participant: Participant) -> str:
    if participant.kind in FAMILY:
        return _(
            "{name}: would you like to say who you are, or shall someone else begin? Press {keys[roll.presented]} "
            "when it is done."
        )
    if participant.kind is Kind.INTERPRETER:
        return _(
            "{name}: would you like to say how the interpreting works? Press {keys[roll.presented]} when it is done."
        )
    return _(
        "{name}: what is your name, where do you work and what is your part in this? Can you stay the whole "
        "time? Press {keys[roll.presented]} when it is done, {keys[roll.edit]} to write."
    )


def _answers(meeting: Meeting, participant: Participant) -> Iterator[str]:
    if participant.contact:
        yield _("contact with the family: {text}").format(text=plain(participant.contact))
    leaves = leaves_at(participant.leaves) or plain(participant.leaves)
    yield _("must leave at {time}").format(time=leaves) if participant.leaves else _("stays all the time")
    if other := meeting.participant(participant.substitute_for):
        yield _("is coming instead of {name}").format(name=_name(other))
    if participant.came:
        yield _("came at {time}").format(time=format_clock(participant.came))


def _name(participant: Participant) -> str:
    return plain(name_or_role(participant))
