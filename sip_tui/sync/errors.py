"""Errors of a shared meeting: each is one sentence, without a password, an address's user, or a word of the meeting."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sip_tui.i18n.translation import N_, _
from sip_tui.store.errors import StoreError, printable
from sip_tui.sync.password_file import readable_password_file


class SyncError(StoreError):
    """The database cannot be used, or what it holds is not what was written."""

    code = 1


class OfflineError(SyncError):
    """The database does not answer just now; everything waits until it does."""


class TakesNothingError(OfflineError):
    """The database answers, but takes nothing just now: it is full, or has no room for one more."""


BY_STATE = {
    "28P01": N_("The database at {place} does not accept the password; put the right one into ~/.pgpass."),
    "28000": N_("The database at {place} does not let this user in; ask whoever runs it."),
    "3D000": N_("There is no such database or user at {place}; check the address."),
    "42P01": N_("The database at {place} has no tables for sip-tui; run sip-tui sync --init once."),
    "3F000": N_("The database at {place} has no tables for sip-tui; run sip-tui sync --init once."),
    "42501": N_("This user may not use the tables of sip-tui at {place}; ask whoever runs the database."),
    "53100": N_("The database at {place} is full; what you write waits here until there is room."),
    "53300": N_("The database at {place} has no room for one more; what you write waits here until it has."),
    "25006": N_("The database at {place} takes no changes just now; what you write waits here until it does."),
}
"""Sentences by SQLSTATE."""
BY_WORD = {
    "password authentication failed": "28P01",
    "no password supplied": "28P01",
    "senordsautentisering misslyckades": "28P01",
    "pg_hba.conf": "28000",
    "peer authentication failed": "28000",
    "peer-autentisering misslyckades": "28000",
    "not permitted to log in": "28000",
    "inte logga in": "28000",
    "permission denied for database": "28000",
    "ttighet saknas": "28000",
    "does not exist": "3D000",
    "existerar inte": "3D000",
    "finns inte": "3D000",
    "too many c": "53300",
    "connection slots": "53300",
    "nga klienter": "53300",
    "nga uppkopplingar": "53300",
    "anslutningsslottar": "53300",
}
"""SQLSTATE by what a connection's failure says, which carries no state: in a server's English or its Swedish, whose
letters beyond ASCII may have been lost on the way."""
WAITING = frozenset({"53100", "53300", "25006"})
TLS = ("SSL", "certificate", "TLS")
CUT = ("SSL SYSCALL error", "closed unexpectedly", "unexpected eof", "bad record mac", "bad length")
"""What a line that was cut says in the words of TLS: it is the network, not the certificate."""
ROOT_CERTIFICATE = re.compile(r'root certificate file "([^"]+)" does not exist')


@contextmanager
def translating_database_errors(place: str) -> Iterator[None]:
    """Convert what psycopg raises to a SyncError."""
    import psycopg

    try:
        yield
    except psycopg.Error as error:
        raise database_error(error, place) from None


def database_error(error: Any, place: str) -> SyncError:
    """Build the error for what psycopg has raised."""
    text = str(error)
    state = error.sqlstate or _state_of(text)
    if not state and any(word in text for word in TLS):
        cut = any(word in text for word in CUT)
        return offline_error(place) if cut else SyncError(_tls_sentence(text, place))
    if state == "28P01" and (path := readable_password_file()):
        sentence = _("Others can read {path}, so it is not used; run chmod 600 on it and try again.")
        return SyncError(sentence.format(path=printable(str(path))))
    if state in BY_STATE:
        kind: Callable[[str], SyncError] = TakesNothingError if state in WAITING else SyncError
        return kind(_(BY_STATE[state]).format(place=place))
    return offline_error(place)


def _state_of(text: str) -> str:
    """Return the SQLSTATE of a server's refusal; empty for what this machine says of certificates."""
    if "certificate" in text or "private key" in text:
        return ""
    return next((code for word, code in BY_WORD.items() if word in text.lower()), "")


def _tls_sentence(text: str, place: str) -> str:
    """Say why a connection cannot be trusted, and what to do."""
    if missing := ROOT_CERTIFICATE.search(text):
        sentence = _(
            "{path} is missing; ask whoever runs the database at {place} for its certificate, and put it there."
        )
        return sentence.format(path=printable(missing[1]), place=place)
    sentence = _("The connection to {place} cannot be made safe; the server's certificate must be known here.")
    if "does not match" in text:
        sentence = _("The certificate of the database is not for {place}; write the name as it is in the certificate.")
    return sentence.format(place=place)


def offline_error(place: str) -> OfflineError:
    """Build the error for a database that does not answer."""
    return OfflineError(_("The database at {place} does not answer; what you write waits here.").format(place=place))


def missing_library_error() -> SyncError:
    """Build the error for an installation without psycopg."""
    return SyncError(_("Sharing a meeting needs the library psycopg; install sip-tui[postgres] and try again."))
