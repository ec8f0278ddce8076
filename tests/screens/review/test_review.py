"""The review: nothing is written before somebody has looked."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from sip_tui.app.app import SipApp
from sip_tui.meeting.content.plan import change_row
from sip_tui.meeting.model.enums import RedactionChoice
from sip_tui.meeting.notes.pads import write_pad
from sip_tui.screens.dialogs import TextDialog
from sip_tui.screens.review.screen import ReviewScreen
from sip_tui.widgets.page_view import PageView
from sip_tui.widgets.row_list import RowList
from tests.helpers.app_harness import AppHarness, wait_until_saved

NOTES = "Ring Åsa på 070-174 06 05. Den som svarar har 031-390 06 05. Numret är 19121212-1212. Maja har ADHD."


async def reviewed(pilot: Pilot[int], app: SipApp) -> ReviewScreen:
    app.write(change_row("about", app.meeting.about, mail_notes=True))
    app.write(write_pad(app.meeting, "needs", "secretary", NOTES))
    await pilot.press("f10")
    await drafted(pilot, app)
    assert isinstance(app.screen, ReviewScreen)
    return app.screen


async def drafted(pilot: Pilot[int], app: SipApp) -> None:
    await wait_until_saved(pilot, app)
    await app.workers.wait_for_complete()
    await pilot.pause()


def document(app: SipApp) -> str:
    return "\n".join(line.text for line in app.screen.query_one(PageView).lines)


async def test_findings_stand_in_their_sentences_by_kind(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await reviewed(pilot, app)
        rows = [str(option.prompt) for option in screen.query_one(RowList).options]
        assert "Telefon (2)" in rows
        assert any("→ mamma" in row and "Åsa" in row for row in rows)
        quoted = next(row for row in rows if "031-390" in row).partition("… ")[2].removesuffix("…").split()
        assert set(quoted) <= set(NOTES.split())  # no word is quoted in part
        assert any("titta på det" in row and "ADHD" in row for row in rows)
        assert "Ring mamma på [telefon]" in document(app)


async def test_kept_words_need_a_reason_that_is_remembered(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        screen = await reviewed(pilot, app)
        screen.query_one(RowList).go_to("phone 031-390 06 05")
        await pilot.press("j", "escape")
        await drafted(pilot, app)
        assert "031-390 06 05" not in document(app)
        await pilot.press("j")
        app.screen.query_one("#field-reason").value = "mottagningens nummer"  # type: ignore[attr-defined]
        await pilot.press("escape")
        await drafted(pilot, app)
        assert "031-390 06 05" in document(app)
        assert "070-174 06 05" not in document(app)
    decisions = harness.on_disk().decisions
    assert {(made.choice, made.reason) for made in decisions} == {(RedactionChoice.KEEP, "mottagningens nummer")}
    assert any("031-390 06 05" in made.place for made in decisions)


async def test_a_personnummer_never_stands_whatever_the_reason(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        screen = await reviewed(pilot, app)
        screen.query_one(RowList).go_to("personnummer 19121212-1212")
        await pilot.press("j")
        assert isinstance(app.screen, ReviewScreen)
        assert any("Personnummer" in notice.message for notice in app._notifications)


async def test_a_name_becomes_a_mask_or_a_role(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        screen = await reviewed(pilot, app)
        screen.query_one(RowList).go_to("name Åsa")
        await pilot.press("n")
        await drafted(pilot, app)
        assert "Ring [namn] på" in document(app)
        await pilot.press("R")
        await drafted(pilot, app)
        assert "Ring mamma på" in document(app)


async def test_diagnosis_waits_for_a_decision(
    harness: AppHarness, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = harness.app()
    async with app.run_test() as pilot:
        screen = await reviewed(pilot, app)
        assert [match.words for match in screen.drafted.pending] == ["ADHD"]  # type: ignore[union-attr]
        screen.query_one(RowList).go_to("name Åsa")
        await pilot.press("ctrl+s")
        await drafted(pilot, app)
        assert screen.query_one(RowList).row == "diagnosis ADHD"
        assert list(tmp_path.glob("*.eml")) == []
        await pilot.press("j", "ctrl+s")
        await pilot.pause(0.3)
        assert isinstance(app.screen, TextDialog)
    [written] = tmp_path.glob("*.eml")
    assert "ADHD" in written.read_text(encoding="utf-8")


async def test_diagnosis_decision_is_remembered(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await reviewed(pilot, app)
        await pilot.press("n")
        await drafted(pilot, app)
        assert "har [diagnos]" in document(app)
    app = harness.app("secretary")
    async with app.run_test() as pilot:
        await pilot.press("f10")
        await drafted(pilot, app)
        assert "har [diagnos]" in document(app)
        assert app.screen.drafted.pending == ()  # type: ignore[attr-defined]
        app.screen.query_one(RowList).go_to("diagnosis ADHD")
        await pilot.press("j")
        await drafted(pilot, app)
        assert "har ADHD" in document(app)


async def test_a_code_is_masked_and_stands_only_when_somebody_says_why(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write(change_row("about", app.meeting.about, mail_notes=True))
        app.write(write_pad(app.meeting, "needs", "secretary", "Maja har F90.0."))
        await pilot.press("f10")
        await drafted(pilot, app)
        assert "har [kod]" in document(app)
        app.screen.query_one(RowList).go_to("code F90.0")
        await pilot.press("j")
        app.screen.query_one("#field-reason").value = "ett exempel"  # type: ignore[attr-defined]
        await pilot.press("escape")
        await drafted(pilot, app)
        assert "har F90.0" in document(app)


async def test_protected_identity_stops_the_mail(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write(write_pad(app.meeting, "needs", "secretary", "Familjen har skyddad identitet."))
        await pilot.press("f10")
        await drafted(pilot, app)
        assert "skicka inget med e-post" in str(app.screen.query_one("#review-state", Static).content)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, TextDialog)
        assert "skicka inget med e-post" in "".join(str(static.content) for static in app.screen.query(Static))


async def test_a_role_word_is_for_names_and_the_screen_says_so(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        screen = await reviewed(pilot, app)
        for row in ("phone 070-174 06 05", "diagnosis ADHD"):
            screen.query_one(RowList).go_to(row)
            await pilot.press("R")
            assert any("Rollen" in notice.message for notice in app._notifications)
            app.clear_notifications()
        assert app.meeting.decisions == ()


async def test_the_cursor_never_begins_on_a_heading_where_no_key_works(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write(change_row("about", app.meeting.about, mail_notes=True))
        app.write(write_pad(app.meeting, "needs", "secretary", "Ring Åsa på 070-174 06 05."))
        await pilot.press("f10")
        await drafted(pilot, app)
        assert app.screen.query_one(RowList).row.partition(" ")[0] in {"age", "name", "phone"}


@pytest.mark.parametrize("key", ["f2", "f3", "escape"])
async def test_every_way_out_leads_out(harness: AppHarness, key: str) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await reviewed(pilot, app)
        await pilot.press(key)
        await wait_until_saved(pilot, app)
        assert not isinstance(app.screen, ReviewScreen)


async def test_the_file_is_written_beside_and_never_over_another(
    harness: AppHarness, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = harness.app()
    async with app.run_test() as pilot:
        await reviewed(pilot, app)
        await pilot.press("j")
        for _ in range(2):
            await pilot.press("ctrl+s")
            await pilot.pause(0.3)
            await pilot.press("escape")
    written = sorted(tmp_path.glob("*.eml"))
    assert len(written) == 2
    assert "Åsa" not in written[0].read_text(encoding="utf-8")
    assert written[0].stat().st_mode & 0o077 == 0


async def test_notes_are_mailed_only_when_the_chair_says_so(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write(write_pad(app.meeting, "needs", "secretary", "Vi talade om sömnen."))
        await pilot.press("f10")
        await drafted(pilot, app)
        assert "sömnen" not in document(app)
        await pilot.press("w")
        await drafted(pilot, app)
        assert "sömnen" in document(app)
        assert app.meeting.about.mail_notes
        await pilot.press("w")
        await drafted(pilot, app)
        assert "sömnen" not in document(app)


@pytest.mark.parametrize("notes", ["", NOTES])
async def test_escape_leaves_with_the_focus_in_the_document(harness: AppHarness, notes: str) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write(write_pad(app.meeting, "needs", "secretary", notes))
        await pilot.press("f10")
        await drafted(pilot, app)
        app.screen.query_one(PageView).focus()
        await pilot.press("escape")
        assert not isinstance(app.screen, ReviewScreen)
