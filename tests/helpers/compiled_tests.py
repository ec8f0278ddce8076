"""The tests, compiled once for all workers: each of them would compile all, as they begin at the same time."""

from __future__ import annotations

import compileall
import sys
from pathlib import Path

import pytest
from _pytest.assertion import rewrite

ROOT = Path(__file__).parents[2]


def compile_tests(config: pytest.Config) -> None:
    """Compile the program and the tests, these as pytest does for its assertions, where it has not been done yet."""
    if sys.dont_write_bytecode:
        return
    compileall.compile_dir(ROOT / "sip_tui", quiet=2)
    state = config.stash[rewrite.assertstate_key]
    for file in [*(ROOT / "tests").rglob("test_*.py"), *(ROOT / "tests").rglob("conftest.py")]:
        kept = rewrite.get_cache_dir(file) / f"{file.stem}{rewrite.PYC_TAIL}"
        if rewrite._read_pyc(file, kept) is None and rewrite.try_makedirs(kept.parent):
            when, code = rewrite._rewrite_test(file, config)
            rewrite._write_pyc(state, code, when, kept)
