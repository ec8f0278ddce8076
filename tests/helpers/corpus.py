"""The lines of a corpus under ``tests/corpus``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).parent.parent / "corpus"


def corpus_lines(name: str) -> list[dict[str, Any]]:
    """Read ``tests/corpus/<name>.jsonl``."""
    return [json.loads(line) for line in (CORPUS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
