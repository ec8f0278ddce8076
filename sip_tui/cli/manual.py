"""``sip-tui manual``: the man page and the shells' completion, made from the command line's own grammar."""

from __future__ import annotations

import argparse
from argparse import Namespace
from collections.abc import Iterator

from sip_tui import __version__
from sip_tui.cli import console
from sip_tui.cli.errors import DONE
from sip_tui.cli.parser import build_parser
from sip_tui.i18n.translation import _


def manual(options: Namespace) -> int:
    """Print the man page, or what a shell reads to complete the commands."""
    for line in PAGES[options.kind]().splitlines():
        console.write_line(line)
    return DONE


def man_page() -> str:
    """Return the man page, in roff."""
    parser = build_parser()
    lines = [
        f'.TH SIP-TUI 1 "" "sip-tui {__version__}"',
        ".SH " + _("NAME"),
        _roff(f"sip-tui - {parser.description}"),
        ".SH " + _("SYNOPSIS"),
        ".B sip-tui",
        _roff(_("[COMMAND] [options]")),
        ".SH " + _("COMMANDS"),
    ]
    for name, command in subcommands(parser).items():
        lines += [".TP", f".B {_roff(name)}", _roff(command.description or "")]
        for action in _options_of(command):
            names = ", ".join(action.option_strings) or str(action.metavar or action.dest)
            lines += [".RS", ".TP", f".I {_roff(names)}", _roff((action.help or "").replace("%%", "%")), ".RE"]
    lines += [".SH " + _("FILES"), _roff(_("config.toml in your folder for settings: keys and colours."))]
    return "\n".join(lines) + "\n"


def bash_completion() -> str:
    """Return what bash sources; zsh reads it too, by bashcompinit."""
    cases = [
        f'    {name}) words="{" ".join(sorted(_words_of(command)))}" ;;'
        for name, command in subcommands(build_parser()).items()
    ]
    names = " ".join(subcommands(build_parser()))
    return "\n".join(
        [
            "_sip_tui() {",
            '  local current="${COMP_WORDS[COMP_CWORD]}" words=""',
            '  case "${COMP_WORDS[1]}" in',
            *cases,
            f'    *) words="{names} --help --version --lang --data" ;;',
            "  esac",
            '  COMPREPLY=($(compgen -W "$words" -- "$current") $(compgen -f -- "$current"))',
            "}",
            "complete -o filenames -F _sip_tui sip-tui",
            "",
        ]
    )


def fish_completion() -> str:
    """Return what fish sources."""
    lines = []
    for name, command in subcommands(build_parser()).items():
        lines.append(f"complete -c sip-tui -n __fish_use_subcommand -a {name} -d {_quoted(command.description or '')}")
        for action in _options_of(command):
            for option in action.option_strings:
                kind = "-l" if option.startswith("--") else "-s"
                seen = f'"__fish_seen_subcommand_from {name}"'
                lines.append(
                    f"complete -c sip-tui -n {seen} {kind} {option.lstrip('-')} -d {_quoted(action.help or '')}"
                )
    return "\n".join(lines) + "\n"


PAGES = {"man": man_page, "bash": bash_completion, "fish": fish_completion}
"""What can be printed."""
PLACES = {
    "man": "share/man/man1/sip-tui.1",
    "bash": "share/bash-completion/completions/sip-tui",
    "fish": "share/fish/vendor_completions.d/sip-tui.fish",
}
"""Where the wheel installs each."""


def subcommands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """Return the commands of a parser, by name."""
    (found,) = (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    return dict(found.choices)


def _options_of(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    return (
        action for action in parser._actions if not isinstance(action, argparse._HelpAction | argparse._VersionAction)
    )


def _words_of(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in _options_of(parser):
        yield from action.option_strings
        yield from (str(choice) for choice in action.choices or ())


def _roff(text: str) -> str:
    """Escape what roff would read as its own."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
