"""Lines about the meeting that several screens show: roles, questions, the newest actions and terms."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import chain, islice, repeat

from rich.cells import set_cell_size
from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _, ngettext
from sip_tui.meeting.content.plan import ActionGap, action_gaps
from sip_tui.meeting.content.questions import all_questions, unanswered_questions
from sip_tui.meeting.model.meeting import Action, Meeting, Question, Term
from sip_tui.meeting.people.roles import timekeeper
from sip_tui.phrasing.plan_words import plan_words
from sip_tui.phrasing.wording import format_when, gap_words, name_or_role
from sip_tui.widgets.live_static import FRAME, LiveStatic
from sip_tui.widgets.safe_text import plain
from sip_tui.widgets.text_layout import HangingIndent


def roles_line(meeting: Meeting) -> Content:
    """Return who leads, writes, watches the time and, when known, keeps the plan together."""
    return Content.assemble((_("Who does what: "), "bold"), " ".join(_roles(meeting)))


def chair_and_secretary(meeting: Meeting) -> Iterator[str]:
    """Yield who leads and who writes; nothing about a role that nobody has (requirement 16)."""
    about = meeting.about
    text = ((_("{name} is leading."), about.chair), (_("{name} is leading too."), about.co_chair))
    for sentence, who in (*text, (_("{name} is taking notes."), about.secretary)):
        if name := _name(meeting, who):
            yield sentence.format(name=name)


def _roles(meeting: Meeting) -> Iterator[str]:
    about = meeting.about
    chair, secretary = _name(meeting, about.chair), _name(meeting, about.secretary)
    if about.called_by and about.called_by != about.chair:
        yield _("{name} called the meeting.").format(name=_name(meeting, about.called_by))
    if not chair and not secretary:
        yield _("Who is leading? Who is taking notes? Decide that first.")
        return
    yield _("{name} is leading.").format(name=chair) if chair else _("Who is leading?")
    if about.co_chair:
        yield _("{name} is leading too.").format(name=_name(meeting, about.co_chair))
    yield _("{name} is taking notes.").format(name=secretary) if secretary else _("Who is taking notes?")
    if minder := _name(meeting, timekeeper(meeting)):
        yield _("{name} is keeping time.").format(name=minder)
    if coordinator := _name(meeting, meeting.between.coordinator):
        yield plan_words(meeting, N_("{name} coordinates the plan.")).format(name=coordinator)


def _name(meeting: Meeting, who: str) -> str:
    participant = meeting.participant(who)
    return plain(name_or_role(participant) if participant else who)


NONE_YET = N_("No questions yet. Press {keys[question.add]} to write what you need to answer.")
"""The list while it is empty; with places for keys."""
_ASKED = frozenset({"needs", "summary", "closing"})
"""The phases in which unanswered questions are shown: before that, nobody could have answered."""


class QuestionsLeft(LiveStatic):
    """How many questions are unanswered (requirement 181)."""

    EVERY = 5

    DEFAULT_CSS = "QuestionsLeft { height: 1; padding: 0 1; }"

    def render_content(self, now: datetime) -> Content:
        """Return how many questions are left."""
        those, left = all_questions(self.meeting), len(unanswered_questions(self.meeting))
        if not those:
            return Content("")
        if not left:
            return Content("✓ " + _("Every question has an answer"))
        words = _("Questions left: {left} of {all} ({keys[go.sides]})").format(left=left, all=len(those), keys=KEYS)
        return Content.styled(words, "bold" if self.timing(now).phase in _ASKED else "")


def questions_title(meeting: Meeting) -> str:
    """Return the heading of the list, with how many have an answer."""
    those = all_questions(meeting)
    if not those:
        return _("The questions you should answer")
    done = len(those) - len(unanswered_questions(meeting))
    return _("The questions you should answer ({done} of {all} done)").format(done=done, all=len(those))


def question_lines(meeting: Meeting) -> list[tuple[str, Content]]:
    """Return id and line of each question: numbered, ticked when it has an answer, with the answer below."""
    return [
        (question.id, _question_line(number, question)) for number, question in enumerate(all_questions(meeting), 1)
    ]


def question_sentence(question: Question) -> str:
    """Return what to ask about a question; once it has an answer, the answer read back (requirement 181)."""
    text = plain(question.text)
    if not question.answer.strip():
        return _("The question is: “{text}” Do we have an answer? Press {keys[side.edit]} to write it.").format(
            text=text, keys=KEYS
        )
    sentence = _("The question was: “{text}” Our answer is: “{answer}” Is that enough?")
    return sentence.format(text=text, answer=plain(question.answer))


def phase_questions(meeting: Meeting, phase: str) -> Iterator[Content]:
    """Yield the questions of a phase: at the opening all, to agree on; later those without an answer."""
    left = {question.id for question in unanswered_questions(meeting)}
    numbered = list(enumerate(all_questions(meeting), 1))
    asked = [(n, question) for n, question in numbered if phase == "opening" or question.id in left]
    if phase not in {"opening", *_ASKED}:
        return
    title = _("This is what we need to answer:") if phase == "opening" else _("Still without an answer:")
    # The heading stands on the line of the first: it is never the last thing that one sees.
    for heading, (number, question) in zip(chain([f"{title} "], repeat("")), asked, strict=False):
        yield Content.assemble((heading, "bold"), f"{number}. {plain(question.text)}{_main_mark(question)}")


def _main_mark(question: Question) -> str:
    return _(" (main question)") if question.main else ""


def _question_line(number: int, question: Question) -> Content:
    answered = bool(question.answer.strip())
    head = Content.styled(
        f"{number:>3} {'✓' if answered else ' '} {plain(question.text)}{_main_mark(question)}", "bold"
    )
    answer = Content.assemble("      ", (_("Answer:"), "bold"), f" {plain(question.answer)}")
    return HangingIndent(Content("\n").join([head, answer]) if answered else head, lead=6)


class SideList(LiveStatic):
    """The newest actions or terms, words without an answer first; the whole list is a key away."""

    EVERY = 5

    DEFAULT_CSS = "SideList { padding: 0 1; height: 1fr; text-wrap: wrap; }"

    def __init__(self, table: str) -> None:
        super().__init__(id=f"side-{table}", classes=FRAME)
        self._table = table

    def render_content(self, now: datetime) -> Content:
        """Return the newest rows that there is room for as a whole, and how many more there are."""
        heading, count, lines = self._rows()
        size, is_framed = self.content_size, self.screen.has_class("-wide")
        room = size.height if is_framed else size.height - 1
        nothing, key = [Content.styled(self._nothing(), "italic")], KEYS[f"go.{self._table}"]
        # Before the first layout there is no room; a list that was hidden until then would be styled twice more.
        fitting = whole_lines(lines, count, size.width, room, key) if size else [*islice(lines, 1)]
        shown = fitting if count else nothing
        return self.under_heading(heading.format(count=count), shown)

    def lines_needed(self, most: int) -> int:
        """Return the lines that the rows take in this width, without the heading; no more than ``most`` rows count."""
        _heading, count, lines = self._rows()
        rows = islice(lines, most) if count else iter([Content(self._nothing())])
        return sum(HangingIndent(row, more=self.HANG).get_height({}, self.content_size.width) for row in rows)

    def _nothing(self) -> str:
        """Say where the first one is written."""
        if self._table == "actions":
            return _("No action yet. Press {keys[go.actions]} to write one.").format(keys=KEYS)
        return _("No hard word yet. Press {keys[go.terms]} to write one.").format(keys=KEYS)

    def _rows(self) -> tuple[str, int, Iterator[Content]]:
        """Return heading, number and lines of the rows, the newest first."""
        if self._table == "actions":
            actions = self.meeting.actions
            return _("Actions ({count})"), len(actions), (_action_line(self.meeting, row) for row in reversed(actions))
        newest = list(reversed(self.meeting.terms))
        terms = sorted(newest, key=lambda term: bool(term.answer))
        return _("Hard words ({count})"), len(terms), map(_term_line, terms)

    on_resize = LiveStatic.follow


GOES_ON = " …"
"""The sign that a line goes on where there is no room for it."""


def whole_lines(lines: Iterator[Content], count: int, width: int, height: int, key: str = "") -> list[Content]:
    """Return the first of ``count`` lines that fit, broken to a width, and last how many more there are.

    What is left of the room has the beginning of the next line, so that none of it is empty; ``key`` leads to the rest.
    """
    shown, used, room = list[Content](), 0, max(height - 1, 0)
    for line in lines if width > 0 else ():
        rows = HangingIndent(line, more=LiveStatic.HANG).break_lines(width).split("\n")
        if used + len(rows) > height - (len(shown) + 1 < count):
            break
        shown.append(line)
        used += len(rows)
    more = count - len(shown)
    if not more or height < 1:
        return shown
    begun = [_cut(rows, room - used, width)] if width > len(GOES_ON) and room > used else []
    words = ngettext("… and {count} more", "… and {count} more", more).format(count=more)
    return [*shown, *begun, Content.styled(f"{words} ({key})" if key else words, "italic")]


LEAST_LETTERS = 4
"""Letters of a word that are shown of it where the rest has no room; fewer say nothing."""


def _cut(rows: list[Content], height: int, width: int) -> Content:
    """Return the first rows of a broken line, with a sign that it goes on, and as much of the next word as fits."""
    *first, last = (row.rstrip() for row in rows[:height])
    room = width - len(GOES_ON)
    following = rows[height].plain.split()[:1] if height < len(rows) else []
    if last.cell_length > room:
        last = last.wrap(room)[0].rstrip()
    elif following and room - last.cell_length >= LEAST_LETTERS:
        return Content("\n").join([*first, last + f" {set_cell_size(following[0], room - last.cell_length)}…"])
    return Content("\n").join([*first, last + GOES_ON])


def _action_line(meeting: Meeting, action: Action) -> Content:
    who = meeting.participant(action.who)
    found = [gap for gap in action_gaps(meeting, action) if gap is not ActionGap.NO_GOAL]
    sentence = " · ".join(
        part
        for part in (plain(action.what), plain(name_or_role(who)) if who else "", plain(format_when(action.when)))
        if part
    )
    if not found:
        return Content(sentence)
    lacks = plain(", ".join(gap_words(meeting, action, found)))
    return Content.assemble((f"⚑ {lacks}{' ' if lacks.endswith('?') else ': '}", "bold $warning"), sentence)


def _term_line(term: Term) -> Content:
    answer = plain(term.answer) if term.answer else _("not explained yet")
    return Content.assemble(plain(term.term), " – ", (answer, "" if term.answer else "bold $warning"))
