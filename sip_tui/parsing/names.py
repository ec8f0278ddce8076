"""Find a participant by the beginning of a name, in any case; two who fit are a question, and so is nobody."""

from __future__ import annotations

from collections.abc import Sequence

from sip_tui.i18n.translation import _
from sip_tui.meeting.model.enums import Kind
from sip_tui.meeting.model.meeting import Meeting, Participant


class NameQuestionError(Exception):
    """A name fits nobody, or several; the text is one sentence."""

    def __init__(self, sentence: str, candidates: Sequence[Participant] = ()) -> None:
        super().__init__(sentence)
        self.candidates = tuple(candidates)


def find_participant(meeting: Meeting, words: str) -> Participant:
    """Return the one participant whom words name: by id, the whole name, or the beginning of one of its words.

    Raises:
        NameQuestionError: The words fit nobody, or several.
    """
    wanted = " ".join(words.casefold().split())
    if exact := meeting.participant(words):
        return exact
    for fits in (_is_called, _begins):
        found = [participant for participant in meeting.participants if wanted and fits(meeting, participant, wanted)]
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(_label(participant) for participant in found)
            sentence = _("{words} could be more than one person: {names}. Write more of the name.")
            raise NameQuestionError(sentence.format(words=words, names=names), found)
    names = ", ".join(_label(participant) for participant in meeting.participants) or _("nobody")
    raise NameQuestionError(_("Nobody here is called {words}. There are: {names}.").format(words=words, names=names))


def _names(meeting: Meeting, participant: Participant) -> list[str]:
    called = meeting.person.called if participant.kind is Kind.PERSON else ""
    texts = (participant.name, called, participant.role, participant.organisation)
    return [text.casefold() for text in texts if text.strip()]


def _is_called(meeting: Meeting, participant: Participant, wanted: str) -> bool:
    return wanted in _names(meeting, participant)[:2] or wanted == participant.name.casefold()


def _begins(meeting: Meeting, participant: Participant, wanted: str) -> bool:
    names = _names(meeting, participant)
    return any(f" {name}".find(f" {wanted}") >= 0 for name in names)


def _label(participant: Participant) -> str:
    return participant.name or participant.role or participant.organisation
