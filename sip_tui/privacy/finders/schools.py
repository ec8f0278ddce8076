"""The class and the school that stand beside a name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sip_tui.privacy.model import Candidate

_DIGIT = re.compile(r"\d")
_SCHOOL = re.compile(
    r"(?:[ ,(]{1,3}(?:(?:går|gick|är|börjar|elev|hen|hon|han|i|på|från) ){0,3})"
    r"(?P<school>(?:(?:klass|åk|årskurs) )?\d{1,2} ?[A-Ha-h](?![^\W_])(?:(?:,| på| i|,? vid)? [A-ZÅÄÖ][^\W\d_]*skolan)?"
    r"|(?:åk|årskurs) ?\d(?:(?:,| på| i)? [A-ZÅÄÖ][^\W\d_]*skolan)?|[A-ZÅÄÖ][^\W\d_]*skolan(?![^\W\d_]))"
)


def find_schools(text: str, found: Iterable[Candidate]) -> list[Candidate]:
    """The class and the school right after somebody's name."""
    if "skolan" not in text and not _DIGIT.search(text):
        return []
    schools = (_SCHOOL.match(text, hit.end) for hit in found if hit.kind in ("name", "possible_name"))
    why = "Klass eller skola intill någons namn."
    return [Candidate(*school.span("school"), "school", "medium", why) for school in schools if school]
