"""The files that a document is written as: each made of the same redacted draft, and checked once more when finished.

A format is a module with ``write(draft, reference)``. It is imported when somebody asks for it, and so is its library.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import NamedTuple

from sip_tui.i18n.translation import _
from sip_tui.minutes.redaction.leak_check import LeakRefused
from sip_tui.minutes.render import Draft, MailStoppedError
from sip_tui.minutes.rendered import Rendered

FORMATS: Mapping[str, tuple[str, str]] = {
    "md": ("markdown_text", ".md"),
    "txt": ("plain_text", ".txt"),
    "html": ("html_page", ".html"),
    "pdf": ("pdf", ".pdf"),
    "eml": ("mail_draft", ".eml"),
    "ics": ("calendar_file", ".ics"),
    "csv": ("action_table", ".csv"),
    "fhir": ("care_plan", ".json"),
}
"""Format → its module here, and the suffix of its files."""


class FormatRefusedError(Exception):
    """A document cannot be written in a format; the sentence says why, and what to do."""


class FileContent(NamedTuple):
    """A file's bytes, and the words in it as a reader sees them, line by line, with marks around our own."""

    content: bytes
    words: str


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """A finished file and its suggested name."""

    name: str
    content: bytes


def to_file(made: Draft, file_format: str, *, reference: str = "") -> DocumentFile:
    """Write a draft in a format and check what was written.

    Args:
        made: The draft, without leaks of its own.
        file_format: A key of ``FORMATS``.
        reference: The meeting's id, from which a calendar entry gets an id of its own.

    Raises:
        LeakRefused: The draft or the finished file holds something that must not leave.
        MailStoppedError: Somebody has a protected identity, and the document would leave by mail.
        FormatRefusedError: The document has nothing for this format, or its library is not there.
    """
    if made.is_stopped:
        raise MailStoppedError
    if made.leaks:
        raise LeakRefused(made.leaks)
    module, suffix = FORMATS[file_format]
    written: FileContent = import_module(f"{__name__}.{module}").write(made, reference)
    name = str(PurePath(made.file_name).with_suffix(suffix))
    if made.gate and (leaks := made.gate.find(Rendered.of(written.words), name)):
        raise LeakRefused(leaks)
    return DocumentFile(name, written.content)


def is_for(made: Draft, *audiences: str) -> None:
    """Raise FormatRefusedError unless the draft is for one of the audiences."""
    if made.audience not in audiences:
        sentence = _("This format is only made for {audiences}; choose one of them with --for.")
        raise FormatRefusedError(sentence.format(audiences=", ".join(audiences)))
