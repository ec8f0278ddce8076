"""Which line of a pad belongs to which row, after its text has changed.

A link holds a line and a row together. The surest pairs are found first: a line that still stands, then one that has
been edited or comes back. So an undo finds the rows that were there, whatever it takes back at once; and a text from
long ago does as well, unless another row has had the very same line since: then either of the two may be found.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from sip_tui.meeting.model.discussion import Link
from sip_tui.meeting.notes.tags import TaggedLine

Pairs = dict[int, Link]
"""A line's place among the tagged lines → its link."""
Gaps = tuple[Sequence[str], dict[str, str]]
"""After which unchanged line each line stands, and each link by its id; the unchanged ones are named by their links."""
Claim = tuple[int, bool, int, str, str, Link]
"""How many lines ago the row had this line; whether it stands in no pad; its place there, or how long ago it left; its
name; the line; the link. The lower, the surer."""


def match_lines(
    lines: Sequence[TaggedLine], held: Sequence[Link], left: Sequence[Link], worked_on: Callable[[Link], bool]
) -> Pairs:
    """Find the link of each line; a line without one is new, and a held link without a line is gone.

    Args:
        lines: The tagged lines as they are now.
        held: The links of the pad, in the order of the lines as they were.
        left: The links whose lines stand in no pad; the highest ``order`` went last.
        worked_on: Whether somebody has changed the link's row on the board. Such a row rather follows an edited line
            than leaves it to a row that comes back.
    """
    pairs = _unchanged([one.line for one in lines], held)
    gaps = _gaps(len(lines), held, pairs)
    steps: tuple[Callable[[list[int], list[Link]], Pairs], ...] = (
        lambda at, links: _had(lines, at, _claims(links, (), 1)),
        lambda at, links: _edited(lines, at, filter(worked_on, links), gaps),
        lambda at, links: _had(lines, at, _claims(links, left)),
        lambda at, links: _edited(lines, at, links, gaps),
    )
    for step in steps:
        taken = {link.id for link in pairs.values()}
        at = [number for number in range(len(lines)) if number not in pairs]
        pairs |= step(at, [link for link in held if link.id not in taken]) if at else {}
    return pairs


def _unchanged(lines: Sequence[str], held: Sequence[Link]) -> Pairs:
    """Pair what reads the same: from the beginning, from the end, and then in order, for lines can be moved."""
    were = [one.line for one in held]
    head = _alike(lines, were)
    tail = _alike(lines[head:][::-1], were[head:][::-1])
    ends = chain(range(head), range(-tail, 0))
    pairs = {at % len(lines): held[at] for at in ends}
    waiting: dict[str, deque[Link]] = defaultdict(deque)
    for link in held[head : len(held) - tail]:
        waiting[link.line].append(link)
    for at in range(head, len(lines) - tail):
        if waiting[lines[at]]:
            pairs[at] = waiting[lines[at]].popleft()
    return pairs


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many lines are the same from the beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _gaps(count: int, held: Sequence[Link], pairs: Pairs) -> Gaps:
    """Tell between which unchanged lines every other line stands, and where every other link stood."""
    kept = {link.id for link in pairs.values()}
    after, lines, links = "", [], {}
    for at in range(count):
        after = pairs[at].id if at in pairs else after
        lines.append(after)
    after = ""
    for link in held:
        after = link.id if link.id in kept else after
        links[link.id] = after
    return lines, links


def _edited(lines: Sequence[TaggedLine], at: Iterable[int], links: Iterable[Link], gaps: Gaps) -> Pairs:
    """Pair what stands between the same unchanged lines and is of the same table, in order: a line has been edited."""
    after, stood = gaps
    waiting: dict[tuple[str, str], deque[Link]] = defaultdict(deque)
    for link in links:
        waiting[stood[link.id], link.table].append(link)
    places = ((number, waiting[after[number], lines[number].table]) for number in at)
    return {number: queue.popleft() for number, queue in places if queue}


def _claims(held: Iterable[Link], left: Iterable[Link], far: int | None = None) -> list[Claim]:
    """Every line that a row has had, or only so many lines back; the surest claim first.

    The line that a row has just come from, or that it had when it left, is surer than an older one.
    """
    from_pad = ((one, False, one.before[:far]) for one in held)
    from_nowhere = ((one, True, (one.line, *one.before)) for one in left)
    claims = [
        (ago, away, -link.order if away else link.order, link.id, line, link)
        for link, away, had in chain(from_pad, from_nowhere)
        for ago, line in enumerate(had)
    ]
    return sorted(claims, key=lambda claim: claim[:4])


def _had(lines: Sequence[TaggedLine], at: Iterable[int], claims: Iterable[Claim]) -> Pairs:
    """Pair lines with the rows that have had them before; of rows that had the same line the older comes first."""
    wanted: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number in at:
        wanted[lines[number].line, lines[number].table].append(number)
    found: dict[tuple[str, str], list[Link]] = defaultdict(list)
    taken: set[str] = set()
    for *_rank, line, link in claims:
        place = line, link.table
        if link.id not in taken and len(found[place]) < len(wanted.get(place, ())):
            found[place].append(link)
            taken.add(link.id)
    in_order = ((wanted[place], sorted(links, key=lambda one: one.id)) for place, links in found.items())
    return {number: link for numbers, links in in_order for number, link in zip(numbers, links, strict=False)}
