"""What the line under the cursor is, what it could be, and the commands that change it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from textual import on
from textual.content import Content
from textual.widgets import Static

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _, language, ngettext
from sip_tui.meeting.content.questions import raise_term
from sip_tui.meeting.log.projection import conflicts
from sip_tui.meeting.model.meeting import SINGLE_ROW_TABLES, Action, Link, Meeting, Row, Term, find_row
from sip_tui.meeting.notes.linked_rows import linked_row
from sip_tui.meeting.notes.pads import (
    TAGS,
    TaggedLine,
    open_tasks,
    pad_id,
    parse_tagged,
    tag_completions,
    to_tagged_line,
)
from sip_tui.meeting.people.floor import current_speaker
from sip_tui.parsing.jargon import JargonFinder
from sip_tui.parsing.participant_names import ParsedAction
from sip_tui.parsing.tagged_line import parse_tagged_line, read_action
from sip_tui.parsing.writing_hints import Hint, HintKind, jargon_spans, line_hints
from sip_tui.phrasing.fields import value_text
from sip_tui.phrasing.wording import addressee, name_or_role
from sip_tui.screens.base import SipScreen
from sip_tui.screens.commands import command
from sip_tui.screens.forms.interpretation import action_line_feedback
from sip_tui.screens.forms.row_forms import row_form
from sip_tui.screens.forms.specs import FORM_SPECS
from sip_tui.screens.keymap import Key
from sip_tui.screens.notes.find_bar import FindBar
from sip_tui.widgets.editor.pad import PadEditor
from sip_tui.widgets.live_static import update_if_changed
from sip_tui.widgets.safe_text import plain

NAMES: Mapping[str, tuple[str, str]] = {
    "action": (N_("Action"), N_("who does what, and when")),
    "goal": (N_("Main goal"), N_("what the person wants to reach")),
    "subgoal": (N_("Subgoal"), N_("a step on the way, within a shorter time")),
    "decision": (N_("Decision"), N_("what you have decided and is no action")),
    "term": (N_("Hard word"), N_("a word, and after = what it means")),
    "quote": (N_("Quote"), N_("someone's own words, most often the person's")),
    "disagreement": (N_("Disagree on"), N_("what you see differently")),
    "park": (N_("For another time"), N_("something for another time")),
    "info": (N_("Good to know"), N_("what everybody should know afterwards")),
    "question": (N_("Question"), N_("a question, and after = its answer")),
    "meeting": (N_("Next meeting"), N_("when you meet again")),
    "coordinator": (N_("Coordinator"), N_("who keeps the plan together")),
}
"""Tag → name and purpose of its row."""
_SHOWN_CELLS: Mapping[str, tuple[str, ...]] = {
    "goals": ("text", "parent", "by"),
    "resolutions": ("text",),
    "terms": ("term", "answer", "raised_by"),
    "quotes": ("who", "text"),
    "disagreements": ("text",),
    "parked": ("text", "said_by"),
    "information": ("text",),
    "questions": ("text", "answer"),
    "about": ("follow_up",),
    "between": ("coordinator",),
}
"""Table → the cells that are read back, in order."""


def explained_completions(prefix: str) -> Sequence[tuple[str, str]]:
    """Return the tag words with this prefix, each with its purpose."""
    spoken = language()
    keys = {tag.word(spoken): tag.key for tag in TAGS}
    return [(word, _(NAMES[keys[word]][1])) for word in tag_completions(prefix, spoken)]


def line_feedback(meeting: Meeting, row: tuple[str, str] | None, line: str, today: date) -> str:
    """Read a line back.

    Args:
        meeting: The meeting as it stands.
        row: The table and the row that the line has become, if it has.
        line: The line as it stands in the pad.
        today: The day it is where the meeting is.

    Returns:
        One sentence; empty for an ordinary line.
    """
    parsed = parse_tagged(line)
    if parsed is None:
        return ""
    name, purpose = (_(text) for text in NAMES[parsed.key])
    if row is None:
        sentence = _cells_back(meeting, parsed, today) if parsed.rest else purpose
        return _("{kind} (press Enter to send): {row}").format(kind=name, row=sentence)
    standing = _row_of(meeting, *row)
    if standing is None:
        return _("{kind}: somebody has taken it off the board; the line stays here.").format(kind=name)
    return f"✓ {name}: {_row_back(meeting, row[0], standing, today)}"


def _row_of(meeting: Meeting, table: str, row: str) -> Row | None:
    if table in SINGLE_ROW_TABLES:
        single: Row = getattr(meeting, table)
        return single
    return find_row(meeting.rows(table), row)


def _cells_back(meeting: Meeting, parsed: TaggedLine, today: date) -> str:
    if parsed.table == "actions":
        return action_line_feedback(meeting, read_action(meeting, parsed.rest, today), today)
    return _cells_sentence(meeting, parsed.table, parse_tagged_line(meeting, parsed, today=today))


def _row_back(meeting: Meeting, table: str, row: Row, today: date) -> str:
    if isinstance(row, Action):
        return action_line_feedback(meeting, ParsedAction(row.what, row.who, row.when or row.how_often), today)
    return _cells_sentence(meeting, table, {name: getattr(row, name) for name in _SHOWN_CELLS[table]})


def _cells_sentence(meeting: Meeting, table: str, cells: Mapping[str, object]) -> str:
    words = (value_text(meeting, table, name, cells[name]) for name in _SHOWN_CELLS[table])
    return " · ".join(plain(value) for value in words if value)


class HintLine(Static):
    """What the line is, and a hint; of one height, so that nothing above it moves."""

    DEFAULT_CSS = """
    HintLine { height: 2; padding: 0 1; background: $boost; text-wrap: wrap; }
    HintLine.-both { text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def show_hint(self, row: str, hint: str) -> None:
        """Show what the line is, and under it the hint; one alone may take both lines. Painted only when it is new."""
        sentence = [Content.styled(plain(row), "bold"), Content(plain(hint))]
        self.set_class(bool(hint), "-both")
        update_if_changed(self, Content("\n").join(sentence if hint else sentence[:1]))


KINDS = tuple(tag.key for tag in TAGS)


class WritingScreen(SipScreen):
    """A screen with pads and the commands for the line under the cursor."""

    BINDINGS = [
        command(
            "line.row",
            Key.PAD_ROW,
            "lift",
            N_("Make it a row"),
            N_("Make the line an action. Press again: goal, decision …"),
            show=True,
        ),
        command(
            "line.fix",
            Key.TAKE_OFFERED,
            "fix",
            N_("Take the suggestion"),
            N_("Do what the line under the notes suggests"),
        ),
        command("pad.term", Key.PAD_TERM, "term", N_("Ask about a word"), N_("Have the chair ask what a word means")),
        command("pad.action", Key.PAD_ACTION, "new_action", N_("New action"), N_("Who does what, when")),
        command("pad.find", Key.FIND, "find", N_("Find"), N_("Look for a word in these notes")),
    ]

    _watch: JargonFinder
    _terms: tuple[Term, ...] | None = None
    _links: tuple[Link, ...] | None = None
    _hint: Hint | None = None
    """The hint under the pad."""

    @property
    def pad(self) -> PadEditor | None:
        """The pad that is shown."""
        return next((pad for pad in self.query(PadEditor) if pad.display), None)

    def row_of(self, pad: PadEditor) -> str:
        """Return the row of a pad in the meeting."""
        return pad_id(pad.phase, self.app.seat)

    def set_up(self, pad: PadEditor) -> None:
        """Give a new pad its words, its marks and its signs."""
        pad.tags = explained_completions
        self._mark(pad)
        self._sign(pad)

    def update_marks(self, meeting: Meeting) -> None:
        """Update words to look for and linked lines after a change of the meeting."""
        if meeting.terms != self._terms:
            self._terms, self._watch = meeting.terms, JargonFinder.of(meeting.terms)
            for pad in self.query(PadEditor):
                self._mark(pad)
        if meeting.links is not self._links:
            self._links = meeting.links
            for pad in self.query(PadEditor):
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
        """Let the chair ask the one who speaks about the hard word of this line; else write down which word it was."""
        word = self._hint.words if self._hint and self._hint.kind is HintKind.WORD else ""
        speaker, moment = current_speaker(self.meeting), self.moment
        self.write(raise_term(self.meeting, word, speaker.id if speaker else "", self.timing.phase, moment))
        if word and speaker:
            sentence = _("The chair sees it now: ask {name} what “{word}” means.")
            self.query_one(HintLine).show_hint("", sentence.format(name=name_or_role(speaker), word=word))
        else:
            raised = find_row(self.app.meeting.terms, moment.row)
            self.app.push_screen(row_form(self, FORM_SPECS["term"], raised))

    def action_new_action(self) -> None:
        """Open the form for an action."""
        self.app.push_screen(row_form(self, FORM_SPECS["action"]))

    def action_find(self) -> None:
        """Search in this pad."""
        self.query_one(FindBar).seek(self.pad)


def _tasks_left(pad: PadEditor) -> str:
    """Return that this task, or how many tasks, are no actions yet."""
    text = pad.text
    left = [number for number, _words in open_tasks(text)] if "[ ]" in text else []
    if pad.cursor_location[0] in left:
        return _("Something to do. Press {keys[line.row]} to make it an action.").format(keys=KEYS)
    sentence = ngettext(
        "{count} thing here is no action yet. Press {keys[line.row]} on the line to make it one.",
        "{count} things here are no actions yet. Press {keys[line.row]} on a line to make it one.",
        len(left),
    )
    return sentence.format(count=len(left), keys=KEYS) if left else ""
