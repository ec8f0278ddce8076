"""A Textual program that only shows the time: what another one takes when it is idle is its own doing."""

from datetime import datetime

from textual.app import App, ComposeResult
from textual.widgets import Label


class TickingApp(App[None]):
    """One label; ctrl+q quits."""

    def compose(self) -> ComposeResult:
        yield Label("Klockan går.")

    def on_mount(self) -> None:
        self.set_interval(1, self.tick)

    def tick(self) -> None:
        self.query_one(Label).update(f"{datetime.now():%H.%M.%S}")


if __name__ == "__main__":
    TickingApp().run()
