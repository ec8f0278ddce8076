"""A follow-up opens with what is left of the plan, and leaves the rest where it was written."""

from __future__ import annotations

from datetime import datetime

import pytest

from sip_tui.meeting.content.outcomes import replace_action, review_progress, set_reached, set_status
from sip_tui.meeting.guidance.phase_guard import ConcernKind, concerns_before_leaving
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Answer, Presence, Status, find_row
from sip_tui.meeting.model.meeting import Action, Meeting
from sip_tui.meeting.people.floor import change_phase
from sip_tui.meeting.time.agenda import planned_minutes
from sip_tui.meeting.time.timeline import timing_at
from sip_tui.minutes.render import minutes
from sip_tui.parsing.action_line import read_instead
from sip_tui.screens.dialogs import ConfirmDialog
from sip_tui.session.follow_up import FollowUpRefusedError, create_follow_up, minutes_of, start_of
from sip_tui.session.session import MeetingSession
from tests.helpers.app_harness import ID, AppHarness, screen_text, wait_until
from tests.helpers.plan_chain import end, held, plan


def actions(harness: AppHarness, meeting_id: str) -> dict[str, Action]:
    return {action.id: action for action in meeting_of(harness, meeting_id).actions}


def meeting_of(harness: AppHarness, meeting_id: str) -> Meeting:
    return MeetingSession(harness.archive.open(meeting_id), harness.clock).meeting


def test_follow_up_carries_people_goals_and_open_actions(harness: AppHarness) -> None:
    first = held(harness, ID, *plan("a1", "Ringa skolan"), *plan("a2", "Skriva brev", status="done"))
    first.write([Edit("participants", "p3", "presence", "present"), Edit("participants", "p3", "consent", "oral")])
    first.write(
        [Edit("person", "person", "kept_out", "Pappas sjukdom"), Edit("about", "meeting", "follow_up", "2027-01-29")]
    )
    before = end(first)
    made = meeting_of(harness, create_follow_up(harness.archive, ID, harness.clock))
    assert [action.what for action in made.actions if action.id in {"a1", "a2"}] == ["Ringa skolan"]
    assert [goal.text for goal in made.goals] == [goal.text for goal in before.goals]
    assert {action.since for action in made.actions} == {"2026-11-27"}
    assert {goal.since for goal in made.goals} == {"2026-11-27"}
    assert [person.name for person in made.participants] == [person.name for person in before.participants]
    assert {person.presence for person in made.participants} == {Presence.EXPECTED}
    assert {person.consent for person in made.participants} == {""}
    assert made.person.kept_out == "Pappas sjukdom"
    assert (made.about.previous, made.about.script, made.about.follow_up) == (ID, "again", "")
    assert made.about.start is not None
    assert made.about.start.date().isoformat() == "2027-01-29"
    assert not made.notes
    assert not made.events
    shared = planned_minutes(made)
    assert max(shared, key=lambda phase: shared[phase]) == "situation", "a follow-up asks longest how it went"


@pytest.mark.parametrize(
    ("instead", "what", "who"),
    [
        ("Skriva brev", "Skriva brev", "p3"),
        ("Ingrid skriver brev på fredag", "Skriver brev på fredag", "p6"),
        ("På fredag ringer Ingrid BUP", "På fredag ringer Ingrid BUP", "p6"),
        ("Hemtjänsten handlar på tisdagar", "Hemtjänsten handlar på tisdagar", ""),
    ],
)
def test_what_is_done_instead_is_done_by_whom_the_words_name(
    harness: AppHarness, instead: str, what: str, who: str
) -> None:
    told = harness.app().meeting
    assert told.participant("p6") is not None
    assert read_instead(told, instead, harness.clock().date(), "p3") == (what, who)


def test_who_was_refused_is_not_called_and_a_yes_is_asked_again(harness: AppHarness) -> None:
    answers = {"p3": "oral", "p4": "none", "p5": "withdrawn"}
    end(held(harness, ID, *(Edit("participants", who, "consent", answer) for who, answer in answers.items())))
    made = meeting_of(harness, create_follow_up(harness.archive, ID, harness.clock))
    assert [(other.id, other.consent) for other in made.participants if other.id in answers] == [("p3", "")]
    left_out = {other.id: other.consent for other in made.removed_participants if other.id in answers}
    assert left_out == {"p4": "none", "p5": "withdrawn"}, "the no stands, should somebody take them back"


def test_unanswered_questions_come_along_answered_do_not(harness: AppHarness) -> None:
    first = held(harness, ID, *(Edit("questions", row, "text", f"Vem {row}?") for row in ("skjutsar", "betalar")))
    first.write(
        [Edit("about", "meeting", "questions", ["Vad hjälper?"]), Edit("questions", "betalar", "answer", "BUP")]
    )
    end(first)
    made = meeting_of(harness, create_follow_up(harness.archive, ID, harness.clock))
    assert made.about.questions == ("Vad hjälper?", "Vem skjutsar?")
    assert made.questions == ()


async def test_opening_days_too_early_is_asked_about_first(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write([Edit("about", "meeting", "start", "2027-01-12T12:00:00Z")])
        await pilot.press("v")
        await wait_until(pilot, lambda: isinstance(app.screen, ConfirmDialog))
        assert "Det är om 46 dagar." in screen_text(app)
        await pilot.press("n")
        await wait_until(pilot, lambda: not isinstance(app.screen, ConfirmDialog))
        assert not app.meeting.events
        await pilot.press("v")
        await wait_until(pilot, lambda: isinstance(app.screen, ConfirmDialog))
        await pilot.press("j")
        await wait_until(pilot, lambda: bool(app.meeting.events))


def test_name_of_deleted_participant_is_hidden_in_the_follow_up(harness: AppHarness) -> None:
    first = held(harness, ID, Edit("participants", "x1", "name", "Torgny Brännlund"))
    first.write([Edit("participants", "x1", "deleted", True), *plan("a1", "Torgny Brännlund ringer")])
    end(first)
    made = meeting_of(harness, create_follow_up(harness.archive, ID, harness.clock))
    assert [person.name for person in made.removed_participants] == ["Torgny Brännlund"]
    assert "Brännlund" not in minutes(made, "mail", now=harness.clock()).text


def test_open_meeting_is_not_followed_up_and_no_meeting_twice(harness: AppHarness) -> None:
    session = held(harness)
    session.flush()
    session.folder.leave()
    with pytest.raises(FollowUpRefusedError, match=r"är inte avslutat än\. Avsluta det först"):
        create_follow_up(harness.archive, ID, harness.clock)
    end(held(harness))
    made = create_follow_up(harness.archive, ID, harness.clock)
    with pytest.raises(FollowUpRefusedError, match=f"har redan en uppföljning: {made}"):
        create_follow_up(harness.archive, ID, harness.clock)


def test_five_actions_have_five_outcomes_over_two_follow_ups(harness: AppHarness) -> None:
    names = ("klar", "fortsätter", "ersätts", "slutar", "uteblir")
    end(held(harness, ID, *(edit for at, name in enumerate(names) for edit in plan(f"a{at}", f"Åtgärd {name}"))))
    second = held(harness, create_follow_up(harness.archive, ID, harness.clock))
    second.write(change_phase(second.meeting, "situation", second.edit_context()))
    assert ConcernKind.REVIEW in kinds(second)
    statuses = (Status.DONE, Status.ONGOING, Status.CHANGED, Status.ENDED, Status.NOT_DONE)
    for at, status in enumerate(statuses):
        second.write(set_status(_action(second, f"a{at}"), status))
    second.write(replace_action(second.meeting, _action(second, "a2"), "Åtgärd ny", second.edit_context()))
    second.write([Edit("actions", "a4", "why", "Skolan var stängd")])
    for action in second.meeting.actions:
        second.write(set_status(action, action.status) if action.since and not action.reviewed else ())
    for goal in second.meeting.goals:
        second.write(set_reached(goal, Answer.PARTLY))
    second.write([Edit("goals", "g1", "view", "Det går åt rätt håll")])
    assert ConcernKind.REVIEW not in kinds(second)
    done, everything = review_progress(second.meeting)
    assert done == everything
    text = minutes(end(second), "person", now=harness.clock()).text
    past = text[text.index("## Så gick det med planen") :].split("\n## ")[0]
    for words in (
        "klar – klar",
        "fortsätter – fortsätter",
        "ersätts – ersatt",
        "slutar – avslutas",
        "uteblir – blev inte av",
    ):
        assert f"Åtgärd {words}" in past
    assert "Varför: Skolan var stängd" in past
    assert "I stället: Åtgärd ny" in past
    assert "Du säger: Det går åt rätt håll" in past
    assert "Åtgärd slutar" not in text.replace(past, "")
    assert "Åtgärd ny" in text.replace(past, "")
    third = actions(harness, create_follow_up(harness.archive, second.folder.id, harness.clock))
    left = {action.what for action in third.values() if action.what.startswith("Åtgärd")}
    assert left == {"Åtgärd fortsätter", "Åtgärd ny"}
    assert third["a1"].since == "2026-11-27"


def test_plan_that_ends_says_why_and_who_remains(harness: AppHarness) -> None:
    session = held(harness, ID, Edit("between", "between", "ended", "Du klarar dig själv nu"))
    session.write([Edit("between", "between", "remains", "Vårdcentralen"), Edit("about", "meeting", "follow_up", "")])
    for audience in ("person", "mail", "full"):
        text = minutes(session.meeting, audience, now=harness.clock()).text
        assert "## Planen avslutas här" in text
        assert "Varför: Du klarar dig själv nu" in text
        assert "De här finns kvar för dig: Vårdcentralen" in text
        assert "Ingen tid är bokad" not in text


@pytest.mark.parametrize(
    ("booked", "start"),
    [
        ("2027-02-19T13:00", "2027-02-19T13:00:00+01:00"),
        ("2027-02-19T13:00/14:15", "2027-02-19T13:00:00+01:00"),
        ("2027-02-19", "2027-02-19T13:00:00+01:00"),
        ("2027-02-19 på förmiddagen", "2027-02-19T09:00:00+01:00"),
        ("2027-02-19 på eftermiddagen", "2027-02-19T13:00:00+01:00"),
        ("när det passar", None),
        ("", None),
    ],
)
def test_follow_up_starts_when_it_is_booked(harness: AppHarness, booked: str, start: str | None) -> None:
    session = held(harness, ID, Edit("about", "meeting", "follow_up", booked))
    assert start_of(session.meeting) == (start and datetime.fromisoformat(start))
    assert minutes_of(session.meeting) == (75 if "/" in booked else 0)


def kinds(session: MeetingSession) -> set[ConcernKind]:
    timing = timing_at(session.meeting, session.now())
    return {concern.kind for concern in concerns_before_leaving(session.meeting, timing)}


def _action(session: MeetingSession, row: str) -> Action:
    found = find_row(session.meeting.actions, row)
    assert found is not None
    return found
