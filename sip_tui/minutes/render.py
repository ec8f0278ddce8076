"""From a meeting to a finished document, or to a refusal."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.model.enums import RedactionChoice
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.minutes.access import AUDIENCES, permitted
from sip_tui.minutes.context import RenderContext
from sip_tui.minutes.document import Document
from sip_tui.minutes.linked_lines import without_linked
from sip_tui.minutes.markdown import render
from sip_tui.minutes.redaction import leak_check
from sip_tui.minutes.redaction.document import Masked, MaskedFinding, MaskSpan, mask_document, report, with_masks
from sip_tui.minutes.redaction.fields import mask_fields
from sip_tui.minutes.redaction.known_names import known_names, own_names
from sip_tui.minutes.redaction.leak_check import Leak, LeakRefused
from sip_tui.minutes.redaction.policy import RedactionPolicy, judge_of
from sip_tui.minutes.sections.contact import may_stand
from sip_tui.minutes.sections_by_audience import document
from sip_tui.privacy import MASKS, Finding
from sip_tui.swedish.dates.formatting import ZONE

FILE_NAMES = {
    "mail": N_("meeting-notes"),
    "person": N_("meeting-notes-to-read"),
    "full": N_("meeting-notes-complete"),
    "notice": N_("meeting-notes-notice"),
}
"""The file's name without its day: nothing of the meeting, and never two audiences in one file."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A document that has been looked at, and may or may not leave.

    Attributes:
        audience: Whom it is for; one of ``AUDIENCES``.
        text: Markdown (CommonMark with tables), in UTF-8 when it is written.
        file_name: The name that the file should have: the day and nothing else of the meeting.
        found: Everything that was found in it, masked or not: first the identifiers, then names and what is left.
        leaks: What must not leave and is still there; a draft with any is not written.
        document: The same without a format, for other formats.
        spots: For each text of the document, in reading order, where a mask or a role word stands.
    """

    audience: str
    text: str
    file_name: str
    found: tuple[MaskedFinding, ...]
    leaks: tuple[Leak, ...]
    document: Document
    spots: tuple[tuple[MaskSpan, ...], ...] = ()

    @property
    def waiting(self) -> tuple[MaskedFinding, ...]:
        """What stands in it and waits for somebody to look at it and decide."""
        return tuple(one for one in self.found if one.waits)


@dataclass(frozen=True, slots=True)
class Minutes:
    """A document that has passed the gate; the fields are those of ``Draft``.

    Attributes:
        findings: What was masked in it, and what a person should judge; for ``full`` what stands in it unmasked.
            The places are those in each single text, and ``context`` shows the words around.
        waiting: Those of them that stand, and that a person should judge.
    """

    audience: str
    text: str
    file_name: str
    findings: tuple[Finding, ...]
    document: Document
    waiting: tuple[Finding, ...] = ()


def minutes(meeting: Meeting, audience: str = "mail", *, now: datetime) -> Minutes:
    """Write the minutes of a meeting, with what somebody has decided about the words in it.

    Args:
        meeting: The meeting as it stands.
        audience: One of ``AUDIENCES``; anything else is refused.
        now: The time of the writing, for a meeting that has no time of its own.

    Raises:
        LeakRefused: Something that must not leave is still in the finished document.
        ValueError: The audience is unknown.
    """
    made = draft(meeting, audience, now=now)
    if made.leaks:
        raise LeakRefused(made.leaks)
    told = tuple(one.finding for one in made.found if not one.stands or one.waits or audience == "full")
    waiting = tuple(one.finding for one in made.waiting)
    return Minutes(audience, made.text, made.file_name, told, made.document, waiting)


def draft(meeting: Meeting, audience: str = "mail", *, now: datetime) -> Draft:
    """Write the minutes for somebody who looks at them before they leave; the arguments are those of ``minutes``."""
    if audience not in AUDIENCES:
        refusal = _("There are no minutes for {audience}: choose {audiences}.")
        raise ValueError(refusal.format(audience=repr(audience), audiences=", ".join(AUDIENCES)))
    meeting = without_linked(meeting, audience)
    judge = judge_of(meeting, audience, may_stand(meeting, audience))
    seen = permitted(meeting, audience)
    clean, found = (seen, ()) if audience == "full" else mask_fields(seen, judge.is_kept)
    if judge.by_mail:
        clean = _without_masked_terms(seen, clean)
    telling = RenderContext.of(clean, audience, now)
    masked = with_masks(_masked(meeting, telling, judge), {one.finding.replacement for one in found})
    text, file_name = render(masked.document), _file_name(telling)
    leaks: tuple[Leak, ...] = ()
    if audience != "full":
        secret = () if audience == "person" else known_names(meeting)
        allowed = sorted(judge.kept, key=len, reverse=True)
        leaks = leak_check.leaks(text, file_name, secret, allowed=allowed, unfit=judge.is_unfit)
    return Draft(audience, text, file_name, (*found, *masked.found), leaks, masked.document, masked.spots)


def _without_masked_terms(seen: Meeting, clean: Meeting) -> Meeting:
    """Leave out the words of which nothing but masks is left: "[kod]: a code" explains nothing."""
    told = (one for one, was in zip(clean.terms, seen.terms, strict=True) if one.term == was.term or _says(one.term))
    return replace(clean, terms=tuple(told))


def _says(text: str) -> bool:
    for one in MASKS.values():
        text = text.replace(one, "")
    return any(letter.isalnum() for letter in text)


def _masked(meeting: Meeting, telling: RenderContext, judge: RedactionPolicy) -> Masked:
    """Mask what this audience must not see: on the person's paper only the person's own name, which is "you"."""
    written = document(telling)
    match telling.voice.audience:
        case "full":
            return Masked(written, report(written))
        case "person":
            own = own_names(meeting)
            given = {one.name.split()[0].casefold() for one in own}
            return mask_document(
                *(written, own),
                spared=lambda hit, words: judge.is_kept(hit, words) or _of_kin(hit, words, given),
                waits=judge.is_pending,
            )
        case _:
            bare = {one.words for one in meeting.decisions if one.choice is RedactionChoice.MASK}
            names = known_names(meeting)
            return mask_document(written, names, ages=True, spared=judge.is_kept, waits=judge.is_pending, bare=bare)


def _of_kin(hit: Finding, words: str, given: Collection[str]) -> bool:
    """A surname alone is somebody else's in the family: "Åsa Lindgren" is not "you" to Maja Lindgren."""
    first = words.casefold().split()[0]
    return hit.kind == "name" and not any(first.startswith(name) for name in given)


def _file_name(telling: RenderContext) -> str:
    held = telling.held or telling.now
    day = held.astimezone(ZoneInfo(ZONE)) if held.tzinfo else held
    return f"{_(FILE_NAMES[telling.voice.audience])}-{day:%Y-%m-%d}.md"
