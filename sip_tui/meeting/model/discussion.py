"""Row classes for what is discussed: notes, accounts, quotes, ideas, terms, questions, feedback, resolutions."""

from sip_tui.meeting.model.enums import Answer, Row, record


@record
class Pad(Row):
    """The notes of one seat in one phase, in Markdown."""

    phase: str = ""
    seat: str = ""
    text: str = ""


@record
class SituationAccount(Row):
    """How one participant sees the situation; ``id`` is the participant's (requirements 1, 22, 23, 32, 98)."""

    works: str = ""
    works_not: str = ""
    experience: str = ""
    needs: str = ""
    wishes: str = ""
    expectations: str = ""
    goals: str = ""
    support: str = ""


@record
class Quote(Row):
    """A participant's own words, most often the person's (requirements 2, 23, 58)."""

    text: str = ""
    who: str = ""


@record
class Information(Row):
    """Something a participant informed the others of."""

    text: str = ""


@record
class Question(Row):
    """A question that the meeting is to answer, and the answer in plain words (requirements 19, 181, 196)."""

    text: str = ""
    answer: str = ""
    main: bool = False
    """Whether it is what the meeting is about above all; such a one stands first."""


@record
class Feedback(Row):
    """A participant's view of the meeting and the plan; ``id`` is the participant's (requirements 8, 43, 80-83)."""

    safe: Answer = Answer.UNANSWERED
    wonders: str = ""
    knows_whom: Answer = Answer.UNANSWERED
    satisfied: Answer = Answer.UNANSWERED
    words: str = ""
    """How the meeting was, in their own words."""


@record
class Term(Row):
    """A word that somebody did not understand, who used it, and the explanation given (requirement 201)."""

    term: str = ""
    raised_by: str = ""
    answer: str = ""
    phase: str = ""


@record
class Idea(Row):
    """A proposal with its pros and cons (requirement 204)."""

    text: str = ""
    pros: str = ""
    cons: str = ""
    action: str = ""
    """The action that it became."""


@record
class ParkedItem(Row):
    """A side issue kept for later (requirements 24, 187)."""

    text: str = ""
    said_by: str = ""
    settled: bool = False


@record
class Disagreement(Row):
    """What the participants do not agree on (requirement 35)."""

    text: str = ""


@record
class Resolution(Row):
    """A decision that is no action, such as "planen gäller till mars" (requirement 162)."""

    text: str = ""


@record
class SharedPictureAnswer(Row):
    """Whether a participant agrees with the summary; ``id`` is the participant's (requirement 35)."""

    same: Answer = Answer.UNANSWERED


@record
class FormDraft(Row):
    """What somebody has typed in a form and that stands nowhere else yet; ``id`` names the seat and the form."""

    title: str = ""
    """What the form is called."""
    row: str = ""
    """The id of the row that the form makes."""
    texts: tuple[str, ...] = ()
    """Field names and what is typed in them, in turn."""


@record
class Link(Row):
    """Connects a tagged line of a pad to the row that it made."""

    pad: str = ""
    """The pad that holds the line; empty while none does."""
    line: str = ""
    """The line as it read when the row last followed it."""
    table: str = ""
    row: str = ""
    before: tuple[str, ...] = ()
    """Earlier versions of the line, the latest first."""
    gave: tuple[str, ...] = ()
    """The cells that the lines have set: field names and values in turn."""
