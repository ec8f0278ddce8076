"""The words by which the du-form is found, and those that tell who is meant (seed rows 47, 100)."""

from __future__ import annotations

import re

from sip_tui.swedish.grammar.clause import Word, is_finite
from sip_tui.swedish.grammar.word_set import word_set

PERSON = frozenset({"patienten", "brukaren", "klienten", "individen", "huvudpersonen"})
"""What the person is called as a case."""
CHILD = frozenset({"barnet", "eleven"})
"""The same in a meeting about a child, where nobody else is "the child"."""
AFTER_DEN = frozenset({"personen", "individen", "patienten", "brukaren", "klienten", "människan"})
"""What may follow "den enskilda"."""
SHE = frozenset({"hon", "han", "hen"})
HER = frozenset({"henne", "honom"})
HERS = frozenset({"hennes", "hans", "hens"})
OWN = {"sig": "dig", "sin": "din", "sitt": "ditt", "sina": "dina"}

PREPOSITIONS = word_set(
    """
    till med för hos av från på åt kring runt mot utan mellan bredvid inför via genom efter angående gällande
    över bakom framför nära tillsammans förutom utöver ur omkring
    """
)
TAKES_AN_OBJECT = word_set(
    """
    ge gett givit hjälpa hjälp hjälpt stödja stöd stött stötta stöttat ringa ring ringt träffa träffat kontakta
    kontaktat fråga frågat informera informerat kalla kallat bjud bjuda bjudit erbjuda erbjudit besöka besökt
    hämta hämtat skjutsa skjutsat påminna påmint visa visat låta låt låtit be bett uppmuntra uppmuntrat motivera
    motiverat undersöka undersökt behandla behandlat bedöma bedömt möta mött involvera involverat inkludera
    inkluderat meddela meddelat nå nått vårda vårdat lära lärt tacka tackat skydda skyddat förstå förstått
    bemöta bemött ledsaga följa följt stärka stärkt avlasta avlastat lugna lugnat remittera remitterat coacha
    vägleda väglett lyssna höra hört se sett skicka skickat lämna lämnat förbereda förberett
    """
)
"""Verbs in forms that have no subject beside them: what follows is always the object."""
TAKES_AN_OBJECT_NOW = word_set(
    """
    ger gav hjälper hjälpte stöder stödjer stödde stöttar stöttade ringer ringde träffar träffade kontaktar
    kontaktade frågar frågade informerar informerade kallar kallade bjuder bjöd erbjuder erbjöd besöker besökte
    hämtar hämtade skjutsar skjutsade påminner påminde visar visade låter lät ber bad uppmuntrar motiverar
    undersöker undersökte behandlar behandlade bedömer bedömde möter mötte meddelar meddelade når nådde lär
    tackar skyddar bemöter ledsagar följer följde stärker avlastar lugnar remitterar remitterade förbereder
    skickar
    """
)
"""The same verbs in the present and the past: the person may be the object, or the subject in "i dag ringer du"."""
BEGINS_WITHOUT_A_SUBJECT = word_set(
    """
    i på under efter före inför vid om nu då sen sedan därefter idag igår imorgon imorse ibland ofta varje
    varannan först sist till från hos med dagligen helst gärna här där hur när vad vem var varför hit dit
    """
)
"""A sentence that begins so has its subject after its verb."""
CONTROLS = word_set(
    """
    be ber bad bett låta låter lät låtit hjälpa hjälper hjälpte uppmanar uppmana ser hör tvingar uppmuntrar
    """
)
"""After these somebody else does what follows: "du ber mamma ta sin bil"."""

_ROLES = re.compile(
    r"\w*(?:läkare|lärare|sköterska|kurator|psykolog|pedagog|mentor|rektor|handläggare|sekreterare|samordnare|terapeut|"
    r"gymnast|assistent|tolk|ombud|chef|tränare|ledare|coach|advokat|jurist|polis|granne|präst|förvaltare|koordinator|"
    r"logoped|dietist|kontaktperson|stödperson|resursperson|vårdnadshavare|vägledare|vikarie|konsulent|stödjare|"
    r"ordförande|förälder|föräldra|anhörig|släkting|kompis|vän|partner|personal|syskon|förmyndare|utredare|syster)"
    r"(?:n|en|et|an|a|r|ar|er|na|arna|erna|orna|or|ns|ens|ets|ans|s|nas|arnas|ernas|ornas)?"
)
_KIN = word_set(
    """
    mamma mamman pappa pappan mor modern far fadern mormor morfar farmor farfar bror brodern bröder brorsan
    syrran maken makan maka make sambo sambon dotter dottern döttrar son sonen söner barnen flickan flickvän
    flickvännen pojkvän pojkvännen pojken kvinnan mannen tjejen killen någon ingen morbror moster faster farbror
    kusin kusinen svärmor svärfar bonuspappa bonusmamma gudmor ex exman exmannen sköterskan god gode
    """
)
_NO_PERSONS = re.compile(
    r"\w*(?:skolan|gymnasiet|tjänsten|vården|enheten|mottagningen|kassan|hälsan|teamet|boendet|verksamheten|gruppen|"
    r"förmedlingen|kommunen|regionen|familjen|psykiatrin|habiliteringen|sjukhuset|centralen|avdelningen|kliniken|mötet|"
    r"planen|ingen|ningen|heten|tionen|erna|arna|orna|morgon|kväll|eftermiddag|dag|veckan|månaden|hösten|våren|"
    r"sommaren|vintern|medicinen|läget|målet|behovet|hjälpen|stödet|samtycket|närvaron|skolgången|ångesten|sömnen)"
)
_STARTERS = word_set(
    """
    alla allt att av bara beslut bra bland både de den denna det detta du där då efter eftersom en enligt ett
    flera fler från för första först ge har hem hemma hittills hos hur här i ibland idag igår imorgon in inför
    innan inom inte ja jag just kan kanske lite man med medan men mer mest mot mycket mål måste nej ni nu
    nuvarande nya nytt när nästa och ofta om oro oron orkar plan planen på region samma samtal samtycke sedan
    senast senare sen skriv socialtjänst ska snart stöd så sådant tid till tills trots tyvärr under upp utan
    utifrån vad var varför varje varannan vem vet vi vid viktigt vilka vilken vilket vill visa även återigen
    önskar önskan önskemål överens januari februari mars april maj juni juli augusti september oktober november
    december måndag tisdag onsdag torsdag fredag lördag söndag teams skype
    """
)


def names_somebody_else(words: tuple[Word, ...], at: int) -> bool:
    """Whether a word names a person who may be "hon" or "han" further on: a role, a relative, most names.

    A capital in a sentence is a name; at its beginning it is one unless the word is known to begin sentences.
    """
    word = words[at]
    low = word.low
    if low in _KIN or _ROLES.fullmatch(low):
        return True
    is_the_person = low in SHE | HER or low.removesuffix("s") in PERSON | CHILD
    if not word.has_capital or is_the_person or _NO_PERSONS.fullmatch(low):
        return False
    if low == "hans":
        return not word.opens or _is_a_name(words, at)
    return not (low in HERS or low in _STARTERS or is_finite(low) or low.endswith(("enskilde", "enskilda")))


def _is_a_name(words: tuple[Word, ...], at: int) -> bool:
    """Whether "Hans" at the beginning of a sentence is a name: a verb follows, a name, or nothing."""
    after = words[at + 1] if at + 1 < len(words) and not words[at + 1].opens else None
    return after is None or after.has_capital or after.paused or is_finite(after.low) or after.low in {"och", "på", "i"}
