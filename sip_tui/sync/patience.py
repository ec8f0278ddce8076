"""A connection that does not wait for ever: what is lost on the way, and never refused, ends in an error too."""

from __future__ import annotations

import time
from collections.abc import Generator
from typing import Any

import psycopg

PATIENCE = 10.0
"""Seconds for one question and its answer."""
LOOK = 0.5
"""Seconds between two looks at the time."""


class PatientConnection(psycopg.Connection[tuple[Any, ...]]):
    """A connection whose questions end within PATIENCE."""

    @classmethod
    def reach(cls, **parameters: Any) -> PatientConnection:
        """Connect to a server, or to a pooler in front of it.

        Nothing is prepared: a pooler may give each statement another session. Some take no options either; the
        server's own limits hold then.
        """
        try:
            return cls.connect(**parameters, autocommit=True, prepare_threshold=None)
        except psycopg.OperationalError as error:
            if "startup parameter" not in str(error):
                raise
        return cls.connect(**{**parameters, "options": ""}, autocommit=True, prepare_threshold=None)

    def wait(self, gen: Any, interval: float = LOOK, timeout: float | None = None) -> Any:
        """Wait for an answer; raise OperationalError when none comes."""
        return super().wait(_limited(gen, time.monotonic() + PATIENCE), interval=interval)


def _limited(gen: Any, until: float) -> Generator[Any, Any, Any]:
    """Go on with a generator of psycopg as long as there is time."""
    try:
        wanted = next(gen)
        while True:
            ready = yield wanted
            if not ready and time.monotonic() > until:
                raise psycopg.OperationalError("no answer")
            wanted = gen.send(ready)
    except StopIteration as done:
        return done.value
