"""What differs between regions: lead time, length, the form's order and labels (requirements 138, 144)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from sip_tui.i18n.file_errors import file_error_reason
from sip_tui.i18n.translation import _, language
from sip_tui.paths import data_path, parse_toml, read_toml
from sip_tui.resources import settings_path

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
    sections: Sequence[str] = ()
    """Sections of the minutes that come first."""
    headings: Mapping[str, str] = field(default_factory=dict)
    """Section → the region's heading for it."""
    signatures: Sequence[str] = ()
    """Who signs the plan on paper beside the person and the one who called."""
    form: str = ""
    """Where the region's own form is."""
    trouble: str = ""
    """One sentence about what could not be used."""


def region() -> Region:
    """Read the region's own file over the shipped one; what is wrong in it is left out, and said."""
    path = settings_path().with_name(REGION_FILE)
    try:
        changed = path.stat().st_mtime_ns
    except OSError:
        changed = 0
    return _read(language(), path, changed)


@lru_cache(maxsize=4)
def _read(language: str, path: Path, _changed: int) -> Region:
    """Read both files; again when the region's own has changed."""
    shipped = parse_toml(data_path(language, REGION_FILE).read_text(encoding="utf-8"))
    own, trouble = _own(path)
    names = ("lead_time", "length", "form", "documents")
    merged = {name: {**_table(shipped, name), **_table(own, name)} for name in names}
    time, length, form, documents = (merged[name] for name in names)
    return Region(
        notice_days=_days(time, "notice_days"),
        deadline_days=_days(time, "deadline_days"),
        minutes=_days(length, "minutes") or USUAL_MINUTES,
        long_minutes=_days(length, "long_minutes"),
        order=_texts(form, "order"),
        labels=_words(form, "labels"),
        sections=_texts(documents, "order"),
        headings=_words(documents, "headings"),
        signatures=_texts(documents, "signatures"),
        form=str(documents.get("form", "")),
        trouble=trouble,
    )


def _own(path: Path) -> tuple[Mapping[str, Any], str]:
    try:
        return read_toml(path), ""
    except FileNotFoundError:
        return {}, ""
    except (OSError, ValueError) as error:
        reason = file_error_reason(error)
        sentence = _("{path} could not be read ({reason}); the usual settings apply.")
        return {}, sentence.format(path=path, reason=reason)


def _table(data: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    table = data.get(name, {})
    return table if isinstance(table, dict) else {}


def _texts(table: Mapping[str, Any], name: str) -> tuple[str, ...]:
    found = table.get(name, [])
    return tuple(text for text in found if isinstance(text, str)) if isinstance(found, list) else ()


def _words(table: Mapping[str, Any], name: str) -> Mapping[str, str]:
    return {key: label for key, label in _table(table, name).items() if isinstance(label, str)}


def _days(table: Mapping[str, Any], name: str) -> int:
    value = table.get(name, 0)
    return value if type(value) is int and 0 <= value <= 1440 else 0
