"""The chair's support: a live checklist, a script to read from, and question cards."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.events import DescendantFocus
from textual.reactive import var
from textual.widgets import Static

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.plan import change_row
from sip_tui.meeting.guidance.checklist import (
    DUTIES,
    checklist_progress,
    is_done,
    is_evident,
    tick_duty,
    ticked_at,
    untick_duty,
)
from sip_tui.meeting.time import agenda
from sip_tui.resources.meeting_types import part_name
from sip_tui.resources.scripts import Script, chair_guide
from sip_tui.screens.chair import ChairScreen
from sip_tui.screens.commands import command
from sip_tui.screens.keymap import Key
from sip_tui.screens.script.rows import (
    age_of_material,
    always_lines,
    card_lines,
    duty_line,
    duty_lines,
    step_lines,
    tab_titles,
)
from sip_tui.widgets.live_static import FRAME, update_if_changed
from sip_tui.widgets.row_list import RowList
from sip_tui.widgets.text_layout import HangingIndent

PANES = ("checklist", "script", "cards")


class ScriptScreen(ChairScreen):
    """Three lists: side by side where there is room, else one at a time."""

    MODE = "script"
    HELP = N_(
        "There are three lists: twenty things for the chair to see to, what you can say now, and questions to "
        "ask. Change list with the left and right arrows. Tick with {keys[script.tick]}. Some are ticked for you."
    )
    BINDINGS = [
        command("script.tick", Key.DONE, "tick", N_("Tick"), N_("Done, or not done"), show=True),
        command(
            "script.next",
            f"{Key.NEXT_PANE},{Key.RIGHT}",
            "pane(1)",
            N_("Next list"),
            N_("Checklist, script, cards"),
            show=True,
        ),
        command(
            "script.back",
            f"{Key.PREVIOUS_PANE},{Key.LEFT_ARROW}",
            "pane(-1)",
            N_("Previous list"),
            N_("Cards, script, checklist"),
        ),
        command(
            "script.other", Key.OTHER_VIEW, "other", N_("Other script"), N_("Three scripts to choose from"), show=True
        ),
    ]
    AUTO_FOCUS = "#checklist-list"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-tall")]
    DEFAULT_CSS = """
    ScriptScreen {
        #script-tabs { height: 1; padding: 0 1; background: $surface; text-wrap: nowrap; }
        #script-grid { height: 1fr; }
        .pane { height: 1fr; background: $surface; }
        .pane-title { height: 1; padding: 0 1; text-style: bold; text-wrap: nowrap; text-overflow: ellipsis; }
        #script-list, #cards-list { text-wrap: wrap; }
        RowList:blur > .option-list--option-highlighted { background: $surface; text-style: none; }
        RowList:blur > .row-list--bar { color: $surface; }
        #always { height: auto; padding: 0 1; border-top: solid $border-blurred; border-title-color: $foreground; }
        #material { height: auto; padding: 0 1; }
        &.-low #material, &.-wide #material { display: none; }
        &.-narrow .pane, &.-narrow .pane-title { display: none; }
        &.-narrow .pane.-current { display: block; }
        &.-wide #script-tabs { display: none; }
        &.-wide #script-grid { layout: grid; grid-size: 2 2; grid-columns: 50 1fr; grid-rows: 5fr 4fr; }
        &.-broad #script-grid { grid-columns: 96 1fr; }
        &.-wide #checklist { row-span: 2; border-right: solid $border-blurred; }
        &.-wide #cards { border-top: solid $border-blurred; }
        &.-wide .pane-title { display: none; }
    }
    """

    pane: var[str] = var(PANES[0], init=False)
    """The list that the keys are about."""
    _drawn: tuple[str, str] = "", ""
    """The script and the phase whose lines are shown."""

    def compose_body(self) -> ComposeResult:
        """Lay out the three lists, each under its title, and what the chair answers for at every moment."""
        yield Static(id="script-tabs")
        with Container(id="script-grid"):
            for pane in PANES:
                with Vertical(id=pane, classes=f"pane {FRAME}"):
                    yield Static(id=f"{pane}-title", classes="pane-title")
                    yield RowList(id=f"{pane}-list")
                    if pane == PANES[0]:
                        yield Static(id="duty-line", classes="read-aloud")
        always = Static(id="always", classes=FRAME)
        always.border_title, always.border_subtitle = Content(_("All the way through")), age_of_material()
        yield always
        yield Static(age_of_material(), id="material")

    def on_mount(self) -> None:
        """Put the cursor on the first duty that is not done."""
        self.watch_pane(self.pane)
        self.call_after_refresh(self._go_to_next_duty)

    def watch_pane(self, pane: str) -> None:
        """Give the focus to the list, and mark it."""
        for name in PANES:
            self.query_one(f"#{name}").set_class(name == pane, "-current")
        self._list.focus()
        self._draw_titles()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Make the list that was clicked the current one."""
        if isinstance(event.widget, RowList):
            self.pane = str(event.widget.id).removesuffix("-list")

    def on_option_list_option_highlighted(self) -> None:
        """Show the line of the duty that the cursor has come to."""
        self._draw_duty()

    def on_option_list_option_selected(self) -> None:
        """Tick the row."""
        self.action_tick()

    def action_tick(self) -> None:
        """Tick the row and go on to the next; remove the tick of one that is ticked."""
        key = self._list.row
        if key and ticked_at(self.meeting, key):
            self.write(untick_duty(key))
        elif key:
            if not is_evident(self.meeting, key):
                self.write(tick_duty(key, self.moment))
            self._list.action_cursor_down()

    def action_pane(self, step: int) -> None:
        """Go to the next list, or back."""
        self.pane = PANES[(PANES.index(self.pane) + step) % len(PANES)]

    def action_other(self) -> None:
        """Use the next script for the meeting, in every seat, and show it."""
        keys = [script.key for script in chair_guide().scripts]
        following = keys[(keys.index(self._script.key) + 1) % len(keys)]
        self.write(change_row("about", self.meeting.about, script=following))
        self.pane = "script"

    def _go_to_next_duty(self) -> None:
        """Put the cursor on the first duty that is not done."""
        self._list.go_to(next((key for key in DUTIES if not is_done(self.meeting, key)), DUTIES[0]))

    @property
    def _list(self) -> RowList:
        return self.query_one(f"#{self.pane}-list", RowList)

    @property
    def _script(self) -> Script:
        return chair_guide().script(self.meeting.about.script)

    @property
    def _phase(self) -> str:
        """The current phase; before the meeting the first one."""
        return self.timing.phase or agenda.PHASES[0]

    def refresh_content(self) -> None:
        """Show the three lists; another script or phase is read from its first line."""
        guide, phase = chair_guide(), self._phase
        self.query_one("#checklist-list", RowList).show(list(duty_lines(self.meeting, guide)))
        self.query_one("#script-list", RowList).show(list(step_lines(self.meeting, self._script, phase)))
        self.query_one("#cards-list", RowList).show(list(card_lines(self.meeting, guide, phase)))
        if (drawn := (self._script.key, phase)) != self._drawn:
            self._drawn = drawn
            for pane in PANES[1:]:
                self.query_one(f"#{pane}-list", RowList).action_first()
        always = HangingIndent(Content("\n").join(always_lines(self.meeting)))
        update_if_changed(self.query_one("#always", Static), always)
        self._draw_titles()
        self._draw_duty()

    def _draw_titles(self) -> None:
        cards = _("Question cards")
        script = _("{script}: {phase}").format(script=self._script.name, phase=part_name(self.meeting, self._phase))
        count, of = checklist_progress(self.meeting)
        checklist = _("Checklist {done} of {all}").format(done=count, all=of)
        names = (checklist, script, cards)
        for pane, title in zip(PANES, names, strict=True):
            update_if_changed(self.query_one(f"#{pane}-title", Static), Content(title))
            self.query_one(f"#{pane}").border_title = Content(title)
        short = f"{count}/{of}", part_name(self.meeting, self._phase), cards
        line = self.query_one("#script-tabs", Static)
        choices = [tab_titles(choice, PANES.index(self.pane)) for choice in (names, (checklist, *short[1:]), short)]
        update_if_changed(line, next((tabs for tabs in choices if tabs.cell_length <= self.columns - 2), choices[-1]))

    def on_resize(self) -> None:
        """Fit the names of the lists to the width."""
        self._draw_titles()

    def _draw_duty(self) -> None:
        key = self.query_one("#checklist-list", RowList).row
        duty = next((duty for duty in chair_guide().duties if duty.key == key), None)
        line = duty_line(self.meeting, duty) if duty else Content("")
        update_if_changed(self.query_one("#duty-line", Static), line)
