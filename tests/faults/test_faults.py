"""The short form of ``make faults``: what takes no time, in every run of the tests.

Nothing waits for the disk here (``quick_disk`` in tests/conftest.py). That the wait itself is refused is caused all the
same, and only a cut of the power, which ``make faults`` plays, could tell whether it was there.
"""

from __future__ import annotations

import errno
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.faults import damage, disk, hostile
from tests.faults.outcome import Outcome, Scenario

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="files are locked, and limits unknown, on Windows")


@pytest.mark.parametrize(
    ("scenario", "times"),
    [
        (damage.lost_names, 6),
        (damage.torn_journals, 0),
        (damage.flipped_journal_bits, 0),
        (damage.older_checkpoint, 6),
        (disk.many_writers, 3),
        (disk.two_checkpointing, 2),
        (disk.wrong_clocks, 20),
        (disk.size_limit, 3),
        (disk.no_descriptors, 3),
        (hostile.hostile_files, 1),
    ],
)
def test_nothing_acknowledged_is_lost(tmp_path: Path, scenario: Scenario, times: int) -> None:
    outcome = scenario(tmp_path, times)
    assert outcome.tries
    assert not outcome.bad, outcome


def test_rights_that_are_taken_lose_nothing() -> None:
    """In a folder that another user can come to."""
    with TemporaryDirectory() as root:
        outcome = disk.rights_taken(Path(root), 2)
    assert (outcome.tries, outcome.acknowledged) == (2, 12)
    assert not outcome.bad, outcome


@pytest.mark.parametrize("work", [disk.create, disk.write, disk.close, disk.restore])
def test_a_refusal_at_any_change_loses_nothing(tmp_path: Path, work: disk.Work) -> None:
    outcome = Outcome()
    disk.refuse_each(outcome, tmp_path, work, errno.ENOSPC, for_good=True)
    assert outcome.tries > 10
    assert not outcome.bad, outcome
