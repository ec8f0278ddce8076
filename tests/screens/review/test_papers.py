"""The documents of the review: one key for each receiver, each shown as it will look, each in its own format."""

from __future__ import annotations

import email
import email.policy
import re
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot
from textual.widgets import Static

from sip_tui.app.app import SipApp
from sip_tui.app.seats import app_for
from sip_tui.meeting.content.plan import add_action, change_row
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Consent
from sip_tui.meeting.model.meeting import Action, Meeting, Person
from sip_tui.meeting.notes.pads import write_pad
from sip_tui.meeting.people.consent import set_consent
from sip_tui.minutes.access import DOCUMENTS
from sip_tui.minutes.formats import FORMATS
from sip_tui.screens.dialogs import TextDialog
from sip_tui.screens.review.papers import PAPERS, Choice, best_format, choice_line, papers_line
from sip_tui.session.session import MeetingSession
from sip_tui.widgets.page_view import PageView
from sip_tui.widgets.row_list import RowList
from tests.helpers.app_harness import ID, AppHarness, screen_text, wait_until_saved
from tests.helpers.meetings import meeting


async def press(pilot: Pilot[int], app: SipApp, *keys: str) -> None:
    await pilot.press(*keys)
    await wait_until_saved(pilot, app)
    await app.workers.wait_for_complete()
    await pilot.pause()


def shown(app: SipApp) -> str:
    return "\n".join(line.text for line in app.screen.query_one(PageView).lines)


def line(app: SipApp, name: str) -> str:
    return str(app.screen.query_one(f"#review-{name}", Static).content)


def test_names_of_the_last_documents_give_way_in_little_room() -> None:
    told = meeting(person=Person(id="person", called="Maja"))
    first = "1 Alla 2 Maja 3 Med namn 4 Verksamhet 5 Kallelse"
    assert str(papers_line(told, Choice("mail"), 58)).split("\n") == [f" {first} 6 Inför", " 7 Besked 8 Historik"]
    assert str(papers_line(told, Choice("mail"), 78)) == f" {first} 6 Inför 7 Besked 8 Historik"
    assert str(papers_line(told, Choice("history"), 30)).endswith("6 7 8 Historik")


@pytest.mark.parametrize("called", ["", "Maja", "Anna-Karin Elisabeth"])
def test_every_document_is_named_in_the_smallest_terminal(called: str) -> None:
    lines = str(papers_line(meeting(person=Person(id="person", called=called)), Choice("mail"), 58)).split("\n")
    assert all(cell_len(line) <= 58 for line in lines)
    assert not re.search(r"\d (?=\d)|\d$", " ".join(" ".join(lines).split()))


async def test_each_receiver_has_a_key_and_sees_it_as_it_will_look(
    harness: AppHarness, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        app.write(change_row("about", app.meeting.about, purpose="Maja ska orka", questions=["Vad behövs?"]))
        await press(pilot, app, "f10", "5")
        assert shown(app).startswith("Kallelse till ")
        assert "• Dag: " in shown(app)
        assert "Kallelsen till mötet · 5: nästa · utkast till e-post (byt med →)" in line(app, "choice")
        await press(pilot, app, "5")
        assert "Kallelsen till mötet: Åsa Lindgren" in line(app, "choice")
        await press(pilot, app, "6")
        assert shown(app).startswith("Ditt möte ")
        assert "1. Inledning, " in shown(app)
        await press(pilot, app, "right")
        assert "webbsida" in line(app, "choice")
        await pilot.press("ctrl+s")
        await pilot.pause(0.3)
        assert isinstance(app.screen, TextDialog)
        assert "skicka det inte" in "".join(str(static.content) for static in app.screen.query(Static))
    (written,) = tmp_path.glob("*.html")
    assert "Hej Maja!" in written.read_text(encoding="utf-8")


async def test_pages_turn_while_the_list_of_findings_has_the_focus(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write([Edit("goals", f"x{row}", "text", f"Ring Samir på 070-174 06 0{row}.") for row in range(9)])
        await press(pilot, app, "f10")
        assert isinstance(app.screen.focused, RowList)
        page = app.screen.query_one(PageView)
        await pilot.press("pagedown")
        await pilot.pause()
        assert page.scroll_offset.y > 0
        assert isinstance(app.screen.focused, RowList)
        await pilot.press("pageup")
        await pilot.pause()
        assert page.scroll_offset.y == 0


async def test_without_findings_all_the_room_is_the_documents(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await press(pilot, app, "f10", "7")
        assert not app.screen.query_one("#review-found").display
        assert app.screen.focused is app.screen.query_one(PageView)
        assert not app.screen.check_action("keep", ())
        assert not app.screen.check_action("story", ())


async def test_a_call_without_purpose_says_why_there_is_none(
    harness: AppHarness, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = harness.app()
    async with app.run_test() as pilot:
        app.write(change_row("about", app.meeting.about, purpose=""))
        await press(pilot, app, "f10", "5")
        assert line(app, "state").startswith("Kallelsen skrevs inte: mötet har inget syfte än.")
        await press(pilot, app, "ctrl+s")
        assert [*tmp_path.glob("*.*")] == []
        await press(pilot, app, "1")
        assert shown(app).startswith("Inför ditt SIP-möte")


async def test_actors_part_is_a_draft_with_nobodys_name(
    harness: AppHarness, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = harness.app()
    async with app.run_test() as pilot:
        await press(pilot, app, "f10", "4")
        assert line(app, "choice").startswith("Till alla")
        app.write(add_action(app.meeting, app.session.edit_context(), what="Ringa skolan", who="p3"))
        await press(pilot, app, "4", "right", "right", "right")
        assert line(app, "choice").startswith("En verksamhets del: Samir Haddad")
        await pilot.press("ctrl+s")
        await pilot.pause(0.3)
    (written,) = tmp_path.glob("*.eml")
    message = email.message_from_bytes(written.read_bytes(), policy=email.policy.default)
    assert message["X-Unsent"] == "1"


async def test_on_paper_what_would_wait_may_stand(
    harness: AppHarness, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = harness.app()
    async with app.run_test() as pilot:
        app.write(write_pad(app.meeting, "needs", "secretary", "Maja har ADHD."))
        await press(pilot, app, "f10", "2", "right", "right")
        assert "väntar på dig" not in line(app, "state")
        await pilot.press("ctrl+s")
        await pilot.pause(0.3)
    (written,) = tmp_path.glob("*.txt")
    assert "ADHD" in written.read_text(encoding="utf-8")


async def test_everything_with_names_says_what_is_not_hidden(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write(write_pad(app.meeting, "needs", "secretary", "Ring 070-174 06 35."))
        await press(pilot, app, "f10", "3")
        assert "dolt i det här dokumentet" in line(app, "state") or "dolda i det här dokumentet" in line(app, "state")
        assert "ditt beslut" not in line(app, "state")


async def test_part_of_a_refused_actor_says_so_first(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.write(add_action(app.meeting, app.session.edit_context(), what="Ringa skolan", who="p3"))
        await press(pilot, app, "f10", "4")
        assert line(app, "state")
        assert "ska inte få planen" not in line(app, "state")
        app.write(set_consent(app.meeting, "p3", Consent.NONE, app.session.now().date().isoformat()))
        await press(pilot, app, "1", "4")
        assert line(app, "state").startswith("Ska inte få planen: Samir Haddad (nej). ")


async def test_call_whose_link_was_hidden_says_that_it_is_broken(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.write(change_row("about", app.meeting.about, link="https://video.example.se/rum/7"))
        await press(pilot, app, "f10", "5")
        assert "https://video.example.se/rum/7" in shown(app)
        assert "Något i länken" not in line(app, "state")
        app.write(change_row("about", app.meeting.about, link="https://video.example.se/maja"))
        await press(pilot, app, "1", "5")
        assert line(app, "state").startswith("Något i länken är dolt, så den går inte att öppna. ")


async def test_before_the_meeting_the_call_comes_first(harness: AppHarness) -> None:
    app = app_for(MeetingSession(harness.archive.open(ID), harness.clock), "chair", "prepare")
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, app, "f10")
        assert shown(app).startswith("Kallelse till SIP")


def test_the_regions_own_form_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIP_TUI_CONFIG", str(tmp_path / "config.toml"))
    (tmp_path / "region.toml").write_text('[documents]\nform = "https://example.org/[blankett]"\n', encoding="utf-8")
    assert "er blankett: https://example.org/[blankett]" in str(choice_line(Meeting(), Choice("full", "pdf")))
    assert "example.org" not in str(choice_line(Meeting(), Choice()))


def test_every_document_has_a_key_and_formats_that_exist() -> None:
    assert set(PAPERS) == set(DOCUMENTS)
    assert len(PAPERS) <= 9
    assert all(set(paper.formats) <= set(FORMATS) for paper in PAPERS.values())


def test_without_typst_the_best_format_is_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sip_tui.screens.review.papers.find_spec", lambda _name: None)
    best_format.cache_clear()
    assert (best_format("person"), best_format("mail")) == ("html", "eml")
    best_format.cache_clear()


def test_the_same_key_goes_round_the_receivers() -> None:
    meeting = Meeting(actions=(Action(id="a", who="p3"),))
    assert Choice().chosen(meeting, 4).actor == ""
    assert Choice("actor", "html").in_next_format(-1).file_format == PAPERS["actor"].formats[-1]


async def test_the_other_format_is_told_whole_on_sixty_columns(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, app, "v", "f10")
        for number, _paper in enumerate(PAPERS, 1):
            await press(pilot, app, str(number))
            told = " ".join(screen_text(app).split())
            assert "(byt med →)" in told, told
