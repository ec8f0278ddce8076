"""Whether the one that a sentence begins with does something, or has something done: "ringer", "kontaktas", "får stöd".

A plan needs to know who does it. "Skolan kontaktas" says that somebody calls the school, and not who.
"""

from __future__ import annotations

import re

from sip_tui.swedish.grammar.word_set import word_set

_MODALS = word_set("ska skall bör måste kan kommer att behöver vill har hade")
_ADVERBS = word_set(
    "själv själva också även sedan sen då nu gärna inte ej alltid bara först därefter alltså åter fortsatt"
)
_GETS = word_set("får få fick")
_NEEDS = word_set("behöver saknar")
_CHARGE = word_set("i uppdrag uppdraget ansvar ansvaret")
"""What somebody gets who has something to do: "får i uppdrag att"."""
_BECOMES = word_set("blir bli blev")
_SHORT_INFINITIVES = word_set("gå se få ta be ge bo tro må sy nå stå slå dra bli ha le leda fråga klä")
_NOUNS = word_set("skola klocka resa vecka läxa hjälpmedel pengapåse flicka skjutsa data")
_S_BUT_NO_PASSIVE = word_set("""
    hjälps hjälpas träffas möts mötas ses hörs höras hoppas umgås minns minnas finns finnas trivs trivas lyckas
    misslyckas andas skiljs vistas låtsas envisas svettas kräks samlas slåss skäms turas enas försonas kramas
    syns synas törs färdas pratas åtas hos dels annars dess tillsammans tills plus minus alls ens oss deras
    genast hans hennes nyss hälsas avlös avlöses följas kivas bråkas byts
""")
"""Words that end as the passive does and are not: people who meet or help each other do it themselves."""
_PARTICIPLE = re.compile(r"[^\W\d]{2,}(?:d|t|ad|dd|en|na|da)")
_NO_DEED = re.compile(r"själva?\s+|(?:i uppdrag|uppdraget|ansvar(?:et)? för) att\s+", re.IGNORECASE)
_LINKS = re.compile(
    r"(?P<and>[,/+&]|(?:(?:och|o|samt|and|or|eller|el\.?|resp\.?|respektive|plus"
    r"|(?:tillsammans|ihop|i samråd|i samarbete) med|med (?:hjälp|stöd) av)(?=\s)))\s*",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"(?P<at>[(/]|(?:på|från|hos|vid|i)(?=\s))\s*", re.IGNORECASE)
_CLOSING = re.compile(r"^[\s),.]+")
_RESPONSIBLE = re.compile(r"[\s,;.(–—-]+ansvarig(?:a|t)?:?\s+(?P<name>[^.;()]{2,60}?)[\s.)–—-]*", re.IGNORECASE)


def acts(told: str, *, english: bool = False) -> bool:
    """Tell whether what is told of somebody is something that they do.

    Args:
        told: What follows the name: "ska ringa skolan", "ska kontaktas", "får stöd av Samir".
        english: Whether it may be in English, where "calls" is a deed and ends as the passive does in Swedish.
    """
    words = [word.strip(",.;:!?").casefold() for word in told.split()]
    words = [word for word in words if word not in _ADVERBS]
    while len(words) > 1 and words[0] in _MODALS | _GETS and _goes_on(words):
        words.pop(0)
    if not words:
        return True
    return not (_receives(words) or _is_passive(words[0], "as" if english else "s"))


def _goes_on(words: list[str]) -> bool:
    """True when the deed itself comes after the word: "får ringa", "behöver boka", and not "får stöd"."""
    loose = words[0] in _GETS | _NEEDS
    return (
        not loose or words[1] in _CHARGE or _is_infinitive(words[1]) or (words[0] in _NEEDS and words[1].endswith("as"))
    )


def _is_infinitive(word: str) -> bool:
    return word in _SHORT_INFINITIVES or (len(word) > 3 and word.endswith("a") and word not in _NOUNS)


def _receives(words: list[str]) -> bool:
    if words[0] in _BECOMES:
        return len(words) > 1 and bool(_PARTICIPLE.fullmatch(words[1]))
    return words[0] in _GETS | _NEEDS


def _is_passive(word: str, ending: str) -> bool:
    return len(word) > 3 and word.endswith(ending) and word.isalpha() and word not in _S_BUT_NO_PASSIVE


def deed(told: str) -> str:
    """Take off what only says that somebody does it: "själv ringer", "i uppdrag att ringa"."""
    return told[found.end() :] if (found := _NO_DEED.match(told)) else told


def link(told: str) -> tuple[str, str]:
    """Give how the next one is named, and what is left: ``and`` for "och …", ``at`` for "på …", empty for neither."""
    for pattern in (_LINKS, _BESIDE):
        found = pattern.match(told)
        if found:
            return str(found.lastgroup), told[found.end() :]
    return "", told


def closed(told: str) -> str:
    """Take off what closes the naming of somebody: "(BUP) ringer", "BUP, ringer"."""
    return _CLOSING.sub("", told)


def responsible(line: str) -> tuple[str, str]:
    """Give who is named as responsible at the end of a line, and what stands before it; two empty texts for nobody."""
    if "ansvarig" not in line.casefold():
        return "", ""
    found = re.fullmatch(rf"(?P<told>.+?){_RESPONSIBLE.pattern}", line, re.IGNORECASE)
    return (found["name"], found["told"]) if found else ("", "")
