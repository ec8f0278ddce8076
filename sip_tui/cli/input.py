"""A text that comes from outside: a file, or what is piped in."""

from __future__ import annotations

import sys
from pathlib import Path

from sip_tui.cli.errors import CommandRefusedError, UsageError
from sip_tui.i18n.translation import _


def read_text(file: str) -> str:
    """Read a text in UTF-8, line ends and all.

    Args:
        file: A path; ``-`` is stdin.

    Raises:
        WrongUse: There is no such file, or it cannot be read.
        Refused: It is not UTF-8; what cannot be read cannot be looked at either.
    """
    try:
        content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except FileNotFoundError as error:
        raise UsageError(_("{file}: there is no such file").format(file=file)) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise UsageError(_("{file} cannot be read: {reason}").format(file=file, reason=reason)) from error
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        sentence = _("{file}, line {line}: this is not UTF-8; save the file as UTF-8 and try again")
        raise CommandRefusedError(sentence.format(file=file, line=line)) from error
