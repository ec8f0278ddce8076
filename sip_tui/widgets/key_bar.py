"""The key bar at the bottom: at most five keys and what they do. One widget, as a footer of many costs start time."""

from __future__ import annotations

from textual.app import App
from textual.binding import ActiveBinding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from sip_tui.widgets.live_static import update_if_changed


class KeyBar(Static):
    """The shown bindings of its screen; a click does what the key does."""

    DEFAULT_CSS = """
    KeyBar { height: 1; dock: bottom; background: $footer-background; color: $footer-foreground; }
    KeyBar { text-wrap: nowrap; text-overflow: ellipsis; padding: 0 1; }
    """

    def on_mount(self) -> None:
        """Follow the bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._show_bindings)
        self._show_bindings(self.screen)

    def _show_bindings(self, screen: Screen[object]) -> None:
        if screen is not self.screen or not screen.is_attached:
            return
        shown: dict[str, ActiveBinding] = {}
        for active in screen.active_bindings.values():
            if active.binding.show and active.enabled:
                # Of several keys for one action the first is shown.
                shown.setdefault(active.binding.action, active)
        update_if_changed(self, Content("  ").join([_binding_link(self.app, active) for active in shown.values()]))


def _binding_link(app: App[object], active: ActiveBinding) -> Content:
    namespace = "app" if isinstance(active.node, App) else "screen"
    action = (
        active.binding.action if "." in active.binding.action.split("(")[0] else f"{namespace}.{active.binding.action}"
    )
    key = Content.styled(app.get_key_display(active.binding), "bold $footer-key-foreground")
    return Content.assemble(key, (f" {active.binding.description}", f"@click={action}"))
