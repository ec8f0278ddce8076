"""How a promise begins: "ringer skolan", "ringa skolan" or "speciallärare", so that it can be said as a sentence.

Only the verbs that promises begin with are known. A guess by the ending would read "anpassningar" as something that
somebody does; a word that is not known here is read after a colon, which is never wrong.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum


class Tense(StrEnum):
    """The form of the verb that a text begins with."""

    PRESENT = "present"
    INFINITIVE = "infinitive"


_R = """
boka avboka omboka skicka kontakta samla ordna fixa kalla starta avsluta sluta börja påbörja samordna sammankalla
lämna hämta skjutsa betala svara handla städa tvätta laga öva träna delta berätta fråga prata tala samtala titta kolla
ändra planera vaka meddela informera återkoppla förmedla avlasta dela visa pröva prova testa bevaka uppdatera
komplettera leta jobba arbeta förklara motivera uppmuntra stötta underlätta anpassa träffa vänta vila minska öka
remittera presentera dokumentera gå se utse ge delge ta få stå bo må ha
"""
"""The present adds an r: boka, bokar."""
_ER = """
ringa hjälpa söka ansöka besöka undersöka möta skriva läsa följa lägga kartlägga sätta avsätta bygga åka resa tänka
beställa ställa hålla bjuda erbjuda byta köpa låta sköta känna väcka leda utreda förbereda påminna anmäla komma
återkomma bestämma sova äta stödja säga
"""
"""The present ends in -er: ringa, ringer."""
_CUT = "göra köra höra föra lära hyra överföra genomföra"
"""The present only loses the a: göra, gör."""
_ODD = {"är": Tense.PRESENT, "vara": Tense.INFINITIVE, "ber": Tense.PRESENT, "be": Tense.INFINITIVE}
_FIRST = re.compile(r"[^\W\d_]+(?![\w-])")


def tense(text: str) -> Tense | None:
    """Tell how a text begins: with a verb in the present, in the infinitive, or (None) with something else."""
    found = _FIRST.match(unicodedata.normalize("NFC", text).strip())
    return _KNOWN.get(found[0].casefold()) if found else None


def _known() -> dict[str, Tense]:
    presents = {
        *(f"{verb}r" for verb in _R.split()),
        *(f"{verb[:-1]}er" for verb in _ER.split()),
        *(verb[:-1] for verb in _CUT.split()),
    }
    infinitives = {*_R.split(), *_ER.split(), *_CUT.split()}
    return {**dict.fromkeys(presents, Tense.PRESENT), **dict.fromkeys(infinitives, Tense.INFINITIVE), **_ODD}


_KNOWN = _known()
