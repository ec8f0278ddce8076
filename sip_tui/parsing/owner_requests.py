"""What somebody wants or asks of another: "Liv vill att Karin ringer", "Liv har bett Hans betala hyran".

The one who is asked does it. Where it may be either of them, "tipsar Hans om att …", both are asked about.
"""

from __future__ import annotations

import re

from sip_tui.parsing.owner_row import asked, beside, capital, predicate_of
from sip_tui.parsing.participant_names import ParsedAction, People, parse_owner
from sip_tui.swedish.grammar.agent import acts

_ADVERB = r"(?: (?:redan|nu|också|även|gärna|helst|tidigare|själv|verkligen))?"
_REQUEST = re.compile(
    rf"(?:(?P<that>(?:vill|önskar|tycker|hoppas|föreslår|begär|kräver|bestämmer){_ADVERB} att?)"
    rf"|(?P<says>(?:räknar med|litar på|utgår från|förutsätter|förväntar sig|ser fram emot"
    rf"|har{_ADVERB} (?:sagt|bestämt|önskat|föreslagit|begärt|krävt|frågat)) att)"
    rf"|(?P<asks>ber|bad|uppmanar|uppmanade|anmodar|uppdrar åt|överlåter (?:åt|till)|påminde|tipsade"
    rf"|(?:ha(?:r|de){_ADVERB} )?(?:bett|uppmanat|anmodat|påmint|tipsat|överlåtit (?:åt|till))"
    rf"|(?:sa|har{_ADVERB} sagt) (?:till|åt)){_ADVERB}(?: att)?"
    rf"|(?P<gives>ger|gav|har{_ADVERB} gett|har{_ADVERB} givit)(?= .+ i uppdrag)"
    rf"|(?P<either>låter|tipsar|råder|rekommenderar|säger (?:till|åt)|inväntar|väntar på|har{_ADVERB} frågat)"
    r"|(?P<wonders>undrar|frågar|funderar på) (?:om|ifall)|(?P<wants>(?:vill|önskar|tycker)(?: inte(?: att)?)?))\s+",
    re.IGNORECASE,
)
_FOR_A_THING = re.compile(r"om (?!att )", re.IGNORECASE)
"""What is asked for, and by the one who asks: "ber Hans om en tid"."""
_TASK = re.compile(r"(?:om )?att |i uppdrag att ", re.IGNORECASE)
_LEADS = re.compile(r"(?:om|ifall|på|från|av|besked från|svar från|\S+ (?:från|av)) ", re.IGNORECASE)


def asks_another(predicate: str) -> bool:
    """True for what somebody wants another one to do: "vill att Karin ringer"."""
    return bool(_REQUEST.match(predicate))


def requested(line: str, who: str, predicate: str, people: People) -> ParsedAction | None:
    """Read who is to do what somebody wants, who is named after it; every word stays. None for no such line.

    Args:
        line: What was typed, without its time.
        who: The one who begins the line.
        predicate: What follows their name.
        people: Who can be named.
    """
    found = _REQUEST.match(predicate)
    if found is None:
        return None
    rest = predicate[found.end() :]
    read = parse_owner(rest, people)
    whole, others = beside(rest, read, people) if read.who else (read, ())
    if found["either"] or found["says"]:
        return _of_either(line, who, found, rest, people, (read.who, *others))
    if found["asks"] and _FOR_A_THING.match(whole.what) and not others and not _is_past(found):
        return ParsedAction(capital(predicate), who)
    leads = found["that"] or found["gives"] or (found["asks"] and not _FOR_A_THING.match(whole.what))
    if read.who and not others and leads and whole.what and acts(predicate_of(rest, whole)):
        return ParsedAction(capital(line), read.who)
    return asked(line, who, read.who, *others, *read.candidates)


def _of_either(
    line: str, who: str, found: re.Match[str], rest: str, people: People, named: tuple[str, ...]
) -> ParsedAction | None:
    """Ask about both where it may be either's deed; one who tells of another's, "räknar med att Liv …", does nothing.

    None when nobody else is named: "väntar på svar" is their own.
    """
    others = [row for row in named if row] or list(parse_owner(rest, people).candidates)
    if not [row for row in others if row != who]:
        return None
    if found["says"] and len(others) == 1 and named[0]:
        return ParsedAction(capital(line), others[0])
    return asked(line, who, *others)


def _is_past(found: re.Match[str]) -> bool:
    """True when it has been asked for already: the one who did so has nothing left to do."""
    return not re.match(r"(?:ber|uppmanar|anmodar|uppdrar|överlåter)\b", found[0], re.IGNORECASE)
