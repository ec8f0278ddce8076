"""Pads: tagged lines, open tasks, and splices."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sip_tui.meeting.model.meeting import LIST_TABLES
from sip_tui.meeting.notes.pads import (
    TAGS,
    chair_texts,
    completed_name,
    near_tag,
    open_tasks,
    parse_tagged,
    secretary_texts,
    smallest_splice,
    tag_completions,
    tagged_lines,
    to_tagged_line,
    write_pad,
)
from tests.helpers.meeting_fixture import MeetingFixture


@pytest.mark.parametrize(
    ("line", "key", "rest"),
    [
        ("#åtgärd Samir ringer skolan", "action", "Samir ringer skolan"),
        ("#ÅTGÄRD Samir ringer", "action", "Samir ringer"),
        ("#atgard Samir ringer", "action", "Samir ringer"),
        (normalize("NFD", "#åtgärd Samir ringer"), "action", "Samir ringer"),
        ("  #action: ring the school  ", "action", "ring the school"),
        ("#mål sova hela natten", "goal", "sova hela natten"),
        ("#goal sleep", "goal", "sleep"),
        ("#delmal i säng kl 22", "subgoal", "i säng kl 22"),
        ("#beslut planen gäller till mars", "decision", "planen gäller till mars"),
        ("#ord LPT = en lag", "term", "LPT = en lag"),
        ("#citat ”Jag vill sova”", "quote", "”Jag vill sova”"),
        ("#oenighet\tom takten", "disagreement", "om takten"),
        ("#Parkera skolkortet", "park", "skolkortet"),
        ("#info Anna börjar i mars", "info", "Anna börjar i mars"),
        ("#mål", "goal", ""),
        ("#mål #1 är viktigast", "goal", "#1 är viktigast"),
    ],
)
def test_tag_is_whole_word_in_any_spelling(line: str, key: str, rest: str) -> None:
    found = parse_tagged(line)
    assert found is not None
    assert (found.key, found.rest, found.line) == (key, rest, line.strip())
    assert found.table in LIST_TABLES


@pytest.mark.parametrize(
    "line", ["", "#", "# åtgärd", "## mål", "#åtgärder", "#åt", "#mål2 x", "- #mål x", "mål", "se #mål x", "##mål x"]
)
def test_other_lines_are_no_tags(line: str) -> None:
    assert parse_tagged(line) is None


def test_only_complete_lines_make_rows() -> None:
    text = "Hej\n#mål sova\n #åtgärd ring\r\n#info\n#nytt x\n#beslut inget"
    assert [line.rest for line in tagged_lines(text)] == ["sova", "ring"]
    assert [line.rest for line in tagged_lines(f"{text}\n")] == ["sova", "ring", "inget"]


@given(st.text("#åaäm ål:\r\n\t", max_size=60))
def test_tagged_lines_equals_line_by_line_parse(text: str) -> None:
    complete = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[:-1]
    slow = [found for line in complete if (found := parse_tagged(line)) and found.rest]
    assert list(tagged_lines(text)) == slow


def test_tag_completions_in_language() -> None:
    assert tag_completions("å", "sv") == ("åtgärd",)
    assert tag_completions("A", "sv") == ("åtgärd",)
    assert tag_completions("de", "sv") == ("delmål",)
    assert tag_completions("d", "en") == ("decision", "disagreement")
    assert tag_completions("", "sv")[0] == "åtgärd"
    assert tag_completions("x", "sv") == ()
    assert len(tag_completions("", "sv")) == len(tag_completions("", "en")) == len(TAGS)


@pytest.mark.parametrize(
    ("line", "kind", "made"),
    [
        ("Samir ringer", "actions", "#åtgärd Samir ringer"),
        ("  - Samir ringer", "actions", "#åtgärd Samir ringer"),
        ("* [ ] Samir ringer", "actions", "#åtgärd Samir ringer"),
        ("- [x] Samir ringer", "actions", "#åtgärd Samir ringer"),
        ("1. sova", "goals", "#mål sova"),
        ("12) sova", "subgoal", "#delmål sova"),
        ("#info sova", "goals", "#mål sova"),
        ("- #info sova", "goals", "#mål sova"),
        ("-5 grader ute", "information", "#info -5 grader ute"),
        ("", "terms", "#ord "),
        ("- [ ]", "terms", "#ord "),
    ],
)
def test_plain_line_becomes_tagged(line: str, kind: str, made: str) -> None:
    assert to_tagged_line(line, kind, "sv") == made


@given(st.text(max_size=40), st.sampled_from(TAGS), st.sampled_from(["sv", "en"]))
def test_made_tagged_line_parses(line: str, tag: object, language: str) -> None:
    found = parse_tagged(to_tagged_line(line, tag.key, language))  # type: ignore[attr-defined]
    assert found is not None
    assert found.key == tag.key  # type: ignore[attr-defined]


def test_unknown_tag_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="participants"):
        to_tagged_line("Anna", "participants", "sv")


def test_open_tasks_found_until_tagged() -> None:
    text = "Hej\n- [ ] ring skolan\n- [x] klart\n  1. [ ] skriv\n- [ ] #åtgärd mejla\n- [ ]\n[ ] löst\n* [ ] sist"
    assert open_tasks(text) == ((1, "ring skolan"), (3, "skriv"), (7, "sist"))


@given(st.text(max_size=40), st.text(max_size=40))
def test_smallest_splice_turns_one_text_into_other(before: str, after: str) -> None:
    at, gone, comes = smallest_splice(before, after)
    assert isinstance(at, int)
    assert isinstance(gone, int)
    assert before[:at] + str(comes) + before[at + gone :] == after


@given(st.lists(st.text(alphabet="aåé🙂\n#", max_size=20), max_size=8))
def test_pad_reads_what_was_written(texts: list[str]) -> None:
    fixture = MeetingFixture()
    for text in texts:
        fixture.write(write_pad(fixture.meeting, "needs", "secretary", text))
        assert fixture.meeting.pad_text("needs", "secretary") == text
        assert fixture.meeting.pad_text("needs", "chair") == ""


def test_key_press_in_long_pad_is_short_splice() -> None:
    long = "rad\n" * 20_000
    assert smallest_splice(long, long + "å") == [len(long), 0, "å"]
    assert smallest_splice("aaa", "aa") == [2, 1, ""]


def test_secretary_texts_first_secretary_first() -> None:
    fixture = MeetingFixture()
    for seat, text in (("secretary-2", "två"), ("secretary", "ett"), ("secretary-3", "  "), ("chair", "eget")):
        fixture.write(write_pad(fixture.meeting, "needs", seat, text))
    assert secretary_texts(fixture.meeting, "needs") == ("ett", "två")
    assert secretary_texts(fixture.meeting, "closing") == ()


def test_chair_texts_of_each_machine() -> None:
    fixture = MeetingFixture()
    for seat, text in (("chair-m1f0a9", "två"), ("chair", "ett"), ("chair-2", "  "), ("secretary", "annat")):
        fixture.write(write_pad(fixture.meeting, "needs", seat, text))
    assert chair_texts(fixture.meeting, "needs") == ("ett", "två")
    assert chair_texts(fixture.meeting, "needs", besides="chair") == ("två",)


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("- #åtgärd Samir ringer", "action"),
        ("# åtgärd Samir ringer", "action"),
        ("#åtg Samir ringer", "action"),
        ("#åtgärder: Samir ringer", "action"),
        ("#åtgrd Samir ringer", "action"),
        ("#åtgärd Samir ringer", None),
        ("# Mål för hösten", None),
        ("# rubrik för hösten", None),
        ("#åt Samir", None),
        ("#sommaren blir lugn", None),
        ("Samir ringer #åtgärd nu", None),
        ("#åtg", None),
    ],
)
def test_near_tag_finds_misspelt_tags_but_no_headings(line: str, key: str | None) -> None:
    tag = near_tag(line)
    assert (tag.key if tag else None) == key


@pytest.mark.parametrize(
    ("before", "rest"),
    [("Ring Sam", "ir"), ("had", "dad"), ("Ring S", ""), ("Ring Samir", ""), ("Ring Sam ", ""), ("", ""), ("xyz", "")],
)
def test_the_beginning_of_a_name_is_completed(before: str, rest: str) -> None:
    assert completed_name(before, ("Samir Haddad", "Helena Sjöberg")) == rest


def test_a_given_name_is_completed_before_a_surname() -> None:
    assert completed_name("Lisa och An", ("Erik Andersson", "Anna Andersson", "Anders Läkare")) == "na"
