"""The summary as it is read aloud, and the round after it, one line for each who is asked (F18)."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from sip_tui.i18n.key_names import KEYS
from sip_tui.i18n.translation import _
from sip_tui.meeting.content.summary import RoundAnswer, SummaryPart, build_summary, picture_round
from sip_tui.meeting.model.enums import Answer
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.phrasing.spoken_summary import ANSWERS, group_heading, group_sentences, part_title
from sip_tui.phrasing.wording import display_name
from sip_tui.widgets.safe_text import fitted, plain

ListRow = tuple[str, Content]
"""The participant's id, and what is shown; an id that begins with ``#`` is no row."""
NAME = 22
"""Cells for a name."""


def reading(meeting: Meeting) -> Content:
    """The whole text: two parts, and in them a heading for each topic."""
    return Content("\n\n").join(
        [Content("\n").join(_part(meeting, one)) for one in build_summary(meeting) if one.groups]
    )


def round_rows(meeting: Meeting) -> Iterator[ListRow]:
    """Everybody who is asked, with what they have answered in words."""
    yield from ((entry.participant.id, _row(meeting, entry)) for entry in picture_round(meeting))
    if not picture_round(meeting):
        yield "#nobody", Content(_("Nobody has been marked as here. {keys[go.roll]} calls the roll.").format(keys=KEYS))


def _part(meeting: Meeting, part: SummaryPart) -> Iterator[Content]:
    yield Content.styled(part_title(part).upper(), "bold")
    before = ""
    for group in part.groups:
        if group.topic != before:
            yield Content.styled(plain(group_heading(meeting, group)), "bold italic")
        before = group.topic
        yield from (Content(f"• {plain(one)}") for one in group_sentences(meeting, group))


def _row(meeting: Meeting, entry: RoundAnswer) -> Content:
    style = {Answer.YES: "", Answer.NO: "bold $warning"}.get(entry.same, "italic")
    return Content.assemble(
        f"{fitted(display_name(meeting, entry.participant), NAME)} ", (_(ANSWERS[entry.same]), style)
    )
