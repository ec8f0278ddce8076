"""What may be read by everybody in a room, and by somebody who opens its door."""

from __future__ import annotations

from functools import lru_cache

from sip_tui.privacy.engine import find, mask


@lru_cache(maxsize=2048)
def public(text: str, but: frozenset[str] = frozenset()) -> str:
    """The text with everything masked that the finders know, except the kinds in ``but``; names stay.

    A document asks its writer about a diagnosis, since the word may have to be there. A wall asks nobody: an
    interpreter, a colleague who fetches a chair and the class next door read it too. So words for a diagnosis and for
    a protected identity go as numbers do, in the person's own goal as well. To have said a word is not to have hung it
    up, and the mask tells the chair to ask how it is to be put.

    Args:
        text: Anything a person can type or paste.
        but: Kinds that stand here on purpose (keys of ``MASKS``).
    """
    return mask(text, (found for found in find(text) if found.kind not in but))
