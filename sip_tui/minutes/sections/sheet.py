"""The person's letter and sheet before the meeting, in large print, with lines to write on.

Why, when, who comes, the five parts with their questions, what one may say no to (requirements 28, 126, 149-154).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from sip_tui.i18n.translation import _
from sip_tui.meeting.content.questions import all_questions
from sip_tui.meeting.model.enums import FAMILY, Answer, Kind
from sip_tui.meeting.model.meeting import Participant
from sip_tui.meeting.model.preparation import InvitationState
from sip_tui.meeting.people.attendance import in_round_order
from sip_tui.meeting.time.agenda import planned_minutes
from sip_tui.minutes.context import RenderContext, capitalized, fill, fixed, heading, items, labelled, titled_list
from sip_tui.minutes.document import Block, Bullets, ListItem, Paragraph, RichText, Ring, WritingLines
from sip_tui.minutes.sections.contact import contact_items
from sip_tui.resources.preparation_sheet import Sheet, preparation_sheet

LINES = 3
"""Lines to write on after a question."""
LETTER_LINES = 8
_AWAY = frozenset({InvitationState.DECLINED, InvitationState.SUBSTITUTE})


def title(context: RenderContext) -> RichText:
    """Return the day of the meeting, said to the person."""
    start = context.meeting.about.start
    return fixed(_("Your meeting on {day}").format(day=context.day(start)) if start else _("Your meeting"))


def welcome(context: RenderContext) -> Iterator[Block]:
    """A greeting by the name that the person wants, and what kind of meeting it is."""
    if called := context.meeting.person.called.strip():
        yield Paragraph(fill(_("Hello {name}!"), name=called))
    yield Paragraph(fixed(" ".join(_words(context).welcome)))


def facts(context: RenderContext) -> Iterator[Block]:
    """When and where, and what is arranged for the person."""
    about, person = context.meeting.about, context.meeting.person
    times: tuple[RichText, ...] = ()
    if about.start:
        end = about.start + timedelta(minutes=about.minutes)
        span = f"{context.clock(about.start)}–{context.clock(end)}"
        times = (labelled(_("Date"), fixed(context.day(about.start))), labelled(_("Time"), fixed(span)))
    where: RichText = about.place if about.place.strip() or about.link.strip() else fixed(_("you will be told later"))
    lines = (
        *times,
        labelled(_("Place"), where),
        labelled(_("Online"), about.link),
        labelled(_("How you will get there"), person.travel),
        labelled(_("Interpreter"), person.interpreter_language),
        labelled(_("What helps you"), person.cognitive_support),
        labelled(_("Breaks"), person.breaks),
    )
    yield from titled_list(_("When and where"), lines)


def purpose(context: RenderContext) -> Iterator[Block]:
    """Why they meet, what is to be answered, and room for the person's own questions."""
    questions, text = all_questions(context.meeting), context.meeting.about.purpose.strip()
    if text:
        yield heading(2, _("Why we are meeting"))
        yield Paragraph(text)
    yield from titled_list(_("This is what we will talk about"), (question.text for question in questions))
    is_said = text or any(question.text.strip() for question in questions)
    something_else = _("Do you want to talk about something else? Write it here.")
    yield WritingLines(fixed(something_else if is_said else _("What do you want to talk about? Write it here.")), LINES)


def company(context: RenderContext) -> Iterator[Block]:
    """Who comes and why, and room to say whom the person wants or does not want there."""
    others = [other for other in in_round_order(context.meeting) if _comes(context, other)]
    lines = (
        ListItem(capitalized(context.addressing.introduce(other)), items((context.meeting.invitation(other.id).why,)))
        for other in others
    )
    yield from titled_list(_("Who we have asked to come"), lines)
    yield WritingLines(fixed(_("Who do you want beside you? Is there anyone you do not want there?")), LINES)


def circle(context: RenderContext) -> Iterator[Block]:
    """The five parts as a ring, each as long as its minutes."""
    minutes = planned_minutes(context.meeting)
    parts = tuple(
        fixed(_("{part}, {minutes} minutes").format(part=context.part_name(phase), minutes=minutes[phase]))
        for phase in minutes
    )
    yield heading(2, _("The meeting has five parts"))
    label = _("A ring in five parts. The longer a part takes, the larger it is.")
    yield Ring(fixed(label), parts, tuple(minutes.values()))


def parts(context: RenderContext) -> Iterator[Block]:
    """What happens in each part, and its questions with lines to write on."""
    yield heading(2, _("Think about this at home"))
    yield Paragraph(fixed(_("Write or draw as much as you like. You decide what you want to show.")))
    for number, part in enumerate(_words(context).parts, 1):
        yield heading(3, f"{number}. {context.part_name(part.key)}")
        yield Paragraph(fixed(part.about))
        for question in part.questions:
            yield WritingLines(fixed(question), LINES)


def saying_no(context: RenderContext) -> Iterator[Block]:
    """What the person may say no to."""
    yield from titled_list(_("You can say no"), map(fixed, _words(context).saying_no))
    yield WritingLines(fixed(_("Is there something that you do not want us to talk about? Write it here.")), LINES)


def letter(_context: RenderContext) -> Iterator[Block]:
    """Room for a letter or a drawing, for those who do not come or do not want to speak."""
    yield heading(2, _("Would you rather not come, or not speak?"))
    yield WritingLines(
        fixed(_("Write a letter or draw here. Then someone will read it or show it for you.")), LETTER_LINES
    )


def asking(context: RenderContext) -> Iterator[Block]:
    """Whom to ask before the meeting, with telephone and e-mail."""
    meeting = context.meeting
    wanted = (meeting.participant(row) for row in dict.fromkeys((meeting.about.called_by, meeting.about.chair)))
    found = [other for other in wanted if other and other.kind not in FAMILY]
    cards = (ListItem(context.addressing.introduce(other), contact_items(meeting, other)) for other in found)
    if found:
        yield heading(2, _("Do you have any questions?"))
        yield Bullets(tuple(cards))


def _comes(context: RenderContext, other: Participant) -> bool:
    """Whether somebody is to come: the person does not mind, and they have not said no or sent another."""
    invitation = context.meeting.invitation(other.id)
    return other.kind is not Kind.PERSON and invitation.wanted is not Answer.NO and invitation.state not in _AWAY


def _words(context: RenderContext) -> Sheet:
    return preparation_sheet(child=context.meeting.person.child, plan=context.is_plan, kind=context.kind)
