"""The form of why something that was found is left in a document."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sip_tui.i18n.translation import _
from sip_tui.meeting.model.enums import RowId, find_row
from sip_tui.meeting.model.meeting import Meeting
from sip_tui.minutes.redaction.document import MaskedFinding
from sip_tui.minutes.redaction.policy import decision_row
from sip_tui.screens.forms.form_screen import FormScreen, TextField
from sip_tui.screens.review.rows import decision_key


def keep_form(meeting: Meeting, finding: MaskedFinding, keep: Callable[[str], None]) -> FormScreen:
    """Build the form; ``keep`` gets the reason, and leaves the finding in the document."""
    row = decision_row(*decision_key(finding))

    def stored(meeting: Meeting) -> Mapping[str, str]:
        """Read the reason that is written."""
        decision = find_row(meeting.decisions, row)
        return {"reason": decision.reason if decision else ""}

    hint = _("for instance: the number of the switchboard")
    return FormScreen(
        _("Leave it in"),
        (TextField("reason", _("Why leave it in?"), stored(meeting)["reason"], hint),),
        lambda values: keep(values["reason"]),
        stored=stored,
        row_id=RowId("decisions", row),
        # The words that were found are no name for a draft: names outlive what they name.
        draft=f"keep {row}",
    )
