"""Numbers and places in the forms that the corpus does not hold, and what stands in their shape but is none of them."""

from __future__ import annotations

import pytest

from sip_tui.privacy import find, redact, remaining_identifiers, word_tables


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Nr 3300-850405-2385 är hennes.", "bank"),
        ("2395 120310 enligt lappen", "personnummer"),
        ("tel noll sju noll ett sju fyra noll sex noll fem", "phone"),
        ("noll sju noll ett sju fyra noll sex noll fem", "phone"),
        ("Hennes mobil 0701740605", "phone"),
        ("Finskt pnr 010594Y9032", "foreign_id"),
        ("Norskt nr 01019012345", "foreign_id"),
        ("Versionen på ip 10.2.1.4", "net_address"),
        ("Sover på Rävnäs camping nr 34", "address"),
        ("hämtas vid lövgatan 8\n> 10 barn i gruppen", "address"),
        ("bor kvar på ekbacksv 9", "address"),
        ("kyrkog 4 lgh 1201", "address"),
    ],
)
def test_each_form_is_found(text: str, kind: str) -> None:
    assert kind in {hit.kind for hit in find(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Tuva, 2026-03-09 ses vi.",
        "2395 130010 visas",
        "1999 850405 visas",
        "1234 850405 visas",
        "Norskt bidrag 12 345",
        "Ring 2025-03-15 om det.",
        "Går på vårdprogr 2 till våren.",
        "Kommer på helg 2 och till lov 3.",
        "Står på halv 8 varje dag.",
        "lövgatan 3 gånger i veckan",
        "Ring 123456789012345 i fabriken.",
        "Ring 999912345678 någon gång.",
        "Nr 1O85l9-2385 i listan.",
        "Ring kl 1330-1400.",
        "Chatta med M4jb och Самыр.",
        "nittonhundra tolv elva",
        "tjugo elva tolv tretton",
        "Bilen kom sedan, och då bad alla om att få se vilket rum som var ledigt, TRE 123.",
        "https://example.com/pnr=abc",
        "https://example.com/id/4821",
        "Berg-och-dalbana.",
        "Skuld Kronofog. 18 400 kvar.",
        "Bilag. 3 till planen.",
        "Anmälningsavg. 18 betalas.",
        "Torpg. 18 400 räcker.",
    ],
)
def test_what_only_looks_like_it_is_left(text: str) -> None:
    assert redact(text, ["Anna Berg"]).text.replace("[namn]", "Tuva") == text


def test_a_table_ends_at_an_empty_line() -> None:
    text = "| Namn | Född |\n|---|---|\n| a | 120309 |\n\n| b | 120310 |"
    assert redact(text).text == "| Namn | Född |\n|---|---|\n| a | [födelsedatum] |\n\n| b | 120310 |"


def test_a_line_under_a_table_has_no_heading() -> None:
    text = "| Namn | Född |\n|---|---|\n| a | 120309 |\nArtikel 120310 kom"
    assert redact(text).text == text.replace("120309", "[födelsedatum]")


def test_a_word_that_goes_on_is_no_name_to_the_independent_check() -> None:
    assert remaining_identifiers("Berg-och-dalbana.", ["Anna Berg"]) == ()


def test_a_full_memory_of_words_forgets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_tables, "_REMEMBERED", 0)
    assert redact("Patientnumret 48213 gäller.").text == "Patientnumret [ärende] gäller."


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Mamma född år 1984", "Mamma född år [födelsedatum]"),
        ("Son f. -11, dotter f. 2014", "Son f. -[födelsedatum], dotter f. [födelsedatum]"),
        ("hon är född 84.", "hon är född [födelsedatum]."),
        ("född 2 veckor för tidigt, födda 10 min isär", "född 2 veckor för tidigt, födda 10 min isär"),
        ("född 30 mån efter, född 34 veckor", "född 30 mån efter, född 34 veckor"),
    ],
)
def test_a_year_of_birth_alone_goes(typed: str, read: str) -> None:
    assert redact(typed).text == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("mail: elin punkt sandell snabel-a example.com", "mail: [e-post]"),
        ("fisk-och-chips är wifi-lösen fisk-och-chips", "fisk-och-chips är wifi-lösen [lösenord]"),
        ("tyskt pass C01X00T47, pass 2 på B12", "tyskt pass [pass], pass 2 på B12"),
        (
            "se facebook.com/elsa.s.9, youtube.com/@elsa_s",
            "se facebook.com/[användarnamn], youtube.com/[användarnamn]",
        ),
        ("facebook.com/groups/npf och tiktok.com/explore", "facebook.com/groups/npf och tiktok.com/explore"),
    ],
)
def test_codes_and_accounts_in_other_forms_go(typed: str, read: str) -> None:
    assert redact(typed).text == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Hon är född den nionde mars tjugohundratolv", "Hon är född den [födelsedatum]"),
        ("född tredje april, född först", "född [födelsedatum], född först"),
        ("AFS-nr 44118-2 och loggnummer: 48213", "AFS-nr [ärende] och loggnummer: [ärende]"),
        ("färdtjänstkort 118-205, köplats 118205", "färdtjänstkort [ärende], köplats [ärende]"),
        ("Stödboende i Väst, hemteam Öst, boende Centrum", "Stödboende i Väst, hemteam Öst, boende Centrum"),
        ("fakturanr 88123, ordernummer 1182034, sidnummer 12", "fakturanr 88123, ordernummer 1182034, sidnummer 12"),
        ("vecka nr 20261, veckonummer 2025-10", "vecka nr 20261, veckonummer 2025-10"),
    ],
)
def test_numbers_that_any_word_names_and_days_in_words(typed: str, read: str) -> None:
    assert redact(typed).text == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("födelseår: 2011", "födelseår: [födelsedatum]"),
        ("2012-03-09 (födelsedag)", "[födelsedatum] (födelsedag)"),
        ("zoom-id 812 4477 2210 pw Q7x9za", "zoom-id [möteslänk] pw [lösenord]"),
        ("hyresavtal nr 112-0344-02, larmkod hemma 8812", "hyresavtal nr [ärende], larmkod hemma [lösenord]"),
    ],
)
def test_years_of_birth_agreements_and_codes_at_home_go(typed: str, read: str) -> None:
    assert redact(typed).text == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("ref.nr 4471 8820 33 från 2025 10 12", "ref.nr [ärende] från 2025 10 12"),
        ("kundnummer hos Ica banken 12345678", "kundnummer hos Ica banken [ärende]"),
        ("serienr på rullatorn 12345678", "serienr på rullatorn 12345678"),
        ("anmälan till IVO 3.5.1-11820/2025-4", "anmälan till IVO [ärende]"),
        ("lat: 59,3293 lon 18,0686", "lat: [position]"),
        (
            "kod till tvättstugan 2255, kod nyckelbox: 0912",
            "kod till tvättstugan [lösenord], kod nyckelbox: [lösenord]",
        ),
        ("han är Shadow#2231, spelar CS som kalle1337", "han är [användarnamn], spelar CS som [användarnamn]"),
        ("boende i Skövde, LSS-boendet Norrgården", "boende i Skövde, LSS-boendet [adress]"),
    ],
)
def test_numbers_and_homes_with_a_word_between_go(typed: str, read: str) -> None:
    assert redact(typed).text == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Är 14 år fyllda, det blir 5 i mars", "Är [ålder], det blir 5 i mars"),
        ("killen är sjutton, barnen är tre", "killen är [ålder], barnen är tre"),
        ("blir 18 i mars", "blir [ålder] i mars"),
        ("Är 2 år sen sist", "Är 2 år sen sist"),
    ],
)
def test_ages_without_a_subject_and_in_words_go(typed: str, read: str) -> None:
    assert redact(typed).text == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("la upp på TikTok (ekisen99)", "la upp på TikTok ([användarnamn])"),
        ("porten: 7788, porten 1530 stängs", "porten: [lösenord], porten 1530 stängs"),
        ("portkod är 19 42, lösenfras sol-vind-hav", "portkod är [lösenord], lösenfras [lösenord]"),
        ("anslut: Möte-ID 291 118 203 44, möte 2025-12-03", "anslut: Möte-ID [möteslänk], möte 2025-12-03"),
        ("vräkt från Åsgatan till boendet (Tallen)", "vräkt från [adress] till boendet ([adress])"),
        ("hus B plan 4, hämtas: Bergsg 12", "hus B plan 4, hämtas: [adress]"),
        ("Maj månad blir bra, snart 18 år.", "Maj månad blir bra, snart 18 år."),
        ("Snart 18 år. Snart 2 år på boendet.", "Snart [ålder]. Snart 2 år på boendet."),
    ],
)
def test_accounts_doors_and_homes_of_a_third_set_go(typed: str, read: str) -> None:
    assert redact(typed).text == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2011-03-03 är hon född, hon är sexton nu", "[födelsedatum] är hon född, hon är [ålder] nu"),
        ("hittade henne på snap, k1mmie", "hittade henne på snap, [användarnamn]"),
        ("användarnamn på Skola24: kimber01", "användarnamn på Skola24: [användarnamn]"),
        ("skolan: 6A Västerskolan, går årskurs 4 på Hagaskolan", "skolan: [klass], går [klass]"),
        ("lillebror i 2C, rummet i 2C", "lillebror i [klass], rummet i 2C"),
        ("hemma 14.00\nSIP 2: v 16", "hemma 14.00\nSIP 2: v 16"),
    ],
)
def test_births_accounts_and_classes_of_a_fourth_set_go(typed: str, read: str) -> None:
    assert redact(typed).text == read


def test_a_verb_before_the_name_it_is_part_of_stands() -> None:
    assert redact("Ring Siv om det. Siv Ring kommer.", ["Siv Ring"]).text == "Ring [namn] om det. [namn] kommer."


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("f-dat 041010, född oktober -04", "f-dat [födelsedatum], född [födelsedatum]"),
        ("mormor 76 hjälper, mormor 76 gånger", "mormor [ålder] hjälper, mormor 76 gånger"),
        ("pappan är trettiotvå, fyllda 18", "pappan är [ålder], fyllda [ålder]"),
        ("PIN-kod till kortet 1234, kod i trappen 2121", "PIN-kod till kortet [lösenord], kod i trappen [lösenord]"),
        ("google meet xyz-abcd-efg", "google meet [möteslänk]"),
        ("bor på Solgården, gick på Solgården", "bor på [adress], gick på Solgården"),
        ("patientavg 250 kr", "patientavg 250 kr"),
    ],
)
def test_births_codes_and_homes_of_a_fifth_set_go(typed: str, read: str) -> None:
    assert redact(typed).text == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("barn: 2 år, 6 år, möte varje år", "barn: [ålder], [ålder], möte varje år"),
        ("en grabb på 11, barnen på 3", "en grabb på [ålder], barnen på 3"),
        ("storasyster 21 o lillebror 8", "storasyster [ålder] o lillebror [ålder]"),
        ("hämtas av mamma 15 o pappa 16", "hämtas av mamma 15 o pappa 16"),
        ("steg 2 o fas 3", "steg 2 o fas 3"),
        ("lat/long 63.8258/20.2630", "lat/long [position]"),
        ("på samv 3, på granv 3", "på samv 3, på [adress]"),
        ("portkoden är bytt, nu 3108", "portkoden är bytt, nu [lösenord]"),
    ],
)
def test_ages_beside_ages_and_words_of_care_in_short(typed: str, read: str) -> None:
    assert redact(typed).text == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("portkod dagtid 6612, larmkod byts till 1208", "portkod dagtid [lösenord], larmkod byts till [lösenord]"),
        ("kod ges i april 2026, kod efter kl 1530", "kod ges i april 2026, kod efter kl 1530"),
        ("pass från Eritrea K0118203, pass nr: 8811 8203", "pass från Eritrea [pass], pass nr: [ärende]"),
        ("stödboende Ankaret 2 tr", "stödboende [adress] 2 tr"),
        ("flyg till Erbil", "flyg till Erbil"),
    ],
)
def test_codes_with_words_before_and_passports_go(typed: str, read: str) -> None:
    assert redact(typed).text == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("dottern 12, skolvägrar. Mamma 15, pappa 16", "dottern [ålder], skolvägrar. Mamma 15, pappa 16"),
        ("flyttar till Granitvägen 1/5, hemmet på Backgatan", "flyttar till [adress] 1/5, hemmet på [adress]"),
        ("P-plats 7, elev 8C", "P-plats 7, elev [klass]"),
    ],
)
def test_streets_before_a_day_and_pupils_of_a_class(typed: str, read: str) -> None:
    assert redact(typed).text == read
