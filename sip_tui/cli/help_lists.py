"""The lists at the end of the help of ``do`` and ``set``, made when somebody reads it."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable

from sip_tui.i18n.translation import N_, _

PLACEHOLDERS = (
    *(
        N_("ACTION"),
        N_("ANSWER"),
        N_("DOCUMENT"),
        N_("DUTY"),
        N_("LINE"),
        N_("MINUTES"),
        N_("NAME"),
        N_("NUMBER"),
        N_("PHASE"),
    ),
    *(N_("REASON"), N_("STATUS"), N_("TASK"), N_("TEXT"), N_("WAY"), N_("WORD")),
)
"""What stands for the user's own words after a verb."""


def list_at_end(parser: argparse.ArgumentParser, lines: Callable[[], str]) -> None:
    """End the help with a list, which is made when somebody reads it: it takes a table that is slow to load."""
    parser.formatter_class, whole = argparse.RawDescriptionHelpFormatter, parser.format_help

    def format_help() -> str:
        """Make the list, and then the help."""
        parser.epilog = lines()
        return whole()

    parser.format_help = format_help  # type: ignore[method-assign]


def field_list() -> str:
    """List the fields of ``set`` with their labels."""
    from sip_tui.parsing.meeting_fields import FIELDS  # loaded for this help alone
    from sip_tui.phrasing.fields import field_label

    width = max(map(len, FIELDS))
    return "\n".join([_("fields:"), *(f"  {name:{width}}  {field_label(name, 'about')}" for name in FIELDS)])


def verb_list() -> str:
    """List the verbs with what follows them, one a line."""
    from sip_tui.cli.verbs.table import VERBS  # loaded for this help alone

    rows = [(f"{name} {_usage(verb.arguments)}".strip(), _(verb.help)) for name, verb in VERBS.items()]
    rows.append(("undo", _("undo what was done last")))
    width = max(len(usage) for usage, _help in rows)
    return "\n".join([_("verbs:"), *(f"  {usage:{width}}  {help_}" for usage, help_ in rows)])


def _usage(arguments: str) -> str:
    """What follows a verb, with the placeholders in the language of the interface."""
    return re.sub("[A-Z]{2,}", lambda found: _(found[0]) if found[0] in PLACEHOLDERS else found[0], arguments)
