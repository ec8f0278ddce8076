"""What is said to a terminal, and what goes through it as a document.

A terminal obeys escape sequences, so no text of a user reaches one as it is: what cannot be seen is written out.
A document that goes to a file or a pipe keeps every byte.
"""

from __future__ import annotations

import json
import os
import re
import sys
from contextlib import suppress

_JOINERS = "\u200c\u200d"
"""Invisible but needed: they hold emoji and Persian words together."""
_NOT_ASCII = re.compile(r"[^\n -~]")


def configure_streams() -> None:
    """Make the streams take any text, whatever the terminal can show."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


def is_interactive() -> bool:
    """True when there is somebody at a terminal, to read and to type."""
    return bool(sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty())


def escape_invisible(text: str) -> str:
    r"""Write out what cannot be seen or would steer a terminal: a line end becomes ``\n``, an escape ``\x1b``."""
    if text.isprintable():
        return text
    return "".join(_written(one) for one in text)


def write_line(line: str = "") -> None:
    """Say a line on stdout."""
    print(escape_invisible(line))


def write_error(sentence: str) -> None:
    """Say on stderr, in a sentence, what happened and what to do."""
    print(f"sip-tui: {escape_invisible(sentence)}", file=sys.stderr)


def write_note(line: str) -> None:
    """Say on stderr what goes along with a result on stdout."""
    print(escape_invisible(line), file=sys.stderr)


def write_document(document: str) -> None:
    """Give a document on stdout: harmless to a terminal, byte for byte to a file or a pipe."""
    if sys.stdout.isatty():
        for line in document.splitlines():
            write_line(line)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(document.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def write_json(value: object) -> None:
    """Say a value as JSON: readable Swedish, and nothing that steers a terminal."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    print(_NOT_ASCII.sub(lambda one: one[0] if one[0].isprintable() else json.dumps(one[0])[1:-1], text))


def silence_streams() -> None:
    """Say no more: nobody reads, and the interpreter must not complain about it when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            os.dup2(nowhere, stream.fileno())


def _written(one: str) -> str:
    if one.isprintable() or one in _JOINERS:
        return one
    return " " if one.isspace() and one not in "\n\r\t\v\f" else one.encode("unicode_escape").decode("ascii")
