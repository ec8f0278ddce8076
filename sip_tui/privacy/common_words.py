"""Swedish names that are words too, and how to tell which is meant.

The list was gathered by hand for this program. In lower case such a word is always the word. With a capital it is the
name, except that some begin sentences; then the next word decides: after a person most often comes a verb.
"""

from __future__ import annotations

import re


def words(t: str) -> frozenset[str]:
    """Split."""
    return frozenset(t.split())


WORDS = words(
    """
    klara bo dag liv my max sol hans per jan tim tom mark vilja lova tindra bror alla stig björn sten lind ek berg
    ström sjö holm hall varg falk björk gran alm ask kvist blad gren frisk stark modig rask glad lång stor lilja ros
    rosa viola iris tage tur rut saga stina vår vide ulv lo love hugo juni maj april august siv dan line lina jord
    mina dina sin du ett en storm frost snö ljung svan svärd sköld stål silver guld vik dal hed äng ny skog backe
    bäck bank strand hagen lund näs krona kron hav våg sand lugn trygg fri fred frid tro hopp tor ture lager bark
    rot stjärna måne natt fast sund lans fors mo å ö ås vind dahl nord väst öst syd hjort orm räv mus hund katt
    kung prins greve bonde smed prost post rik god ung gammal vit svart grön brun röd blå nordan bra hell hed hård
    hammar hane an ann so lin lea rune art ben kind man mor far son dotter barn vän hjälm sanna axel
    kaj linda lena örn malm palm vinter sommar höst söder tall rönn hägg lönn
    """
)

STARTERS = words(
    """
    klara bo dag liv my max sol hans per jan tim tom mark vilja lova lovar love bror alla stig rosa vår du ett en mina
    dina sin mor far son man kind vän barn frid fred tro hopp fri trygg lugn rask glad stark frisk lång stor god ung
    gammal ny vit svart grön brun röd blå bra vik an art ben sanna linda april maj juni augusti sommar vinter höst snö
    """
)
"""Those of them that begin Swedish sentences; "Lind" or "Berg" first in one is far more often a person."""

_STARTS = re.compile(r"(?:^|[.!?:>|•\n]|[-*#] |\d[.)])[\s\"”’'(\[_>-]{0,4}$")
_FOLLOWS_A_PERSON = words(
    """
    vill ska skall kan sa fick kom gick blev tog gav såg bad skrev vet måste lät låg satt stod åt sov bor tror mår
    får går trivs hoppas minns lyckas umgås träffas sade lade teg log drog föll höll sprang slog bröt fann
    saknas inte mamma pappa mormor morfar farmor farfar familj
    """
)
_NO_VERBS = words(
    """
    per regler ramar roller timmar dagar minuter månader gånger tider under efter över veckor instruktioner vår lampor
    rutiner åtgärder insatser uppgifter kläder ytor sidor frågor grader meter kvar för där här när inför
    """
)
_PAIRED = words("natt tid död hälsa vind vår värme lust plats rörelse rätt datum kväll tydliga regn bad")
_FOLLOWING = re.compile(r"[\s&/]{1,3}(\d|[^\W\d_]+)(?:\s([^\W\d_]+))?")
_COMPOUND = re.compile(r"[-/][^\W\d_A-ZÅÄÖ]")
_TIME_TO = re.compile(r"s (?:att|för|igen|nu)\b")
_DEFINITE = ("en", "et", "orna", "erna", "arna")


def starts_sentence(text: str, at: int) -> bool:
    """Whether `at` is the first word of a sentence, a line, a cell or a list item."""
    return bool(_STARTS.search(text[max(0, at - 6) : at])) if at else True


def is_ordinary(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word that is both name and word is the word here."""
    word = text[start:end]
    if word == "SoL" or (word == "SOL" and re.match(r"[ :]\d", text[end : end + 2])):
        return True
    if not starts_sentence(text, start):
        return False
    if word.lower() not in STARTERS:
        return bool(_COMPOUND.match(text, end))
    if text.startswith("s", end):
        return bool(_TIME_TO.match(text, end))
    return _next_says_word(word.lower(), text, end)


def _next_says_word(word: str, text: str, end: int) -> bool:
    """After a person comes a verb, another name or a stop; after the word comes what it belongs to."""
    if _COMPOUND.match(text, end):
        return True
    following = _FOLLOWING.match(text, end)
    if following is None or following[1][0].isupper():
        return False
    first, second = following[1], following[2] or ""
    if first == "och" or "&" in following[0]:
        return bool({first, second} & _PAIRED) or second in WORDS
    if word == "klara" and first.endswith(_DEFINITE):
        return True
    return not _follows_a_person(first)


def _follows_a_person(word: str) -> bool:
    """Most often a verb, known by its ending; the lists hold what the endings do not tell."""
    return word in _FOLLOWS_A_PERSON or (word.endswith(("r", "de", "te")) and word not in _NO_VERBS)
