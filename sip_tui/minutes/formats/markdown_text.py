"""A document as Markdown: what the draft holds already."""

from __future__ import annotations

from sip_tui.minutes.formats import FileContent
from sip_tui.minutes.render import Draft


def write(made: Draft, _reference: str) -> FileContent:
    """Return the draft's own text, which was checked when it was drafted."""
    return FileContent(made.text.encode("utf-8", "backslashreplace"), "")
