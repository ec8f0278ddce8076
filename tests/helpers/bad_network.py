"""A network that misbehaves: a proxy before the database that delays, drops, doubles and reorders what passes."""

from __future__ import annotations

import random
import socket
import threading
import time
from contextlib import suppress
from pathlib import Path

CHUNK = 16_384


class BadNetwork:
    """Listens on the loopback and passes everything on to a server's socket, more or less."""

    def __init__(self, target: Path, chance: random.Random) -> None:
        self._target, self._chance = target, chance
        self.trouble = 0.0
        """How probable it is that a chunk does not pass as it is."""
        self.caused = 0
        """How many chunks have not passed as they were."""
        self.cut = False
        """True while nothing passes, and nobody is told."""
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def url(self, address: str) -> str:
        """Return the address of a database as it is reached through here."""
        name = address.split("/")[3].partition("?")[0]
        return f"postgresql://postgres@127.0.0.1:{self._listener.getsockname()[1]}/{name}?sslmode=disable"

    def hang_up(self) -> None:
        """End every connection in the middle of what it says."""
        for end in self._open:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Stop."""
        self._listener.close()
        self.hang_up()
        for end in self._open:
            end.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _address = self._listener.accept()
                server = socket.socket(socket.AF_UNIX)
                self._open += [client, server]
                try:
                    server.connect(str(self._target))
                except OSError:
                    client.close()
                    continue
                for source, sink in ((client, server), (server, client)):
                    threading.Thread(target=self._pass, args=(source, sink), daemon=True).start()

    def _pass(self, source: socket.socket, sink: socket.socket) -> None:
        kept = b""
        with suppress(OSError):
            while data := source.recv(CHUNK):
                if self.cut:
                    self.caused += 1
                    continue
                kept, data = (b"", data + kept) if kept else (kept, data)
                kept = self._send(sink, data)
        for end in (source, sink):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _send(self, sink: socket.socket, data: bytes) -> bytes:
        """Send a chunk; return what is kept back, to come after the next one."""
        if self._chance.random() >= self.trouble:
            sink.sendall(data)
            return b""
        self.caused += 1
        match self._chance.randrange(5):
            case 0:
                time.sleep(0.05)
                sink.sendall(data)
            case 1:
                sink.sendall(data + data)
            case 2:
                return data
            case 3:
                sink.sendall(data[: len(data) // 2])
                raise OSError
            case 4:
                raise OSError
        return b""
