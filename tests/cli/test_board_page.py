"""The board as a page: only what is public, one step at a time, until the meeting closes."""

from __future__ import annotations

from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path

from sip_tui.cli.board_page import board_page, keep_page
from sip_tui.i18n.translation import _, set_language
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.time import agenda
from tests.helpers.commands import RunCommand
from tests.helpers.hostile_text import HOSTILE
from tests.helpers.meeting_fixture import MeetingFixture


class Page(HTMLParser):
    """What a browser reads of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[tuple[str, str | None]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [(name, value) for name, value in attrs if name in {"href", "src", "onclick"}]

    def handle_data(self, data: str) -> None:
        self.words += data


def opened() -> MeetingFixture:
    fixture = MeetingFixture()
    fixture.open()
    fixture.write((Edit("goals", "g1", "text", "Gå i skolan igen"), Edit("goals", "g1", "horizon", "long")))
    return fixture


def test_page_shows_goals_and_time_and_fetches_nothing() -> None:
    set_language("sv")
    fixture = opened()
    fixture.write(
        (Edit("participants", "p1", "notes", "hemligt"), Edit("pads", "opening secretary", "text", "hemligt"))
    )
    page = Page(board_page(fixture.meeting, fixture.moment().at))
    assert "Gå i skolan igen" in page.words
    assert "Inledning: " in page.words
    assert "slutar " in page.words
    assert page.links == []
    assert not page.tags & {"script", "link", "img", "iframe"}
    assert "hemligt" not in page.words


def test_long_board_turns_its_pages_and_shows_all() -> None:
    set_language("sv")
    fixture = opened()
    fixture.write(tuple(Edit("needs", f"n{number:02}", "text", f"Behov nummer {number:02}") for number in range(30)))
    shown = [Page(board_page(fixture.meeting, fixture.moment().at + timedelta(seconds=20 * n))).words for n in range(6)]
    assert all(f"Behov nummer {number:02}" in "".join(shown) for number in range(30))
    assert max(words.count("Behov nummer") for words in shown) < 10
    assert any("Sida 2 av" in words for words in shown)
    fixture.write(agenda.close_meeting(fixture.moment()))
    closed = Page(board_page(fixture.meeting, fixture.moment().at)).words
    assert (closed.count("Behov nummer"), closed.count(_("What you want and need"))) == (30, 1)


def test_hostile_words_stay_words() -> None:
    fixture = opened()
    fixture.write(tuple(Edit("goals", f"h{number}", "text", text) for number, text in enumerate(HOSTILE)))
    page = Page(board_page(fixture.meeting, fixture.moment().at))
    assert page.tags == {"html", "head", "meta", "title", "style", "body", "header", "span", "ul", "li", "section"} | (
        page.tags & {"p", "h2", "small"}
    )
    assert page.links == []


def test_page_is_written_for_news_and_ends_with_the_meeting(tmp_path: Path) -> None:
    fixture, file, slept = opened(), tmp_path / "tavla.html", list[str]()

    def sleep(_seconds: float) -> None:
        slept.append(file.read_text(encoding="utf-8"))
        if len(slept) == 1:
            fixture.write((Edit("goals", "g1", "text", "Sova bättre"),))
        else:
            fixture.write(agenda.close_meeting(fixture.moment()))

    keep_page(lambda: fixture.meeting, file, sleep)
    assert "Gå i skolan igen" in slept[0]
    assert "Sova bättre" in slept[1]
    last = file.read_text(encoding="utf-8")
    assert "refresh" in slept[1]
    assert 'http-equiv="refresh"' not in last
    assert [path.name for path in tmp_path.iterdir()] == ["tavla.html"]


def test_command_writes_a_closed_meeting_once(sip: RunCommand, sofia: str, tmp_path: Path) -> None:
    assert sip("close", sofia).code == 0
    answer = sip("board", sofia, "--html", tmp_path / "board.html")
    assert answer.code == 0
    assert (tmp_path / "board.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    refused = sip("board", sofia, "--html", tmp_path / "missing" / "board.html")
    assert refused.code != 0
    assert refused.sentence


def test_page_writes_over_a_page_and_nothing_else(sip: RunCommand, sofia: str, tmp_path: Path) -> None:
    assert sip("close", sofia).code == 0
    page, letter, link = tmp_path / "board.html", tmp_path / "brev.html", tmp_path / "link.html"
    letter.write_text("<p>Hej!</p>", encoding="utf-8")
    link.symlink_to(tmp_path / "nowhere")
    assert [sip("board", sofia, "--html", page).code for _time in range(2)] == [0, 0]
    for other in (letter, link, tmp_path):
        refused = sip("board", sofia, "--html", other)
        assert refused.code == 1
        assert "is there already" in refused.sentence
    assert letter.read_text(encoding="utf-8") == "<p>Hej!</p>"
    assert not (tmp_path / "nowhere").exists()


def test_goals_in_a_row_have_one_heading() -> None:
    set_language("sv")
    fixture = opened()
    fixture.write((Edit("goals", "g2", "text", "Sova"), Edit("goals", "g2", "horizon", "long")))
    assert board_page(fixture.meeting, fixture.moment().at).count("<h2>Mål</h2>") == 1


def test_a_page_that_cannot_be_written_is_not_said_to_be_kept(sip: RunCommand, sofia: str, tmp_path: Path) -> None:
    said = sip("board", sofia, "--html", str(tmp_path / ("x" * 300)))
    assert (said.code, said.out) == (3, "")
    assert "the name is too long" in said.err
