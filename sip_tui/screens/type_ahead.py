"""Type-ahead in a list: after one key, letters find a row by its name, and digits by its number.

While it is open a letter seeks and does nothing else, Enter ends it at the row that was found, and Escape closes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from textual.events import Key as KeyPress

from sip_tui.i18n.key_names import key_label
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.model.enums import RowId, find_row
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.meeting.people.floor import speaker_numbers
from sip_tui.phrasing.field_labels import NAMING_FIELDS
from sip_tui.phrasing.wording import name_with_role
from sip_tui.screens.base import PAUSE
from sip_tui.screens.chair import ChairScreen
from sip_tui.screens.keymap import Key
from sip_tui.screens.turned_pages import TurnedPagesMixin
from sip_tui.widgets.row_list import RowList


class TypeAheadScreen(TurnedPagesMixin, ChairScreen):
    """A screen with one list that letters can be sought in."""

    FIND_KEYS = N_("Type a word, a name or a number  {open} Done  {back} Close")
    """What the key line says while a search is open, as an English msgid."""
    ENTER_TAKES = False
    """Whether Enter does to the row that was found what it always does, when it ends the search."""

    ROW_TABLE = ""
    """The table of the rows of the list, where their ids do not name it."""
    DEFAULT_CSS = "TypeAheadScreen #sought { height: 1; padding: 0 1; background: $boost; text-style: bold; }"

    _sought: str | None = None
    """What is sought; None while nothing is."""
    _typed_at: float | None = None
    """When the latest letter came of a search that words have begun; None when a key has."""

    @property
    def takes_letters(self) -> bool:  # type: ignore[override]
        """Whether the letters that follow are sought, or kept."""
        return self._sought is not None or super().takes_letters

    def take_words(self, words: str) -> bool:
        """Find the row that begins with what is typed; keep words that begin none."""
        return self.seek(words) or super().take_words(words)

    def hold(self, words: str) -> None:
        """Keep words, and seek no more."""
        if self._sought is not None:
            self._show_sought(None)
        super().hold(words)

    def action_find_row(self) -> None:
        """Let the letters that follow find a row."""
        self._typed_at = None
        self._show_sought("")

    def on_key(self, event: KeyPress) -> None:
        """Seek with a letter; what is none ends the search, and a letter behind a number.

        Words that were typed without a key for the search, and what comes behind a space, are no name but a sentence
        when they fit no row, and kept whole.
        """
        if self._sought is None:
            return
        wanted = self._sought + (event.character or "") if event.is_printable else ""
        if event.key == "backspace" and self._sought:
            self._show_sought(self._sought[:-1])
        elif wanted and (row := found_row(self.meeting, self._rows(), wanted)):
            self._go_to(row)
            self._show_sought(wanted)
        elif wanted and self._goes_on(wanted):
            self.hold(wanted)
        elif wanted and self._typed_at is None and not self._sought.isdecimal():
            self._show_sought(self._sought)
        else:
            self._show_sought(None)
            if event.key != "escape" and (event.key != "enter" or self.ENTER_TAKES):
                return
        event.stop()
        event.prevent_default()

    def _goes_on(self, wanted: str) -> bool:
        """Tell whether a letter that fits no row goes on with what is typed."""
        is_typing = self._typed_at is not None and monotonic() - self._typed_at <= PAUSE
        return is_typing or " " in wanted.lstrip()

    def seek(self, words: str) -> bool:
        """Seek what has been typed; False when no row fits."""
        row = None if super().takes_letters else found_row(self.meeting, self._rows(), words)
        if row is not None:
            self._typed_at = monotonic()
            self._go_to(row)
            self._show_sought(words)
        return row is not None

    def _go_to(self, row: RowId) -> None:
        self.query_one(RowList).go_to(row.id if self.ROW_TABLE else str(row))

    def _show_sought(self, sought: str | None) -> None:
        self._sought = sought
        self._typed_at = self._typed_at and monotonic()
        self.call_after_refresh(self._draw_sought)
        self.call_after_refresh(self.refresh_bindings)

    @property
    def key_line(self) -> str:
        """What the key line says in place of the commands: letters are none while a search is open."""
        is_open = self._sought is not None
        return _(self.FIND_KEYS).format(open=key_label(Key.OPEN), back=key_label(Key.BACK)) if is_open else ""

    def _draw_sought(self) -> None:
        sought = self._sought
        self.show_line("sought", None if sought is None else _("Find: {text}").format(text=f"{sought}▏"))

    def _rows(self) -> Sequence[RowId]:
        shown = (option.id or "" for rows in self.query(RowList) for option in rows.options if not option.disabled)
        return [RowId(self.ROW_TABLE, row) if self.ROW_TABLE else RowId.parse(row) for row in shown]


def found_row(meeting: Meeting, rows: Sequence[RowId], wanted: str) -> RowId | None:
    """Return the row that begins with what is sought, else one with a word that does; None when there is none."""
    if wanted.isdecimal():
        found = _numbered(meeting, rows, wanted)
    else:
        prefix, texts = wanted.casefold(), [(row, _row_text(meeting, row)) for row in rows]
        found = [row for row, text in texts if text.startswith(prefix)]
        found += [row for row, text in texts if f" {prefix}" in text]
    return next(iter(found), None)


def _numbered(meeting: Meeting, rows: Sequence[RowId], wanted: str) -> list[RowId]:
    """Return the participant who has a number, else those whose number begins with it; of other rows the n-th."""
    own = speaker_numbers(meeting)
    people = [(row, str(own[row.id])) for row in rows if row.table == "participants" and row.id in own]
    exact = [row for row, number in people if number == wanted]
    begun = [row for row, number in people if number.startswith(wanted)]
    return (exact or begun) if people else list(rows[max(int(wanted) - 1, 0) : int(wanted)])


def _row_text(meeting: Meeting, row_id: RowId) -> str:
    row = find_row(meeting.rows(row_id.table), row_id.id)
    name = getattr(row, NAMING_FIELDS.get(row_id.table, ""), "")
    text = name_with_role(row) if isinstance(row, Participant) else name
    return " ".join(str(text).casefold().replace("(", " ").replace(",", " ").split())
