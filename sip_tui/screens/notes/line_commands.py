"""What the line under the cursor is, what it could be, and the commands that change it."""

from __future__ import annotations

import re

from textual import on
from textual.binding import Binding
from textual.css.query import DOMQuery
from textual.events import Key as KeyPress
from textual.widgets import Input

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _, language, ngettext
from sip_tui.meeting.content.questions import raise_term
from sip_tui.meeting.log.projection import conflicts
from sip_tui.meeting.model.meeting import Link, Meeting, Term
from sip_tui.meeting.notes.linked_rows import linked_row
from sip_tui.meeting.notes.pads import (
    TAGS,
    open_tasks,
    pad_id,
    parse_tagged,
    to_tagged_line,
)
from sip_tui.meeting.people.floor import current_speaker
from sip_tui.parsing.jargon import JargonFinder
from sip_tui.parsing.writing_hints import Hint, HintKind, jargon_spans, line_hints
from sip_tui.phrasing.wording import addressee, format_clock, name_or_role
from sip_tui.screens.base import SipScreen
from sip_tui.screens.commands import command
from sip_tui.screens.forms.row_forms import row_form
from sip_tui.screens.forms.specs import FORM_SPECS
from sip_tui.screens.keymap import Key
from sip_tui.screens.notes.find_bar import FindBar
from sip_tui.screens.notes.hint_line import HintLine, explained_completions, line_feedback
from sip_tui.widgets.editor.pad import PadEditor

WORD = re.compile(r"\w[\w-]*")
KINDS = tuple(tag.key for tag in TAGS)


class WritingScreen(SipScreen):
    """A screen with pads and the commands for the line under the cursor."""

    BINDINGS = [
        command(
            "line.row",
            Key.PAD_ROW,
            "lift",
            N_("Add to the plan"),
            N_("Make the line an action. Press again: goal, decision …"),
            show=True,
        ),
        command(
            "line.fix",
            Key.TAKE_OFFERED,
            "fix",
            N_("Use the suggestion"),
            N_("Do what the line under the notes suggests"),
        ),
        command("pad.term", Key.PAD_TERM, "term", N_("Ask about a word"), N_("Have the chair ask what a word means")),
        command("pad.action", Key.PAD_ACTION, "new_action", N_("New action"), N_("Who does what, when"), show=True),
        command("pad.time", Key.PAD_TIME, "put_time", N_("The time"), N_("Insert the time"), show=True),
        command("pad.find", Key.FIND, "find", N_("Find"), N_("Look for a word in these notes")),
    ]

    needed_commands = ("pad.next", "pad.action", "pad.beside", "pad.time", "line.row")
    """What comes first on the key line."""
    _watch: JargonFinder
    _terms: tuple[Term, ...] | None = None
    _links: tuple[Link, ...] | None = None
    _hint: Hint | None = None
    """The hint under the pad."""

    @property
    def pads(self) -> DOMQuery[PadEditor]:
        """The pads that have been opened."""
        return self.query_one("#pads").query_children(PadEditor)

    @property
    def pad(self) -> PadEditor | None:
        """The pad that is shown."""
        return next((pad for pad in self.pads if pad.display), None)

    def row_of(self, pad: PadEditor) -> str:
        """Return the row of a pad in the meeting."""
        return pad_id(pad.phase, self.app.seat)

    def set_up(self, pad: PadEditor) -> None:
        """Give a new pad its words, its marks and its signs."""
        pad.tags = explained_completions
        pad.names = [participant.name for participant in self.app.meeting.participants]
        self._mark(pad)
        self._sign(pad)

    def update_marks(self, meeting: Meeting) -> None:
        """Update words to look for and linked lines after a change of the meeting."""
        if meeting.terms != self._terms:
            self._terms, self._watch = meeting.terms, JargonFinder.of(meeting.terms)
            for pad in self.pads:
                self._mark(pad)
        if meeting.links is not self._links:
            self._links = meeting.links
            for pad in self.pads:
                self._sign(pad)
        self.update_hint()

    def _mark(self, pad: PadEditor) -> None:
        watch = self._watch
        pad.marks = lambda line: jargon_spans(line, watch)

    def _sign(self, pad: PadEditor) -> None:
        row = self.row_of(pad)
        lines = frozenset(link.line for link in self.meeting.links if link.pad == row)
        pad.linked = lambda line: line.strip() in lines

    @on(PadEditor.Moved)
    def update_hint(self) -> None:
        """Show what the line is, and a hint about it."""
        pad = self.pad
        if pad is None or not self.is_mounted:
            return
        line = pad.cursor_line
        hints = line_hints(line, self._watch, addressee(self.meeting))
        self._hint = hints[0] if hints else None
        row = line_feedback(self.meeting, linked_row(self.meeting, self.row_of(pad), line), line, self.today)
        self.query_one(HintLine).show_hint(row, self._proposal(pad))

    def _proposal(self, pad: PadEditor) -> str:
        """Return what a key would do here, the most important first."""
        if conflicts(self.meeting):
            return _("Press {keys[line.fix]} when you have seen what was overwritten.").format(keys=KEYS)
        return self._hint.message if self._hint else _tasks_left(pad)

    def action_fix(self) -> None:
        """Take the hint, or mark a conflict as seen."""
        pad, hint = self.pad, self._hint
        if conflicts(self.meeting):
            self.action_lost_seen()
        elif pad and hint and hint.kind is not HintKind.WORD:
            pad.replace_in_line(pad.cursor_location[0], hint.start, hint.end, hint.fix)

    @property
    def takes_letters(self) -> bool:  # type: ignore[override]
        """Whether letters go into the pad, whatever has the focus."""
        return self.pad is not None and not self.pad.read_only

    def take_paste(self, text: str) -> None:
        """Paste beside the pad into the pad, as letters are written there."""
        if (pad := self.pad) is None or pad.read_only:
            super().take_paste(text)
            return
        self.set_focus(pad)
        pad.insert(text)

    def on_key(self, event: KeyPress) -> None:
        """Write a letter that is typed beside the pad into the pad: no letter is lost, whatever has the focus."""
        pad, letter = self.pad, event.character
        elsewhere = pad is not None and not isinstance(self.focused, PadEditor | Input)
        if pad and elsewhere and letter and event.is_printable and not pad.read_only:
            event.stop()
            event.prevent_default()
            pad.focus()
            pad.insert(letter)

    def action_lift(self) -> None:
        """Make the line a row; once more, a row of the next kind."""
        pad = self.pad
        if pad is None or not pad.cursor_line.strip():
            return
        number, now = pad.cursor_location[0], parse_tagged(pad.cursor_line)
        kind = KINDS[(KINDS.index(now.key) + 1) % len(KINDS)] if now else KINDS[0]
        text = to_tagged_line(pad.cursor_line, kind, language())
        is_last = number == pad.document.line_count - 1
        if pad.replace_line(number, text + ("\n" if is_last else "")):
            pad.move_cursor((number, len(text)))

    def action_term(self) -> None:
        """Let the chair ask about the hard word of this line, or the word at the cursor; without one, ask which."""
        word, speaker = self._hard_word(), current_speaker(self.meeting)
        if not word:
            self.app.push_screen(row_form(self, FORM_SPECS["term"]))
            return
        raised = raise_term(self.meeting, word, speaker.id if speaker else "", self.timing.phase, self.moment)
        self.write(raised)
        sentence = _("“{word}” is on the list already.") if not raised else _("The chair sees it now: “{word}”.")
        if raised and speaker:
            sentence = _("The chair sees it now: ask {name} what “{word}” means.")
        told = sentence.format(name=name_or_role(speaker) if speaker else "", word=word)
        self.query_one(HintLine).show_hint("", told)

    def _hard_word(self) -> str:
        """Return the word that is marked in the line, else what is selected, else the word at the cursor."""
        if self._hint and self._hint.kind is HintKind.WORD:
            return self._hint.words
        pad = self.pad
        if pad is None or "\n" in pad.selected_text:
            return ""
        column = pad.cursor_location[1]
        words = (found[0] for found in WORD.finditer(pad.cursor_line) if found.start() <= column <= found.end())
        return pad.selected_text.strip() or next(words, "")

    def action_put_time(self) -> None:
        """Put the time of day in at the cursor, with a space between it and the words before and after it."""
        if (pad := self.pad) is None or pad.read_only:
            return
        before = " " if pad.cursor_line[: pad.cursor_location[1]][-1:].strip() else ""
        pad.insert(f"{before}{format_clock(self.app.session.now())} ")

    def action_new_action(self) -> None:
        """Open the form for an action."""
        self.app.push_screen(row_form(self, FORM_SPECS["action"]))

    def action_find(self) -> None:
        """Search in this pad."""
        self.query_one(FindBar).seek(self.pad)

    @property
    def _is_finding(self) -> bool:
        return any(bar.has_pseudo_class("focus-within") for bar in self.query(FindBar))

    @property
    def hidden_commands(self) -> frozenset[str]:
        """While a word is sought, what is done to a line or a part."""
        those = (*type(self).BINDINGS, *WritingScreen.BINDINGS) if self._is_finding else ()
        ids = {binding.id for binding in those if isinstance(binding, Binding) and binding.id}
        return frozenset(ids - {"find.next"})

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the next place while a word is sought."""
        return super().check_action(action, parameters) and (action != "find_next" or self._is_finding)

    def action_find_next(self) -> None:
        """Go to the next place where the word stands."""
        self.query_one(FindBar).action_go(1)

    def action_leave(self) -> None:
        """Leave the search."""
        self.query_one(FindBar).action_leave()


def _tasks_left(pad: PadEditor) -> str:
    """Return that this task, or how many tasks, are no actions yet."""
    text = pad.text
    left = [number for number, _words in open_tasks(text)] if "[ ]" in text else []
    if pad.cursor_location[0] in left:
        return _("Something to do. Press {keys[line.row]} to make it an action.").format(keys=KEYS)
    sentence = ngettext(
        "{count} thing here is not an action yet. Press {keys[line.row]} on the line to make it one.",
        "{count} things here are not actions yet. Press {keys[line.row]} on a line to make it one.",
        len(left),
    )
    return sentence.format(count=len(left), keys=KEYS) if left else ""
