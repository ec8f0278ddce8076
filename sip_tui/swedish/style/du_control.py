"""Who does what an infinitive says: the person in "svårt för dig att vila dig", and not in "lovar dig att vila sig".

Source: Svenska Akademiens grammatik, on the subject that an infinitive is understood to have.
"""

from __future__ import annotations

from sip_tui.swedish import words as table
from sip_tui.swedish.grammar.clause import AND, NOMINATIVE, Word, infinitive, is_finite, is_infinitive, is_present_too
from sip_tui.swedish.grammar.other_people import is_agent
from sip_tui.swedish.grammar.people import REFLEXIVE, Mention
from sip_tui.swedish.style.clause_walk import FAR, is_name, stands_as_verb, without_adverbs
from sip_tui.swedish.style.du_case import SAYS, case
from sip_tui.swedish.style.du_front import OBJECT

NO_INFINITIVE = -1
_COPULAS = frozenset({"är", "var", "blir", "blev", "vore", "känns", "kändes"})
_LINKS = _COPULAS | {"på", "sikt", "i", "första", "hand", "med", "om", "av", "till", "under", "hösten", "våren", "just"}
"""They may stand between an aim and its "att": "mål i första hand är att", "behov av att"."""
_MEANS = frozenset({"för", "genom", "utan", "efter", "mot", "än", "så"}) | AND
"""With "att" after them it is the subject that acts: "hjälper Tuva genom att lära sig tecken"."""
_FRONTS = frozenset({"i", "stället", "för", "utan", "genom", "efter", "med", "trots", "istället"})
"""They stand before "att" at the beginning: "i stället för att skada sig"."""
_FOR_SOMEBODY = frozenset({"till", "åt", "på"})
_TELLS_OF = SAYS | {"lova", "förklara", "visa", "beskriva"}
"""Before "för Tuva" they say to whom something is told: "lovade för Tuva att höra av sig"."""
_GIVES = frozenset({"ge", "erbjuda", "bevilja", "lova", "lämna", "unna", "ordna", "neka", "visa", "lära"})
_STAYS = frozenset({"bo", "sova", "stanna", "vara", "övernatta", "komma"})
_ITS = frozenset({"i", "med", "till", "av", "om"})
"""They stand after what is given: "stöd i att"."""


def before_infinitive(words: tuple[Word, ...], mention: Mention, fix: str, end: int) -> int:
    """Give the word before the infinitive that the person, and who stands beside, is understood to do.

    Returns:
        The "att", or the person's name in "låter dig vila"; ``NO_INFINITIVE`` where it may be somebody else.
    """
    last = _end_of_row(words, mention.last, end)
    if mention.owns:
        return _after_aim(words, last, end)
    if fix != OBJECT or mention.first == 0:
        return NO_INFINITIVE
    before = _before_row(words, mention.first)
    readers = (_after_control, _after_for, _after_given)
    return next((at for read in readers if (at := read(words, before, last, end)) >= 0), NO_INFINITIVE)


def end_of_infinitive(words: tuple[Word, ...], at: int, end: int) -> int:
    """Where the next finite verb is, which is that of somebody else: "tid att vila sig och tar sin bil"."""
    after = range(at + 1, min(end, at + FAR))
    stays = any(words[each].low in _STAYS for each in after[:2])
    if stays and any(words[each - 1].low == "hos" and words[each].low == "sig" for each in after):
        return at  # "Rut låter Tuva bo hos sig"
    return next((at for at in after if is_finite(words[at].low) and not is_present_too(words[at].low)), end)


def _end_of_row(words: tuple[Word, ...], last: int, end: int) -> int:
    """Go on over who stands beside the person: "för dig och mamma att"."""
    in_row = last + 2 < end and words[last + 1].low in AND and is_agent(words, last + 2)
    return last + 2 if in_row else last


def _before_row(words: tuple[Word, ...], first: int) -> int:
    """Give the word before the person, or before who stands beside: "för mamma och dig"."""
    in_row = first > 2 and words[first - 1].low in AND and is_agent(words, first - 2)
    return first - 3 if in_row else first - 1


def _att(words: tuple[Word, ...], at: int, end: int) -> int:
    """Give a word when it is "att" with an infinitive after it, past adverbs: "att inte skada sig"."""
    if at >= end or words[at].low != "att" or words[at].paused:
        return NO_INFINITIVE
    after = at + 1
    while after < end and words[after].low in table("du_form", "adverbs"):
        after += 1
    does = after < end and is_infinitive(words[after].low) and not is_name(words[after])
    return at if does else NO_INFINITIVE


def _next_att(words: tuple[Word, ...], at: int, end: int) -> int:
    """Give the first "att" with an infinitive, when nobody acts before it."""
    for later in range(at, min(end, at + FAR // 2)):
        if words[later].low == "att":
            return NO_INFINITIVE if words[later - 1].low in _MEANS else _att(words, later, end)
        acts = is_agent(words, later) and words[later - 1].low not in {"i", "på"}  # "i skolan" is a place
        if words[later].paused or acts or is_finite(words[later].low):
            break
    return NO_INFINITIVE


def _after_control(words: tuple[Word, ...], before: int, last: int, end: int) -> int:
    """After a verb whose object acts: "ber dig vila", "säger till dig att vila", "får dig att vila"."""
    turned = before > 0 and (words[before].low in NOMINATIVE or is_agent(words, before))  # "hur får vi dig att"
    verb = infinitive(words[before - turned].low)
    told = before > 0 and words[before].low in {"till", "åt"} and infinitive(words[before - 1].low) == "säga"
    if last + 1 < end and verb in table("du_form", "object_acts") and is_infinitive(words[last + 1].low):
        return last
    if verb in {"få", "erbjuda"}:
        return _att(words, last + 1, end)
    asks_to = verb == "be" and [word.low for word in words[last + 1 : last + 4]] == ["om", "att", "få"]
    if asks_to or not (told or verb in table("du_form", "object_acts")) or last + 1 >= end:
        return NO_INFINITIVE
    return _att(words, last + 1 if words[last + 1].low in _MEANS | {"att"} else last + 2, end)


def _after_for(words: tuple[Word, ...], before: int, last: int, end: int) -> int:
    """After "svårt för dig", "för dig är det svårt", "målet för dig är", "tid åt dig"."""
    low, said = words[before].low, words[before - 1].low if before > 0 else ""
    if low in _FOR_SOMEBODY:
        return _att(words, last + 1, end) if said == "upp" or said in table("du_form", "given") else NO_INFINITIVE
    if low != "för" or infinitive(said) in _TELLS_OF:
        return NO_INFINITIVE
    links = last + 1 < end and words[last + 1].low in _COPULAS
    if links and words[before].opens:
        return _next_att(words, last + 2, end)
    if said in table("du_form", "aims_for"):
        return _att(words, last + 2 if links else last + 1, end)
    rated = said.endswith(("t", "are"))  # "svårt för dig på lektionerna att", "lättare för dig ibland att"
    return _next_att(words, last + 1, end) if rated else _att(words, last + 1, end)


def _after_given(words: tuple[Word, ...], before: int, last: int, end: int) -> int:
    """After something that the person is given: "ger dig mer tid att", "erbjuder dig stöd i att"."""
    verb = without_adverbs(words, before)
    verb -= verb > 0 and is_agent(words, verb)  # "då ger mamma dig"
    att = _next_att(words, last + 1, end) if infinitive(words[max(verb, 0)].low) in _GIVES else NO_INFINITIVE
    between = [word.low for word in words[last + 1 : max(att, 0)]]
    if between[-3:] == ["tid", "på", "sig"]:
        return last
    given = between[-2:-1] if between and between[-1] in _ITS else between[-1:]
    own = any(low in REFLEXIVE for low in between)  # "visar dig sitt sätt att vila sig"
    return att if given and given[0] in table("du_form", "given") and not own else NO_INFINITIVE


def _after_aim(words: tuple[Word, ...], last: int, end: int) -> int:
    """After what is the person's own: "ditt mål är att", "din tur att", "för din del är det viktigt att"."""
    for aim in range(last + 1, min(end, last + 4)):
        low = words[aim].low
        if low == "del":
            return _next_att(words, aim + 2, end)
        if low in table("du_form", "aims"):
            return _linked_att(words, aim + 1, end)
        if words[aim].paused or low.endswith("s") or low in AND or is_agent(words, aim) or is_finite(low):
            break
    return NO_INFINITIVE


def _linked_att(words: tuple[Word, ...], at: int, end: int) -> int:
    """Give the "att" that belongs to an aim, past what may stand between."""
    while (
        at < end and not words[at].paused and (words[at].low in _LINKS or words[at].low in table("du_form", "adverbs"))
    ):
        at += 1
    return _att(words, at, end)


def fronted_infinitive(words: tuple[Word, ...], first: int, mention: Mention) -> bool:
    """Whether what the person does begins the sentence: "Att klara sig själv är Tuvas mål"."""
    att = next((at for at in range(first, mention.first) if words[at].low not in _FRONTS), mention.first)
    does = att + (words[att].low == "att")
    if does == att > first:
        return False
    if does >= mention.first or not is_infinitive(words[does].low) or is_name(words[does]):
        return False
    if does == first and not stands_as_verb(words, first):
        return False
    verb = next((at for at in range(does + 1, mention.first) if is_finite(words[at].low)), mention.first)
    if verb == mention.first or (does == first and words[verb].low not in _COPULAS):
        return False
    return not any(is_agent(words, at) for at in range(verb + 1, mention.first))


def fronts_own(words: tuple[Word, ...], first: int, mention: Mention) -> bool:
    """Whether what is the person's own stands before the verb: "Utan sin hund vågar Tuva inte gå ut"."""
    if words[first].low not in table("du_form", "prepositions"):
        return False
    verb = next((at for at in range(first, min(mention.first, first + FAR)) if is_finite(words[at].low)), first)
    leads = verb > first and without_adverbs(words, mention.first - 1) == verb
    return leads and any(word.low in REFLEXIVE for word in words[first:verb])


def heads_what_follows(words: tuple[Word, ...], last: int, end: int) -> int:
    """Give the last word of the person's own aim when a stop comes after it: "Tuvas mål" in "Tuvas mål: klara sig"."""
    ends = (at for at in range(last + 1, min(end, last + 4)) if words[at].low in table("du_form", "aims"))
    return next(ends, last)


def heads_infinitive(words: tuple[Word, ...], last: int, end: int, text: str) -> bool:
    """Whether what the person's own aim is follows on the same line: "Tuvas mål: klara sig själv"."""
    aim = heads_what_follows(words, last, end)
    if aim == last or aim + 1 >= len(words):
        return False
    then = words[aim + 1]
    return text[words[aim].end : then.start] in {":", ": "} and (then.low == "att" or is_infinitive(then.low))


def is_told_of(words: tuple[Word, ...], last: int, end: int) -> bool:
    """Whether a clause with "som" says what the person does: "med Tuva, som tar sin medicin"."""
    return last + 2 < end and words[last + 1].low == "som" and is_finite(words[last + 2].low)


def end_of_owners(words: tuple[Word, ...], last: int) -> int:
    """Go on over others who own the same: "Tuvas, Ruts och Samirs önskemål"."""
    end = last
    while end + 2 < len(words) and words[end + 1].paused and _owns(words[end + 1]):
        end += 1
    whole = end > last and words[end + 1].low in AND and not words[end + 1].opens and _owns(words[end + 2])
    return end + 2 if whole else last


def _owns(word: Word) -> bool:
    return word.has_capital and not word.opens and word.low.endswith("s")


def is_done_by(words: tuple[Word, ...], mention: Mention, at: int, end: int) -> bool:
    """Whether a word belongs to what the person is asked to do: "Samir bad Tuva ringa henne" is nobody but Tuva."""
    if mention.owns or case(words, mention.first, mention.last) != OBJECT:
        return False
    does = before_infinitive(words, mention, OBJECT, end)
    return does != NO_INFINITIVE and does < at < end_of_infinitive(words, does, end)
