"""docs/requirements.md lists every requirement once, and names tests that exist."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
DOCUMENT = ROOT / "docs" / "requirements.md"
COUNT = 217


class Requirement(NamedTuple):
    number: int
    duty: str
    state: str
    where: str
    tests: str


def requirements() -> list[Requirement]:
    lines = [line.strip("|").split("|") for line in DOCUMENT.read_text(encoding="utf-8").splitlines()]
    rows = [[cell.strip() for cell in cells] for cells in lines if len(cells) == 5 and cells[0].strip().isdigit()]
    return [Requirement(int(number), *cells) for number, *cells in rows]


@cache
def functions_in(path: Path) -> frozenset[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, functions))


def exists(test: str) -> bool:
    path, _, name = test.partition("::")
    return (ROOT / path).is_file() and name in functions_in(ROOT / path)


def test_every_requirement_is_listed_once() -> None:
    assert sorted(requirement.number for requirement in requirements()) == list(range(1, COUNT + 1))


def test_served_requirements_say_where_and_name_a_test() -> None:
    for requirement in requirements():
        served = requirement.state in {"yes", "partly"}
        assert served or (requirement.state, requirement.where) == ("no", "not served yet"), requirement
        assert bool(
            re.fullmatch(r"`tests/[\w/]+\.py::test_\w+`(, `tests/[\w/]+\.py::test_\w+`)*", requirement.tests)
        ) is (served), requirement
        assert (requirement.state == "partly") is ("Not yet:" in requirement.where), requirement


def test_named_tests_exist() -> None:
    named = {test for requirement in requirements() for test in re.findall(r"`(tests/[^`]+)`", requirement.tests)}
    missing = sorted(test for test in named if not exists(test))
    assert not missing, "docs/requirements.md names tests that do not exist: " + ", ".join(missing)


def test_code_refers_to_listed_requirements() -> None:
    for path in (ROOT / "sip_tui").rglob("*.py"):
        for numbers in re.findall(r"requirements? (\d[\d, and-]*)", path.read_text(encoding="utf-8").lower()):
            assert all(1 <= int(number) <= COUNT for number in re.findall(r"\d+", numbers)), (path, numbers)
