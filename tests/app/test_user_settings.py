"""A user's own keys and colours."""

from __future__ import annotations

from pathlib import Path

import pytest

from sip_tui.app.user_settings import read_settings
from sip_tui.cli import main
from sip_tui.i18n import translation
from sip_tui.meeting.time.timeline import timing_at
from tests.helpers.app_harness import AppHarness


async def test_any_command_can_have_another_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "config.toml"
    file.write_text('[keys]\n"phase.next" = "k"\n[look]\ntheme = "textual-light"\n')
    monkeypatch.setenv("SIP_TUI_CONFIG", str(file))
    harness = AppHarness(tmp_path / "archive")
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v")
        assert not timing_at(app.meeting, harness.clock()).opened
        await pilot.press("k")
        assert timing_at(app.meeting, harness.clock()).opened
        assert app.theme == "textual-light"


@pytest.mark.parametrize("text", ["[keys", '[keys]\n"phase.next" = 3\n', "\xff"])
def test_settings_mistake_is_one_sentence_and_the_rest_is_used(tmp_path: Path, text: str) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(text.encode("latin-1"))
    assert "config.toml" in read_settings(file).trouble


def test_keys_lists_every_command_and_refuses_ids_that_name_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "config.toml"
    file.write_text('[keys]\n"phase.nxt" = "k"\n')
    monkeypatch.setenv("SIP_TUI_CONFIG", str(file))
    assert main(["keys", "--lang", "sv"]) == 1
    said = capsys.readouterr()
    assert "phase.next" in said.out
    assert "phase.nxt" in said.err
    translation.set_language("sv")
