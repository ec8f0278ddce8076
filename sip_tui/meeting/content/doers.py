"""Who does an action that no one on the list owns: those whom its words name ("Liv o Hans ringer", "VC + skolan gör").

The gap that the secretary is asked about stays for one alone; what is told of the action says nobody's only where
its words name nobody.
"""

from __future__ import annotations

from functools import lru_cache

from sip_tui.meeting.model.enums import Kind
from sip_tui.meeting.model.meeting import Action, Meeting, Participant
from sip_tui.patterns import pattern

_WORD = pattern(r"[^\W_]+")
_NO_NAMES = frozenset({"och", "för", "på", "av", "med", "till", "samt", "den", "det", "vid", "hos", "är", "har"})
"""Words of roles and offices that name nobody by themselves."""


def joint_doers(meeting: Meeting, what: str) -> str:
    """Return the several who do together what the words say: "Liv o Hans"; empty when they name one, or nobody."""
    from sip_tui.swedish.grammar.agent import joint_subject  # loaded when somebody is looked for: the start is faster

    return joint_subject(what, _called(meeting.participants))


def named_doers(meeting: Meeting, what: str) -> str:
    """Return whom the words say that it is done by, one or several, also one who is not on the list: "Mormor"."""
    from sip_tui.swedish.grammar.agent import joint_subject, subject  # as above

    names = _called(meeting.participants)
    return joint_subject(what, names) or subject(what, names)


def does(meeting: Meeting, action: Action, who: str) -> bool:
    """Check whether an action is a participant's, see `doers_of`."""
    return action.who == who or who in doers_of(meeting, action)


def doers_of(meeting: Meeting, action: Action) -> frozenset[str]:
    """Return the ids of those whose an action is: its owner, or with none on the list, those whom its words name.

    One whom the person has said no to does only what they own.
    """
    if meeting.participant(action.who) is not None:
        return frozenset({action.who})
    from sip_tui.meeting.people.consent import is_refused  # it reads the questions, and they the plan

    words = _WORD.findall(named_doers(meeting, action.what))
    short = {word for word in words if word.isupper()}  # "de" is no Dina Ek
    named = {word.casefold() for word in words}
    named |= {word.removesuffix("n") for word in named}  # "skolan" is "skola", the end of the name of a school
    those = (other for other in meeting.participants if named & _words_for(other) or short & _initials(other))
    return frozenset(other.id for other in those if not is_refused(other))


@lru_cache(maxsize=8)
def _called(participants: tuple[Participant, ...]) -> frozenset[str]:
    return frozenset(word for other in participants for word in _words_for(other))


def _initials(other: Participant) -> frozenset[str]:
    """The first letters of a name in capitals, of all its words and of the first and the last: "SOB", "SB"."""
    letters = "".join(word[0] for word in _WORD.findall(other.name)).upper()
    return frozenset({letters, letters[:1] + letters[-1:]} if len(letters) > 1 else ())


@lru_cache(maxsize=256)
def _words_for(other: Participant) -> frozenset[str]:
    """The words that somebody is called by, in small letters: of their name, role and office, and short for those."""
    from sip_tui.swedish.grammar.agent import also_called, definite  # as above

    short = (*also_called(other.role), *also_called(other.organisation))
    texts = (other.name, other.role, definite(other.role) if other.role else "", other.organisation, *short)
    you = {"du"} if other.kind is Kind.PERSON else set[str]()
    words = {word.casefold() for text in texts for word in (*_WORD.findall(text), *text.split())}
    return frozenset(word for word in words if len(word) > 1) - _NO_NAMES | you
