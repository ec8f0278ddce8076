"""Every command is measured by ``make growth``, or it is said why not."""

from __future__ import annotations

from sip_tui.cli.parser import build_parser
from tests.growth import __main__ as growth


def test_growth_measures_every_command() -> None:
    (commands,) = (action.choices for action in build_parser()._actions if isinstance(action.choices, dict))
    measured = {case.name.split()[0].rstrip(":") for case in growth._cases()}
    assert measured | growth.WITHOUT.keys() == set(commands)
    assert not measured & growth.WITHOUT.keys()
