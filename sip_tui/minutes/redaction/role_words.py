"""Role words in the place of names: once for neighbours, with a capital or a genitive ending where the name had it."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from sip_tui.i18n.translation import language
from sip_tui.privacy import MASKS, Finding, KnownName, is_role_word
from sip_tui.swedish import word_table
from sip_tui.swedish.grammar.agent import definite
from sip_tui.swedish.grammar.clause import words_of
from sip_tui.swedish.grammar.genitive import stands_before_noun

_AND = re.compile(r"(?:[^\S\n]*(?:och|and|&|/|,)[^\S\n]*)?|[^\S\n]", re.IGNORECASE)
_MARKERS = re.compile(r"\s*(?:(?:[-*+•–]|\d{1,9}[.)]|#{1,6})\s+)?(?:\[[ xX]\]\s+)?")
_LONGEST = 40
"""How many letters before a name a role word may begin."""
_PHRASE = 60
"""How many letters after a name its noun may begin and end."""
_NARROW = 8
"""How many letters longer than the role word in the definite form a role before a name may be."""
_BLANKS = frozenset(" \t\u00a0")
"""What stands between a role and its name: no end of a line."""
_TITLE = re.compile(r"\b(?:[Ff]ru|[Hh]err|[Ff]röken|[Dd]oktorn?|[Dd]r\.?) $")
_OTHERS_TITLE = re.compile(r"((?:[Dd]oktorn?|[Dd]r|[Pp]rof(?:essor)?)\.?|[^\W\d_]{4,}) (?=[A-ZÅÄÖ])")
_ROLE_AFTER = re.compile(r" \(([a-zåäö]+(?: [a-zåäö]+)?)\)")
_NOTHING_BUT_NAMES = re.compile(
    r"(?:(?: ?[/&+,] ?| (?:o|och) )[A-ZÅÄÖ][\w-]*(?: [A-ZÅÄÖ][\w-]*)?)*(?: \([^()\n]*\))?[ .]*(?=\n|\Z)"
)
_LABEL_BEFORE = re.compile(r"[^\W\d_][.)]?: ?$")
_SHORT_AFTER = re.compile(r" ([^\W\d_]{2,4})(?= ?[,;)(\n/]|\Z)")
"""A word in short behind a name, where nothing goes on: no "Ylva log mot dig"."""
_ACTS = re.compile(r" [a-zåäö]{2,}")
"""What follows somebody who does something."""
_OWNER = re.compile(r"\b(?:[dms]in|hans|hennes|hens|deras|vår|en|[A-ZÅÄÖ][\w-]*s|\w:s) $")
_WORD_BEFORE = re.compile(r"\b((?:\w+\.)*\w+)(\.?)\s$")


def merged(text: str, hits: list[Finding], names: Sequence[KnownName] = ()) -> list[Finding]:
    """Merge neighbouring names with the same role word: both parents are "vårdnadshavaren" once.

    Args:
        text: What is redacted.
        hits: What is masked.
        names: The roll, for whom a title before a name of two tells: "dr Ek".
    """
    kept: list[Finding] = []
    on_the_roll = frozenset(known.role_word.lower() for known in names)
    for hit in (_by_title(text, _as_another(text, hit, on_the_roll), names) for hit in hits):
        last = kept[-1] if kept else None
        alike = last and hit.kind == last.kind == "name" and hit.replacement.lower() == last.replacement.lower()
        if last and alike and _AND.fullmatch(text, last.end, hit.start):
            kept[-1] = last._replace(end=hit.end)
        else:
            said = _with_genitive(text, _with_title(text, _with_role_after(text, hit)))
            kept.append(_with_role_before(text, _after_label(text, _with_capital(text, said))))
    return kept


def _by_title(text: str, hit: Finding, names: Sequence[KnownName]) -> Finding:
    """Give a name that two have the role of the one whose title stands before it: "psyk. Ek", "dr Ek"."""
    if hit.kind != "name" or hit.replacement.removesuffix("s") != MASKS["name"]:
        return hit
    before = _WORD_BEFORE.search(text, max(hit.start - _LONGEST, text.rfind("\n", 0, hit.start) + 1), hit.start)
    word = text[hit.start : hit.end].removesuffix("s").casefold()
    roles = {known.role_word for known in names if word in known.name.casefold().split()} if before else set()
    fitting = [role for role in roles if before and _is_title(before, role)]
    if before is None or len(fitting) != 1:
        return hit
    said = fitting[0] + ("s" if hit.replacement.endswith("s") else "")
    return hit._replace(start=before.start(), replacement=capital_first(text, before.start(), said))


def _as_another(text: str, hit: Finding, on_the_roll: Set[str]) -> Finding:
    """Tell somebody from the one of the roll who has the role: "dr Yusuf Demir", "kuratorn Lisa" are "… [namn]"."""
    title = _OTHERS_TITLE.match(text, hit.start, hit.end) if hit.kind == "name" else None
    role = hit.replacement.lower().removesuffix("s")
    if title is None or role not in on_the_roll or not is_role_word(title[1].removesuffix(".")):
        return hit
    return hit._replace(start=title.end(), replacement=MASKS["name"] + "s" * hit.replacement.endswith("s"))


def _is_title(before: re.Match[str], role: str) -> bool:
    """Whether a word says a role, in full or in short: "psyk", "dr", "kurator", "läkaren" of an "överläkare"."""
    low = before[1].lower()
    return _says_role(before, role) or (len(low) > 2 and role.lower().startswith(low)) or role.endswith(definite(low))


def _with_title(text: str, hit: Finding) -> Finding:
    """Cover a title before the name, which says nothing beside a role: "fru Sten" is "arbetsterapeuten"."""
    title = _TITLE.search(text, max(hit.start - 8, 0), hit.start) if hit.kind == "name" else None
    if title and hit.replacement.lower() == "frun" and _is_owned(text, title.start()):
        return hit._replace(start=title.start(), replacement="fru")
    if title is None or hit.replacement.startswith("["):
        return hit
    said = hit.replacement[:1].upper() + hit.replacement[1:] if title[0][0].isupper() else hit.replacement
    return hit._replace(start=title.start(), replacement=said)


def _after_label(text: str, hit: Finding) -> Finding:
    """Begin with a small letter where names are all that stands behind a label: "samordnare: socialsekreteraren"."""
    line = text.rfind("\n", 0, hit.start) + 1
    is_labelled = hit.kind == "name" and _LABEL_BEFORE.search(text, line, hit.start)
    if not (is_labelled and _NOTHING_BUT_NAMES.match(text, hit.end)):
        return hit
    return hit._replace(replacement=_within_sentence(hit.replacement))


def _with_role_after(text: str, hit: Finding) -> Finding:
    """Cover the role or the office behind the name, which the role word says: "Annika (mamma)", "Ewa FK"."""
    whole = _ROLE_AFTER.match(text, hit.end) if hit.kind == "name" else None
    if whole and hit.replacement.lower() in (whole[1], definite(whole[1])):
        return hit._replace(end=whole.end())
    after = _SHORT_AFTER.match(text, hit.end) if hit.kind == "name" else None
    return hit._replace(end=after.end(1)) if after and _is_short_for(after[1], hit.replacement) else hit


def _is_short_for(word: str, role: str) -> bool:
    """Whether a word in short means a role word, or the office in it: "dsk", "gm", "FK"."""
    meant = word_table("agent")["short_names"].get(word.lower(), ())
    return any(f" {full}" in f" {role.lower()}" or f" {definite(full)}" in f" {role.lower()}" for full in meant)


def _with_genitive(text: str, hit: Finding) -> Finding:
    """Give the role word the ending that a name in -s has not: "Jens mobil" is "mentorns mobil".

    In English such a name has no genitive without an apostrophe: "Nils with the bills" is "you with the bills".
    """
    name = text[hit.start : hit.end]
    if (
        hit.kind != "name"
        or language() != "sv"
        or name[-1:] not in "sxz"
        or hit.replacement.endswith(("s", "]", "your"))
        or not text[hit.end : hit.end + 2].strip().isalpha()
    ):
        return hit
    words = words_of(text[hit.start : hit.end + _PHRASE])
    last = sum(word.start < len(name) for word in words) - 1
    return hit._replace(replacement=hit.replacement + "s") if stands_before_noun(words, 0, last) else hit


def _with_capital(text: str, hit: Finding) -> Finding:
    """Begin a line with a capital, also behind the markers of a list."""
    if hit.kind != "name" or hit.replacement[:1].isupper():
        return hit
    words = capital_first(text, hit.start, hit.replacement)
    return hit if words == hit.replacement else hit._replace(replacement=words)


def capital_first(text: str, start: int, words: str) -> str:
    """Give the words with a capital when a line begins at the place, whatever markers of a list stand before."""
    line = text.rfind("\n", 0, start) + 1
    return words[:1].upper() + words[1:] if _MARKERS.fullmatch(text, line, start) else words


def _with_role_before(text: str, hit: Finding) -> Finding:
    """Cover a role word before the name too, so that it stands once: "mamma Åsa" is "mamma"."""
    if hit.kind != "name":
        return hit
    role = hit.replacement.lower()
    start = hit.start - len(role) - 1
    if " " in role:
        words = re.compile(rf"\b\w+(?: \w+){{{role.count(' ')}}} $")
        before = words.search(text, max(start - _NARROW, 0), hit.start)
        said = before[0].strip() if before else ""
        if before and role in (said.lower(), definite(said.lower())):
            return hit._replace(start=before.start(), replacement=_as_subject(text, hit, before.start(), said))
    if text[max(hit.start - 1, 0) : hit.start] not in _BLANKS:
        return hit
    first = max(hit.start - _LONGEST, 0)
    blank = max(text.rfind(" ", first, hit.start - 1), text.rfind("\n", first, hit.start - 1))
    before = _WORD_BEFORE.search(text, max(first, blank), hit.start)
    low = before[1].lower() if before else ""
    if before and _says_role(before, role):
        begins_with = capital_first(
            text, before.start(), _within_sentence(hit.replacement) if before[2] else hit.replacement
        )
        return hit._replace(start=before.start(), replacement=begins_with)
    if before is None or before[2] or role not in (low, definite(low)):
        return hit
    return hit._replace(start=before.start(), replacement=_as_subject(text, hit, before.start(), before[1]))


def _as_subject(text: str, hit: Finding, start: int, said: str) -> str:
    """Give a role before a name as it is said of one who does something: "gode mannen betalar" for "god man Bo"."""
    if said.lower() == hit.replacement.lower() or not _ACTS.match(text, hit.end) or _is_owned(text, start):
        return said
    role = hit.replacement.lower() if said[0].islower() else hit.replacement[:1].upper() + hit.replacement[1:]
    return capital_first(text, start, role)


def _is_owned(text: str, start: int) -> bool:
    """Whether somebody's own stands at a place, which has no definite form: "Leons svåger", "hennes bror"."""
    return _OWNER.search(text, max(0, start - _LONGEST), start) is not None


def _says_role(before: re.Match[str], role: str) -> bool:
    """Whether the word before a name is its role in short: "dsk Inger", "bist.handl. Mikael"."""
    low = before[1].lower()
    if before[2]:
        if low in (role, role.removesuffix("n")):  # "mamma. Åsa" are two sentences
            return False
        return _is_short_for(low, role) or all(part in role for part in low.split("."))
    return len(low) < 5 and (before[1].islower() or before[1].isupper()) and _is_short_for(low, role)


def _within_sentence(words: str) -> str:
    """Give a role word without the capital of a sentence, which a stop before it is none of."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
