"""Give every target bytes that atheris makes, guided by the code that they reach: ``make fuzz``.

``--seconds`` is the time for each target, ``--only`` one of them. A failing input stays in build/fuzz; the exit code is
then 1.
"""

from __future__ import annotations

import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path

ROOT = Path(__file__).parents[2]
WORK = ROOT / "build" / "fuzz"
sys.path.insert(0, str(ROOT))


def main() -> int:
    """Run each target in a process of its own, since libFuzzer ends the one that it runs in."""
    parser = ArgumentParser(prog="python tests/fuzz", description=__doc__)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--only", default="")
    parser.add_argument("--here", default="", help="run this one target in this process")
    options = parser.parse_args()
    if options.here:
        _fuzz(options.here, options.seconds)
    from tests.fuzz.targets import TARGETS

    failed = [name for name in TARGETS if options.only in name and not _passes(name, options.seconds)]
    print("failed: " + ", ".join(failed) if failed else "no target failed")
    return bool(failed)


def _passes(name: str, seconds: int) -> bool:
    (WORK / name).mkdir(parents=True, exist_ok=True)
    command = [sys.executable, __file__, "--here", name, "--seconds", str(seconds)]
    done = subprocess.run(command, cwd=WORK / name, check=False, capture_output=True, text=True)
    (WORK / f"{name}.log").write_text(done.stdout + done.stderr, encoding="utf-8")
    print(f"{name:<20} {'ok' if not done.returncode else 'FAILED, see ' + str(WORK / name) + '.log'}", flush=True)
    return not done.returncode


def _fuzz(name: str, seconds: int) -> None:
    import atheris

    with atheris.instrument_imports(include=["sip_tui"]):
        from tests.fuzz.targets import TARGETS
    limits = [f"-max_total_time={seconds}", "-timeout=10", "-rss_limit_mb=500", "-max_len=4096", "."]
    atheris.Setup([sys.argv[0], *limits], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
