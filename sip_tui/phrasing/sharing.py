"""What is said of a meeting that several machines share."""

from __future__ import annotations

from datetime import datetime

from sip_tui.i18n.translation import _, ngettext
from sip_tui.phrasing.wording import format_clock


def shared_words(at: datetime) -> str:
    """Say that the others have what was written last."""
    return _("Shared {time}").format(time=format_clock(at))


def offline_words(since: datetime, waiting: int) -> str:
    """Say that the others cannot be reached, and how much waits for them."""
    words = _("Offline since {time}").format(time=format_clock(since))
    return f"{words}, {waiting_words(waiting)}" if waiting else words


def waiting_words(waiting: int) -> str:
    """Say how many changes wait to be sent."""
    return ngettext("{count} change is waiting", "{count} changes are waiting", waiting).format(count=waiting)
