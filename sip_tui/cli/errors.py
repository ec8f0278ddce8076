"""What a command refuses, and what is said when something goes wrong: one sentence and one exit code (design §6)."""

from __future__ import annotations

import traceback

from sip_tui.i18n.translation import _

DONE, REFUSED, WRONG_USE, DAMAGED = 0, 1, 2, 3
INTERRUPTED = 130
"""What a shell expects after Ctrl-C."""


class CommandRefusedError(Exception):
    """The command was understood and not done; the text says why."""

    code = REFUSED


class UsageError(Exception):
    """The command was not understood, or names what is not there."""

    code = WRONG_USE


def exit_code_and_sentence(error: Exception) -> tuple[int, str]:
    """Give the exit code and the sentence for whatever was raised.

    The program's own errors carry both. Of all others only the type and the place in the code are told, never the
    text: it could hold words from a meeting.
    """
    code = getattr(error, "code", None)
    if isinstance(code, int) and type(error).__module__.startswith("sip_tui."):
        return code, str(error)
    if isinstance(error, OSError) and error.strerror:
        return DAMAGED, _("The system refused: {reason} ({place})").format(reason=error.strerror, place=_place(error))
    sentence = _("Something went wrong in the program ({what} at {place}); what was saved is safe, please report this")
    return DAMAGED, sentence.format(what=type(error).__name__, place=_place(error))


def _place(error: Exception) -> str:
    """The innermost place in our own code that the error came through."""
    frames = [(frame.f_globals.get("__name__", ""), line) for frame, line in traceback.walk_tb(error.__traceback__)]
    ours = [(name, line) for name, line in frames if str(name).startswith("sip_tui")]
    return "{}:{}".format(*(ours or frames or [("?", 0)])[-1])
