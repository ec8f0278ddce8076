"""Deeds about the course of the meeting: parts, time, breaks, the chair's duties and the round."""

from __future__ import annotations

from collections.abc import Callable

from sip_tui.cli.errors import CommandRefusedError, UsageError
from sip_tui.cli.verbs.deed import Deed, Done, Run, require_open
from sip_tui.i18n.translation import _, ngettext
from sip_tui.meeting.content import summary
from sip_tui.meeting.guidance import checklist
from sip_tui.meeting.log.change import Edit, EditContext
from sip_tui.meeting.model.enums import Answer
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.meeting.people import floor
from sip_tui.meeting.time import agenda
from sip_tui.meeting_file.errors import closest_match
from sip_tui.meeting_file.vocabulary import PHASE_NAMES
from sip_tui.phrasing.wording import local, name_or_role
from sip_tui.resources.meeting_types import part_name, part_names, phases_by_name


def go_to_phase(deed: Deed) -> Done:
    """Go to the next part, the one before, or one by its name."""
    if deed.timing.closed:
        raise CommandRefusedError(_("The meeting is closed."))
    step = {"next": 1, "nästa": 1, "": 1, "back": -1, "tillbaka": -1}.get(deed.text.casefold())
    phase = agenda.adjacent_phase(deed.timing.phase, step) if step else phase_of(deed.meeting, deed.text)
    if not phase:
        raise CommandRefusedError(_("There is no part of the meeting after this one; close it with: do ID close"))
    said = _("Now: {phase}").format(phase=part_name(deed.meeting, phase))
    return Done(floor.change_phase(deed.meeting, phase, deed.context), said)


def phase_of(meeting: Meeting, name: str) -> str:
    """Return the phase of a name in Swedish or English, or the beginning of one."""
    wanted = " ".join(name.casefold().split())
    names = {**PHASE_NAMES, **phases_by_name()}
    found = {phase for word, phase in names.items() if word == wanted} or {
        phase for word, phase in names.items() if wanted and word.startswith(wanted)
    }
    if len(found) == 1:
        return found.pop()
    known = ", ".join(part_names(meeting))
    sentence = _("No part of the meeting is called {name}; there are {words}.")
    raise CommandRefusedError(sentence.format(name=name, words=known))


def log(make: Callable[[EditContext], tuple[Edit, ...]], said: str, *, ends_turns: bool = False) -> Run:
    """Return a deed that logs an event of an open meeting."""

    def run(deed: Deed) -> Done:
        """Do it."""
        require_open(deed)
        ended = floor.end_turns(deed.meeting, deed.context) if ends_turns else ()
        return Done((*ended, *make(deed.context)), _(said))

    return run


def open_it(deed: Deed) -> Done:
    """Open the meeting."""
    if edits := agenda.open_meeting(deed.meeting, deed.context):
        return Done(edits, _open_words(agenda.days_early(deed.meeting, local(deed.context.at))))
    raise CommandRefusedError(_("The meeting has been opened already."))


def _open_words(days_early: int) -> str:
    early = ngettext("one day early", "{count} days early", days_early).format(count=days_early)
    return f"{_('The meeting is open')}, {early}" if days_early else _("The meeting is open")


def more_minutes(deed: Deed) -> Done:
    """Give the present part more minutes."""
    require_open(deed)
    try:
        minutes = int(deed.text or "5")
    except ValueError:
        raise UsageError(_("Write whole minutes, for instance: more 5")) from None
    edits = agenda.add_minutes(deed.meeting, deed.timing.phase, minutes)
    return Done(
        edits,
        _("{count} minutes more for “{phase}”").format(count=minutes, phase=part_name(deed.meeting, deed.timing.phase)),
    )


def answer_round(deed: Deed) -> Done:
    """Write whether somebody sees the summary the same way."""
    who, rest = deed.name_and_rest()
    same = rest.casefold() not in {"no", "nej", "inte"}
    edits = summary.answer_picture(deed.meeting, who.id, Answer.YES if same else Answer.NO)
    words = _("sees it the same way") if same else _("sees it another way")
    return Done(edits, f"{name_or_role(who)}: {words}")


def tick_one(deed: Deed) -> Done:
    """Tick one of the chair's duties, or take the tick away."""
    if deed.text not in checklist.DUTIES:
        near = closest_match(deed.text, checklist.DUTIES)
        known = _("did you mean {word}?").format(word=near) if near else ", ".join(checklist.DUTIES)
        raise CommandRefusedError(_("There is no duty {name}; {words}").format(name=deed.text, words=known))
    done = checklist.is_done(deed.meeting, deed.text)
    edits = checklist.untick_duty(deed.text) if done else checklist.tick_duty(deed.text, deed.context)
    return Done(edits, deed.text)
