"""The short form of the faults between two machines; ``make faults`` causes each fifty times."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults import sharing
from tests.faults.outcome import Outcome
from tests.helpers.postgres import PostgresServer


@pytest.mark.parametrize(
    "scenario",
    [
        sharing.bad_network,
        sharing.killed_while_sending,
        sharing.day_offline,
        sharing.restored_dump,
        sharing.clocks_an_hour_apart,
    ],
)
def test_both_archives_end_equal(tmp_path: Path, server: PostgresServer, scenario: Callable[..., Outcome]) -> None:
    outcome = scenario(tmp_path, 1, server)
    assert outcome.acknowledged
    assert not outcome.bad, outcome


def test_a_killed_server_loses_nothing(tmp_path: Path) -> None:
    outcome = sharing.server_killed(tmp_path, 1)
    assert outcome.acknowledged
    assert not outcome.bad, outcome
