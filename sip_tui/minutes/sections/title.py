"""The title, whether it is a draft, and the notice that says no more than that there is a plan."""

from __future__ import annotations

from collections.abc import Iterator

from sip_tui.i18n.translation import _
from sip_tui.meeting.content.outcomes import carried_actions, carried_goals
from sip_tui.meeting.content.questions import is_follow_up
from sip_tui.meeting.time.agenda import PHASES
from sip_tui.meeting.time.timeline import timing_at
from sip_tui.minutes.context import RenderContext, fill, fixed
from sip_tui.minutes.document import Block, Paragraph, RichText
from sip_tui.minutes.sections.meeting_type import definite_type
from sip_tui.minutes.sections.plan_consent import plan_refused
from sip_tui.swedish.dates import formatting
from sip_tui.swedish.dates.formatting import iso


def title(context: RenderContext) -> RichText:
    """Return the title with the day: a plan, notes when the meeting makes none, or what is prepared."""
    day = context.own_day
    if context.is_plan:
        return fixed(_plan_title(context, day))
    if context.audience == "person" or (context.is_begun and context.refusers):
        return fixed(_own_title(context, day))
    if context.is_begun:
        return fill(_("Notes from the meeting on {day} ({meeting})"), meeting=definite_type(context), day=fixed(day))
    sentence = _("Before the meeting on {day} ({meeting})") if day else _("Before the meeting ({meeting})")
    return fill(sentence, meeting=definite_type(context), day=fixed(day))


def _own_title(context: RenderContext, day: str) -> str:
    """The title of the person's own paper from a meeting that makes no plan, and of all when the plan was refused."""
    if context.is_begun:
        return _("After your meeting on {day}").format(day=day) if day else _("After your meeting")
    return _("Before your meeting on {day}").format(day=day) if day else _("Before your meeting")


def _plan_title(context: RenderContext, day: str) -> str:
    if context.is_begun:
        return _("Your plan (SIP) – the meeting on {day}").format(day=day) if day else _("Your plan (SIP)")
    if _is_carried(context) or is_follow_up(context.meeting):
        followed = _("Before the follow-up of your plan (SIP) on {day}").format(day=day)
        return followed if day else _("Before the follow-up of your plan (SIP)")
    return _("Before your SIP meeting on {day}").format(day=day) if day else _("Before your SIP meeting")


def _is_carried(context: RenderContext) -> bool:
    """Whether something comes from an earlier plan."""
    return bool(carried_goals(context.meeting) or carried_actions(context.meeting))


def status(context: RenderContext) -> Iterator[Block]:
    """Who has said no to the plan; whether this is a proposal or a draft, nothing once the meeting is closed."""
    if context.audience in {"person", "mail", "full"} and (refused := plan_refused(context)):
        yield Paragraph(refused)
    if not context.is_begun and _is_carried(context):
        yield Paragraph(
            fixed(_("The meeting has not begun: what was decided last time still applies, and nothing new is decided."))
        )
    elif not context.is_begun and any(map(context.is_settled, context.meeting.actions)):
        yield Paragraph(fixed(_("The meeting has not begun: nothing new is decided yet.")))
    elif not context.is_begun:
        yield Paragraph(fixed(_("The meeting has not begun: nothing new is decided yet, these are proposals.")))
    elif not context.is_closed:
        yield Paragraph(fixed(_unfinished(context)))


def _unfinished(context: RenderContext) -> str:
    """Say that the meeting goes on: in its last part all is said, and what is handed out then is no draft."""
    is_today = formatting.local(context.now).date() == (
        formatting.local(context.opened_at).date() if context.opened_at else None
    )
    if is_today and timing_at(context.meeting, context.now).phase == PHASES[-1]:
        return _("Written at {time}, before the meeting was over.").format(time=context.clock(context.now))
    return _("The meeting is not closed yet: this is a draft.")


def notice_title(context: RenderContext) -> RichText:
    """Return a title that says no more than that there is a plan, or notes; before it is closed, only the meeting."""
    if not context.is_closed:
        return fixed(_("Our meeting"))
    return fixed(_("The plan is ready") if context.is_plan else _("The notes are ready"))


def notice(context: RenderContext) -> Iterator[Block]:
    """The days of this meeting and the next one; a follow-up that is no plain date is left out."""
    day = context.own_day
    if not context.is_begun:
        if day:
            yield Paragraph(fixed(_("We will meet on {day}.").format(day=day)))
        return
    yield Paragraph(fixed(_("Our meeting was on {day}.").format(day=day)))
    if context.is_closed:
        yield Paragraph(fixed(_("If you have not had your copy yet, ask the person who called the meeting.")))
    if iso(booked := context.meeting.about.follow_up):
        yield Paragraph(fixed(_("Next meeting: {day}").format(day=context.date_text(booked.strip()))))
