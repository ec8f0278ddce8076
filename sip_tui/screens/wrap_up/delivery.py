"""How a receiver gets the plan: the form of their line, and the keys that answer for it in every list of receivers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.delivery import (
    change_delivery,
    deliverer_of,
    delivery_of,
    is_agreed,
    same_for_the_others,
    undecided_receivers,
    usual_version,
)
from sip_tui.meeting.log.change import Edit, Value
from sip_tui.meeting.model.enums import Answer, Channel, RowId
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.phrasing.delivery import CHANNELS, VERSIONS, paper_name
from sip_tui.phrasing.wording import display_name, local, name_or_role
from sip_tui.screens.base import SipScreen
from sip_tui.screens.commands import command
from sip_tui.screens.forms.form_screen import FormScreen, SelectField, TextField
from sip_tui.screens.forms.interpretation import as_day, as_typed, when_feedback
from sip_tui.screens.forms.row_forms import people_options, write_changes
from sip_tui.screens.keymap import Key
from sip_tui.widgets.safe_text import plain

SAME_KEY = command(
    "delivery.same",
    Key.YES_TO_ALL,
    "same_for_all",
    N_("The same for all"),
    N_("The other services get theirs in the same way"),
)
"""For every list of receivers."""
_DAYS = ("due", "received")


def delivery_form(screen: SipScreen, who: str) -> FormScreen | None:
    """Build the form of a receiver's line; None for somebody who is not on the list."""
    meeting, today = screen.meeting, screen.today
    receiver = meeting.participant(who)
    if receiver is None:
        return None

    def edits(meeting: Meeting, changed: Mapping[str, str]) -> Sequence[Edit]:
        """Write how the receiver gets it."""
        return change_delivery(meeting, who, _cells(changed, today))

    name = plain(display_name(meeting, receiver))
    title = _("How will {name} get {paper}?").format(name=name, paper=paper_name(meeting))
    on_change = write_changes(screen, f"deliveries {who}", edits, one_by_one=True)
    return FormScreen(
        title,
        _fields(meeting, who),
        on_change,
        _feedback,
        stored=partial(_stored, who),
        row_id=RowId("deliveries", who),
        draft=f"delivery {who}",
    )


def mark_received(screen: SipScreen, who: str, answer: str) -> None:
    """Write that a receiver has got the plan today, or that they have not."""
    day = local(screen.moment.at).date().isoformat() if answer == Answer.YES else ""
    for edit in change_delivery(screen.meeting, who, {"received": day}):
        screen.write((edit,), step=f"received {who}")


def share_channel(screen: SipScreen, who: str) -> None:
    """Give the actors who have no line the way of this receiver; say what is missing when there is nothing to give."""
    if not is_agreed(delivery_of(screen.meeting, who)):
        screen.notify(_("First choose someone, and write how they get their copy."))
        return
    names = len(undecided_receivers(screen.meeting))
    for edit in same_for_the_others(screen.meeting, who):
        screen.write((edit,), step="delivery same")
    if names == len(undecided_receivers(screen.meeting)):
        screen.notify(_("How each of them gets a copy is already written down."))


def _cells(changed: Mapping[str, str], today: date) -> dict[str, Value]:
    days: dict[str, Value] = {name: as_day(changed[name], today) for name in _DAYS if name in changed}
    flags: dict[str, Value] = {"unwanted": bool(changed["unwanted"])} if "unwanted" in changed else {}
    return {**changed, **days, **flags}


def _stored(who: str, meeting: Meeting) -> Mapping[str, str]:
    """Read a receiver's line as the texts of its form."""
    delivery = delivery_of(meeting, who)
    return {
        "channel": str(delivery.channel),
        "version": str(delivery.version),
        "deliverer": delivery.deliverer,
        "due": as_typed(delivery.due),
        "received": as_typed(delivery.received),
        "unwanted": Answer.YES * delivery.unwanted,
    }


def _fields(meeting: Meeting, who: str) -> tuple[TextField | SelectField, ...]:
    texts, usual = _stored(who, meeting), deliverer_of(meeting, who)
    channels = [(str(channel), _(words)) for channel, words in CHANNELS.items() if channel is not Channel.NOT_ASKED]
    versions = [(str(version), _(words)) for version, words in VERSIONS.items()]
    usually = _(VERSIONS[usual_version(meeting, who)])
    somebody = plain(name_or_role(usual)) if usual else _("nobody chosen")
    return (
        SelectField("channel", _("How"), channels, texts["channel"], _("not asked")),
        SelectField("version", _("Which document"), versions, texts["version"], usually),
        SelectField(
            "deliverer", _("Who arranges it"), people_options(meeting), texts["deliverer"], somebody, people=True
        ),
        TextField("due", _("No later than"), texts["due"], _("for instance Friday")),
        TextField("received", _("Has received it"), texts["received"], _("the day, for instance today")),
        SelectField("unwanted", _("Wants no copy"), [(Answer.YES, _("yes"))], texts["unwanted"], _("no")),
    )


def _feedback(_meeting: Meeting, values: Mapping[str, str], today: date) -> str:
    return "\n".join(text for name in _DAYS if (text := when_feedback(values[name], today, year=True)))
