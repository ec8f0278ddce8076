"""Whatever people write, the lines of the lists and the sentences below them are text without control characters."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st
from textual.content import Content

from sip_tui.meeting.content.questions import all_questions
from sip_tui.meeting.model.enums import Presence
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.resources.scripts import chair_guide
from sip_tui.screens import situation, summary, terms
from sip_tui.screens.actions.rows import board_summary, rows_by_goal, rows_by_participant
from sip_tui.screens.ideas.rows import ideas_rows, row_sentence
from sip_tui.screens.roll_call.rows import roll_line, roll_widths
from sip_tui.screens.roll_call.sentences import roll_sentence
from sip_tui.screens.row_list_screen import ListRow
from sip_tui.screens.script import rows as script
from sip_tui.screens.wrap_up.prompts import wrap_up_sentence
from sip_tui.screens.wrap_up.rows import progress_line, wrap_up_rows
from tests.helpers.hostile_text import ALL_HOSTILE, HOSTILE, hostile_everywhere, is_safe
from tests.helpers.meeting_fixture import MeetingFixture

TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=30))


def hostile_meeting(text: str) -> Meeting:
    fixture = MeetingFixture()
    fixture.open()
    fixture.set_presence(Presence.PRESENT, "p1", "p2", "p3")
    return fixture.write(tuple(hostile_everywhere(text)))


def texts_of(rows: Iterator[ListRow] | Iterator[tuple[str, Content]]) -> str:
    return "\n".join(content.plain for _row, content in rows)


def drawn(meeting: Meeting) -> Iterator[str]:
    """Give everything that the screens with lists write about a meeting."""
    yield texts_of(rows_by_goal(meeting))
    yield texts_of(rows_by_participant(meeting)) + board_summary(meeting)
    yield texts_of(ideas_rows(meeting, private=True, shown=True))
    for row in (*all_questions(meeting), *meeting.ideas, *meeting.parked, *meeting.disagreements):
        yield row_sentence(meeting, row)
    for row_id, content in situation.situation_rows(meeting):
        yield content.plain + situation.ask_sentence(meeting, row_id)
    yield from situation.unasked_sentences(meeting)
    for row_id, content in wrap_up_rows(meeting):
        yield content.plain + wrap_up_sentence(meeting, row_id, may_close=True)
    yield progress_line(meeting) + summary.summary_text(meeting).plain + texts_of(summary.round_rows(meeting))
    for participant in meeting.participants:
        yield (
            roll_line(participant, roll_widths(meeting, 76), meeting, {}).plain
            + roll_sentence(meeting, participant.id, "opening").plain
        )
    yield "\n".join(
        terms.term_line(meeting, term, terms.term_column(meeting)).plain for term in meeting.terms
    ) + terms.term_question(meeting)
    guide = chair_guide()
    yield texts_of(script.duty_lines(meeting, guide)) + texts_of(script.card_lines(meeting, guide, "planning"))
    yield texts_of(script.step_lines(meeting, guide.scripts[0], "planning"))
    yield "\n".join(script.duty_line(meeting, duty).plain for duty in guide.duties)


@settings(max_examples=25, deadline=None)
@given(TEXTS)
def test_lines_of_hostile_text_are_safe(text: str) -> None:
    for line in drawn(hostile_meeting(text)):
        assert is_safe(line), line


def test_hostile_text_is_shown_and_not_interpreted() -> None:
    shown = "\n".join(drawn(hostile_meeting(ALL_HOSTILE)))
    for text in ("[b]Anna[/b]", "[/]", "Å|sa", "{0}{person}%s", "[@click=app.quit]x[/]", "🙂" * 80):
        assert text in shown
