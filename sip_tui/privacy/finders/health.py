"""Diagnoses, codes and protected identity: not identifiers, but never to be mailed by mistake (warn).

Sources: ICD-10-SE (letter, two digits, point), ATC (WHO), Skatteverket (skyddade personuppgifter). Diagnosis words
are those that meet SIP meetings most often.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sip_tui.privacy.context import Context, CueFamily
from sip_tui.privacy.model import Candidate

_TERMS = re.compile(
    r"""(?<![^\W_])(?:
    (?P<protected>skydd(?:ad|ade)\s(?:identitet|folkbokföring|personuppgifter|adress)
      |sekretessmarkering\w{0,3}|kvarskrivning\w{0,2}|fingerade\spersonuppgifter)
  | (?P<diagnosis>adhd|autism\w{0,12}|aspergers?|tourettes?|depression\w{0,3}|deprimerad|bipolär\w{0,8}
      |s[ck]h?izofren\w{0,2}|psykos(?:en|er|sjukdom)?|psykotisk\w?|anorexi\w?|bulimi\w?|ätstörning\w{0,4}|epilepsi\w?|diabetes|demens\w{0,8}
      |alzheimers?|cancer\w{0,8}|ptsd|(?:tvångs|utmattnings|panik)syndrom\w{0,2}|downs\ssyndrom|fasd|parkinsons?
      |intellektuell\sfunktionsnedsättning|missbruk\w{0,3}|(?:alkohol|narkotika|opioid)beroende|suicid\w{0,9}
      |självskad\w{0,10}|generaliserat\sångestsyndrom|hepatit\w{0,3}|cerebral\spares)
    )(?![^\W_])""",
    re.VERBOSE | re.IGNORECASE,
)
_ICD = re.compile(r"\d\d(?:\.\d[0-9A-Z]?(?![^\W_])|[0-9][A-Z]?(?![\w.])|(?![\w.,:/]|\s?[%°]))")
_ATC = re.compile(r"\d\d[A-Z]{2}\d\d(?![^\W_])")
SENSITIVE = CueFamily(
    "",
    r"(?:adhd|autis|asperg|tourett|depres|deprim|bipol|schizo|skizo|psykos|psykot|anore|bulim|ätstör|"
    r"epile|diabet|demen|alzhei|cancer|ptsd|tvångss|utmattningss|downs|intellekt|missbr|alkoholb|"
    r"narkotikab|opioid|suicid|självsk|paniks|generalis|fasd|parkins|hepat|cerebr|skydda|sekretessm|"
    r"kvarskr|finger).*",
)
_DIAGNOSIS = CueFamily("diagnos diagnosen diagnoser diagnoskod icd huvuddiagnos bidiagnos diagnoserna")


def find_words(context: Context) -> Iterator[Candidate]:
    """Diagnosis words and words for a protected identity."""
    for term in _TERMS.finditer(context.text):
        if term.lastgroup == "protected":
            why = "Skyddad identitet: skicka ingenting med e-post."
            yield Candidate(term.start(), term.end(), "protected", "high", why)
        else:
            yield Candidate(term.start(), term.end(), "diagnosis", "medium", "Ett ord för en diagnos.")


def find_code(context: Context, start: int) -> Candidate | None:
    """An ICD-10 or ATC code whose digits begin at `start`."""
    text = context.text
    if not text[max(0, start - 1) : start].isupper() or text[max(0, start - 2) : start - 1].isalnum():
        return None
    if atc := _ATC.match(text, start):
        return Candidate(start - 1, atc.end(), "code", "high", "En ATC-kod för ett läkemedel.")
    icd = _ICD.match(text, start)
    if icd is None or not ("." in icd[0] or text[start - 1] == "F" or context.near(_DIAGNOSIS, start, 4)):
        return None
    return Candidate(start - 1, icd.end(), "code", "high", "En diagnoskod enligt ICD-10.")
