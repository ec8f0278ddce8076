"""What only this type of meeting asks for, such as who hands over to whom (requirements 134, 135)."""

from __future__ import annotations

from collections.abc import Iterator

from sip_tui.i18n.translation import _
from sip_tui.meeting.model.meeting import find_row
from sip_tui.minutes.context import RenderContext, labelled, titled_list
from sip_tui.minutes.document import Block
from sip_tui.minutes.redaction.document import ANY_MARK
from sip_tui.resources.meeting_types import meeting_type as find_type
from sip_tui.swedish.grammar.agent import definite


def type_name(context: RenderContext) -> str:
    """Return the type as it reads in a sentence; in English its English name, when it is one of ours."""
    written = context.meeting.about.type.strip()
    kind = find_type(ANY_MARK.sub("", written))
    if context.language != "sv" and kind:
        return kind.name.removesuffix(" meeting")
    return written.lower() if kind and written == kind.name.capitalize() else written


def definite_type(context: RenderContext) -> str:
    """Return the type as "the meeting of that type": "samverkansmötet"; in English as in a sentence."""
    name = type_name(context)
    if context.language != "sv":
        return in_sentence(name)
    return definite(name) if find_type(ANY_MARK.sub("", name)) else name


def is_ending(context: RenderContext) -> bool:
    """Whether the meeting is of the type that ends something."""
    kind = find_type(ANY_MARK.sub("", context.meeting.about.type))
    return kind is not None and kind.key == "ending"


def in_sentence(name: str) -> str:
    """Return a type as it stands inside a sentence: a word in small letters, "SIP" as it is."""
    return name if name[1:2].isupper() else f"{name[:1].lower()}{name[1:]}"


def meeting_type(context: RenderContext) -> Iterator[Block]:
    """The answers to the questions of the type in their order, a day in words; then what another type was told."""
    kind = find_type(ANY_MARK.sub("", context.meeting.about.type))
    labels = {field.key: field.label for field in (kind.fields if kind else ())}
    details = context.meeting.type_details
    asked = (row for key in labels if (row := find_row(details, key)))
    others = (row.text for row in details if row.id not in labels)
    lines = (labelled(labels[row.id], context.date_text(row.text.strip())) for row in asked)
    yield from titled_list(_("What this meeting is about"), (*lines, *others))
