"""Long sentences, and where one can be cut in two (requirement 99: simple language).

A plan is read by tired people. How many words are too many is our own choice; a sentence is cut only where both halves
are sentences of their own, so that nothing that was said changes. Before "och att", who says so is told once more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sip_tui.swedish import words
from sip_tui.swedish.grammar.clause import NOMINATIVE, is_finite, is_infinitive, subjunctions, words_of
from sip_tui.swedish.grammar.other_people import is_agent
from sip_tui.swedish.style import StyleFinding, as_typed

MOST_WORDS = 25
"""A sentence with more words than this is long."""

_STOP = re.compile(r"(?<![.!?…])[.!?…]+[\"”’»)*_\]]*(?=\s|$)|\n")
_ITEM = re.compile(r"(?:\A|\n)[ \t>]*\d{1,2}\Z")
"""Just before the stop of a numbered list item."""
_BEFORE = re.compile(r"[\wåäöÅÄÖ.]+$")
_MARKER = re.compile(r"\s*(?:(?:[-*+•>–]|#{1,6}|\d{1,2}[.)])\s+|\[[ xX]\]\s+)*")
_WORD = re.compile(r"\w+(?:[-:.'’/]\w+)*")
_JOINT = re.compile(
    r"(?<!\s)(?P<comma>,)?\s+(?P<word>och|men|samt)\s+|(?<!\s)(?P<splice>,)\s+(?=(?:jag|du|vi|hon|han|hen|ni|de|det)\s)",
    re.IGNORECASE,
)
_AND_THAT = re.compile(r",?\s+(?:och|men|samt)\s+att\s+", re.IGNORECASE)
_SAYS_THAT = re.compile(r"(?P<and>(?<!\S)(?:och|men)\s+)?(?P<verb>[^\W\d_]+r|sa|sade|bad) att\b")
"""What somebody says, behind the one who does or behind "och": "säger att"."""
_LEAST = 5
"""Neither half has fewer words than this."""
_TRIED = 6
"""How many joints are tried, the one nearest the middle first: a cut near an end helps nobody."""
_SUBJECT_MAY_HAVE = 4
"""The verb of a main clause stands among its first words."""
_PARTS = re.compile(r"[,;:()–]")
_REPORTS = frozenset({"att", "hur", "vad", "varför", "huruvida", "vilka", "vem"})
"""Words that begin what is told: "vi bestämde att skolan ringer och mamma kommer"."""
_MAY_STAND = _REPORTS | {"än", "så", "var", "för"}
"""Subjunctions after which a new sentence may begin; other clauses may go on after "och"."""
_THEN = frozenset({"då", "sedan", "sen", "därefter"})
"""With a verb after them these begin a main clause: "och då ringer mamma"."""
_STOPS = re.compile(r"[,;:.()]")
_ALSO_TURNS = frozenset({"sig", "dig", "mig", "oss", "dem", "därefter", "idag", "imorgon", "varje", "varannan", "sist"})
"""With adverbs and prepositions: a clause that begins so has its subject after the verb, or has none."""


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Give where each sentence begins and ends, without list markers; a line end ends a sentence."""
    return tuple(_spans(text))


def long_sentences(text: str, most: int = MOST_WORDS) -> tuple[StyleFinding, ...]:
    """Find the sentences of more than ``most`` words; the fix is the same words in two, where that is safe."""
    return as_typed(text, lambda plain: _long(plain, most))


def count_words(sentence: str) -> int:
    """Count the words of a sentence; "t.ex." and "13.30" are one each, a dash is none."""
    return len(_WORD.findall(sentence))


def _long(text: str, most: int) -> Iterator[StyleFinding]:
    for start, end in _spans(text):
        sentence = text[start:end]
        if count_words(sentence) > most:
            yield StyleFinding(start, end, sentence, _in_two(sentence))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _STOP.finditer(text):
        if stop[0] != "\n" and not _ends(text, stop):
            continue
        yield from _trimmed(text, start, stop.end())
        start = stop.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    line_begins = start == 0 or text[start - 1] == "\n"
    marker = _MARKER.match(text, start, end) if line_begins else None
    start = marker.end() if marker else start
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _ends(text: str, stop: re.Match[str]) -> bool:
    """Whether a stop ends a sentence: not after an abbreviation, an initial, or a number that goes on."""
    if not stop[0].startswith("."):
        return True
    if _ITEM.search(text, max(0, stop.start() - 9), stop.start()):
        return False
    found = _BEFORE.search(text, max(0, stop.start() - 20), stop.start())
    before = found[0].lower() if found else ""
    after = text[stop.end() : stop.end() + 2].strip()[:1]
    if before in words("abbreviations", "go_on") or (len(before) == 1 and before.isalpha()):
        return not after
    return not (after.islower() and (before in words("abbreviations", "may_end") or before.isdigit()))


def _in_two(sentence: str) -> str | None:
    """Cut a sentence at the safe joint that is nearest its middle; None when there is none."""
    middle = len(sentence) / 2
    joints = sorted(_JOINT.finditer(sentence), key=lambda joint: abs(joint.start() - middle))[:_TRIED]
    best = next((joint for joint in joints if _is_safe(sentence, joint)), None)
    if best is None:
        return _told_on(sentence)
    keeps = _word(best) == "men"
    rest = sentence[best.start("word") if keeps else best.end() :]
    halves = f"{sentence[: best.start()].rstrip(' ,')}. {rest[:1].upper()}{rest[1:]}"
    # A joint after an abbreviation such as "i." is read as no end of a sentence.
    return halves if len(sentences(halves)) > len(sentences(sentence)) else None


def _told_on(sentence: str) -> str | None:
    """Cut what somebody says before "och att", and say once more who says it: "Karin säger också att …"."""
    begins = words_of(sentence)
    verb = next((at for at, word in enumerate(begins[: _SUBJECT_MAY_HAVE + 1]) if is_finite(word.low)), 0)
    if not verb or not is_agent(begins, 0):
        return None
    who, middle = sentence[: begins[verb - 1].end], len(sentence) / 2
    for joint in sorted(_AND_THAT.finditer(sentence), key=lambda joint: abs(joint.start() - middle)):
        before, rest = sentence[: joint.start()], sentence[joint.end() :]
        says = [each for each in _SAYS_THAT.finditer(before) if each["verb"] == begins[verb].text or each["and"]]
        if says and min(map(count_words, (before, rest))) >= _LEAST and not _is_enclosed(before):
            return f"{before.rstrip(' ,')}. {who} {says[-1]['verb']} också att {rest}"
    return None


def _word(joint: re.Match[str]) -> str:
    return (joint["word"] or "").lower()


def _is_safe(sentence: str, joint: re.Match[str]) -> bool:
    """Whether what stands on both sides of a joint is a main clause with a subject and a verb."""
    before = _words(sentence[: joint.start()])
    after = _words(sentence[joint.end() :])
    if min(len(before), len(after)) < _LEAST or _is_enclosed(sentence[: joint.start()]):
        return False
    part = _words(_PARTS.split(sentence[: joint.start()])[-1])
    # "Då ringer mamma" and "men hon ringer" are never told by somebody, nor a part of what "när" begins.
    begins_anew = _word(joint) == "men" or (after[0] in _THEN and is_finite(after[1]))
    pause = (joint["comma"] or joint["splice"]) and part[:1] and part[0] not in subjunctions()
    stands = begins_anew or pause or (subjunctions() - _MAY_STAND).isdisjoint(part)
    reported = _reports(before) and not begins_anew
    return bool(
        any(map(is_finite, part)) and stands and not reported and _is_main_clause(after, sentence[joint.end() :])
    )


def _reports(clause: list[str]) -> bool:
    """Whether words tell what somebody said or decided, "att skolan ringer": what comes after may be told too."""
    following = [*clause[1:], ""]
    return any(
        word in _REPORTS and not (word == "att" and is_infinitive(after))
        for word, after in zip(clause, following, strict=True)
    )


def _is_main_clause(clause: list[str], text: str) -> bool:
    """Whether words begin as "skolan ringer" or "på fredag ringer vi" do: a subject, and soon its verb."""
    at = next((at for at, word in enumerate(clause[: _SUBJECT_MAY_HAVE + 1]) if is_finite(word)), 0)
    begins = clause[:at]
    if not at or is_infinitive(clause[0]) or not subjunctions().isdisjoint(begins[1:]):
        return False
    turned = any(
        begins[0] in group for group in (subjunctions(), _ALSO_TURNS, _listed("prepositions"), _listed("adverbs"))
    )
    stop = _STOPS.search(text)
    together = stop is None or len(_words(text[: stop.start()])) > at
    return together and (not turned or _is_subject(clause, text, at + 1))


def _is_subject(clause: list[str], text: str, start: int) -> bool:
    """Whether somebody who acts follows the verb: "då ringer vi", "då ska också mamma ringa"."""
    at = next((at for at in range(start, min(start + 3, len(clause))) if clause[at] not in _listed("adverbs")), start)
    if at >= len(clause):
        return False
    return clause[at] in NOMINATIVE or clause[at] == "det" or is_agent(words_of(text), at)


def _is_enclosed(before: str) -> bool:
    """Whether a bracket or a quotation is still open."""
    return before.count("(") > before.count(")") or sum(before.count(sign) for sign in '"”“') % 2 == 1


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _listed(table: str) -> frozenset[str]:
    return words("du_form", table)
