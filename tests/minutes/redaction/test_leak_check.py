"""The gate fails closed: whatever went wrong before it, a document with an identifier is refused, with the place."""

from __future__ import annotations

import pytest

from sip_tui.meeting.model.enums import RedactionChoice
from sip_tui.meeting.model.meeting import RedactionDecision
from sip_tui.minutes import render
from sip_tui.minutes.context import RenderContext
from sip_tui.minutes.document import Document, Paragraph
from sip_tui.minutes.redaction.leak_check import LeakRefused, refuse_leaks
from sip_tui.minutes.render import draft, minutes
from sip_tui.minutes.rendered import Rendered
from sip_tui.phrasing.identifier_kinds import kind_name
from sip_tui.privacy import KnownName
from tests.helpers.meetings import NOW, meeting, noted

KEEP = RedactionChoice.KEEP
NAMES = (KnownName("Åsa Lindgren", "mamma"),)


def rendered(text: str, kept: str) -> Rendered:
    """The text with the first place of some words kept."""
    at = text.find(kept)
    return Rendered(text, kept=((at, at + len(kept)),) if kept else ())


def passes(text: str, kept: str = "") -> bool:
    refuse_leaks(rendered(text, kept), "minutes-2026-11-27.md", NAMES)
    return True


def refusal(text: str, file_name: str = "meeting-notes-2026-11-27.md", kept: str = "") -> LeakRefused:
    with pytest.raises(LeakRefused) as refused:
        refuse_leaks(rendered(text, kept), file_name, NAMES)
    return refused.value


def test_a_clean_document_passes() -> None:
    assert passes("# T\n\n- 13.02 öppnades\n- torsdag 15 maj 2025, ring 112\n")


@pytest.mark.parametrize(
    "line",
    [
        "nr 19121212-1212",
        "mamma@hemma.se",
        "Åsa ringer",
        "nr 191212**12**-1212",
        "19121212\\-1212",
        "mamma\\@hemma\\.se",
    ],
)
def test_a_refusal_says_where(line: str) -> None:
    refused = refusal(f"# T\n\n{line}\n")
    (leak, *_) = refused.leaks
    assert leak.line == 3
    assert leak.column >= 1
    assert leak.shown
    assert leak.finding.level == "block"
    assert refused.findings[0] == leak.finding
    assert kind_name(leak.finding.kind) in str(refused)
    assert "F10" in str(refused)


def test_the_sentence_does_not_repeat_what_must_not_leave() -> None:
    assert "1212" not in str(refusal("# T\n\nnr 19121212-1212\n"))


@pytest.mark.parametrize("name", ["anteckningar-Åsa-2026-11-27.md", "19121212-1212.md"])
def test_the_name_of_the_file_is_looked_at(name: str) -> None:
    refused = refusal("# T\n", name)
    assert refused.leaks[0].line == 0
    assert "name of the file" in str(refused)


def test_what_is_kept_may_stand_at_its_place_and_nowhere_else() -> None:
    text = "# T\n\n- kontor@kommunen.se\n"
    assert passes(text, kept="kontor@kommunen.se")
    assert refusal(text + "- mamma@hemma.se\n", kept="kontor@kommunen.se").leaks[0].line == 4
    assert refusal(text + "- kontor@kommunen.se\n", kept="kontor@kommunen.se").leaks[0].line == 4


@pytest.mark.parametrize("longer", ["070-174 06 05", "0701740605", "Nr 070-174 060", "x070-174 06"])
def test_what_is_kept_never_covers_a_longer_thing(longer: str) -> None:
    assert passes("# T\n\nRing 070-174 06.\n", kept="070-174 06")
    part = "070174" if "070174" in longer else "070-174 06"
    assert refusal(f"# T\n\nRing {longer}.\n", kept=part).leaks


def test_words_kept_at_one_place_are_masked_at_another() -> None:
    """A keep is for a place, also for the last look at the finished document."""
    notes = noted("Kontorets nummer 070-174 06 05 gäller.\n\nPappa har lånat 070-174 06 05 i dag.")
    found = [each.finding for each in draft(meeting(notes=(notes,)), now=NOW).findings if each.finding.kind == "phone"]
    kept = [
        RedactionDecision(id=place, kind="phone", words="070-174 06 05", place=place, choice=KEEP, reason="kontorets")
        for place in ("", found[0].context)
    ]
    text = minutes(meeting(notes=(notes,), decisions=tuple(kept)), now=NOW).text
    assert "Kontorets nummer 070-174 06 05 gäller" in text
    assert "har lånat [telephone number] i dag" in text


def test_leak_check_catches_a_failed_redaction(monkeypatch: pytest.MonkeyPatch) -> None:
    def forgetful(*_: object) -> Document:
        return Document("T", (Paragraph("Åsa har 19121212-1212"),))

    monkeypatch.setattr(render, "compose", forgetful)
    with pytest.raises(LeakRefused) as refused:
        minutes(meeting(notes=(noted("Hej\n\nhar 19121212-1212"),)), now=NOW)
    places = {leak.finding.kind: leak.place for leak in refused.value.leaks}
    assert places["personnummer"] == "line 3 of the notes on “Needs”"
    assert {hit.kind for hit in refused.value.findings} >= {"name", "personnummer"}


def test_a_name_in_the_file_name_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    def chatty(_telling: RenderContext) -> str:
        return "Maja Lindgren.md"

    monkeypatch.setattr(render, "_file_name", chatty)
    with pytest.raises(LeakRefused):
        minutes(meeting(), now=NOW)
