"""The rows of the situation: what matters most, what each one has told, the help that is given already (F10)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _
from sip_tui.meeting.content.situation import (
    account_of,
    filled_slots,
    is_situation_empty,
    people_to_ask,
    slots_of,
    without_account,
    without_answers,
)
from sip_tui.meeting.model.enums import Status
from sip_tui.meeting.model.meeting import Action, Meeting, Ongoing, Participant
from sip_tui.meeting.people.attendance import is_absent
from sip_tui.phrasing.wording import join_words, name_or_role, presence_word, role_or_kind, slot_line
from sip_tui.widgets.safe_text import plain

QUESTIONS: Mapping[str, str] = {
    "works": N_("What works?"),
    "works_not": N_("What does not?"),
    "experience": N_("How is it for you?"),
    "needs": N_("What do you need?"),
    "wishes": N_("What do you wish for?"),
    "expectations": N_("What do you expect of the plan?"),
    "goals": N_("Which goals do you find important?"),
    "support": N_("What support can you give?"),
}
"""Slot → how the chair asks for it (seed rows 1, 32, 71, 98)."""

STRENGTHS = N_("What are you good at, and whom can you trust?")
"""Seed rows 72, 165."""
ListRow = tuple[str, Content]
"""Table and row, and what is shown; a name that begins with ``#`` is no row."""


def situation_rows(meeting: Meeting) -> Iterator[ListRow]:
    """Everything under its heading, the person's own words first; what to do when nothing is filled in."""
    if is_situation_empty(meeting):
        yield (
            "#help",
            _help(_("Choose with the arrows; Enter writes what is said. {keys[ongoing.add]} adds ongoing help.")),
        )
    yield "person person", _own(_("What matters most to you?"), meeting.person.matters)
    yield "person strengths", _own(_(STRENGTHS), meeting.person.strengths)
    yield "#accounts", _heading(_("How each of us sees it"))
    yield from ((f"accounts {one.id}", _account(meeting, one)) for one in people_to_ask(meeting))
    yield "#ongoing", _heading(_("Ongoing help"))
    yield from ((f"ongoing {one.id}", _ongoing(meeting, one)) for one in meeting.ongoing)
    going = [one for one in meeting.actions if one.status is Status.ONGOING]
    yield from ((f"#going-{one.id}", _going(meeting, one)) for one in going)
    if not meeting.ongoing and not going:
        yield (
            "#no-ongoing",
            _help("  " + _("None is written. {keys[ongoing.add]} writes down help that is given already.")),
        )


def aloud(meeting: Meeting, row: str) -> str:
    """What the chair can ask about the chosen row, for reading aloud; empty when everything is answered."""
    table, _space, name = row.partition(" ")
    if table == "person":
        return _ask_person(meeting, name)
    if table == "ongoing":
        return _("Ask: what is good about this help, and what is not?") if _is_silent(meeting, name) else ""
    one = meeting.participant(name)
    return _ask(meeting, one) if one else ""


def left_to_ask(meeting: Meeting) -> list[str]:
    """In words, who has not told how things are, and which actors have not given the two answers."""
    groups = (
        (N_("Not asked about how things are: {names}."), without_account(meeting)),
        (N_("No answer about goals and support: {names}."), without_answers(meeting)),
    )
    return [_(text).format(names=_names(meeting, those)) for text, those in groups if those]


def called(one: Participant) -> str:
    """A participant's name on this screen; the role for somebody without a name."""
    return plain(name_or_role(one))


def _ask(meeting: Meeting, one: Participant) -> str:
    written = filled_slots(account_of(meeting, one.id))
    left = [_(QUESTIONS[slot]) for slot in slots_of(meeting, one) if slot not in written]
    return _("Ask {name}: {questions}").format(name=called(one), questions=" ".join(left)) if left else ""


def _is_silent(meeting: Meeting, row: str) -> bool:
    """True when nobody has said how this help works."""
    one = next((each for each in meeting.ongoing if each.id == row), None)
    return one is not None and not (one.works.strip() or one.works_not.strip())


def _ask_person(meeting: Meeting, name: str) -> str:
    """The two questions to the person; a child may have written or drawn the answer (seed row 182)."""
    if name == "strengths":
        return "" if meeting.person.strengths.strip() else _("Ask: what are you good at, and whom can you trust?")
    if meeting.person.matters.strip():
        return ""
    child = " " + _("Is there a letter or a drawing? Then show it first.") if meeting.person.child else ""
    return _("Ask first: what matters most to you?") + child


def _own(question: str, text: str) -> Content:
    """A question to the person, and the answer in the person's own words."""
    words = plain(text.strip())
    said = Content(_("“{text}”").format(text=words)) if words else Content.styled(_("not asked yet"), "italic")
    return Content.assemble(_heading(question), "\n  ", said)


def _account(meeting: Meeting, one: Participant) -> Content:
    """The name, and under it one line a slot; who has told nothing is on one line."""
    who = Content.assemble("  ", (called(one), "bold"), f", {plain(role_or_kind(one))}" if one.name else "")
    slots = filled_slots(account_of(meeting, one.id))
    if not slots:
        why = presence_word(one.presence) if is_absent(meeting, one.id) else _("not asked yet")
        return Content.assemble(who, " – ", (why, "italic"))
    return Content("\n").join([who, *_slots(slots)])


def _ongoing(meeting: Meeting, one: Ongoing) -> Content:
    giver = meeting.participant(one.who)
    what = Content.assemble("  ", (plain(one.what), "bold"), f" – {called(giver)}" if giver else "")
    slots = {slot: text for slot in ("works", "works_not") if (text := getattr(one, slot)).strip()}
    return Content("\n").join([what, *_slots(slots)])


def _going(meeting: Meeting, one: Action) -> Content:
    """Help that stands on the board as an action that goes on; it is changed there."""
    doer = meeting.participant(one.who)
    who = f" – {called(doer)}" if doer else ""
    return Content.assemble("  ", (plain(one.what), "bold"), who, (" " + _("(on the board)"), "dim"))


def _slots(slots: Mapping[str, str]) -> Iterator[Content]:
    return (Content(f"     {plain(slot_line(slot, text))}") for slot, text in slots.items())


def _help(text: str) -> Content:
    return Content.styled(text.format(keys=KEYS), "italic")


def _heading(text: str) -> Content:
    return Content.styled(text, "bold underline")


def _names(meeting: Meeting, those: Iterable[Participant]) -> str:
    """Given names, which is what people say; the whole name where two share one."""
    given = Counter(_given(one) for one in people_to_ask(meeting))
    return join_words([_given(one) if given[_given(one)] == 1 else called(one) for one in those])


def _given(one: Participant) -> str:
    return next(iter(plain(one.name).split()), called(one))
