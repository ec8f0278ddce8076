"""Whatever bytes come in, every reader takes them or refuses them in one sentence; ``make fuzz`` tries for longer."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS
from tests.helpers.minutes import WORDS

BYTES = st.one_of(
    st.binary(max_size=200),
    st.lists(WORDS, max_size=6).map(lambda words: "\n".join(words).encode("utf-8", "surrogatepass")),
)


@pytest.mark.parametrize("name", TARGETS)
@given(data=BYTES)
@settings(max_examples=25, deadline=None)
def test_arbitrary_bytes_are_taken_or_refused(name: str, data: bytes) -> None:
    """No other exception, no other outcome."""
    check_target = TARGETS[name]
    check_target(data)
