"""Histories of changes by several writers, for properties of the ledger."""

from __future__ import annotations

from hypothesis import strategies as st

from sip_tui.meeting.log.change import Change, Edit
from sip_tui.meeting.log.ledger import Ledger

CELLS = (
    ("actions", "a1", "what"),
    ("actions", "a1", "who"),
    ("goals", "g1", "text"),
    ("participants", "p1", "presence"),
    ("about", "meeting", "title"),
)
WORDS = st.sampled_from(["present", "late", "Anna", "ringa", "[/]", "", "ö" * 9])
SPLICES = st.tuples(st.integers(-3, 30), st.integers(-1, 5), st.sampled_from(["", "a", "åäö", "\n", "🙂"]))


@st.composite
def histories(draw: st.DrawFn) -> list[Change]:
    """What two or three writers wrote, each of whom had seen some of the others' changes and not the rest."""
    writers = draw(st.lists(st.sampled_from("abc"), min_size=1, max_size=3, unique=True))
    ledgers = {name: Ledger() for name in writers}
    everything: list[Change] = []
    for _ in range(draw(st.integers(1, 14))):
        writer = draw(st.sampled_from(writers))
        ledger = ledgers[writer]
        if draw(st.booleans()):
            ledger.add(everything)
        if draw(st.booleans()):
            edit = Edit(*draw(st.sampled_from(CELLS)), draw(WORDS))
        else:
            at, gone, comes = draw(SPLICES)
            splice: list[int | str] = [at, gone, comes]
            edit = Edit("notes", "needs-secretary", "text", splice)
        made = ledger.stamp([edit], draw(st.integers(0, 5)), writer)
        ledger.add(made)
        everything += made
    return everything
