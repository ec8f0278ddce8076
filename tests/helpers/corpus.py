"""The lines of a corpus under ``tests/corpus``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).parent.parent / "corpus"


def corpus_lines(name: str) -> list[dict[str, Any]]:
    """Read ``tests/corpus/<name>.jsonl``."""
    return [json.loads(line) for line in (CORPUS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def corpus_sets(name: str) -> dict[str, list[dict[str, Any]]]:
    """Read the lines of ``tests/corpus/<name>.jsonl`` by the set that each belongs to."""
    sets: dict[str, list[dict[str, Any]]] = {}
    for line in corpus_lines(name):
        sets.setdefault(line["set"], []).append(line)
    return sets
