"""National numbers to call between meetings, as data with the day when each was looked up."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache

from sip_tui.i18n.translation import language
from sip_tui.paths import data_path


def where_to_turn(*, child: bool) -> tuple[str, ...]:
    """Return the lines that fit the person's age, in the language of the interface."""
    fitting = {"all", "child" if child else "adult"}
    return tuple(contact[language()] for contact in contacts() if contact["for"] in fitting)


@cache
def contacts() -> tuple[Mapping[str, str], ...]:
    """Return every shipped contact: key, for, sv, en, looked_up and source."""
    return tuple(tomllib.loads(data_path("where_to_turn.toml").read_text(encoding="utf-8"))["contacts"])
