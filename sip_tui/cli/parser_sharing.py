"""The grammar of the commands that share a meeting between machines."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping

from sip_tui.i18n.translation import _

Add = Callable[[str, str], argparse.ArgumentParser]
"""Adds a command, given ``module.function`` and a summary; returns its parser, for its options."""


def _connect(add: Add) -> None:
    connect = add("sync.connect", _("share meetings through a PostgreSQL database"))
    connect.add_argument(
        "url", metavar=_("URL"), nargs="?", help=_("postgresql://name@server/database, without the password")
    )
    connect.add_argument(
        "id", metavar="ID", nargs="?", help=_("share this meeting now; else those you write a sharing file for")
    )
    connect.add_argument(
        "--off",
        metavar="ID",
        nargs="?",
        const="",
        help=_("stop sharing this meeting here; without ID, share no new ones"),
    )
    connect.add_argument("--force", action="store_true", help=_("with --off: even if the database does not answer"))


def _sync(add: Add) -> None:
    sync = add("sync.sync", _("send to the other machines and fetch from them, once"))
    sync.add_argument("id", metavar="ID", nargs="?", help=_("only this meeting"))
    sync.add_argument("--status", action="store_true", help=_("only say how things stand"))
    sync.add_argument(
        "--init", metavar=_("URL"), nargs="?", const="", help=_("create the tables in the database, once for all")
    )


def _invite(add: Add) -> None:
    invite = add("sync.invite", _("write a sharing file that lets another machine in, sealed with a passphrase"))
    invite.add_argument("id", metavar="ID", help=_("the meeting's id, or the beginning of it"))
    invite.add_argument("-o", "--output", metavar=_("PATH"), help=_("the file (else ID.sip-invitation)"))


def _join(add: Add) -> None:
    join = add("sync.join", _("join a meeting with a sharing file, and print its id"))
    join.add_argument("file", metavar=_("FILE"), help=_("the sharing file; - is stdin"))
    join.add_argument("--as", dest="name", metavar="ID", help=_("what the meeting is called here"))


SHARING: Mapping[str, Callable[[Add], None]] = {
    "connect": _connect,
    "sync": _sync,
    "invite": _invite,
    "join": _join,
}
"""The commands, in the order of the help."""
