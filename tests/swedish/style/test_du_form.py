"""What is written about the person is turned to the person, and what is written about others is left alone."""

from __future__ import annotations

import pytest

from sip_tui.swedish import words
from sip_tui.swedish.grammar.clause import words_of
from sip_tui.swedish.style.du_case import case
from sip_tui.swedish.style.du_form import Addressed, Addressee, address, find_about, with_pronoun_used

NOBODY = Addressee.of()
TUVA = Addressee.of("Tuva Ekmarken", "Tuva", others=("Samir Haddad", "Rut Lind"))


def turned(text: str) -> str:
    """The text with every fix made; what has none is put in square brackets."""
    for found in reversed(find_about(text, NOBODY)):
        text = text[: found.start] + (found.fix or f"[{found.words}]") + text[found.end :]
    return text


@pytest.mark.parametrize(
    ("text", "to_the_person"),
    [
        ("Patienten ska få sin medicin.", "Du ska få din medicin."),
        ("Kuratorn hjälper patienten varje onsdag.", "Kuratorn hjälper dig varje onsdag."),
        ("Vi ska ge patienten mer tid.", "Vi ska ge dig mer tid."),
        ("Hon vill börja skolan och klara sin matte.", "Du vill börja skolan och klara din matte."),
        ("Den enskilde önskar bo hos sin mamma.", "Du önskar bo hos din mamma."),
        ("Patientens mål är att sova bättre.", "Ditt mål är att sova bättre."),
        ("Patientens mål och behov gås igenom.", "Dina mål och behov gås igenom."),
        ("Den enskildes egna resurser.", "Dina egna resurser."),
        ("Brukarens egen plan", "Din egen plan"),
        ("BUP ringer patienten på fredag.", "BUP ringer dig på fredag."),
        ("Det är viktigt för klienten att ha lugn och ro.", "Det är viktigt för dig att ha lugn och ro."),
        ("När patienten mår bättre kan hon gå ut.", "När du mår bättre kan du gå ut."),
        ("Om patienten vill får mamma vara med.", "Om du vill får mamma vara med."),
        ("Information om patienten lämnas till skolan.", "Information om dig lämnas till skolan."),
        ("Den enskilda har rätt till hjälp.", "Du har rätt till hjälp."),
        ("Den enskilda personen ska vara med.", "Du ska vara med."),
        ("Vi frågar den enskilda personens familj.", "Vi frågar din familj."),
        ("Hans mamma ringer skolan.", "Din mamma ringer skolan."),
        ("Skolan ringer henne varje fredag.", "Skolan ringer dig varje fredag."),
        ("Hennes föräldrar är med.", "Dina föräldrar är med."),
        ("Hennes hem är lugnt.", "Ditt hem är lugnt."),
        ("Hennes nya skola är liten.", "Din nya skola är liten."),
        ("Brukaren klarar att sköta sin hygien.", "Du klarar att sköta din hygien."),
        (
            "Hon behöver hjälp med sin mat, sin städning och sina papper.",
            "Du behöver hjälp med din mat, din städning och dina papper.",
        ),
        ("Patientens anhöriga deltar. Det är hennes beslut.", "Dina anhöriga deltar. Det är hennes beslut."),
        ("Vad vill patienten?", "Vad vill du?"),
        ("Hur mår brukaren idag?", "Hur mår du idag?"),
        ("Hen behöver lugn. Vi hjälper hen.", "Du behöver lugn. Vi hjälper dig."),
        ("PATIENTEN SKA SOVA", "DU SKA SOVA"),
        ("- [ ] Patienten, mamma och BUP träffas", "- [ ] Du, mamma och BUP träffas"),
        ("**Patienten** ringer", "**Du** ringer"),
        ("Skolan och patienten ska träffas.", "Skolan och du ska träffas."),
        ("Du ska klä på sig själv.", "Du ska klä på dig själv."),
        ("Familjen säger att hon sover dåligt.", "Familjen säger att du sover dåligt."),
        ("Remissen skickas till patientens nya läkare.", "Remissen skickas till din nya läkare."),
        ("Ska patienten ta sin medicin själv?", "Ska du ta din medicin själv?"),
        ("Lyssna på patienten. Bjud in patienten.", "Lyssna på dig. Bjud in dig."),
        ("Ge också patienten tid.", "Ge också dig tid."),
        ("Idag kan inte huvudpersonen vara med.", "Idag kan inte du vara med."),
        ("Klienten och mamma ska ta med papper.", "Du och mamma ska ta med papper."),
        ("På måndag kommer kuratorn och träffar patienten.", "På måndag kommer kuratorn och träffar dig."),
        ("Kuratorn som träffar patienten", "Kuratorn som träffar dig"),
        ("Vilka mål har den enskilde?", "Vilka mål har du?"),
        ("patientens och familjens behov", "dina och familjens behov"),
        ("Individens skolarbete", "Ditt skolarbete"),
        ("Pa\u030a brukarens ra\u0308kning", "Pa\u030a din ra\u0308kning"),
        ("Idag träffar patienten kuratorn.", "Idag träffar du kuratorn."),
        ("På måndag ringer BUP patienten.", "På måndag ringer BUP dig."),
        ("Patienten hjälper vi på måndag.", "Dig hjälper vi på måndag."),
        ("mellan skolan och patienten", "mellan skolan och dig"),
        ("Du och mamma tar med sig sina papper.", "Du och mamma tar med er era papper."),
    ],
)
def test_the_person_is_spoken_to(text: str, to_the_person: str) -> None:
    assert turned(text) == to_the_person


@pytest.mark.parametrize(
    "text",
    [
        "Kuratorn sa att hon ringer.",
        "Anna berättar att hon är trött.",
        "Mamma säger att hon ska följa med.",
        "Kuratorn ringde i går. Hon återkommer på fredag.",
        "Pappa hämtar. Han kommer klockan tre.",
        "Enligt läkaren vill han vänta.",
        "Vi träffar Hans på måndag och hans chef.",
        "Hans ringer på måndag. Han tar med blanketten.",
        "Hans Berg kommer",
        "Hans och Greta ringer",
        "Socialsekreteraren tar med sig sin blankett.",
        "Skolsköterskan mäter och hon ringer hem.",
        "Din bror sa att han kommer.",
        "Gode mannen säger att han betalar.",
        "I dag sa Karin att hon ringer henne.",
        "Personalen på boendet frågar honom.",
        "Den enskilda skolan bestämmer.",
        "den enskilda insatsen",
        "Den enskilde läkaren bestämmer.",
        "Patienterna väntar, och brukarnas råd möts.",
        "En patient, en brukare och en klient",
        "Patient-id och klient-nummer",
        "Barnet är trött, och eleven med.",
        "Du ska ta din medicin.",
        "Du vill att skolan ska göra sitt bästa.",
        "Du ber mamma ta sin bil.",
        "Du träffar kuratorn på sin mottagning.",
        "Skolan gör sitt bästa, och BUP sin del.",
        "I dag är det du som är huvudpersonen.",
        "Hit kom handen, hennas och Hansson.",
        "Honung, hanne, hent och hennessy",
        "Vi ses. De kommer. Man vet aldrig.",
        "",
    ],
)
def test_others_are_left_alone(text: str) -> None:
    assert find_about(text, NOBODY) == ()


def test_the_child_is_the_person_only_when_told_so() -> None:
    assert find_about("Barnets mål", NOBODY) == ()
    found = find_about("Barnets skola. Eleven vill.", Addressee.of(child=True))
    assert [(each.words, each.fix) for each in found] == [("Barnets", "Din"), ("Eleven", "Du")]


def test_a_verb_alone_has_no_subject_after_it() -> None:
    assert address("Orkar. Ringer Tuva?", TUVA).text == "Orkar. Ringer du?"


def test_the_same_said_of_the_person_too_may_go_on() -> None:
    words = words_of("Johan vill bada, Maja också på fredag kväll")
    assert case(words, 3, 3) == "du"


def test_what_is_known_ends_with_the_paragraph() -> None:
    text = "Kuratorn ringde.\nHon mår bra.\n\nHon mår bra."
    assert turned(text) == "Kuratorn ringde.\nHon mår bra.\n\nDu mår bra."


@pytest.mark.parametrize(
    ("text", "to_the_person"),
    [
        ("Rut ringer.\nTuva sa att hon vilar.", "Rut ringer.\nDu sa att du vilar."),
        ("Rut ringer.\nLäsa för Tuva när hon är hos sin pappa", "Rut ringer.\nLäsa för dig när du är hos din pappa"),
        ("Rut ringer.\nHon möter Tuva när hon slutar.", "Rut ringer.\nHon möter Tuva när hon slutar."),
        ("Rut: Tuva sover, hon är trött", "Rut: du sover, du är trött"),
        ("Rut ringer. Tuva sa att hon vilar.", "Rut ringer. Tuva sa att hon vilar."),
        ("Rut ringer.\nRut och Tuva sa att hon vilar.", "Rut ringer.\nRut och Tuva sa att hon vilar."),
    ],
)
def test_a_line_with_the_person_first_is_about_the_person(text: str, to_the_person: str) -> None:
    assert address(text, TUVA).text.lower() == to_the_person.lower()


def test_unsure_span_is_the_sentence_in_the_new_text() -> None:
    found = address("Tuva vilar. Mamma ringer Tuva när hon slutar. Tuva äter.", TUVA)
    ((start, end),) = found.unsure
    assert found.text == "Du vilar. Mamma ringer Tuva när hon slutar. Du äter."
    assert found.text[start:end] == "Mamma ringer Tuva när hon slutar"


def test_action_of_the_person_has_the_reflexives_too() -> None:
    assert address("Tar sin medicin och klär på sig", TUVA, acts=True).text == "Tar din medicin och klär på dig"
    assert address("Tar sin bil", TUVA).text == "Tar sin bil"
    assert address("Hör av sig till mamma om sin medicin", TUVA, acts=True).text == (
        "Hör av dig till mamma om din medicin"
    )
    assert address("Höra av sig till Tuva", TUVA, acts=True).text == "Höra av sig till dig"
    assert address("Medicin", TUVA, acts=True) == Addressed("Medicin")


def test_initial_and_the_same_said_of_the_person_too() -> None:
    person = TUVA.also_written("T")
    assert address("T vilar.", person).text == "Du vilar."
    assert address("Abdi får kopia, Tuva också.", TUVA).text == "Abdi får kopia, du också."
    assert address("Vi tar kontakt med Ambulans. Tuva vilar.", TUVA).text == "Vi tar kontakt med Ambulans. Du vilar."


def test_somebody_behind_a_preposition_may_be_meant() -> None:
    found = address("Tuva och Samir hälsar på hos Rut. Kuratorn hjälper henne.", TUVA)
    assert [found.text[start:end] for start, end in found.unsure] == ["Kuratorn hjälper henne"]


def test_person_is_found_by_other_ways_to_write_the_name() -> None:
    person = Addressee.of("Tuva").also_written("Tuvis", "T.E.", "!")
    assert person.names == {"tuva", "tuvis", "t e"}
    assert address("Tuvis behöver vila.", person).text == "Du behöver vila."


def test_pronouns_go_by_the_given_name_or_as_told() -> None:
    assert Addressee.of("Tuva").pronouns == {"hon", "hen"}
    assert Addressee.of("Kim").pronouns == {"hon", "han", "hen"}
    assert Addressee.of("Kim", pronouns="han").pronouns == {"han", "hen"}


@pytest.mark.parametrize(
    ("texts", "pronouns"),
    [
        (["noor är trött. han öppnar inte."], {"han", "hen"}),
        (["Noor vill att hon ringer.", "Noor och han"], {"hon", "han", "hen"}),
        (["mona ringer noor om hon kan. noor är trött, han vilar"], {"han", "hen"}),
        (["noor ringer mona när hon kan", "Mona ringer. Hon kan."], {"hon", "han", "hen"}),
        ([], {"hon", "han", "hen"}),
        (["Vi ses på fredag.\n\nNoor är trött. Han vilar."], {"han", "hen"}),
    ],
)
def test_pronoun_close_after_the_name_settles_it(texts: list[str], pronouns: set[str]) -> None:
    noor = Addressee.of("Noor Tesfay", others=["Mona Lind"])
    assert with_pronoun_used(noor, texts).pronouns == pronouns


def test_pronoun_that_is_known_is_not_settled_by_texts() -> None:
    noor = Addressee.of("Noor Tesfay", pronouns="hen")
    assert with_pronoun_used(noor, ["Noor är trött. Han vilar."]) is noor


@pytest.mark.parametrize(
    ("text", "to_the_person"),
    [
        ("W vill sova", "Du vill sova"),
        ("farmor övar läsning m W", "farmor övar läsning m dig"),
        ("ordnar att W slipper", "ordnar att du slipper"),
        ("pratat om veckan, W visar sitt schema", "pratat om veckan, du visar ditt schema"),
        ("plan W är klar", "plan W är klar"),
        ("tycker mamma att hon är trött", "tycker mamma att hon är trött"),
        ("vilar.", "vilar."),
        ("tar sin medicin när hon vill", "tar din medicin när du vill"),
        ("Wilda: vilar, tänker på sin mamma", "Du: vilar, tänker på din mamma"),
        ("mamma vill ha fler dagar, Wilda färre", "mamma vill ha fler dagar, du färre"),
        ("Malin får kopia, Wilda också", "Malin får kopia, du också"),
        ("kopia till mamma, Malin o W på mejl", "kopia till mamma, Malin o dig på mejl"),
    ],
)
def test_notes_without_a_subject_are_about_the_person(text: str, to_the_person: str) -> None:
    person = Addressee.of("Wilda Broström", "Wilda", others=("Malin Broström",)).also_written("W", "Wildan")
    assert address(text, person).text == to_the_person


def test_what_the_person_does_is_told_of_the_person() -> None:
    person = Addressee.of("Wilda Broström", "Wilda", others=("Jonna Vik",))
    assert address("Mejlar Jonna om hon inte orkar", person, acts=True).text == "Mejlar Jonna om du inte orkar"


@pytest.mark.parametrize(
    ("text", "to_the_person"),
    [
        ("Rut vet att Tuva och hennes mamma kommer.", "Rut vet att du och din mamma kommer."),
        ("Lena Lind kom. L frågar om hon vill.", "Lena Lind kom. L frågar om hon vill."),
        ("Samir ringer Rut och hon svarar henne.", "Samir ringer Rut och hon svarar dig."),
        ("Igår frågade Rut Tuva om hon vill ha sin bok.", "Igår frågade Rut dig om du vill ha din bok."),
    ],
)
def test_who_a_pronoun_is_goes_by_who_was_named(text: str, to_the_person: str) -> None:
    assert address(text, TUVA).text == to_the_person


def test_initial_after_a_verb_with_a_person_is_the_person() -> None:
    assert address("Samir hjälper T.", TUVA.also_written("T")).text == "Samir hjälper dig."


@pytest.mark.parametrize(
    ("text", "to_the_person"),
    [
        ("T. hör av sig till soc själv.", "Du hör av dig till soc själv."),
        ("- T. har svårt att koncentrera sig.", "- Du har svårt att koncentrera dig."),
        ("T. vill ringa sin syster. Mamma väntar.", "Du vill ringa din syster. Mamma väntar."),
        ("Pappa hämtar T. på fredag.", "Pappa hämtar dig på fredag."),
        ("Pappa hämtar T. Hon orkar inte gå själv.", "Pappa hämtar dig. Du orkar inte gå själv."),
        ("Kuratorn ringer T. Inget svar än.", "Kuratorn ringer dig. Inget svar än."),
        ("Mamma bor t. v. hos mormor.", "Mamma bor t. v. hos mormor."),
    ],
)
def test_stop_of_an_initial_goes_with_it(text: str, to_the_person: str) -> None:
    assert address(text, TUVA.also_written("T")).text == to_the_person


def test_initial_that_is_a_grade_is_no_person() -> None:
    assert address("Tuva fick T i matte.", TUVA.also_written("T")).text == "Du fick T i matte."
    assert address("Samir ringer upp T varje dag.", TUVA.also_written("T")).text == "Samir ringer upp dig varje dag."
    assert address("Samir o T skriver ihop.", TUVA.also_written("T")).text == "Samir o du skriver ihop."
    assert address("Grupp S o T har idrott.", TUVA.also_written("T")).text == "Grupp S o T har idrott."
    assert address("S o T ses i mars.", TUVA.also_written("T")).text == "S o du ses i mars."
    assert address("X o T ses i mars.", TUVA.also_written("T")).text == "X o T ses i mars."
    assert address("I går kom I sent. I vill det.", TUVA.also_written("I")).text == "I går kom du sent. Du vill det."
    assert address("Ts mamma hämtar t T 2 ggr.", TUVA.also_written("T")).text == "Din mamma hämtar t dig 2 ggr."
    assert address("Samir fick T att skratta.", TUVA.also_written("T")).text == "Samir fick dig att skratta."


def test_role_and_name_are_one_and_who_speaks_is_no_other() -> None:
    ali = Addressee.of("Ali Nouri", "Ali", others=("Göran Nouri", "Åsa Nouri"), roles=[("Göran Nouri", "pappa")])
    text = "Ali minns inte allt, pappa fyller i.\nGöran: han trodde att vi ljög för honom"
    assert address(text, ali).text == "Du minns inte allt, pappa fyller i.\nGöran: du trodde att vi ljög för dig"


@pytest.mark.parametrize("word", sorted(words("lived", "predicates") | words("lived", "whereabouts")))
def test_what_is_said_of_a_name_in_s_is_not_owned(word: str) -> None:
    assert address(f"Lukas {word} på mötet", Addressee.of("Lukas Ek", "Lukas")).text == f"Du {word} på mötet"


def test_rights_and_homes_are_owned_by_a_name_in_s() -> None:
    lukas = Addressee.of("Lukas Ek", "Lukas")
    assert address("Lukas rätt till stöd. Lukas hem är fint. Lukas hem nu.", lukas).text == (
        "Din rätt till stöd. Ditt hem är fint. Du hem nu."
    )


@pytest.mark.parametrize("word", sorted(words("lived", "predicates")))
def test_one_who_is_described_after_a_comma_is_the_subject(word: str) -> None:
    assert address(f"Rut sätter ut Furix, Tuva {word}", TUVA).text == f"Rut sätter ut Furix, du {word}"


@pytest.mark.parametrize("letter", "ABDEFGHJKLMNOPRSTVWÅÄÖ")
def test_letter_that_stands_for_the_person_is_one_who_owns(letter: str) -> None:
    person = TUVA.also_written(letter)
    assert address(f"{letter} har inte hämtat ut sin medicin.", person).text == "Du har inte hämtat ut din medicin."
    assert address(f"Då sätter {letter} sig.", person).text == "Då sätter du dig."
    assert address(f"Samir duschar inte {letter} längre.", person).text == "Samir duschar inte dig längre."


@pytest.mark.parametrize(
    ("text", "to_the_person"),
    [
        ("Rut lugnar Tuva när hon är rädd.", "Rut lugnar dig när du är rädd."),
        ("Tuva ringer polisen när hon är rädd.", "Du ringer polisen när du är rädd."),
        ("Tuva: hon tog min bok.", "Du: hon tog min bok."),
        ("Tuva: gärna men inte hon från sist.", "Du: gärna men inte hon från sist."),
        ("Får Tuva feber ringer vi.", "Får du feber ringer vi."),
    ],
)
def test_who_she_is_by_what_stands_near(text: str, to_the_person: str) -> None:
    assert address(text, TUVA).text == to_the_person


@pytest.mark.parametrize(
    ("text", "to_the_person"),
    [
        ("Samir hämtar Lukas första dagen.", "Samir hämtar dig första dagen."),
        ("Samir ger Lukas kvitton varje månad.", "Samir ger dig kvitton varje månad."),
        ("Samir ger Lukas mamma kvitton.", "Samir ger din mamma kvitton."),
        ("Lukas tål inte lukten.", "Du tål inte lukten."),
        ("Lukas snoozar inte mer.", "Du snoozar inte mer."),
        ("Får Lukas feber ringer vi.", "Får du feber ringer vi."),
        ("Vem hittar Lukas om något händer?", "Vem hittar dig om något händer?"),
    ],
)
def test_name_in_s_owns_only_what_can_be_owned(text: str, to_the_person: str) -> None:
    assert address(text, Addressee.of("Lukas Ek", "Lukas", others=("Samir Haddad",))).text == to_the_person


def test_letter_after_what_it_tells_is_the_person() -> None:
    text = "Rut är den enda T pratar med."
    assert address(text, TUVA.also_written("T")).text == "Rut är den enda du pratar med."
    assert address("Rut ser Tuva räkna när hon får sitta själv.", TUVA).text == (
        "Rut ser dig räkna när du får sitta själv."
    )


@pytest.mark.parametrize(
    ("text", "to_the_person"),
    [
        ("Två killar härmar Tuva på bussen.", "Två killar härmar dig på bussen."),
        ("Inga fler prov om inte Tuva har ont.", "Inga fler prov om inte du har ont."),
        ("Ja om Tuva är med på det.", "Ja om du är med på det."),
        ("Ingen vuxen håller fast Tuva om det går.", "Ingen vuxen håller fast dig om det går."),
        ("Mötet blir av fast Tuva är sjuk.", "Mötet blir av fast du är sjuk."),
    ],
)
def test_who_does_it_to_whom(text: str, to_the_person: str) -> None:
    assert address(text, TUVA).text == to_the_person


def test_what_is_not_decided_without_the_person() -> None:
    assert address("Beslut tas inte utan Tuva.", TUVA).text == "Beslut tas inte utan dig."


def test_whom_a_helper_finds_is_no_helper() -> None:
    staff = ("Rut Lind", "Liv Sten")
    tuva = Addressee.of("Tuva Ekmarken", "Tuva", others=staff, helpers=staff)
    before = "Rut kan komma oftare om Tuva vill.\n"
    assert address(before + "Liv hittar henne på golvet", tuva).text.endswith("Liv hittar dig på golvet")
    assert address(before + "Liv ringer henne", tuva).text.endswith("Liv ringer henne")
    assert address(before + "Mamma hittar henne", tuva).text.endswith("Mamma hittar henne")
