"""Mode navigation: each mode has a key; Escape returns from a secondary mode to the previous one."""

from __future__ import annotations

from asyncio import current_task
from collections.abc import Mapping
from typing import ClassVar, Protocol, runtime_checkable

from textual.actions import ActionParseResult
from textual.dom import DOMNode

from sip_tui.app.parts import MeetingAppPart
from sip_tui.widgets.nav import PRIMARY_LINKS

PRIMARY_MODES = frozenset(mode for mode, _command, _name in PRIMARY_LINKS)
"""The modes that one works in. The others are secondary: Escape leaves them."""


@runtime_checkable
class HasPendingText(Protocol):
    """A screen that may hold text which is not in the meeting yet."""

    def commit(self) -> None:
        """Put them into the meeting, now."""


@runtime_checkable
class EndsWhenLeft(Protocol):
    """A screen that stands before something that the chair has begun, which goes on when a room's key leaves it."""

    def end(self) -> None:
        """Close as the key for that does; what was begun goes on."""


class NavigationMixin(MeetingAppPart):
    """An app with primary and secondary modes."""

    DEFAULT_MODE: ClassVar[str]
    _return_stack: tuple[str, ...] = ()
    """The modes that Escape returns to, the nearest last."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the way back in secondary modes only."""
        return (
            False
            if action == "back" and self.current_mode in PRIMARY_MODES
            else super().check_action(action, parameters)
        )

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Run an action; what a click asks for is run as a key's, for a screen is bound to the app that makes it.

        Textual runs it in the widget that was clicked, which has no meeting to bind a new screen to.
        """
        task = current_task()
        if not any(node.is_running and node.task is task for node in self.screen.walk_children(with_self=True)):
            return await super().run_action(action, default_namespace, namespaces)
        self.call_later(super().run_action, action, default_namespace, namespaces)
        return True

    def action_go(self, mode: str) -> None:
        """Switch to a mode, and remember a secondary one's way back."""
        if isinstance(self.screen, EndsWhenLeft):
            self.screen.end()
        if mode == self.current_mode:
            self._close_overlays()
            return
        self.commit_all()
        left = tuple(before for before in self._return_stack if before != mode)
        self._return_stack = () if mode in PRIMARY_MODES else (*left, self.current_mode)
        self.switch_mode(mode)

    async def action_back(self) -> None:
        """Return to the mode before this one; from the one that the app began with, to all meetings."""
        if not self._return_stack and self.current_mode == self.DEFAULT_MODE:
            await self.run_action("app.meetings")
            return
        self.commit_all()
        *trail, last = self._return_stack or (self.DEFAULT_MODE,)
        self._return_stack = tuple(trail)
        self.switch_mode(last)

    def _close_overlays(self) -> None:
        """Close the dialogs over the screen of this mode."""
        self.commit_all()
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def commit_all(self) -> None:
        """Write what the screens of this mode still hold; those of the others did so when they were left."""
        for screen in self.screen_stack:
            if isinstance(screen, HasPendingText):
                screen.commit()
