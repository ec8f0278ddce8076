"""Errors of a shared meeting: each is one sentence, without a password, an address's user, or a word of the meeting."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sip_tui.i18n.translation import N_, _
from sip_tui.store.errors import StoreError


class SyncError(StoreError):
    """The database cannot be used, or what it holds is not what was written."""

    code = 1


class OfflineError(SyncError):
    """The database does not answer just now; everything waits until it does."""


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
    "no pg_hba.conf entry": "28000",
    "does not exist": "3D000",
    "too many clients": "53300",
    "connection slots": "53300",
}
"""SQLSTATE by what libpq says when a connection fails, which carries no state."""
WAITING = frozenset({"53100", "53300", "25006"})
TLS = ("SSL", "certificate", "TLS")


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
    if not error.sqlstate and any(word in text for word in TLS):
        sentence = _("The connection to {place} cannot be made safe; the server's certificate must be known here.")
        if "does not match" in text:
            sentence = _(
                "The certificate of the database is not for {place}; write the name as it is in the certificate."
            )
        return SyncError(sentence.format(place=place))
    state = error.sqlstate or next((code for word, code in BY_WORD.items() if word in text), "")
    if state in BY_STATE:
        kind: Callable[[str], SyncError] = OfflineError if state in WAITING else SyncError
        return kind(_(BY_STATE[state]).format(place=place))
    return offline_error(place)


def offline_error(place: str) -> OfflineError:
    """Build the error for a database that does not answer."""
    return OfflineError(_("The database at {place} does not answer; what you write waits here.").format(place=place))


def missing_library_error() -> SyncError:
    """Build the error for an installation without psycopg."""
    return SyncError(_("Sharing a meeting needs the library psycopg; install sip-tui[postgres] and try again."))
