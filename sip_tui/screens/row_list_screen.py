"""The base of the screens that are one list of rows with a sentence to say below it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from sip_tui.i18n.translation import _
from sip_tui.meeting.content.plan import delete_row
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import RowId, find_row
from sip_tui.meeting.model.meeting import SINGLE_ROW_TABLES, Row
from sip_tui.meeting.time.agenda import PHASES
from sip_tui.phrasing.change_messages import removal_message
from sip_tui.resources.meeting_types import part_name
from sip_tui.screens.forms.form_screen import FormScreen
from sip_tui.screens.forms.row_forms import row_form
from sip_tui.screens.forms.specs import FORM_SPECS
from sip_tui.screens.time.guidance_card import card
from sip_tui.screens.turned_pages import MORE_TO_SAY
from sip_tui.screens.type_ahead import TypeAheadScreen
from sip_tui.widgets.live_static import FRAME, SILENT, update_if_changed
from sip_tui.widgets.nav import mode_name
from sip_tui.widgets.paged_panel import PagedPanel
from sip_tui.widgets.row_list import ListRows, RowList
from sip_tui.widgets.text_layout import HangingIndent

CURRENT = "current"
"""Stands for the phase that the meeting is in."""
EMPTY = "#empty"
"""The only line of a list without rows: what is said there, where one looks, instead of below it."""
ListRow = tuple[RowId, Content]
"""A row of a list and what it shows; an id whose table begins with ``#`` is a line that cannot be chosen."""


class RowListScreen(TypeAheadScreen):
    """A list of rows, and below it what to say about the row that the cursor is on."""

    AUTO_FOCUS = "RowList"
    BINDINGS = [MORE_TO_SAY]
    GUIDANCE_PHASE = ""
    """The phase whose guidance is shown beside the list where there is room, or ``CURRENT``; empty for none."""
    GUIDANCE_FROM = 150
    """Columns of a terminal from which it is shown, and from which there is a second column."""
    EDIT_FORMS: ClassVar[Mapping[type, str]] = {}
    """Class of a row → its form in ``FORM_SPECS``."""
    ROW_COMMANDS: ClassVar[Mapping[str, type | tuple[type, ...]]] = {}
    """Command → the classes of the rows that it does something to."""
    WORDS_FORM = ""
    """The form in ``FORM_SPECS`` of the new row that words typed at the list begin; empty for none."""
    TITLED_BY_HEADS = False
    """Whether what stands above the list is its title, which a frame has on its edge."""
    CUT = False
    """Whether a row is cut at the edge, and not continued on a second line."""
    DEFAULT_CSS = """
    RowListScreen {
        #list-grid { height: 1fr; }
        #list-frame { width: 1fr; height: 100%; } #row-list { width: 1fr; height: 1fr; }
        #list-heads { height: auto; padding: 0 1; background: $surface; color: $primary; }
        #list-heads { text-style: bold; text-wrap: nowrap; text-overflow: ellipsis; }
        #list-heads.-silent { display: none; }
        &.-wide #guidance-card { padding: 0 1 0 0; }
        #list-guidance { display: none; width: 44; height: 100%; padding: 0 1; }
        &.-wide.-beside #list-guidance { display: block; }
        &.-broad #list-guidance { width: 46%; }
        &.-broad #read-aloud { max-width: 100; }
    }
    """

    def compose_body(self) -> ComposeResult:
        """Lay out the list, the guidance beside it, and the sentence below."""
        with Horizontal(id="list-grid"):
            with Vertical(id="list-frame", classes=FRAME):
                yield Static(id="list-heads", classes=SILENT)
                yield RowList(id="row-list", cut=self.CUT)
            yield from self.compose_second_column()
            if self.GUIDANCE_PHASE:
                with PagedPanel(id="list-guidance", can_focus=False, classes=FRAME):
                    yield Static(id="guidance-card")
        with PagedPanel(id="sentence", can_focus=False, classes=f"read-aloud {FRAME}"):
            yield Static(id="read-aloud")

    def compose_second_column(self) -> ComposeResult:
        """Yield the second column of a screen that has one."""
        yield from ()

    def list_rows(self) -> Iterable[ListRow]:
        """Give the rows of the list as the meeting is now."""
        raise NotImplementedError

    def column_heads(self) -> str:
        """Give the heads of the columns, which stand above a list that is a table; empty for other lists."""
        return ""

    def read_aloud(self) -> Content:
        """Give the text below the list, which is hidden when it is empty."""
        raise NotImplementedError

    def edit_form(self) -> FormScreen | None:
        """Build the form of the row that the cursor is on; None when it has none."""
        spec = self.EDIT_FORMS.get(type(self.row))
        return row_form(self, FORM_SPECS[spec], self.row) if spec else None

    def refresh_content(self) -> None:
        """Show the rows and the sentence."""
        heads, line = self.column_heads(), self.query_one("#list-heads", Static)
        is_on_edge = self.TITLED_BY_HEADS and self.has_class("-wide")
        self.query_one("#list-frame").border_title = Content(heads if is_on_edge else mode_name(self.MODE))
        line.set_class(is_on_edge or not heads, SILENT)
        update_if_changed(line, Content(heads))
        rows = [(str(row_id), text) for row_id, text in self.list_rows()]
        self.show_rows(rows or [(EMPTY, self.read_aloud())])
        if self.row_id.table.startswith("#"):
            self.row_list.action_cursor_down()
        if self.GUIDANCE_PHASE:
            self._show_guidance()
        self.refresh_read_aloud()

    def show_rows(self, rows: ListRows) -> None:
        """Show the rows in the list."""
        self.row_list.show(rows)

    def row_list_with(self, _row: str) -> RowList:
        """Return the list that a row is in, which gets the focus; the one that has it when the row is in none."""
        return self.row_list

    @on(RowList.Resized)
    def _fit_rows(self) -> None:
        """Make the rows for the width that the list has come to, unless the screen's own resize has done so."""

        def fit() -> None:
            """Make the rows anew, now that every part of the screen has its size."""
            if any(rows.is_for_another_width for rows in self.query(RowList)):
                self.fit_columns()

        self.call_after_refresh(fit)

    def fit_columns(self, row: str = "") -> None:
        """Fit the columns to the width; ``row`` is where the cursor was, for lists that may have come apart."""
        self.refresh_content()
        self.row_list.scroll_to_highlight()

    def on_resize(self) -> None:
        """Fit the columns to another size of the terminal."""
        row = self.row_list.row
        self.update_classes(self.size_classes, animate=False)
        self.call_after_refresh(self.fit_columns, row)

    @property
    def size_classes(self) -> dict[str, bool]:
        """Show the guidance where there is room for it."""
        return {**super().size_classes, "-beside": self.columns >= self.GUIDANCE_FROM}

    def _show_guidance(self) -> None:
        """Show the guidance of the phase beside the list."""
        current = self.timing.phase or PHASES[0]
        phase = current if self.GUIDANCE_PHASE == CURRENT else self.GUIDANCE_PHASE
        self.query_one("#list-guidance", PagedPanel).show_title(part_name(self.meeting, phase))
        guidance = HangingIndent(card(self.meeting, phase), more=2)
        update_if_changed(self.query_one("#guidance-card", Static), guidance)

    @property
    def hidden_commands(self) -> frozenset[str]:
        """The commands that do nothing to the row that the cursor is on."""
        row = self.row
        idle = (name for name, kinds in self.ROW_COMMANDS.items() if not isinstance(row, kinds))
        return super().hidden_commands | frozenset(idle)

    def refresh_read_aloud(self) -> None:
        """Show the sentence and the keys; the list keeps its row in view when it has grown."""
        self.update_key_line()
        is_empty = [option.id for option in self.row_list.options] == [EMPTY]
        text, panel = Content("") if is_empty else self.read_aloud(), self.query_one("#sentence", PagedPanel)
        panel.display = bool(text)
        panel.show_title(_("To say and to do"))
        if update_if_changed(self.query_one("#read-aloud", Static), text):
            panel.scroll_home(animate=False)

    def on_option_list_option_highlighted(self) -> None:
        """Show the sentence about the row that the cursor has come to."""
        self.refresh_read_aloud()

    def on_option_list_option_selected(self) -> None:
        """Open the form of the row."""
        self.action_edit()

    def action_edit(self) -> None:
        """Open the form of the row."""
        if form := self.edit_form():
            self.app.push_screen(form)

    def action_add(self, spec: str) -> None:
        """Open the form of a new row."""
        self.open_new_row(row_form(self, FORM_SPECS[spec]), FORM_SPECS[spec].table)

    def action_remove(self) -> None:
        """Delete the row, and say how to have it back."""
        if self.row is not None:
            before, edits = self.meeting, delete_row(*self.row_id)
            self.write(edits)
            self.notify(removal_message(before, edits), markup=False)

    def words_form(self) -> FormScreen | None:
        """Build the form that words typed at the list go into; None when they have no place here."""
        return row_form(self, FORM_SPECS[self.WORDS_FORM]) if self.WORDS_FORM else None

    def take_words(self, words: str) -> bool:
        """Open the line for a new row with what has been typed at the list; without such a line, find a row."""
        form = None if self.takes_letters else self.words_form()
        if form is None:
            return super().take_words(words)
        form.typed = words
        self.open_new_row(form, form.row_id.table)
        return True

    def form_for(self, words: str) -> FormScreen:
        """Build the form that kept words go into."""
        return self.words_form() or super().form_for(words)

    def open_new_row(self, form: FormScreen, table: str) -> None:
        """Open the form of a new row, and afterwards put the cursor on the row that it made."""
        before = self._ids(table)

        def go_there(_result: None) -> None:
            """Put the cursor on the row that the form has made."""
            if made := self._ids(table) - before:
                self.go_to(RowId(table, max(made)))

        self.app.push_screen(form, go_there)

    def go_to(self, row_id: RowId) -> None:
        """Put the cursor on a row, when it is in the list."""
        self.row_list_with(str(row_id)).go_to(str(row_id))

    def show_changed(self, edits: Sequence[Edit]) -> None:
        """Put the cursor on the first of the rows that have changed."""
        shown = {option.id for rows in self.query(RowList) for option in rows.options}
        rows = (str(RowId(edit.table, edit.row)) for edit in edits if edit.table not in SINGLE_ROW_TABLES)
        if found := next((row for row in rows if row in shown), None):
            self.row_list_with(found).go_to(found)

    @property
    def row_list(self) -> RowList:
        """The list that the cursor is in."""
        return self.query_one("#row-list", RowList)

    @property
    def row_width(self) -> int:
        """The cells of a row, before the list is laid out as well: heads that lost a line then left it empty."""
        return self.row_list.row_width or self.columns - 4

    @property
    def row_id(self) -> RowId:
        """What the cursor is on; an empty id in an empty list."""
        return RowId.parse(self.row_list.row)

    @property
    def row(self) -> Row | None:
        """The row that the cursor is on; None on a line that stands for no row."""
        return find_row(self.meeting.rows(self.row_id.table), self.row_id.id)

    @property
    def is_behind_dialog(self) -> bool:
        """Whether the screen that is shown is a dialog over this one, and not another mode."""
        return isinstance(self.app.screen, ModalScreen)

    def _ids(self, table: str) -> set[str]:
        return {row.id for row in self.meeting.rows(table)}
