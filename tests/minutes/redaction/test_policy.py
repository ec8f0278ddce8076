"""What is no identifier and tells about somebody's health all the same: codes go, a word for a diagnosis waits."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.meeting.model.enums import RedactionChoice
from sip_tui.meeting.model.meeting import Action, Meeting, RedactionDecision, Term
from sip_tui.minutes.redaction.leak_check import find_leaks
from sip_tui.minutes.redaction.policy import NEVER_KEPT, is_withheld_from_mail
from sip_tui.minutes.render import MailStoppedError, draft, leaks_in_file, minutes
from sip_tui.minutes.rendered import Rendered
from tests.helpers.meetings import NOW, meeting, noted, written
from tests.helpers.minutes import FREE_FIELDS, put, read_back

NOTES = "Maja har ADHD och F90.0."
HIDDEN = "Familjen har skyddad identitet."


def noted_meeting(text: str = NOTES, *decided: RedactionDecision, **tables: Any) -> Meeting:
    return meeting(notes=(noted(text),), decisions=decided, **tables)


def decided(kind: str, words: str, choice: RedactionChoice, reason: str = "") -> RedactionDecision:
    return RedactionDecision(id=words, kind=kind, words=words, choice=choice, reason=reason)


def as_read(made: Meeting, audience: str = "mail") -> str:
    return "\n".join(read_back(written(made, audience)))


def test_codes_go_from_the_mail_and_a_diagnosis_waits() -> None:
    made = minutes(noted_meeting(), now=NOW)
    assert "You har ADHD och [code]." in "\n".join(read_back(made.text))
    assert [finding.kind for finding in made.pending] == ["diagnosis"]
    assert made.pending_places == ("line 1 of the notes on “Needs”",)
    assert {finding.kind for finding in made.findings} == {"name", "diagnosis", "code"}


@pytest.mark.parametrize("audience", ["person", "full"])
def test_on_paper_and_in_a_secure_system_they_stand(audience: str) -> None:
    masked = decided("diagnosis", "ADHD", RedactionChoice.MASK)
    assert "har ADHD och F90.0." in as_read(noted_meeting(NOTES, masked), audience)


@pytest.mark.parametrize("audience", ["mail", "notice"])
def test_protected_identity_stops_the_mail(audience: str) -> None:
    """Wherever it is mentioned, also where the mail would not have held it."""
    with pytest.raises(MailStoppedError, match="send nothing by e-mail"):
        minutes(noted_meeting(HIDDEN), audience, now=NOW)
    masked = decided("protected", "skyddad identitet", RedactionChoice.MASK)
    assert draft(noted_meeting(HIDDEN, masked), audience, now=NOW).is_stopped
    kept = decided("protected", "skyddad identitet", RedactionChoice.KEEP, "en fråga om vad ordet betyder")
    assert not draft(noted_meeting(HIDDEN, kept), audience, now=NOW).is_stopped


@pytest.mark.parametrize("audience", ["person", "full"])
def test_protected_identity_does_not_stop_paper(audience: str) -> None:
    assert "skyddad identitet" in as_read(noted_meeting(HIDDEN), audience)


def test_a_code_that_somebody_let_stand_with_a_reason_stands() -> None:
    assert "F90.0" in as_read(noted_meeting(NOTES, decided("code", "F90.0", RedactionChoice.KEEP, "ett exempel")))
    assert "F90.0" not in as_read(noted_meeting(NOTES, decided("code", "F90.0", RedactionChoice.KEEP)))


def test_a_diagnosis_that_somebody_let_stand_waits_no_more() -> None:
    made = minutes(noted_meeting(NOTES, decided("diagnosis", "ADHD", RedactionChoice.KEEP)), now=NOW)
    assert "ADHD" in made.text
    assert made.pending == ()


def test_masked_diagnosis_is_masked_everywhere() -> None:
    actions = (Action(id="a", who="p3", what="Läsa om ADHD"),)
    made = minutes(noted_meeting(NOTES, decided("diagnosis", "ADHD", RedactionChoice.MASK), actions=actions), now=NOW)
    assert "ADHD" not in made.text
    assert "Läsa om [diagnosis]" in "\n".join(read_back(made.text))
    assert made.pending == ()


def test_to_give_a_diagnosis_a_role_word_is_no_decision() -> None:
    assert draft(noted_meeting(NOTES, decided("diagnosis", "ADHD", RedactionChoice.ROLE)), now=NOW).pending


def test_a_decision_about_one_spelling_is_none_about_another() -> None:
    made = draft(noted_meeting("ADHD och adhd", decided("diagnosis", "ADHD", RedactionChoice.KEEP)), now=NOW)
    assert [finding.words for finding in made.pending] == ["adhd"]


def test_a_word_that_is_masked_whole_is_not_explained() -> None:
    terms = (
        Term(id="t1", term="F90.0", answer="en kod"),
        Term(id="t2", term="F84.0"),
        Term(id="t3", term="samtal om F90.0", answer="med läkaren"),
        Term(id="t4", term="KBT", answer="samtal där man övar"),
    )
    text = as_read(noted_meeting("", terms=terms))
    assert "en kod" not in text
    assert "samtal om [code]: med läkaren" in text
    assert "Hard words that nobody has explained yet" not in text
    assert "F90.0" in as_read(noted_meeting("", terms=terms), "full")


def test_the_last_look_stops_a_code_that_was_not_masked() -> None:
    text = "Diagnosen är F84.0."
    assert [
        finding.finding.kind for finding in find_leaks(Rendered(text), "x.md", (), is_withheld=is_withheld_from_mail)
    ] == ["code"]
    kept = Rendered(text, kept=((text.index("F84.0"), text.index("F84.0") + 5),))
    assert find_leaks(kept, "x.md", (), is_withheld=is_withheld_from_mail) == ()
    assert find_leaks(Rendered(text), "x.md", ()) == ()
    assert find_leaks(Rendered("Maja har adhd."), "x.md", (), is_withheld=is_withheld_from_mail) == ()


@pytest.mark.parametrize("field", FREE_FIELDS)
@given(code=st.sampled_from(["F90.0", "F84.0B", "N06AB06"]), around=st.sampled_from(["{}", "Det är {} nu", "({})"]))
@settings(max_examples=5, deadline=None)
def test_no_code_leaves_in_any_field(field: str, code: str, around: str) -> None:
    made = minutes(put(field, around.format(code)), now=NOW)
    assert code not in "\n".join((made.text, *read_back(made.text)))


def test_a_keep_is_for_one_place_and_not_for_the_words() -> None:
    text = "Ring mottagningen på 031-390 06 05 före klockan tolv.\n\nPappa har fått 031-390 06 05 som nytt nummer."
    first, second = (
        found.finding for found in draft(noted_meeting(text), now=NOW).findings if found.finding.kind == "phone"
    )
    keep = RedactionDecision(
        id="k", kind="phone", words="031-390 06 05", place=first.context, choice=RedactionChoice.KEEP, reason="öppet"
    )
    assert first.context != second.context
    assert as_read(noted_meeting(text, keep)).count("031-390 06 05") == 1


def test_what_is_kept_passes_in_its_own_line_of_a_file_only() -> None:
    """The same number, added by hand to another line of what was exported, is a leak."""
    kept = decided("code", "F90.0", RedactionChoice.KEEP, "ett exempel")
    meeting = noted_meeting("Blanketten säger F90.0 som exempel.", kept)
    written = draft(meeting, with_notes=True, now=NOW).text
    assert "F90.0" in written
    assert leaks_in_file(meeting, "mail", written, "", now=NOW)[1] == ()
    (leak,) = leaks_in_file(meeting, "mail", f"{written}\nRing, F90.0 gäller.\n", "", now=NOW)[1]
    assert leak.words == "F90.0"


@pytest.mark.parametrize("number", ["20020909-2394", "20020969-2394", "20020909-TF26"])
def test_no_reason_keeps_a_number_of_a_person(number: str) -> None:
    (found,) = (found for found in draft(noted_meeting(f"Nr {number} gäller."), now=NOW).findings)
    assert found.finding.kind in NEVER_KEPT
    kept = decided(found.finding.kind, number, RedactionChoice.KEEP, "en mycket god anledning")
    assert number not in as_read(noted_meeting(f"Nr {number} gäller.", kept))


@pytest.mark.parametrize(
    "told",
    [
        "Maja tar Mirtazapin 30 mg",
        "Maja börjar med Sertralin 50 mg",
        "äter Concerta",
        "äter Lyrica",
        "slutar med Sertralinet",
        "tar litium",
        "LITHIONIT 42 mg",
        "metadonprogrammet",
    ],
)
def test_medicine_that_tells_of_a_diagnosis_waits_like_one(told: str) -> None:
    made = draft(noted_meeting(told), now=NOW)
    (waiting,) = made.pending
    assert waiting.finding.kind == "medicine"
    kept, masked = (
        decided("medicine", waiting.words, choice) for choice in (RedactionChoice.KEEP, RedactionChoice.MASK)
    )
    assert draft(noted_meeting(told, kept), now=NOW).pending == ()
    assert waiting.words in as_read(noted_meeting(told, kept))
    assert "[medicine that tells of a diagnosis]" in as_read(noted_meeting(told, masked))


@pytest.mark.parametrize(
    "told",
    ["Alvedon 500 mg vid behov", "Ipren och melatonin 3 mg", "D-vitamin", "tar sin medicin", "ett litiumbatteri"],
)
def test_an_everyday_medicine_passes(told: str) -> None:
    assert draft(noted_meeting(told), now=NOW).pending == ()
