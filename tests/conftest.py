"""Fixtures of all tests, and what cannot run on Windows."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
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


def pytest_configure(config: pytest.Config) -> None:
    """Measure the coverage of the heart, when asked to; nothing of the program has been imported here."""
    if os.environ.get("HEART_COVERAGE"):
        from tests.helpers.heart_coverage import HeartCoverage

        config.pluginmanager.register(HeartCoverage(config))


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

    assert list(declared_bindings())


@pytest.fixture(autouse=True)
def nobodys_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The stories are not about the settings of whoever runs them."""
    from sip_tui.i18n.key_names import KEYS

    monkeypatch.setenv("SIP_TUI_CONFIG", str(tmp_path / "no-settings.toml"))
    monkeypatch.setattr(KEYS, "user_keys", {})


@pytest.fixture(autouse=True)
def _quick_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    """Open boxes at once: as shipped, each takes a sixth of a second. ``monkeypatch.undo()`` brings that back."""
    monkeypatch.setattr("sip_tui.store.sealing.MEMORY_KIB", 64)


@pytest.fixture(scope="session")
def server(testrun_uid: str) -> Iterator[PostgresServer]:
    """A real PostgreSQL that all workers of this run share; not in pytest's folder, which only its owner may enter."""
    from tests.helpers.postgres import PostgresServer

    running = PostgresServer(Path(gettempdir()) / f"sip-tui-pg-{testrun_uid[:12]}")
    yield running
    running.stop()
