"""The ways between the rooms: every room has a key, and Escape leads back from those that one only looks into."""

from __future__ import annotations

from typing import ClassVar, Protocol, runtime_checkable

from textual.app import App

from sip_tui.widgets.nav import PRIMARY_LINKS

PRIMARY_MODES = frozenset(mode for mode, _command, _name in PRIMARY_LINKS)
"""The rooms that one works in. The others are looked into, and left again by Escape."""


@runtime_checkable
class HasPendingText(Protocol):
    """A screen that may hold words which are not in the meeting yet."""

    def commit(self) -> None:
        """Put them into the meeting, now."""


class NavigationMixin(App[int]):
    """An app whose modes are rooms."""

    DEFAULT_MODE: ClassVar[str]
    _return_stack: tuple[str, ...] = ()
    """The rooms that Escape leads back to, the nearest last."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """From a room that one works in there is no way back: that is where one is."""
        return (
            False
            if action == "back" and self.current_mode in PRIMARY_MODES
            else super().check_action(action, parameters)
        )

    def action_go(self, mode: str) -> None:
        """Switch to a mode, and remember a secondary one's way back."""
        if mode == self.current_mode:
            self._close_overlays()
            return
        self.commit_all()
        left = tuple(before for before in self._return_stack if before != mode)
        self._return_stack = () if mode in PRIMARY_MODES else (*left, self.current_mode)
        self.switch_mode(mode)

    async def action_back(self) -> None:
        """Go back to the room that one looked out of."""
        self.commit_all()
        *trail, last = self._return_stack or (self.DEFAULT_MODE,)
        self._return_stack = tuple(trail)
        self.switch_mode(last)

    def _close_overlays(self) -> None:
        """Leave what lies over the room that one is in already."""
        self.commit_all()
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def commit_all(self) -> None:
        """Write what the screens of this mode still hold; those of the others did so when they were left."""
        for screen in self.screen_stack:
            if isinstance(screen, HasPendingText):
                screen.commit()
