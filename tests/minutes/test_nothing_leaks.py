"""The second promise, as a property: whatever identifier stands in whatever field, no mail holds it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sip_tui.minutes.redaction.leak_check import LeakRefused
from sip_tui.minutes.render import minutes
from sip_tui.privacy import find, is_service_number
from tests.helpers.meetings import NOW
from tests.helpers.minutes import FREE_FIELDS, put, read_back
from tests.helpers.scoring import folded, load, outside, parts
from tests.helpers.written_numbers import sentence, written

RECORDS = [
    record
    for record in load("positives.jsonl")
    if not record["known_names"] and not any(map(is_service_number, find(str(record["text"]))))
]
"""A service's telephone is there to be called, and stays."""


HIDDEN = "19121212-1212"
"""A personnummer, which is always hidden."""


def mailed(field: str, text: str) -> str:
    """What the receiver reads; nothing at all when the mail is refused."""
    try:
        made = minutes(put(field, text), now=NOW)
    except LeakRefused:
        return ""
    return "\n".join((made.text, *read_back(made.text)))


@pytest.mark.parametrize("field", FREE_FIELDS)
def test_every_one_of_these_fields_is_in_the_mail(field: str) -> None:
    assert "promenader" in mailed(field, "promenader").lower()


@pytest.mark.parametrize("field", FREE_FIELDS)
@given(record=st.sampled_from(RECORDS))
@example(record=next(record for record in RECORDS if "tvåtusentio" in record["text"]))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_identifier_of_any_kind_leaves(field: str, record: dict[str, object]) -> None:
    rest = outside(record)
    # What says that something is hidden is the program's own: "identity number" has four letters of "tvåtusentio".
    shown, without = folded(mailed(field, str(record["text"]))), folded(mailed(field, f"{rest} {HIDDEN}"))
    for span in record["spans"]:  # type: ignore[attr-defined]
        for part in parts(record, span):
            assert shown.count(part) <= without.count(part) + folded(rest).count(part)


@given(st.data(), st.sampled_from(FREE_FIELDS))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_written_form_of_a_personnummer_leaves(data: st.DataObject, field: str) -> None:
    number = data.draw(written())
    digits = "".join(char for char in folded(number) if char.isdigit())
    shown = "".join(char for char in folded(mailed(field, data.draw(sentence(number)))) if char.isdigit())
    assert digits[-10:] not in shown
    assert digits[-6:] not in shown
