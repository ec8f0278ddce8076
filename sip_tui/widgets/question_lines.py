"""The questions that the meeting is to answer, wherever the chair looks: listed, counted, and asked for (F07)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.questions import questions, unanswered_questions
from sip_tui.meeting.model.meeting import Meeting, Question
from sip_tui.widgets.live_static import LiveStatic
from sip_tui.widgets.plain import plain

NONE_YET = N_("No question yet. {keys[question.add]} writes down what you are to answer.")
"""What stands in the list while there is none; with places for keys."""
_ASKED = frozenset({"needs", "summary", "closing"})
"""The phases in which the questions that nobody has answered are told: before that, nobody could have."""


class QuestionsLeft(LiveStatic):
    """One line for a glance: how many questions nobody has answered (seed row 181)."""

    DEFAULT_CSS = "QuestionsLeft { height: 1; padding: 0 1; }"

    def render_content(self, now: datetime) -> Content:
        those, left = questions(self.meeting), len(unanswered_questions(self.meeting))
        if not those:
            return Content("")
        if not left:
            return Content("✓ " + _("Every question has an answer"))
        words = _("Questions left: {left} of {all} ({keys[go.sides]})").format(left=left, all=len(those), keys=KEYS)
        return Content.styled(words, "bold" if self.timing(now).phase in _ASKED else "")


def questions_title(meeting: Meeting) -> str:
    """The heading of the list, with how many have an answer."""
    those = questions(meeting)
    if not those:
        return _("The questions you are to answer")
    done = len(those) - len(unanswered_questions(meeting))
    return _("The questions you are to answer ({done} of {all} done)").format(done=done, all=len(those))


def question_lines(meeting: Meeting) -> list[tuple[str, Content]]:
    """Id and line of each question: numbered, ticked when it has an answer, with the answer below it."""
    return [(one.id, _line(number, one)) for number, one in enumerate(questions(meeting), 1)]


def question_sentence(one: Question) -> str:
    """What to ask about a question; once it has an answer, the answer is read back (seed row 181)."""
    text = plain(one.text)
    if not one.answer.strip():
        return _("Do we have an answer to the question: “{text}”").format(text=text)
    told = _("You asked: “{text}” The answer is: “{answer}” Is it what you needed to know?")
    return told.format(text=text, answer=plain(one.answer))


def questions_in(meeting: Meeting, phase: str) -> Iterator[Content]:
    """The questions that are told in a phase: at the opening all, to agree on; later those without an answer."""
    left = {one.id for one in unanswered_questions(meeting)}
    numbered = list(enumerate(questions(meeting), 1))
    told = numbered if phase == "opening" else [(n, one) for n, one in numbered if phase in _ASKED and one.id in left]
    if told:
        title = _("This is what we are to answer:") if phase == "opening" else _("Still without an answer:")
        yield Content.styled(title, "bold")
    for number, one in told:
        yield Content(f"{number}. {plain(one.text)}")


def _line(number: int, one: Question) -> Content:
    answered = bool(one.answer.strip())
    head = Content.styled(f"{number:>3} {'✓' if answered else ' '} {plain(one.text)}", "bold")
    if not answered:
        return head
    return Content("\n").join([head, Content.assemble("      ", (_("Answer:"), "bold"), f" {plain(one.answer)}")])
