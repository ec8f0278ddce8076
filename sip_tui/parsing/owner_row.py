"""Those who begin a line together, and what they are called besides: "Samir, My och Dag", "Johan på BUP"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from sip_tui.i18n.translation import language
from sip_tui.parsing.participant_names import ParsedAction, People, ids_named, parse_owner
from sip_tui.swedish.dates.no_time import is_verb
from sip_tui.swedish.grammar.agent import acts, next_owner, strip_closing, strip_filler

_NO_NAMES = frozenset(
    {"och", "för", "som", "att", "den", "det", "vid", "hos", "med", "till", "samt", "enskilde", "ansvarig"}
    | {"god", "gode", "goda", "mannen", "fast", "fasta", "personlig", "personliga"}
)
"""Words of roles and offices that name nobody by themselves."""
_ENDS_NAME = re.compile(r"[:–—→|]\s*$|-\s+$")
"""After these, what somebody does is told in words of its own: "Samir: BUP kontaktas"."""
_LOOSE = " \t.,;:–—-→|"
_PROMISES = re.compile(r"\s+(?:ska|skall|kommer att|får|åtar sig att|lovar att)$", re.IGNORECASE)
"""What ``parse_owner`` takes off before a deed."""
_INITIAL = re.compile(r"(?P<letter>[^\W\d_])[.,]?\s+(?=\S)")


@lru_cache(maxsize=4)
def spelled(people: People) -> frozenset[str]:
    """Give every name that somebody may be called by, whole and word by word."""
    texts = [bare(text) for _row, names in people for text in names]
    words = {word for text in texts for word in text.split() if len(word) > 1}
    return frozenset(texts) | (words - _NO_NAMES)


def bare(text: str) -> str:
    """Give the words of a text in small letters, without signs."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def asked(line: str, *maybe: str) -> ParsedAction:
    """Give a line that names no one surely: those who may do it are asked about."""
    return ParsedAction(capital(line), "", "", tuple(dict.fromkeys(row for row in maybe if row)))


def beside(line: str, read: ParsedAction, people: People) -> tuple[ParsedAction, tuple[str, ...]]:
    """Take off what else the same one is called by, "Johan på BUP", and find those who are named beside them."""
    read = _past_initial(read, people)
    while not _ENDS_NAME.search(named_by := line[: len(line) - len(read.what)]):
        how, inner = next_owner(read.what)
        more = parse_owner(inner, people) if may_name(inner, people) else ParsedAction("")
        if not how and not more.who and read.who in ids_named(inner.partition(" ")[0], people):
            more = ParsedAction(capital(inner.partition(" ")[2]), read.who)  # "pappa Anders", where two are Anders
        if more.who != read.who:
            several = how == "and" or named_by.rstrip().endswith(",")
            many = (more.who, *more.candidates, *_after_both(inner, more, people)) if several else (more.who,)
            return _alone(read), tuple(item for item in many if item)
        read = _past_initial(replace(more, what=capital(strip_closing(more.what))), people)
    return _alone(read), ()


def _after_both(inner: str, read: ParsedAction, people: People) -> Iterator[str]:
    """Who is named after two: "Dag" in "Samir, My, Dag bokar rum"."""
    while read.who:
        how, rest = next_owner(read.what)
        several = how == "and" or inner[: len(inner) - len(read.what)].rstrip().endswith(",")
        inner = rest or read.what
        read = parse_owner(inner, people) if several and may_name(inner, people) else ParsedAction("")
        yield from (item for item in (read.who, *(read.candidates if read.who else ())) if item)


def may_name(line: str, people: People) -> bool:
    """True when a line begins with what may be a name, also a definite form or in short: "kuratorn", "soc.sekr"."""
    begins, words = line.split(maxsplit=3)[:3], spelled(people)
    if any(bare(" ".join(begins[:count])) in words for count in (2, 3)) or "." in "".join(begins[:1]):
        return True
    first = bare("".join(begins[:1])).partition(" ")[0]
    return any(first[: len(first) - ending] in words for ending in (0, 1, 2))


def _past_initial(read: ParsedAction, people: People) -> ParsedAction:
    """Take off the first letter of a surname: "Anna N ringer"."""
    found = _INITIAL.match(read.what)
    called = next(((names[0], names[2]) for row, names in people if row == read.who), ())
    is_own = found and any(name.split()[-1:][0].startswith(found["letter"]) for name in called if name)
    return replace(read, what=capital(read.what[found.end() :])) if found and is_own else read


def _alone(read: ParsedAction) -> ParsedAction:
    """Take off "själv", and what closes the naming of somebody."""
    return replace(read, what=capital(strip_filler(strip_closing(read.what))))


def those_named(line: str, people: People) -> tuple[str, ...]:
    """Give those whose names begin a line together, or whom they may be."""
    read = parse_owner(line, people)
    whole, others = beside(line, read, people) if read.who else (read, ())
    return tuple(dict.fromkeys((whole.who, *others))) if whole.who else whole.candidates


def before_verb(line: str, people: People) -> tuple[str, ...]:
    """Give those who begin a line together; in "Samir och Lena ses på BUP" nobody there does it."""
    words, names = line.split(), spelled(people)
    verb = next((at for at, word in enumerate(words) if is_verb(word) and bare(word) not in names), 0)
    if not verb or not acts(" ".join(words[verb:]), english=language() == "en"):
        return ()
    return those_named(" ".join(words[:verb]), people)


def name_in(line: str, read: ParsedAction) -> str:
    """The words that name the one who begins the line."""
    return _PROMISES.sub("", line[: len(line) - len(read.what)].rstrip(_LOOSE))


def predicate_of(line: str, read: ParsedAction) -> str:
    """What follows the name of the one who begins the line, with its auxiliary: "ska ringa"."""
    return line[len(name_in(line, read)) :].lstrip(_LOOSE)


def is_somebody(name: str, people: People) -> bool:
    """True when words are the name of one and of nothing more."""
    read = parse_owner(name, people) if name else ParsedAction("-")
    return bool(read.who) and not read.what


def capital(text: str) -> str:
    """Begin a text with a capital."""
    return text[:1].upper() + text[1:]
