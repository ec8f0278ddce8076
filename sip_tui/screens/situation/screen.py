"""The situation: what matters most to the person, how each one sees it, and the help that is given already (F10)."""

from __future__ import annotations

from collections.abc import Mapping

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.plan import change_row, delete_row
from sip_tui.meeting.content.situation import account_of, slots_of, write_account
from sip_tui.meeting.model.meeting import Ongoing, Participant
from sip_tui.screens.base import SipScreen
from sip_tui.screens.chair import ChairScreen
from sip_tui.screens.commands import command
from sip_tui.screens.forms.form_screen import FormScreen, SelectField, TextField
from sip_tui.screens.forms.interpretation import vague_back
from sip_tui.screens.forms.newest import open_new
from sip_tui.screens.forms.row_forms import people, row_form
from sip_tui.screens.situation.rows import STRENGTHS, aloud, called, left_to_ask, situation_rows
from sip_tui.screens.time.phase_panels import card
from sip_tui.widgets.live_static import update_if_changed
from sip_tui.widgets.row_list import RowList
from sip_tui.widgets.safe_text import plain

SEEN = 48
"""Cells of a field that are seen at once; a longer text is read back whole."""
LABELS: Mapping[str, tuple[str, str]] = {
    "works": (N_("What works"), N_("begin with what is good")),
    "works_not": (N_("What does not work"), ""),
    "experience": (N_("How it is"), N_("as the one who tells it says it")),
    "needs": (N_("Needs"), ""),
    "wishes": (N_("Wishes"), ""),
    "expectations": (N_("Expects of the plan"), ""),
    "goals": (N_("Important goals"), N_("the goals that this actor finds important")),
    "support": (N_("Can give support"), N_("what, how much and how often")),
}
"""Slot → its label in the form, and the hint in the empty field."""


class SituationScreen(ChairScreen):
    """One list, the person's own words first; below it what to ask, and whom nobody has asked."""

    PLACE = "situation"
    HELP = N_(
        "How things are, in short and in turn: first what matters most to the person and what there is to build on, "
        "then what each one sees that works and does not. Actors are asked two things more: which goals they find "
        "important, and what support they can give. Enter writes for the one who is chosen; what you type is kept as "
        "you type it. Help that is given already stands last, with how it works."
    )
    BINDINGS = [
        command("situation.edit", "e", "edit", N_("Write"), N_("Write what the chosen one tells"), show=True),
        command("ongoing.add", "a,plus", "add", N_("Ongoing help"), N_("Help that is given already"), show=True),
        command(
            *("ongoing.remove", "x,delete", "remove", N_("Remove"), N_("Take the chosen ongoing help off the list")),
            show=True,
        ),
    ]
    AUTO_FOCUS = "RowList"
    DEFAULT_CSS = """
    SituationScreen {
        #situation-grid { height: 1fr; }
        #situation-list { width: 1fr; height: 100%; }
        #situation-guidance { display: none; width: 44; height: 100%; padding: 0 1; border-left: solid $primary; }
        &.-wide #situation-guidance { display: block; }
    }
    """

    def compose_body(self) -> ComposeResult:
        with Horizontal(id="situation-grid"):
            yield RowList(id="situation-list")
            with VerticalScroll(id="situation-guidance", can_focus=False):
                yield Static(id="situation-card")
        yield Static(id="situation-aloud", classes="read-aloud")

    def on_option_list_option_highlighted(self) -> None:
        self._tell()

    def on_option_list_option_selected(self) -> None:
        self.action_edit()

    def action_edit(self) -> None:
        """Open the form of what is chosen."""
        row = self.query_one(RowList).row
        if row == "person person":
            self.app.push_screen(matters_form(self))
        elif row == "person strengths":
            self.app.push_screen(strengths_form(self))
        elif one := self._participant:
            self.app.push_screen(account_form(self, one))
        elif ongoing := self._ongoing:
            self.app.push_screen(ongoing_form(self, ongoing))

    def action_add(self) -> None:
        open_new(self, ongoing_form(self, None), "ongoing", "ongoing ")

    def action_remove(self) -> None:
        if ongoing := self._ongoing:
            self.write(delete_row("ongoing", ongoing.id))
        else:
            told = _("Choose ongoing help first; {keys[ongoing.remove]} takes it off the list.")
            self.notify(told.format(keys=KEYS))

    def refresh_content(self) -> None:
        rows = self.query_one(RowList)
        rows.show(list(situation_rows(self.meeting)))
        if rows.row.startswith("#"):
            rows.action_cursor_down()
        update_if_changed(self.query_one("#situation-card", Static), card(self.meeting, "situation"))
        self._tell()

    def _tell(self) -> None:
        question = aloud(self.meeting, self.query_one(RowList).row)
        lines = [line for line in (question, *left_to_ask(self.meeting)) if line]
        shown = self.query_one("#situation-aloud", Static)
        shown.display = bool(lines)
        update_if_changed(shown, Content("\n".join(lines)))

    @property
    def _participant(self) -> Participant | None:
        table, _space, row = self.query_one(RowList).row.partition(" ")
        return self.meeting.participant(row) if table == "accounts" else None

    @property
    def _ongoing(self) -> Ongoing | None:
        row = self.query_one(RowList).row
        return next((one for one in self.meeting.ongoing if f"ongoing {one.id}" == row), None)


def matters_form(screen: SipScreen) -> FormScreen:
    """The question that the plan begins with (seed row 102)."""
    fields = (TextField("matters", _("In the person's own words"), screen.meeting.person.matters),)

    def write(values: Mapping[str, str]) -> None:
        screen.write(change_row("person", screen.meeting.person, **values), step="person matters")

    return FormScreen(_("What matters most to you?"), fields, write, long_back)


def strengths_form(screen: SipScreen) -> FormScreen:
    """What the person has to build on (seed rows 72, 165)."""
    fields = (TextField("strengths", _("In the person's own words"), screen.meeting.person.strengths),)

    def write(values: Mapping[str, str]) -> None:
        screen.write(change_row("person", screen.meeting.person, **values), step="person strengths")

    return FormScreen(_(STRENGTHS), fields, write, long_back)


def account_form(screen: SipScreen, one: Participant) -> FormScreen:
    """What a participant tells: the slots that suit who it is (seed rows 1, 22, 32, 98)."""
    account = account_of(screen.meeting, one.id)
    fields = tuple(
        TextField(slot, _(LABELS[slot][0]), getattr(account, slot), _(LABELS[slot][1]) if LABELS[slot][1] else "")
        for slot in slots_of(screen.meeting, one)
    )
    written = {field.name: field.value for field in fields}

    def write(values: Mapping[str, str]) -> None:
        """Write only what has changed here: the other seat may fill in another slot at the same time."""
        changed = {slot: text for slot, text in values.items() if text != written[slot]}
        written.update(changed)
        # One edit at a time: to take back a new row would only hide it, and what was in it would come with the next.
        for edit in write_account(screen.meeting, one.id, changed):
            screen.write((edit,), step=f"accounts {one.id}")

    return FormScreen(called(one), fields, write, account_back)


def ongoing_form(screen: SipScreen, one: Ongoing | None) -> FormScreen:
    """Help that is given already, and how it works (seed row 103)."""
    row = one or Ongoing(id="")
    fields = (
        TextField("what", _("What help"), row.what),
        SelectField("who", _("Who gives it"), people(screen.meeting), row.who, _("nobody chosen")),
        TextField("works", _("What works"), row.works),
        TextField("works_not", _("What does not work"), row.works_not),
    )
    return row_form(screen, _("Ongoing help"), fields, "ongoing", one, back=long_back)


def account_back(values: Mapping[str, str]) -> str:
    """Read back what does not fit in its field, and point at words that promise nothing."""
    vague = vague_back(" ".join(values.get(slot, "") for slot in ("goals", "support")))
    return "\n".join(part for part in (long_back(values), vague) if part)


def long_back(values: Mapping[str, str]) -> str:
    """Every text that is longer than its field, whole."""
    return "\n".join(
        _("“{text}”").format(text=plain(text.strip())) for text in values.values() if cell_len(text) > SEEN
    )
