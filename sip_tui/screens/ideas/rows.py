"""The rows beside the plan: questions, ideas, the parking lot, disagreements, and the chair's private marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _, ngettext
from sip_tui.meeting.content.plan import action_of_idea, unsettled_items
from sip_tui.meeting.model.meeting import Disagreement, Idea, Meeting, ParkedItem, Question, Reaction, Row
from sip_tui.meeting.time.cues import Mood, latest_reactions
from sip_tui.phrasing.wording import format_clock, name_or_role
from sip_tui.widgets.meeting_lines import NONE_YET, question_lines, question_sentence, questions_title
from sip_tui.widgets.safe_text import plain

MARKS: Mapping[str, str] = {
    Mood.SAD: N_("sad"),
    Mood.TIRED: N_("tired"),
    Mood.WORRIED: N_("worried"),
    Mood.ANGRY: N_("angry"),
    Mood.RELIEVED: N_("relieved"),
    Mood.WELL: N_("fine"),
}
"""How somebody seems, as the chair says it."""

ListRow = tuple[str, Content]
"""Table and row, and what is shown; a name that begins with ``#`` is no row."""


def side_rows(meeting: Meeting, *, private: bool, shown: bool = False) -> Iterator[ListRow]:
    """Every list under its heading; the marks only when ``private``, which nobody but the chair is.

    The marks themselves are there only when ``shown``: the person they are about may sit beside the chair.
    """
    yield "#questions", _heading(questions_title(meeting))
    yield from _rows("questions", question_lines(meeting), _(NONE_YET))
    yield "#ideas", _heading(_("Ideas"))
    ideas = [(one.id, _idea(meeting, one)) for one in meeting.ideas]
    yield from _rows("ideas", ideas, _("No idea yet. {keys[idea.add]} writes one."))
    yield "#parked", _heading(_parked_title(meeting))
    parked = [(one.id, _parked(meeting, one)) for one in meeting.parked]
    yield from _rows("parked", parked, _("Nothing is parked. {keys[parked.add]} parks a question for later."))
    yield "#disagreements", _heading(_("What we do not agree on"))
    open_ = [(one.id, Content(f"  {plain(one.text)}")) for one in meeting.disagreements]
    yield from _rows(
        "disagreements", open_, _("Nothing written. {keys[disagreement.add]} writes down what you see differently.")
    )
    if private:
        yield "#reactions", _heading(_("Only for you: it is never in any document"))
        marks = [(one.id, _mark(meeting, one)) for one in latest_reactions(meeting)]
        if marks and not shown:
            yield "#hidden", _hidden(len(marks))
        else:
            yield from _rows("reactions", marks, _("No mark. {keys[mark.person]} marks how somebody seems."))


def aloud(meeting: Meeting, row: Row | None) -> str:
    """The chosen row in full, as a sentence to say; empty for a private mark."""
    match row:
        case Question():
            return question_sentence(row)
        case Idea():
            return _idea_sentence(row)
        case ParkedItem():
            said_by = _who(meeting, row.said_by)
            text = _("Parked: “{text}”, from {name}.") if said_by else _("Parked: “{text}”.")
            return text.format(text=plain(row.text), name=said_by)
        case Disagreement():
            return _("We see this differently: “{text}”. Is it rightly put?").format(text=plain(row.text))
    return ""


def _rows(table: str, rows: list[ListRow], nothing: str) -> Iterator[ListRow]:
    yield from ((f"{table} {row}", line) for row, line in rows)
    if not rows:
        yield f"#no-{table}", Content.styled(f"  {nothing.format(keys=KEYS)}", "italic")


def _hidden(count: int) -> Content:
    told = ngettext(
        "{count} mark. {keys[marks.show]} shows it.", "{count} marks. {keys[marks.show]} shows them.", count
    )
    return Content.styled("  " + told.format(count=count, keys=KEYS), "italic")


def _heading(text: str) -> Content:
    return Content.styled(text, "bold underline")


def _parked_title(meeting: Meeting) -> str:
    left = len(unsettled_items(meeting))
    return _("Parked ({count} left)").format(count=left) if meeting.parked else _("Parked")


def _idea(meeting: Meeting, one: Idea) -> Content:
    """The idea, and under it what speaks for it, what against, and what became of it."""
    action = action_of_idea(meeting, one)
    parts = [Content.styled(f"  {plain(one.text)}", "bold")]
    if one.pros:
        parts.append(Content.assemble("     ", (_("For:"), "bold"), f" {plain(one.pros)}"))
    if one.cons:
        parts.append(Content.assemble("     ", (_("Against:"), "bold"), f" {plain(one.cons)}"))
    if action is not None:
        who = _who(meeting, action.who) or _("nobody chosen")
        told = _("became an action")
        parts.append(Content(f"     → {told}: {plain(action.what)} ({who})"))
    return Content("\n").join(parts)


def _parked(meeting: Meeting, one: ParkedItem) -> Content:
    said_by = _who(meeting, one.said_by)
    text = f"{plain(one.text)} – {said_by}" if said_by else plain(one.text)
    settled = "  ✓ " + _("settled") if one.settled else ""
    return Content.assemble(f"  {text}", (settled, "bold"))


def _mark(meeting: Meeting, one: Reaction) -> Content:
    at = format_clock(one.at) if one.at else ""
    word = _(MARKS[one.mark]) if one.mark in MARKS else plain(one.mark)
    return Content.assemble(f"  {at}  {_who(meeting, one.who)}: ", (word, "bold"))


def _idea_sentence(one: Idea) -> str:
    parts = [_("The idea is: “{text}”.").format(text=plain(one.text))]
    if one.pros:
        parts.append(_("For it speaks: {text}.").format(text=plain(one.pros).rstrip(". ")))
    if one.cons:
        parts.append(_("Against it speaks: {text}.").format(text=plain(one.cons).rstrip(". ")))
    if not (one.pros and one.cons):
        parts.append(_("What speaks for it, and what against?"))
    return " ".join(parts)


def _who(meeting: Meeting, row: str) -> str:
    one = meeting.participant(row)
    return plain(name_or_role(one)) if one else ""
