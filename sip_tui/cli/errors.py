"""Exit codes, the commands' own errors, and the sentence for any other."""

from __future__ import annotations

import re
import traceback

from sip_tui.i18n.file_errors import file_error_reason
from sip_tui.i18n.translation import _

DONE, REFUSED, WRONG_USE, DAMAGED = 0, 1, 2, 3
INTERRUPTED = 130
"""128 + SIGINT, as shells expect after Ctrl-C."""
MAX_SENTENCE, MAX_WORD_SHOWN = 1000, 40
"""Characters of a refusal, and of a word in it that is cut."""
_LONG_WORD = re.compile(r"[^\s/\\]{256,}")
"""Longer than the name of any file."""


class CommandRefusedError(Exception):
    """The command was understood and not carried out; the text says why."""

    code = REFUSED


class UsageError(Exception):
    """The command was not understood, or names what does not exist."""

    code = WRONG_USE


def shortened(sentence: str) -> str:
    """Cut what a refusal repeats of a value that somebody has given: a long word, and the middle of a long sentence."""
    sentence = _LONG_WORD.sub(lambda word: f"{word[0][:MAX_WORD_SHOWN]}…", sentence)
    half = MAX_SENTENCE // 2
    return sentence if len(sentence) <= MAX_SENTENCE else f"{sentence[:half]} … {sentence[-half:]}"


def exit_code_and_sentence(error: Exception) -> tuple[int, str]:
    """Return the exit code and the sentence for an exception.

    The program's own errors carry both. Of one about a file its path is shown, of any other only the type and the
    place in the code, never its text, which could hold words of a meeting.
    """
    code = getattr(error, "code", None)
    if isinstance(code, int) and type(error).__module__.startswith("sip_tui."):
        return code, str(error)
    if isinstance(error, OSError) and error.errno and isinstance(error.filename, str):
        sentence = _("{path} cannot be used: {reason}.")
        return DAMAGED, sentence.format(path=error.filename, reason=file_error_reason(error))
    if isinstance(error, OSError) and error.errno:
        return DAMAGED, _("That did not work: {reason} ({place})").format(
            reason=file_error_reason(error), place=_place(error)
        )
    sentence = _("Something went wrong in the program ({what} at {place}). What was saved is safe. Please report this.")
    return DAMAGED, sentence.format(what=type(error).__name__, place=_place(error))


def _place(error: Exception) -> str:
    """Return ``module:line`` of the innermost frame in this package."""
    frames = [(frame.f_globals.get("__name__", ""), line) for frame, line in traceback.walk_tb(error.__traceback__)]
    ours = [(name, line) for name, line in frames if str(name).startswith("sip_tui")]
    return "{}:{}".format(*(ours or frames or [("?", 0)])[-1])
