"""Terminal input and output of the commands.

User text is escaped before it reaches a terminal; a document that goes to a file or a pipe keeps every byte.
"""

from __future__ import annotations

import json
import os
import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from sip_tui.cli.errors import CommandRefusedError, UsageError
from sip_tui.i18n.file_errors import file_error_reason
from sip_tui.i18n.translation import _
from sip_tui.paths import IrregularFileError, TooLargeError, read_file

_JOINERS = "\u200c\u200d"
"""Invisible but kept: they hold emoji and Persian words together."""
MAX_BYTES = 1_000_000
"""A text that is read; an hour of notes takes sixty thousand bytes."""
_WARNED = set[str]()
"""The warnings of this command."""
_NOT_ASCII = re.compile(r"[^\n -~]")


def configure_streams() -> None:
    """Replace characters that the terminal's encoding lacks, and streams that are closed by the null device."""
    _WARNED.clear()
    sys.stdin = sys.stdin or _null_device("r")
    sys.stdout = sys.stdout or _null_device("w")
    sys.stderr = sys.stderr or _null_device("w")
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


def _null_device(mode: str) -> Any:
    return os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8")


def is_interactive() -> bool:
    """Tell whether stdin, stdout and stderr are terminals; Textual draws on stderr."""
    return all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.__stderr__ or sys.stderr))


def escape_invisible(text: str) -> str:
    r"""Escape control and other invisible characters: a line end becomes ``\n``, an escape ``\x1b``."""
    return text if text.isprintable() else "".join(map(_escape, text))


def _escape(char: str) -> str:
    if char.isprintable() or char in _JOINERS:
        return char
    return " " if char.isspace() and char not in "\n\r\t\v\f" else char.encode("unicode_escape").decode("ascii")


def write_line(line: str = "") -> None:
    """Write an escaped line to stdout."""
    print(escape_invisible(line))


def write_error(sentence: str) -> None:
    """Write an error sentence to stderr, after the program's name; the terminal may be gone."""
    try:
        print(f"sip-tui: {escape_invisible(sentence)}", file=sys.stderr, flush=True)
    except (OSError, ValueError):
        # Else the interpreter would try again when it ends, and change the exit code.
        silence_streams()


def write_warning(sentence: str) -> None:
    """Write a warning to stderr, once while a command runs."""
    if sentence and sentence not in _WARNED:
        _WARNED.add(sentence)
        write_error(sentence)


def write_note(line: str) -> None:
    """Write a remark about the result on stdout to stderr."""
    print(escape_invisible(line), file=sys.stderr)


def write_document(document: bytes | str) -> None:
    """Write a document to stdout: escaped on a terminal, byte for byte to a file or a pipe.

    Raises:
        UsageError: It is no text, and stdout is a terminal.
    """
    content = document.encode("utf-8", "backslashreplace") if isinstance(document, str) else document
    if sys.stdout.isatty():
        _write_to_terminal(content)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def _write_to_terminal(content: bytes) -> None:
    try:
        lines = content.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise UsageError(_("this is not text for a terminal: name a file with -o")) from None
    for line in lines:
        write_line(line)


def write_json(value: object) -> None:
    """Write a value to stdout as indented JSON, with only printable characters unescaped."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    print(_NOT_ASCII.sub(lambda char: char[0] if char[0].isprintable() else json.dumps(char[0])[1:-1], text))


def silence_streams() -> None:
    """Redirect stdout and stderr to the null device, so that the interpreter's last flush cannot fail."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            os.dup2(nowhere, stream.fileno())


def ask_line(question: str) -> str:
    """Ask for a line in the terminal; nothing at the end of the input."""
    try:
        return input(f"{question} ").strip()
    except EOFError:
        return ""


def ask_secret(question: str, *, new: bool = False) -> str:
    """Ask for a passphrase that the terminal does not show; without one, take it from ``$SIP_TUI_PASSPHRASE``.

    Args:
        question: What the user reads.
        new: It is one that is chosen now: ``$SIP_TUI_NEW_PASSPHRASE``.

    Raises:
        CommandRefusedError: There is no terminal and no variable.
    """
    variable = "SIP_TUI_NEW_PASSPHRASE" if new else "SIP_TUI_PASSPHRASE"
    if given := os.environ.get(variable):
        return given
    if not sys.stdin.isatty():
        sentence = _("A passphrase is needed: run this in a terminal window, or set {variable}.")
        raise CommandRefusedError(sentence.format(variable=variable))
    from getpass import getpass

    return getpass(f"{question} ")


def read_text(file: str) -> str:
    """Read a text in UTF-8 with its line ends.

    Args:
        file: A path; ``-`` is stdin.

    Raises:
        UsageError: There is no such file, or it cannot be read.
        CommandRefusedError: It is not UTF-8, or larger than MAX_BYTES.
    """
    content = read_bytes(file)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        sentence = _("{file}, line {line}: this is not UTF-8; save the file as UTF-8 and try again")
        raise CommandRefusedError(sentence.format(file=file, line=line)) from error


def read_bytes(file: str) -> bytes:
    """Read a file, or stdin for ``-``; raise as ``read_text`` does."""
    try:
        return _read_bytes(file)
    except FileNotFoundError as error:
        raise UsageError(_("{file}: there is no such file").format(file=file)) from error
    except TooLargeError as error:
        sentence = _("{file} is larger than {size} MB")
        raise CommandRefusedError(sentence.format(file=file, size=MAX_BYTES // 1_000_000)) from error
    except IrregularFileError as error:
        raise UsageError(_("{path} is not an ordinary file").format(path=file)) from error
    except (OSError, ValueError) as error:
        reason = file_error_reason(error)
        raise UsageError(_("{file} cannot be read: {reason}").format(file=file, reason=reason)) from error


def _read_bytes(file: str) -> bytes:
    if file != "-":
        return read_file(Path(file), MAX_BYTES)
    content = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise TooLargeError
    return content
