"""Rows and the meeting: values that never change, made by name."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, fields, replace

import pytest

from sip_tui.meeting.log.projection import read_value
from sip_tui.meeting.model.enums import Horizon
from sip_tui.meeting.model.meeting import TABLES, Goal, Meeting, Need, Resolution

GOAL = Goal(id="g1", text="sova", horizon=Horizon.SHORT)
MEETING = Meeting(goals=(GOAL,))


def test_rows_compare_by_class_and_value() -> None:
    assert replace(GOAL, text="sova") == GOAL
    assert replace(GOAL, text="vila") != GOAL
    assert Need(id="a", text="ro") != Resolution(id="a", text="ro")
    assert replace(GOAL, lost={"text": ("vila",)}) != GOAL
    assert len({GOAL, replace(GOAL), replace(GOAL, lost={"text": ("vila",)})}) == 2
    assert hash(replace(MEETING)) == hash(MEETING)


def test_row_with_other_values_is_what_replace_makes() -> None:
    changed = GOAL.with_values(text="vila", lost={"text": ("sova",)})
    assert changed == replace(GOAL, text="vila", lost={"text": ("sova",)})
    assert (type(changed), GOAL.text) == (Goal, "sova")
    with pytest.raises(AttributeError):
        GOAL.with_values(txt="vila")


def test_rows_never_change() -> None:
    with pytest.raises(FrozenInstanceError):
        GOAL.text = "vila"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del GOAL.text
    assert GOAL.text == "sova"


def test_rows_are_made_by_the_names_of_their_fields() -> None:
    with pytest.raises(TypeError, match="'id' is missing"):
        Goal(text="sova")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="Goal has no field 'txt'"):
        Goal(id="g1", txt="sova")  # type: ignore[call-arg]


def test_rows_are_shown_as_they_are_written() -> None:
    shown = "Need(id='n1', order=0, deleted=False, lost={}, text='ro')"
    assert repr(Need(id="n1", text="ro")) == shown


@pytest.mark.parametrize("value", [GOAL, MEETING], ids=["row", "meeting"])
def test_rows_go_to_other_processes(value: object) -> None:
    assert pickle.loads(pickle.dumps(value)) == copy.deepcopy(value) == value


def test_stored_value_becomes_the_fields_kind() -> None:
    assert read_value("goals", "horizon", "short") is Horizon.SHORT


def test_no_type_of_a_field_is_a_text_to_compile() -> None:
    """There are two hundred, and a start has to wait for them."""
    columns = [*fields(Meeting), *(column for row in TABLES.values() for column in fields(row))]
    assert [column.name for column in columns if isinstance(column.type, str)] == []
