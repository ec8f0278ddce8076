"""The pipeline from a meeting to a finished document, or to a refusal.

restrict (``access``) → redact fields (``redaction``) → compose (``sections``) → render (``markdown``) → check for leaks
(``redaction``). Each step runs once and sees only the result of the step before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.people.invitations import is_invited
from sip_tui.minutes.access import BY_MAIL, DOCUMENTS, restrict
from sip_tui.minutes.addressing import role_of
from sip_tui.minutes.context import RenderContext
from sip_tui.minutes.document import Document
from sip_tui.minutes.earlier import earlier_meetings
from sip_tui.minutes.markdown import render
from sip_tui.minutes.redaction.document import ANY_MARK, MaskedFinding, MaskSpan, find_in_document, unmark
from sip_tui.minutes.redaction.fields import (
    FieldRedactor,
    has_protected_identity,
    redact_fields,
    without_marks,
)
from sip_tui.minutes.redaction.in_confidence import omit_confidences
from sip_tui.minutes.redaction.kept_out import omit_topic
from sip_tui.minutes.redaction.known_names import family_names, known_names
from sip_tui.minutes.redaction.leak_check import Leak, LeakGate, LeakRefused
from sip_tui.minutes.redaction.note_places import note_place
from sip_tui.minutes.redaction.policy import RedactionPolicy, kept_words
from sip_tui.minutes.sections import WITH_TIME_LINE, compose
from sip_tui.minutes.sections.call import call_lacks
from sip_tui.minutes.sections.contact import public_contacts
from sip_tui.phrasing.delivery import refused_sentence
from sip_tui.privacy import Finding, KnownName
from sip_tui.swedish.dates.formatting import ZONE

FILE_NAMES = {
    "mail": N_("meeting-notes"),
    "person": N_("meeting-notes-to-read"),
    "full": N_("meeting-notes-complete"),
    "notice": N_("meeting-notes-notice"),
    "actor": N_("meeting-notes-part"),
    "call": N_("invitation"),
    "sheet": N_("before-the-meeting"),
    "history": N_("plan-over-time"),
}
"""File names without their day: nothing of the meeting, and one for each audience."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A checked document, before it is accepted or refused.

    Attributes:
        audience: One of ``DOCUMENTS``.
        text: Markdown (CommonMark with tables).
        file_name: The suggested file name: the day and nothing else of the meeting.
        findings: Everything found, masked or not, by field.
        leaks: What must not leave and is still there; such a draft is not written.
        document: The same without a format.
        context: What it was composed from, restricted to the audience and redacted.
        gate: What every file made of it is checked with; None for ``full``.
        mask_spans: For each text of the document, in reading order, the replaced parts.
        is_stopped: Whether somebody has a protected identity, so that nothing may leave by mail.
    """

    audience: str
    text: str
    file_name: str
    findings: tuple[MaskedFinding, ...]
    leaks: tuple[Leak, ...]
    document: Document
    context: RenderContext
    gate: LeakGate | None = None
    mask_spans: tuple[tuple[MaskSpan, ...], ...] = ()
    is_stopped: bool = False

    @property
    def pending(self) -> tuple[MaskedFinding, ...]:
        """Kept findings that somebody has to review."""
        return tuple(found for found in self.findings if found.is_pending)


def warning(meeting: Meeting, made: Draft) -> str:
    """Say that the link of a call is broken; empty when nothing is wrong."""
    shown = ANY_MARK.sub("", made.context.meeting.about.link)
    if made.audience != "call" or shown.strip() == meeting.about.link.strip():
        return ""
    return _("Something in the link is hidden, so it cannot be opened. Write a link without a name in it.")


class MailStoppedError(Exception):
    """Somebody has a protected identity: nothing leaves by mail, and the sentence says what can be done instead."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This meeting mentions a protected identity (skyddade personuppgifter): send nothing by "
                "e-mail. Hand over the plan on paper."
            )
        )


class DraftRefusedError(Exception):
    """A call lacks what every call must say, or an actor must not get the plan; the sentence says which."""


@dataclass(frozen=True, slots=True)
class Minutes:
    """A document without leaks; the fields are those of ``Draft``.

    Attributes:
        findings: What was masked or is pending; for ``full`` everything found. Positions are within each single text.
        pending: Kept findings that somebody has to review.
        pending_places: Where each of them stands in the notes; empty where it stands elsewhere.
    """

    audience: str
    text: str
    file_name: str
    findings: tuple[Finding, ...]
    document: Document
    pending: tuple[Finding, ...] = ()
    pending_places: tuple[str, ...] = ()


def minutes(
    meeting: Meeting,
    audience: str = "mail",
    *,
    now: datetime,
    with_notes: bool | None = None,
    actor: str = "",
    earlier: Sequence[Meeting] = (),
) -> Minutes:
    """Write the minutes of a meeting, with the reviewers' decisions applied.

    Args:
        meeting: The meeting as it stands.
        audience: One of ``DOCUMENTS``.
        now: When they are written, for a meeting that has no time of its own.
        with_notes: Whether a mail holds the notes and accounts; None for what the meeting says.
        actor: The id of the participant whose document it is.
        earlier: The meetings about the same plan before this one, the first one first.

    Raises:
        LeakRefused: The finished document still contains something that must not leave.
        MailStoppedError: Somebody has a protected identity, and the document would leave by mail.
        ValueError: The audience is unknown.
    """
    made = draft(meeting, audience, now=now, with_notes=with_notes, actor=actor, earlier=earlier)
    if made.is_stopped:
        raise MailStoppedError
    if made.leaks:
        raise LeakRefused(made.leaks)
    reported = (found for found in made.findings if not found.is_kept or found.is_pending or audience == "full")
    pending = tuple(found.finding for found in made.pending)
    findings = tuple(found.finding for found in reported)
    places = tuple(note_place(meeting, found.words, found.finding.context) for found in made.pending)
    return Minutes(audience, made.text, made.file_name, findings, made.document, pending, places)


def draft(
    meeting: Meeting,
    audience: str = "mail",
    *,
    now: datetime,
    with_notes: bool | None = None,
    actor: str = "",
    earlier: Sequence[Meeting] = (),
) -> Draft:
    """Write the minutes for review before they leave; takes the arguments of ``minutes``.

    Raises:
        DraftRefusedError: The call has no day, no purpose or no question; the actor must not get the plan.
        ValueError: The audience is unknown.
    """
    meeting, earlier = without_marks(meeting), tuple(map(without_marks, earlier))
    _refuse(meeting, audience, actor)
    with_story = meeting.about.mail_notes if with_notes is None else with_notes
    visible = restrict(meeting, audience, with_story=with_story, actor=actor)
    visible = omit_confidences(omit_topic(visible, meeting.person.kept_out))
    policy = RedactionPolicy.of(meeting, audience, public_contacts(meeting, visible, audience))
    redactor = FieldRedactor.of(meeting, audience, policy)
    clean = redact_fields(visible, redactor)
    context = RenderContext.of(meeting, clean, audience, now, actor)
    if audience in WITH_TIME_LINE:
        context = replace(context, earlier=earlier_meetings(earlier, meeting, audience, redactor))
    document, mask_spans = unmark(compose(context))
    rendered, file_name = render(document), _file_name(context)
    if audience == "full":
        return Draft(audience, rendered.text, file_name, find_in_document(document), (), document, context)
    gate = _gate((meeting, *earlier), policy, audience)
    leaks = _with_places(meeting, gate.find(rendered, file_name))
    kept, looked_in = kept_words(meeting), (meeting, *earlier)
    is_stopped = audience in BY_MAIL and any(has_protected_identity(each, redactor.names, kept) for each in looked_in)
    found = tuple(redactor.findings)
    return Draft(audience, rendered.text, file_name, found, leaks, document, context, gate, mask_spans, is_stopped)


def _refuse(meeting: Meeting, audience: str, actor: str) -> None:
    if audience not in DOCUMENTS:
        refusal = _("There are no minutes for {audience}: choose {audiences}.")
        raise ValueError(refusal.format(audience=repr(audience), audiences=", ".join(DOCUMENTS)))
    if audience == "call" and (lacking := call_lacks(meeting)):
        raise DraftRefusedError(lacking)
    if audience == "actor" and actor and (refused := refused_sentence(meeting, actor)):
        sentence = _("{refused} If the answer has changed, change it here first.")
        raise DraftRefusedError(sentence.format(refused=refused))


def leaks_in_file(
    meeting: Meeting, audience: str, text: str, file_name: str, *, now: datetime
) -> tuple[tuple[KnownName, ...], tuple[Leak, ...]]:
    """Find what would stop a document for an audience in a file that anybody may have changed since.

    What the document itself says and keeps may stand in the same lines of the file; the full version stops for nothing.

    Returns:
        The names that must not be in it, and what must not leave.
    """
    made = draft(meeting, audience, now=now, with_notes=True)
    if made.gate is None:
        return (), ()
    return made.gate.names, made.gate.find(render(made.document).placed_in(text), file_name)


def _gate(meetings: Sequence[Meeting], policy: RedactionPolicy, audience: str) -> LeakGate:
    """Return the last look, for the names of this meeting, which comes first, and of the earlier ones."""
    if audience == "call":
        return LeakGate(family_names(meetings[0]), policy.is_withheld)
    found = {name.name: name for meeting in reversed(meetings) for name in known_names(meeting)}
    return LeakGate(tuple(found.values()) if audience in BY_MAIL else (), policy.is_withheld)


def _with_places(meeting: Meeting, found: tuple[Leak, ...]) -> tuple[Leak, ...]:
    return tuple(replace(leak, place=note_place(meeting, leak.words)) if leak.line else leak for leak in found)


def _file_name(context: RenderContext) -> str:
    held = context.opened_at or context.now
    day = held.astimezone(ZoneInfo(ZONE)) if held.tzinfo else held
    is_own = context.audience == "call" and is_invited(context.meeting, context.actor)
    named = N_("meeting-invited") if is_own else FILE_NAMES[context.audience]
    parts = (_(named), _slug(context), f"{day:%Y-%m-%d}")
    return "-".join(filter(None, parts)) + ".md"


def _slug(context: RenderContext) -> str:
    """Whose document it is, as words of a file name: the organisation, else the role; empty for everybody's.

    Of two from one service, the role tells them apart, numbered where they have the same.
    """
    actor = context.meeting.participant(context.actor)
    service = (actor.organisation or role_of(actor)) if actor else ""
    services = [other.organisation or role_of(other) for other in context.meeting.participants]
    is_shared = actor is not None and services.count(service) > 1
    role = context.addressing.labels[context.actor].removesuffix(f", {service}") if is_shared else ""
    return "-".join(filter(None, map(_name_part, (service, role))))


def _name_part(words: str) -> str:
    return "-".join(re.findall(r"\w+", ANY_MARK.sub("", words).casefold()))[:40].strip("-")
