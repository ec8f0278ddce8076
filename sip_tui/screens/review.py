"""The review: every finding in its sentence, what is done with it, and the document as the receiver will see it (F30).

Nothing is written before somebody has looked. What is decided here is remembered with the meeting.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path

from textual import work
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from sip_tui.language import N_, _, ngettext
from sip_tui.meeting.kinds import Choice
from sip_tui.meeting.model import Decision, Meeting
from sip_tui.meeting.review import decide, decisions
from sip_tui.minutes import NEVER_KEPT, Draft, Found, Leak, draft
from sip_tui.privacy import MASKS
from sip_tui.screens.base import SipScreen
from sip_tui.screens.commands import command
from sip_tui.screens.forms import FormScreen, Text
from sip_tui.screens.mailing import write_draft
from sip_tui.widgets.plain import plain
from sip_tui.widgets.row_list import RowList

Key = tuple[str, str]
"""Kind and words."""


class ReviewScreen(SipScreen):
    """Findings by kind above, the finished text below; beside each other where there is room."""

    HELP = N_(
        "Everything that was found is listed in its sentence, and masked unless you decide otherwise. To let words "
        "stand you must say why. Personal identity numbers never stand. The text below is what the receiver will see."
    )
    BINDINGS = [
        command("review.write", "w", "write", N_("Write the file"), N_("Write the minutes for e-mail"), show=True),
        command("review.mask", "m", "choose('mask')", N_("Mask"), N_("Put a mask in its place"), show=True),
        command("review.role", "r", "choose('role')", N_("Role word"), N_("Put the role in its place"), show=True),
        command("review.keep", "k", "keep", N_("Let stand"), N_("Let the words stand, and say why"), show=True),
        command("review.leave", "escape", "app.pop_screen", N_("Back"), N_("Back to the meeting; decisions are kept")),
    ]
    AUTO_FOCUS = "RowList"

    drafted: var[Draft | None] = var(None)
    """The document as it would leave now."""
    _looked_at: var[Meeting | None] = var(None)
    """The meeting that the document is of."""

    def body(self) -> ComposeResult:
        yield Static(id="review-state", classes="read-aloud")
        with Container(id="review-grid"):
            yield RowList(id="review-list")
            with VerticalScroll(id="review-text"):
                yield Static(id="review-document")

    def on_mount(self) -> None:
        self._draft()

    def watch_drafted(self, made: Draft | None) -> None:
        if made is not None:
            self.query_one(RowList).show(list(_rows(self._found, decisions(self.app.meeting))))
            self.query_one("#review-state", Static).update(_state(made))
            self.query_one("#review-document", Static).update(Content(made.text))

    @work(exclusive=True, group="draft")
    async def _draft(self) -> None:
        self._looked_at = self.app.meeting
        self.drafted = await asyncio.to_thread(draft, self._looked_at, "mail", now=self.app.room.now())

    @property
    def _found(self) -> Mapping[Key, Found]:
        """Every finding once, and what the last look stopped."""
        if self.drafted is None:
            return {}
        every = (*(_stopped(leak) for leak in self.drafted.leaks), *reversed(self.drafted.found))
        return {(one.finding.kind, one.words): one for one in every}

    @property
    def _chosen(self) -> Found | None:
        row = self.query_one(RowList).row
        return next((one for one in self._found.values() if _id(one) == row), None)

    def action_choose(self, choice: str) -> None:
        if one := self._chosen:
            self._decide(one, Choice(choice))

    def action_keep(self) -> None:
        one = self._chosen
        if one is None:
            return
        if one.finding.kind in NEVER_KEPT:
            self.notify(
                _("A personal identity number never leaves in a mail, whatever the reason."), severity="warning"
            )
            return
        reason = Text("reason", _("Why may it stand?"), hint=_("for instance: the number of the switchboard"))
        self.app.push_screen(
            FormScreen(_("Let stand"), (reason,), lambda values: self._decide(one, Choice.KEEP, values["reason"]))
        )

    @work
    async def action_write(self) -> None:
        if self.drafted is None:
            return
        if self._looked_at is not self.app.meeting:
            self.notify(_("Somebody has written more meanwhile. Look once more, then write."))
            self._draft()
            return
        await self.app.push_screen_wait(await asyncio.to_thread(write_draft, self.drafted, Path.cwd()))

    def _decide(self, one: Found, choice: Choice, reason: str = "") -> None:
        self.write(decide(one.finding.kind, one.words, choice, reason), step=f"review {_id(one)}")
        self._draft()


def _stopped(leak: Leak) -> Found:
    """What the last look found, as something to decide about."""
    start = leak.column - 1
    return Found(leak.finding, leak.shown[start : start + leak.finding.end - leak.finding.start], stands=True)


def _rows(found: Mapping[Key, Found], decided: Mapping[Key, Decision]) -> list[tuple[str, Content]]:
    """A heading for each kind, and under it each finding once: what is done, and the sentence."""
    rows: list[tuple[str, Content]] = []
    for kind in sorted({kind for kind, _words in found}):
        those = [(key, one) for key, one in found.items() if key[0] == kind]
        rows.append((f"#{kind}", Content.styled(f"{_kind(those[0][1])} ({len(those)})", "bold")))
        rows += [(_id(one), _line(one, decided.get(key))) for key, one in those]
    return rows


def _line(one: Found, decision: Decision | None) -> Content:
    context, words = plain(one.finding.context), plain(one.words)
    before, found, after = context.partition(words)
    sentence = Content.assemble(before, (found, "reverse"), after) if found else Content(context)
    return Content.assemble((f"  {_done(one, decision)}: ", "bold"), "… ", sentence, " …")


def _done(one: Found, decision: Decision | None) -> str:
    if not one.stands:
        return f"→ {plain(one.finding.replacement)}"
    if decision is not None and decision.choice is Choice.KEEP:
        return _("stands, as {reason}").format(reason=plain(decision.reason))
    return _("look at it") if one.finding.level == "warn" else _("stands")


def _state(made: Draft) -> Content:
    masked = sum(not one.stands for one in made.found)
    told = ngettext("{count} place is masked.", "{count} places are masked.", masked).format(count=masked)
    if not made.leaks:
        return Content(f"{told} " + _("The text may leave; w writes it."))
    first = made.leaks[0]
    place = _("Line {line} still holds something that must not leave: {words}")
    leak = (
        place.format(line=first.line, words=plain(first.shown)) if first.line else _("The file's name must not leave.")
    )
    return Content.assemble(f"{told} ", (leak, "bold $error"))


def _kind(one: Found) -> str:
    """The kind as a word: that of its mask."""
    return MASKS.get(one.finding.kind, one.finding.replacement).strip("[]").capitalize()


def _id(one: Found) -> str:
    return f"{one.finding.kind} {one.words}"
