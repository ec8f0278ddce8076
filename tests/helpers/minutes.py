"""Minutes read back by section, texts that try to become structure, and meetings with a text in one field."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from sip_tui.meeting.content.situation import SLOTS
from sip_tui.meeting.model.meeting import (
    Action,
    Disagreement,
    Goal,
    Information,
    InterimPlan,
    Meeting,
    Need,
    Ongoing,
    Question,
    Quote,
    Resolution,
    SituationAccount,
    Term,
)
from sip_tui.minutes.document import (
    Block,
    Bullets,
    Heading,
    ListItem,
    Paragraph,
    RichText,
    Table,
    plain,
    to_single_line,
)
from sip_tui.minutes.markdown import reader, words
from tests.helpers.meetings import SAMIR, meeting, noted

NOTE_SHAPES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[1] / "corpus" / "notes.toml").read_text("utf-8")
)["shape"]
HOSTILE = (
    r"""
[b]Anna[/b]•[/]•Å|sa•=cmd()|' /C calc'!A0•# rubrik•## rubrik ##•- punkt•+ punkt•* punkt•1. ett•12) tolv•2025. Ett år
---•===•***•> citat•`kod`•``kod•```•~~~•<script>alert(1)</script>•<b>•<!-- x -->•&amp;•&#35;•&#x3C;b>•#•+•-•1.•[ ] x
[x](javascript:alert(1))•![x](http://x.se/y.png)•<http://x.se>•http://x.se•www.x.se•a@b.se•[a]: http://x.se•[^1]•    kod
\•\\•\|•slut\•a\*b•**fet**•__fet__•~~bort~~•$x^2$•{: .x}•:smile:•| a | b |•|---|•||•skolan.se//a•t.ex. så•== så ==
""".strip()
    .replace("\n", "•")
    .split("•")
)
WORDS = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=30), st.text("\\`*_[]<>()#+-.!|&~:=1a ", max_size=12))

FREE_FIELDS = (
    *("purpose", "question", "role", "organisation", "need", "note", "goal", "by", "what", "when"),
    *("how_often", "where", "term", "answer", "follow_up", "disagreement"),
    *("matters", "strengths", "resources", "asked", "answered", "authority", "unbooked", "evaluation"),
    *("urgent", "changed"),
    *("quote", "ongoing", "ongoing works", "ongoing works_not", "resolution", "information"),
    *SLOTS,
)
BETWEEN = ("authority", "wish", "evaluation", "urgent", "changed")
KEPT = InterimPlan(id="between", coordinator="p3", contact="p4", phone="070-174 06 40", place="hemma")


def read_back(text: str) -> tuple[str, ...]:
    """Return, for each source line, the text that begins there as a reader sees it, without any markup.

    The cells of a table row are joined with a bar.
    """
    lines: list[list[str]] = [[] for _ in text.split("\n")]
    row = 0
    for token in reader().parse(text):
        if token.map:
            row = token.map[0]
        if token.type == "inline":
            lines[row].append(words(token))
        elif token.content and not token.children:
            lines[row].append(token.content)
    return tuple(" | ".join(cells) for cells in lines)


def as_read(text: str) -> str:
    """The minutes as a reader sees them."""
    return "\n".join(read_back(text))


def section(text: str, title: str) -> list[str]:
    """The lines of a section, as they are read."""
    body = text.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]
    return [line for line in read_back(body) if line]


def titles(text: str) -> list[str]:
    """The headings of level 2."""
    return [line.removeprefix("## ") for line in text.splitlines() if line.startswith("## ")]


def blocks_of(text: str) -> tuple[Block, ...]:
    """Every kind of block, with a text in each."""
    lists = Bullets((ListItem(text, (ListItem(text),)), ListItem("andra")))
    return (
        Heading(2, text),
        Paragraph(text),
        lists,
        Bullets((ListItem(text, done=True, marker="3."), ListItem(text, marker=""))),
        Table((text, "b"), ((text, text),)),
    )


def put(field: str, text: str) -> Meeting:
    """A meeting that holds a text in one field that a mail may show."""
    plain = meeting()
    about, role = plain.about, replace(SAMIR, id="p9")
    made: dict[str, dict[str, object]] = {
        "purpose": {"about": replace(about, purpose=text)},
        "question": {"about": replace(about, questions=(text,))},
        "follow_up": {"about": replace(about, follow_up=text)},
        "role": {"participants": (*plain.participants, replace(role, role=text))},
        "organisation": {"participants": (*plain.participants, replace(role, organisation=text))},
        "need": {"needs": (Need(id="n", text=text),)},
        "note": {"notes": (noted(text),)},
        "goal": {"goals": (Goal(id="g", text=text),)},
        "by": {"goals": (Goal(id="g", text="mål", by=text),)},
        "disagreement": {"disagreements": (Disagreement(id="d", text=text),)},
        "term": {"terms": (Term(id="t", term=text, answer="svar"),)},
        "answer": {"terms": (Term(id="t", term="ord", answer=text),)},
        "matters": {"person": replace(plain.person, matters=text)},
        "strengths": {"person": replace(plain.person, strengths=text)},
        "resources": {"goals": (Goal(id="g", text="mål", resources=text),)},
        "asked": {"questions": (Question(id="q", text=text, answer="svar"),)},
        "answered": {"questions": (Question(id="q", text="fråga", answer=text),)},
        **{field: {"between": replace(KEPT, **{field: text})} for field in BETWEEN},  # type: ignore[arg-type]
        "unbooked": {"about": replace(about, follow_up=""), "between": replace(KEPT, unbooked=text)},
        "quote": {"quotes": (Quote(id="q", text=text, who="p2"), Quote(id="r", text=text, who="p1"))},
        "ongoing": {"ongoing": (Ongoing(id="o", what=text),)},
        "ongoing works": {"ongoing": (Ongoing(id="o", what="samtal", works=text),)},
        "ongoing works_not": {"ongoing": (Ongoing(id="o", what="samtal", works_not=text),)},
        "resolution": {"resolutions": (Resolution(id="r", text=text),)},
        "information": {"information": (Information(id="i", text=text),)},
        **{slot: {"accounts": _accounts(slot, text)} for slot in SLOTS},
    }
    if field in made:
        return replace(plain, **made[field])  # type: ignore[arg-type]
    fields = {"what": "ringa", field: text}
    return replace(plain, actions=(Action(id="a", who="p3", **fields),))  # type: ignore[arg-type]


def _accounts(slot: str, text: str) -> tuple[SituationAccount, ...]:
    """One slot, told by the person and by an actor."""
    return tuple(SituationAccount(id=who, **{slot: text}) for who in ("p1", "p3"))  # type: ignore[arg-type]


def shape(blocks: Iterable[Block]) -> list[str]:
    """Blocks as lines: "## " heading, "- " or "1. " item, "[x] " ticked, "| " row, indented beneath; else plain."""
    found: list[str] = []
    for block in blocks:
        match block:
            case Heading(level, text):
                found.append(f"{'#' * level} {_words(text)}")
            case Paragraph(text):
                found.append(_words(text))
            case Bullets(items):
                found += _items(items, "")
            case Table(head, rows):
                found += ["| " + " | ".join(filter(None, map(_words, row))) for row in (head, *rows)]
    return found


def _items(items: Iterable[ListItem], indent: str) -> Iterator[str]:
    for item in items:
        box = "" if item.done is None else ("[x] " if item.done else "[ ] ")
        marker = f"{item.marker} " if item.marker else ""
        yield f"{indent}{marker}{box}{_words(item.text)}"
        yield from _items(item.children, indent + "  ")


def _words(text: RichText) -> str:
    return plain(to_single_line(text))
