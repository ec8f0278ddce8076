"""What people are called for short."""

from __future__ import annotations

import pytest

from sip_tui.phrasing.wording import first_name


@pytest.mark.parametrize(
    ("name", "short"),
    [("Samir Haddad", "Samir"), ("Dr Sven Holm", "Sven"), ("dr. Holm", "Holm"), ("Dr", "Dr"), ("", "")],
)
def test_nobody_is_called_by_a_title(name: str, short: str) -> None:
    assert first_name(name) == short
