"""Roles and offices in a line: who acts in it, the definite form of a role, the short names of an office.

A plan must tell who does it. "Skolan kontaktas" says that somebody calls the school, and not who.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from sip_tui.swedish import word_table
from sip_tui.swedish import words as table
from sip_tui.swedish.grammar.clause import is_finite, is_infinitive, verb_form, words_of
from sip_tui.swedish.grammar.of_office import count_office
from sip_tui.swedish.grammar.other_people import is_agent
from sip_tui.swedish.grammar.person_words import given_name_pronouns

_MODALS = frozenset({"ska", "skall", "bör", "måste", "kan", "kommer", "att", "behöver", "vill", "har", "hade"})
_GETS = frozenset({"får", "få", "fick"})
_NEEDS = frozenset({"behöver", "saknar"})
_CHARGE = frozenset({"i", "uppdrag", "uppdraget", "ansvar", "ansvaret"})
"""What somebody gets who has something to do: "får i uppdrag att"."""
_BECOMES = frozenset({"blir", "bli", "blev"})
_PARTICIPLE = re.compile(r"[^\W\d_]{2,}(?:d|t|ad|dd|en|na|da)")
RECIPROCAL = frozenset({"träffas", "ses", "möts", "hörs", "hjälps", "samlas"})
"""What several do with each other, which looks like the passive."""
_EVERYBODY = frozenset({"alla", "båda", "vi", "föräldrarna", "personalen", "vårdnadshavaren", "vårdnadshavarna"})
_SEVERAL = frozenset({"alla", "båda", "vi", "föräldrarna", "vårdnadshavarna"})
_LINKS = frozenset({"och", "o", "å", "samt", "plus", "&", "+", "/", "resp", "resp.", "ihop_med", "tillsammans_med"})
_NOBODY = frozenset({"ngn", "nån", "någon"})
_SOMEBODY_OF = frozenset({"hon", "han", "hen", "kollegan", "chefen"})
_STROKES = frozenset({"/", "+", "&"})
_WITH = re.compile(r"\b(ihop|tillsammans) med\b", re.IGNORECASE)
_STROKE = re.compile(r"(?<=[^\W\d_])\s?([/+&])\s?(?=[^\W\d_])")
"""A sign between two names, with or without blanks: "Karin/Hans", "BUP+soc"."""
_WISHES = frozenset({"vill", "önskar", "tycker", "hoppas", "föreslår", "undrar", "ber", "behöver", "är", "har"})
_FILLER = re.compile(r"själva?\s+|(?:i uppdrag|uppdraget|ansvar(?:et)? för) att\s+", re.IGNORECASE)
_AND = re.compile(
    r"(?:[,/+&]|(?:(?:och|o|å|samt|and|or|eller|el\.?|resp\.?|respektive|plus"
    r"|(?:tillsammans|ihop|i samråd|i samarbete) med|med (?:hjälp|stöd) av)(?=\s)))\s*",
    re.IGNORECASE,
)
_AT = re.compile(r"(?:[(/]|(?:på|från|hos|vid|i)(?=\s))\s*", re.IGNORECASE)
_CLOSING = re.compile(r"^[\s),.:]+")
_MORE_ROLES = re.compile(r"\s*(?:,|/|;|\(|\boch\b|\bsamt\b).*", re.DOTALL)
_ENDINGS = (("er", "n"), ("or", "n"), ("el", "n"), ("a", "n"), ("e", "n"), ("man", "nen"), ("ör", "en"))
_RESPONSIBLE = re.compile(
    r"(?P<what>.+?)[\s,;.(–—-]+ansvarig(?:a|t)?:?\s+(?P<name>[^.;()]{2,60}?)[\s.)–—-]*", re.IGNORECASE
)


def acts(words: str, *, english: bool = False) -> bool:
    """Tell whether the words after a name are something that the named one does.

    Args:
        words: What follows the name: "ska ringa skolan", "ska kontaktas", "får stöd av Samir".
        english: Whether it may be in English, where "calls" is active and ends as the passive does in Swedish.
    """
    plain = [word.strip(",.;:!?").casefold() for word in words.split()]
    plain = [word for word in plain if word not in table("du_form", "adverbs") and word != "själva"]
    while len(plain) > 1 and plain[0] in _MODALS | _GETS and _goes_on(plain):
        plain.pop(0)
    if not plain:
        return True
    return not (_receives(plain) or _looks_passive(plain[0], "as" if english else "s"))


def _goes_on(words: list[str]) -> bool:
    """Whether the main verb comes after the word: "får ringa", "behöver boka", and not "får stöd"."""
    if words[0] not in _GETS | _NEEDS or words[1] in _CHARGE:
        return True
    known = is_infinitive(words[1]) and words[1] not in table("agent", "nouns")
    return known or (words[0] in _NEEDS and words[1].endswith("as"))


def _receives(words: list[str]) -> bool:
    if words[0] in _BECOMES:
        return len(words) > 1 and bool(_PARTICIPLE.fullmatch(words[1]))
    return words[0] in _GETS | _NEEDS


def _looks_passive(word: str, ending: str) -> bool:
    return (
        len(word) > 3
        and word.endswith(ending)
        and word.isalpha()
        and verb_form(word) is None
        and word not in table("agent", "not_passive")
    )


@lru_cache(1024)
def subject(line: str, names: frozenset[str] = frozenset()) -> str:
    """Give those who do what a line says, as they stand in it: "Skolan", "Mamma och pappa"; empty when nobody acts.

    ``names`` are the words, in small letters, that somebody in the meeting is called by.

    A mask counts as somebody, and "BUP" as BUP. Who wants that another one acts does nothing: "Mamma vill att …".
    """
    label, colon, rest = line.partition(": ")
    words = _split(rest if colon and len(label.split()) < 4 else line)
    named, at = _count_named(words, names)
    deed = " ".join(words[named:])
    verb = words[named].casefold().strip(".,") if named < len(words) else ""
    several = named > 1
    is_deed = (is_finite(verb) and verb not in _WISHES) or (several and (verb == "har" or verb.endswith("ar")))
    does = verb in RECIPROCAL or (is_deed and acts(deed))
    return _joined(words[:named]) if named and named == at and does else ""


def _split(line: str) -> list[str]:
    """Split a line into words, and signs between two names: "Karin/Hans"; "ihop med" is one."""
    return _WITH.sub(r"\1_med", _STROKE.sub(r" \1 ", line)).split()


def _joined(words: Sequence[str]) -> str:
    return " ".join(words).replace("_med", " med")


def _count_named(words: Sequence[str], names: frozenset[str]) -> tuple[int, int]:
    """Count the words that name those who begin a line, and those with what links them to the next."""
    named, at = 0, 0
    while at < len(words) and (first := _naming(words, at, names)):
        at = named = at + first
        while at < len(words) and words[at - 1].isalnum() and _is_name_after(words, at, names):
            at = named = at + 1
        at = named = at + count_office(words, at)
        if words[at - 1].casefold() == "alla" and at + 1 < len(words) and not is_finite(words[at].casefold()):
            at, named = at + 1, at + 1
        if at < len(words) and words[at].casefold() in _LINKS:
            at += 1
        elif not words[at - 1].endswith(","):
            break
    return named, at


def _naming(words: Sequence[str], at: int, names: frozenset[str]) -> int:
    """Count the words that name one from a place on: a name or a role, a role of two words, "Hon" of "Hon på FK"."""
    if _is_role_of_two_words(words[at : at + 2]):
        return 2
    is_of_office = words[at].casefold() in _SOMEBODY_OF and count_office(words, at + 1) > 1
    return int(is_of_office or _is_somebody(words[at], names))


def _is_name_after(words: Sequence[str], at: int, names: frozenset[str]) -> bool:
    """Whether a word goes on with the naming: "Karin Ek", and any name after a role: "läk Bengtsson"."""
    is_any = words[at].istitle() and words[at - 1].islower() and not is_finite(words[at].casefold())
    return _is_called(words[at], names) or (is_any and _is_somebody(words[at - 1], frozenset()))


def joint_subject(line: str, names: frozenset[str] = frozenset()) -> str:
    """Give the several who do together what a line says; empty when it names one, or nobody.

    One who is named and is on no list has taken nothing on: "Karin frågar om skjuts".
    """
    if not _links(line):  # most lines: the verbs need not be looked up at each letter of one
        return ""
    who = subject(line, names) or _listed(line, names)
    return who if _links(who) else ""


def _links(text: str) -> bool:
    """Whether one of the words says that there are several: "och", "båda", a sign between two, a comma behind one."""
    return any(word.endswith(",") or word.casefold() in _LINKS | _SEVERAL for word in _split(text))


def _listed(line: str, names: frozenset[str]) -> str:
    """Give those who are listed before what they do, without a verb: "Karin/Hans hembesök", "Liv + My: ring"."""
    words = _split(line)
    named, at = _count_named(words, names)
    if not 1 < named == at < len(words):
        return ""
    who, deed = _joined(words[:named]).rstrip(":"), words[named:]
    if words[named - 1].endswith(":"):
        return "" if subject(" ".join(deed), names) or not acts(" ".join(deed)) else who
    low = [word.casefold().strip(".,") for word in deed]
    is_thing = not low[0].endswith("a") and not any(is_finite(word) or _looks_passive(word, "s") for word in low)
    return who if is_thing and not _STROKES.isdisjoint(words[:named]) else ""


def _is_role_of_two_words(words: Sequence[str]) -> bool:
    """Whether two words name a role: "gode mannen", "personliga ombudet"."""
    return len(words) == 2 and " ".join(words).casefold() in word_table("roles")["definite"].values()


def _is_called(word: str, names: frozenset[str]) -> bool:
    """Whether a word in any letters is a name in a meeting, or a common given name when it has names."""
    low = word.strip(".,:").casefold()
    return bool(names) and (low in names or bool(given_name_pronouns(low))) and not is_finite(low)


def _is_somebody(word: str, names: frozenset[str]) -> bool:
    bare = word.strip(".,")
    if _is_called(word, names):
        return True
    if bare.casefold() in _NOBODY:
        return False
    if bare.casefold() in ("[namn]", "du") or bare.casefold() in _EVERYBODY or (bare.isupper() and len(bare) > 1):
        return True
    if bare.casefold() in table("agent", "short_roles") or ("-" in bare and bare.split("-")[0].isupper()):
        return True
    found = words_of(bare)
    low = bare.casefold()
    is_name = verb_form(low) is not None and bare.istitle() and given_name_pronouns(low)  # "Stig" is a verb as well
    return len(found) == 1 and (verb_form(low) is None or bool(is_name)) and is_agent(found, 0)


def strip_filler(words: str) -> str:
    """Take off what only says that somebody does it: "själv ringer", "i uppdrag att ringa"."""
    return words[found.end() :] if (found := _FILLER.match(words)) else words


def next_owner(words: str) -> tuple[str, str]:
    """Tell how the next one is named, and what is left: ``and`` for "och …", ``at`` for "på …", empty for neither."""
    for link, pattern in (("and", _AND), ("at", _AT)):
        if found := pattern.match(words):
            return link, words[found.end() :]
    return "", words


def strip_closing(words: str) -> str:
    """Take off what closes the naming of somebody: "(BUP) ringer", "BUP, ringer"."""
    return _CLOSING.sub("", words)


def responsible(line: str) -> tuple[str, str]:
    """Give who is named as responsible at the end of a line, and what stands before it; two empty texts for nobody."""
    found = _RESPONSIBLE.fullmatch(line) if "ansvarig" in line.casefold() else None
    return (found["name"], found["what"]) if found else ("", "")


@cache
def also_called(office: str) -> tuple[str, ...]:
    """Give the short names of a role or an organisation, "soc", "skola"; its own words are not among them."""
    name = office.casefold()
    short = (
        alias
        for alias, beginnings in word_table("agent")["short_names"].items()
        if any(f" {beginning}" in f" {name}" for beginning in beginnings)
    )
    own = re.findall(r"[^\W_]+", name)
    tails = (found["tail"] for word in own if (found := _tails().fullmatch(word)))
    return tuple(dict.fromkeys(alias for alias in (*short, *tails) if alias not in own))


@cache
def _tails() -> re.Pattern[str]:
    """What compounds of offices end with, and are called: "björkskolan" is "skolan"."""
    return re.compile(rf"[^\W\d_]{{2,}}?(?P<tail>{'|'.join(word_table('agent')['tails'])})(?:n|en|et)?")


@lru_cache(maxsize=1024)
def definite(role: str) -> str:
    """Give the definite form of a Swedish role; the first of them when there are several.

    A role in capitals or with a digit ("LSS", "handläggare 2") and one that is definite or plural ("kuratorn",
    "föräldrar") is given back as it is.
    """
    first = _MORE_ROLES.sub("", role).strip() or role.strip()
    if first.lower().startswith(("den ", "det ", "de ")):
        return first
    forms = word_table("roles")["definite"]
    ends = (first, *(first[at:] for at in range(1, len(first) - 2)))
    known = next((end for end in ends if end.casefold() in forms), "")
    if known and (known == first or not first.endswith("person")):
        return first.removesuffix(known) + str(forms[known.casefold()])
    if not first[-1:].islower() or first.endswith(("n", "et", "ar", "rna")):
        return _person(first)
    added = next((more for ending, more in _ENDINGS if first.endswith(ending)), "en")
    return first + added


@cache
def definite_of_two(role: str) -> tuple[str, ...]:
    """Give the definite forms of a role of two words, with and without "den": "gode mannen", "fasta vårdkontakten"."""
    words = _MORE_ROLES.sub("", role).casefold().split()
    if len(words) != 2 or not words[0].isalpha():
        return ()
    adjective, noun = words[0].removesuffix("t"), definite(words[1])
    adjectives = (
        (words[0],) if adjective.endswith(("ande", "ende")) else (f"{adjective}e", f"{adjective}a", f"{words[0]}a")
    )
    return tuple(f"{den}{form} {noun}" for form in adjectives for den in ("", "den ", "det "))


def in_full(who: str) -> str:
    """Write out the roles in short of those who do something: "distriktssköterskan och läkaren" for "… och läk"."""
    full = word_table("agent")["short_names"]
    short = table("agent", "short_roles")
    words = (definite(full[word.casefold()][0]) if word.casefold() in short else word for word in who.split(" "))
    return " ".join(words)


def _person(role: str) -> str:
    """Roles that end in "man" take a double n; other words in -n are definite already, but for -person."""
    if role.endswith("man"):
        return role + "nen"
    return role + "en" if role.endswith("person") else role
