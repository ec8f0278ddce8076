"""Which words of the roll call are names, and the role word that goes in their place.

A roll call holds more than names: "Föräldrar", "Tolk (arabiska)", "Fatima och Ahmed Hassan", "Bo Handläggare".
What is taken for a name is masked everywhere, so "tolk" must not be, and "Hassan" must.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sip_tui.i18n.translation import N_, _, language
from sip_tui.meeting.model.enums import Kind
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.minutes.addressing import KINDS, role_of
from sip_tui.minutes.document import plain, tidy
from sip_tui.privacy import KnownName, find
from sip_tui.swedish.grammar.definite import definite

_AND = re.compile(r"\s+(?:och|samt|and|&|\+)\s+|(?<=\w)\s*/\s*(?=\w)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_LABEL_WORDS = """
    förälder föräldrar föräldrarna vårdnadshavare vårdnadshavarna mamma pappa mamman pappan mor far moder fader
    mormor morfar farmor farfar syster bror syskon storasyster lillasyster storebror lillebror moster faster morbror
    farbror kusin son dotter barn make maka sambo partner fru familj familjen familjehem familjehemmet anhörig
    anhöriga närstående bonusmamma bonuspappa styvmamma styvpappa tolk tolken teckentolk kontaktperson stödperson
    representant vikarie personal god man förvaltare ombud handläggare läkare lärare mentor kurator psykolog
    rektor sjuksköterska skolsköterska socialsekreterare chef samordnare
    parent parents mother father mum dad guardian interpreter sister brother family
"""
_LABELS = frozenset(_LABEL_WORDS.split())
"""Words that describe somebody; with a capital they are no names either."""
_OFFICES = (
    *(("chair", N_("chair")), ("co_chair", N_("second chair"))),
    *(("secretary", N_("secretary")), ("called_by", N_("convener"))),
)


def known_names(meeting: Meeting) -> tuple[KnownName, ...]:
    """Give every name of the meeting with its role word; the person is "du".

    Names that were written at the same time and did not hold count too: somebody may have used them in a text.
    """
    found = dict(_found(meeting))
    bare = [KnownName(name, "-") for name in found]
    return tuple(KnownName(name, _nameless(words, bare)) for name, words in found.items())


def own_names(meeting: Meeting) -> tuple[KnownName, ...]:
    """Give the person's own names, to be read as "you" on the person's own paper."""
    person = meeting.person_participant
    written = [*split(meeting.person.called), *(split(person.name, person) if person else ())]
    return tuple(KnownName(name, _("you")) for name in dict.fromkeys(written))


def _found(meeting: Meeting) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Pairs of a name and the words that may stand for it, the best first."""
    you = (_("you"),)
    for one in (*meeting.participants, *meeting.removed_participants):
        words = you if one.kind is Kind.PERSON else (in_a_sentence(one), _(KINDS[one.kind]))
        for written in (one.name, *map(str, one.lost.get("name", ()))):
            yield from ((name, words) for name in split(written, one))
    for field, office in _OFFICES:
        for written in (getattr(meeting.about, field), *meeting.about.lost.get(field, ())):
            if meeting.participant(str(written)) is None:
                yield from ((name, (_(office),)) for name in split(str(written)))
    for written in (meeting.person.called, *map(str, meeting.person.lost.get("called", ()))):
        yield from ((name, you) for name in split(written))


def split(written: str, one: Participant | None = None) -> tuple[str, ...]:
    """Give the names in what somebody wrote as a name: none in "Föräldrar", two in "Fatima och Ahmed Hassan".

    When a shared surname stands last, the first name gets it too.
    """
    whole = plain(tidy(written))
    roles = frozenset(word for word in _WORD.findall(one.role if one else "") if word.islower())
    parts = [name for part in _AND.split(whole) if (name := _without_labels(part, roles))]
    if len(parts) > 1 and " " not in parts[0] and " " in parts[-1]:
        parts.append(f"{parts[0]} {parts[-1].split()[-1]}")
    return tuple(dict.fromkeys(parts))


def in_a_sentence(one: Participant) -> str:
    """What somebody is called in the middle of a text: "kuratorn", "mamma"."""
    role = plain(tidy(role_of(one) or one.organisation))
    if language() != "sv" or not one.role.strip():
        return role
    return definite(role)


def _without_labels(part: str, roles: frozenset[str]) -> str:
    words = part.split()
    kept = [word for word in words if not _is_label(word, roles)]
    return " ".join(kept) if len(kept) < len(words) else part.strip()


def _is_label(word: str, roles: frozenset[str]) -> bool:
    letters = _WORD.findall(word)
    if word.startswith("(") and letters and all(one.islower() for one in letters):
        return True
    return bool(letters) and all(one.lower() in _LABELS or one.lower() in roles for one in letters)


def _nameless(words: tuple[str, ...], names: list[KnownName]) -> str:
    """The first word that holds no name itself: somebody's role may be "Åsas mamma"."""
    return next((word for word in words if word and not find(word, names)), "[namn]")
