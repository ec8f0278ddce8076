"""Deeds about what is said: notes, goals, actions, words, questions."""

from __future__ import annotations

from collections.abc import Sequence

from sip_tui.cli.errors import CommandRefusedError, UsageError
from sip_tui.cli.verbs.deed import Deed, Done, Run, instead_of
from sip_tui.i18n.translation import N_, _, language
from sip_tui.meeting.content import outcomes, plan, questions
from sip_tui.meeting.content.doers import joint_doers
from sip_tui.meeting.model.enums import Row, Status
from sip_tui.meeting.model.meeting import Action
from sip_tui.meeting.notes.pads import TaggedLine
from sip_tui.meeting.time import agenda
from sip_tui.meeting_file.vocabulary import PHASE_NAMES, STATUSES
from sip_tui.parsing.action_line import parse_action_line
from sip_tui.parsing.tagged_line import action_cells, goal_of_action, parse_tagged_line, write_notes
from sip_tui.phrasing.wording import STATUSES as STATUS_WORDS
from sip_tui.phrasing.wording import name_or_role
from sip_tui.resources.meeting_types import part_name, part_names
from sip_tui.swedish.dates.formatting import spoken

LONGEST_NAME = 3
"""Words of the longest name of a part."""
NO_NUMBER = N_("Write the number of the question first; there are {count}.")


def add_action_line(deed: Deed) -> Done:
    """Add an action from one line: who does what, and when."""
    goal, line = goal_of_action(deed.meeting, deed.need_text())
    cells = action_cells(parse_action_line(deed.meeting, line, deed.today), deed.today) | {"goal": goal}
    edits = plan.add_action(deed.meeting, deed.context, **{name: str(value) for name, value in cells.items()})
    owner = deed.meeting.participant(str(cells.get("who", "")))
    parts = (
        str(cells["what"]),
        name_or_role(owner) if owner else joint_doers(deed.meeting, str(cells["what"])) or _("nobody has taken it on"),
        spoken(str(cells["when"]), language()),
        str(cells["how_often"]),
    )
    return Done(edits, " · ".join(part for part in parts if part))


def add_main_goal(deed: Deed) -> Done:
    """Add a main goal."""
    return Done(
        plan.add_goal(deed.meeting, deed.context, text=deed.need_text()), _("Goal: {text}").format(text=deed.text)
    )


def add_subgoal(deed: Deed) -> Done:
    """Add a part of the latest main goal."""
    mains = plan.main_goals(deed.meeting)
    if not mains:
        raise CommandRefusedError(_("There is no goal to be a part of; write one first with: do ID goal TEXT"))
    edits = plan.add_goal(deed.meeting, deed.context, text=deed.need_text(), parent=mains[-1].id)
    return Done(edits, _("Part of the goal {goal}: {text}").format(goal=mains[-1].text, text=deed.text))


def add_text(table: str, main: str = "text") -> Run:
    """Return a deed that adds a row whose main field is the text."""

    def run(deed: Deed) -> Done:
        """Do it."""
        rows: Sequence[Row] = deed.meeting.rows(table)
        return Done(plan.add_row(table, rows, deed.context, main, {main: deed.need_text()}), deed.text)

    return run


def add_quote(deed: Deed) -> Done:
    """Add somebody's own words: the person's, if nobody else is named before them."""
    cells = parse_tagged_line(deed.meeting, TaggedLine("quote", "quotes", deed.need_text(), ""), today=deed.today)
    return Done(plan.add_row("quotes", deed.meeting.quotes, deed.context, "text", cells), deed.text)


def raise_hard_word(deed: Deed) -> Done:
    """Raise a word that somebody did not understand."""
    edits = questions.raise_term(deed.meeting, deed.need_text(), "", deed.timing.phase, deed.context)
    if not edits:
        raise CommandRefusedError(_("{term} is on the list already.").format(term=deed.text))
    return Done(edits, deed.text)


def explain_word(deed: Deed) -> Done:
    """Write what a word means: the longest beginning that is a word on the list, then the explanation."""
    for count in range(len(deed.words), 0, -1):
        word = " ".join(deed.words[:count]).casefold()
        if term := next((term for term in deed.meeting.terms if term.term.casefold() == word), None):
            answer = " ".join(deed.words[count:])
            return Done(questions.answer_term(term.id, answer), f"{term.term}: {instead_of(answer, term.answer)}")
    words = ", ".join(term.term for term in deed.meeting.terms) or _("none")
    raise CommandRefusedError(_("The line does not begin with a word on the list: {words}.").format(words=words))


def answer_question(deed: Deed) -> Done:
    """Write the answer to a question, by its number."""
    every = questions.all_questions(deed.meeting)
    number, *rest = deed.words or [""]
    if not number.isdecimal() or not 1 <= int(number) <= len(every):
        raise CommandRefusedError(_(NO_NUMBER).format(count=len(every)))
    question, answer = every[int(number) - 1], " ".join(rest)
    said = f"{question.text} {instead_of(answer, question.answer)}"
    return Done(questions.change_question(deed.meeting, question.id, answer=answer), said)


def set_action_status(deed: Deed) -> Done:
    """Set the status of an action: its number, or words from it, and last the status."""
    shown = {_(words): token for token, words in STATUS_WORDS.items()}
    known = {**STATUSES, **shown}
    size = 2 if " ".join(deed.words[-2:]).casefold() in known else 1
    wanted = " ".join(deed.words[-size:]).casefold()
    if wanted not in known:
        raise CommandRefusedError(_("Put the status at the end: {words}.").format(words=", ".join(shown)))
    action, status = action_named(deed, " ".join(deed.words[:-size])), Status(known[wanted])
    return Done(outcomes.set_status(action, status), f"{action.what}: {_(STATUS_WORDS[status])}")


def action_named(deed: Deed, words: str) -> Action:
    """Find an action by its number, or by words that only it has."""
    actions = deed.meeting.actions
    if words.isdecimal() and 1 <= int(words) <= len(actions):
        return actions[int(words) - 1]
    found = [action for action in actions if words and words.casefold() in action.what.casefold()]
    if len(found) == 1:
        return found[0]
    listed = "; ".join(f"{number} {action.what}" for number, action in enumerate(found or actions, 1))
    sentence = _("Which action? Write its number or words that only it has: {actions}.")
    raise CommandRefusedError(sentence.format(actions=listed or _("there are none")))


def add_note(deed: Deed) -> Done:
    """Add a line to the secretary's notes, and the row that a tag makes: the phase first, or else the present one."""
    named, words = _part_and_rest(deed)
    phase = named or deed.timing.phase or agenda.PHASES[0]
    if not words:
        raise UsageError(_("Write a text after the verb."))
    seat = deed.claim_pad()
    before = deed.meeting.pad_text(phase, seat)
    gap = "\n" if before and not before.endswith("\n") else ""
    whole = f"{before}{gap}{' '.join(words)}\n"
    edits = write_notes(deed.meeting, phase, seat, whole, deed.context, deed.today)
    return Done(edits, f"{part_name(deed.meeting, phase)}: {' '.join(words)}")


def _part_and_rest(deed: Deed) -> tuple[str, list[str]]:
    """Tell the part that the longest beginning of the words names, as in this type of meeting, from the words after."""
    own = zip(part_names(deed.meeting), agenda.PHASES, strict=True)
    names = {**PHASE_NAMES, **{name.casefold(): phase for name, phase in own}}
    for count in range(min(len(deed.words) - 1, LONGEST_NAME), 0, -1):
        if phase := names.get(" ".join(deed.words[:count]).casefold()):
            return phase, list(deed.words[count:])
    return "", list(deed.words)


def set_person(field: str) -> Run:
    """Return a deed that writes a field of the person's row."""

    def run(deed: Deed) -> Done:
        """Do it."""
        person, text = deed.meeting.person, deed.need_text()
        return Done(plan.change_row("person", person, **{field: text}), instead_of(text, getattr(person, field)))

    return run
