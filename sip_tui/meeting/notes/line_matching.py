"""Line matching: which line of a pad belongs to which row, after its text has changed.

The surest pairs are found first: an unchanged line, then one that was edited or comes back. So an undo finds the rows
that were there, whatever it takes back at once. A text from long ago does as well, unless another row has had the very
same line since: then either of the two may be found.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from sip_tui.meeting.model.discussion import Link
from sip_tui.meeting.notes.pads import TaggedLine

Pairs = dict[int, Link]
"""A line's index among the tagged lines → its link."""
Gaps = tuple[Sequence[str], dict[str, str]]
"""The id of the unchanged link before each line, and before each link (by id); empty at the top."""
Claim = tuple[int, bool, int, str, str, Link]
"""How many versions ago the row had this line; whether it is in no pad; its order there, or minus the order in which
it left; the link's id; the line; the link. The lower, the surer."""


def match_lines(
    lines: Sequence[TaggedLine], held: Sequence[Link], left: Sequence[Link], worked_on: Callable[[Link], bool]
) -> Pairs:
    """Find the link of each line among those ``held`` by the pad, in order, and those that have ``left`` all pads.

    A line without a link is new, and a held link without a line is gone. A row that somebody has worked on rather
    follows an edited line than leaves it to a row that comes back.
    """
    pairs = _unchanged([line.line for line in lines], held)
    gaps = _gaps(len(lines), held, pairs)
    steps: tuple[Callable[[list[int], list[Link]], Pairs], ...] = (
        lambda open_lines, links: _returned(lines, open_lines, _claims(links, (), 1)),
        lambda open_lines, links: _edited(lines, open_lines, filter(worked_on, links), gaps),
        lambda open_lines, links: _returned(lines, open_lines, _claims(links, left)),
        lambda open_lines, links: _edited(lines, open_lines, links, gaps),
    )
    for step in steps:
        taken = {link.id for link in pairs.values()}
        open_lines = [index for index in range(len(lines)) if index not in pairs]
        pairs |= step(open_lines, [link for link in held if link.id not in taken]) if open_lines else {}
    return pairs


def _unchanged(lines: Sequence[str], held: Sequence[Link]) -> Pairs:
    """Pair equal lines: from the beginning, from the end, and then in order, for lines can be moved."""
    old = [link.line for link in held]
    head = _common_prefix(lines, old)
    tail = _common_prefix(lines[head:][::-1], old[head:][::-1])
    pairs = {index % len(lines): held[index] for index in chain(range(head), range(-tail, 0))}
    waiting: dict[str, deque[Link]] = defaultdict(deque)
    for link in held[head : len(held) - tail]:
        waiting[link.line].append(link)
    for index in range(head, len(lines) - tail):
        if waiting[lines[index]]:
            pairs[index] = waiting[lines[index]].popleft()
    return pairs


def _common_prefix(lines: Sequence[str], others: Sequence[str]) -> int:
    """Count the equal lines at the beginning."""
    return next(
        (at for at, (a, b) in enumerate(zip(lines, others, strict=False)) if a != b), min(len(lines), len(others))
    )


def _gaps(count: int, held: Sequence[Link], pairs: Pairs) -> Gaps:
    """Find between which unchanged lines every line is, and every link was."""
    kept = {link.id for link in pairs.values()}
    after, lines, links = "", [], {}
    for index in range(count):
        after = pairs[index].id if index in pairs else after
        lines.append(after)
    after = ""
    for link in held:
        after = link.id if link.id in kept else after
        links[link.id] = after
    return lines, links


def _edited(lines: Sequence[TaggedLine], open_lines: Iterable[int], links: Iterable[Link], gaps: Gaps) -> Pairs:
    """Pair lines and links between the same unchanged lines and of the same table, in order: the line was edited."""
    line_gaps, link_gaps = gaps
    waiting: dict[tuple[str, str], deque[Link]] = defaultdict(deque)
    for link in links:
        waiting[link_gaps[link.id], link.table].append(link)
    queues = ((index, waiting[line_gaps[index], lines[index].table]) for index in open_lines)
    return {index: queue.popleft() for index, queue in queues if queue}


def _claims(held: Iterable[Link], left: Iterable[Link], limit: int | None = None) -> list[Claim]:
    """Every earlier line of the links, or only ``limit`` versions back; the surest claim first."""
    from_pad = ((link, False, link.before[:limit]) for link in held)
    from_nowhere = ((link, True, (link.line, *link.before)) for link in left)
    claims = [
        (ago, away, -link.order if away else link.order, link.id, line, link)
        for link, away, versions in chain(from_pad, from_nowhere)
        for ago, line in enumerate(versions)
    ]
    return sorted(claims, key=lambda claim: claim[:4])


def _returned(lines: Sequence[TaggedLine], open_lines: Iterable[int], claims: Iterable[Claim]) -> Pairs:
    """Pair lines with the links that have had them before; of links with the same line the older comes first."""
    wanted: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index in open_lines:
        wanted[lines[index].line, lines[index].table].append(index)
    found: dict[tuple[str, str], list[Link]] = defaultdict(list)
    taken: set[str] = set()
    for *_rank, line, link in claims:
        key = line, link.table
        if link.id not in taken and len(found[key]) < len(wanted.get(key, ())):
            found[key].append(link)
            taken.add(link.id)
    in_order = ((wanted[key], sorted(links, key=lambda link: link.id)) for key, links in found.items())
    return {index: link for indexes, links in in_order for index, link in zip(indexes, links, strict=False)}
