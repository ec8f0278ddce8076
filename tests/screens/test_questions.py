"""Stories of what the meeting is to answer: always in sight, answered in plain words, and never in anybody's way."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from sip_tui.app.app import SipApp
from sip_tui.meeting.content.questions import all_questions, unanswered_questions
from sip_tui.meeting.guidance.phase_guard import WAIVED, ConcernKind
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.time.agenda import enter_phase
from sip_tui.screens.dialogs import ConfirmDialog as Asking
from sip_tui.screens.forms.select_field import KeyboardSelect
from sip_tui.widgets.row_list import RowList
from tests.helpers.app_harness import AppHarness, wait_until_saved
from tests.helpers.hostile_text import HOSTILE
from tests.helpers.list_screens import static_text

FIRST = "Vilken hjälp behöver du för att komma i väg på morgnarna?"


def shown(app: SipApp) -> list[str]:
    rows = app.screen.query_one("#row-list", RowList)
    return [str(rows.get_option_at_index(n).prompt) for n in range(rows.option_count)]


async def type_in(pilot: Pilot[int], app: SipApp, **values: str) -> None:
    for name, value in values.items():
        app.screen.query_one(f"#field-{name}", Input).value = value
    await pilot.press("escape")
    await wait_until_saved(pilot, app)


async def test_invitation_questions_come_first_and_answer_ticks(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f7")
        assert [line.strip()[:1] for line in shown(app)[1:4]] == ["1", "2", "3"]
        assert FIRST in str(app.screen.query_one("#read-aloud", Static).content)
        await pilot.press("enter")
        assert isinstance(app.focused, Input)
        assert app.focused.id == "field-answer"
        await type_in(pilot, app, answer="Någon ringer kl 7.")
        assert "✓" in shown(app)[1]
        assert "Någon ringer kl 7." in shown(app)[1]
        assert "Någon ringer kl 7." in str(app.screen.query_one("#read-aloud", Static).content)
    assert [question.id for question in unanswered_questions(harness.on_disk())] == ["question-2", "question-3"]


async def test_the_main_question_stands_first_everywhere(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v", "f7", "down", "down", "e")
        chosen = app.screen.query_one("#field-main", KeyboardSelect)
        chosen.value = "yes"
        await pilot.pause()
        await pilot.press("escape")
        await wait_until_saved(pilot, app)
        assert "Vem håller ihop kontakterna" in shown(app)[1]
        assert "(huvudfråga)" in shown(app)[1]
        await pilot.press("f2")
        await pilot.pause()
        assert "1. Vem håller ihop kontakterna" in static_text(app, "GuidanceCard")
    assert [question.main for question in all_questions(harness.on_disk())] == [True, False, False]


async def test_question_is_added_reworded_and_removed(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f7", "F")
        await type_in(pilot, app, text="Vad händer i sommar?")
        assert app.screen.query_one(RowList).row == f"questions {all_questions(app.meeting)[3].id}"
        await pilot.press("home", "e")
        await type_in(pilot, app, text="Vem väcker dig?")
        assert [question.text for question in all_questions(app.meeting)][::3] == [
            "Vem väcker dig?",
            "Vad händer i sommar?",
        ]
        await pilot.press("x")
        assert len(all_questions(app.meeting)) == 3
        await pilot.press("z", "z")
        await wait_until_saved(pilot, app)
    assert [question.text for question in all_questions(harness.on_disk())][::3] == [FIRST, "Vad händer i sommar?"]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_purpose_and_what_is_left_on_first_screen(harness: AppHarness, size: tuple[int, int]) -> None:
    app = harness.app()
    async with app.run_test(size=size) as pilot:
        await pilot.press("v")
        where = "OwnLines" if size[0] >= 100 else "GuidanceCard"
        assert FIRST in static_text(app, where)
        edge = app.screen.query_one("#guidance").border_title
        seen = f"{static_text(app, 'MeetingHeader')} {edge} {static_text(app, 'GuidanceCard')}"
        assert app.meeting.about.purpose in seen
        app.write(enter_phase(app.meeting, "needs", app.session.edit_context()))
        assert "3" in static_text(app, "QuestionsLeft")
        assert FIRST in static_text(app, where)
        for number in (1, 2, 3):
            app.write([Edit("questions", f"question-{number}", "text", "Hur?")])
            app.write([Edit("questions", f"question-{number}", "answer", "Så.")])
        await pilot.pause()
        assert static_text(app, "QuestionsLeft").startswith("✓")
        assert FIRST not in static_text(app, where)


async def test_unanswered_questions_are_asked_about_once(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v")
        app.write(enter_phase(app.meeting, "summary", app.session.edit_context()))
        await pilot.press("v")
        await pilot.pause()
        assert isinstance(app.screen, Asking)
        assert FIRST in "".join(str(widget.content) for widget in app.screen.query(Static))
        await pilot.press("j")
        await wait_until_saved(pilot, app)
    meeting = harness.on_disk()
    assert any(event.kind == WAIVED and event.text == ConcernKind.QUESTIONS.value for event in meeting.events)
    assert meeting.events[-1].phase == "closing"


async def test_hostile_questions_are_plain_text(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v")
        app.write(
            [Edit("about", "meeting", "questions", HOSTILE), Edit("about", "meeting", "purpose", " ".join(HOSTILE))]
        )
        app.write([Edit("questions", "q9", "text", "[b]"), Edit("questions", "q9", "answer", " ".join(HOSTILE))])
        await pilot.pause()
        assert "[b]Anna[/b]" in static_text(app, "GuidanceCard")
        await pilot.press("f7", "down")
        lines = "".join(shown(app))
        assert "[b]Anna[/b]" in lines
        assert all(line == "\n" or line.isprintable() or line in "\u200c\u200d" for line in lines)
