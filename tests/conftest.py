"""Fixtures of all tests, and what cannot run on Windows."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from tests.helpers.postgres import PostgresServer

# These drive the program through a pseudo-terminal, which Windows does not have.
collect_ignore_glob = ["app/test_*terminal*.py", "app/test_erik.py", "soak/*"] if sys.platform == "win32" else []


# How long an example takes says how busy the machine is.
settings.register_profile("sip-tui", deadline=None)
settings.load_profile("sip-tui")


# Nobody watches: what moves has arrived. Textual reads it when it is imported.
os.environ["TEXTUAL_ANIMATIONS"] = "none"

SETTINGS = count()
"""Numbers for the names of settings that nobody has written."""


def pytest_configure(config: pytest.Config) -> None:
    """Compile the tests; measure the coverage of the heart, when asked to: nothing of the program is imported yet."""
    if config.getoption("numprocesses", None):
        from tests.helpers.compiled_tests import compile_tests

        compile_tests(config)
    if os.environ.get("HEART_COVERAGE"):
        from tests.helpers.heart_coverage import HeartCoverage

        config.pluginmanager.register(HeartCoverage(config))


THOROUGH = bool(os.environ.get("THOROUGH"))
"""Whether properties are tried with as many examples as each asks for: `make properties`."""
SHARE, LEAST = 8, 8
"""Otherwise a share of them, and at least so many: others are drawn in every run."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Try properties with fewer examples, unless they are to be tried thoroughly."""
    tests = {getattr(item, "obj", None) for item in items}
    for test in tests if not THOROUGH else ():
        if not getattr(test, "is_hypothesis_test", False):
            continue
        asked = getattr(test, "_hypothesis_internal_use_settings", None) or settings()
        fewer = min(asked.max_examples, max(asked.max_examples // SHARE, LEAST))
        vars(test)["_hypothesis_internal_use_settings"] = settings(asked, max_examples=fewer)


def pytest_xdist_auto_num_workers() -> int:
    """Run two workers a core: half the time of a screen's story is waiting until the screen has come to rest."""
    return 2 * (os.cpu_count() or 1)


def pytest_collection_finish() -> None:
    """Keep the collector from walking through all modules and tests again and again: a fifth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.fixture(scope="session", autouse=True)
def every_command() -> None:
    """A sentence that names a key is told rightly although the screen of its command has not been opened."""
    from sip_tui.cli.keys import declared_bindings
    from tests.helpers.parsed_css import share_parsed_css
    from tests.helpers.quick_pilot import wait_only_while_busy
    from tests.helpers.quick_textual import draw_for_nobody

    assert list(declared_bindings())
    share_parsed_css()
    wait_only_while_busy()
    draw_for_nobody()


@pytest.fixture(autouse=True)
def nobodys_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """The stories are not about the settings of whoever runs them."""
    from sip_tui.i18n.key_names import KEYS

    # A folder for each test, as tmp_path is, would cost a tenth of the time: most stories have no files.
    settings_file = tmp_path_factory.getbasetemp() / f"settings-{next(SETTINGS)}.toml"
    monkeypatch.setenv("SIP_TUI_CONFIG", str(settings_file))
    monkeypatch.setattr(KEYS, "user_keys", {})


@pytest.fixture(autouse=True)
def _quick_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    """Open boxes at once: as shipped, each takes a sixth of a second. ``monkeypatch.undo()`` brings that back."""
    from sip_tui.store import sealing

    monkeypatch.setattr(sealing, "MEMORY_KIB", 64)


@pytest.fixture(autouse=True)
def quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for no disk: only a power cut could tell. The stories of the store wait, and so do the fault runs."""
    for name in ("fsync", "fdatasync"):
        monkeypatch.setattr(os, name, lambda _descriptor: None, raising=False)


@pytest.fixture(scope="session")
def server(testrun_uid: str) -> Iterator[PostgresServer]:
    """A real PostgreSQL that all workers of this run share; not in pytest's folder, which only its owner may enter."""
    from tests.helpers.postgres import PostgresServer

    running = PostgresServer(Path(gettempdir()) / f"sip-tui-pg-{testrun_uid[:12]}")
    yield running
    running.stop()
