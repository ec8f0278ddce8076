"""Stories of consent: the person decides what is shared, one key writes it down, and nobody is ever locked in."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from sip_tui.app.app import SipApp
from sip_tui.meeting.guidance.phase_guard import ConcernKind, waived_concerns, waiver_reason
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.model.enums import Kind, Presence
from sip_tui.meeting.people.consent import needs_consent
from sip_tui.meeting.people.floor import current_speaker, speaker_numbers
from sip_tui.screens.dialogs import ConfirmDialog
from sip_tui.screens.draft_dialog import ReasonDialog
from sip_tui.screens.roll_call.answers import AnswerDialog
from sip_tui.widgets.row_list import RowList
from tests.helpers.app_harness import AppHarness, screen_text, wait_until_saved
from tests.helpers.list_screens import read_aloud


async def roll(pilot: Pilot[int], app: SipApp, row: str) -> None:
    """Open the meeting, go to the roll call, and stand on somebody."""
    await pilot.press("v", "f3")
    app.screen.query_one(RowList).go_to(f"participants {row}")
    await pilot.pause()


def consents(app: SipApp) -> dict[str, str]:
    return {participant.id: participant.consent for participant in app.meeting.participants}


def all_here(app: SipApp, *without: str) -> None:
    """Everybody is here and has been heard; about some of them nobody has asked."""
    rows = [participant.id for participant in app.meeting.participants]
    app.write([Edit("participants", row, "presence", Presence.PRESENT) for row in rows])
    app.write([Edit("participants", row, "consent", "") for row in without])


async def leave_opening(pilot: Pilot[int], app: SipApp, without: Iterable[str] = ("p3", "p6")) -> None:
    all_here(app, *without)
    await pilot.press("v", "1", "v")
    await pilot.pause()


async def test_each_answer_has_its_own_key_and_z_takes_it_back(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write([Edit("participants", "p3", "consent", "")])
        await roll(pilot, app, "p3")
        assert "Samir Haddad" in read_aloud(app)
        for key, answer in (("n", "none"), ("j", "oral"), ("W", "withdrawn"), ("J", "written")):
            await pilot.press(key)
            assert consents(app)["p3"] == answer
        assert app.screen.query_one(RowList).row == "participants p3", "the answer may take one more press"
        await pilot.press("z")
        assert consents(app)["p3"] == "withdrawn"
        await pilot.press("colon", "escape")
        assert consents(app)["p3"] == "withdrawn"
        await pilot.press("colon", "e")
        app.screen.query_one("#field-covers", Input).value = "skolan och hemmet"
        await pilot.press("escape")
        await wait_until_saved(pilot, app)
    detail = harness.on_disk().consent_detail("p3")
    assert (detail.covers, detail.on, detail.withdrawn_on) == ("skolan och hemmet", "2026-11-27", "2026-11-27")


async def test_signature_is_asked_for_with_the_keys_that_write_it(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.write([Edit("participants", "p6", "presence", "present"), Edit("participants", "p6", "consent", "oral")])
        await roll(pilot, app, "p1")
        assert "Tryck 6 och J för Ingrid Wallin när det är påskrivet." in read_aloud(app)
        await pilot.press("6")
        assert "Fråga om Maja vill skriva på också. Tryck J när det är påskrivet." in read_aloud(app)
        await pilot.press("J")
        assert "Tryck 7 och J för Petra Nyman när det är påskrivet." in read_aloud(app), "the next one"
        (notice,) = app._notifications
        assert notice.message == "Samtycke: Ingrid Wallin – ja, skriftligt. Tryck z för att ångra."
        await pilot.press("J")
        assert [notice.message for notice in app._notifications] == [
            "Samtycke: Ingrid Wallin – ja, skriftligt, som förut."
        ]
        await pilot.press("z")
        assert consents(app)["p6"] == "oral"


async def test_the_eleventh_who_signs_is_gone_to_by_name(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.write([Edit("participants", f"q{n:02}", "name", f"Gäst {n}") for n in range(10)])
        app.write([Edit("participants", "q09", "consent", "oral"), Edit("participants", "p6", "consent", "written")])
        await roll(pilot, app, "p1")
        assert "Välj Gäst 9 och tryck J när det är påskrivet." in read_aloud(app)


async def test_the_table_tells_what_the_person_answers_about_the_plan(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await roll(pilot, app, "p1")
        assert "○ inte fått frågan" in screen_text(app)
        await pilot.press("J")
        await pilot.pause()
        assert [notice.message for notice in app._notifications] == [
            "Samtycke till planen: Maja Lindgren – ja, skriftligt. Tryck z för att ångra."
        ]
        row = next(line for line in screen_text(app).splitlines() if "Maja Lindgren" in line and "1" in line)
        assert "✓ ja, skriftligt" in row


async def test_no_is_three_keys_from_the_first_screen_for_any_row(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("v", "escape")
        numbers = speaker_numbers(app.meeting)
        asked = [who for who in app.meeting.participants if needs_consent(who) and who.id in numbers]
        assert len(asked) >= 5
        for who in asked:
            await pilot.press("f2", "f3", str(numbers[who.id] % 10), "n")
            assert consents(app)[who.id] == "none"
        assert current_speaker(app.meeting) is None, "the digit chose the line, and gave nobody the floor"


async def test_plan_is_asked_of_the_person(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await roll(pilot, app, "p1")
        await pilot.press("j")
        assert app.meeting.consent_detail("p1").plan == "oral"
        assert consents(app)["p1"] == ""
        assert "Maja" in read_aloud(app)


async def test_answers_to_the_call_have_their_keys(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f3")
        app.screen.query_one(RowList).go_to("participants p3")
        await pilot.press("at", "1", "at", "j", "at", "7", "at", "9")
        invitation = app.meeting.invitation("p3")
        assert (invitation.called_on, invitation.coming_on, invitation.wanted) == ("2026-11-27", "2026-11-27", "yes")
        assert invitation.time_agreed
        await pilot.press("at", "n", *"sjuk", "enter")
        assert app.meeting.participant("p3").presence is Presence.EXCUSED  # type: ignore[union-attr]
        assert app.meeting.invitation("p3").reason == "sjuk"
        await pilot.press("at", "6", "enter")
        assert app.meeting.invitation("p3").state == "declined", "a substitute without a name is none"
        await pilot.press("at", "6", *"Karin", "enter")
        assert app.meeting.invitation("p3").state == "substitute"
        assert [other.name for other in app.meeting.participants if other.substitute_for == "p3"] == ["Karin"]
        await pilot.press("at", "e")
        app.screen.query_one("#field-why", Input).value = "kan besluta"
        await pilot.press("escape")
        assert app.meeting.invitation("p3").why == "kan besluta"


async def test_unwanted_participant_is_shown_before_the_call(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await pilot.press("f3")
        app.screen.query_one(RowList).go_to("participants p6")
        await pilot.press("at", "8")
        await pilot.pause()
        assert "Maja" in read_aloud(app)
        assert "Ingrid Wallin" in read_aloud(app)


async def test_consent_that_has_ended_is_flagged_and_asked_about(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write([Edit("participants", "p3", "consent", "written"), Edit("consents", "p3", "until", "2026-11-01")])
        await pilot.press("v", "f2", "v")
        await pilot.pause()
        assert isinstance(app.screen, ConfirmDialog)
        assert "Samir Haddad" in screen_text(app)
        await pilot.press("escape", "f3")
        app.screen.query_one(RowList).go_to("participants p3")
        await pilot.pause()
        assert "Samir Haddad" in read_aloud(app)


@pytest.mark.parametrize("mark", ["u", "h", "s"])
async def test_one_mark_puts_neither_consent_nor_the_person_to_sleep(harness: AppHarness, mark: str) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.write([Edit("participants", row, "consent", "") for row in ("p3", "p4", "p5")])
        await pilot.press("v", "escape", "f3", "7", mark, "v")
        await pilot.pause()
        assert isinstance(app.screen, ConfirmDialog)
        shown = " ".join(screen_text(app).replace("┃", " ").split())
        assert all(name in shown for name in ("Samir Haddad", "Helena Sjöberg", "Johan Ek"))
        assert "Maja Lindgren har inte haft ordet i den här delen." in shown


async def test_consent_to_all_keeps_given_answers(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(notifications=True) as pilot:
        app.write([Edit("participants", row, "consent", "") for row in ("p3", "p4", "p5")])
        app.write([Edit("participants", "p6", "consent", "none")])
        await roll(pilot, app, "p3")
        await pilot.press("Y")
        assert [notice.message for notice in app._notifications] == [
            "Samtycke: Samir Haddad, Helena Sjöberg och Johan Ek – ja, muntligt. Tryck z för att ångra."
        ]
        await pilot.press("Y")
        assert [notice.message for notice in app._notifications] == ["Det finns redan ett svar för alla som är här."]
        assert {row: consents(app)[row] for row in ("p3", "p4", "p5", "p6")} == {
            "p3": "oral",
            "p4": "oral",
            "p5": "oral",
            "p6": "none",
        }


async def test_signatures_are_asked_for_only_in_the_opening(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await roll(pilot, app, "p1")
        assert "Ingrid Wallin" in read_aloud(app)
        app.screen.query_one(RowList).go_to("participants p6")
        await pilot.press("J")
        assert consents(app)["p6"] == "written"
        app.screen.query_one(RowList).go_to("participants p1")
        await pilot.pause()
        assert "Ingrid Wallin" not in read_aloud(app)


async def test_interpreter_is_not_asked_about(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        app.write([Edit("participants", "p5", "kind", Kind.INTERPRETER)])
        before = consents(app)
        await roll(pilot, app, "p5")
        await pilot.press("colon")
        assert not isinstance(app.screen, AnswerDialog)
        assert consents(app) == before


async def test_consent_is_shown_beside_presence_at_80_columns(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.write(
            [Edit("participants", "p4", "leaves", "13.40"), Edit("participants", "p4", "consent", "[b]ja[/b] " * 9)]
        )
        await roll(pilot, app, "p4")
        lines = screen_text(app).split("\n")
        at = next(number for number, line in enumerate(lines) if "Helena" in line)
        assert "[b]ja[/b]" in lines[at]
        assert "13.40" in lines[at + 1]
        assert all(len(line) <= 80 for line in screen_text(app).split("\n"))


async def test_person_form_holds_what_is_kept_out(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await roll(pilot, app, "p1")
        await pilot.press("e")
        app.screen.query_one("#field-kept_out", Input).value = "skilsmässan"
        app.screen.query_one("#field-consent_until", Input).value = "2027-02-19"
        app.screen.query_one("#field-role", Input).value = "ungdom"
        await pilot.press("escape")
        await wait_until_saved(pilot, app)
        assert "skilsmässan" in read_aloud(app)
    meeting = harness.on_disk()
    assert (meeting.person.kept_out, meeting.person.consent_until) == ("skilsmässan", "2027-02-19")
    assert meeting.person_participant is not None
    assert meeting.person_participant.role == "ungdom"
    assert meeting.person.called == "Maja"


async def test_a_participants_phone_has_a_place(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await roll(pilot, app, "p4")
        await pilot.press("e")
        app.screen.query_one("#field-phone", Input).value = "010-000 00 00"
        await pilot.press("escape")
        assert app.meeting.participant("p4").phone == "010-000 00 00"  # type: ignore[union-attr]


async def test_going_on_without_consent_keeps_the_reason(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await leave_opening(pilot, app)
        assert isinstance(app.screen, ConfirmDialog)
        words = "".join(str(widget.content) for widget in app.screen.query(Static))
        assert "Samir Haddad" in words
        assert "Ingrid Wallin" in words
        assert "Helena" not in words
        assert "Går ni vidare ändå: tryck j, och skriv varför." in words
        await pilot.press("j")
        await pilot.pause()
        assert isinstance(app.screen, ReasonDialog)
        assert app.screen.query_one(Input).value == "", "a yes is no text"
        app.screen.query_one(Input).value = "De svarar bara på frågor"
        await pilot.press("enter")
        await wait_until_saved(pilot, app)
        assert app.screen.timing.phase == "situation"  # type: ignore[attr-defined]
    meeting = harness.on_disk()
    assert waiver_reason(meeting, ConcernKind.CONSENT) == "De svarar bara på frågor"
    assert waived_concerns(meeting, "opening") == {ConcernKind.CONSENT}


async def test_a_no_is_told_apart_from_an_answer_that_is_missing(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        all_here(app, "p6")
        app.write([Edit("participants", "p3", "consent", "none")])
        await pilot.press("v", "v")
        words = "".join(str(widget.content) for widget in app.screen.query(Static))
        assert "Samtycke saknas för Ingrid Wallin" in words
        assert "Ni får inte dela uppgifter med Samir Haddad" in words


async def test_empty_reason_is_asked_for_once(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await leave_opening(pilot, app)
        await pilot.press("j")
        await pilot.pause()
        await pilot.press("enter")
        assert isinstance(app.screen, ReasonDialog)
        assert app.screen.query_one("#reason-why").display
        await pilot.press("enter")
        await wait_until_saved(pilot, app)
    meeting = harness.on_disk()
    assert waived_concerns(meeting, "opening") == {ConcernKind.CONSENT}
    assert waiver_reason(meeting, ConcernKind.CONSENT) == ""
    assert meeting.events[-1].phase == "situation"


@pytest.mark.parametrize("keys", [("escape",), ("n",), ("j", "escape")])
async def test_escape_and_no_stay_and_nothing_has_happened(harness: AppHarness, keys: tuple[str, ...]) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await leave_opening(pilot, app)
        before = app.meeting
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        await pilot.pause()
        assert app.meeting == before
        await pilot.press("f3")
        app.screen.query_one(RowList).go_to("participants p3")
        await pilot.press("Y", "f2", "v")
        await pilot.pause()
        assert not isinstance(app.screen, ReasonDialog | ConfirmDialog)
        assert app.screen.timing.phase == "situation"  # type: ignore[attr-defined]
