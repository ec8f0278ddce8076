"""Play a whole meeting at ten times its speed with real programs, and kill them now and then.

``make soak`` takes about six minutes. What is printed says what was typed, what was on the disk, what the program said
of it, and what is in the meeting at the end; the exit code is 1 when anything is missing.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from random import randrange
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.soak.play import play
from tests.soak.report import report
from tests.soak.script import MEETING, first_minutes, read_script
from tests.soak.verdict import complaints


def main() -> int:
    """Play, and print what came of it."""
    options = _options()
    print(f"seed {options.seed}: the same moments again with --seed {options.seed}", flush=True)
    deeds = first_minutes(read_script(MEETING.read_text(encoding="utf-8")), options.minutes)
    with TemporaryDirectory() as home:
        played = play(Path(home), deeds, options.speed, options.seed, options.kills)
        for line in report(played):
            print(line)
        found = list(complaints(played))
    print("\n".join(found) or "nothing is lost, and every file can be read")
    return 1 if found else 0


def _options() -> Namespace:
    parser = ArgumentParser(prog="python tests/soak", description=__doc__)
    parser.add_argument("--speed", type=float, default=10.0, help="how many times faster than the script")
    parser.add_argument("--minutes", type=float, default=60.0, help="how much of the script")
    parser.add_argument("--kills", type=int, default=14, help="how often each of the two is killed")
    parser.add_argument("--seed", type=int, default=randrange(10_000), help="what gives the moments of the kills")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
