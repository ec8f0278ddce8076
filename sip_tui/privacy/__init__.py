"""Identifiers in Swedish meeting texts: find them, mask them, and check a finished document once more.

``find`` reports, ``redact`` masks, ``mask`` applies what the user chose, ``public`` masks what a whole room must not
read, and ``remaining_identifiers`` is the independent check of a finished document. Text in, findings out: no clock, no
network, and no file but the word tables under ``data/sv``.
"""

from sip_tui.privacy.engine import find, public, redact, spellings, spelt_names
from sip_tui.privacy.finders.name_spellings import is_workplace
from sip_tui.privacy.finders.named_again import names_any, stranger_words
from sip_tui.privacy.finders.phone import is_service_number
from sip_tui.privacy.independent_check import remaining_identifiers
from sip_tui.privacy.model import MASKS, Finding, KnownName, Names, Redacted, context_of, mask
from sip_tui.privacy.name_lists import is_kin_word, is_role_word
from sip_tui.privacy.word_tables import is_given_name

__all__ = [
    "MASKS",
    "Finding",
    "KnownName",
    "Names",
    "Redacted",
    "context_of",
    "find",
    "is_given_name",
    "is_kin_word",
    "is_role_word",
    "is_service_number",
    "is_workplace",
    "mask",
    "names_any",
    "public",
    "redact",
    "remaining_identifiers",
    "spellings",
    "spelt_names",
    "stranger_words",
]
