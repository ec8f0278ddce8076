"""How somebody gets the plan, in words, and what to ask or say about it."""

from __future__ import annotations

from collections.abc import Mapping

from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.delivery import deliverer_of, delivery_of, refused_receivers, version_of
from sip_tui.meeting.model.enums import FAMILY, Channel, Version
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.people.consent import has_plan
from sip_tui.phrasing.wording import CONSENTS, display_name, format_when, join_words, name_or_role

CHANNELS: Mapping[str, str] = {
    Channel.NOT_ASKED: N_("not asked"),
    Channel.ONLINE: N_("on 1177"),
    Channel.PAPER: N_("on paper"),
    Channel.BOTH: N_("both on 1177 and on paper"),
    Channel.SECURE: N_("by secure message"),
    Channel.HANDED: N_("handed over"),
    Channel.MAIL: N_("by e-mail, with names and numbers hidden"),
    Channel.SYSTEM: N_("in the shared system"),
}
"""How somebody gets the plan → a few words (requirements 11, 84-87, 116)."""


VERSIONS: Mapping[str, str] = {
    Version.PERSON: N_("the copy in large print"),
    Version.FULL: N_("everything, with names"),
    Version.ACTOR: N_("only their own part"),
    Version.MAIL: N_("the e-mail, without names"),
    Version.NOTICE: N_("only that it is ready"),
}
"""Which document somebody gets → a few words."""


def delivery_words(meeting: Meeting, who: str) -> str:
    """Return how a receiver gets which document, who sees to it and by when; empty while nobody has asked."""
    delivery = delivery_of(meeting, who)
    if delivery.unwanted:
        return _("wants no copy")
    if delivery.received.strip():
        had = _("got it on {day}").format(day=format_when(delivery.received.strip()))
        return f"{_channel(delivery.channel)}, {had}" if _channel(delivery.channel) else had
    if delivery.channel is Channel.NOT_ASKED:
        return ""
    due = _("no later than {day}").format(day=format_when(delivery.due.strip())) if delivery.due.strip() else ""
    chosen = version_of(meeting, who)
    version = "" if delivery.channel is Channel.MAIL and chosen is Version.MAIL else _(VERSIONS[chosen])
    return ", ".join(part for part in (_channel(delivery.channel), version, _sees_to_it(meeting, who), due) if part)


def delivery_question(meeting: Meeting, who: str) -> str:
    """Return what to ask a receiver, or what is left to do for them (requirements 10, 11, 84)."""
    receiver, delivery = meeting.participant(who), delivery_of(meeting, who)
    if receiver is None:
        return ""
    name = display_name(meeting, receiver)
    if delivery.unwanted or delivery.received.strip():
        return _("{name}: that is done.").format(name=name)
    if delivery.channel is Channel.NOT_ASKED:
        ask = _("{name}, how would you like to get {paper}: on paper, on 1177 if possible, or both?")
        other = _("{name}, how will you get {paper}, and by when?")
        return (ask if receiver.kind in FAMILY else other).format(name=name, paper=paper_name(meeting))
    return _("{name}, have you got {paper}?").format(name=name, paper=paper_name(meeting))


def refused_sentence(meeting: Meeting, who: str = "") -> str:
    """Say who must not get the plan, or that one must not, with the answer about them; empty when there is nobody."""
    those = (other for other in refused_receivers(meeting) if who in {"", other.id})
    refused = [f"{name_or_role(other)} ({_(CONSENTS[other.consent])})" for other in those]
    sentence = _("Should not get {paper}: {names}.")
    return sentence.format(paper=paper_name(meeting), names=join_words(refused)) if refused else ""


def paper_name(meeting: Meeting) -> str:
    """Return what everybody gets: the plan, or the notes of a meeting that makes none or where it was refused."""
    return _("the plan") if has_plan(meeting) else _("the notes")


def _sees_to_it(meeting: Meeting, who: str) -> str:
    deliverer = deliverer_of(meeting, who)
    if deliverer is None or deliverer.id == who:
        return ""
    return _("{name} will see to it").format(name=name_or_role(deliverer))


def _channel(channel: Channel) -> str:
    return _(CHANNELS[channel]) if channel is not Channel.NOT_ASKED else ""
