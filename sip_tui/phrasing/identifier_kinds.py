"""The kinds of identifier as words, and the masks that stand in their place, in the language of the screen."""

from __future__ import annotations

from sip_tui.i18n.translation import N_, _, language
from sip_tui.privacy import MASKS
from sip_tui.privacy.model import MASK

_KINDS = {
    "personnummer": N_("personal identity number"),
    "samordningsnummer": N_("coordination number"),
    "reservnummer": N_("reserve number"),
    "orgnr": N_("organisation number"),
    "birth_date": N_("date of birth"),
    "phone": N_("telephone number"),
    "email": N_("e-mail address"),
    "address": N_("street address"),
    "property": N_("property reference"),
    "name": N_("name"),
    "bank": N_("bank account"),
    "card": N_("bank card"),
    "case": N_("case number"),
    "vehicle": N_("vehicle"),
    "passport": N_("passport"),
    "url": N_("link with an id"),
    "diagnosis": N_("diagnosis"),
    "medicine": N_("medicine that tells of a diagnosis"),
    "code": N_("code"),
    "protected": N_("protected identity"),
    "possible_name": N_("possible name"),
    "age": N_("age"),
    "handle": N_("user name"),
    "meeting_link": N_("video link"),
    "secret": N_("password"),
    "net_address": N_("network address"),
    "position": N_("map coordinates"),
    "foreign_id": N_("foreign identity number"),
    "school": N_("school class"),
    "quasi": N_("detail that could identify someone"),
    "kept_out": N_("what was not to be brought up or passed on"),
    "unsure": N_("a sentence that may be about the person"),
}
"""Kind of finding → its name: those of ``privacy.MASKS``, the topic that is kept out, and what kept its words."""


def kind_name(kind: str) -> str:
    """Return what a kind of identifier is called; an unknown one is called by its key."""
    return _(_KINDS[kind]) if kind in _KINDS else kind


def mask_words(text: str) -> str:
    """Translate the masks in a text: "[telefon]" is "[telephone number]" in English."""
    return text if language() == "sv" else MASK.sub(lambda mask: f"[{kind_name(_KIND_OF[mask[0]])}]", text)


_KIND_OF = {mask: kind for kind, mask in reversed(MASKS.items())}
"""Mask → the first kind that has it."""
