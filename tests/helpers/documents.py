"""Finished files of small meetings, and readers that tell what stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import Any

from sip_tui.meeting.model.meeting import Action, Goal, Meeting
from sip_tui.minutes.document import Document
from sip_tui.minutes.formats import to_file
from sip_tui.minutes.render import Draft, draft
from tests.helpers.meetings import NOW, meeting

GOAL = Goal(id="g1", text="Maja går i skolan varje dag", by="2027-03-01")
CALL = Action(id="a1", what="Ringa skolan", who="p3", when="2026-12-11", goal="g1")
WALK = Action(id="a2", order=1, what="Gå hem", who="p1", how_often="varje dag", where="från skolan")
TESTS = Action(id="a3", order=2, what="Ta prover", who="p4", goal="g1")


def planned(**tables: Any) -> Meeting:
    """A held meeting with a goal and an action each for Samir, Maja and Ingrid."""
    return replace(meeting(goals=(GOAL,), actions=(CALL, WALK, TESTS)), **tables)


def drafted(audience: str = "mail", actor: str = "", **tables: Any) -> Draft:
    """A draft of ``planned``."""
    return draft(planned(**tables), audience, now=NOW, actor=actor)


def of_document(document: Document, audience: str = "mail") -> Draft:
    """A draft that holds another document."""
    return replace(drafted(audience), document=document)


def content(made: Draft, file_format: str) -> bytes:
    """The bytes of a draft in a format."""
    return to_file(made, file_format, reference="m1").content


@dataclass
class Element:
    """An element of a page with its attributes, and the text within it."""

    tag: str
    attributes: dict[str, str | None]
    text: str = ""
    inside: tuple[str, ...] = ()


@dataclass
class Page(HTMLParser):
    """A page of HTML as a parser reads it."""

    source: str
    elements: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[Element] = []
        self.feed(self.source)
        assert not self._open, "every element is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, dict(attrs), inside=tuple(element.tag for element in self._open)))
        if tag not in {"meta", "input"}:
            self._open.append(self.elements[-1])

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def named(self, *tags: str) -> Iterator[Element]:
        """The elements of these names in their order."""
        return (element for element in self.elements if element.tag in tags)

    def texts(self, *tags: str) -> list[str]:
        """Their texts."""
        return [element.text for element in self.named(*tags)]


def page(made: Draft) -> Page:
    """A draft's page."""
    return Page(content(made, "html").decode())
