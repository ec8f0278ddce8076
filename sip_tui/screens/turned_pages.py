"""One key for all that is longer than there is room for: it turns the pages of the panels of a screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from sip_tui.i18n.translation import N_
from sip_tui.screens.commands import command
from sip_tui.screens.keymap import Key
from sip_tui.screens.parts import ScreenPart
from sip_tui.widgets.paged_panel import PagedPanel

MORE_TO_SAY = command(
    "say.more", Key.NEXT_HERE, "more_to_say", N_("More"), N_("Turn to the next page of what to say"), show=True
)
"""Where a screen has another use for the key, its own binding takes the place of this one."""


class Turned(Protocol):
    """What may have more lines than there is room for."""

    @property
    def has_more(self) -> bool:
        """Whether it has."""

    def turn_page(self) -> None:
        """Show the next lines."""


class TurnedPagesMixin(ScreenPart):
    """A screen whose panels are turned by one key, which is offered while one of them has more."""

    MORE_HINT = N_("{keys[say.more]}: more")
    """What stands on the edge of a panel that has more; empty where no key shows it."""

    @property
    def turned(self) -> Sequence[Turned]:
        """What has more lines than there is room for."""
        return [panel for panel in self.walk_children(PagedPanel) if panel.display and panel.has_more]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer more where there is more."""
        if action == "more_to_say" and not self.turned:
            return None
        return super().check_action(action, parameters)

    def action_more_to_say(self) -> None:
        """Show the next lines of what is to be said; after the last the first."""
        for panel in self.turned:
            panel.turn_page()
