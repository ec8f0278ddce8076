"""Keys that stand out in a sentence: a full stop that is a key is not taken for one that ends the sentence."""

from __future__ import annotations

import re

from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.widgets.safe_text import plain

_BEGIN, _END = "\x0e", "\x0f"
"""What stands around a key until it is styled; no text that is shown has them."""
STYLE = "reverse underline"
"""A prompt that is reversed itself, in the terminal's own colours, shows the line alone."""


class MarkedKeys:
    """The labels of keys as ``KEYS`` has them, with marks around them."""

    def __getitem__(self, name: str) -> str:
        return mark_key(KEYS[name])


MARKED_KEYS = MarkedKeys()


def mark_key(label: str) -> str:
    """Put marks around the label of a key; nothing around none."""
    return f"{_BEGIN}{label}{_END}" if label else ""


def with_keys(sentence: str) -> Content:
    """Return a sentence in which its marked keys stand out, without the marks."""
    parts = re.split(f"{_BEGIN}(.*?){_END}", sentence)
    return Content.assemble(*((plain(part), STYLE if number % 2 else "") for number, part in enumerate(parts)))
