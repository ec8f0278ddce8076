"""The man page and the completion name every command and option that there is."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from sip_tui.cli.command_options import COMMANDS
from sip_tui.cli.manual import subcommands
from sip_tui.cli.parser import build_parser
from tests.helpers.commands import RunCommand


@pytest.mark.parametrize("kind", ["man", "bash", "fish"])
def test_every_command_and_option_is_named(sip: RunCommand, kind: str) -> None:
    text = sip("manual", kind).out.replace("\\-", "-")
    assert set(subcommands(build_parser())) == set(COMMANDS)
    assert all(name in text for name in COMMANDS)
    assert "html" in text
    assert "reviewed" in text


@pytest.mark.skipif(not shutil.which("bash"), reason="no bash here")
def test_bash_completes_a_command(sip: RunCommand) -> None:
    script = sip("manual", "bash").out + '\nCOMP_WORDS=(sip-tui exp); COMP_CWORD=1; _sip_tui; echo "${COMPREPLY[@]}"'
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, timeout=20, env={"LC_ALL": "C"})
    assert done.stdout.split() == ["export"]
    assert done.stderr == ""
