"""The least that a list with a search can be: ten lines and a field that leaves those that have its letters in them."""

from textual import on
from textual.app import App, ComposeResult
from textual.widgets import Input, OptionList

LINES = [f"onsdag {number + 1} januari 13.00  Maja  planerat  SIP {number}" for number in range(10)]


class BareListApp(App[None]):
    """Lines and a field; a slash goes to the field, ctrl+q quits."""

    BINDINGS = [("slash", "find", "Search")]
    AUTO_FOCUS = "OptionList"

    def compose(self) -> ComposeResult:
        yield Input()
        yield OptionList(*LINES)

    def action_find(self) -> None:
        """Go to the field."""
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        self.query_one(OptionList).set_options(line for line in LINES if event.value.casefold() in line.casefold())


if __name__ == "__main__":
    BareListApp().run()
