"""Words of a meeting file that stand for the model's tokens, in English and Swedish."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from sip_tui.meeting.model.enums import Channel, Consent, Horizon, Kind, Presence, Seat, Status, Version
from sip_tui.meeting.model.preparation import InvitationState
from sip_tui.meeting.time.agenda import PHASES

TokenWords = Mapping[str, str]
"""Word → token."""


def _words(tokens: type[StrEnum] | tuple[str, ...], swedish: Mapping[str, str]) -> dict[str, str]:
    own = {str(token): str(token) for token in tokens}
    spoken = {word.strip(): token for token, words in swedish.items() for word in words.split(",")}
    return own | spoken


PRESENCES = _words(
    Presence,
    {
        Presence.EXPECTED: "väntas, kallad, inbjuden",
        Presence.PRESENT: "närvarande, här, på plats",
        Presence.REMOTE: "på länk, via länk, på distans, digitalt",
        Presence.LATE: "sen, försenad, kommer senare",
        Presence.EXCUSED: "förhinder, har förhinder, anmält förhinder",
        Presence.MISSING: "saknas, frånvarande, absent",
        Presence.LEFT: "har gått, gick tidigare",
    },
)
KINDS = _words(
    Kind,
    {
        Kind.PERSON: "den enskilde, den enskilda, enskild, huvudperson, huvudpersonen, den det gäller",
        Kind.KIN: "närstående, anhörig",
        Kind.GUARDIAN: "vårdnadshavare",
        Kind.TRUSTEE: "god man, förvaltare",
        Kind.ACTOR: "aktör, verksamhet",
        Kind.INTERPRETER: "tolk",
        Kind.SUPPORT: "stödperson, stöd",
    },
)
STATUSES = _words(
    Status,
    {
        Status.PROPOSED: "förslag, föreslagen",
        Status.NEW: "ny, beslutad",
        Status.ONGOING: "pågår, pågående",
        Status.CHANGED: "ändrad, ändrat",
        Status.ENDED: "avslutad, avslutat",
        Status.DONE: "klar, klart, gjord, gjort",
        Status.NOT_DONE: "inte gjord, inte gjort, blev inte av",
    },
)
CHANNELS = _words(
    Channel,
    {
        Channel.ONLINE: "på 1177",
        Channel.PAPER: "papper, på papper",
        Channel.BOTH: "båda, både och",
        Channel.SECURE: "säkert meddelande, säkert, secure",
        Channel.HANDED: "i handen, lämnad",
        Channel.MAIL: "e-post, mail",
        Channel.SYSTEM: "systemet, i systemet",
    },
)
VERSIONS = _words(
    Version,
    {
        Version.PERSON: "pappret, papperet, storstil",
        Version.FULL: "allt, hela, fullständig",
        Version.ACTOR: "delen, sin del, egen del",
        Version.MAIL: "mejlet, mejl, e-post",
        Version.NOTICE: "beskedet, besked",
    },
)
HORIZONS = _words(
    Horizon,
    {Horizon.LONG: "lång, långt, långsiktigt, huvudmål", Horizon.SHORT: "kort, kortsiktigt, delmål"},
)
SEATS = _words(Seat, {Seat.CHAIR: "ordförande, mötesledare", Seat.SECRETARY: "sekreterare"})
PHASE_NAMES = _words(
    PHASES,
    dict(
        zip(
            PHASES,
            ("inledning", "aktuell situation, situation", "behov", "sammanfattning", "avslutning"),
            strict=True,
        )
    ),
)
ANSWERS: TokenWords = {"yes": "yes", "no": "no", "ja": "yes", "nej": "no"}
"""Whether the person has the strength for an action (requirement 107)."""
INVITATIONS = _words(
    InvitationState,
    {
        InvitationState.NOT_CALLED: "inte kallad",
        InvitationState.CALLED: "kallad",
        InvitationState.INVITED: "inbjuden",
        InvitationState.RECEIVED: "mottagen, har fått kallelsen",
        InvitationState.COMING: "kommer, ja",
        InvitationState.DECLINED: "kan inte, kommer inte, nej, återbud",
        InvitationState.SUBSTITUTE: "ersättare, skickar någon annan",
    },
)
CONSENTS = _words(
    Consent,
    {
        Consent.WRITTEN: "skriftligt, skriftlig, skriftligt samtycke, ja skriftligt, yes-written",
        Consent.ORAL: "muntligt, muntlig, muntligt samtycke, ja muntligt, ja, yes, yes-oral",
        Consent.NONE: "nej, inget, inget samtycke, no",
        Consent.WITHDRAWN: "återkallat, återkallad, återkallat samtycke, återtaget, tillbakataget",
        Consent.NOT_ASKED: "inte tillfrågad, inte-tillfrågad, inte frågad, inte-frågad, ej tillfrågad, unasked",
    },
)
"""Answers about consent; nothing at all is that nobody has asked."""

_OF_CHILDREN = "vårdnadshavare|familjehem|guardian"
"""Words for those who answer for a child, and never for an adult's parents."""
# The most certain first: a role may hold several of these words.
_ROLES = (
    (Kind.PERSON, "den enskilde|den enskilda|den det gäller|huvudpersonen?"),
    (Kind.INTERPRETER, "tolk|tolken|språktolk|teckenspråkstolk|interpreter"),
    (Kind.TRUSTEE, "god man|gode mannen|förvaltare|trustee"),
    (
        Kind.GUARDIAN,
        f"{_OF_CHILDREN}|förälder|föräldrar|mamma|pappa|mor|far|moder|fader|parents?|mother|father",
    ),
    (
        Kind.KIN,
        "närstående|anhörig|syskon|syster|bror|mormor|morfar|farmor|farfar|moster|faster|morbror|farbror|"
        "maka|make|sambo|partner|fru|hustru|son|dotter|barnbarn|vän|kin|relative|sister|brother",
    ),
    (Kind.SUPPORT, "stödperson|ledsagare|personligt ombud|medföljande|support person"),
)


def kind_of_role(role: str, *, adult: bool = False) -> Kind:
    """Infer the kind of a participant from the role; an actor when no word says otherwise.

    One word anywhere is enough: a professional taken for family loses a name in the mail, but a mother taken for a
    professional would be named there.

    Args:
        role: What somebody is at the meeting.
        adult: Whether the meeting is about an adult, whose mother is next of kin; a word for guardians stays one.
    """
    words_of_role = role.casefold()
    kind = next((kind for kind, words in _ROLES if re.search(rf"\b(?:{words})\b", words_of_role)), Kind.ACTOR)
    is_parent = kind is Kind.GUARDIAN and not re.search(rf"\b(?:{_OF_CHILDREN})\b", words_of_role)
    return Kind.KIN if adult and is_parent else kind
