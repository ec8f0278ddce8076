"""The documents that the review offers, one key for each receiver, and the formats each of them comes in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from importlib.util import find_spec

from rich.cells import cell_len
from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.commitments import those_with_a_part
from sip_tui.meeting.model.enums import NON_SPEAKING, Kind
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.people.attendance import in_round_order
from sip_tui.minutes.preview import annotate
from sip_tui.minutes.render import Draft, draft
from sip_tui.phrasing.annotated_page import AnnotatedPage
from sip_tui.phrasing.wording import name_or_role
from sip_tui.resources.region import region
from sip_tui.screens.commands import command
from sip_tui.screens.keymap import Key
from sip_tui.session.chain import earlier_meetings
from sip_tui.store import Archive
from sip_tui.store.meeting_folder import MeetingFolder
from sip_tui.widgets.safe_text import fit_width, plain


@dataclass(frozen=True, slots=True)
class Paper:
    """A document to choose.

    Attributes:
        audience: One of ``access.DOCUMENTS``.
        label: A word for the line of documents.
        title: What it is, with its receiver.
        formats: Its formats, the best for its receiver first.
    """

    audience: str
    label: str
    title: str
    formats: tuple[str, ...]


_ON_PAPER = ("pdf", "html", "txt", "md")
PAPERS: Mapping[str, Paper] = {
    paper.audience: paper
    for paper in (
        Paper("mail", N_("Everyone"), N_("For everyone, by e-mail"), ("eml", "html", "pdf", "txt", "csv", "ics", "md")),
        Paper("person", N_("The person"), N_("The person's copy, in large print"), _ON_PAPER),
        Paper("full", N_("With names"), N_("Everything with names, for paper or a secure system"), (*_ON_PAPER, "csv")),
        Paper(
            "actor",
            N_("One service"),
            N_("One service's part"),
            ("html", "pdf", "txt", "eml", "csv", "ics", "fhir", "md"),
        ),
        Paper(
            "call", N_("Invitation"), N_("The invitation to the meeting"), ("eml", "ics", "html", "pdf", "txt", "md")
        ),
        Paper("sheet", N_("To prepare"), N_("The person's sheet to prepare with, in large print"), _ON_PAPER),
        Paper("notice", N_("Notice"), N_("Only that the plan is ready"), ("eml", "txt", "html", "md")),
        Paper(
            "history",
            N_("History"),
            N_("The plan from meeting to meeting, without names"),
            ("html", "pdf", "txt", "eml", "md"),
        ),
    )
}
"""By audience, in the order of their keys, from 1."""
PAPER_COMMANDS = (
    *(
        command(f"review.{audience}", str(number), f"paper({number})", paper.label, paper.title)
        for number, (audience, paper) in enumerate(PAPERS.items(), 1)
    ),
    command("review.next_format", Key.RIGHT, "change_format(1)", N_("Format"), N_("The next format"), show=True),
    command("review.last_format", Key.LEFT_ARROW, "change_format(-1)", N_("Format"), N_("The previous format")),
)
"""A key for each document, and those that change the format."""
FORMAT_NAMES = {
    "eml": N_("e-mail draft"),
    "html": N_("web page"),
    "pdf": N_("PDF"),
    "txt": N_("plain text"),
    "csv": N_("table"),
    "ics": N_("calendar file"),
    "fhir": N_("FHIR CarePlan"),
    "md": N_("Markdown"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """The document that is shown: which, in which format, and whose when it is one receiver's."""

    audience: str = "mail"
    file_format: str = field(default="eml")
    actor: str = ""

    @property
    def paper(self) -> Paper:
        """The document."""
        return PAPERS[self.audience]

    def chosen(self, meeting: Meeting, number: int) -> Choice:
        """Return the choice of a document by its number; one's own again goes on to the next receiver."""
        audience = [*PAPERS][number - 1]
        actors = receivers(meeting, audience)
        if audience != self.audience:
            return Choice(audience, best_format(audience), actors[0] if actors else "")
        at = actors.index(self.actor) + 1 if self.actor in actors else 0
        return replace(self, actor=actors[at % len(actors)] if actors else "")

    def in_next_format(self, step: int) -> Choice:
        """Return the same document in the format after or before."""
        formats = self.paper.formats
        return replace(self, file_format=formats[(formats.index(self.file_format) + step) % len(formats)])


def receivers(meeting: Meeting, audience: str) -> Sequence[str]:
    """Return the ids of those who get a document of their own: who has something to do, or everybody who is called.

    The empty id of a call stands for all.
    """
    everybody = in_round_order(meeting)
    if audience == "actor":
        return [other.id for other in those_with_a_part(meeting)]
    if audience == "call":
        return ["", *(other.id for other in everybody if other.kind not in NON_SPEAKING | {Kind.PERSON})]
    return []


@cache
def best_format(audience: str) -> str:
    """Return the format that a document comes in first; a page to print where no PDF can be made."""
    formats = PAPERS[audience].formats
    return "html" if formats[0] == "pdf" and find_spec("typst") is None else formats[0]


def papers_line(meeting: Meeting, choice: Choice, width: int) -> Content:
    """Return the documents with their keys, the chosen one marked; two lines where one has no room for their names.

    Names that have no room on two lines either give way, from the last.
    """
    labels = {audience: f" {_(paper.label)}" for audience, paper in PAPERS.items()}
    if called := plain(meeting.person.called.strip()):
        labels["person"] = f" {fit_width(called, min(cell_len(called), NAME))}"
    for audience in ["", *(other for other in reversed([*PAPERS]) if other != choice.audience), choice.audience]:
        labels[audience] = ""
        pieces = [
            Content.styled(f" {number}{labels[audience]}", "reverse bold" if audience == choice.audience else "")
            for number, audience in enumerate(PAPERS, 1)
        ]
        if len(lines := _packed(pieces, width)) <= LINES:
            break
    return Content("\n").join(lines)


NAME, LINES = 12, 2
"""Cells of the person's name on the line of documents, and how many lines that takes at most."""


def _packed(pieces: Sequence[Content], width: int) -> list[Content]:
    """Return pieces on as few lines as they need."""
    lines = [Content("")]
    for piece in pieces:
        if lines[-1] and lines[-1].cell_length + piece.cell_length > width:
            lines.append(Content(""))
        lines[-1] += piece
    return lines


def choice_line(meeting: Meeting, choice: Choice) -> Content:
    """Return what is chosen, for whom and in which format, with the keys that change it."""
    actor = meeting.participant(choice.actor)
    who = plain(name_or_role(actor)) if actor else ""
    title = f"{_(choice.paper.title)}: {who}" if who else _(choice.paper.title)
    number = [*PAPERS].index(choice.audience) + 1
    more = _("{number}: next").format(number=number) if len(receivers(meeting, choice.audience)) > 1 else ""
    form = _("{format} (change with {keys[review.next_format]})").format(
        format=_(FORMAT_NAMES[choice.file_format]), keys=KEYS
    )
    own = plain(region().form.strip()) if choice.audience in {"call", "full"} else ""
    link = _("your form: {address}").format(address=own) if own else ""
    return Content(" · ".join(filter(None, (title, more, form, link))))


def draw_paper(meeting: Meeting, choice: Choice, now: datetime, folder: MeetingFolder) -> tuple[Draft, AnnotatedPage]:
    """Draft a document, with the earlier meetings of the plan where there are some, and draw it; in a thread."""
    earlier = earlier_meetings(Archive(folder.path.parent), folder.id) if meeting.about.previous else ()
    made = draft(meeting, choice.audience, now=now, actor=choice.actor, earlier=earlier)
    return made, annotate(made)
