"""What differs between regions: lead time, length, the form's order and labels (requirements 138, 144)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sip_tui.i18n.translation import _, language
from sip_tui.paths import data_path, settings_path

REGION_FILE = "region.toml"
USUAL_MINUTES = 60


@dataclass(frozen=True, slots=True)
class Region:
    """The settings of a region."""

    notice_days: int = 0
    """Days before the meeting that the call should go out; 0 for no guideline."""
    deadline_days: int = 0
    """Days after the call within which the meeting is held; 0 for no deadline."""
    minutes: int = USUAL_MINUTES
    """How long a meeting usually is."""
    long_minutes: int = 0
    """Above this, somebody asks whether the person manages; 0 for never."""
    order: Sequence[str] = ()
    """Fields of the new meeting's form that come first."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """Field → what the region calls it."""
    trouble: str = ""
    """One sentence about what could not be used."""


def region() -> Region:
    """Read the region's own file over the shipped one; what is wrong in it is left out, and said."""
    shipped = tomllib.loads(data_path(language(), REGION_FILE).read_text(encoding="utf-8"))
    own, trouble = _own(settings_path().with_name(REGION_FILE))
    merged = {name: {**_table(shipped, name), **_table(own, name)} for name in ("lead_time", "length", "form")}
    time, length, form = merged["lead_time"], merged["length"], merged["form"]
    order, labels = form.get("order", []), _table(form, "labels")
    return Region(
        notice_days=_days(time, "notice_days"),
        deadline_days=_days(time, "deadline_days"),
        minutes=_days(length, "minutes") or USUAL_MINUTES,
        long_minutes=_days(length, "long_minutes"),
        order=[str(name) for name in order] if isinstance(order, list) else [],
        labels={name: label for name, label in labels.items() if isinstance(label, str)},
        trouble=trouble,
    )


def _own(path: Path) -> tuple[Mapping[str, Any], str]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig")), ""
    except FileNotFoundError:
        return {}, ""
    except (OSError, ValueError) as error:
        reason = str(error).splitlines()[0]
        sentence = _("{path} could not be read ({reason}); the usual settings hold.")
        return {}, sentence.format(path=path, reason=reason)


def _table(data: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    table = data.get(name, {})
    return table if isinstance(table, dict) else {}


def _days(table: Mapping[str, Any], name: str) -> int:
    value = table.get(name, 0)
    return value if type(value) is int and 0 <= value <= 1440 else 0
