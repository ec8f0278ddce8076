"""The names of a meeting with their role words, extracted from the roll call and the offices.

A roll call holds more than names: "Föräldrar", "Tolk (arabiska)", "Fatima och Ahmed Hassan", "Bo Handläggare". What is
taken for a name is masked everywhere, so "tolk" must not be one, and "Hassan" must.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sip_tui.i18n.translation import N_, _, language
from sip_tui.meeting.model.enums import FAMILY, Kind
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.minutes.addressing import KIND_LABELS, home_word, role_in_sentence, role_with_office
from sip_tui.minutes.document import plain, to_single_line
from sip_tui.privacy import MASKS, KnownName, find, is_workplace, spellings
from sip_tui.swedish import words as table
from sip_tui.swedish.grammar.clause import infinitive

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
"""Words that describe a participant and are no names, even with a capital."""
_OFFICES = (
    *(("chair", N_("chair")), ("co_chair", N_("second chair"))),
    *(("secretary", N_("secretary")), ("called_by", N_("person who called the meeting"))),
)
_ROLE_BESIDE = re.compile(r"([^,(]+?)\s*[,(]\s*([a-zåäö][^,()]*?)\s*(?:[,)].*)?")
"""A name with a role after it."""
_OFTEN = 3
"""So often a letter alone stands for the person; once or twice it may be anybody who has it."""
_WORDS_TOO = frozenset("IÅO")
"""Letters that are a word too: "I går", "O mamma"."""
_BEGINS = r"(?m)(?:^|(?<=[a-zåäö,:+-] ))X(?=:? [a-zåäö]|$)"
"""Where a letter X alone may stand for somebody."""
_BEGINS_AS_WORD = (
    r"(?m)(?:^X(?=:|\.? (?:vill|kan|har|ska|får|är|säger|mår|tycker|behöver|undrar|orkar)\b)"
    r"|(?<=[a-zåäö,:+-] )X(?=:s?\b|:? [a-zåäö]|$))"
)
"""The same of one that begins a line as a word."""
_WORK = frozenset({"ringa", "kolla", "skicka", "boka", "ordna", "fixa", "kontakta", "återkomma", "informera", "ansöka"})
"""What those do who help somebody; the person may, too."""
_PERSON, _OTHER = "[1]", "[2]"
"""Marks that no text has, for telling whose a name is."""


def known_names(meeting: Meeting) -> tuple[KnownName, ...]:
    """Return every name of the meeting with its role word; the person's stands where "du" is not sure.

    Superseded versions of a name count too: somebody may have used them in a text.
    """
    found, own = _by_name(meeting), _names_with_letter(meeting)
    bare = [KnownName(name, "-") for name in found]
    return tuple(KnownName(name, _without_name(words, bare), name in own) for name, words in found.items())


def _names_with_letter(meeting: Meeting) -> frozenset[str]:
    """The person's names when notes have their first letter alone again and again: who is written so is the person."""
    letter = _own_letter(meeting)
    return frozenset(_own_names(meeting)) if letter and letter not in _WORDS_TOO else frozenset()


def _own_names(meeting: Meeting) -> list[str]:
    return [name.name for name in person_names(meeting)]


def _own_letter(meeting: Meeting) -> str:
    """The letter that stands for the person in the notes again and again; empty for none.

    Where somebody else's name begins with the letter too it is nobody's, unless the notes tell whose it is.
    """
    names = _own_names(meeting)
    letters = {name[0] for name in names if name[0].isupper()}
    typed = "\n".join(pad.text for pad in meeting.notes) if len(letters) == 1 else ""
    letter = letters.pop() if typed else ""
    begins = _BEGINS_AS_WORD if letter in _WORDS_TOO else _BEGINS
    often = typed and re.findall(begins.replace("X", letter), typed)
    own = {name.split()[0] for name in names}
    also = {name.split()[0] for name in _by_name(meeting) if name.startswith(letter)} - own
    if also:
        return letter if len(often) > 1 and _tells_whose(letter, own, also, typed) else ""
    return letter if len(often) >= (1 if letter in _WORDS_TOO else _OFTEN) else ""


def _tells_whose(letter: str, own: Iterable[str], also: Iterable[str], typed: str) -> bool:
    """Whether notes show that a letter is the person.

    They say so ("Tuva (T)"), or have the others in full and the person never, or who is written so lives, or is looked
    after, and does no work: "S mår dåligt", "hämtar S".
    """
    own_names = "|".join(map(re.escape, own))
    if re.search(rf"\b(?:(?:{own_names})[ ,]*\(?(?:=|kallas)? ?{letter}\)|{letter} ?= ?(?:{own_names}))", typed):
        return True
    written = [re.search(rf"\b{re.escape(name)}s?\b", typed) for name in also]
    if all(written) and not re.search(rf"\b(?:{own_names})s?\b", typed):
        return True
    said = [infinitive(word) for line in re.findall(rf"\b{letter}\b([^.\n]*)", typed) for word in line.lower().split()]
    helped = map(infinitive, re.findall(rf"\b([a-zåäö]+) {letter}\b", typed))
    lives = not table("lived", "does").isdisjoint(said) or not table("lived", "cares").isdisjoint(helped)
    return lives and _WORK.isdisjoint(said)


def family_names(meeting: Meeting) -> tuple[KnownName, ...]:
    """Return the names of the person and the family alone: a call may name those who work with the person."""
    family = tuple(other for other in meeting.participants if other.kind in FAMILY)
    gone = tuple(other for other in meeting.removed_participants if other.kind in FAMILY)
    about = replace(meeting.about, chair="", co_chair="", secretary="", called_by="", lost={})
    return known_names(replace(meeting, about=about, participants=family, removed_participants=gone))


def person_names(meeting: Meeting) -> tuple[KnownName, ...]:
    """Return the person's names, to be replaced by "you" on the person's own paper."""
    person = meeting.person_participant
    written = [*names_in(meeting.person.called), *(names_in(person.name, person) if person else ())]
    return tuple(KnownName(name, _("you")) for name in dict.fromkeys(written))


def person_spellings(meeting: Meeting, texts: Iterable[str]) -> frozenset[str]:
    """Return the ways that texts write the person's name: "Tuvis", "Tuwa", "T.E.", "Ekmar-ken" over two lines."""
    own = {name.name for name in person_names(meeting)}
    by_letter = _names_with_letter(meeting)
    names = [KnownName(name, _PERSON if name in own else _OTHER, name in by_letter) for name in _by_name(meeting)]
    return spellings(texts, names, _PERSON) | ({_own_letter(meeting)} & _WORDS_TOO)


def person_word(meeting: Meeting, names: Iterable[KnownName]) -> str:
    """Return the word that stands for the person in a mail where "du" is not sure; empty when it says nothing."""
    own = {name.name for name in person_names(meeting)}
    words = {name.role_word for name in names if name.name in own} - {MASKS["name"]}
    return words.pop() if len(words) == 1 else ""


def _by_name(meeting: Meeting) -> dict[str, tuple[str, ...]]:
    """Map each name to its role words; who holds an office by a name that is on the list has the role from there."""
    found = dict(_found(meeting))
    listed = [frozenset(name.casefold().split()) for name in found]
    offices = dict(_offices(meeting))
    alone = [name for name in offices if not any(frozenset(name.casefold().split()) <= other for other in listed)]
    return found | {name: offices[name] for name in alone}


def _offices(meeting: Meeting) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the names in the offices that name nobody by id, each with the role beside it, else the office."""
    for field, office in _OFFICES:
        for written in map(str, (getattr(meeting.about, field), *meeting.about.lost.get(field, ()))):
            if meeting.participant(written) is None:
                name, role = _name_and_role(written)
                words = (role_in_sentence(Participant(id="", role=role)),) if role else ()
                yield from ((found, (*words, _(office))) for found in names_in(name))


def _name_and_role(written: str) -> tuple[str, str]:
    """Cut "Agneta Norling, rektor" and "Agneta Norling (rektor)" into name and role; a capital begins no role."""
    beside = _ROLE_BESIDE.fullmatch(written.strip())
    return (beside[1], beside[2]) if beside else (written, "")


def _found(meeting: Meeting) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each name with its possible role words, the best first."""
    # In Swedish a text is turned to the person, see ``fields``; the word stands where that is not sure.
    you = (_("the person") if language() == "sv" else _("you"),)
    for participant in (*meeting.participants, *meeting.removed_participants):
        role_words = (role_with_office(participant, meeting.participants), _(KIND_LABELS[participant.kind]))
        words = you if participant.kind is Kind.PERSON else role_words
        for written in (participant.name, *map(str, participant.lost.get("name", ()))):
            yield from ((name, words) for name in names_in(written, participant))
    for written in (meeting.person.called, *map(str, meeting.person.lost.get("called", ()))):
        yield from ((name, you) for name in names_in(written))


def names_in(written: str, participant: Participant | None = None) -> tuple[str, ...]:
    """Extract the names from a name field: none in "Föräldrar", two in "Fatima och Ahmed Hassan".

    A shared surname at the end is added to the first name too.
    """
    whole = plain(to_single_line(written))
    roles = frozenset(word for word in _WORD.findall(participant.role if participant else "") if word.islower())
    parts = [name for part in _AND.split(whole) if (name := _without_labels(part, roles))]
    if len(parts) > 1 and " " not in parts[0] and " " in parts[-1]:
        parts.append(f"{parts[0]} {parts[-1].split()[-1]}")
    return tuple(dict.fromkeys(parts))


def _without_labels(part: str, roles: frozenset[str]) -> str:
    words = part.split()
    kept = [word for word in words if not _is_label(word, roles)]
    if len(kept) == len(words):
        return part.strip()
    return "" if len(kept) == 1 and is_workplace(kept[0]) else " ".join(kept)


def _is_label(word: str, roles: frozenset[str]) -> bool:
    letters = _WORD.findall(word)
    if word.startswith("(") and letters and all(word.islower() for word in letters):
        return True
    return bool(letters) and all(word.lower() in _LABELS or word.lower() in roles for word in letters)


def _without_name(words: tuple[str, ...], names: list[KnownName]) -> str:
    """The first role word that contains no name itself: a role may be "Åsas mamma"."""
    return next((word for word in words if word and not find(word, names, people=False)), "[namn]")


def home_names(meeting: Meeting) -> Mapping[str, tuple[KnownName, ...]]:
    """Map each of the family who alone is called so at home to her name and that word: "mamma"."""
    called = {each.id: home_word(each) for each in meeting.participants}
    count = Counter(called.values())
    return {
        each.id: (KnownName(each.name, called[each.id]),)
        for each in meeting.participants
        if called[each.id] and each.name and count[called[each.id]] == 1
    }
