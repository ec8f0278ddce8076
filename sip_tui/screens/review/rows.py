"""The rows of the review, one for each finding, and the status line above them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import N_, _, ngettext
from sip_tui.meeting.model.enums import RedactionChoice
from sip_tui.meeting.model.meeting import RedactionDecision
from sip_tui.minutes.access import BY_MAIL
from sip_tui.minutes.redaction.document import MaskedFinding
from sip_tui.minutes.redaction.leak_check import Leak
from sip_tui.minutes.render import Draft, MailStoppedError
from sip_tui.phrasing.identifier_kinds import kind_name, mask_words
from sip_tui.privacy.model import AROUND
from sip_tui.screens.commands import command
from sip_tui.screens.keymap import Key
from sip_tui.widgets.safe_text import plain

FindingKey = tuple[str, str]
"""Kind and words."""
_CUT_WORD, _WORD_CUT = re.compile(r"^\S*\s+(?=\S)"), re.compile(r"(?<=\S)\s+\S*$")
"""The word that a context begins or ends in the middle of."""


FINDING_COMMANDS = (
    command("review.write", Key.SAVE, "write", N_("Save the file"), N_("Save the document as a file"), show=True),
    command("review.mask", Key.NO, "choose('mask')", N_("Hide"), N_("Hide the words"), show=True),
    command(
        "review.role",
        Key.ROLE,
        "choose('role')",
        N_("Use the role"),
        N_("Use the role instead of a name"),
        show=True,
    ),
    command(
        "review.story",
        Key.OTHER_VIEW,
        "story",
        N_("Notes too"),
        N_("Put the notes and what everyone has said into the e-mail, or leave them out"),
        show=True,
    ),
    command(
        "review.keep",
        Key.YES,
        "keep",
        N_("Leave it in"),
        N_("Leave the words in and write why (not needed for diagnoses)"),
        show=True,
    ),
    command(
        "review.leave",
        Key.BACK,
        "app.pop_screen",
        N_("Back"),
        N_("Back to the meeting; decisions are kept"),
        show=True,
    ),
)
"""What is done with a finding, and with the whole document."""


def row_id(finding: MaskedFinding) -> str:
    """Return the id of a finding's row."""
    return f"{finding.finding.kind} {finding.words}"


def decision_key(finding: MaskedFinding) -> FindingKey:
    """Return what a decision is about: kind and words."""
    return finding.finding.kind, finding.words


def leak_findings(made: Draft) -> tuple[MaskedFinding, ...]:
    """Return what the leak check found, as findings to decide about."""
    return tuple(MaskedFinding(leak.finding, leak.words, is_kept=True) for leak in made.leaks)


def unique_findings(made: Draft) -> Mapping[FindingKey, MaskedFinding]:
    """Return each finding once, where it stands first; what the leak check found before all else."""
    found: dict[FindingKey, MaskedFinding] = {}
    for finding in (*leak_findings(made), *made.findings):
        found.setdefault(decision_key(finding), finding)
    return found


def finding_rows(made: Draft, decided: Mapping[FindingKey, RedactionDecision]) -> list[tuple[str, Content]]:
    """Return a heading for each kind, and its findings: what is done, how often, and the sentence."""
    times = Counter(map(decision_key, made.findings))
    kinds: dict[str, list[MaskedFinding]] = {}
    for finding in sorted(unique_findings(made).values(), key=lambda finding: finding.finding.kind):
        kinds.setdefault(finding.finding.kind, []).append(finding)
    return [
        row
        for kind, those in kinds.items()
        for row in (
            (f"#{kind}", Content.styled(f"{_kind(those[0])} ({len(those)})", "bold")),
            *(
                (row_id(finding), _line(finding, times[decision_key(finding)], decided.get(decision_key(finding))))
                for finding in those
            ),
        )
    ]


def status_line(made: Draft) -> Content:
    """Return how many places are masked and kept; then what must be done before the text may leave."""
    sentence = " ".join(_counts(made))
    if made.is_stopped:
        return Content.assemble(f"{sentence} " if sentence else "", (str(MailStoppedError()), "bold $error"))
    if made.leaks:
        return Content.assemble(f"{sentence} " if sentence else "", (_leak(made.leaks), "bold $error"))
    if must_be_reviewed(made):
        return Content.assemble(f"{sentence} " if sentence else "", (pending_sentence(made.pending), "bold"))
    found = _("Nothing more to hide was found.") if sentence else _("Nothing to hide was found.")
    save = _("Read it through yourself. Press {keys[review.write]} to save the file.").format(keys=KEYS)
    return Content(f"{sentence} {found} {save}".lstrip())


def must_be_reviewed(made: Draft) -> bool:
    """Whether something waits for a decision before the document may leave; on paper it may stand."""
    return bool(made.pending) and made.audience in BY_MAIL


def pending_sentence(those: Sequence[MaskedFinding]) -> str:
    """Return how many places wait for a decision, and the keys for it."""
    sentence = ngettext(
        "{count} place waits for you. Press {keys[review.mask]} to hide it, {keys[review.keep]} to leave it in.",
        "{count} places wait for you. Press {keys[review.mask]} to hide, {keys[review.keep]} to leave them in.",
        len(those),
    )
    return sentence.format(count=len(those), keys=KEYS)


def _counts(made: Draft) -> Iterator[str]:
    masked = sum(not finding.is_kept for finding in made.findings)
    if masked:
        yield ngettext("{count} place is hidden.", "{count} places are hidden.", masked).format(count=masked)
    told = [found for found in made.findings if found.finding.kind != "unsure"]  # nobody has decided about those
    stand = sum(found.is_kept and not found.is_pending for found in told)
    if stand and made.audience == "full":
        yield ngettext(
            "{count} place is not hidden in this document.",
            "{count} places are not hidden in this document.",
            stand,
        ).format(count=stand)
    elif stand:
        yield ngettext("{count} is left in by your decision.", "{count} are left in by your decision.", stand).format(
            count=stand
        )


def _leak(leaks: Sequence[Leak]) -> str:
    first = leaks[0]
    if not first.line:
        return _("The file's name contains something that must be hidden.")
    place = _("Line {line} still contains something that must be hidden: {words}")
    return place.format(line=first.line, words=plain(first.shown))


def _line(finding: MaskedFinding, times: int, decision: RedactionDecision | None) -> Content:
    context, words = plain(finding.finding.context), plain(finding.words)
    before, found, after = context.partition(words)
    before = _CUT_WORD.sub("", before) if len(before) >= AROUND else before
    after = _WORD_CUT.sub("", after) if len(after) >= AROUND else after
    sentence = Content.assemble(before, (found, "reverse"), after) if found else Content(context)
    done = _done(finding, decision) + (f" ×{times}" if times > 1 else "")
    return Content.assemble((f"  {done}: ", "bold"), "… ", sentence, "\N{NO-BREAK SPACE}…")


def _done(finding: MaskedFinding, decision: RedactionDecision | None) -> str:
    if not finding.is_kept:
        return f"→ {plain(mask_words(finding.finding.replacement))}"
    if finding.is_pending:
        return _("look at it")
    if decision is None or decision.choice is not RedactionChoice.KEEP:
        return _("left in")
    return _("left in: {reason}").format(reason=plain(decision.reason)) if decision.reason else _("can be left in")


def _kind(finding: MaskedFinding) -> str:
    name = kind_name(finding.finding.kind)
    return name[:1].upper() + name[1:]


def refuse_choice(made: Draft | None, finding: MaskedFinding, choice: RedactionChoice) -> str:
    """Return why a choice is not possible for a finding; empty when it is."""
    if made and decision_key(finding) in map(decision_key, leak_findings(made)):
        return _(
            "The program cannot hide this. Change the text in the meeting, or press {keys[review.keep]} to leave it in."
        ).format(keys=KEYS)
    if choice is RedactionChoice.ROLE and finding.finding.kind != "name":
        return _("The role can only stand in for a name. Press {keys[review.mask]} to hide.").format(keys=KEYS)
    return ""
