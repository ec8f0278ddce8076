"""Rules about the clause of a name that is a word: what leads to it, the verb after it, the verb before it."""

from __future__ import annotations

from sip_tui.privacy.homographs.beside import BODIES, COPULAS, DWELLING
from sip_tui.privacy.homographs.surroundings import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    SUBJECTS,
    Mark,
    Surroundings,
    Verdict,
    has_verb,
    is_person_word,
    is_small_word,
    is_thing,
)
from sip_tui.privacy.name_lists import ADJECTIVE, FOLLOWS, MEASURE, NOUN, PRONOUN, TIME, VERB
from sip_tui.privacy.verb_forms import INFINITIVE, infinitive_of, is_finite, is_infinite, kinds_of

_LEADS = Mark("leads_to_a_person")
_AUXILIARIES = Mark("auxiliaries")
_FRONTED = Mark("fronted")
_BY_PEOPLE = Mark("done_by_people")
_TO_PEOPLE = Mark("done_to_people")
_CONTACT = Mark("contact")
_THINGS = Mark("takes_a_thing")
_EXISTENCE = Mark("existence")
_ONLINE = Mark("online")
_GIVES = Mark("gives")
_WITH_SOMEBODY = Mark("with_somebody")
_IN_SOMETHING = Mark("in_something")
_PRESENT = Mark("present")
_OF_A_THING = ADJECTIVE | PRONOUN | MEASURE
"""What a word is that has a thing after it: "klara regler", "hans skola", "max temperatur"."""
_DENIES = frozenset({"inte", "ej"})
_MAY_EXIST = NOUN | VERB | TIME | MEASURE
_NOUNS_LIKE_INFINITIVES = Mark("nouns_like_infinitives")
_NOUNS_LIKE_VERBS = Mark("nouns_like_verbs")


def is_predicate_itself(at: Surroundings) -> Verdict | None:
    """A name that is a form with a subject: "mamma ville vänta", "ville hon det"."""
    if not at.usage & VERB or not is_finite(at.word):
        return None
    has_subject = at.last() in SUBJECTS or is_thing(at.last()) or at.is_named(at.last())
    return Verdict.WORD if has_subject or _is_an_object(at, at.next()) else None


def commands(at: Surroundings) -> Verdict | None:
    """A verb that tells what to do: "ring mamma", "klara det"."""
    is_command = at.usage & VERB and at.begins and _is_an_object(at, at.next())
    return Verdict.WORD if is_command and not is_finite(at.next(1)) else None


def _is_an_object(at: Surroundings, word: str) -> bool:
    return word in SUBJECTS or is_person_word(word) or at.is_named(word)


def is_infinitive(at: Surroundings) -> Verdict | None:
    """A verb that needs another one: "vill bo hos", "att bo själv", "ska hon bo"."""
    if not at.usage & VERB:
        return None
    if at.last() in SUBJECTS and not is_infinite(at.next()):
        return Verdict.WORD
    if at.last() == "att" and is_thing(at.next()) and not (is_person_word(at.next()) or at.is_named(at.next())):
        return Verdict.WORD
    is_place = at.next() != "på" or (is_thing(at.next(1)) and at.next(1) not in _ONLINE)
    if at.next() not in DWELLING or not is_place:
        return None
    return Verdict.WORD if at.last() == "att" or follows_auxiliary(at) or at.begins else None


def follows_auxiliary(at: Surroundings) -> bool:
    """Whether a verb stands after one that helps it: "hon vill bo", "kan han inte bo själv"; "kan bo" may be asked."""
    if at.next() in DWELLING:
        return any(word == "att" or word in _AUXILIARIES for word in at.before[:4])
    return (at.last() == "att" or at.last() in _AUXILIARIES) and bool(at.last(1))


def is_led(at: Surroundings) -> Verdict | None:
    """After what only a person can follow: "enl liv", "fråga kal", "hos my"; "enl hans schema" is no name."""
    last, following = at.last(), at.next()
    if not last or (not at.usage & VERB and describes_thing(at)):
        return None
    verb = infinitive_of(last)
    if last in _LEADS or (verb in _GIVES and (following in DETERMINERS or following.endswith(("en", "et", "na")))):
        return Verdict.NAME
    if verb in _TO_PEOPLE:
        return Verdict.EITHER if at.usage & TIME and following != "om" else Verdict.NAME
    return _after_preposition(at) if last in PREPOSITIONS else None


def describes_thing(at: Surroundings) -> bool:
    """Whether a thing follows what stands before one: "hans skola", "klara regler", "hans tankar"."""
    word = at.next()
    if not at.usage & _OF_A_THING:
        return False
    is_infinitive_alone = kinds_of(word) & INFINITIVE and word not in _NOUNS_LIKE_INFINITIVES
    return (is_thing(word) and not is_infinitive_alone) or word in _NOUNS_LIKE_VERBS


def _after_preposition(at: Surroundings) -> Verdict | None:
    """After a preposition, which no verb follows; a thing may, unless somebody talks or writes to it."""
    last = at.last()
    if at.usage & TIME:
        return Verdict.NAME if last in ("m", "med", "åt") else Verdict.WORD
    if not at.usage and is_thing(at.next()):
        return Verdict.EITHER
    if at.usage & (VERB | _OF_A_THING) or not at.usage:
        return Verdict.NAME if last not in ("om", "i") else None
    if last in _WITH_SOMEBODY:
        return Verdict.NAME if any(_is_contact(word) for word in at.before[1:5]) else Verdict.EITHER
    return Verdict.WORD if last in _IN_SOMETHING else Verdict.EITHER


def _is_contact(word: str) -> bool:
    return word in _CONTACT or infinitive_of(word) in _CONTACT


def acts(at: Surroundings) -> Verdict | None:
    """Before its verb where a sentence or a clause begins: "stig tar det", "när my är sjuk"."""
    if not (at.begins or at.last() in CONJUNCTIONS or at.last() == ","):
        return None
    place = at.verb_place
    verb = at.next(place)
    if not at.usage and at.next() in _DENIES:
        return Verdict.NAME
    if at.begins and at.has_capital and at.next() in FOLLOWS:
        return _with_state(at, at.next())
    if describes_thing(at) and not at.usage & VERB:
        return None
    if is_finite(verb) or (has_verb(verb) and not at.usage & PRONOUN):
        return _with_verb(at, verb, at.next(place + 1))
    return _without_verb(at, verb) if at.begins else None


def _without_verb(at: Surroundings, state: str) -> Verdict | None:
    """Somebody who begins a sentence without a verb: "Sol på länk", "hans från kommunen", "my ok"."""
    if at.next() == "på" and at.next(1) in _ONLINE:
        return Verdict.NAME
    if at.next() in ("på", "från", "fr") and at.next(1) in BODIES:
        return Verdict.EITHER if at.usage & (NOUN | VERB) else Verdict.NAME
    return _with_state(at, at.next() if at.next() in FOLLOWS else state)


def _with_state(at: Surroundings, state: str) -> Verdict | None:
    """Somebody of whom something is told without a verb: "my ok", "dag sjuk"; "bo hemma" may be the verb."""
    if state not in FOLLOWS:
        return None
    if state == "med" or (at.usage & VERB and state in ("hemma", "borta")):
        return Verdict.EITHER
    return Verdict.EITHER if at.usage & (ADJECTIVE | PRONOUN) and not at.has_capital else Verdict.NAME


def _with_verb(at: Surroundings, verb: str, then: str) -> Verdict | None:
    """The subject of a verb, where the word could be one too: "liv är viktigt", "att bo är dyrt"."""
    if then in FOLLOWS or then in ("här", "där"):
        return Verdict.NAME
    if at.usage & TIME and (then in SUBJECTS or is_person_word(then) or at.is_named(then)):
        return Verdict.WORD if then in SUBJECTS else Verdict.EITHER
    if at.usage & ADJECTIVE and verb in COPULAS:
        return Verdict.WORD if then in SUBJECTS else Verdict.EITHER
    may_exist = at.usage & _MAY_EXIST and (verb in COPULAS or (verb in _EXISTENCE and not at.usage & ADJECTIVE))
    return Verdict.EITHER if may_exist else Verdict.NAME


def is_asked(at: Surroundings) -> Verdict | None:
    """After the verb of a question or of what has something else before it: "ska dag vara med", "sen tar stig över"."""
    place = 1 if at.last() in ADVERBS else 0
    verb = at.last(place)
    if not is_finite(verb):
        return None
    following = at.next(at.verb_place)
    if verb in COPULAS and not at.usage & _OF_A_THING and (at.next() == "som" or at.last(place + 1) == "var"):
        return Verdict.NAME
    helps = verb in _AUXILIARIES or verb in ("har", "hade")
    if helps and is_infinite(following) and not (at.usage & PRONOUN and following in _NOUNS_LIKE_INFINITIVES):
        return Verdict.NAME
    return _after_verb(at, verb, following) if _is_inverted(at, place + 1) else None


def _is_inverted(at: Surroundings, place: int) -> bool:
    """Whether the subject comes after its verb: the verb is the first word, or stands after something else."""
    before = at.last(place)
    if not before or before in CONJUNCTIONS or before in _FRONTED or before.isdigit():
        return True
    first = at.before[-1] if at.is_whole else ""
    leads = first in PREPOSITIONS or first in _FRONTED or first in CONJUNCTIONS
    return leads and not (before in SUBJECTS or is_person_word(before) or at.is_named(before) or is_small_word(before))


def _after_verb(at: Surroundings, verb: str, following: str) -> Verdict | None:
    """The subject after its verb: no infinitive stands there, and a thing alone seldom does."""
    if at.usage & VERB:
        return Verdict.EITHER if verb in _AUXILIARIES else Verdict.NAME
    if describes_thing(at):
        return None
    if following in FOLLOWS or (at.next() in _PRESENT and not at.usage & PRONOUN):
        return Verdict.NAME
    if at.usage & PRONOUN and verb in COPULAS:
        return None
    if not at.usage or at.usage & PRONOUN or (at.usage & NOUN and is_done_by_people(verb)):
        return Verdict.NAME
    is_thing_taken = at.usage & NOUN and verb not in _AUXILIARIES and is_object(at)
    return None if is_thing_taken and infinitive_of(verb) not in ("ha", "vara") else Verdict.EITHER


def is_done_by_people(word: str) -> bool:
    """Whether a word is a verb with a subject that most often is somebody: "ringer", "frågade"."""
    return is_finite(word) and infinitive_of(word) in _BY_PEOPLE


def is_object(at: Surroundings) -> bool:
    """Whether a thing stands after a verb that often has one: "kastar sten"."""
    return infinitive_of(at.last()) in _THINGS


def describes_what_was_said(at: Surroundings) -> bool:
    """Whether nothing follows the thing that a word describes: "delmål klara", "väggen kal"."""
    return not at.begins and is_thing(at.last()) and not is_person_word(at.last()) and at.next() in ("", ",")
