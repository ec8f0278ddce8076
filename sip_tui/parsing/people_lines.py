"""People as lines, "Samir Haddad, kurator, Elevhälsan, samir@example.org", also as calendars and video meetings write.

What cannot be told apart is a question with the line in it, and the line is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sip_tui.i18n.translation import _
from sip_tui.meeting.log.change import Edit, EditContext, Value, as_edits
from sip_tui.meeting.model.enums import Kind
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.model.text import clean
from sip_tui.meeting.people.attendance import is_minor
from sip_tui.meeting_file.vocabulary import kind_of_role
from sip_tui.parsing.identity_numbers import has_identity_number
from sip_tui.parsing.people_without_commas import is_name, without_commas

_EMAIL = re.compile(r"[^\s<>(),;:\"]+@[^\s<>(),;:\"]+\.[^\s<>(),;:\"]+")
_PHONE = re.compile(r"(?:tel\.?|mobil|telefon)?:?\s*(\+?\d[\d\s/()–-]{5,}\d)", re.IGNORECASE)
_MARKER = re.compile(r"^\s*(?:[-*•+]\s+|\d{1,2}[.)]\s+)")
_IN_A_LIST = re.compile(
    r"\((?:gäst|guest|organisatör|organizer|extern|external|du|you|värd|host|obligatorisk|required|valfri|optional)\)"
    r"|\b(?:organisatör|organizer|presentatör|presenter|deltagare|attendee)$",
    re.IGNORECASE,
)
"""What video meetings and calendars write beside a name."""
_HEADING = re.compile(r"(?:namn|name|full name|fullständigt namn|deltagare|participants|attendees)\b.*", re.IGNORECASE)
_BRACKETS = re.compile(r"^(?P<name>[^()]+)\((?P<rest>[^()]+)\)\s*(?P<more>.*)$")
_LARGEST = 3
"""Parts beside an address: name, role, organisation."""


@dataclass(frozen=True, slots=True)
class PersonLine:
    """What a line says about somebody; a question when it cannot be told apart."""

    line: str
    cells: Mapping[str, str] = field(default_factory=dict)
    """Field of a participant → text."""
    question: str = ""


def read_people(text: str) -> tuple[PersonLine, ...]:
    """Read lines of people; empty lines and the heading of a list are left out."""
    return tuple(_read(line) for line in _lines(clean(text)))


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        # "Samir Haddad <samir@…>; Eva Lund <eva@…>" is what a calendar copies.
        parts = _between_semicolons(line)
        for part in parts:
            words = " ".join(_MARKER.sub("", part.split("\t")[0] if _is_report(part) else part).split())
            if words and not _HEADING.fullmatch(words):
                yield words


def _between_semicolons(line: str) -> list[str]:
    """Split a line of several people; one of somebody, "Samir; kurator; Elevhälsan", is read as with commas."""
    if ";" not in line or ("," in line and line.count("@") < 2):
        return [line]
    parts = line.split(";")
    if line.count("@") < 2 and sum(is_name(part.strip()) for part in parts) == 1 and is_name(parts[0].strip()):
        return [", ".join(part.strip() for part in parts)]
    return parts


def _is_report(line: str) -> bool:
    """Check for a line of an attendance report: a name, then times between tabs."""
    return bool(re.search(r"\t.*\d{1,2}[.:]\d{2}", line))


def _read(line: str) -> PersonLine:
    if has_identity_number([line]):
        sentence = _("A personal identity number is not kept. Take it out of this line: {line}")
        return PersonLine(line, question=sentence.format(line=re.sub(r"\d", "•", line)))
    rest, cells = _taken(line)
    parts = [part.strip(" ,.–-") for part in _bracketed(rest).split(",")]
    if any(not part for part in parts[:-1]):
        return PersonLine(line, question=_("Something is missing between two commas: {line}").format(line=line))
    parts = [part for part in parts if part]
    if len(parts) > _LARGEST:
        sentence = _(
            "Name, role, organisation and address are enough. Which part of this line should be left out? {line}"
        )
        return PersonLine(line, question=sentence.format(line=line))
    if not parts and not cells:
        return PersonLine(line, question=_("There is no name in this line: {line}").format(line=line))
    return PersonLine(line, {**_named(parts), **cells})


def _taken(line: str) -> tuple[str, dict[str, str]]:
    """Take address and telephone number out of a line."""
    cells: dict[str, str] = {}
    rest = _IN_A_LIST.sub(" ", line)
    if found := _EMAIL.search(rest):
        cells["email"] = found[0].removeprefix("mailto:")
        rest = rest[: found.start()] + " " + rest[found.end() :]
    if found := _PHONE.search(rest):
        cells["phone"] = " ".join(found[1].split())
        rest = rest[: found.start()] + " " + rest[found.end() :]
    return re.sub(r"[<>\"]|\(\s*\)", " ", rest), cells


def _bracketed(text: str) -> str:
    """Write "Samir Haddad (kurator, Elevhälsan)" as three parts."""
    found = _BRACKETS.match(" ".join(text.split()))
    if found is None or (found["rest"].islower() and not is_name(found["name"].strip())):
        return text
    return ", ".join(part for part in (found["name"], found["rest"], found["more"].lstrip(" ,")) if part)


def _named(parts: list[str]) -> dict[str, str]:
    """Tell name, role and organisation apart; one part alone is an organisation unless it is somebody's name."""
    if len(parts) == _LARGEST:
        return dict(zip(("name", "role", "organisation"), parts, strict=True))
    if not parts or len(parts) == 1:
        return without_commas(parts[0]) if parts else {}
    first, second = parts
    if is_name(first):
        return {"name": first, "organisation" if second[:1].isupper() else "role": second}
    if second[:1].islower():
        return {"role": f"{first} ({second})"}
    return {"role": first, "organisation": second}


def fitted(meeting: Meeting, lines: Sequence[PersonLine]) -> tuple[PersonLine, ...]:
    """Turn what the meeting has no room for into questions: a second person, and a guardian of an adult."""
    known, has_person = _known(meeting), meeting.person_participant is not None
    found = []
    for line in lines:
        kind, question = _kind(meeting, line), ""
        if line.cells and not _marks(line.cells) & known:
            question = _unfit(line, kind, has_person=has_person, has_guardian=is_minor(meeting))
        if line.cells and not question:
            has_person, known = has_person or kind is Kind.PERSON, known | _marks(line.cells)
        found.append(PersonLine(line.line, question=question) if question else line)
    return tuple(found)


def _kind(meeting: Meeting, line: PersonLine) -> Kind:
    return kind_of_role(line.cells.get("role", ""), adult=not is_minor(meeting))


def _unfit(line: PersonLine, kind: Kind, *, has_person: bool, has_guardian: bool) -> str:
    """Ask about somebody whom a meeting has no room for; empty for anybody else."""
    if kind is Kind.GUARDIAN and not has_guardian:
        sentence = _(
            "Only a child has someone with parental responsibility. If the person is a child, write that "
            "first. If not, write that they are family."
        )
        return f"{sentence} {line.line}"
    if kind is Kind.PERSON and has_person:
        sentence = _("A meeting is about one person, and that person is on the list already. Who is this? {line}")
        return sentence.format(line=line.line)
    return ""


def add_people(
    meeting: Meeting, lines: Sequence[PersonLine], context: EditContext
) -> tuple[tuple[Edit, ...], tuple[str, ...]]:
    """Make participants of lines; who is on the list already, by address or name, is not added again.

    Returns:
        The edits, and a question for each line that nobody was made of.
    """
    edits: list[Edit] = []
    known, lines = _known(meeting), fitted(meeting, lines)
    order = max((other.order for other in meeting.participants), default=-1)
    for number, line in enumerate(line for line in lines if line.cells):
        if (marks := _marks(line.cells)) & known:
            continue
        known |= marks
        kind = _kind(meeting, line).value
        cells: dict[str, Value] = {**line.cells, "kind": kind, "order": order + number + 1}
        edits += as_edits("participants", f"{context.row}-{number}", cells.items())
    return tuple(edits), tuple(line.question for line in lines if line.question)


def _known(meeting: Meeting) -> set[str]:
    listed = ({"name": other.name, "email": other.email} for other in meeting.participants)
    return {mark for cells in listed for mark in _marks(cells)}


def _marks(cells: Mapping[str, str]) -> set[str]:
    """What tells that two lines are the same one: the address, else the name."""
    mark = cells.get("email", "").casefold() or cells.get("name", "").casefold()
    return {mark} - {""}
