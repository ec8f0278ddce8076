"""The least that a Textual program can be: one text. What another one takes longer to start is its own doing."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class StillApp(App[None]):
    """One text on the whole screen; ctrl+q quits."""

    def compose(self) -> ComposeResult:
        yield Static("Här händer inget.")


if __name__ == "__main__":
    StillApp().run()
