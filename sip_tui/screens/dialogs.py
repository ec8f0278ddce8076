"""Dialogs over a screen: a text to read, a question, a question that asks for a reason, and the help."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import HorizontalGroup, VerticalScroll
from textual.content import Content
from textual.events import Key as KeyPress
from textual.screen import Screen, ScreenResultType
from textual.widget import Widget
from textual.widgets import Static

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.screens.commands import FUNCTION_KEY, command
from sip_tui.screens.keymap import Key
from sip_tui.screens.panel import MIN_HEIGHT, WIDE_PANEL, PanelScreen
from sip_tui.widgets.key_bar import KeyBar
from sip_tui.widgets.text_layout import HangingIndent

LETTER_PAUSE, MIN_LETTERS = 0.6, 3
"""Seconds within which a letter goes on with a word, and the letters that make one."""


class DialogScreen(PanelScreen[ScreenResultType]):
    """A panel as high as its text, in a low terminal down to the key line; header and prompts stay in sight."""

    DIMS = True
    WITHOUT_ROOM_KEYS = N_("Answer first, or press Esc. What you have typed is kept.")
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]
    DEFAULT_CSS = """
    DialogScreen {
        align: center bottom;
        &.-tall { align: center middle; }
        &.-tall #reading { margin: 5 0 0 0; padding: 1 2; }
        #reading {
            width: 80; max-width: 100%; height: auto; max-height: 100%;
            padding: 0 1; background: $surface; border: round $primary;
        }
        #reading Static { height: auto; }
    }
    """
    KEPT = N_("What you have typed is kept on the screen below. Answer first, or press Esc.")
    """What is said when words are typed that answer nothing, as an English msgid."""
    _typed = ""
    """Letters in a row of which the first answers nothing."""
    _typed_at = 0.0

    def fit_panel(self) -> None:
        """Leave what stands above in sight."""
        super().fit_panel()
        if self.is_attached and self.has_class("-low"):
            panel = self.query_one("#reading")
            panel.styles.max_height = max(self.app.size.height - self.lines_above - 1, MIN_HEIGHT)
            self.call_after_refresh(self.leave_no_scrap, panel)

    def on_key(self, event: KeyPress) -> None:
        """Take letters for a word when the first of them answers nothing: the others do not either, and it is kept."""
        goes_on = bool(self._typed) and event.time - self._typed_at <= LETTER_PAUSE
        if not event.character or not event.is_printable or not (goes_on or event.key not in self.active_bindings):
            return
        self._typed, self._typed_at = f"{self._typed if goes_on else ''}{event.character}", event.time
        event.stop()
        event.prevent_default()
        if len(self._typed) >= MIN_LETTERS:
            self.take_paste(self._typed if len(self._typed) == MIN_LETTERS else event.character)


class Dialog(DialogScreen[bool]):
    """A text over the screen, which is answered with yes or no."""

    # The air on the right is the text's: a scrollbar takes its place at the frame, and does not touch the words.
    DEFAULT_CSS = """
    Dialog {
        #reading { padding: 0 0 0 1; }
        &.-tall #reading { padding: 1 1 1 2; }
        #reading Static { padding: 0 1 0 0; }
    }
    """

    def __init__(self, *parts: Content | Widget) -> None:
        super().__init__()
        self._parts = parts

    def compose(self) -> ComposeResult:
        """Yield the parts, in a panel that scrolls."""
        with VerticalScroll(id="reading"):
            for part in self._parts:
                yield part if isinstance(part, Widget) else Static(HangingIndent(part))
        yield KeyBar()

    def action_answer(self, answer: bool) -> None:
        """Close with an answer."""
        self.dismiss(answer)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is more only while something is below the edge."""
        return self._page.max_scroll_y > 0 if action == "more" else super().check_action(action, parameters)

    def on_mount(self) -> None:
        """Offer to turn the page once it is known whether there is more."""
        self.call_after_refresh(self.refresh_bindings)

    def action_more(self) -> None:
        """Turn the page; after the last one comes the first."""
        if self._page.scroll_y < self._page.max_scroll_y:
            self._page.scroll_page_down(animate=False)
        else:
            self._page.scroll_home(animate=False)

    @property
    def _page(self) -> VerticalScroll:
        return self.query_one("#reading", VerticalScroll)


MORE = command("read.more", Key.NEXT_HERE, "more", N_("More"), N_("Turn the page"), show=True)
"""For what may be longer than the screen."""


class TextDialog(Dialog):
    """Something to read; Escape closes it."""

    KEPT = N_("What you have typed is kept on the screen below. Press Esc to go there.")
    BINDINGS = [
        command(
            "read.close", f"{Key.BACK},{Key.HELP}", "answer(False)", N_("Close"), N_("Back to the meeting"), show=True
        ),
        MORE,
    ]
    DEFAULT_CSS = """
    TextDialog {
        .keys { width: 12; text-style: bold; }
        .name { width: 1fr; }
        HorizontalGroup { height: auto; }
    }
    """


class ConfirmDialog(Dialog):
    """A question after a text. Escape is always the harmless answer."""

    BINDINGS = [
        command("ask.yes", Key.YES, "answer(True)", N_("Yes"), N_("Do it"), show=True, key=N_("y")),
        command(
            "ask.no", f"{Key.NO},{Key.BACK}", "answer(False)", N_("No, stay"), N_("Back to the meeting"), show=True
        ),
        MORE,
    ]


class HelpDialog(TextDialog):
    """The help of a screen: beside it in a wide terminal, else over it; the header stays in sight."""

    DIMS = False
    LEAST_BESIDE = WIDE_PANEL
    DEFAULT_CSS = """
    HelpDialog {
        &.-low, &.-tall { align: right bottom; }
        #reading, &.-tall #reading { width: 100%; height: 100%; margin: 0; padding: 0 0 0 1; }
    }
    """

    def on_mount(self) -> None:
        """Name the panel."""
        self._page.border_title = Content(_("Help"))
        self.fit_panel()  # before the first frame, which would cover the screen

    def fit_panel(self) -> None:
        """Stand beside the screen, or over all of it below what stands above."""
        if self.is_attached:
            self._page.styles.max_height = max(self.app.size.height - self.lines_above - 1, MIN_HEIGHT)
            self.stand_beside(self._page)

    def __init__(self, room: Screen[object], *parts: Content | Widget) -> None:
        super().__init__(*parts)
        self._room = room

    def on_key(self, event: KeyPress) -> None:
        """Close, and go where the key of a screen leads: it stands here among the others."""
        active = self._room.active_bindings.get(event.key) if FUNCTION_KEY.fullmatch(event.key) else None
        if active is None or not active.enabled or event.key in self.active_bindings:
            return
        event.stop()
        event.prevent_default()
        self.dismiss(False)
        self.app.call_later(self.app.run_action, active.binding.action, active.node)


def help_for(screen: Screen[object]) -> HelpDialog:
    """The help of a screen."""
    about = _(screen.HELP).format(keys=KEYS) if screen.HELP else ""
    rows = [_help_row(*row) for row in _help_rows(screen)]
    more = Content(_("Press {keys[palette]} to find a command by name.").format(keys=KEYS))
    return HelpDialog(screen, Content(f"{about}\n"), *rows, Content("\n") + more)


def _help_rows(screen: Screen[object]) -> list[tuple[str, str, str]]:
    """Keys, name and help of each command; the keys of one command on one row, the ten digits as one.

    What can be done on this screen alone comes first: that is what somebody looks for who has just come here.
    """
    rows: dict[str, tuple[str, str, str]] = {}
    own = {binding.id for binding in type(screen).BINDINGS if isinstance(binding, Binding)}
    for key, active in sorted(screen.active_bindings.items(), key=lambda item: item[1].binding.id not in own):
        binding = active.binding
        if not (binding.id and binding.description):
            continue
        name = "floor" if binding.id.startswith("floor.") else binding.id
        shown = "1–0" if name == "floor" else screen.app.get_key_display(binding.with_key(key))
        keys = rows[name][0] if name in rows else ""
        # A third key is for where letters are text: beside two that work here it only takes room.
        together = keys if shown in keys or "," in keys else f"{keys}, {shown}".lstrip(", ")
        rows[name] = (together, binding.description, active.tooltip)
    return list(rows.values())


def _help_row(keys: str, name: str, help_: str) -> HorizontalGroup:
    """One command; a long help goes on under itself."""
    text = f"{name} – {help_}" if help_ and help_ != name else name
    cells = (("keys", Content(keys)), ("name", HangingIndent(Content(text), more=2)))
    return HorizontalGroup(*(Static(content, classes=kind) for kind, content in cells))
