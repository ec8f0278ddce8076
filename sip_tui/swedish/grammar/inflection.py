"""The forms of a Swedish word: "insats" is also "insatsen", "insatser", "insatsernas".

Made for looking words up, so it gives rather one form too many than one too few: "insatsar" is no word and hurts none.
A form that is another common word would hurt, so the endings go by how the word itself ends. Source: Svenska
Akademiens grammatik on the declensions of nouns and adjectives and the conjugations of verbs.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

_FIXED = frozenset(
    {"den", "det", "som", "och", "för", "med", "till", "vid", "om", "av", "i", "på", "enligt", "mellan", "vissa", "via"}
    | {"eller", "lex", "mest", "extra", "äldre", "egna", "mina", "lång", "kort", "andra", "nära"}
)
"""Words that have one form only where they stand in a term."""
_BY_ENDING: Sequence[tuple[str, str]] = (
    ("lägga", "lägga lägger lade lagt lagd lagda läggs läggas lägg"),
    ("ställa", "ställa ställer ställde ställt ställd ställda ställs ställas"),
    ("delge", "delge delger delgav delgett delgivit delgiven delgivna delges"),
    ("anmälan", "anmälan anmälningar anmälningarna anmälningen"),
    ("klagan", "klagan klaganden klagandet"),
    ("era", "era erar erade erat erad eras erats erades erande"),
    ("klaga", "klaga klagar klagade klagat klagad klagas klagats klagades"),
    ("rätta", "rätta rättar rättade rättat rättad rättas rättats rättades rättande"),
    ("mannen", "mannen"),
    ("man", "man mannen män männen"),
    ("män", "män männen"),
    ("bostad", "bostad bostaden bostäder bostäderna"),
    ("hem", "hem hemmet hemmen"),
    ("program", "program programmet programmen"),
    ("rum", "rum rummet rummen"),
    ("nummer", "nummer numret numren numrens"),
    ("cirkel", "cirkel cirkeln cirklar cirklarna"),
    ("medel", "medel medlet medlen"),
    ("boende", "boende boendet boenden boendena"),
    ("are", "are aren arna"),
    ("ande", "ande anden andet anda andena"),
    ("ende", "ende enden endet endena"),
    ("gd", "gd gt gda"),
    ("ven", "ven vet vna"),
    ("ppen", "ppen ppet ppna"),
    ("sluten", "sluten slutet slutna"),
    ("hållen", "hållen hållet hållna"),
    ("god", "god gode goda gott"),
    ("fast", "fast fasta"),
    ("skilt", "skilt skild skilda"),
    ("skt", "skt sk ska"),
    ("igt", "igt ig iga"),
    ("ivt", "ivt iv iva"),
    ("erat", "erat erad erade"),
    ("ad", "ad at ade"),
    ("isk", "isk iskt iska iske"),
    ("ig", "ig igt iga"),
    ("ell", "ell ellt ella"),
    ("unal", "unal unalt unala"),
    ("okal", "okal okalt okala"),
    ("trygg", "trygg tryggt trygga"),
    ("iv", "iv ivt iva"),
    ("klar", "klar klart klara"),
    ("sjuk", "sjuk sjukt sjuka"),
    ("ra", "ra"),
    ("a", "a an or orna"),
    ("lse", "lse lsen lser lserna"),
    ("e", "e et en ena"),
    ("ingar", "ingar ingarna ing ingen"),
    ("tioner", "tioner tionerna tion tionen"),
    ("heter", "heter heterna het heten"),
    ("er", "er erna ern ers"),
    ("or", "or orn orer orerna oret"),
    ("ör", "ör ören örer örerna öret"),
    ("i", "i in ier ierna it"),
)
"""How a word ends, and what comes instead; the first line that fits counts."""
_DEFINITE = ("agen", "assan", "ingen", "atrin", "lsen", "eten", "ret", "orgen", "arna", "erna", "orna")
"""Words that end so are definite already: "socialtjänstlagen" has a genitive and nothing more."""
_ADDED = ("", "en", "et", "er", "ar", "erna", "arna")
_ADDED_TO_VOWEL = ("", "n", "t", "r", "er", "erna")
_VOWELS = frozenset("aeiouyåäö")


@cache
def forms(word: str) -> frozenset[str]:
    """Give every form that a word may have, in small letters, the word itself among them.

    A definite or plural word is given its genitive only. Words that are no longer than two letters, and those with a
    digit, have one form.
    """
    small = word.lower()
    if len(small) < 3 or small in _FIXED or not small.isalpha():
        return frozenset({small})
    plain = {small, *_declined(small)}
    return frozenset(plain | {f"{one}s" for one in plain if not one.endswith(("s", "x", "z"))})


def stems(word: str) -> frozenset[str]:
    """Give what a word may have been before an ending that was heard with it: "insatserna" was "insats"."""
    small = word.lower().removesuffix("s")
    cut = (small[: -len(end)] + instead for end, instead in _HEARD if small.endswith(end))
    vowel = small[:-1] if small[-1:] in {"n", "t"} and small[-2:-1] in _VOWELS else ""
    return frozenset(one for one in (*cut, vowel) if len(one) > 3 and one.isalpha())


_HEARD = (("orna", "a"), ("or", "a"), ("arna", ""), ("ar", ""), ("erna", ""), ("er", ""), ("en", ""), ("et", ""))


def _declined(small: str) -> list[str]:
    if small.endswith(_DEFINITE):
        return []
    for ending, instead in _BY_ENDING:
        if small.endswith(ending):
            return [small[: -len(ending)] + one for one in instead.split()]
    return [small + one for one in (_ADDED_TO_VOWEL if small[-1] in _VOWELS else _ADDED)]
