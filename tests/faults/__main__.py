"""Cause every fault for real, count what was lost, and write the counts into docs/reliability.md.

``make faults`` takes about twenty minutes; ``--short`` less, and writes nothing. The exit code is 1 when anything that
was said to be saved was missing, or a meeting could not be read.
"""

from __future__ import annotations

import platform
import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[2]))

from sip_tui import __version__
from sip_tui.i18n import translation
from tests.faults import damage, disk, hostile, power, sharing, terminals
from tests.faults.outcome import Outcome, Scenario

PAGE = Path(__file__).parents[2] / "docs" / "reliability.md"
BEGIN, END = "<!-- counts: written by make faults -->\n", "<!-- end of counts -->"
SCENARIOS: tuple[tuple[Scenario, int], ...] = (
    (disk.killed_writers, 500),
    (disk.two_killed_writers, 500),
    (disk.killed_at_every_change, 0),
    (disk.refused_at_every_change, 0),
    (power.power_cuts, 100),
    (power.full_disk, 10),
    (disk.size_limit, 50),
    (disk.no_descriptors, 50),
    (damage.lost_names, 100),
    (damage.torn_journals, 0),
    (damage.flipped_journal_bits, 0),
    (damage.flipped_checkpoint_bits, 0),
    (damage.flipped_index_bits, 0),
    (damage.older_checkpoint, 100),
    (disk.many_writers, 50),
    (disk.two_checkpointing, 50),
    (disk.rights_taken, 50),
    (disk.wrong_clocks, 200),
    (sharing.server_killed, 50),
    (sharing.bad_network, 50),
    (sharing.killed_while_sending, 50),
    (sharing.day_offline, 50),
    (sharing.restored_dump, 50),
    (sharing.clocks_an_hour_apart, 50),
    (terminals.killed_while_typing, 20),
    (terminals.killed_in_a_form, 200),
    (terminals.signals_after_the_last_key, 20),
    (terminals.closed_windows, 20),
    (terminals.folder_gone_then_ended, 12),
    (hostile.hostile_files, hostile.ALL),
)


def main() -> int:
    """Run the scenarios, print a line for each, and write the table."""
    parser = ArgumentParser(prog="python tests/faults", description=__doc__)
    parser.add_argument("--short", action="store_true", help="a tenth of everything, and nothing is written")
    parser.add_argument("--only", default="", help="only scenarios whose name contains this; nothing is written")
    options = parser.parse_args()
    translation.set_language("sv")
    rows, bad = [], False
    for scenario, times in SCENARIOS:
        if options.only not in scenario.__name__:
            continue
        began = time.monotonic()
        with TemporaryDirectory() as root:
            outcome = scenario(Path(root), times // 10 if options.short else times)
        bad |= outcome.bad
        rows.append(_row(scenario, outcome))
        print(f"{rows[-1]}  {time.monotonic() - began:.0f} s", flush=True)
    if not (options.short or options.only):
        _write(rows)
    return int(bad)


def _row(scenario: Scenario, outcome: Outcome) -> str:
    what = (scenario.__doc__ or "").strip().splitlines()[0].rstrip(".")
    counts = f"{outcome.tries} | {outcome.acknowledged or '–'} | {outcome.lost} | {outcome.unreadable}"
    return f"| {what} | {counts} | {outcome.remark} |"


def _write(rows: list[str]) -> None:
    head = (
        f"sip-tui {__version__}, {platform.system()} {platform.release()}, Python {platform.python_version()}.\n\n"
        "| fault | tries | acknowledged | lost | unreadable | |\n|---|---:|---:|---:|---:|---|\n"
    )
    before, _mark, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _old, _mark, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n{head}{chr(10).join(rows)}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
