"""When something is to be done, as people say it on Wednesday 25 November 2026, and what it means.

``<`` stands for "at the latest", ``from`` for what goes on from then. A day is a date, with its time; a span its two
days; a month its year and number. ``ask`` is asked about, with the days that it may be; ``again``, ``need`` and
``next`` have no day of their own.
"""

from __future__ import annotations

TODAY = "2026-11-25"
PHRASES = {
    line.rsplit(" = ", 1)[0].strip(): line.rsplit(" = ", 1)[1].strip()
    for line in """
    senast på fredag = < 2026-11-27
    SENAST FREDAG = < 2026-11-27
    nu på fredag = 2026-11-27
    redan imorgon = 2026-11-26
    fredag i nästa vecka = 2026-12-04
    nästa veckas fredag = 2026-12-04
    nästkommande fredag = ask 2026-12-04 2026-11-27
    om en vecka på torsdag = 2026-12-03
    om en vecka på måndag = ask 2026-11-30 2026-12-07
    fredag om 14 dagar = 2026-12-11
    torsdag om 8 dagar = 2026-12-03
    tisd 1/12 = 2026-12-01
    onsd = 2026-12-02
    fred = ask 2026-11-27
    fredg = ask 2026-11-27
    senats fredag = ask 2026-11-27
    torsag = ask 2026-11-26
    mandag = ask 2026-11-30
    3 decmber = ask 2026-12-03
    3 desember = ask 2026-12-03
    fredagen den 27:e = 2026-11-27
    fredag den 28 = ask 2026-11-28
    imorn = 2026-11-26
    övermorgon = 2026-11-27
    i morgon bitti = ask 2026-11-26
    fredag halv tre = ask 2026-11-27
    fredag vid 14-tiden = ask 2026-11-27
    fredag 14-15 = 2026-11-27 14:00
    fredag efter skolan = ask 2026-11-27
    nästa v. = 2026-11-30 2026-12-04
    i veckan = ask 2026-11-23
    om 2v = 2026-12-09
    om ett kvartal = 2027-02-25
    om ca två veckor = ask 2026-12-09
    om 2-3 veckor = ask
    inom 5 arbetsdagar = ask
    efter 3 mån = ask
    inom 24 timmar = ask
    v.48-v.50 = 2026-11-23 2026-12-11
    vecka 48 till 50 = 2026-11-23 2026-12-11
    v 50 eller 51 = ask 2026-12-07 2026-12-14
    v 48, 50 och 52 = ask 2026-11-23 2026-12-07 2026-12-21
    v 46 = ask 2027-11-15
    v. 54 = ask
    tors i v. 50 = 2026-12-10
    i slutet av vecka 50 = 2026-12-11
    i slutet av nästa vecka = 2026-12-04
    3/12 -26 = 2026-12-03
    3dec = 2026-12-03
    senast 3:e = < 2026-12-03
    den tredje = 2026-12-03
    den tjugosjunde november = 2026-11-27
    den 1 nästa månad = 2026-12-01
    första måndagen i december = 2026-12-07
    sista fredagen i november = 2026-11-27
    2026/12/03 = 2026-12-03
    3.12.2026 = 2026-12-03
    03.12 = ask 2026-12-03
    13.30 = ask 2026-11-25
    30/2 = ask
    12/31 = ask
    29 feb 2027 = ask
    29 feb 2028 = 2028-02-29
    24/11 = ask 2027-11-24
    onsdag 24 november = 2027-11-24
    3/4 = ask 2027-04-03
    3/2 = 2027-02-03
    3 eller 10 december = ask 2026-12-03 2026-12-10
    den 3 och 10 december = ask 2026-12-03 2026-12-10
    fredag/måndag = ask 2026-11-27 2026-11-30
    måndag och onsdag = ask 2026-11-30 2026-12-02
    från 3 till 5 december = ask 2026-12-03
    fredag kl13 = 2026-11-27 13:00
    fredag klockan nio = 2026-11-27 09:00
    fredag kl 25 = ask
    senast kl 16 idag = < 2026-11-25 16:00
    15.00 den 3 december = 2026-12-03 15:00
    3/12 (kl 15) = 2026-12-03 15:00
    våren 2027 = ask
    vt-27 = ask
    vid terminsstart = ask
    början av februari = ask 2027-02-01
    mitten på december = ask 2026-12-01
    efter lovet = ask
    runt jul = ask
    före årsskiftet = < 2026-12-31
    månaden ut = ask 2026-11-30
    jan-feb = ask
    nästa helg = ask 2026-12-05 2026-11-28
    ASAP = ask
    efter dagens möte = ask
    senast dagen före mötet = ask
    i god tid före nästa möte = ask
    till nästa gång = ask
    till nästa SIP möte = next
    innan uppföljningen = < next
    varannan v. = again
    minst en gång i veckan = again
    en gång om året = again
    2ggr/mån = again
    varje måndag och onsdag = again
    tis och torsdagar = again
    den 25:e varje månad = again
    ojämna veckor = again
    morgon och kväll = again
    v.b. = need
    vid behov, dock senast v 50 = ask 2026-12-07
    skärtorsdagen = 2027-03-25
    påskafton = 2027-03-27
    trettondagsafton = 2027-01-05
    första advent = 2026-11-29
    alla helgons dag = ask 2027-11-06
    klämdagen = ask
    i måndags = ask
    igår = ask
    från och med måndag = from 2026-11-30
    inte förrän på måndag = ask 2026-11-30
    prel. 3/12 = ask 2026-12-03
    deadline 3/12 = < 2026-12-03
    """.strip().splitlines()
}
"""What is said, and what it means."""
