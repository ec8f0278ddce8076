"""Two programs of one editor each, to compare how fast a key press shows.

Run `python tests/bench/typing_apps.py stock` for Textual's own TextArea, `quick` for ours. Both open the same
60 kB of Swedish text with the cursor at its end; ctrl+q quits.
"""

import random
import sys

from textual.app import App, ComposeResult
from textual.widgets import Input, TextArea

from sip_tui.widgets.editor.fast_text_area import FastTextArea

_SIZE = 60_000
"""Characters of text, about forty written pages."""

_WORDS = """
mötet skolan kuratorn behöver stöd hemma och vill att planen följs upp i höst innan jul med hjälp av socialtjänsten
som ringer mamma varje vecka så länge det känns bra för Elin själv därför bestämdes också hur vårdcentralen tar över
läkemedlen
"""


def swedish_text(size: int = _SIZE, seed: int = 1) -> str:
    """Return `size` characters of made-up minutes: paragraphs of one to six sentences, the same for each seed."""
    chance = random.Random(seed)
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) + len(paragraphs) < size:
        paragraphs.append(" ".join(_sentence(chance) for _ in range(chance.randint(1, 6))))
    return "\n".join(paragraphs)[:size]


def _sentence(chance: random.Random) -> str:
    words = chance.choices(_WORDS.split(), k=chance.randint(4, 16))
    return " ".join(words).capitalize() + "."


class TypingApp(App[None]):
    """One editor on the whole screen."""

    def __init__(self, editor: TextArea) -> None:
        super().__init__()
        self._editor = editor

    def compose(self) -> ComposeResult:
        yield self._editor

    def on_mount(self) -> None:
        self._editor.focus()
        self._editor.move_cursor(self._editor.document.end)


class LineApp(App[None]):
    """One line to write in, and nothing else."""

    def compose(self) -> ComposeResult:
        yield Input(placeholder="Skriv här", compact=True)


def main(name: str) -> None:
    """Run the app with the editor of that name: `stock`, `quick`, or `line` for a bare input."""
    if name == "line":
        LineApp().run()
        return
    editors = {"stock": TextArea, "quick": FastTextArea}
    TypingApp(editors[name](swedish_text())).run()


if __name__ == "__main__":
    main(sys.argv[1])
