"""``sip-tui follow-up`` and ``history``: a new meeting about the same plan, and the plan over all its meetings."""

from __future__ import annotations

from argparse import Namespace

from sip_tui.cli import console
from sip_tui.cli.errors import DONE
from sip_tui.cli.meetings import open_archive
from sip_tui.i18n.translation import _
from sip_tui.meeting.content.history import Lane, history_of
from sip_tui.phrasing.history import SIGNS, meaning, short_day
from sip_tui.session.chain import chain_of
from sip_tui.session.follow_up import create_follow_up


def follow_up(options: Namespace) -> int:
    """Create the follow-up of a closed meeting; print its id and nothing else."""
    archive = open_archive(options)
    console.write_line(create_follow_up(archive, archive.find(options.id)))
    return DONE


def history(options: Namespace) -> int:
    """Print each goal and action with how it stood at each meeting; ``export --for history`` draws it."""
    archive = open_archive(options)
    links = chain_of(archive, archive.find(options.id))
    found = history_of([link.meeting for link in links if link.meeting is not None])
    for lane in found.lanes:
        console.write_line(_line(lane, [short_day(day) for day in found.days]))
    if not found.lanes:
        console.write_line(_("There are no goals and no actions yet."))
    return DONE


def _line(lane: Lane, days: list[str]) -> str:
    points = ", ".join(
        f"{days[point.meeting]} {SIGNS[point.state]} {meaning(lane.table, point.state)}" for point in lane.points
    )
    return f"{'' if lane.table == 'goals' else '  '}{' '.join(lane.text.split())}: {points}"
