"""Which fields of a meeting are free text, and which are ways to reach somebody."""

from __future__ import annotations

from collections.abc import Mapping

from sip_tui.meeting.content.situation import SLOTS

FREE_TEXT: Mapping[str, tuple[str, ...]] = {
    "about": ("type", "title", "place", "purpose", "why", "questions", "reply_by", "short_notice", "follow_up"),
    "person": (
        "matters",
        "strengths",
        "kept_out",
        "consent_until",
        "interpreter_language",
        "cognitive_support",
        "breaks",
        "travel",
        "communication",
        "takes_part",
    ),
    "between": (
        "authority",
        "wish",
        "place",
        "unbooked",
        "evaluation",
        "ended",
        "remains",
        "urgent",
        "changed",
        "approved_on",
        "approved_how",
    ),
    "participants": ("role", "organisation"),
    "accounts": SLOTS,
    "ongoing": ("what", "works", "works_not"),
    "quotes": ("text",),
    "needs": ("text",),
    "notes": ("text",),
    "goals": ("text", "by", "resources", "sign", "view"),
    "actions": ("what", "when", "how_often", "where", "why"),
    "terms": ("term", "answer"),
    "resolutions": ("text",),
    "ideas": ("text", "pros", "cons"),
    "parked": ("text",),
    "disagreements": ("text",),
    "information": ("text",),
    "questions": ("text", "answer"),
    "feedback": ("wonders", "words"),
    "deliveries": ("due", "received"),
    "invitations": ("why", "reason"),
    "consents": ("covers", "leaves_out", "until", "view"),
    "preparation": ("text", "note"),
    "type_details": ("text",),
    "events": ("reason",),
}
"""Fields of free text, by table."""
CONTACTS: Mapping[str, tuple[str, ...]] = {
    "about": ("reply_to", "link"),
    "participants": ("phone", "email"),
    "between": ("phone",),
}
"""Fields with a telephone number or an address; an office's stands as it is."""
