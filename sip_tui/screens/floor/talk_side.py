"""What the chair should know about the talk, in sentences: the person, the queue, whom to ask (F08; seed row 166)."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _, ngettext
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.meeting.people.attendance import is_absent
from sip_tui.meeting.people.floor import has_floor, heard, long_turn, since_heard, suggestion, unheard_family
from sip_tui.meeting.people.speaking_queue import Ask, waiting
from sip_tui.meeting.time.timeline import Timing
from sip_tui.phrasing import wording
from sip_tui.phrasing.wording import join_words
from sip_tui.resources.guidance import phase_name
from sip_tui.widgets.live_static import LiveStatic
from sip_tui.widgets.plain import plain

KINDS = {Ask.REPLY.value: N_("direct reply"), Ask.LAST.value: N_("last word")}
"""An ordinary turn needs no word."""


class PersonHeardLine(LiveStatic):
    """The line on top: is the person heard in this phase, and how long ago."""

    DEFAULT_CSS = "PersonHeardLine { height: auto; padding: 0 1; background: $boost; text-wrap: wrap; }"

    def render_content(self, now: datetime) -> Content:
        person, at = self.meeting.the_person, self.timing(now)
        if person is None or not at.opened or at.closed:
            return Content("")
        waits = not heard(self.meeting, person.id, at.phase) and has_floor(self.meeting) != person
        mark = ("○ ", "bold") if waits else ("● ", "bold")
        return Content.assemble(mark, (person_sentence(self.meeting, person, at, now), "bold" if waits else ""))


class QueueLines(LiveStatic):
    """Those who wait, each on a line, the next first."""

    DEFAULT_CSS = "QueueLines { padding: 0 1; height: 1fr; text-wrap: wrap; }"

    def render_content(self, now: datetime) -> Content:
        line = waiting(self.meeting)
        title = Content.styled(_("In the queue ({count})").format(count=len(line)), "bold")
        lines = [_waits(self.meeting, place, one.who, one.kind) for place, one in enumerate(line, 1)]
        nobody = _("Nobody waits. {keys[queue.ask]} puts the chosen one in.").format(keys=KEYS)
        return Content("\n").join([title, *(lines or [Content(nobody)])])


class Suggestion(LiveStatic):
    """That somebody has had the floor for long, whom the chair could ask now, and who of the family waits."""

    DEFAULT_CSS = "Suggestion { height: auto; text-wrap: wrap; }"

    def render_content(self, now: datetime) -> Content:
        at = self.timing(now)
        if not at.opened:
            return Content(_("The floor can be given once the meeting is open."))
        if at.closed:
            return Content("")
        one = suggestion(self.meeting, at.phase, now)
        sentences = [
            long_sentence(self.meeting, at, now),
            ask_sentence(self.meeting, one, at),
            family_sentence(self.meeting, one, at),
        ]
        return Content(" ".join(part for part in sentences if part))


def person_sentence(meeting: Meeting, person: Participant, at: Timing, now: datetime) -> str:
    """Whether the person has been heard in this phase, and how long ago that was."""
    name, phase, since = called(meeting, person), phase_name(at.phase), since_heard(meeting, person.id, now)
    if has_floor(meeting) == person:
        return _("{name} speaks now.").format(name=name)
    if is_absent(meeting, person.id):
        return _("{name} is not here. Who says what matters to {name}?").format(name=name)
    if since is None:
        return _("{name} has not been heard in this meeting yet.").format(name=name)
    minutes = int(since.total_seconds() // 60)
    text = _heard_text(minutes) if heard(meeting, person.id, at.phase) else _unheard_text(minutes)
    return text.format(name=name, phase=phase, count=minutes)


def long_sentence(meeting: Meeting, at: Timing, now: datetime) -> str:
    """That somebody has had the floor for long in a round; said kindly, and never about the person (seed row 22)."""
    lasted, one = long_turn(meeting, at, now), has_floor(meeting)
    if lasted is None or one is None:
        return ""
    minutes = int(lasted.total_seconds() // 60)
    told = ngettext(
        "{name} has had the floor for {count} minute.", "{name} has had the floor for {count} minutes.", minutes
    )
    return told.format(name=called(meeting, one), count=minutes)


def ask_sentence(meeting: Meeting, one: Participant | None, at: Timing) -> str:
    """Whom the chair could ask: the name is used, as nobody has said which pronoun is right."""
    if one is None:
        return _("Everybody speaks or waits for the floor already.")
    name, phase = called(meeting, one), phase_name(at.phase)
    if not heard(meeting, one.id, at.phase):
        return _("{name} has not been heard in {phase} yet – ask {name}?").format(name=name, phase=phase)
    return _("Everybody who is free has been heard in {phase}. {name} has spoken least.").format(name=name, phase=phase)


def family_sentence(meeting: Meeting, asked: Participant | None, at: Timing) -> str:
    """Those of the family who have not been heard, besides the one who is suggested already (seed row 189)."""
    speaker = has_floor(meeting)
    left = [one for one in unheard_family(meeting, at.phase) if one not in (asked, speaker)]
    if not left:
        return ""
    names = join_words([called(meeting, one) for one in left])
    return _("Of the family, not heard yet: {names}.").format(names=names)


def _heard_text(minutes: int) -> str:
    if not minutes:
        return _("{name} has just been heard in {phase}.")
    return ngettext(
        "{name} has been heard in {phase}, {count} minute ago.",
        "{name} has been heard in {phase}, {count} minutes ago.",
        minutes,
    )


def _unheard_text(minutes: int) -> str:
    if not minutes:
        return _("{name} has not been heard in {phase} yet.")
    return ngettext(
        "{name} has not been heard in {phase} yet; {count} minute since the last time.",
        "{name} has not been heard in {phase} yet; {count} minutes since the last time.",
        minutes,
    )


def called(meeting: Meeting, one: Participant) -> str:
    """What somebody is called in a sentence, ready to be shown."""
    return plain(wording.display_name(meeting, one))


def _waits(meeting: Meeting, place: int, who: str, kind: str) -> Content:
    one = meeting.participant(who)
    name = called(meeting, one) if one else ""
    word = _(KINDS[kind]) if kind in KINDS else ""
    return Content(f"{place} {name}, {word}" if word else f"{place} {name}")
