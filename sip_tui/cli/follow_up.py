"""``sip-tui follow-up``: a new meeting that opens with the goals and the open actions of a closed one."""

from __future__ import annotations

from argparse import Namespace

from sip_tui.cli import console
from sip_tui.cli.errors import DONE
from sip_tui.cli.meetings import open_archive
from sip_tui.session.follow_up import create_follow_up


def follow_up(options: Namespace) -> int:
    """Create the follow-up of a closed meeting; print its id and nothing else."""
    archive = open_archive(options)
    console.write_line(create_follow_up(archive, archive.find(options.id)))
    return DONE
