"""The demo meeting is a whole meeting: everything the program is for happens in it, and nothing of it leaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from sip_tui.cli.demo import STEPS, play_demo
from sip_tui.i18n import translation
from sip_tui.meeting.content.questions import all_questions, unanswered_questions
from sip_tui.meeting.content.situation import is_situation_empty, without_answers
from sip_tui.meeting.content.summary import is_round_complete
from sip_tui.meeting.guidance.checklist import ticked_at
from sip_tui.meeting.guidance.phase_guard import find_open_items
from sip_tui.meeting.guidance.wrap_up import coordinator, open_wrap_up_items
from sip_tui.meeting.log.projection import MeetingProjection
from sip_tui.meeting.model.enums import Answer
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.people.attendance import roll_call
from sip_tui.meeting.people.consent import awaiting_signature
from sip_tui.meeting.time.agenda import PHASES, is_early
from sip_tui.meeting.time.timeline import timing_at
from sip_tui.minutes.render import minutes
from sip_tui.session.demo_meeting import DEMO_ID, prepare_demo
from sip_tui.store import Archive
from sip_tui.swedish.dates.formatting import local

START = datetime(2026, 11, 27, 15, tzinfo=ZoneInfo("Europe/Stockholm"))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo") / "archive"


@pytest.fixture(scope="module")
def meeting(archive: Path) -> Meeting:
    return play_demo(archive)


def test_every_phase_is_led_through_with_a_break_between(meeting: Meeting) -> None:
    at = max(event.at for event in meeting.events if event.at)
    clocks = timing_at(meeting, at)
    assert clocks.closed == at
    assert all(clocks.spent[phase] > timedelta(0) for phase in PHASES)
    assert [event.kind for event in meeting.events if event.kind in {"break", "resume"}] == ["break", "resume"]


def test_the_roll_is_called_and_one_has_excused_herself(meeting: Meeting) -> None:
    call = roll_call(meeting)
    assert [participant.name for participant in call.absentees] == ["Petra Nyman"]
    assert not call.not_called


def test_the_person_is_heard_in_every_phase(meeting: Meeting) -> None:
    person = meeting.person_participant
    assert person
    assert {turn.phase for turn in meeting.turns if turn.who == person.id} == set(PHASES)
    assert all(turn.ended for turn in meeting.turns)


def test_a_term_is_answered_by_the_one_who_used_it(meeting: Meeting) -> None:
    (term,) = [term for term in meeting.terms if term.term == "exponering"]
    assert (term.raised_by, bool(term.answer)) == ("p6", True)


def test_two_actions_are_left_to_settle(meeting: Meeting) -> None:
    open_ = find_open_items(meeting)
    assert len(meeting.actions) >= 3
    assert [participant.who for participant in open_.owner_absent] == ["p7"]
    assert len(open_.without_when) == 1
    assert not open_.follow_up


def test_the_secretary_writes_in_every_phase(meeting: Meeting) -> None:
    assert all(meeting.pad_text(phase, "secretary") for phase in PHASES)


def test_demo_has_an_account_from_everybody(meeting: Meeting) -> None:
    assert meeting.person.matters.startswith("Att få gå ut gymnasiet")
    assert not is_situation_empty(meeting)
    # Ingrid, who is on the link, has not answered: the program says so.
    assert [participant.name for participant in without_answers(meeting)] == ["Ingrid Wallin"]
    assert [bool(ongoing.works or ongoing.works_not) for ongoing in meeting.ongoing] == [True, True]


def test_all_are_asked_whether_the_picture_is_shared(meeting: Meeting) -> None:
    assert is_round_complete(meeting)
    assert [answer.id for answer in meeting.pictures if answer.same == Answer.NO] == ["p2"]
    assert len(meeting.disagreements) == 1
    assert meeting.resolutions
    assert meeting.information
    assert meeting.quotes


def test_demo_consent_and_confidentiality_come_first(meeting: Meeting) -> None:
    opened = next(event.at for event in meeting.events if event.kind == "open")
    told = ticked_at(meeting, "confidentiality")
    assert told
    assert opened
    assert told > opened
    assert [participant.name for participant in awaiting_signature(meeting)] == []
    assert meeting.person.kept_out


def test_all_questions_but_one_are_answered_in_plain_words(meeting: Meeting) -> None:
    assert len(all_questions(meeting)) == 3
    assert [question.id for question in unanswered_questions(meeting)] == ["question-1"]


def test_demo_settles_all_but_the_open_question(meeting: Meeting) -> None:
    assert [item.name for item in open_wrap_up_items(meeting) if item.name not in {"question", "family"}] == []
    assert meeting.between.wish
    keeper = coordinator(meeting)
    assert keeper
    assert keeper.name == "Helena Sjöberg"


@pytest.fixture
def in_swedish() -> Iterator[None]:
    spoken = translation.language()
    translation.set_language("sv")
    yield
    translation.set_language(spoken)


@pytest.mark.usefixtures("in_swedish")
def test_demo_person_paper_has_no_family_phone_number(meeting: Meeting) -> None:
    text = minutes(meeting, "person", now=START).text
    assert "070-174 06 21" in text
    assert "070-174 06 33" in text
    assert "helena.sjoberg@example.org" in text.replace("\\", "")
    assert "Det gick fort" in text
    assert not [words for words in ("06 12", "20020909", "på lägret", "Skönt att") if words in text]


@pytest.mark.usefixtures("in_swedish")
def test_demo_full_minutes_hold_consent_and_feedback(meeting: Meeting) -> None:
    text = minutes(meeting, "full", now=START).text
    assert not [words for words in ("Skönt att Maja", "orkar gå dit alls", "13.03") if words not in text]
    assert "på lägret" not in text


@pytest.mark.usefixtures("in_swedish")
def test_the_mail_holds_nothing_that_must_not_leave(meeting: Meeting) -> None:
    at = max(event.at for event in meeting.events if event.at)
    text = minutes(meeting, "mail", now=at).text
    names = {word for participant in meeting.participants for word in participant.name.split()}
    assert not [name for name in names if name in text]
    assert not [number for number in ("20020909", "2394") if number in text]
    assert re.findall(r"070[-\d ]+\d", text) == ["070-174 06 33"], "that of BUP's emergency line, and nobody's own"
    assert "Prova ut ett bildschema" in text
    assert "Den börjar klockan tio, tre förmiddagar" in text
    assert "Jag vill inte bli hämtad" not in text
    assert "Jag vill inte bli hämtad" in minutes(meeting, "mail", now=at, with_notes=True).text
    assert not [words for words in ("gick fort", "på lägret", "example", "Linden") if words in text]
    assert text.index("gymnasiet i min egen takt") < text.index("Prova ut ett bildschema")


def test_the_demo_is_on_disk_as_it_was_played(archive: Path, meeting: Meeting) -> None:
    assert MeetingProjection(Archive(archive).open("demo").load()).meeting == meeting


def test_demo_is_prepared_but_not_begun(tmp_path: Path) -> None:
    folder = Archive(tmp_path / "archive").open(prepare_demo(tmp_path / "archive"))
    prepared = MeetingProjection(folder.load()).meeting
    assert (len(prepared.participants), prepared.actions, prepared.events) == (7, (), ())


def test_script_uses_only_known_steps() -> None:
    assert STEPS.keys() >= {"present", "excused", "phase", "floor", "note", "term", "action", "break", "close"}


def test_the_demo_that_is_led_begins_now(tmp_path: Path) -> None:
    now = datetime(2028, 2, 29, 22, 37, 5, tzinfo=UTC)
    prepare_demo(tmp_path, lambda: now, begins_now=True)
    meeting = MeetingProjection(Archive(tmp_path).open(DEMO_ID).load()).meeting
    assert meeting.about.start == datetime(2028, 2, 29, 22, 30, tzinfo=UTC)
    assert not is_early(meeting, local(now)), "nobody is asked whether to open it already"
