"""What an office is called in passing: "soc" for the social services, "skolan" for Björkskolan."""

from __future__ import annotations

import re
from functools import cache

_SHORT = {
    "soc": ("socialtjänst", "socialförvaltning", "socialsekreterare", "socialkontor"),
    "socialsekr": ("socialsekreterare",),
    "socsekr": ("socialsekreterare",),
    "hab": ("habilitering",),
    "fk": ("försäkringskassa",),
    "af": ("arbetsförmedling",),
    "vc": ("vårdcentral",),
    "bup": ("barn- och ungdomspsykiatri",),
    "ssk": ("sjuksköterska",),
    "syster": ("sjuksköterska",),
    "syv": ("studie- och yrkesvägledare",),
    "specped": ("specialpedagog",),
}
"""Short word → the beginnings of the words in whose place it stands."""
_TAILS = (
    *("skola", "tjänst", "habilitering", "psykiatri", "mottagning", "central", "kassa", "förmedling", "förvaltning"),
    *("handläggare", "lärare", "pedagog", "sköterska", "terapeut", "läkare", "stödjare", "chef", "assistent", "rektor"),
    *("kurator", "psykolog", "vägledare", "ledare", "boende"),
)
"""What compounds of offices end with, and are spoken of by: "björkskolan" is "skolan"."""
_TAIL = re.compile(rf"[^\W\d_]{{2,}}?(?P<tail>{'|'.join(_TAILS)})(?:n|en|et)?")


@cache
def also_called(office: str) -> tuple[str, ...]:
    """Give the short names of a role or an organisation; those that are its own words are not among them."""
    told = office.casefold()
    short = (name for name, long in _SHORT.items() if any(told.startswith(one) or f" {one}" in told for one in long))
    words = re.findall(r"[^\W_]+", told)
    tails = (found["tail"] for word in words if (found := _TAIL.fullmatch(word)))
    return tuple(dict.fromkeys(name for name in (*short, *tails) if name not in words))
