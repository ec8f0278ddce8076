"""What is said of the roll call: who is here, what is decided and signed, and what to ask in the round."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import _
from sip_tui.meeting.model.enums import ABSENT, FAMILY, HERE, Consent, Kind, Presence
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.meeting.people.attendance import HOLD, REBOOK, is_absent, missing_key_people, roll_call, undecided_missing
from sip_tui.meeting.people.consent import LACKING, REFUSED, awaiting_signature, is_expired
from sip_tui.meeting.people.floor import MAX_DIGITS, speaker_numbers
from sip_tui.meeting.people.invitations import unwanted
from sip_tui.meeting.time.agenda import PHASES, Stage, stage_of
from sip_tui.phrasing.consent_questions import plan_question, refused_consent, sharing_question, signature_request
from sip_tui.phrasing.wording import (
    CONSENTS,
    absence_sentence,
    display_name,
    format_clock,
    format_when,
    join_words,
    leaves_at,
    name_or_role,
    number_text,
    person_name,
)
from sip_tui.widgets.safe_text import plain


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
        Content.styled(_signature_sentence(meeting, row, phase), "bold"),
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


def _signature_sentence(meeting: Meeting, row: str, phase: str) -> str:
    """Tell who signs an oral consent, and which keys write it: at the start, not in the midst (requirement 141)."""
    waiting = awaiting_signature(meeting) if phase in {"", PHASES[0]} else ()
    if not waiting:
        return ""
    chosen = [participant for participant in waiting if participant.id == row]
    names = join_words([_name(participant) for participant in chosen or waiting])
    keys = (
        _("Press {keys[consent.written]} once it is signed.").format(keys=KEYS)
        if chosen
        else _signing_keys(meeting, waiting[0])
    )
    return f"{plain(signature_request(meeting, names))} {keys}"


def _signing_keys(meeting: Meeting, participant: Participant) -> str:
    """Tell how to write that somebody's consent is signed, who is not the one that the cursor is on."""
    number = speaker_numbers(meeting).get(participant.id, 0)
    sentence = (
        _("Press {number} and {keys[consent.written]} for {name} once it is signed.")
        if 0 < number <= MAX_DIGITS
        else _("Choose {name} and press {keys[consent.written]} once it is signed.")
    )
    return sentence.format(name=_name(participant), number=number_text(number), keys=KEYS)


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
        yield from _without_consent(meeting, participant, name)


def _without_consent(meeting: Meeting, participant: Participant, name: str) -> Iterator[str]:
    """Ask about a participant; when the answer was no, say what that means and where it is written how it went."""
    if participant.consent not in REFUSED:
        yield plain(sharing_question(meeting, name))
        return
    yield plain(refused_consent(meeting, name))
    yield _("Press {keys[phase.next]} when you go on, and write how you have solved it.").format(keys=KEYS)


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
