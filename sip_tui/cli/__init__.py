"""The command line: every operation without a screen.

A command's module is imported when the command is run, and a library when it is needed: start-up time.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module

from sip_tui.cli import console
from sip_tui.cli.errors import DONE, INTERRUPTED, exit_code_and_sentence, shortened
from sip_tui.cli.parser import parse, requested_language
from sip_tui.i18n import translation


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name.

    Args:
        argv: The arguments without the program's name; those of the process when left out.

    Returns:
        0 done; 1 refused, with the reason; 2 wrong use; 3 data damaged or unreadable; 130 interrupted.
    """
    console.configure_streams()
    _prevent_dumps()
    try:
        with _without_garbage_collection():
            code = _run(sys.argv[1:] if argv is None else argv)
        sys.stdout.flush()
    except SystemExit as left:
        return int(left.code or DONE)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        console.silence_streams()
        return DONE
    except Exception as error:
        return _report(error)
    return code


def _prevent_dumps() -> None:
    """Prevent Textual's log and core dumps: both hold what is typed."""
    os.environ.pop("TEXTUAL_LOG", None)
    with suppress(ImportError, OSError, ValueError):
        import resource  # Windows has none

        # Linux: with 0 bytes a crash reporter still gets the dump, with 1 nobody does.
        size = int(sys.platform == "linux")
        resource.setrlimit(resource.RLIMIT_CORE, (size, size))


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Collect no garbage: what is imported stays, and scanning it costs a tenth of a start; the app turns it on."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _run(arguments: Sequence[str]) -> int:
    translation.set_language(translation.choose_language(requested_language(arguments)))
    options = parse(arguments)
    module, _dot, function = options.run.partition(".")
    code: int = getattr(import_module(f"sip_tui.cli.{module}"), function)(options)
    return code


def _report(error: Exception) -> int:
    code, sentence = exit_code_and_sentence(error)
    console.write_error(shortened(sentence))
    if isinstance(error, OSError):
        # What the full disk or the closed pipe refused would fail again in the interpreter's last flush.
        console.silence_streams()
    return code
