"""What the chair reads aloud: everything that was agreed on, once, in its order; and a round that leaves nobody out."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.meeting.content import summary
from sip_tui.meeting.content.plan import add_action, add_goal, delete_row, is_main_goal
from sip_tui.meeting.content.summary import SummaryGroup, SummaryTopic
from sip_tui.meeting.guidance import checklist
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.log.undo import inverse_of
from sip_tui.meeting.model.enums import HERE, NON_SPEAKING, Answer, Presence, Status
from sip_tui.meeting.model.meeting import Meeting
from tests.helpers.meeting_fixture import PEOPLE, MeetingFixture


def here(*people: str) -> MeetingFixture:
    fixture = MeetingFixture()
    for who in people or ("p1", "p2", "p3", "p4", "p5"):
        fixture.set_presence(Presence.PRESENT, who)
    return fixture


def groups(meeting: Meeting) -> list[SummaryGroup]:
    return [group for part in summary.build_summary(meeting) for group in part.groups]


def texts(meeting: Meeting, topic: SummaryTopic) -> list[tuple[str, list[str]]]:
    return [(group.who, [line.text for line in group.lines]) for group in groups(meeting) if group.topic is topic]


def promise(fixture: MeetingFixture, what: str, who: str = "", **more: str) -> None:
    fixture.write(add_action(fixture.meeting, fixture.moment(), what=what, who=who, **more))


def answers(fixture: MeetingFixture) -> list[tuple[str, str]]:
    return [(entry.participant.id, entry.same) for entry in summary.picture_round(fixture.meeting)]


def test_summary_of_empty_meeting_has_required_topics() -> None:
    said, decided = summary.build_summary(MeetingFixture().meeting)
    assert (said.decided, said.groups) == (False, ())
    assert [(group.topic, group.lines) for group in decided.groups] == [
        (SummaryTopic.GOALS, ()),
        (SummaryTopic.PROMISES, ()),
        (SummaryTopic.FOLLOW_UP, ()),
        (SummaryTopic.KEEPER, ()),
    ]


def test_summary_discussed_before_decided() -> None:
    fixture = MeetingFixture()
    rows = [("quotes", "text"), ("needs", "text"), ("information", "text"), ("ideas", "text"), ("parked", "text")]
    rows += [("disagreements", "text"), ("resolutions", "text"), ("goals", "text"), ("actions", "what")]
    fixture.write(tuple(Edit(name, f"{name}1", field, name) for name, field in rows))
    fixture.write((Edit("person", "person", "matters", "skolan"), Edit("accounts", "p1", "works", "bild")))
    promise(fixture, "Samir och Åsa träffas på torsdag")
    promise(fixture, "ringa", "p3")
    said, decided = summary.build_summary(fixture.meeting)
    order = list(SummaryTopic)
    assert [group.topic for group in said.groups] == order[: order.index(SummaryTopic.GOALS)]
    assert [group.topic for group in decided.groups] == order[order.index(SummaryTopic.GOALS) :]


def test_summary_situation_in_round_order_without_silent() -> None:
    fixture = MeetingFixture()
    cells = [("p4", "works", "stödet"), ("p1", "works_not", "morgnarna"), ("p1", "works", "bild"), ("p3", "works", " ")]
    fixture.write(
        tuple(Edit("accounts", *cell) for cell in [*cells, ("gone", "works", "x"), ("p2", "support", "skjuts")])
    )
    assert texts(fixture.meeting, SummaryTopic.SITUATION) == [("p1", ["bild", "morgnarna"]), ("p4", ["stödet"])]


def test_summary_promises_person_first_unclaimed_last() -> None:
    fixture = MeetingFixture()
    for what, who in (("ringa", "p4"), ("tandläkaren", ""), ("sova", "p1"), ("skjutsa", "p2"), ("skriva", "p4")):
        promise(fixture, what, who)
    promise(fixture, "bussen", "gone")
    assert texts(fixture.meeting, SummaryTopic.PROMISES) == [
        ("p1", ["sova"]),
        ("p2", ["skjutsa"]),
        ("p4", ["ringa", "skriva"]),
    ]
    assert texts(fixture.meeting, SummaryTopic.UNCLAIMED) == [("", ["tandläkaren", "bussen"])]


def test_summary_proposed_is_idea_and_finished_skipped() -> None:
    fixture = MeetingFixture()
    for what, status in (
        ("ringa", Status.PROPOSED),
        ("skriva", Status.DONE),
        ("sova", Status.ENDED),
        ("gå", "ongoing"),
    ):
        promise(fixture, what, "p3")
        fixture.write((Edit("actions", fixture.meeting.actions[-1].id, "status", status),))
    assert texts(fixture.meeting, SummaryTopic.IDEAS) == [("", ["ringa"])]
    assert texts(fixture.meeting, SummaryTopic.PROMISES) == [("p3", ["gå"])]


def test_summary_skips_promoted_ideas_and_settled_items() -> None:
    fixture = MeetingFixture()
    promise(fixture, "Taxi", "p3")
    fixture.write(
        (
            *(Edit("ideas", row, "text", text) for row, text in (("i1", "Taxi"), ("i2", "Buss"))),
            Edit("ideas", "i1", "action", fixture.meeting.actions[0].id),
            *(Edit("parked", row, "text", text) for row, text in (("k1", "Datorn"), ("k2", "Kortet"))),
            Edit("parked", "k2", "settled", True),
        )
    )
    assert texts(fixture.meeting, SummaryTopic.IDEAS) == [("", ["Buss"])]
    assert texts(fixture.meeting, SummaryTopic.PARKED) == [("", ["Datorn"])]
    fixture.write(delete_row("actions", fixture.meeting.actions[0].id))
    assert texts(fixture.meeting, SummaryTopic.IDEAS) == [("", ["Taxi", "Buss"])]


def test_summary_lists_subgoals_after_main_goal() -> None:
    fixture = MeetingFixture()
    first, second, step = (fixture.moment() for _ in range(3))
    fixture.write(add_goal(fixture.meeting, first, text="skolan"))
    fixture.write(add_goal(fixture.meeting, second, text="hästen"))
    fixture.write(add_goal(fixture.meeting, step, text="tre dagar", parent=first.row))
    assert texts(fixture.meeting, SummaryTopic.GOALS) == [("", ["skolan", "tre dagar", "hästen"])]
    mains = [goal.text for goal in fixture.meeting.goals if is_main_goal(fixture.meeting, goal)]
    assert mains == ["skolan", "hästen"]


ROWS = st.sampled_from(["g1", "g2", "g3", "g4"])


@given(st.dictionaries(ROWS, st.tuples(ROWS | st.just(""), st.sampled_from(["long", "short"]))))
@settings(max_examples=60)
def test_summary_reads_goals_once_even_in_a_circle(goals: dict[str, tuple[str, str]]) -> None:
    fixture = MeetingFixture()
    for row, (parent, horizon) in goals.items():
        cells = {"text": row, "parent": parent, "horizon": horizon}
        fixture.write(tuple(Edit("goals", row, field, value) for field, value in cells.items()))
    assert sorted(texts(fixture.meeting, SummaryTopic.GOALS)[0][1]) == sorted(goals)


@given(st.lists(st.tuples(st.sampled_from(["p1", "p2", "p4", "", "gone"]), st.sampled_from(list(Status))), max_size=8))
@settings(max_examples=60)
def test_summary_reads_every_agreed_action_once(actions: list[tuple[str, Status]]) -> None:
    fixture = MeetingFixture()
    for number, (who, status) in enumerate(actions):
        promise(fixture, f"sak {number}", who)
        fixture.write((Edit("actions", fixture.meeting.actions[-1].id, "status", status),))
    read = [
        text
        for topic in (SummaryTopic.PROMISES, SummaryTopic.UNCLAIMED)
        for _, all_ in texts(fixture.meeting, topic)
        for text in all_
    ]
    holds = {Status.NEW, Status.ONGOING, Status.CHANGED}
    assert sorted(read) == sorted(f"sak {number}" for number, (_, status) in enumerate(actions) if status in holds)


def test_picture_round_is_speakers_here() -> None:
    fixture = here("p4", "p1", "p5")
    fixture.set_presence(Presence.REMOTE, "p3")
    assert answers(fixture) == [("p1", ""), ("p3", ""), ("p4", "")]


def test_picture_answer_written_once_changed_and_undone() -> None:
    fixture = here("p1", "p3")
    fixture.write(summary.answer_picture(fixture.meeting, "p1", Answer.YES))
    assert summary.answer_picture(fixture.meeting, "p1", Answer.YES) == ()
    changed = summary.answer_picture(fixture.meeting, "p1", Answer.NO)
    back = inverse_of(fixture.builder.ledger, changed)
    fixture.write(changed)
    assert answers(fixture) == [("p1", Answer.NO), ("p3", "")]
    fixture.write(back)
    assert answers(fixture) == [("p1", "yes"), ("p3", "")]


def test_picture_answer_after_undo_holds() -> None:
    fixture = here("p1")
    edits = summary.answer_picture(fixture.meeting, "p1", Answer.YES)
    back = inverse_of(fixture.builder.ledger, edits)
    fixture.write(edits)
    fixture.write(back)
    assert answers(fixture) == [("p1", "")]
    fixture.write(summary.answer_picture(fixture.meeting, "p1", Answer.YES))
    assert answers(fixture) == [("p1", "yes")]


def test_picture_answer_only_from_those_asked() -> None:
    fixture = here("p1", "p5")
    for who, same in (("p5", Answer.YES), ("p3", Answer.YES), ("gone", Answer.NO)):
        assert summary.answer_picture(fixture.meeting, who, same) == ()
    fixture.write((Edit("pictures", "p1", "same", "perhaps"),))
    assert [participant.id for participant in summary.unasked_in_round(fixture.meeting)] == ["p1"]


def test_next_unasked_goes_around_the_round() -> None:
    fixture = here("p1", "p2", "p3", "p4")
    fixture.write(summary.answer_picture(fixture.meeting, "p3", Answer.YES))
    assert [summary.next_unasked_in_round(fixture.meeting, who) for who in ("", "p2", "p4", "gone")] == [
        "p1",
        "p4",
        "p1",
        "p1",
    ]
    for who in ("p1", "p2", "p4"):
        fixture.write(summary.answer_picture(fixture.meeting, who, Answer.YES))
    assert summary.next_unasked_in_round(fixture.meeting, "p1") == ""


def test_summary_duty_done_when_all_here_answered() -> None:
    assert not checklist.is_evident(MeetingFixture().meeting, "summary")
    fixture = here("p1", "p3")
    fixture.write(summary.answer_picture(fixture.meeting, "p1", Answer.NO))
    assert not checklist.is_done(fixture.meeting, "summary")
    fixture.write(summary.answer_picture(fixture.meeting, "p3", Answer.YES))
    assert checklist.is_evident(fixture.meeting, "summary")
    assert not summary.is_picture_shared(fixture.meeting)
    fixture.set_presence(Presence.PRESENT, "p4")
    assert not checklist.is_done(fixture.meeting, "summary"), "who comes late is asked too"


ANSWERED = st.dictionaries(
    st.sampled_from([row for row, *_ in PEOPLE]),
    st.tuples(st.sampled_from(list(Presence)), st.sampled_from([Answer.YES, Answer.NO, Answer.UNANSWERED])),
)


@given(ANSWERED)
@settings(max_examples=80)
def test_round_complete_when_nobody_here_is_left(people: dict[str, tuple[Presence, Answer]]) -> None:
    fixture = MeetingFixture()
    for who, (presence, same) in people.items():
        fixture.write((Edit("participants", who, "presence", presence),))
        fixture.write(summary.answer_picture(fixture.meeting, who, same))
    counted = [
        participant
        for participant in fixture.meeting.participants
        if participant.presence in HERE and participant.kind not in NON_SPEAKING
    ]
    given_ = [people[participant.id][1] for participant in counted if participant.id in people]
    assert summary.is_round_complete(fixture.meeting) == (bool(counted) and all(given_))
    assert summary.is_picture_shared(fixture.meeting) == (bool(counted) and given_ == ["yes"] * len(counted))
    assert len(summary.unasked_in_round(fixture.meeting)) == given_.count(Answer.UNANSWERED)
    assert (summary.next_unasked_in_round(fixture.meeting, "") == "") == (not summary.unasked_in_round(fixture.meeting))


def test_summary_ends_with_follow_up_and_coordinator() -> None:
    fixture = MeetingFixture()
    fixture.write((Edit("about", "meeting", "follow_up", "2027-01-29"), Edit("between", "between", "unbooked", "sjuk")))
    fixture.write((Edit("between", "between", "evaluation", "i maj"), Edit("between", "between", "coordinator", "p3")))
    *_before, days, keeper = summary.build_summary(fixture.meeting)[1].groups
    assert [(line.field, line.text) for line in days.lines] == [("follow_up", "2027-01-29"), ("evaluation", "i maj")]
    assert [line.text for line in keeper.lines] == ["p3"]


def test_summary_reads_reason_when_no_follow_up() -> None:
    fixture = MeetingFixture()
    fixture.write((Edit("between", "between", "unbooked", "sjuk"), Edit("between", "between", "coordinator", "p9")))
    *_before, days, keeper = summary.build_summary(fixture.meeting)[1].groups
    assert [(line.field, line.text) for line in days.lines] == [("unbooked", "sjuk")]
    assert keeper.lines == (), "somebody who is not on the list keeps nothing together"
