"""What is asked about consent: of the person, or of the guardians when it is a child, who is then heard as well."""

from __future__ import annotations

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.questions import makes_plan
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.meeting.people.consent import is_about_plan
from sip_tui.phrasing.wording import name_or_role, person_name

_ADULT = {
    "plan": N_("{person}, do you want us to make a plan together? You can say no."),
    "share": N_(
        "{person}, is it all right if {name} tells us about you, and if we tell {name} about you? Press "
        "{keys[consent.oral]} for yes, {keys[consent.none]} for no, {keys[roll.all_oral]} for yes to "
        "everyone."
    ),
    "sign": N_("Only oral consent for {names}. Ask {person} to sign now."),
    "missing": N_("There is no consent yet for {names}. Ask {person} now."),
    "instead": N_("{person} has said no to us talking with {name}. Who will do this instead?"),
    "instead of you": N_("You have said no to us talking with {name}. Who will do this instead?"),
}
_CHILD = {
    "plan": N_("Parents or guardians: do you agree to us making a plan? {person}, what do you think?"),
    "share": N_(
        "Parents or guardians: is it all right if {name} tells us about {person}, and if we tell {name} "
        "about {person}? {person}, what do you think? Press {keys[consent.oral]} for yes, "
        "{keys[consent.none]} for no, {keys[roll.all_oral]} for yes to everyone."
    ),
    "sign": N_("Only oral consent for {names}. Ask the parents or guardians to sign now."),
    "missing": N_(
        "There is no consent yet for {names}. Ask the parents or guardians now, and hear what {person} thinks."
    ),
    "instead": N_("The parents or guardians have said no to us talking with {name}. Who will do this instead?"),
    "instead of you": N_("Your parents or guardians have said no to us talking with {name}. Who will do this instead?"),
}


def consent_title(meeting: Meeting, participant: Participant) -> str:
    """Say whose consent it is: to the plan from those who decide about it, else to sharing with the participant."""
    title = _("Consent to the plan: {name}") if is_about_plan(meeting, participant) else _("Consent: {name}")
    return title.format(name=name_or_role(participant))


def plan_question(meeting: Meeting) -> str:
    """Ask for consent to the plan itself; empty when the meeting makes none."""
    return _fill(meeting, "plan") if makes_plan(meeting) else ""


def sharing_question(meeting: Meeting, name: str) -> str:
    """Ask whether a participant may share with the others, and they with the participant."""
    return _fill(meeting, "share", name=name)


def signature_request(meeting: Meeting, names: str) -> str:
    """Say who signs the consent for those named, which is only oral."""
    return _fill(meeting, "sign", names=names)


def missing_consent(meeting: Meeting, names: str) -> str:
    """Say that nobody has asked about those named, or that the consent has ended, and who is asked."""
    return _fill(meeting, "missing", names=names)


def refused_consent(meeting: Meeting, names: str) -> str:
    """Say what it means that the answer was no for those named."""
    sentence = _(
        "The answer is no for {names}, so nothing about {person} may be shared with {names}. Ask {names} to leave "
        "the room before you talk about {person}, or arrange another meeting."
    )
    return sentence.format(names=names, person=person_name(meeting))


def who_instead(meeting: Meeting, *, to_person: bool) -> str:
    """Return the template that asks who does what the participant ``{name}`` may not be asked about.

    Args:
        meeting: Whose consent it is: a child's parents or guardians answer. ``{person}`` is filled in by the caller.
        to_person: Whether the sentence is said to the person.
    """
    sentence = "instead of you" if to_person else "instead"
    return _((_CHILD if meeting.person.child else _ADULT)[sentence])


def _fill(meeting: Meeting, sentence: str, **words: str) -> str:
    template = (_CHILD if meeting.person.child else _ADULT)[sentence]
    return _(template).format(person=person_name(meeting), keys=KEYS, **words)
