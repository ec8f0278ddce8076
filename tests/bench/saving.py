"""What a saved change costs, against the same change saved by TinyDB alone.

Prints JSON, for meetings of 10 kB, 100 kB and 1 MB. Three saves of the same 6 kB row are taken in turns, each synced to
disk, and their medians are given in milliseconds: ``typed``, a few words in the row through ``Folder.append``, as the
program does while somebody writes; ``replaced``, the whole row through ``Folder.append``; ``tinydb``, the row through
TinyDB's own JSONStorage, which knows no smaller change.
"""

from __future__ import annotations

import json
import secrets
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tinydb import TinyDB

from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.log.ledger import Ledger
from sip_tui.store import Archive

SIZES = (10_000, 100_000, 1_000_000)
ROW = 6_000
TURNS = 60
APPENDS = ("typed", "replaced")


def text() -> str:
    """A row of six thousand characters that is not the one before."""
    return secrets.token_hex(ROW // 2)


def milliseconds(save: Callable[[], object]) -> float:
    """How long one save takes."""
    before = time.perf_counter()
    save()
    return (time.perf_counter() - before) * 1000


def measure(size: int, place: Path) -> dict[str, float]:
    """Save in turns to a meeting of so many characters, in three ways."""
    rows = [Edit("needs", f"n{number}", "text", text()) for number in range(max(1, size // ROW))]
    folder = Archive(place / "archive").create("bench", Ledger().stamp(rows, 1, "bench"))
    stock = TinyDB(place / "stock.json")
    stock.table("needs").insert_multiple([{"id": edit.row, "text": edit.value} for edit in rows])
    ledger, took = folder.load(), defaultdict(list)

    def append(*edits: Edit) -> None:
        folder.append(ledger.stamp(edits, 2, "bench"))

    for _turn in range(TURNS):
        words: list[int | str] = [ROW // 2, 0, " och sedan"]
        row = Edit("needs", "n0", "text", text())
        took["typed"].append(milliseconds(partial(append, Edit("notes", "pad", "text", words))))
        took["replaced"].append(milliseconds(partial(append, row)))
        took["tinydb"].append(milliseconds(partial(stock.table("needs").update, {"text": row.value}, doc_ids=[1])))
    stock.close()
    return {name: round(statistics.median(times), 3) for name, times in took.items()}


def main() -> None:
    """Measure every size and print what was found."""
    found = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory(dir=Path.cwd()) as place:
            found[size] = measure(size, Path(place))
    ratios = {
        size: {name: round(match[name] / match["tinydb"], 2) for name in APPENDS} for size, match in found.items()
    }
    flat = {name: round(found[SIZES[-1]][name] / found[SIZES[0]][name], 2) for name in APPENDS}
    print(json.dumps({"milliseconds": found, "times_tinydb": ratios, "1MB_times_10kB": flat}, indent=1))


if __name__ == "__main__":
    main()
