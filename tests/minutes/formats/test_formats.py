"""Every format passes the same gate and waits for its library until somebody asks."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from sip_tui.minutes.document import Bullets, Document, Heading, ListItem, Paragraph, Ring, Table, WritingLines
from sip_tui.minutes.formats import FORMATS, FormatRefusedError, to_file
from sip_tui.minutes.redaction.leak_check import LeakRefused
from sip_tui.minutes.render import MailStoppedError, draft
from tests.helpers.documents import content, drafted, of_document, planned
from tests.helpers.meetings import NOW, case

NAMES = ("Sofia", "Lindström", "Johansson", "Svensson", "Omar", "Fatima", "Hassan", "Erik", "Larsson", "Holm")


@pytest.mark.parametrize("name", ["sofia-n3", "omar-tolk", "erik-ak4"])
@pytest.mark.parametrize("file_format", FORMATS)
def test_every_case_is_written_in_every_format_without_names(name: str, file_format: str) -> None:
    whole = case("cases", f"{name}.toml")
    owner = next(action.who for action in whole.actions)
    for audience, actor in (("mail", ""), ("notice", ""), ("actor", owner)):
        try:
            made = to_file(draft(whole, audience, now=NOW, actor=actor), file_format, reference="x")
        except FormatRefusedError:
            continue
        assert not [name for name in NAMES if name.encode() in made.content]


@pytest.mark.parametrize("file_format", [name for name in FORMATS if name not in {"csv", "ics", "fhir", "md"}])
def test_what_the_gate_finds_in_a_finished_file_refuses_it(file_format: str) -> None:
    made = of_document(Document("t", (Paragraph("Maja, 19121212-1212"),)))
    with pytest.raises(LeakRefused):
        content(made, file_format)


@pytest.mark.parametrize("file_format", ["csv", "ics", "fhir"])
def test_gate_looks_into_cells_entries_and_resources_too(file_format: str) -> None:
    made = drafted("actor", "p3")
    actions = tuple(replace(action, what="Ring Maja", where="19121212-1212") for action in made.context.meeting.actions)
    leaking = replace(made.context, meeting=replace(made.context.meeting, actions=actions))
    with pytest.raises(LeakRefused):
        content(replace(made, context=leaking), file_format)


def test_stopped_or_leaking_draft_is_written_in_no_format() -> None:
    made = drafted()
    with pytest.raises(MailStoppedError):
        content(replace(made, is_stopped=True), "html")
    gate = made.gate
    assert gate
    leaks = of_document(Document("t", (Paragraph("Maja"),)))
    with pytest.raises(LeakRefused) as refused:
        content(leaks, "txt")
    with pytest.raises(LeakRefused):
        content(replace(made, leaks=refused.value.leaks), "md")


def test_no_library_of_a_format_is_loaded_before_it_is_asked_for() -> None:
    code = (
        "import sys, sip_tui.minutes.formats, sip_tui.cli.export; "
        "print([name for name in ('typst', 'icalendar', 'html.parser', 'email.message', 'csv') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-P", "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("file_format", ["md", "txt", "html", "pdf"])
def test_address_of_an_office_stands_on_a_line_of_its_own(file_format: str) -> None:
    between = replace(planned().between, coordinator="p3")
    assert content(drafted("person", between=between), file_format)


def test_plain_text_is_read_from_top_to_bottom() -> None:
    blocks = (
        *(Heading(2, "Rubrik"), Heading(3, "Under"), Paragraph("Stycke"), Paragraph("")),
        Bullets((ListItem("ett", (ListItem("två", done=False),)), ListItem("tre", marker=""))),
        Table(("Vad", "Vem"), (("Ringa", "Skolan"), ("Gå", ""))),
        *(WritingLines("Svar", 1), Ring("Mötet", ("Inledning, 6 minuter",), (6,))),
    )
    line = "_" * 40
    assert content(of_document(Document("Titel", blocks)), "txt").decode().splitlines() == [
        *("Titel", "=====", "", "Rubrik", "------", "", "Under", "", "Stycke", ""),
        *("- ett", "  - [ ] två", "tre", "", "Vad: Ringa", "  Vem: Skolan", "Vad: Gå", "", "Svar", "", line, ""),
        "1. Inledning, 6 minuter",
    ]
