"""The words of the sheet that the person prepares with at home, from ``data/<language>/sheet.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sip_tui.i18n.translation import language
from sip_tui.paths import data_path
from sip_tui.resources.guidance import does_without_plan


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One part of the meeting circle on the sheet.

    Attributes:
        key: One of ``agenda.PHASES``.
        about: What happens in it.
        questions: What to think about, each with lines to write on.
    """

    key: str
    about: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet's own words.

    Attributes:
        welcome: What the meeting is, to the person.
        parts: The five parts in order.
        saying_no: What the person may say no to.
    """

    welcome: tuple[str, ...]
    parts: tuple[SheetPart, ...]
    saying_no: tuple[str, ...]


def preparation_sheet(*, child: bool = False, plan: bool = True, kind: str = "") -> Sheet:
    """Return the words for a child or an adult, in the current language.

    Args:
        child: Whether the person is a child.
        plan: Whether the meeting makes a plan; without one no line speaks of it.
        kind: The key of the type of meeting; ``follow_up`` when an earlier plan is followed up.
    """
    sheet = _sheet(language(), "child" if child else "adult", kind)
    if plan:
        return sheet
    parts = tuple(SheetPart(part.key, part.about, _without_plan(part.questions)) for part in sheet.parts)
    return Sheet(_without_plan(sheet.welcome), parts, _without_plan(sheet.saying_no))


def _without_plan(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(filter(does_without_plan, lines))


@cache
def _sheet(language: str, reader: str, kind: str) -> Sheet:
    data: Mapping[str, Any] = tomllib.loads(data_path(language, "sheet.toml").read_text(encoding="utf-8"))
    words = data[reader]
    own = words["types"].get(kind, {})
    parts = (part | own.get(part["key"], {}) for part in words["parts"])
    saying_no = tuple(words["saying_no"])
    if "saying_no" in own:
        saying_no = (*own["saying_no"], *_without_plan(saying_no))
    return Sheet(
        tuple(words["welcome"]),
        tuple(SheetPart(part["key"], part["about"], tuple(part["ask"])) for part in parts),
        saying_no,
    )
