"""What the secretary's lines have put on the board is said once in the minutes, and nobody sees a tag."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sip_tui.meeting.model.meeting import Link, Meeting, Quote
from sip_tui.minutes.access import AUDIENCES, restrict
from sip_tui.minutes.notes_parser import parse_notes
from sip_tui.minutes.render import minutes
from tests.helpers.meetings import NOW, action, meeting, noted

LINE = "#åtgärd Samir ringer skolan"
NOTES = f"Före\n{LINE}\n#info Anna slutar\nEfter\n"


def linked_meeting(*links: Link, text: str = NOTES, **tables: object) -> Meeting:
    """A meeting with an action, a quote, and notes whose lines have these links."""
    rows = {"actions": (action("Ringer skolan"),), "quotes": (Quote(id="q", text="Jag vill sova", who="p1"),)}
    return meeting(**{"notes": (noted(text),), "links": links, **rows, **tables})


def link(line: str = LINE, table: str = "actions", row: str = "a-Ringer skolan", pad: str = "needs-secretary") -> Link:
    return Link(id=f"{row}-{line}", pad=pad, line=line, table=table, row=row)


def written(one: Meeting, audience: str) -> str:
    return minutes(one, audience, now=NOW).text


@pytest.mark.parametrize("audience", [audience for audience in AUDIENCES if audience != "notice"])
def test_a_line_that_is_an_action_is_not_in_the_notes_as_well(audience: str) -> None:
    text = written(linked_meeting(link()), audience)
    assert "kolan" in text
    assert text.count("ringer skolan") + text.count("Ringer skolan") == text.count("Ringer skolan")
    assert "Före" in text
    assert "Efter" in text


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_document_shows_a_tag_or_anything_of_a_link(audience: str) -> None:
    hidden = replace(link(line="#åtgärd hemlig"), before=("#åtgärd hemligare",), gave=("what", "hemligast"))
    for linked in (linked_meeting(), linked_meeting(link()), linked_meeting(link(), hidden)):
        text = minutes(linked, audience, now=NOW).text
        assert "#åtgärd" not in text
        assert "#info" not in text
        assert "hemlig" not in text


def test_a_line_whose_row_is_seen_nowhere_else_stays() -> None:
    off_the_board = linked_meeting(link(), actions=())
    assert restrict(off_the_board, "full").notes[0].text == off_the_board.notes[0].text
    assert "ringer skolan" in written(off_the_board, "mail")
    quote = linked_meeting(link("#citat Jag vill sova", "quotes", "q"), text="#citat Jag vill sova\n")
    assert "Jag vill sova" in written(quote, "person")
    assert [note.text for note in restrict(quote, "full").notes] == [""]


def test_equal_line_goes_once_and_only_in_its_own_pad() -> None:
    elsewhere = noted(f"{LINE}\n", phase="summary")
    one = linked_meeting(
        link(), text=f"{LINE}\r\n{LINE}\n{LINE}", notes=(noted(f"{LINE}\r\n{LINE}\n{LINE}"), elsewhere)
    )
    first, second = restrict(one, "full").notes
    assert first.text == f"{LINE}\n{LINE}"
    assert second.text == elsewhere.text


def test_a_link_that_stands_in_no_pad_takes_nothing_away() -> None:
    one = linked_meeting(link(pad=""))
    assert restrict(one, "full").notes == restrict(replace(one, links=()), "full").notes


@pytest.mark.parametrize("audience", ["mail", "person"])
def test_numbers_in_tagged_and_divided_lines_are_masked(audience: str) -> None:
    text = f"#info Ring 070-174 06 12\n#info 20020909-2394\n200209\n{LINE}\n09-2394\n"
    found = written(linked_meeting(link(), text=text), audience)
    for part in ("174", "2394", "20020909"):
        assert part not in found


def test_notes_without_their_tags_are_the_notes() -> None:
    tagged, plain = "# Rubrik\n#mål sova\n#nytt\n- #mål x\n#mål\n", "# Rubrik\nsova\n#nytt\n- #mål x\n\n"
    assert parse_notes(tagged, 2) == parse_notes(plain, 2)


def test_line_of_the_next_meeting_is_told_once() -> None:
    one = link("#möte 14 januari", "about", "meeting")
    parsed = linked_meeting(
        replace(one, gave=("follow_up", "2027-01-14")), text="#möte 14 januari\n#samordnare någon\n"
    )
    assert written(parsed, "person").count("14 januari") == 0
    assert "någon" in written(parsed, "person")
    unread = linked_meeting(link("#samordnare någon", "between", "between"), text="#samordnare någon\n")
    assert "någon" in written(unread, "person")
