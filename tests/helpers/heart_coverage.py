"""Branch coverage of meeting, privacy and swedish, each from its own tests, measured in the run of all tests.

Tracing makes a test take twice as long: it is on while the three and their tests are imported, and while one of these
tests runs.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from coverage import Coverage

ROOT = Path(__file__).parents[2]
DATA = ROOT / "build" / "heart"
PACKAGES = ("meeting", "privacy", "swedish")
IMPORT = "import"
"""The context of what runs when modules are imported; the others are named as the packages."""


class HeartCoverage:
    """A pytest plugin, in each worker and in the process that collects what they found."""

    def __init__(self, config: pytest.Config) -> None:
        self._is_worker = hasattr(config, "workerinput")
        self._runs_tests = self._is_worker or config.getoption("numprocesses", None) is None
        self._coverage = _coverage()
        self._context = IMPORT
        self._entered: set[str] = set()
        self._missing = ""
        if not self._is_worker:
            for left in DATA.glob("data.*"):
                left.unlink()
        if self._runs_tests:
            self._coverage.start()
            self._coverage.switch_context(IMPORT)
            _import_packages()
            self._coverage.stop()

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(self, collector: pytest.Collector) -> Iterator[None]:
        """Measure what a module of tests of one of the packages does when it is imported."""
        is_measured = isinstance(collector, pytest.Module) and _package_of(collector) in PACKAGES
        if not is_measured or not self._runs_tests:
            return (yield)
        self._coverage.start()
        try:
            return (yield)
        finally:
            self._coverage.stop()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Measure a test of one of the packages."""
        context = _package_of(item)
        # What random examples reach differs from run to run, and tracing them takes half the time.
        if context not in PACKAGES or item.get_closest_marker("unmeasured") or item.get_closest_marker("hypothesis"):
            return (yield)
        if context not in self._entered:
            self._entered.add(context)
            _forget_results()
        self._coverage.start()
        if context != self._context:
            self._coverage.switch_context(context)
            self._context = context
        try:
            return (yield)
        finally:
            self._coverage.stop()

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Save what was measured; fail when anything is missing."""
        if self._runs_tests:
            self._coverage.save()
        if not self._is_worker:
            self._missing = missing_branches()
            session.exitstatus = session.exitstatus or int(bool(self._missing))

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Print what no test of its own reaches."""
        if self._missing:
            terminalreporter.section("Not reached by its own tests: meeting, privacy and swedish want 100 %")
            terminalreporter.write(self._missing)


def _package_of(node: pytest.Item | pytest.Collector) -> str:
    """Return the folder of tests that something is in."""
    return node.path.relative_to(ROOT / "tests").parts[0]


def _forget_results() -> None:
    """Clear what the packages' functions remember: another test may have called them first, unmeasured."""
    heart = tuple(f"sip_tui.{package}" for package in PACKAGES)
    modules = [module for name, module in sys.modules.items() if name.startswith(heart)]
    for value in [value for module in modules for value in vars(module).values()]:
        if callable(clear := getattr(value, "cache_clear", None)):
            clear()


def _import_packages() -> None:
    for package in PACKAGES:
        name = f"sip_tui.{package}"
        for module in walk_packages(import_module(name).__path__, f"{name}."):
            import_module(module.name)


def missing_branches() -> str:
    """Return a table of what is not covered in each package whose tests were run; nothing when all is."""
    coverage = _coverage()
    coverage.combine([str(DATA)])
    ran = coverage.get_data().measured_contexts()
    tables = []
    for package in filter(ran.__contains__, PACKAGES):
        table = io.StringIO()
        contexts = [f"^{package}$", f"^{IMPORT}$"]
        inside = str(ROOT / "sip_tui" / package / "*")
        covered = coverage.report(
            file=table, include=inside, contexts=contexts, show_missing=True, skip_covered=True, precision=2
        )
        tables += [table.getvalue()] if covered < 100 else []
    return "\n".join(tables)


def _coverage() -> Coverage:
    found = Coverage(str(DATA / "data"), branch=True, source_pkgs=[f"sip_tui.{package}" for package in PACKAGES])
    found.set_option("run:disable_warnings", ["module-not-imported", "no-data-collected", "module-not-measured"])
    # The one that can be stopped between two tests, in every version of Python.
    found.set_option("run:core", "ctrace")
    return found
