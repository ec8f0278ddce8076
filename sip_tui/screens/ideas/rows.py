"""The rows beside the plan: questions, ideas, the parking lot, disagreements, and the chair's private marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import _, ngettext
from sip_tui.meeting.content.plan import action_of_idea, unsettled_items
from sip_tui.meeting.model.enums import RowId
from sip_tui.meeting.model.meeting import Disagreement, Idea, Meeting, ParkedItem, Question, Reaction, Row
from sip_tui.meeting.time.cues import latest_reactions
from sip_tui.phrasing.wording import format_clock, name_or_role
from sip_tui.screens.floor.private_marks import MARKS
from sip_tui.screens.row_list_screen import ListRow
from sip_tui.widgets.meeting_lines import NONE_YET, question_lines, question_sentence, questions_title
from sip_tui.widgets.row_list import HEADING
from sip_tui.widgets.safe_text import plain


def ideas_rows(meeting: Meeting, *, private: bool, shown: bool = False) -> Iterator[ListRow]:
    """List everything under its heading; the marks only when ``private``, which nobody but the chair is.

    The marks themselves are there only when ``shown``: the person they are about may sit beside the chair.
    """
    yield RowId("#questions"), _heading(questions_title(meeting))
    yield from _section("questions", question_lines(meeting), _(NONE_YET))
    yield RowId("#ideas"), _heading(_("Ideas"))
    ideas = [(idea.id, _idea(meeting, idea)) for idea in meeting.ideas]
    yield from _section("ideas", ideas, _("No ideas yet. Press {keys[idea.add]} to write one."))
    yield RowId("#parked"), _heading(_parked_title(meeting))
    parked = [(item.id, _parked(meeting, item)) for item in meeting.parked]
    yield from _section(
        "parked", parked, _("Nothing is kept for another time. Press {keys[parked.add]} to keep a question.")
    )
    yield RowId("#disagreements"), _heading(_("What we disagree on"))
    nothing = _("Nothing is written. Press {keys[disagreement.add]} to write down what you disagree on.")
    disagreements = [(row.id, Content(f"  {plain(row.text)}")) for row in meeting.disagreements]
    yield from _section("disagreements", disagreements, nothing)
    if private:
        yield RowId("#reactions"), _heading(_("Only for those who chair – never in any document"))
        marks = [(mark.id, _mark(meeting, mark)) for mark in latest_reactions(meeting)]
        if marks and not shown:
            yield RowId("#hidden"), _hidden(len(marks))
        else:
            yield from _section("reactions", marks, _("No note. Press {keys[mark.person]} to note how someone seems."))


def row_sentence(meeting: Meeting, row: Row | None) -> str:
    """Write the row in full, as a sentence to say; nothing about a private mark."""
    match row:
        case Question():
            return question_sentence(row)
        case Idea():
            return _idea_sentence(row)
        case ParkedItem():
            speaker = _name(meeting, row.said_by)
            text = (
                _("Kept for another time: “{text}”, said by {name}.")
                if speaker
                else _("Kept for another time: “{text}”.")
            )
            return text.format(text=plain(row.text), name=speaker)
        case Disagreement():
            return _("We disagree on this: “{text}”. Have we described it fairly?").format(text=plain(row.text))
    return ""


def _section(table: str, rows: Sequence[tuple[str, Content]], nothing: str) -> Iterator[ListRow]:
    """Give the rows of a table; a line that tells how to add one when there are ``nothing``."""
    yield from ((RowId(table, row), line) for row, line in rows)
    if not rows:
        yield RowId(f"#no-{table}"), Content.styled(f"  {nothing.format(keys=KEYS)}", "italic")


def _hidden(count: int) -> Content:
    text = ngettext(
        "{count} note. Press {keys[marks.show]} to show it.",
        "{count} notes. Press {keys[marks.show]} to show them.",
        count,
    )
    return Content.styled("  " + text.format(count=count, keys=KEYS), "italic")


def _heading(text: str) -> Content:
    return Content.styled(text, HEADING)


def _parked_title(meeting: Meeting) -> str:
    count = len(unsettled_items(meeting))
    return _("For another time ({count} left)").format(count=count) if meeting.parked else _("For another time")


def _idea(meeting: Meeting, idea: Idea) -> Content:
    """Write the idea, and under it what speaks for it, what against, and the action it became."""
    action = action_of_idea(meeting, idea)
    parts = [Content.styled(f"  {plain(idea.text)}", "bold")]
    if idea.pros:
        parts.append(Content.assemble("     ", (_("For:"), "bold"), f" {plain(idea.pros)}"))
    if idea.cons:
        parts.append(Content.assemble("     ", (_("Against:"), "bold"), f" {plain(idea.cons)}"))
    if action is not None:
        who = _name(meeting, action.who) or _("nobody chosen")
        became = _("became an action")
        parts.append(Content(f"     → {became}: {plain(action.what)} ({who})"))
    return Content("\n").join(parts)


def _parked(meeting: Meeting, item: ParkedItem) -> Content:
    speaker = _name(meeting, item.said_by)
    text = f"{plain(item.text)} – {speaker}" if speaker else plain(item.text)
    settled = "  ✓ " + _("dealt with") if item.settled else ""
    return Content.assemble(f"  {text}", (settled, "bold"))


def _mark(meeting: Meeting, reaction: Reaction) -> Content:
    at = format_clock(reaction.at) if reaction.at else ""
    word = _(MARKS[reaction.mark]) if reaction.mark in MARKS else plain(reaction.mark)
    return Content.assemble(f"  {at}  {_name(meeting, reaction.who)}: ", (word, "bold"))


def _idea_sentence(idea: Idea) -> str:
    parts = [_("The idea is: “{text}”.").format(text=plain(idea.text))]
    if idea.pros:
        parts.append(_("In favour: {text}.").format(text=plain(idea.pros).rstrip(". ")))
    if idea.cons:
        parts.append(_("Against: {text}.").format(text=plain(idea.cons).rstrip(". ")))
    if not (idea.pros and idea.cons):
        parts.append(_("What are the points for and against?"))
    return " ".join(parts)


def _name(meeting: Meeting, row: str) -> str:
    participant = meeting.participant(row)
    return plain(name_or_role(participant)) if participant else ""
