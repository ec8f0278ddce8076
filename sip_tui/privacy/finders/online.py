"""What points at somebody on the net: e-mail addresses, also obfuscated ones, and links that carry an identifier.

Sources: RFC 5321 (local part up to 64 octets), RFC 6531 (letters beyond ASCII), RFC 3986 (query and path). Addresses
are anchored at the @ sign, so that a long line without one costs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sip_tui.privacy.context import Context
from sip_tui.privacy.model import Candidate
from sip_tui.privacy.word_tables import CueFamily

MAIL_SIGN = CueFamily("mail_sign")
_AT = re.compile(r"\s{0,2}(?:@|[(\[{] ?(?:at|a|ät|snabel[ -]?a) ?[)\]}]|\bsnabel[ -]?a\b|\bat\b)\s{0,2}", re.IGNORECASE)
_DOT = r"(?:\s\.\s|\s?\.\n?|\s?[(\[{](?:dot|punkt|\.)[)\]}]\s?|\s(?:dot|punkt)\s)"
_ATOM = r"[\w+%'!#$&=^{}-]"
_LOCAL = re.compile(rf"(?<!{_ATOM}){_ATOM}+(?:\.{_ATOM}+)*\.?$")
_LOCAL_IN_WORDS = re.compile(rf"(?<!{_ATOM}){_ATOM}+(?: (?:punkt|dot) {_ATOM}+)+$", re.IGNORECASE)
_DOMAIN = re.compile(rf"[^\W_][\w-]{{0,62}}(?:{_DOT}[^\W_][\w-]{{0,62}}){{1,6}}", re.IGNORECASE)

_HOST = re.compile(r"[^\W_][\w-]{2,62}")
_TOP_DOMAIN = re.compile(r"\.(?:com|se|org|net|nu|eu|no|dk|fi|io|info|example|test|local)$")
_AT_HANDLE = re.compile(r"@(?=[a-z0-9_.]*[a-z])[a-z0-9_][a-z0-9_.]{2,29}(?<!\.)(?![\w@])(?!\.[a-z]{2,})")


def find_mail(context: Context) -> Iterator[Candidate]:
    """Every address in the view, and every handle with an @ sign before it."""
    text = context.text
    for sign in _AT.finditer(text):
        handle = _AT_HANDLE.match(text, sign.end() - 1) if sign[0].endswith("@") else None
        alone = sign[0] != "@" or not text[max(0, sign.start() - 1) : sign.start()].isalnum()
        if handle and alone and not _TOP_DOMAIN.search(handle[0]):
            yield Candidate(*handle.span(), "handle", "medium", "Ett användarnamn på nätet.")
            continue
        begin = max(0, sign.start() - 64)
        local = _LOCAL_IN_WORDS.search(text, begin, sign.start()) or _LOCAL.search(text, begin, sign.start())
        domain = _DOMAIN.match(text, sign.end()) or (_HOST.match(text, sign.end()) if sign[0] == "@" else None)
        if local and domain:
            yield Candidate(local.start(), domain.end(), "email", "high", "Ser ut som en e-postadress.")


LINK = CueFamily("link")
_LINK = re.compile(r"(?:[a-z][a-z+.-]{1,10}://|www\.)[^\s<>\"|]{4,500}", re.IGNORECASE)
_PARAMETER = re.compile(
    r"(?:^|[/?&;#=_.-])(?:person(?:er|id|nr|nummer)?|pnr|pid|ssn|patient(?:er|id|nr|en)?|klient(?:er|id|nr)?|client(?:id)?"
    r"|brukare?(?:id|nr)?|elev(?:er|id)?|barn(?:id)?|kund(?:id|nr)?|user(?:id)?|medlem(?:id)?|arende(?:n|id|nr)?|ärende(?:n|id|nr)?"
    r"|akt(?:er|id|nr)?|dnr|diarienr|journal(?:er|id|nr)?|case(?:id)?|lma|citizen(?:id)?|invanare|medborgare|mal|remiss(?:id)?"
    r"|utredning(?:ar)?|member(?:id)?|deltagare|p|q|nr|id)[=/:-]{1,2}([\w%.:-]{3,80})",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"(?<![\w@])(?:https?://)?(?:[\w-]{1,40}\.){0,3}(?:teams\.(?:microsoft|live)\.com/(?:l/meetup-join/|meet/)|zoom\.us/(?:j|my|w|s)/"
    r"|meet\.google\.com/|webex\.com/(?:meet|join)/|whereby\.com/|meet\.jit\.si/)[^\s<>|\[\]()]{3,2000}",
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    r"patient|klient|client|brukar|journal|person|arende|ärende|elev|/akt|intra|portal|treserva|lifecare|cosmic",
    re.I,
)


_PROFILE = re.compile(
    r"(?:facebook|instagram|tiktok|snapchat|linkedin|youtube|twitch|twitter|roblox|steamcommunity|github|vk|threads)"
    r"\.(?:com|net|tv)/(?:in/|u/|user/|users/|add/|id/|profiles/|channel/|c/)?@?"
    r"(?!(?:groups|events|watch|pages|share|reel|hashtag|explore|search|company|login|p)(?:[/?]|$))(?P<user>[\w.-]{3,40})",
    re.IGNORECASE,
)


_TAGGED = re.compile(r"(?<![\w@/#.-])(?=[^\W\d_])[\w.]{2,32}#\d{4}(?![\w-])")


def find_tagged(text: str) -> Iterator[Candidate]:
    """Each name with its four digits behind the sign of a number, as Discord gave them: "Shadow#2231"."""
    for name in _TAGGED.finditer(text):
        yield Candidate(*name.span(), "handle", "medium", "Ett användarnamn på nätet.")


def may_have_profile(text: str) -> bool:
    """Whether a text may have such a link: a quick look tells that most texts have none."""
    return ".com/" in text or ".tv/" in text or ".net/" in text


def find_profiles(text: str) -> Iterator[Candidate]:
    """Whose page a link to a social medium leads to."""
    for page in _PROFILE.finditer(text):
        start, end = page.span("user")
        yield Candidate(start, end - text[start:end].endswith("."), "handle", "medium", "Ett användarnamn på nätet.")


def find_links(context: Context) -> Iterator[Candidate]:
    """Each identifying value in a link, the rest of which stays; a link to a video meeting goes whole."""
    for start, _end, _bits in context.cues_of(LINK.bit):
        link = _LINK.match(context.text, start)
        whole = link[0] if link else ""
        for value in _PARAMETER.finditer(whole):
            if _identifies(whole, value):
                begin = start + value.start(1)
                end = begin + len(value[1].rstrip(".:-"))
                yield Candidate(begin, end, "url", "high", "Länken bär ett nummer som pekar ut någon.")


def find_meeting_links(text: str) -> Iterator[Candidate]:
    """Each link to a video meeting, with or without its scheme."""
    for link in _MEETING.finditer(text):
        end = link.start() + len(link[0].rstrip(".,;:!?)'\"”"))
        yield Candidate(link.start(), end, "meeting_link", "high", "Länken går till ett videomöte.")


def _identifies(link: str, value: re.Match[str]) -> bool:
    if sum(char.isdigit() for char in value[1]) < 3:
        return False
    generic = value[0].lower().lstrip("/?&;#=_.-").startswith(("id", "p=", "p/", "q=", "nr"))
    return not generic or bool(_PRIVATE.search(link))
