"""How people spell a name otherwise: one letter wrong, short forms, dots, spaces, a line end or digits in it."""

from __future__ import annotations

import re
from collections.abc import Callable

from sip_tui.privacy.word_tables import is_given_name

_WORD = re.compile(r"[^\W\d_]+")
_LETTER = r"[^\W\d_]"
_LEET_LETTERS = str.maketrans("0134578@$", "oieastbas")
REWRITTEN: tuple[tuple[re.Pattern[str], re.Pattern[str], Callable[[str], str]], ...] = (
    (
        re.compile(r"\.(?<=[A-ZÅÄÖ]\.) ?[A-ZÅÄÖ](?![a-zåäö])"),
        re.compile(r"(?<![^\W_])[A-ZÅÄÖ]\. ?[A-ZÅÄÖ](?:\.? ?[A-ZÅÄÖ])?\.?(?![^\W_])"),
        lambda dotted: "".join(_WORD.findall(dotted)),
    ),
    (
        re.compile(rf" {_LETTER} {_LETTER}(?!{_LETTER})"),
        re.compile(rf"(?<![^\W_]){_LETTER}(?: {_LETTER}){{2,14}}(?![^\W_])"),
        lambda spaced: spaced.replace(" ", ""),
    ),
    (
        re.compile("-\n"),
        re.compile(rf"(?<!{_LETTER}){_LETTER}{{2,20}}-\n[ \t>]{{0,6}}{_LETTER}{{2,20}}"),
        lambda broken: "".join(_WORD.findall(broken)),
    ),
    (
        re.compile(rf"[0134578@$](?<={_LETTER}.)"),
        re.compile(rf"(?<![^\W_]){_LETTER}+[0134578@$][^\W_@$]*(?![^\W_])"),
        lambda leet: leet.translate(_LEET_LETTERS),
    ),
)
"""A quick hint, the shape, and how the letters are read."""

_SHORTENED = re.compile(r"(?:s?an|is|en|san|sen|ie?|y|e|ke|le|lle|nne|sse|tte|ppe|bbe|dde|lisen|ska|u|o)?")


def is_one_edit(word: str, name: str) -> bool:
    """Whether one letter was added, left out, changed or swapped with the next."""
    if len(word) == len(name):
        wrong = [at for at, (left, right) in enumerate(zip(word, name, strict=True)) if left != right]
        swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and word[wrong[0]] == name[wrong[1]]
        return len(wrong) == 1 or (swapped and word[wrong[1]] == name[wrong[0]])
    short, long = sorted((word, name), key=len)
    if len(long) - len(short) != 1:
        return False
    same = next((at for at, letter in enumerate(short) if letter != long[at]), len(short))
    return short[same:] == long[same + 1 :]


def is_short_form(word: str, name: str) -> bool:
    """Whether a capitalised word is the beginning of a name with an ending of affection: "Majsan", "Tuvis"."""
    if len(name) < 4 or word == name or is_given_name(word.title()):
        return False
    stem = word[: max(3, min(len(name) - 1, 4))]
    for length in (len(stem), 3):
        head, ending = word[:length], word[length:]
        if name.startswith(head) and len(head) == length and _SHORTENED.fullmatch(ending):
            return bool(ending) or len(head) > 3
    return False
