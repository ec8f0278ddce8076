"""Who does what and when, in a line as people type it: "På fredag ringer BUP skolan", "Samir och BUP bokar möte".

The one who begins the line does it, if that is what the line says. Two who begin it, and somebody who has something
done to them ("skolan kontaktas"), are candidates, and the secretary is asked (requirements 7 and 105).
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from sip_tui.i18n.translation import language
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.parsing.line_check import checked
from sip_tui.parsing.line_doers import others_who_act
from sip_tui.parsing.office_names import people_of
from sip_tui.parsing.owner_contrast import handed_over, is_negated, plain_order
from sip_tui.parsing.owner_of_office import of_office, of_somebody
from sip_tui.parsing.owner_question import who_is_asked
from sip_tui.parsing.owner_requests import requested
from sip_tui.parsing.owner_row import (
    asked,
    bare,
    before_verb,
    beside,
    capital,
    is_somebody,
    name_in,
    predicate_of,
    spelled,
    those_named,
)
from sip_tui.parsing.participant_names import ParsedAction, People, misspelt_owner, parse_owner
from sip_tui.parsing.time_phrase import is_asked, phrase_of, without_stop
from sip_tui.swedish.dates.line_scanner import find_when
from sip_tui.swedish.dates.no_time import is_verb
from sip_tui.swedish.dates.vocabulary import MONTH_NAME
from sip_tui.swedish.grammar.agent import acts, responsible, strip_closing, subject
from sip_tui.swedish.grammar.clause import is_passive, opening_form

_MARKER = re.compile(r"^\s*(?:[-*+•]\s+|[0-9]{1,2}[.)]\s+(?=[^\W\d])(?!(?i:" + MONTH_NAME + r")\b))?(?:\[[ xX]?\]\s*)?")
_ARROW = re.compile(r"(?<=\w)\s*[-=]+>\s*+(?!(?:(?:del)?mål|(?:sub)?goal)\b)")
_HANDED_TO = re.compile(r"(?P<what>.*\w.*?)\s*(?:→|[-=]+>)\s*(?P<name>[^→>,]{1,40}?)(?P<after>,[^→>]*)?[.\s]*")
"""A deed and behind an arrow the one who does it, perhaps with the time."""
LONGEST = 400
"""Characters; what is longer is no promise in one line but a text, and is kept as it is."""
_LOOSE = " \t.,;:–—-→|"
_LOOSE_AROUND = _LOOSE.replace(".", "")
_WHOLE_QUOTE = re.compile(r"^[\"”“»„]([^\"”“»«„]+)[\"”“«][.]?$")
"""Quotation marks around a whole line, which are nobody's words: what is done."""
_AT_END = re.compile(
    r"(?P<what>.+?)\s*(?:\((?P<bracket>[^()]{2,40})\)|(?:\s[-–|]\s|\s?/\s?|\s→\s|(?P<colon>:\s))(?P<name>[^\W\d][^/()]{1,40}))[.\s]*"
)
"""Somebody named after the deed: "anpassat schema (Lena)", "ring BUP /Samir"."""
_PAIR = re.compile(r"(?<!\S)([^\W\d_]+)/([^\W\d_]+)[.\s]*\Z")
"""Two who are named after the deed: "avstämning samir/lena"."""
_BY = re.compile(
    r"(?P<what>.+\w{2}s(?: (?:in|ut|upp|fram|över|hem|ner|med|om|igenom|ihop|bort|under|av|till|på|undan|vidare))?)"
    r" av (?P<name>[^,.;]{2,40})",
    re.IGNORECASE,
)
"""Somebody by whom something is done: "remissen skrivs av BUP"."""
_BY_FAR = re.compile(r"(?P<what>.+) av (?P<name>[^,.;]{2,40})")
_NEAR = 4
"""Words; a verb in the passive that is farther off has nothing to do with "av"."""
_IN_CHARGE = re.compile(r"(?:ansvariga?|ansv\.?|utförare|vem)\s*[:=]?\s+", re.IGNORECASE)
"""What leads to the one who does it: "ansvarig Liv: hörselkåpor"."""
_LABEL = re.compile(r"(?P<label>[^:–(]+?)(?P<sign>:|,(?= )| [–-](?= )| \((?=[^()]*\)$))(?P<deed>[^()]*)\)?")
"""What is to be, and the deed that it takes: "busskort: Samir fixar"."""
_IS = re.compile(r"är\b(?! med\b)", re.IGNORECASE)
"""What somebody is, when another does something there: "larm installeras (Liv är hemma)"."""
_COLON = re.compile(r":\s*$")
"""Behind a name: what follows is theirs, also what is to be done, "Elevhälsan: kartläggning görs"."""
_SERVICES = ("boendestöd", "hemtj", "hemsjukv", "daglig verks")
_LIVES = re.compile(r"bo\s+(?:kvar|hemma|ensam|själv|hos|i|på|där)(?!\w)", re.IGNORECASE)
"""The verb, which is a name too: "bo kvar hos mormor"."""


def parse_action_line(meeting: Meeting, line: str, today: date) -> ParsedAction:
    """Read a line.

    Args:
        meeting: Who can be named.
        line: What somebody typed; a list marker before it does not count.
        today: The day it was written, where the meeting is.

    Returns:
        Who, what and when. A time that begins the line, or stands after the verb, is taken out of it like one at the
        end, and the words that are left are put in the order of a sentence without it.
    """
    if len(line) > LONGEST:
        return ParsedAction(line.strip())
    line = _WHOLE_QUOTE.sub(r"\1", line.strip())
    people = people_of(meeting, line)
    to = _HANDED_TO.fullmatch(line)
    if to and is_somebody(to["name"], people):
        return _handed_to(
            parse_action_line(meeting, f"{to['what']}{to['after'] or ''}", today),
            parse_owner(to["name"], people).who,
            line,
        )
    return _read_line(line, people, today)


def _handed_to(read: ParsedAction, who: str, line: str) -> ParsedAction:
    """Give a deed to the one behind its arrow: "tolk bokas till 10/12 → Liv"; another who does it is asked about."""
    if read.who not in ("", who):
        return replace(asked(line, read.who, who), when_text=read.when_text)
    return replace(read, who=who, candidates=())


def _read_line(line: str, people: People, today: date) -> ParsedAction:
    typed = line
    words = spelled(people)
    cleaned = _ARROW.sub(": ", _MARKER.sub("", line), count=1)
    found = find_when(cleaned, today, lambda text: bare(text) in words)
    rest = without_stop(found.rest.strip(_LOOSE_AROUND)).rstrip("/ ")
    line = _straight(rest, people) if found.fronted else rest
    read = _doing(line, people)
    if not found.when and read.who and len(read.what) < len(line) - 1:
        within = find_when(read.what, today, lambda text: bare(text) in words)
        after_deed = within.when and within.rest and not read.what.startswith(within.when)
        found, read = (within, replace(read, what=within.rest)) if after_deed else (found, read)
    if read.who and not read.what:
        read = asked(line, read.who)
    elif not (read.what or found.when):
        read = replace(read, what=typed)
    phrase = phrase_of(found)
    if is_asked(found) and (read.who or (len(read.candidates) > 1 and not _begins_with_verb(line, people))):
        phrase = f"{phrase.rstrip('?')}?"
    elif typed.endswith("?") and not (read.who or read.what.endswith("?")):
        read = replace(read, what=f"{read.what}?")
    read = replace(read, when_text=phrase)
    return checked(cleaned, read, today, people, lambda text: _doing(text, people))


def read_instead(meeting: Meeting, line: str, today: date, before: str) -> tuple[str, str]:
    """Return what is done instead, without the name that begins it, and who does it: whom it names, else ``before``.

    Nobody when the words name somebody who is not on the list: "Hemtjänsten handlar".
    """
    read = parse_action_line(meeting, line, today)
    if not read.who:
        return line, "" if language() == "sv" and subject(line) else before
    at = line.casefold().find(read.what.casefold())
    return (line[at : at + 1].upper() + line[at + 1 :] if at > 0 else line), read.who


def _begins_with_verb(line: str, people: People) -> bool:
    """True for a question, "kan Liv komma på fredag?"; what is somebody's name is no verb, "Samir och Liv fredag?"."""
    first = line.partition(" ")[0]
    return is_verb(first) and bare(first) not in spelled(people)


def _straight(rest: str, people: People) -> str:
    """Put the one who does it before the verb, as when no time had come first: "ringer BUP skolan"."""
    verb, _blank, after = rest.partition(" ")
    read = parse_owner(after, people) if is_verb(verb) else ParsedAction("")
    return f"{name_in(after, read)} {verb} {predicate_of(after, read)}".strip() if read.who else rest


def _doing(line: str, people: People) -> ParsedAction:
    """Read who does what; the one who is named and has something done to them is only a candidate."""
    if found := who_is_asked(line, people) or _passed_on(line, people):
        return found
    plain = plain_order(line, people)
    if plain != line.rstrip(" .!") and (set_apart := _doing(plain, people)).who:
        return set_apart
    if found := _in_charge(line, people) or _named_after(line, people):
        return found
    read = of_somebody(line, people) or parse_owner(line, people)
    if _LIVES.match(line) and read.who:
        return asked(line, read.who)
    return _by_owner(line, read, people) if read.who else _by_nobody_yet(line, read, people)


def _by_nobody_yet(line: str, read: ParsedAction, people: People) -> ParsedAction:
    """Read a line that no one name begins: after a label, by an office, by several, or with a slip in the name."""
    near = misspelt_owner(line, people) if is_verb(line.partition(" ")[2].partition(" ")[0]) else ()
    together = asked(line, *(near or before_verb(line, people))) if near or read.candidates else read
    return _after_label(line, people) or of_office(line, people) or (together if together.candidates else read)


def _by_owner(line: str, read: ParsedAction, people: People) -> ParsedAction:
    """Read a line that somebody's name begins: it is theirs, another's whom they ask, or one of several's."""
    whole, others = beside(line, read, people)
    predicate = predicate_of(line, whole)
    is_deed = opening_form(predicate) or is_verb(predicate.partition(" ")[0]) or ":" in line[: -len(predicate)]
    if not is_deed and (predicate[:1].isdigit() or is_somebody(predicate, people) or _is_service(line, predicate)):
        return ParsedAction(capital(line), whole.who)  # a service that is given: "Boendestöd 2 tim/dag", "…, Staffan"
    label = None if is_deed else _after_label(line, people)
    if label and label.who != whole.who:
        return asked(line, label.who, whole.who)
    if who_is_asked(predicate, people):
        return asked(line)
    if not others and (request := requested(line, whole.who, predicate, people)):
        return request
    is_told = _COLON.search(line[: -len(predicate)]) and not _BY.search(predicate)
    if not others and (is_told or acts(predicate, english=language() == "en")):
        others = others_who_act(predicate, people, whole.who)
        if len(others) == 1 and is_negated(predicate):
            return ParsedAction(capital(line), others[0])
        return asked(line, read.who, *others) if others or predicate.startswith("slipper") else whole
    if others and len(first := before_verb(line, people)) > 1:
        return asked(line, *first)
    mentioned = ParsedAction("") if others else parse_owner(whole.what, people)
    return asked(line, read.who, *others, mentioned.who, *mentioned.candidates)


def _is_service(line: str, predicate: str) -> bool:
    """True for a service named without a verb, "boendestöd kvällstid": its name is a part of the deed."""
    name = line[: len(line) - len(predicate)].casefold()
    return bool(predicate) and name.startswith(_SERVICES) and not any(map(is_verb, predicate.split()))


def _in_charge(line: str, people: People) -> ParsedAction | None:
    """Read the one who is named as responsible at the beginning: "ansvarig Liv: hörselkåpor"."""
    label = _IN_CHARGE.match(line)
    read = parse_owner(line[label.end() :], people) if label else ParsedAction("")
    what = strip_closing(read.what).strip(_LOOSE)
    return ParsedAction(capital(what), read.who) if read.who and what else None


def _named_after(line: str, people: People) -> ParsedAction | None:
    """Read who is named at the end of a line: as responsible, in brackets, after a stroke, or by whom it is done."""
    name, what = responsible(line)
    if is_somebody(name, people):
        return ParsedAction(capital(what.strip(_LOOSE)), parse_owner(name, people).who)
    by = _BY.fullmatch(line) or _by_far(line)
    if by and not _is_second_clause(by["what"].rpartition(" ")[0], people) and (who := _by_whom(by["name"], people)):
        return ParsedAction(capital(by["what"] if is_somebody(by["name"], people) else line), who)
    found = _AT_END.fullmatch(line)
    name = _IN_CHARGE.sub("", (found["bracket"] or found["name"]).strip(), count=1) if found else ""
    if (pair := _PAIR.search(line)) and all(is_somebody(each, people) for each in pair.groups()):
        return asked(line, *(parse_owner(each, people).who for each in pair.groups()))
    is_label = found and not (
        found["colon"] and (opening_form(found["what"]) or any(map(is_verb, found["what"].split())))
    )
    if found and is_label and is_somebody(name, people) and not _begins_with_owner(found["what"], people):
        return ParsedAction(capital(found["what"].strip(_LOOSE)), parse_owner(name, people).who)
    return None


def _by_far(line: str) -> re.Match[str] | None:
    """Find somebody by whom something is done that has more with it: "skickas till skolan av Liv"."""
    found = _BY_FAR.fullmatch(line)
    return found if found and any(map(is_passive, found["what"].casefold().split()[-_NEAR:])) else None


def _begins_with_owner(what: str, people: People) -> bool:
    """True when somebody who does it begins the line: in "tolk bokas" nobody does."""
    read = parse_owner(what, people)
    return bool(read.who) and acts(read.what, english=language() == "en")


def _is_second_clause(what: str, people: People) -> bool:
    """True for what is done besides the deed of those who begin the line: "Liv ringer, tolk bokas (av Hans)"."""
    return {"att", "som"}.isdisjoint(what.casefold().split()) and bool(before_verb(what, people))


def _by_whom(name: str, people: People) -> str:
    """The one whom a passive names, whatever follows: "Lena samma dag"; empty when another one is named too."""
    read = parse_owner(name, people)
    if not read.who:
        return ""
    whole, others = beside(name, read, people)
    return "" if others else whole.who


def _after_label(line: str, people: People) -> ParsedAction | None:
    """Read the one who acts after a label: "busskort: Samir fixar", "nytt möte – Lena kallar"."""
    found = _LABEL.fullmatch(line)
    if found is None or (found["sign"] == "," and any(map(is_verb, found["label"].split()))):
        return None
    read = parse_owner(found["deed"], people)
    verb = read.what.partition(" ")[0]
    does = is_verb(verb) and bare(verb) not in spelled(people) and not (is_negated(read.what) or _IS.match(read.what))
    return ParsedAction(capital(line), read.who) if read.who and does else None


def _passed_on(line: str, people: People) -> ParsedAction | None:
    """Read who does what another one does not: "Karin ringer inte, det gör Hans"; None for no such line."""
    found = handed_over(line)
    if found is None or not those_named(found.other, people):
        return None
    names = _straight(found.who, people)
    if not found.is_sure:
        both = dict.fromkeys((*those_named(found.other, people), *those_named(names, people)))
        return asked(line, *both) if len(both) > 1 else None
    if found.deed and is_somebody(names, people):
        return _doing(f"{names} {found.deed}", people)
    does = those_named(names, people)
    if not found.deed and len(does) == 1 and parse_owner(names, people).who:
        return ParsedAction(capital(line), does[0])
    return asked(line, *does, *(those_named(found.other, people) if not does else ()))
