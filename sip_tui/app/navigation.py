"""Mode navigation: each mode has a key; Escape returns from a secondary mode to the previous one."""

from __future__ import annotations

from typing import ClassVar, Protocol, runtime_checkable

from textual.app import App

from sip_tui.widgets.nav import PRIMARY_LINKS

PRIMARY_MODES = frozenset(mode for mode, _command, _name in PRIMARY_LINKS)
"""The modes that one works in. The others are secondary: Escape leaves them."""


@runtime_checkable
class HasPendingText(Protocol):
    """A screen that may hold text which is not in the meeting yet."""

    def commit(self) -> None:
        """Put them into the meeting, now."""


class NavigationMixin(App[int]):
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
        """Return to the mode before this one."""
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
