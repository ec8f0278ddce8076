"""What the review says: a row for everything that was found, and the line above that says how things stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import _, ngettext
from sip_tui.meeting.model.enums import RedactionChoice
from sip_tui.meeting.model.meeting import RedactionDecision
from sip_tui.minutes.redaction.document import MaskedFinding
from sip_tui.minutes.redaction.leak_check import Leak
from sip_tui.minutes.render import Draft
from sip_tui.privacy import MASKS
from sip_tui.widgets.safe_text import plain

Key = tuple[str, str]
"""Kind and words."""


def row_of(one: MaskedFinding) -> str:
    """The id of its row."""
    return f"{one.finding.kind} {one.words}"


def key_of(one: MaskedFinding) -> Key:
    """What is decided about."""
    return one.finding.kind, one.words


def stopped(made: Draft) -> tuple[MaskedFinding, ...]:
    """What the last look found, as something to decide about."""
    return tuple(MaskedFinding(leak.finding, _words(leak), is_kept=True) for leak in made.leaks)


def every(made: Draft) -> Mapping[Key, MaskedFinding]:
    """Every finding once, where it stands first; what the last look stopped before all else."""
    found: dict[Key, MaskedFinding] = {}
    for one in (*stopped(made), *made.findings):
        found.setdefault(key_of(one), one)
    return found


def rows(made: Draft, decided: Mapping[Key, RedactionDecision]) -> list[tuple[str, Content]]:
    """A heading for each kind, and under it each finding once: what is done, how often, and the sentence."""
    times = Counter(map(key_of, made.findings))
    kinds: dict[str, list[MaskedFinding]] = {}
    for one in sorted(every(made).values(), key=lambda one: one.finding.kind):
        kinds.setdefault(one.finding.kind, []).append(one)
    return [
        row
        for kind, those in kinds.items()
        for row in (
            (f"#{kind}", Content.styled(f"{_kind(those[0])} ({len(those)})", "bold")),
            *((row_of(one), _line(one, times[key_of(one)], decided.get(key_of(one)))) for one in those),
        )
    ]


def state(made: Draft) -> Content:
    """How many places are masked, and stand because somebody said so; then what must be done before it may leave."""
    told = " ".join(_counts(made))
    if made.leaks:
        return Content.assemble(f"{told} ", (_leak(made.leaks), "bold $error"))
    if made.pending:
        return Content.assemble(f"{told} ", (waiting(made.pending), "bold"))
    return Content(f"{told} " + _("The text may leave; {keys[review.write]} writes it.").format(keys=KEYS))


def waiting(those: Sequence[MaskedFinding]) -> str:
    """How many places wait for somebody to decide, and by which keys."""
    sentence = ngettext(
        "{count} place waits for you: {keys[review.mask]} masks it, {keys[review.keep]} lets it stand.",
        "{count} places wait for you: {keys[review.mask]} masks, {keys[review.keep]} lets the words stand.",
        len(those),
    )
    return sentence.format(count=len(those), keys=KEYS)


def _counts(made: Draft) -> Iterator[str]:
    masked = sum(not one.is_kept for one in made.findings)
    yield ngettext("{count} place is masked.", "{count} places are masked.", masked).format(count=masked)
    if stand := sum(one.is_kept and not one.is_pending for one in made.findings):
        yield ngettext("{count} stands as decided.", "{count} stand as decided.", stand).format(count=stand)
    if any(one.finding.kind == "protected" for one in made.findings):
        yield _("A protected identity is spoken of: better to send nothing by e-mail.")


def _leak(leaks: Sequence[Leak]) -> str:
    first = leaks[0]
    if not first.line:
        return _("The file's name must not leave.")
    place = _("Line {line} still holds something that must not leave: {words}")
    return place.format(line=first.line, words=plain(first.shown))


def _words(leak: Leak) -> str:
    start = leak.column - 1
    return leak.shown[start : start + leak.finding.end - leak.finding.start]


def _line(one: MaskedFinding, times: int, decision: RedactionDecision | None) -> Content:
    context, words = plain(one.finding.context), plain(one.words)
    before, found, after = context.partition(words)
    sentence = Content.assemble(before, (found, "reverse"), after) if found else Content(context)
    done = _done(one, decision) + (f" ×{times}" if times > 1 else "")
    return Content.assemble((f"  {done}: ", "bold"), "… ", sentence, " …")


def _done(one: MaskedFinding, decision: RedactionDecision | None) -> str:
    if not one.is_kept:
        return f"→ {plain(one.finding.replacement)}"
    if one.is_pending:
        return _("look at it")
    if decision is None or decision.choice is not RedactionChoice.KEEP:
        return _("stands")
    return _("stands, as {reason}").format(reason=plain(decision.reason)) if decision.reason else _("may stand")


def _kind(one: MaskedFinding) -> str:
    """The kind as a word: that of its mask."""
    return MASKS.get(one.finding.kind, one.finding.replacement).strip("[]").capitalize()
