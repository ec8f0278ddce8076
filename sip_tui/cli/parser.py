"""The command line's grammar: every command with its options, in the current language.

argparse's own words ("usage: ", "invalid choice") come from the same catalogue; see ``translation.set_language``.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import partial
from typing import Any, NoReturn

from sip_tui import __version__
from sip_tui.cli.command_options import COMMANDS
from sip_tui.cli.errors import UsageError
from sip_tui.i18n.translation import LANGUAGES, _

_MIXED = frozenset({"notes"})
"""Commands with an argument that may be left out, before which options may stand: "notes ID --phase needs FILE"."""


class Parser(argparse.ArgumentParser):
    """An argparse parser whose errors are one sentence.

    Attributes:
        is_mixed: Whether options may stand between the arguments, too.
    """

    is_mixed = False

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Parse what is known; argparse itself takes no argument after an option for one that may be left out."""
        if not self.is_mixed:
            return super().parse_known_args(args, namespace)
        self.is_mixed = False  # the intermixed parse begins with plain ones
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self.is_mixed = True

    def error(self, message: str) -> NoReturn:
        """Raise UsageError instead of ending the program."""
        raise UsageError(_("{problem}; see {program} --help").format(problem=message, program=self.prog))


Subparsers = Any
"""argparse's private class of sub-parsers."""


def requested_language(arguments: Sequence[str]) -> str | None:
    """Find ``--lang`` before the parser is built: its help is written in that language."""
    for place, argument in enumerate(arguments):
        if argument == "--lang" and place + 1 < len(arguments):
            return arguments[place + 1]
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
    return None


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Parse the arguments; raise UsageError when they are wrong."""
    # A default in the parser would override an option that stands before the command.
    return build_parser(_command_of(arguments)).parse_args(arguments, argparse.Namespace(data=None))


def _command_of(arguments: Sequence[str]) -> Sequence[str]:
    """Find the command before its parser is built; none when anything else, such as ``--help``, precedes it."""
    match arguments:
        case ["--data" | "--lang", _value, *rest]:
            return _command_of(rest)
        case [str(option), *rest] if option.startswith(("--data=", "--lang=")):
            return _command_of(rest)
        case [name, *_rest] if name in COMMANDS:
            return [name]
    return []


def build_parser(commands: Sequence[str] = ()) -> Parser:
    """Build the parser of the command line, with these commands only: building all is slow.

    Args:
        commands: Their names; all of them when none is given, as help and errors need.
    """
    common = _common_options()
    parser = Parser(
        prog="sip-tui",
        description=_("Helps those who chair and take notes at a SIP meeting, in the terminal."),
        epilog=_("Without a command the start screen opens. Try it: sip-tui demo"),
        parents=[common],
        allow_abbrev=False,
    )
    parser.set_defaults(run="open_app.start")
    subparsers = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"))
    for name in commands or COMMANDS:
        COMMANDS[name](partial(_add, subparsers, common, name))
    return parser


def _common_options() -> argparse.ArgumentParser:
    """Build the options that may stand before or after the command; left out, they override nothing."""
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--data", metavar=_("DIR"), help=_("where the meetings are kept (else $SIP_TUI_DATA)"))
    common.add_argument("--lang", choices=LANGUAGES, help=_("the language: sv or en (default: the system's)"))
    common.add_argument(
        "--version", action="version", version=f"sip-tui {__version__}", help=_("show the program's version and exit")
    )
    return common


def _add(
    subparsers: Subparsers, common: argparse.ArgumentParser, name: str, run: str, summary: str
) -> argparse.ArgumentParser:
    added: Parser = subparsers.add_parser(
        name, help=summary, description=summary[0].upper() + summary[1:] + ".", parents=[common], allow_abbrev=False
    )
    added.set_defaults(run=run)
    added.is_mixed = name in _MIXED
    return added
