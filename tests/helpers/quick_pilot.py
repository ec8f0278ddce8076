"""A pilot that waits until an app is at rest and no longer; Textual's waits twice twenty milliseconds for each key."""

from __future__ import annotations

import asyncio
import threading
from math import inf
from typing import Any

from textual import app, pilot, screen
from textual._context import active_app

from sip_tui.session.saver import SessionSaver
from tests.helpers.quick_textual import draw_changed

SOON = 0.025
"""Seconds within which a timer belongs to what goes on: a frame, or a text that is handed over."""
TURNS = 3
"""Turns of the loop in which nothing was to be done, before it is taken to be at rest."""
LOOK = 0.001
"""Seconds between two looks at what threads do."""
PATIENCE = 20.0
"""Seconds after which an app that is never at rest is left to itself: the machine may have others to serve."""

FRAME = 0.002
"""Seconds between two frames: a pilot waits for the next one after each key, and sixty in a second are for eyes."""
LEAVING = 0.05
"""Seconds for an app that ends: its screen's timer is due at every frame until whoever runs it has taken it down."""


def wait_only_while_busy() -> None:
    """Let pilots look at the event loop, which knows what is left to do, instead of at the processor's time."""
    vars(screen)["UPDATE_PERIOD"] = FRAME
    vars(app)["wait_for_idle"] = vars(pilot)["wait_for_idle"] = until_at_rest
    pilot.Pilot.pause = _pause  # type: ignore[method-assign]


async def _pause(self: pilot.Pilot[Any], delay: float | None = None) -> None:
    """Let time pass, and wait until the app is at rest: in the same time a busy machine does less."""
    await self._wait_for_screen()
    if delay:
        await asyncio.sleep(delay)
    # Who says how long does not wait for threads as well: one of them may be held up on purpose.
    await until_at_rest(max_sleep=0.0 if delay else 1.0)
    self.app.screen._on_timer_update()


async def until_at_rest(min_sleep: float = 0.0, max_sleep: float = 1.0) -> None:
    """Wait until an app is at rest, and draw what it shows then."""
    await _until_idle(max_sleep)
    while draw_changed():
        await _until_idle(max_sleep)


async def _until_idle(max_sleep: float) -> None:
    """Wait until the loop has nothing to do, no timer is due soon, and no thread works for it."""
    loop: Any = asyncio.get_running_loop()
    began, idle = loop.time(), 0
    while idle < TURNS and loop.time() < began + (LEAVING if _is_leaving() else PATIENCE):
        await asyncio.sleep(0)
        if loop._ready:
            idle = 0
        elif (due := _next_due(loop)) < SOON:
            idle = 0
            await asyncio.sleep(max(due, 0))
        elif _is_starting() or (loop.time() < began + max_sleep and (_is_computing(loop) or _is_saving())):
            idle = 0
            await asyncio.sleep(LOOK)
        else:
            idle += 1


def _is_leaving() -> bool:
    """Tell whether the app that is waited for has been asked to end."""
    try:
        return active_app.get()._exit
    except LookupError:
        return False


def _is_starting() -> bool:
    """Tell whether keys wait for the first screen of an app."""
    try:
        return active_app.get().is_running and getattr(active_app.get(), "_starting", False)
    except LookupError:
        return False


def _next_due(loop: Any) -> float:
    """Seconds until the next timer."""
    return float(min((timer.when() for timer in loop._scheduled if not timer.cancelled()), default=inf) - loop.time())


def _is_computing(loop: Any) -> bool:
    """Tell whether a thread of the loop's pool has something to do."""
    pool = loop._default_executor
    return pool is not None and (pool._work_queue.qsize() > 0 or pool._idle_semaphore._value < len(pool._threads))


def _is_saving() -> bool:
    """Tell whether something written is on its way to a disk that takes it."""
    savers = (thread for thread in threading.enumerate() if isinstance(thread, SessionSaver))
    return any(not saver._stopped and saver._session.unsaved and not saver._session.save_error for saver in savers)
