"""Who is called by name, what is said to be whose, and whom "hon" is by what is said."""

from __future__ import annotations

import pytest

from sip_tui.swedish.style.du_form import Addressee, address

OTHERS = ("Samir Haddad", "Rut Lind", "Bo Berg", "Stig Dahl", "Liv Sten", "My Nordin")
TUVA = Addressee.of("Tuva Ekmarken", "Tuva", others=OTHERS)


@pytest.mark.parametrize(
    ("text", "to_the_person"),
    [
        ("Tuva, vad vill du?", "Vad vill du?"),
        ("TUVA, VAD VILL DU?", "VAD VILL DU?"),
        ("Tuva du behöver inte svara.", "Du behöver inte svara."),
        ("Tuva, berätta hur du har det.", "Berätta hur du har det."),
        ("Tuva, hur känns det för dig?", "Hur känns det för dig?"),
        ("Rut: Tuva, vad vill du?", "Rut: vad vill du?"),
        ("Vad vill du, Tuva?", "Vad vill du?"),
        ("Hej Tuva, hur mår du?", "Hej, hur mår du?"),
        ("Bra jobbat Tuva!", "Bra jobbat!"),
        ("Samir har i dag jobbat. Tuva vilar.", "Samir har i dag jobbat. Du vilar."),
    ],
)
def test_the_name_goes_where_the_person_is_called(text: str, to_the_person: str) -> None:
    assert address(text, TUVA).text == to_the_person


@pytest.mark.parametrize(
    "text",
    [
        "Tuva, som är trött, vill att du ringer.",
        "Tack Tuva, Rut och Bo!",
        "Snälla Tuva, kom hit.",
        "Kom in Tuva, sätt dig.",
        "”Tuva, vad vill du?” frågade My.",
        "Vår dotter Tuva sover.",
        "Då sätter sig Tuva och My.",
        "Eleven Tuva har svårt att komma.",
        "Vi vet inte vilken Tuva som kommer hem.",
    ],
)
def test_where_the_name_cannot_go_the_sentence_waits(text: str) -> None:
    found = address(text, TUVA)
    assert found.unsure
    assert found.text == text


@pytest.mark.parametrize(
    ("text", "to_the_person"),
    [
        ("Valet är Tuvas.", "Valet är ditt."),
        ("Schemat är inte Tuvas utan skolans.", "Schemat är inte ditt utan skolans."),
        ("Orden är Tuvas.", "Orden är dina."),
        ("Ansvaret är Tuvas och föräldrarnas.", "Ansvaret är ditt och föräldrarnas."),
        ("Stugan är Tuvas och Ruts sommarhus.", "Stugan är ditt och Ruts sommarhus."),
        ("Mötet är Tuvas och det märks.", "Mötet är ditt och det märks."),
        ("Timmarna är Tuvas och får sparas.", "Timmarna är dina och får sparas."),
        ("Rätten att tacka nej är Tuvas.", "Rätten att tacka nej är din."),
        ("Rummet ska bli Tuvas.", "Rummet ska bli ditt."),
        ("Är cykeln Tuvas?", "Är cykeln din?"),
        ("Vilket skåp är Tuvas?", "Vilket skåp är ditt?"),
        ("Rummet och cykeln är Tuvas.", "Rummet och cykeln är dina."),
        ("Tuvas dator är Tuvas.", "Din dator är din."),
        ("Vi vill att beslutet är Tuvas.", "Vi vill att beslutet är ditt."),
        ("Frågan är Tuvas att svara på.", "Frågan är din att svara på."),
        ("Sömnen är Tuvas största problem.", "Sömnen är ditt största problem."),
        ("Det är Tuvas största problem.", "Det är ditt största problem."),
        ("En av Tuvas lärare slutar.", "En av dina lärare slutar."),
        ("Bo ger Tuva ett rum på kortis som är bara hennes.", "Bo ger dig ett rum på kortis som är bara ditt."),
        ("Tuva får egna nycklar som är hennes.", "Du får egna nycklar som är dina."),
        ("Bilden som är Tuvas är fin.", "Bilden som är din är fin."),
    ],
)
def test_what_is_said_to_be_the_persons(text: str, to_the_person: str) -> None:
    found = address(text, TUVA)
    assert (found.text, found.unsure) == (to_the_person, ())


@pytest.mark.parametrize(
    "text",
    ["Det är Tuvas.", "Bladen är Tuvas.", "Tuva vill ha en plats i ett rum som är hennes.", "Nu blir Tuvas."],
)
def test_what_is_owned_is_not_guessed(text: str) -> None:
    found = address(text, TUVA)
    assert found.text == text
    assert found.unsure


@pytest.mark.parametrize(
    ("text", "to_the_person"),
    [
        ("Tuvas mormor lovar att hon kommer.", "Din mormor lovar att hon kommer."),
        ("Rut lovade Tuva att hon ska hämta.", "Rut lovade dig att hon ska hämta."),
        ("Rut sa till Tuva att hon är så jätteledsen.", "Rut sa till dig att hon är så jätteledsen."),
        ("Rut sa till Tuva att hon skäms, och gick.", "Rut sa till dig att hon skäms, och gick."),
        ("Rut sa till Tuva att hon älskar henne.", "Rut sa till dig att hon älskar dig."),
        ("Liv sa till Tuva att hon inte behöver svara.", "Liv sa till dig att du inte behöver svara."),
        ("Liv förklarade för Tuva varför hon får medicin.", "Liv förklarade för dig varför du får medicin."),
        ("När Tuva tänker på sin mormor blir hon ledsen.", "När du tänker på din mormor blir du ledsen."),
        ("Tuva vill att jag ringer Rut åt henne.", "Du vill att jag ringer Rut åt dig."),
        ("Tuva är vår dotter och vi älskar henne.", "Du är vår dotter och vi älskar dig."),
        ("My har sett att Tuva ritar när hon lyssnar.", "My har sett att du ritar när du lyssnar."),
    ],
)
def test_who_is_meant_by_what_is_said(text: str, to_the_person: str) -> None:
    found = address(text, TUVA)
    assert (found.text, found.unsure) == (to_the_person, ())


@pytest.mark.parametrize(
    "text",
    [
        "Tuvas mamma säger att hon sover dåligt.",
        "Rut sa till Tuva att hon tror för lite på sig själv.",
        "Rut sa till Tuva att hon ska ringa.",
        "Rut ringde Tuva och sa att hon var ledsen.",
        "Tuva saknar Rut, hon gråter på kvällarna.",
        "Tuva litar på Liv, hon förstår henne.",
        "Rut pratar med Tuva om henne.",
    ],
)
def test_who_may_be_either_waits(text: str) -> None:
    found = address(text, TUVA)
    assert found.text == text
    assert found.unsure


@pytest.mark.parametrize(
    ("text", "to_the_person"),
    [
        ("Bo hämtar Tuva i sin nya bil.", "Bo hämtar dig i sin nya bil."),
        ("Bo och Tuva ska lära sig tecken.", "Bo och du ska lära er tecken."),
        ("Utan sin hund vågar Tuva inte gå ut.", "Utan din hund vågar du inte gå ut."),
        ("I stället för att skada sig ritar Tuva.", "I stället för att skada dig ritar du."),
        ("Mig pratar Tuva inte med.", "Mig pratar du inte med."),
        ("Stig ringer Tuva innan de ses.", "Stig ringer dig innan ni ses."),
        ("Tuva låter andra skriva av henne.", "Du låter andra skriva av dig."),
        ("Eleverna väljer gärna Tuva.", "Eleverna väljer gärna dig."),
        ("Bo säger att det är han och Tuva mot världen.", "Bo säger att det är han och du mot världen."),
        ("Tuva säger att de nya flickorna fryser ut henne.", "Du säger att de nya flickorna fryser ut dig."),
        ("Tuva vet att tjejerna fryser ut henne.", "Du vet att tjejerna fryser ut dig."),
        ("Stig visar Tuva sitt rum.", "Stig visar dig sitt rum."),
        ("Bo kvar hos mormor tills Tuva har sitt rum.", "Bo kvar hos mormor tills du har ditt rum."),
        ("På kvällen känner sig Tuva ensam.", "På kvällen känner du dig ensam."),
        ("Samir lär Tuva att andas sig lugn.", "Samir lär dig att andas dig lugn."),
        ("Förr cyklade Bo och Tuva ihop.", "Förr cyklade Bo och du ihop."),
        ("Allt oftare hjälper Tuva till.", "Allt oftare hjälper du till."),
        ("De senaste veckorna sover Tuva dåligt.", "De senaste veckorna sover du dåligt."),
        ("Större delen av tiden sover Tuva.", "Större delen av tiden sover du."),
        ("Flera gånger om dagen ringer Tuva hem.", "Flera gånger om dagen ringer du hem."),
        ("Om kvällarna går Tuva omkring.", "Om kvällarna går du omkring."),
        ("Sedan i våras träffar Tuva sina vänner.", "Sedan i våras träffar du dina vänner."),
        ("Måndagar passar Tuva bäst.", "Måndagar passar dig bäst."),
        ("Förra veckan oroade Tuva sig.", "Förra veckan oroade du dig."),
        ("När det är som värst håller Tuva i en isbit.", "När det är som värst håller du i en isbit."),
        ("Om Tuva inte ätit ringer vi.", "Om du inte ätit ringer vi."),
        ("Oklart om Tuva kan komma.", "Oklart om du kan komma."),
        ("Remiss till dietist om Tuva vill.", "Remiss till dietist om du vill."),
        ("Det är vi som ska ändra oss, inte Tuva.", "Det är vi som ska ändra oss, inte du."),
        ("Sätter Tuva bredvid någon hon känner.", "Sätter dig bredvid någon du känner."),
    ],
)
def test_who_does_what_by_the_order_of_words(text: str, to_the_person: str) -> None:
    found = address(text, TUVA)
    assert (found.text, found.unsure) == (to_the_person, ())


@pytest.mark.parametrize("text", ["Vissa dagar stressar Tuva Rut.", "Socialt påverkar Tuva klassen."])
def test_a_time_that_may_do_it_waits(text: str) -> None:
    found = address(text, TUVA)
    assert found.text == text
    assert found.unsure
