"""Deeds about people: presence, floor, consent, the call, who leads and who writes."""

from __future__ import annotations

from collections.abc import Mapping

from sip_tui.cli.errors import CommandRefusedError
from sip_tui.cli.verbs.deed import Deed, Done, Run, instead_of, require_open
from sip_tui.i18n.translation import _
from sip_tui.meeting.content import plan, questions
from sip_tui.meeting.guidance import preparation
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Answer, Consent, Kind, Presence, QueueKind
from sip_tui.meeting.model.preparation import InvitationState
from sip_tui.meeting.people import attendance, consent, floor, invitations, roles
from sip_tui.meeting_file.vocabulary import CONSENTS
from sip_tui.parsing.people_lines import add_people, read_people
from sip_tui.phrasing.invitations import INVITATION_STATES, left_out_of_call
from sip_tui.phrasing.wording import CONSENTS as CONSENT_LABELS
from sip_tui.phrasing.wording import name_or_role, presence_word


def mark_presence(presence: Presence) -> Run:
    """Return a deed that marks where somebody is."""

    def run(deed: Deed) -> Done:
        """Do it."""
        who = deed.who()
        said = f"{name_or_role(who)}: {presence_word(presence)}"
        return Done(attendance.set_presence(deed.meeting, who.id, presence, deed.context), said)

    return run


def toggle_introduced(deed: Deed) -> Done:
    """Tick somebody in the round of introductions, or take the tick away."""
    who = deed.who()
    edits = [Edit("participants", who.id, "presented", not who.presented)]
    said = _("{name} has introduced themselves") if not who.presented else _("{name} has not introduced themselves yet")
    return Done(edits, said.format(name=name_or_role(who)))


def give_or_take_floor(deed: Deed) -> Done:
    """Give somebody the floor; with "done", take it."""
    require_open(deed)
    if deed.text.casefold() in {"", "done", "slut", "klar"}:
        return Done(floor.end_turns(deed.meeting, deed.context), _("Nobody is speaking"))
    who = deed.who()
    if floor.current_speaker(deed.meeting) == who:
        return Done((), _("{name} is speaking already").format(name=name_or_role(who)))
    edits = floor.give_floor(deed.meeting, who.id, deed.timing.phase, deed.context)
    if not edits:
        raise CommandRefusedError(_("{name} is not here.").format(name=name_or_role(who)))
    return Done(edits, _("{name} is speaking").format(name=name_or_role(who)))


def wait_for_floor(kind: QueueKind) -> Run:
    """Return a deed that puts somebody into the queue."""

    def run(deed: Deed) -> Done:
        """Do it."""
        who = deed.who()
        said = _("{name} is waiting to speak").format(name=name_or_role(who))
        return Done(floor.join_queue(deed.meeting, who.id, kind), said)

    return run


def answer_consent(deed: Deed) -> Done:
    """Write an answer about consent: the name, then the answer."""
    *name, word = deed.words or [""]
    if word.casefold() not in CONSENTS:
        sentence = _("Put the answer at the end: yes-oral, yes-written, no, withdrawn or unasked.")
        raise CommandRefusedError(sentence)
    answer = Consent(CONSENTS[word.casefold()])
    if len(name) == 1 and name[0].casefold() in {"all", "alla"}:
        return _answer_for_all(deed, answer)
    who = Deed(deed.meeting, deed.context, deed.timing, deed.today, name).who()
    person = who.kind is Kind.PERSON
    write = consent.set_plan_consent if person else consent.set_consent
    return Done(write(deed.meeting, who.id, answer, deed.day), f"{name_or_role(who)}: {_(CONSENT_LABELS[answer])}")


def _answer_for_all(deed: Deed, answer: Consent) -> Done:
    """Write one yes for everybody who is not absent; a no is about one at a time."""
    said = {Consent.ORAL: _("Consent to share with everyone"), Consent.WRITTEN: _("Written consent for everyone")}
    if answer not in said:
        sentence = _("For everyone at once you can write yes-oral or yes-written. Write any other answer for one name.")
        raise CommandRefusedError(sentence)
    return Done(consent.consent_to_all(deed.meeting, deed.day, answer), said[answer])


def set_invitation(state: InvitationState) -> Run:
    """Return a deed that notes how far an invitation has come."""

    def run(deed: Deed) -> Done:
        """Do it."""
        who, reason = deed.name_and_rest()
        edits = invitations.set_state(deed.meeting, who.id, state, deed.day, reason=reason)
        return Done(edits, f"{name_or_role(who)}: {_(INVITATION_STATES[state])}")

    return run


REPLY_WORDS: Mapping[str, InvitationState] = {
    "received": InvitationState.RECEIVED,
    "mottagen": InvitationState.RECEIVED,
    "coming": InvitationState.COMING,
    "kommer": InvitationState.COMING,
    "declined": InvitationState.DECLINED,
    "kan-inte": InvitationState.DECLINED,
    "substitute": InvitationState.SUBSTITUTE,
    "ersättare": InvitationState.SUBSTITUTE,
}


def take_reply(deed: Deed) -> Done:
    """Note what somebody answered: the name, the answer, and after it a reason or the substitute's name."""
    at = next((place for place, word in enumerate(deed.words) if word.casefold() in REPLY_WORDS), None)
    if at is None:
        raise CommandRefusedError(_("Write the answer after the name: received, coming, declined or substitute NAME."))
    state, rest = REPLY_WORDS[deed.words[at].casefold()], " ".join(deed.words[at + 1 :])
    who = Deed(deed.meeting, deed.context, deed.timing, deed.today, deed.words[:at]).who()
    said = f"{name_or_role(who)}: {_(INVITATION_STATES[state])}"
    if state is not InvitationState.SUBSTITUTE:
        return Done(invitations.set_state(deed.meeting, who.id, state, deed.day, reason=rest), said)
    edits = invitations.send_substitute(deed.meeting, who.id, rest, deed.context.row, deed.day)
    if not edits:
        raise CommandRefusedError(_("Write the name of the person who is coming instead."))
    return Done(edits, f"{said}: {rest}")


def tie_to_question(deed: Deed) -> Done:
    """Tie somebody to a question of the meeting by its number, or untie them (requirement 124)."""
    who, number = deed.name_and_rest()
    every = questions.all_questions(deed.meeting)
    if not number.isdecimal() or not 1 <= int(number) <= len(every):
        sentence = _("Write the number of the question after the name; there are {count}.")
        raise CommandRefusedError(sentence.format(count=len(every)))
    question = every[int(number) - 1]
    edits = invitations.toggle_question(deed.meeting, who.id, question.id)
    return Done(edits, f"{name_or_role(who)}: {question.text}")


def call_everybody(deed: Deed) -> Done:
    """Note that the one who is named, or everybody who is still to be called, is called today."""
    if deed.words:
        return set_invitation(InvitationState.CALLED)(deed)
    names = ", ".join(map(name_or_role, invitations.uncalled(deed.meeting)))
    left_out = left_out_of_call(deed.meeting)
    called = _("Asked to attend: {names}").format(names=names) if names else _("Everyone has been asked to attend")
    sentences = (called if names or not left_out else "", left_out)
    return Done(invitations.call(deed.meeting, deed.day), ". ".join(filter(None, sentences)))


def set_wanted(answer: Answer) -> Run:
    """Return a deed that notes whether the person wants somebody there."""

    def run(deed: Deed) -> Done:
        """Do it."""
        who = deed.who()
        wanted = (
            _("The person would like {name} there")
            if answer is Answer.YES
            else _("The person would rather not have {name} there")
        )
        return Done(invitations.set_wanted(deed.meeting, who.id, answer), wanted.format(name=name_or_role(who)))

    return run


def decide_on_absent(kind: str) -> Run:
    """Return a deed that decides about missing key people."""

    def run(deed: Deed) -> Done:
        """Do it."""
        missing = attendance.missing_key_people(deed.meeting)
        if not missing:
            raise CommandRefusedError(_("No key person is missing."))
        edits = attendance.decide_on_missing(deed.meeting, kind, deed.context, deed.text)
        said = _("Held without {names}") if kind == attendance.HOLD else _("A new time for {names}")
        return Done(edits, said.format(names=", ".join(map(name_or_role, missing))))

    return run


def set_office(field: str) -> Run:
    """Return a deed that names who leads or writes."""

    def run(deed: Deed) -> Done:
        """Do it."""
        who, meeting = deed.who(), deed.meeting
        holder = getattr(meeting.about, field)
        before = meeting.participant(holder)
        said = instead_of(name_or_role(who), name_or_role(before) if before else holder)
        return Done(roles.change_meeting_info(meeting, {field: who.id}, deed.context), said)

    return run


def tick_or_add_task(deed: Deed) -> Done:
    """Tick something off the chair's list, or add what is not on it."""
    keys = [task.key for task in preparation.preparation_tasks(deed.meeting) if task.own]
    if deed.need_text() in keys:
        return Done(preparation.tick_task(deed.meeting, deed.text, deed.day), deed.text)
    return Done(preparation.add_task(deed.meeting, deed.text, deed.context), deed.text)


def add_people_lines(deed: Deed) -> Done:
    """Add somebody from a line."""
    edits, asked = add_people(deed.meeting, read_people(deed.need_text()), deed.context)
    if asked:
        raise CommandRefusedError(asked[0])
    return Done(edits, deed.text if edits else _("They are on the list already."))


def remove_participant(deed: Deed) -> Done:
    """Take somebody off the list."""
    who = deed.who()
    return Done(plan.remove_participant(deed.meeting, who), _("{name} is off the list").format(name=name_or_role(who)))
