"""The command line: every deed without a screen (design §6).

``parser`` is the table of contents. A command's module is imported when the command is run, and a library when it is
needed, so that ``sip-tui`` answers at once.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module

from sip_tui.cli import output
from sip_tui.cli.errors import DONE, INTERRUPTED, exit_code_and_sentence
from sip_tui.cli.parser import parse, requested_language
from sip_tui.i18n import translation


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments say.

    Args:
        argv: The arguments without the program's name; those of the process when left out.

    Returns:
        0 done; 1 refused, with the reason; 2 wrong use; 3 data damaged or unreadable; 130 interrupted.
    """
    output.configure_streams()
    try:
        with _uncollected():
            code = _run(sys.argv[1:] if argv is None else argv)
        sys.stdout.flush()
    except SystemExit as left:
        return int(left.code or DONE)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        output.silence_streams()
        return DONE
    except Exception as error:
        return _complained(error)
    return code


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let nobody look for garbage: what is loaded stays to the end, and looking through it takes a tenth of a start.

    Few commands last for so long that it matters; the app turns the collector on when it is ready.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _run(arguments: Sequence[str]) -> int:
    translation.set_language(translation.choose_language(requested_language(arguments)))
    options = parse(arguments)
    module, _dot, deed = options.run.partition(".")
    done: int = getattr(import_module(f"sip_tui.cli.{module}"), deed)(options)
    return done


def _complained(error: Exception) -> int:
    code, sentence = exit_code_and_sentence(error)
    output.write_error(sentence)
    # What the full disk or the closed pipe would not take must not be tried again when the interpreter ends.
    if isinstance(error, OSError):
        output.silence_streams()
    return code
