"""The people of the meeting, wherever and however they are written.

The roll call is the best name finder there is. A name is matched with either case, with or without its accents, as a
genitive, half of a double name, short form, initials or with one letter wrong, in file names, spaced out or over two
lines; first name and surname, in any order, are one hit. One without letters ("[/]") is matched as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sip_tui.privacy.block_memory import BlockMemory
from sip_tui.privacy.context import Context
from sip_tui.privacy.finders.literal_names import LiteralNames
from sip_tui.privacy.finders.name_bounds import (
    GENITIVE_END,
    Owned,
    Part,
    in_genitive,
    is_inside,
    is_joined,
    is_public,
    stands_alone,
    with_given_name,
    with_partners,
)
from sip_tui.privacy.finders.name_spellings import (
    as_read,
    glued,
    is_as_long,
    is_everyday,
    is_misspelt,
    is_near,
    is_rewritten,
    may_be_near,
    read_rewritten,
    words_of,
)
from sip_tui.privacy.homographs import Verdict, judge
from sip_tui.privacy.initials import acts_as_initial, initials_of, is_small_initial
from sip_tui.privacy.model import MASK, MASKS, Candidate, KnownName, Names
from sip_tui.privacy.name_lists import (
    folded,
    follows_capital,
    follows_subject,
    is_own_name,
    is_small_name,
    short_forms,
    starts_sentence,
)
from sip_tui.privacy.word_scan import WordScan
from sip_tui.privacy.word_tables import GATE_BITS, ON_THE_ROLL, SMALL_NAME, GateBits, cached_from_tables

_WORD = re.compile(r"[^\W\d_]+")
GENITIVE = re.compile(r"[:'’]?s$|['’]$", re.IGNORECASE)
"""How the genitive of a name ends."""
_INITIAL_BEFORE = re.compile(r"(?<![^\W_])([^\W\d_])(?:\.-?([^\W\d_]))?\.? ?\Z")
_INITIAL_AFTER = re.compile(r" ([^\W\d_])(?![^\W_])\.?")
_LETTER = re.compile(r"(?<=[ .-])[^\W\d_](?![^\W_])")
_OWNING_INITIAL = re.compile("[B-DFGJ-NPRTVWY]s")
"""A genitive of an initial, "Ks mamma"; "Es", "Is" and "Hs" are words and signs."""
_OR_A_WORD = "Ett namn i deltagarlistan som också är ett ord."
SAYS_ON_THE_ROLL = "Namnet finns i mötets deltagarlista."


class NameIndex(GateBits):
    """The names of one meeting, made ready for reading many texts; as a mapping the bits of a word.

    Attributes:
        blocks: What was found in the blocks that have been read.
    """

    def __init__(self, names: tuple[KnownName, ...]) -> None:
        super().__init__()
        self.names = names
        self.owners: dict[str, frozenset[int]] = {}
        self.initials: list[set[str]] = []
        self._first_names: list[str] = []
        self._spelt, self._unsure, self._literals = set[str](), set[str](), LiteralNames()
        self._by_first_letter: dict[str, frozenset[int]] = {}
        self._by_initials: dict[str, frozenset[int]] = {}
        self._shortened: dict[str, list[str]] = {}
        self._roles: dict[frozenset[int], str] = {}
        self._lettered = frozenset(number for number, known in enumerate(names) if known.has_letter)
        for number, known in enumerate(names):
            self._add(number, known.name)
        self._unsure -= self._spelt  # short forms that are as likely the name of somebody else
        self.blocks = BlockMemory()
        self._owned: dict[str, Owned] = {}

    def look_up(self, word: str) -> int:
        """Compute the bits of a word that has not been seen."""
        bits = GATE_BITS[word] | (SMALL_NAME if word.islower() and is_small_name(word) else 0)
        if found := self._owners_of(word):
            self._owned[word] = Owned.of(word, *found, self.owners)
            bits |= ON_THE_ROLL
        return bits

    def _add(self, number: int, name: str) -> None:
        parts = words_of(name)
        bases = [folded(word) for word in parts]
        self._first_names.append(bases[0] if bases else "")
        doubled = [folded(word) for word in name.split() if "-" in word]
        for form in (*bases, *glued(bases), *(short for base in (*bases, *doubled) for short in short_forms(base))):
            self._own(self.owners, form, number)
        self._spelt.update(map(str.lower, parts))
        self._unsure.update(short for base in bases for short in short_forms(base) if is_own_name(short, base))
        for base in bases:
            self._shortened.setdefault(base[:1], []).append(base)
        for initials in initials_of(name):
            self._own(self._by_initials, initials, number)
        if bases:
            self._own(self._by_first_letter, parts[0][0].upper(), number)
        self.initials.append({base[0] for base in (*bases, *map(folded, _LETTER.findall(name)))})
        if not bases:
            self._literals.add(as_read(name), number)

    @staticmethod
    def _own(table: dict[str, frozenset[int]], form: str, number: int) -> None:
        table[form] = table.get(form, frozenset()) | {number}

    def find_in(self, text: str) -> list[Candidate]:
        """Each person in a text of one block."""
        return self.find(Context(text, WordScan(text, self.__getitem__).cues))

    def find(self, context: Context) -> list[Candidate]:
        """Each person in the view, first name and surname together as one hit."""
        text = context.text
        hinted = bool(self.owners) and is_rewritten(text)
        if not (context.bits & ON_THE_ROLL or hinted or self._literals):
            return []
        masks = [mask.span() for mask in MASK.finditer(text)] if "[" in text else []
        parts = [*self._parts(context)]
        if hinted and (rewritten := [*read_rewritten(text, self.owners, self._by_initials)]):
            covered = {at for part in rewritten for at in range(part.start, part.end)}
            parts = sorted((*(part for part in parts if part.start not in covered), *rewritten))
        hits = [*self._grouped(text, parts)]
        for span, number in self._literals.find(text) if self._literals else ():
            hits.append(self._candidate(text, *span, frozenset((number,)), whole=False))
        return [hit for hit in hits if not is_inside(hit, masks)] if masks else hits

    def _parts(self, context: Context) -> Iterator[Part]:
        for start, end, _bits in context.cues_of(ON_THE_ROLL):
            word = self._owned[context.text[start:end]]
            if word.is_plain:
                yield Part(start + word.first, start + word.last, word.owners)
            elif part := self._doubted(context.text, start + word.first, start + word.last, word):
                yield part

    def _doubted(self, text: str, start: int, end: int, word: Owned) -> Part | None:
        """A part that is one, or surely one, only where its surroundings say so."""
        is_verb = word.may_be_verb and follows_subject(text, start)
        if is_verb or (word.may_be_title and is_public(text, start, end, self.owners)):
            return None
        if word.last > 1 and not word.is_no_word:
            return Part(start, end, word.owners, self._verdict(text, start, end))
        is_one = word.is_no_word or acts_as_initial(text, start, is_own=word.owners <= self._lettered)
        return Part(start, end, word.owners) if is_one else None

    def _verdict(self, text: str, start: int, end: int) -> Verdict:
        """What a word is; one that only is a short form of a name waits for nobody: "annan" for Anna."""
        verdict = judge(text, start, end, self.owners)
        is_unspelt = verdict is Verdict.EITHER and text[start:end].lower() not in self._spelt
        return Verdict.WORD if is_unspelt else verdict

    def _owners_of(self, word: str) -> tuple[frozenset[int], int, int] | None:
        """Whose a word may be, and which part of it is the name."""
        if len(word) == 1 or _OWNING_INITIAL.fullmatch(word):
            of_one = self._by_first_letter.get(word[0].upper() if word not in "oiå" else word, frozenset())
            of_one = frozenset(number for number in of_one if self.names[number].has_letter) or of_one
            return (of_one, 0, 1) if len({self.names[number].role_word for number in of_one}) == 1 else None
        base = folded(word)
        if word != base and word.islower() and self._is_another_word(word):
            return None
        if owners := self.owners.get(base):
            return owners, 0, len(word)
        if base[-1:] == "s" and (owners := self.owners.get(base[:-1])):
            return owners, 0, len(word) - 1
        if word.isupper() and len(word) in (2, 3) and (owners := self._by_initials.get(word)):
            return owners, 0, len(word)
        if not word.isupper() and not word.islower() and not word.istitle():
            return self._in_camel_case(word)
        return self._nearly(word, base)

    def _is_another_word(self, lower: str) -> bool:
        """Whether a common word has dots that no name has: "säga" is no Saga, "hålls" no Hall."""
        return is_everyday(lower) and not {lower, lower.removesuffix("s")} & self._spelt

    def _in_camel_case(self, word: str) -> tuple[frozenset[int], int, int] | None:
        for hump in re.finditer(r"[A-ZÅÄÖ]?[a-zåäöé]+", word):
            if owners := self.owners.get(folded(hump[0])):
                if hump.start() == 1 and (by_initial := owners & self._by_first_letter.get(word[0], owners)):
                    return by_initial, 0, hump.end()  # "MEk" of Monica Ek
                return owners, *hump.span()
        return None

    def _nearly(self, word: str, base: str) -> tuple[frozenset[int], int, int] | None:
        """One letter wrong, or a short form made as people make them; so too before the ending of a genitive."""
        forms = self._shortened.get(base[:1], ()) if may_be_near(word, base) else ()
        for form in forms:
            if is_as_long(base, form) and is_near(word, base, form):
                return self.owners[form], 0, len(word)
            if base[-1] == "s" and is_misspelt(word[:-1], base[:-1], form):
                return self.owners[form], 0, len(word) - 1
        return None

    def _grouped(self, text: str, parts: Iterable[Part]) -> Iterator[Candidate]:
        group: list[Part] = []
        for part in parts:
            if group and not (is_joined(text, group[-1], part) and not self._is_told(text, group[-1], part)):
                yield from self._hits_of(text, group)
                group = []
            group.append(part)
        yield from self._hits_of(text, group) if group else ()

    def _is_told(self, text: str, verb: Part, part: Part) -> bool:
        """Whether a verb that is somebody's surname tells what to do with who is called so: "Ring Siv om det"."""
        if verb.verdict is not Verdict.WORD or text[verb.end : part.start] != " ":
            return False
        surname, given = text[verb.start : verb.end], text[part.start : part.end]
        return self._is_surname(verb.owners, surname) and not self._is_surname(part.owners, given)

    def _hits_of(self, text: str, group: list[Part]) -> tuple[Candidate, ...]:
        """The person whom the parts name; nobody where they may be a word."""
        first, end = group[0], group[-1].end
        is_sure = first.verdict is Verdict.NAME
        if len(group) == 1 and is_sure and stands_alone(text, first.start, end):
            return (self._alone(text, first.start, end, first.owners),)
        owners = frozenset.intersection(*[part.owners for part in group]) or first.owners
        start, stop = self._with_initials(text, first.start, end, owners)
        letter = folded(text[end:stop].strip(" ,.")[:1])
        owners = frozenset([number for number in owners if letter in self.initials[number]]) or owners  # "Sten H"
        if len(group) > 1 or is_sure or (start, stop) != (first.start, end):
            return (self._named(text, start, stop, owners, group),)
        if first.verdict is Verdict.WORD:
            return ()
        return (Candidate(start, stop, "possible_name", "low", _OR_A_WORD, self._role(owners, genitive=False)),)

    def _named(self, text: str, start: int, end: int, owners: frozenset[int], group: list[Part]) -> Candidate:
        """The person with what belongs to the name before and after it, which may make it somebody else."""
        whole = len(group) > 1 or (start, end) != (group[0].start, group[0].end)
        start, end, stranger = with_partners(text, start, end, self.owners)
        if len(group) == 1 and not stranger:
            return self._alone(text, start, end, owners, whole)
        return self._candidate(text, start, end, frozenset() if stranger else owners, whole)

    def _alone(self, text: str, start: int, end: int, owners: frozenset[int], whole: bool = False) -> Candidate:
        """Take the given name before a surname along, which may make it somebody else: "Nils Berg"."""
        if follows_capital(text, start) and self._is_surname(owners, text[start:end]):
            start, stranger = with_given_name(text, start)
            owners = frozenset() if stranger else owners
        return self._candidate(text, start, end, owners, whole)

    def _candidate(self, text: str, start: int, end: int, owners: frozenset[int], whole: bool) -> Candidate:
        genitive = GENITIVE_END.match(text, end)
        stop = genitive.end() if genitive else end
        is_unsure = folded(text[start:end]) in self._unsure
        word = MASKS["name"] + "s" * (stop > end) if is_unsure else self._role(owners, genitive=stop > end)
        if word[:1].islower() and starts_sentence(text, start):
            word = word[0].upper() + word[1:]
        return Candidate(start, stop, "name", "high" if whole else "medium", SAYS_ON_THE_ROLL, word)

    def _with_initials(self, text: str, start: int, end: int, owners: frozenset[int]) -> tuple[int, int]:
        letter = text[max(0, start - 3) : start].rstrip(" \n.")[-1:]
        before = _INITIAL_BEFORE.search(text[max(0, start - 6) : start]) if letter.isupper() else None
        if before and self._is_initial(before[1], owners):
            start -= len(before[0])
        comma = text.startswith(", ", end) and self._is_surname(owners, text[start:end])
        after = _INITIAL_AFTER.match(text, end + comma)
        letters = frozenset().union(*[self.initials[number] for number in owners]) if after else ()
        if after and (self._is_initial(after[1], owners) or is_small_initial(text, end, after, letters)):
            end = after.end()
        return start, end

    def _is_surname(self, owners: frozenset[int], word: str) -> bool:
        return folded(word) not in [self._first_names[number] for number in owners]

    def _is_initial(self, letter: str, owners: frozenset[int]) -> bool:
        return letter.isupper() and any(folded(letter) in self.initials[number] for number in owners)

    def _role(self, owners: frozenset[int], genitive: bool) -> str:
        if not (word := self._roles.get(owners, "")):
            roles = {self.names[number].role_word for number in owners}
            word = self._roles[owners] = roles.pop() if len(roles) == 1 else MASKS["name"]
        return in_genitive(word) if genitive else word


def known_names(names: Names) -> NameIndex:
    """The index for these names, remembered from the last texts of the same meeting."""
    return _index(tuple(names))


@cached_from_tables
def _index(names: tuple[str | KnownName, ...]) -> NameIndex:
    known = tuple(KnownName(name, MASKS["name"]) if isinstance(name, str) else name for name in names)
    index = NameIndex(known)
    if any(index.find_in(name.role_word) for name in known if name.role_word != MASKS["name"]):
        return NameIndex(tuple(KnownName(name.name, MASKS["name"]) for name in known))
    return index
