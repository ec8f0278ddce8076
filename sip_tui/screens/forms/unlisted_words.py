"""Words typed at a choice that fit no option: offered as a new participant or as the text of another field, and kept.

Somebody who types an explanation into "who said it" must find it again, and a name that is not on the list is no reason
to leave the form.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.widgets import Input

from sip_tui.i18n.translation import _
from sip_tui.meeting.content.drafts import IN_LIST, keep_draft
from sip_tui.meeting.content.plan import add_row
from sip_tui.screens.forms.fields import SelectField, TextField
from sip_tui.screens.forms.over_room import OverRoomScreen
from sip_tui.screens.forms.select_field import Offer
from sip_tui.widgets.safe_text import plain

LEAST = 3
"""Letters that are words; fewer may be a key that was pressed by mistake."""
NAME_WORDS = 2
"""Words in small letters that may be a name; more are a sentence."""


class UnlistedWords:
    """What a form does with words that fit no option of one of its choices."""

    def __init__(
        self,
        screen: OverRoomScreen,
        field: SelectField,
        fields: Sequence[TextField | SelectField],
        tell: Callable[[str, str], None],
    ) -> None:
        self._screen, self._field, self._tell = screen, field, tell
        self._target = _target(field, fields)

    def offers(self, words: str) -> list[Offer]:
        """Return what is offered for the words, the likelier first."""
        words = words.strip()
        if len(words) < LEAST:
            return []
        found = []
        if self._field.people:
            found.append(Offer(_("Add “{words}” to the participants").format(words=words)))
        if self._target is not None:
            label = _("Write “{words}” in “{field}”").format(words=words, field=self._target.label)
            found.append(Offer(label, self._target.name))
        return found if words.istitle() or len(words.split()) <= NAME_WORDS else found[::-1]

    def keep(self, words: str) -> None:
        """Keep the words as a draft until they have a place, so that a crash takes none; without words, keep none."""
        app, kept = self._screen.app, words.strip()
        texts = {"line": kept} if len(kept) >= LEAST else {}
        app.write(keep_draft(app.meeting, app.seat, IN_LIST, texts, title=self._field.label.rstrip("?:")), step=None)

    def add_participant(self, words: str) -> str:
        """Add somebody by name, and return the row."""
        app = self._screen.app
        moment = app.session.edit_context()
        app.write(add_row("participants", app.meeting.participants, moment, "name", {"name": words.strip()}))
        return moment.row

    def write(self, words: str) -> None:
        """Write the words at the end of the field that they go to, go there, and say so."""
        words = words.strip()
        if len(words) < LEAST:
            return
        if self._target is None:
            self._tell(
                self._field.name, _("“{words}” is not on the list, and nothing has changed.").format(words=plain(words))
            )
            return
        line = self._screen.query_one(f"#field-{self._target.name}", Input)
        line.value = " ".join(part for part in (line.value.rstrip(), words) if part)
        line.cursor_position = len(line.value)
        line.focus()
        sentence = _("“{words}” is not on the list. It is in “{field}” now.")
        self._tell(self._target.name, sentence.format(words=plain(words), field=self._target.label))


def _target(field: SelectField, fields: Sequence[TextField | SelectField]) -> TextField | None:
    """Return the text field that the words go to: the one that is named, the next, or the one before."""
    texts = [each for each in fields if isinstance(each, TextField) and not each.digits]
    named = [each for each in texts if each.name == field.words_to]
    at = list(fields).index(field)
    after = [each for each in texts if fields.index(each) > at]
    return next(iter([*named, *after, *reversed(texts)]), None)
