"""What is said besides a day and would be lost if it were read as that day: "efter", "kanske", "på eftermiddagen"."""

from __future__ import annotations

import re

_BEFORE = (
    r"från och med|fr\.? ?o\.? ?m\.?|från|med start|start|inte förrän|ej förrän|förrän|tidigast|först|efter|sedan"
    r"|ca\.?|cirka|omkring|runt|kring|ungefär|kanske|troligen|troligtvis|ev(?:entuellt)?\.?|prel(?:iminärt)?\.?"
    r"|helst|gärna|(?:i )?(?:början|mitten) (?:av|på)|(?:i )?(?:första|andra|tredje|sista) veckan i|utom|förutom"
    r"|(?:tidigt|sent) (?:i|på)"
)
_PART = r"morgon|förmiddag|eftermiddag|kväll|natt|lunch|bitti"
_UNSURE = (
    (re.compile(rf"^(?:{_BEFORE}) "), ""),
    (re.compile(r"(\bkl(?:ockan)?\.? ?[0-9.:]{1,5}) ?- ?[0-9]{1,2}(?:[.:][0-9]{2})?$"), r"\1"),
    (re.compile(r"^(om|inom) (?:ca\.?|cirka|ungefär|drygt|knappt|typ|kanske) "), r"\1 "),
    (
        re.compile(
            rf"(?<!\bi)(?: (?:på|vid|till|före|innan|efter))? (?:{_PART})(?:en)?(?=$| kl)| [fe]\.?m\.?(?=$| kl)"
            r"| halv [^\W\d]{3,6}$"
            r"| (?:före|innan|efter|under) (?:skolan|skoldagen|jobbet|arbetet|frukost(?:en)?|middag(?:en)?"
            r"|lektion(?:en)?)$"
        ),
        "",
    ),
    (re.compile(r",? (?:efter|från|tidigast|runt|vid|ca\.?|cirka|omkring)(?= kl)"), ""),
    (re.compile(r",? (?:vid|runt|kring|ca\.?) (?:ca\.? )?[0-9]{1,2}(?:[.:][0-9]{2})?(?:-tiden|-snåret)?$"), ""),
    (
        re.compile(
            r"(?<=dag),? [0-9]{1,2} ?- ?[0-9]{1,2}$|(?<=[^\W\d]),? [0-9]{1,2}[.:][0-9]{2} ?- ?[0-9]{1,2}[.:][0-9]{2}$"
        ),
        "",
    ),
    (re.compile(r"^i ?(?:eftermiddag|kväll|natt)$"), "idag"),
)


def sure_of(text: str) -> str | None:
    """Give the phrase without the first thing in it that makes it unsure; None when there is none."""
    for pattern, less in _UNSURE:
        plain, times = pattern.subn(less, text, count=1)
        if times:
            return plain
    return None
