"""What Textual does for a terminal that nobody has: a story draws what it comes to, but no one assembles that."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from inspect import CO_VARARGS, CO_VARKEYWORDS
from types import FunctionType
from typing import Any

from textual import _callback
from textual._compositor import Compositor
from textual._context import active_app, visible_screen_stack
from textual.cache import FIFOCache
from textual.geometry import Region
from textual.message import Message
from textual.message_pump import MessagePump
from textual.strip import Strip

STRIP_CACHES = {
    "_divide_cache": 4,
    "_crop_cache": 16,
    "_style_cache": 16,
    "_filter_cache": 4,
    "_line_length_cache": 4,
    "_crop_extend_cache": 4,
    "_offsets_cache": 4,
}
"""What a row of a widget remembers → how many of each."""

_changed: dict[Compositor, Region] = {}
"""The compositors of the app that runs that have something to draw → what has changed since they drew."""
_draw = Compositor.render_update
_handlers = MessagePump._get_dispatch_methods
_count = _callback._count_parameters


def draw_for_nobody() -> None:
    """Leave out what only a terminal would show, and what nothing is asked of: a tenth of the time of a story."""
    Strip.__init__ = _make_strip  # type: ignore[method-assign]
    vars_of_strip: Any = Strip
    vars_of_strip.__getattr__ = _make_cache
    Compositor.render_update = _draw_widgets  # type: ignore[method-assign]
    MessagePump._get_dispatch_methods = _find_handlers  # type: ignore[method-assign]
    vars(_callback)["_count_parameters"] = _count_parameters


def _make_strip(self: Strip, segments: Iterable[Any], cell_length: int | None = None) -> None:
    """Make a row of a widget, without the caches that most rows never need."""
    self._segments = list(segments)
    self._cell_length = cell_length
    self._render_cache = self._link_ids = self._cell_count = None


def _make_cache(self: Strip, name: str) -> FIFOCache[Any, Any]:
    """Make a cache when it is needed first."""
    if name not in STRIP_CACHES:
        raise AttributeError(name)
    made: FIFOCache[Any, Any] = FIFOCache(STRIP_CACHES[name])
    setattr(self, name, made)
    return made


def _draw_widgets(self: Compositor, full: bool = False, screen_stack: Any = None, simplify: bool = False) -> Any:
    """Note what has changed; it is drawn once, when the app has come to rest."""
    if full or simplify or not active_app.get().is_headless:
        return _draw(self, full, screen_stack, simplify)
    if changed := [*self._dirty_regions, *filter(None, [_changed.get(self)])]:
        self._dirty_regions.clear()
        _changed[self] = Region.from_union(changed)
    return None


def draw_changed() -> bool:
    """Draw the rows of all widgets that have changed, as for a terminal, which is not told of it; say if any has."""
    found = [*_changed.items()]
    _changed.clear()
    app = active_app.get(None)
    if app is None or app._exit or not app.is_running:
        return False
    visible_screen_stack.set(app._background_screens)
    screens = {screen._compositor for screen in app.screen_stack}
    for compositor, region in found:
        if compositor in screens:
            for _drawn in compositor._get_renders(region.intersection(compositor.size.region)):
                pass
    return bool(found)


def _find_handlers(self: MessagePump, method_name: str, message: Message) -> Any:
    """Find what a node does about a message; what it does nothing about is remembered by its class."""
    kind: Any = type(message)
    return _handlers(self, method_name, message) if _has_handlers(type(self), method_name, kind) else ()


@cache
def _has_handlers(node: type, method_name: str, message: type[Message]) -> bool:
    """Tell whether a class of nodes may do something about a kind of message."""
    for cls in node.__mro__:
        if {method_name, f"_{method_name}"} & vars(cls).keys():
            return True
        if not vars(cls).get("_decorated_handlers", {}).keys().isdisjoint(message.__mro__):
            return True
    return False


def _count_parameters(function: Any) -> int:
    """Count what a callback takes: Textual makes a signature of each partial and each inner function anew."""
    if not isinstance(function, FunctionType) or vars(function).keys() & {"__wrapped__", "__signature__"}:
        return _count(function)
    code = function.__code__
    more = bool(code.co_flags & CO_VARARGS) + bool(code.co_flags & CO_VARKEYWORDS)
    return code.co_argcount + code.co_kwonlyargcount + more
