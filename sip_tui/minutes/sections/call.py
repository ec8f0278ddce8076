"""The call to a meeting: when, where, why, who is called for what, how to answer (requirements 140, 142, 145, 147).

It may travel by mail, so nobody of the family is named; those who work with the person are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from sip_tui.i18n.translation import _
from sip_tui.meeting.content.questions import all_questions
from sip_tui.meeting.model.enums import FAMILY, Answer, Consent, Kind
from sip_tui.meeting.model.meeting import Meeting, Participant, Question
from sip_tui.meeting.people.attendance import in_round_order
from sip_tui.meeting.people.invitations import is_invited
from sip_tui.minutes.context import (
    RenderContext,
    capitalized,
    fill,
    fixed,
    heading,
    items,
    joined,
    labelled,
    titled_list,
)
from sip_tui.minutes.document import Block, Bullets, ListItem, Paragraph, RichText
from sip_tui.minutes.sections.contact import contact_lines
from sip_tui.minutes.sections.meeting_type import in_sentence, type_name
from sip_tui.phrasing.parts import parts_text
from sip_tui.resources.guidance import FOLLOW_UP
from sip_tui.resources.meeting_types import type_by_key
from sip_tui.swedish.grammar.agent import definite


def call_lacks(meeting: Meeting) -> str:
    """Return what every call must say and this one does not, as one sentence; empty when nothing is missing."""
    if meeting.about.start is None:
        return _("The invitation was not written: the meeting has no day and time yet.")
    if not meeting.about.purpose.strip():
        return _(
            "The invitation was not written: the meeting has no purpose yet. Write in a few words why you are meeting."
        )
    if not all_questions(meeting):
        return _("The invitation was not written: the meeting has no question yet. Write what it should answer.")
    return ""


def title(context: RenderContext) -> RichText:
    """Return what one is called, or invited, to."""
    kind = _kind(context)
    if is_invited(context.meeting, context.actor):
        words = _("You are invited to a meeting ({meeting})")
        return fill(words, meeting=kind) if kind else fixed(_("You are invited to a meeting"))
    return fill(_("Invitation to a meeting ({meeting})"), meeting=kind) if kind else fixed(_("Invitation to a meeting"))


def _kind(context: RenderContext) -> str:
    """Return the type as it stands in a sentence; what follows up a plan says so."""
    kind = in_sentence(type_name(context))
    is_said = re.search("uppfölj|follow", kind, re.IGNORECASE)
    return _("follow-up of a SIP") if context.kind == FOLLOW_UP and context.is_plan and not is_said else kind


def facts(context: RenderContext) -> Iterator[Block]:
    """Day, time with the end, place and link."""
    about, invited = context.meeting.about, is_invited(context.meeting, context.actor)
    start = about.start or context.now
    span = f"{context.clock(start)}–{context.clock(start + timedelta(minutes=about.minutes))}"
    where: RichText = about.place if about.place.strip() or about.link.strip() else fixed(_("you will be told later"))
    lines = (
        labelled(_("Date"), fixed(context.day(start))),
        labelled(_("Time"), fixed(span)),
        labelled(_("Place"), where),
        labelled(_("Online"), about.link),
        labelled(_("Invited by") if invited else _("Meeting called by"), _caller_name(context)),
    )
    yield Bullets(items(lines))


def about_you(context: RenderContext) -> Iterator[Block]:
    """Whom "you" is about, and why no name is there."""
    sentence = _("Under “Why we are meeting” and in the questions, “you” is the person the meeting is about.")
    caller = _caller(context)
    named = context.addressing.brief(caller) if caller else _unnamed_caller(context)
    ask = _("The name is left out, as this may go by e-mail. Would you like to know who it is? Ask {caller}.")
    yield Paragraph(joined(" ", (fixed(sentence), fill(ask, caller=named))))


def purpose(context: RenderContext) -> Iterator[Block]:
    """Why they meet, who sees the need, and the questions that are to be answered."""
    yield heading(2, _("Why we are meeting"))
    yield Paragraph(context.meeting.about.purpose)
    if why := context.meeting.about.why.strip():
        yield Paragraph(labelled(_("Who sees the need"), why))
    yield from titled_list(
        _("The questions for the meeting"), (question.text for question in all_questions(context.meeting))
    )


def reason(context: RenderContext) -> Iterator[Block]:
    """Why the one whose call it is is called, and for which questions."""
    called = context.meeting.participant(context.actor)
    if called is None:
        return
    lines, invited = [*_reasons(context, called)], is_invited(context.meeting, called.id)
    if not called.name.strip() and called.kind is Kind.ACTOR:
        lines.append(ListItem(fixed(_for_a_service(invited=invited))))
    yield from titled_list(_reason_title(is_service=_is_for_a_service(context), invited=invited), lines)


def _reason_title(*, is_service: bool, invited: bool) -> str:
    """Return the heading of why: a service and one person are spoken to with different words in Swedish."""
    if is_service:
        return _("Why you are invited to the meeting") if invited else _("Why you have been asked to come")
    return _("Why you are invited") if invited else _("Why we have asked you to come")


def _for_a_service(*, invited: bool) -> str:
    if invited:
        return _("Your service is invited to the meeting: please send someone who can answer the questions.")
    return _("Your service is asked to attend: please send someone who can answer the questions.")


def called(context: RenderContext) -> Iterator[Block]:
    """Everybody who is called: in a call to all with the reason of each, in one's own without the one who calls."""
    others, own = [other for other in in_round_order(context.meeting) if _is_called(context, other)], context.actor
    unlisted = {own, context.meeting.about.called_by} if own else set()
    lines = (
        ListItem(capitalized(context.addressing.introduce(other)), () if own else tuple(_reasons(context, other)))
        for other in others
        if other.id not in unlisted
    )
    has_reasons = any(any(_reasons(context, other)) for other in others)
    why = _("Who has been asked to attend or invited, and why")
    everybody = why if has_reasons else _("Who has been asked to attend or invited")
    yield from titled_list(_("Others asked to attend or invited") if own else everybody, lines)


def preparing(context: RenderContext) -> Iterator[Block]:
    """Whether there is consent, what to think about beforehand, and that everything is interpreted."""
    is_interpreted = any(other.kind is Kind.INTERPRETER for other in context.meeting.participants)
    is_service, kind = _is_for_a_service(context), type_by_key(context.kind)
    thinking = _("Think about which goals you find important, and what support you can give.")
    service, one = (
        _("Please let us know in advance if you cannot stay to the end."),
        _("Please let us know in advance if you have to leave early."),
    )
    lines = (
        _consent(context),
        fixed((kind.beforehand if kind else "") or thinking) if is_service else "",
        fixed(service if is_service else one),
        fixed(_("There is an interpreter: everything takes longer. Use short sentences.")) if is_interpreted else "",
    )
    yield from titled_list(_("Before the meeting"), lines)


def _consent(context: RenderContext) -> RichText:
    """Say that there is consent to the one whose call it is taking part, and how it was given."""
    called = context.meeting.participant(context.actor)
    if called is None or called.consent not in {Consent.ORAL, Consent.WRITTEN}:
        return ""
    word = _("in writing") if called.consent == Consent.WRITTEN else _("orally")
    service, one = (
        _("We have consent for you to take part ({how})."),
        _("There is consent for you to take part ({how})."),
    )
    return fixed((service if _is_for_a_service(context) else one).format(how=word))


def answering(context: RenderContext) -> Iterator[Block]:
    """How to answer, to whom and by when; never with anything about the person."""
    about = context.meeting.about
    by = context.date_text(about.reply_by.strip())
    private = _("Please write nothing about the person in your reply. Tell us face to face or by telephone.")
    lines = (
        fixed(_request(context)),
        labelled(_("No later than"), by),
        labelled(_("Reply to"), about.reply_to or _caller_contact(context)),
        fixed(private) if _is_for_a_service(context) else "",
    )
    yield from titled_list(_("How to reply") if _is_for_a_service(context) else _("How you can reply"), lines)


def _request(context: RenderContext) -> str:
    """What is asked of whoever gets the call; only a service can send somebody else."""
    if not _is_for_a_service(context):
        return _("Please reply: say whether you are coming.")
    if is_invited(context.meeting, context.actor):
        return _("Please reply: say whether you are coming, or who is coming instead. You can decline.")
    return _("Please reply: say that you have got the invitation, and whether you are coming or who is coming instead.")


def _is_for_a_service(context: RenderContext) -> bool:
    """Whether the call is for a service, or for everybody; not for the family, the interpreter or a supporter."""
    called = context.meeting.participant(context.actor)
    return called is None or called.kind is Kind.ACTOR


def _reasons(context: RenderContext, called: Participant) -> Iterator[ListItem]:
    invitation = context.meeting.invitation(called.id)
    questions = (question.text for question in _tied(context.meeting, called))
    yield from items(
        (
            _without_name(invitation.why, called),
            *(labelled(_("For the question"), text) for text in questions),
            labelled(_("Takes part in"), fixed(parts_text(called, context.part_names))),
        )
    )


def _without_name(why: str, called: Participant) -> RichText:
    """Drop the name that a reason begins with, as it stands below that name: "Kuratorn är din kurator"."""
    names = (called.name, called.name.partition(" ")[0], definite(called.role.casefold()), called.role)
    beginning = "|".join(re.escape(name) for name in names if name)
    found = re.match(rf"\W*(?:{beginning})\W*\s", why, re.IGNORECASE) if beginning else None
    return capitalized(why[found.end() :]) if found else why


def _tied(meeting: Meeting, called: Participant) -> tuple[Question, ...]:
    wanted = meeting.invitation(called.id).questions
    return tuple(question for question in all_questions(meeting) if question.id in wanted)


def _is_called(context: RenderContext, other: Participant) -> bool:
    return other.kind is not Kind.PERSON and context.meeting.invitation(other.id).wanted is not Answer.NO


def _caller(context: RenderContext) -> Participant | None:
    """Who calls, when that is one of those who work with the person."""
    caller = context.meeting.participant(context.meeting.about.called_by)
    return caller if caller and caller.kind not in FAMILY else None


def _caller_name(context: RenderContext) -> RichText:
    caller = _caller(context)
    return context.addressing.introduce(caller) if caller else ""


def _caller_contact(context: RenderContext) -> RichText:
    caller = _caller(context)
    if caller is None:
        return _unnamed_caller(context)
    return joined(", ", (context.addressing.brief(caller), *contact_lines(context.meeting, caller)))


def _unnamed_caller(context: RenderContext) -> RichText:
    invited = is_invited(context.meeting, context.actor)
    return fixed(_("the person who invited you") if invited else _("whoever called the meeting"))
