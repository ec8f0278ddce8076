"""Rules about what stands right beside a name that is a word: numbers, what describes it, roles, rows, colons."""

from __future__ import annotations

from sip_tui.privacy.homographs.surroundings import (
    AND,
    DETERMINERS,
    Mark,
    Surroundings,
    Verdict,
    has_verb,
    is_determiner,
    is_person_word,
    is_thing,
)
from sip_tui.privacy.name_lists import ADJECTIVE, FOLLOWS, MEASURE, NOUN, PRONOUN, TIME, VERB
from sip_tui.privacy.verb_forms import is_finite, is_infinite
from sip_tui.privacy.word_tables import cached_from_tables, words

DWELLING = Mark("dwelling")
COPULAS = Mark("copulas")
BODIES = Mark("bodies")
_GENITIVES = Mark("genitives")
_LABELS = Mark("labels")
_WHO = Mark("who")
_DEGREES = Mark("degrees")
_NUMBERS = Mark("numbers")
_ENGLISH = Mark("english")
_DEFINITE = ("en", "et", "an", "na")


def is_phrase(at: Surroundings) -> Verdict | None:
    """Set phrases: "dag för dag", "liv och lust", "hur dags"."""
    for before, after in _phrases().get(at.word + at.ending, ()):
        if at.before[: len(before)] == before and _goes_on(at, after):
            return Verdict.WORD
    return None


def is_english(at: Surroundings) -> Verdict | None:
    """In an English sentence: "love you", "true love"."""
    return Verdict.WORD if at.last() in _ENGLISH or at.next() in _ENGLISH else None


def _goes_on(at: Surroundings, after: list[str]) -> bool:
    """Whether a phrase goes on so; "#" stands for a number."""
    return at.after[: len(after)] == after or (after == ["#"] and _is_number(at.next()))


@cached_from_tables
def _phrases() -> dict[str, list[tuple[list[str], list[str]]]]:
    """For each word of a phrase: what stands before it, the nearest first, and after it."""
    found: dict[str, list[tuple[list[str], list[str]]]] = {}
    for phrase in words("phrases", "name_surroundings"):
        whole = phrase.split()
        for place, word in enumerate(whole):
            found.setdefault(word, []).append((whole[:place][::-1], whole[place + 1 :]))
    return found


def _is_number(word: str) -> bool:
    return (word.isdigit() and len(word) < 4) or word in _NUMBERS


def owns(at: Surroundings) -> Verdict | None:
    """A genitive: "my's planering", "livs förslag"; some of them are words too: "dags lunch", "lite mys"."""
    if not at.ending:
        return None
    if at.ending != "s":
        return Verdict.NAME
    is_other_word, thing = at.word + "s" in _GENITIVES, at.next()
    if is_determiner(at.last()) or _is_number(at.last()) or not (is_thing(thing) or is_infinite(thing)):
        return Verdict.WORD if is_other_word else Verdict.EITHER
    if not is_other_word or is_finite(at.next(1)):
        return Verdict.NAME
    return Verdict.WORD if at.usage & TIME and not at.begins else Verdict.EITHER


def is_counted(at: Surroundings) -> Verdict | None:
    """Beside a number: "max 3", "20 min max", "tor 12/3", "3 jan", "3/dag"."""
    if at.usage & (TIME | MEASURE) and _is_number(at.next()):
        return Verdict.WORD
    if at.next() in ("nr", "nummer") and at.next(1).isdigit():
        return Verdict.WORD
    if at.usage & NOUN and at.last() == "/" and _is_number(at.last(1)):
        return Verdict.WORD
    near = at.before[: 2 if at.usage & MEASURE else 1] if at.usage & (TIME | MEASURE) else []
    return Verdict.WORD if any(map(_is_number, near)) else None


def is_described(at: Surroundings) -> Verdict | None:
    """After what says that a thing follows: "en dag", "hennes liv", "helt kal"."""
    last = at.last()
    if at.usage & ADJECTIVE and (last in _DEGREES or (last in COPULAS and at.last(1))):
        return Verdict.WORD
    if at.usage & VERB and last in DETERMINERS:
        return Verdict.WORD
    if at.usage & (VERB | PRONOUN) and not at.usage & NOUN:
        return None
    if at.usage & NOUN and last == "som" and not is_finite(at.next()):
        return Verdict.WORD
    if last == "det" and (not at.usage or at.last(1) in COPULAS):
        return None
    is_thing_here = is_determiner(last) or _is_number(last) or (at.usage & NOUN and _is_genitive(last))
    return Verdict.WORD if is_thing_here else None


def _is_genitive(word: str) -> bool:
    """Whether a word says whose something is: "barnets liv"."""
    return len(word) > 3 and word[-1] == "s" and is_thing(word)


def has_role(at: Surroundings) -> Verdict | None:
    """After a role or a relative: "mentorn my", "pappa bo"; not "mamma klar", "ska pappa bo hos"."""
    if not is_person_word(at.last()):
        return None
    following = at.next()
    if is_finite(following) or (at.usage & VERB and is_infinite(following)):
        return Verdict.NAME
    if at.usage & VERB and following in DWELLING:
        return Verdict.WORD
    if at.usage & (TIME | MEASURE) and is_thing(following):
        return Verdict.WORD
    is_doubtful = at.usage & (VERB | ADJECTIVE | PRONOUN) and not at.usage & NOUN
    return Verdict.EITHER if is_doubtful else Verdict.NAME


def has_age(at: Surroundings) -> Verdict | None:
    """Before an age or a role in brackets: "Max, 16 år", "max (16)", "Linda (dotter) ringer"."""
    is_age = at.next() in (",", "(") and at.next(1).isdigit() and at.next(2) in ("år", ")", ",")
    is_role = at.has_capital and at.after[:3:2] == ["(", ")"] and is_person_word(at.next(1))
    return Verdict.NAME if is_age or is_role else None


def is_in_a_row(at: Surroundings) -> Verdict | None:
    """Beside somebody: "bo, dag och my", "Samir/liv", "mamma o bo"; "hans och mammas" is no row."""
    if not (_joins(at.next()) or _joins(at.last())) or (at.usage & VERB and at.next() in DWELLING):
        return None
    if at.usage & (ADJECTIVE | PRONOUN | MEASURE) and is_thing(at.next()):
        is_second = at.usage & ADJECTIVE and at.last() in AND and at.is_named(at.last(1))
        return Verdict.EITHER if is_second else None  # "liv o kal oroliga"
    by_person_word = at.has_capital or not at.usage & (ADJECTIVE | PRONOUN)
    for joint, other in ((at.next(), at.next(1)), (at.last(), at.last(1))):
        if joint not in AND and not (joint == "," and _is_list(at)):
            continue
        if at.is_named(other) or (by_person_word and is_person_word(other)):
            return Verdict.NAME
    return None


def _joins(joint: str) -> bool:
    return joint in AND or joint == ","


def _is_list(at: Surroundings) -> bool:
    """Whether a comma joins names: something is joined with "och" too, or nobody does anything."""
    near = (*at.before[:6], *at.after[:6])
    return any(word in AND for word in near) or not any(is_finite(word) for word in near)


def is_paired(at: Surroundings) -> Verdict | None:
    """Beside another thing: "grus och sten", "kal och grå"; "liv och skolan" may be two who do something."""
    if at.usage & PRONOUN and at.next() in AND and at.next(1) in DETERMINERS:
        return Verdict.WORD
    if at.usage & VERB and not is_finite(at.next()) and _joins_infinitive(at):
        return Verdict.WORD
    if at.usage and not at.usage & (NOUN | ADJECTIVE):
        return None
    word = Verdict.WORD if at.usage else Verdict.EITHER
    if _joins_thing(at, at.next(), at.next(1)):
        return word
    if not _joins_thing(at, at.last(), at.last(1)):
        return None
    return Verdict.EITHER if is_finite(at.next()) else word


def _joins_infinitive(at: Surroundings) -> bool:
    """Whether another verb is joined to it: "bo och leva själv", "äta o bo"."""
    return any(
        joint in AND and is_infinite(other) for joint, other in ((at.next(), at.next(1)), (at.last(), at.last(1)))
    )


def _joins_thing(at: Surroundings, joint: str, other: str) -> bool:
    is_other_thing = is_thing(other) and not (is_infinite(other) or other in BODIES or other.endswith(_DEFINITE))
    return is_other_thing and (joint in AND or (joint == "," and _is_list(at)))


def speaks(at: Surroundings) -> Verdict | None:
    """Before a colon: "liv: provar ny stol", "my: ja"; "dag: tisdag" and "max: 10 min" are labels."""
    if at.next() != ":" or not at.begins:
        return None
    if is_finite(at.next(1)) or at.next(1) in FOLLOWS:
        return Verdict.NAME
    if at.has_capital and at.usage & MEASURE and _is_number(at.next(1)):
        return Verdict.EITHER  # "Max: 20 min" is a label, or tells who does something
    is_label = at.usage & (TIME | ADJECTIVE) or at.word in _LABELS or _is_number(at.next(1))
    return Verdict.WORD if is_label else Verdict.NAME


def is_labelled(at: Surroundings) -> Verdict | None:
    """After a colon: "kopia: per", "ansvarig = my"; after other words than those for somebody nobody knows."""
    if at.last() not in (":", "=") or (is_thing(at.next()) and not has_verb(at.next())):
        return None
    label = at.last(1)
    if label in _WHO or label in BODIES or is_person_word(label):
        return Verdict.NAME
    return None if at.usage & (ADJECTIVE | TIME | MEASURE) else Verdict.EITHER


def is_alone(at: Surroundings) -> Verdict | None:
    """A whole line, cell or bracket: "- my", "skolan (my)", "Hans", "Sol?"."""
    if at.last() == "(" and at.next() == ")" and (is_person_word(at.last(1)) or at.last(1) in BODIES):
        return Verdict.NAME
    if at.next() not in ("", ")") or not at.begins or at.usage & (TIME | MEASURE):
        return None
    if at.has_capital and at.stop in ("?", "!"):
        return Verdict.NAME
    if at.usage & ADJECTIVE:
        return None
    return Verdict.NAME if not at.usage or (at.has_capital and at.usage == PRONOUN) else Verdict.EITHER
