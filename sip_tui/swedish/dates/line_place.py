"""The words that tell where in a line the time stands, and what in a line only looks like a time."""

from __future__ import annotations

import re

from sip_tui.swedish.dates.parser import TimeKind
from sip_tui.swedish.dates.vocabulary import MONTH_NAME
from sip_tui.swedish.grammar.word_set import word_set

BEGINS = re.compile(
    r"[(]?(?:[0-9]|v(?:eckan?)?\.?(?:[0-9]|$)|(?:mån|tis|ons|tors?|fre|lör|sön|var|arbets|skol)(?:d|\.?$|[-/])"
    r"|(?:jan|feb|mar|apr|maj|jun|juli|aug|sep|okt|nov|dec)|(?:vår|sommar|höst|vinter|jul|påsk|sport)"
    r"|[vh]t|nyår|midsommar|trettond|skärtors|långfre|pingst|annandag|mellandag|klämdag|valborg|lucia|kristi|alla"
    r"|monday|tue|wed|thu|fri|sat|sun|oct|may|march|august|nationaldag|års|året"
    r"|månad|(?:första|andra|tredje|fjärde|sista|förste)$|uppföljning|regelbun|löp|dag|(?:för|e)middag)"
)
"""How words that a phrase of time begins with begin themselves: the names of days, months, feasts and seasons."""
BEGINNERS = word_set("""
    in by on at the this every each daily weekly monthly regularly once twice within today tomorrow yesterday next
    as if end beginning half before after until during between around about ongoing soon immediately when tidigt
    sent klar klara färdig färdigt färdiga senast allra till t.o.m. t.o.m tom t fram tills deadline deadline: dl
    dl: innan före klart redan nu någon nån dock men på denna den det här detta de kommande nästa nästkommande
    om inom i idag imorgon imorron imorn övermorgon iövermorgon igår ikväll under mellan från fr.o.m. fr.o.m fr
    med start inte ej förrän tidigast först efter sedan ca ca. cirka omkring runt kring ungefär kanske troligen
    troligtvis ev ev. eventuellt prel prel. preliminärt helst gärna början mitten slutet utom förutom varje
    varannan vartannat minst max maximalt högst upp en ett två tre fyra fem sex sju åtta nio tio elva tolv tjugo
    trettio några flera morgon kväll eftermiddag förmiddag helger helgerna morgnar kvällar vardagskvällar jämna
    udda ojämna veckovis kvartalsvis terminsvis fortlöpande kontinuerligt årligen hela vid vb v.b v.b. när pågår
    pågående inför snart snarast så asap omgående omedelbart genast direkt framöver längre senare häromdagen
    nyligen nyss förra genom strax vecka veckan kvällen närmaste kl kl. klockan helgen lagom mot över runt hela
    terminens vårterminen höstterminen tisdagar skolstarten fjorton sexton femton tretton arton
""")
GOVERNING = word_set("of about för om av mot angående gällande inklusive inkl inkl. hos i per")
"""Before these, a time is a part of what is done: "schema för vecka 49", "pratar om fredag"."""
NUMBERED = word_set("""
    rum rummet sal salen sida sidan sid sid. avd avd. avdelning avdelningen nr nr. nummer hus port klass klassen
    fas steg punkt punkten kap kap. kapitel kapitlet del grupp version linje buss bussen lgh lägenhet plan
    våning dos dosen nivå åk årskurs paragraf § paviljong box uppgift fråga
""")
"""After these a number is no date: "rum 3/12"."""
HANGING = word_set("""
    and or until by från till och eller el el. samt mellan sedan utom förutom förrän än & o tills fram dock men
    före innan senast inom efter
""")
"""What would be left hanging when the time after it is taken: it comes along, and the time is asked about."""
UNITS = word_set("mån sek")
"""Short for a weekday and for a measure too: "i 3 mån" is no Monday."""
NO_VERBS = (
    GOVERNING
    | NUMBERED
    | HANGING
    | word_set("""
    under över eller där här när var efter kring inför utanför vår er mor far dags dess alls
    ens senast oss annars""")
)
"""Words that end as a verb in the present does."""
DONE = word_set("klart klar klara färdig färdigt färdiga")
"""Before a time these only say that it is the last one: "schema, klart fredag"; after a verb they are its own."""
BARE = re.compile(
    r"[0-9]|v(?:eckan?)?\.? ?[0-9]|(?:mån|tis|ons|tors?|fre|lör|sön)|nästa |kommande |uppföljning|[^\W\d]+dagar"
)
"""A time without a preposition, which a sentence may be about: "fredag passar inte", "nästa möte är i maj"."""
TIMES = re.compile(r"(?:.*(?:dag|kväll|veck|gång|timm|minut|månad|morgn|helg|termin)(?:ar|or|er|s)|ggr|år|.*ber)$")
"""Times that end as a verb does."""
PRONOUNS = word_set("jag du han hon hen vi ni de dom alla båda man")
PREPOSITIONS = word_set("på i hos med till för vid från av om är blir inför kl kl.")
EXPLICIT = re.compile(rf"[0-9]{{1,2}}(?::?[ea])? ?{MONTH_NAME}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}")
"""A full date: it is when, wherever in the line it stands."""
MODALS = word_set("är ska skall kan bör måste vill får kommer lovar")
SURELY = re.compile(r"(?:allra )?senast |inom |innan |före ")
"""A deadline is the deed's, wherever in the line it stands."""
NUMBER = re.compile(r"[0-9.]+/[0-9]+$|[^\W\d]{3,9}\.?$")
"""A number or a word alone, which begin a sentence about something else as well: "3/4 av tiden", "snart klar"."""
MONTH = re.compile(rf"{MONTH_NAME}\.?$")
"""A month alone, which is somebody's name as well: "jan ringer"."""
MARKED = (":", ",", "-", "–", "—", "→")
LASTING = frozenset({TimeKind.ASK, TimeKind.OPEN})
