"""The address of a database: what may be kept of it, and whether the way there is safe."""

from __future__ import annotations

import ipaddress
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sip_tui.i18n.translation import _
from sip_tui.store.errors import printable
from sip_tui.sync.errors import SyncError, missing_library_error
from sip_tui.sync.password_file import NO_FILE, readable_password_file

SAFE = "verify-full"
"""The only sslmode that knows whom it talks to."""
CONNECTION = {
    "connect_timeout": 5,
    "tcp_user_timeout": 5000,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 2,
    "application_name": "sip-tui",
    "options": "-c statement_timeout=20000 -c client_min_messages=error -c tcp_keepalives_idle=5"
    " -c tcp_keepalives_interval=2 -c tcp_keepalives_count=2 -c tcp_user_timeout=10000",
}
"""A cut line is noticed within some seconds, by the server too: else it would keep the seats of a machine that is gone
for two hours. The user's own settings come before these."""


MODES = frozenset({"", "disable", "allow", "prefer", "require", "verify-ca", SAFE})
"""What libpq knows; all but the last only on this machine."""

SECRETS = {"PGPASSWORD", "PGPASSFILE"}
"""All that libpq takes from the environment here; everything else stands in the address, which has been checked."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a database is, without its password."""

    url: str
    place: str
    """The host, or the socket's folder, as sentences name it."""
    local: bool
    """True when it is on this machine."""


def parse_address(url: str) -> Address:
    """Parse ``postgresql://…``; the password is dropped, as it belongs in ~/.pgpass or $PGPASSWORD.

    Raises:
        SyncError: It is no address, or leads beyond this machine without TLS that knows the server.
    """
    found = _parameters(url)
    if found.keys() & {"service", "servicefile", "passfile"}:
        raise SyncError(_("The address may not point to another file; write host, user and database into it."))
    hosts = [found.get(name, "") for name in ("host", "hostaddr")]
    places = [place for host in hosts if host for place in str(host).split(",")]
    if not all(map(_can_be_found, places)):
        raise _no_address()
    local, place = all(map(_is_local, places)), printable(str(hosts[0] or hosts[1] or "localhost"))
    mode = str(found.get("sslmode", "" if local else SAFE))
    if not local and mode != SAFE:
        sentence = _("{place} is not on this machine and sslmode={mode} is not safe there; write sslmode=verify-full.")
        raise SyncError(sentence.format(place=place, mode=printable(mode)))
    if mode not in MODES:
        raise SyncError(_("There is no sslmode={mode}; write sslmode=verify-full.").format(mode=printable(mode)))
    found.pop("password", None)
    return Address(_joined({**found, **({"sslmode": mode} if mode else {})}), place, local)


def has_password(url: str) -> bool:
    """Tell whether an address carries a password."""
    return bool(_parameters(url).get("password"))


def connection_parameters(address: Address, timeout: int = 0) -> dict[str, Any]:
    """Return what a connection is made with; ``timeout`` in seconds, the usual one when 0."""
    _forget_environment()
    found = _parameters(address.url)
    # Without a host libpq takes its own socket, wherever that was built to be.
    if "host" not in found and "hostaddr" not in found:
        found["host"] = _socket_folder()
    waits = {"connect_timeout": timeout} if timeout else {}
    # libpq would say on the screen, at each attempt, that it doesn't read the file.
    unread = {"passfile": NO_FILE} if readable_password_file() else {}
    return {**CONNECTION, **found, **waits, **unread}


def _forget_environment() -> None:
    """Remove what libpq would read of the environment: $PGHOSTADDR leads past every check, $PGSSLMODE weakens it."""
    for name in [name for name in os.environ if name.startswith("PG") and name not in SECRETS]:
        del os.environ[name]


def _socket_folder() -> str:
    folders = ("/var/run/postgresql", "/tmp")
    return next((folder for folder in folders if any(Path(folder).glob(".s.PGSQL.*"))), "localhost")


def _is_local(host: str) -> bool:
    with suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return host in {"", "localhost"} or host.startswith(("/", "@"))


def _can_be_found(host: str) -> bool:
    """Check that a name can be looked up: psycopg fails at one that is no IDNA, such as a part of over 63 letters."""
    if host.startswith(("/", "@")):
        return True
    with suppress(UnicodeError):
        host.encode("idna")
        return True
    return False


def _parameters(url: str) -> dict[str, object]:
    try:
        from psycopg import ProgrammingError
        from psycopg.conninfo import conninfo_to_dict
    except ImportError:
        raise missing_library_error() from None
    try:
        if not url.startswith(("postgresql://", "postgres://")):
            raise ProgrammingError
        return dict(conninfo_to_dict(url))
    except ProgrammingError:
        raise _no_address() from None


def _no_address() -> SyncError:
    return SyncError(_("This is not the address of a database; it looks like postgresql://name@server/database."))


def _joined(parameters: dict[str, object]) -> str:
    from urllib.parse import quote, urlencode

    pairs = [(name, str(value)) for name, value in sorted(parameters.items())]
    # libpq reads no plus sign as a space.
    return f"postgresql://?{urlencode(pairs, quote_via=quote)}"
