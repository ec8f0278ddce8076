"""What holds for every form of the program: two who have it open see and keep each other's words, and so does a crash.

The forms are found in the source, so that a new one fails here until it has its line in ``FORMS``.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

import sip_tui
from sip_tui import screens
from sip_tui.app.app import SipApp
from sip_tui.meeting.log.change import Edit
from sip_tui.meeting.log.projection import conflicts
from sip_tui.meeting.model.enums import RedactionChoice, RowId, find_row
from sip_tui.meeting.model.meeting import SINGLE_ROW_TABLES, TABLES, Meeting, Row
from sip_tui.meeting.time.forgotten import ForgottenEnd
from sip_tui.minutes.redaction.document import MaskedFinding
from sip_tui.minutes.redaction.policy import decide
from sip_tui.privacy.model import Finding
from sip_tui.screens.actions.status import reason_form, view_form
from sip_tui.screens.after.forgotten import end_form
from sip_tui.screens.base import SipScreen
from sip_tui.screens.forms.action_line import action_line_form
from sip_tui.screens.forms.form_screen import FormScreen
from sip_tui.screens.forms.roles_form import roles_form
from sip_tui.screens.forms.row_forms import FormSpec, row_form
from sip_tui.screens.forms.select_field import KeyboardSelect
from sip_tui.screens.forms.specs import FORM_SPECS
from sip_tui.screens.prepare.forms import meeting_form, new_form, person_form, purpose_form
from sip_tui.screens.review.keep_form import keep_form
from sip_tui.screens.time.forms import about_form, minutes_form
from sip_tui.screens.time.long_day import long_day_form
from sip_tui.screens.wrap_up.delivery import delivery_form
from sip_tui.screens.wrap_up.forms import FEEDBACK_FORM, PLAN_FIELDS, wrap_up_form
from tests.helpers.app_harness import START, AppHarness, wait_until, wait_until_saved

Build = Callable[[SipScreen], FormScreen | None]
PARTS = 9
"""Tests that share the forms, so that none of them takes long."""
OF_PARTICIPANT = frozenset({"accounts", "feedback", "invitations", "consents", "participants"})
"""Tables whose rows are named after a participant."""
SAMPLES: Mapping[str, str] = {
    "start": "2026-12-04 13:00",
    "ends": "16.00",
    "lunch": "12.00",
    "lunch_minutes": "50",
    "minutes": "75",
    "stamina_minutes": "25",
    "questions": "1",
    **dict.fromkeys(("due", "received", "follow_up", "evaluation", "approved_on", "until", "when", "by"), "2026-12-11"),
}
"""Field → what is typed in one that is no free text."""


def _row(meeting: Meeting, spec: FormSpec) -> Row:
    """The row that a form is opened for: the single one, a participant's or the one that was written for the test."""
    if spec.table in SINGLE_ROW_TABLES:
        return meeting.rows(spec.table)[0]
    if spec is FORM_SPECS["person"]:
        assert meeting.person_participant
        return meeting.person_participant
    who = "p3" if spec.table in OF_PARTICIPANT else "r1"
    return find_row(meeting.rows(spec.table), who) or TABLES[spec.table](id=who)


def _form_of_row(spec: FormSpec, screen: SipScreen) -> FormScreen:
    return row_form(screen, spec, _row(screen.app.meeting, spec))


def _reason(screen: SipScreen) -> FormScreen:
    return reason_form(screen, next(action for action in screen.app.meeting.actions if action.id == "r1"))


def _view(screen: SipScreen) -> FormScreen:
    return view_form(screen, next(goal for goal in screen.app.meeting.goals if goal.id == "r1"))


def _keep(screen: SipScreen) -> FormScreen:
    finding = MaskedFinding(Finding("phone", 0, 3, "warn", "high", "", "", ""), "123", is_kept=False)

    def keep(reason: str) -> None:
        """Decide as the review does."""
        screen.write(decide("phone", "123", RedactionChoice.KEEP, reason))

    return keep_form(screen.app.meeting, finding, keep)


ROW_FORMS: Mapping[str, Build] = {name: partial(_form_of_row, spec) for name, spec in FORM_SPECS.items()} | {
    "feedback": partial(_form_of_row, FEEDBACK_FORM)
}
FORMS: Mapping[str, Mapping[str, Build]] = {
    "row_form": ROW_FORMS,
    "reason_form": {"reason": _reason},
    "view_form": {"view": _view},
    "delivery_form": {"delivery": lambda screen: delivery_form(screen, "p3")},
    "_plan_form": {
        section: partial(lambda row, screen: wrap_up_form(screen, row), RowId(names[0]))
        for section, names in PLAN_FIELDS.items()
    },
    "about_form": {"about": about_form},
    "minutes_form": {"minutes": minutes_form},
    "long_day_form": {"long day": long_day_form},
    "roles_form": {"roles": roles_form},
    "keep_form": {"keep": _keep},
    "_form": {"new": new_form, "meeting": meeting_form, "purpose": purpose_form, "the person": person_form},
    "action_line_form": {},
    "end_form": {},
}
"""Function that builds a form → its forms; of those that only the one who opened them sees, none."""
UNREAD: Mapping[str, tuple[Build, str, str]] = {
    "long day": (long_day_form, "ends", "halv fem ungefär"),
    "meeting": (meeting_form, "start", "när alla kan, kanske i maj"),
    "end": (lambda screen: end_form(screen.app, ForgottenEnd(START, None, ())), "ended", "efter fikat"),
    "action line": (action_line_form, "line", "imorgon"),
    "new action": (lambda screen: row_form(screen, FORM_SPECS["action"]), "where", "hemma hos mormor"),
}
"""A form, one of its fields and words that make nothing yet."""


def _source_builders() -> set[str]:
    """The functions of the program that build a form, or a kind of it."""
    trees = [ast.parse(path.read_text("utf-8")) for path in Path(sip_tui.__file__).parent.rglob("*.py")]
    kinds = {"FormScreen"} | {kind.__name__ for kind in FormScreen.__subclasses__()}
    return {
        function.name
        for tree in trees
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for call in ast.walk(function)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in kinds
    }


def _specs() -> Iterator[FormSpec]:
    """Every table of fields that a module of the screens holds."""
    for found in walk_packages(screens.__path__, f"{screens.__name__}."):
        for value in vars(import_module(found.name)).values():
            members = value.values() if isinstance(value, Mapping) else (value,)
            yield from (each for each in members if isinstance(each, FormSpec))


def test_every_form_of_the_program_is_tried_here() -> None:
    assert _source_builders() == set(FORMS)
    known = (FEEDBACK_FORM, *FORM_SPECS.values())
    assert [spec.title for spec in _specs() if spec not in known] == []
    assert len(ROW_FORMS) == len(known)


def _prepare(app: SipApp) -> None:
    """Write a row for each table that a form is about."""
    mains = {spec.table: spec.fields[0].name for spec in FORM_SPECS.values() if spec.table not in SINGLE_ROW_TABLES}
    mains = {table: main for table, main in mains.items() if table not in OF_PARTICIPANT}
    rows = [Edit(table, "r1", main, "Börjar så") for table, main in mains.items()]
    app.write([*rows, Edit("actions", "r1", "status", "changed")])


def _texts(app: SipApp) -> dict[str, str]:
    """What stands in the fields of the open form."""
    texts = {
        str(field.id).removeprefix("field-"): field.value for field in app.screen.query("#form Input").results(Input)
    }
    chosen = {str(field.id).removeprefix("field-"): field.chosen for field in app.screen.query(KeyboardSelect)}
    return texts or chosen


def _fill_in(app: SipApp, mark: str) -> dict[str, str]:
    """Type something in every text field of the open form, or choose where there is none; return what."""
    fields = list(app.screen.query("#form Input").results(Input))
    for field in fields:
        name = str(field.id).removeprefix("field-")
        field.value = SAMPLES.get(name, "17" if field.restrict else f"{mark} {name}")
    if not fields:
        choice = app.screen.query(KeyboardSelect).first()
        choice.value = next(value for _words, value in choice._options if value != choice.value and value)
        assert isinstance(app.screen, FormScreen)
        app.screen.call_later(app.screen.commit)
    return _texts(app)


async def _both_write(pilots: tuple[Pilot[int], Pilot[int]], apps: tuple[SipApp, SipApp], name: str) -> None:
    """Both type in the first free field at once: it is told in both forms, and one takes the lost words back."""
    fields = [app.screen.query("#form Input").results(Input) for app in apps]
    pairs = [pair for pair in zip(*fields, strict=True) if str(pair[0].id).removeprefix("field-") not in SAMPLES]
    if not pairs:
        return
    for word, field in zip(("31", "42") if pairs[0][0].restrict else ("ena", "andra"), pairs[0], strict=True):
        field.focus()
        field.value = word
    for pilot, app in zip(pilots, apps, strict=True):
        await wait_until(pilot, partial(_is_told, app))
    [conflict] = conflicts(apps[0].meeting)
    form = apps[0].screen
    assert isinstance(form, FormScreen)
    form.call_later(form.action_take_other)
    await wait_until(pilots[1], lambda: not conflicts(apps[1].meeting))
    row = find_row(apps[1].meeting.rows(conflict.table), conflict.row)
    assert getattr(row, conflict.field) == conflict.lost[0], name


def _feedback(app: SipApp) -> str:
    return str(app.screen.query_one("#form-feedback", Static).content)


def _is_told(app: SipApp) -> bool:
    return "Ctrl+R" in _feedback(app)


async def _open(pilot: Pilot[int], app: SipApp, build: Build) -> None:
    """Open a form, as a key does: by the app itself."""

    def push() -> None:
        """Build the form over the screen, and show it."""
        assert isinstance(app.screen, SipScreen)
        form = build(app.screen)
        assert form
        app.push_screen(form)

    app.call_later(push)
    await wait_until(pilot, lambda: isinstance(app.screen, FormScreen))


async def _try_form(
    pilots: tuple[Pilot[int], Pilot[int]], apps: tuple[SipApp, SipApp], name: str, build: Build
) -> None:
    """Open a form on both sides; what the one writes is shown to the other, and what both write is told."""
    for pilot, app in zip(pilots, apps, strict=True):
        await _open(pilot, app, build)
    typed = _fill_in(apps[0], "stolen")
    await wait_until(pilots[1], lambda: _texts(apps[1]) == typed)
    assert not conflicts(apps[1].meeting), name
    await _both_write(pilots, apps, name)
    for pilot, app in zip(pilots, apps, strict=True):
        await _close(pilot, app)


async def _close(pilot: Pilot[int], app: SipApp) -> None:
    """Close the form, as Escape does."""
    form = app.screen
    assert isinstance(form, FormScreen)
    form.call_later(form.action_done)
    await wait_until(pilot, lambda: app.screen is not form)


@pytest.mark.parametrize("part", range(PARTS))
async def test_two_who_fill_in_the_same_form_lose_nothing(harness: AppHarness, part: int) -> None:
    """Every form of the program, some of them in each part."""
    chair, other = apps = harness.app(), harness.app("secretary")
    forms = [(f"{builder} {name}", form) for builder, each in FORMS.items() for name, form in each.items()]
    async with chair.run_test() as one, other.run_test() as two:
        _prepare(chair)
        await wait_until(two, lambda: bool(other.meeting.parked))
        for name, build in forms[part::PARTS]:
            await _try_form((one, two), apps, name, build)


async def test_words_that_make_nothing_yet_are_there_after_a_crash(harness: AppHarness) -> None:
    first = harness.app()
    async with first.run_test() as pilot:
        for build, name, words in UNREAD.values():
            await _open(pilot, first, build)
            first.screen.query_one(f"#field-{name}", Input).value = words
            await pilot.pause(0.1)
            await _close(pilot, first)
        await wait_until_saved(pilot, first)
        assert not [notice.message for notice in first._notifications if "Sparat" in notice.message]
        first.session.folder.leave()
        again = harness.app()
        async with again.run_test() as pilot:
            for build, name, words in UNREAD.values():
                await _open(pilot, again, build)
                assert again.screen.query_one(f"#field-{name}", Input).value == words
                await _close(pilot, again)


async def test_words_that_make_nothing_yet_are_not_replaced_by_others(harness: AppHarness) -> None:
    app = harness.app()
    async with app.run_test() as pilot:
        await _open(pilot, app, long_day_form)
        field = app.screen.query_one("#field-ends", Input)
        field.value = "halv fem ungefär"
        await pilot.press("tab")
        app.write([Edit("about", "meeting", "ends", "2026-11-27T15:30:00+00:00")])
        await pilot.pause(0.1)
        assert field.value == "halv fem ungefär"
        assert "har ändrat ”Slutar klockan” till ”16.30”. Dina egna ord" in _feedback(app)
        field.value = "16.40"
        await wait_until(pilot, lambda: app.meeting.about.ends is not None and app.meeting.about.ends.minute == 40)
        assert "halv fem" not in str(app.meeting.drafts)
