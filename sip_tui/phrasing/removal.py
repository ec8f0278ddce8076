"""What it means to remove a meeting, in words; and that meetings have been kept long enough."""

from __future__ import annotations

from sip_tui.i18n.translation import _, ngettext


def removal_meaning() -> tuple[str, ...]:
    """Return what it means to remove a meeting, a sentence each."""
    return (
        _("Notes, goals, actions, consent and times are gone for good, and so are copies that the program made."),
        _("Backups, copies and documents that you have saved stay, and can be opened, until you remove them yourself."),
        _("A follow-up keeps what it took over from the plan. A line says that a meeting was removed, and when."),
    )


def due_sentence(count: int, months: int) -> str:
    """Say that meetings have been kept for as long as somebody has set; empty for none."""
    sentence = ngettext(
        "{count} meeting has been kept for {months} months. Run sip-tui purge --due to see it and remove it.",
        "{count} meetings have been kept for {months} months. Run sip-tui purge --due to see and remove them.",
        count,
    )
    return sentence.format(count=count, months=months) if count else ""
