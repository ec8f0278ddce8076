"""How the lines of a journal and the checkpoint stand on the disk: plain, or sealed."""

from __future__ import annotations

import json
from typing import Protocol

SEALED = b'{"_sealed"'
"""How a sealed checkpoint begins."""


class SealedFileError(ValueError):
    """A checkpoint is sealed, and the key is not known."""


def sealed_text(content: bytes) -> str | None:
    """Return what is sealed in a checkpoint; None when it is plain; raise ValueError when it is neither."""
    if not content.startswith(SEALED):
        return None
    try:
        return str(json.loads(content)["_sealed"]["1"]["text"])
    except (KeyError, TypeError, RecursionError):
        raise ValueError("no sealed text") from None


class Codec(Protocol):
    """What stands on the disk for a payload, and back; ``writer`` and ``number`` (from 0) say which line it is."""

    def encode(self, payload: bytes, writer: str, number: int) -> bytes:
        """Return a line's payload as it is written, on one line."""

    def decode(self, payload: bytes, writer: str, number: int) -> bytes:
        """Return the payload; raise ValueError when it cannot be read."""

    def payload_length(self, encoded: bytes) -> int:
        """Return the length of the payload that was encoded so."""

    def encode_file(self, content: bytes) -> bytes:
        """Return a checkpoint as it is written."""

    def decode_file(self, content: bytes) -> bytes:
        """Return a checkpoint's content; raise ValueError when it cannot be read."""


class PlainCodec:
    """Everything as it is."""

    def encode(self, payload: bytes, writer: str, number: int) -> bytes:
        """Return the payload."""
        return payload

    def decode(self, payload: bytes, writer: str, number: int) -> bytes:
        """Return the payload."""
        return payload

    def payload_length(self, encoded: bytes) -> int:
        """Return its length."""
        return len(encoded)

    def encode_file(self, content: bytes) -> bytes:
        """Return the content."""
        return content

    def decode_file(self, content: bytes) -> bytes:
        """Return the content; raise SealedFileError when it is sealed."""
        if sealed_text(content) is not None:
            raise SealedFileError
        return content


PLAIN = PlainCodec()
