"""How a name is written: its parts on the roll, short forms, one letter wrong, with dots, spaces or digits in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from sip_tui.paths import name_list
from sip_tui.privacy.finders.name_bounds import Part
from sip_tui.privacy.name_lists import ROLES, folded, is_common, is_surname, is_word
from sip_tui.privacy.normalized_view import view_of
from sip_tui.privacy.verb_forms import is_verb_form
from sip_tui.privacy.word_tables import CueFamily, WordSet, bits_of, is_given_name

_WORD = re.compile(r"[^\W\d_]+")
_AFTER_NAME = re.compile(r"(?<=\w)\s*(?:[(\[|,;–]|\s-\s).*$")
_PLAIN_NAME = re.compile(r"[^\W\d_]+(?:[ .,'’\-]{1,3}[^\W\d_]+)*[ .,]*")
PLACE_ENDINGS = CueFamily("place_endings", gate=False)
_PARTICLES = WordSet("particles", "name_words")
_LETTER = r"[^\W\d_]"
_OTHER_SCRIPT = re.compile(r"[\u0370-\u1fff]{2,}")
Owners = Mapping[str, frozenset[int]]
"""Whose a name may be, by the way it is written."""
_LEET_LETTERS = str.maketrans("0134578@$", "oieastbas")
_REWRITTEN: tuple[tuple[re.Pattern[str], re.Pattern[str], Callable[[str], str]], ...] = (
    (
        re.compile(r"[.-](?<=[A-ZÅÄÖ][.-]) ?[A-ZÅÄÖ](?![a-zåäö])"),
        re.compile(r"(?<![^\W_])[A-ZÅÄÖ](?:\. ?|-)[A-ZÅÄÖ](?:\.? ?[A-ZÅÄÖ])?\.?(?![^\W_])"),
        lambda dotted: "".join(_WORD.findall(dotted)),
    ),
    (
        re.compile(r"[a-zåäö]\.[a-zåäö]\.(?<![^\W_].{4})"),
        re.compile(
            r"(?:(?<=\n)|(?<!.)|(?<=[-•*:] )|(?<=enl )|(?<=enligt )|(?<= med )|(?<= av )|(?<= hos )|(?<= åt ))"
            r"(?!(?:m\.m|s\.k|o\.d|e\.d|f\.d|t\.v|f\.n|d\.v|t\.o|b\.l|d\.y)\.)[a-zåäö]\.[a-zåäö]\.(?= [a-zåäö])"
        ),
        lambda dotted: "".join(_WORD.findall(dotted)).upper(),
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

_HINT = re.compile(
    rf"""[.\-0134578@$\u0370-\u1fff](?:
        (?<=[A-ZÅÄÖ].)[ ]?[A-ZÅÄÖ](?![a-zåäö]) | (?<=-)\n
      | (?<=[a-zåäö]\.)[a-zåäö]\. | (?<={_LETTER}[0134578@$]) | (?<=[\u0370-\u1fff])[\u0370-\u1fff]
    )""",
    re.VERBOSE,
)
_SPACED = re.compile(rf" {_LETTER} {_LETTER}(?!{_LETTER})")


def is_rewritten(text: str) -> bool:
    """Whether a text may hold a name in one of these ways, or in another script: it has one of the hints."""
    return bool(_HINT.search(text) or _SPACED.search(text))


_SHORTEST_SHOUTED = 5
_SHORTENED = re.compile(r"(?:s?an|is|en|san|sen|ie?|y|e|ke|le|lle|nne|sse|tte|ppe|bbe|dde|lisen|ska|u|o)?")


def is_one_edit(word: str, name: str) -> bool:
    """Whether one letter was added, left out, changed or swapped with the next."""
    longer = len(word) - len(name)
    if word == name or not -1 <= longer <= 1:
        return False
    at = 0
    for mine, other in zip(word, name, strict=False):
        if mine != other:
            break
        at += 1
    if longer:
        return word[at + 1 :] == name[at:] if longer > 0 else word[at:] == name[at + 1 :]
    swapped = word[at : at + 2] == name[at : at + 2][::-1] and word[at + 2 :] == name[at + 2 :]
    return swapped or word[at + 1 :] == name[at + 1 :]


def is_short_form(word: str, name: str) -> bool:
    """Whether a capitalised word is the beginning of a name with an ending of affection: "Majsan", "Tuvis"."""
    if len(name) < 4 or not name.startswith(word[:3]) or word == name or is_given_name(word.title()):
        return False
    stem = word[: max(3, min(len(name) - 1, 4))]
    for length in (len(stem), 3):
        head, ending = word[:length], word[length:]
        if name.startswith(head) and len(head) == length and _SHORTENED.fullmatch(ending):
            return bool(ending) or len(head) > 3
    return False


def words_of(name: str) -> list[str]:
    """The words that point at the person; of a hostile name only those that look like names.

    Video meetings add a workplace to a name, "Bryngel Anna (BUP Söder)", or put a role before it.
    """
    plain = as_read(name)
    found = [word for word in _WORD.findall(plain) if len(word) > 1 and word.lower() not in _PARTICLES]
    if _PLAIN_NAME.fullmatch(plain):
        return _without_role(found)
    own = _AFTER_NAME.sub("", plain)
    if _PLAIN_NAME.fullmatch(own) and own != plain and "," not in plain[: len(own) + 2]:
        return _without_role([word for word in _WORD.findall(own) if len(word) > 1])
    return [word for word in found if len(word) > 2 and word[0].isupper()]


def _without_role(found: list[str]) -> list[str]:
    kept = [word for word in found if not bits_of(word) & ROLES.bit or is_surname(word)]
    if len(kept) == len(found) or not kept:
        return found
    return [] if len(kept) == 1 and is_workplace(kept[0]) else kept


def is_workplace(word: str) -> bool:
    """Whether what stands after a role can only be a place of work: "Skolsköterska Ekbacken"."""
    place = word.endswith(("en", "et", "an")) and bits_of(word) & PLACE_ENDINGS.bit
    return bool(place) and not is_surname(word)


def glued(bases: list[str]) -> tuple[str, ...]:
    """First name and surname without a blank, as in file names."""
    return ("".join(bases), bases[-1] + "".join(bases[:-1])) if len(bases) > 1 else ()


def as_read(name: str) -> str:
    """Read a name as a person does, with one blank between its words."""
    return " ".join(view_of(name).text.split())


_SPELT = (("ch", "k"), ("ph", "f"), ("th", "t"), ("c", "k"), ("q", "k"), ("z", "s"), ("w", "v"), ("j", "i"), ("y", "i"))


_LONG = 6
"""Letters; a longer name is the same with and without its last e: "Josefine", "Therese"."""
_SILENT = ("ese", "ene")
"""So does the last e of these go: "Terese" and "Theres", "Helene" and "Helen"."""


def sounding(name: str) -> str:
    """A folded name as it sounds: "sara" and "sarah" alike, "anna" and "aina" not."""
    name = name.removesuffix("e") if len(name) > _LONG or name.endswith(_SILENT) else name
    for written, heard in _SPELT:
        name = name.replace(written, heard)
    return "".join(letter for at, letter in enumerate(name) if letter != "h" and (not at or name[at - 1] != letter))


_LATIN = str.maketrans(
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگکیآأإةىءаеиоуыэюяйьъіїєбвгдзклмнпрстфхцшщ",
    "abttghhddrzsssstzagfqklmnhuypcjgkyaaaaaaaaaaaaaaaaaaaaabvgdzklmnprstfhcss",
)
_ALIKE = str.maketrans("cqzjyw", "kksgiu")


def consonants(word: str) -> str:
    """The consonants of a name in Latin, Arabic or Cyrillic letters, doubled ones once: "samir" is "smr"."""
    letters = word.lower().translate(_LATIN).translate(_ALIKE)
    kept = [letter for letter in letters if letter.isalpha() and letter not in "aeiouyåäöh"]
    return "".join(letter for at, letter in enumerate(kept) if not at or kept[at - 1] != letter)


def read_rewritten(text: str, owners: Owners, by_initials: Owners) -> Iterator[Part]:
    """Names with something between or instead of their letters: "M.S.", "M a j a", "Ekmar-/ken", "M4ja"."""
    for hint, shape, read in _REWRITTEN:
        done = 0
        for place in hint.finditer(text):
            found = shape.search(text, max(done, place.start() - 22), place.end() + 40)
            if found is None or place.start() < done:
                continue
            done = found.end()
            word = read(found[0])
            if named := by_initials.get(word) or owners.get(folded(word).removesuffix("s")):
                yield Part(*found.span(), named)
    yield from _in_other_scripts(text, owners)


def _in_other_scripts(text: str, owners: Owners) -> Iterator[Part]:
    """Names in Arabic or Cyrillic letters, compared by their consonants, since Arabic leaves short vowels out."""
    for found in _OTHER_SCRIPT.finditer(text) if not text.isascii() else ():
        skeleton = consonants(found[0])
        for base, named in owners.items():
            if len(skeleton) > 1 and consonants(base) == skeleton:
                yield Part(*found.span(), named)
                break


def is_another_name(word: str, form: str) -> bool:
    """Whether a word that is nearly a name of the roll is a given name of its own, and sounds otherwise."""
    heard = {sounding(folded(word)), sounding(folded(word).removesuffix("s"))}
    return is_given_name(word.title()) and sounding(form) not in heard


def may_be_near(word: str, base: str) -> bool:
    """Whether a word is long enough to be nearly a name (see ``is_near``); "SYV" is no misspelt Siv."""
    is_sign = word.isupper() and len(word) < 4
    return len(base) > (2 if word[0].isupper() else 4) and not is_sign


def is_as_long(base: str, form: str) -> bool:
    """Whether a word may be nearly a form of a name, by its length or its beginning: a quick look tells most words."""
    return -2 < len(base) - len(form) < 2 or form.startswith(base[:3])


def is_near(word: str, base: str, form: str) -> bool:
    """Whether a word is nearly a form of a name, and no everyday word; a capital makes it likelier."""
    shortened = word[0].isupper() and is_short_form(base, form) and not is_everyday(word.lower())
    return shortened or is_misspelt(word, base, form)


def is_misspelt(word: str, base: str, form: str) -> bool:
    """Whether a word is a form of a name with one letter wrong, and no sign ("MAVA"), everyday word or other name."""
    if word.isupper() and len(word) < _SHORTEST_SHOUTED:
        return False
    has_capital = word[0].isupper()
    long_enough = min(len(base), len(form)) >= (4 if has_capital else 5)
    # "Ruth" for Rut
    long_enough = long_enough or (has_capital and len(form) > 2 and sounding(base) == sounding(form))
    wrong = long_enough and is_one_edit(base, form) and not is_another_name(word, form)
    return wrong and not (is_everyday(word.lower()) or is_common(word.lower()))


def is_everyday(lower: str) -> bool:
    """Whether a word, or what it is the genitive of, is an everyday word; "Theres" is a name and no genitive."""
    bare = lower if lower.title() in name_list("given_names") else lower.removesuffix("s")
    return is_word(lower) or is_word(bare) or is_verb_form(lower) or is_verb_form(bare)
