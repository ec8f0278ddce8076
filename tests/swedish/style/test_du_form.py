"""What is written about the person is turned to the person, and what is written about others is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.swedish.grammar.word_set import word_set
from sip_tui.swedish.style.du_form import to_you


def turned(text: str) -> str:
    """The text with every fix made; what has none is put in square brackets."""
    for one in reversed(to_you(text)):
        text = text[: one.start] + (one.fix or f"[{one.words}]") + text[one.end :]
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
    ],
)
def test_the_person_is_spoken_to(text: str, to_the_person: str) -> None:
    assert turned(text) == to_the_person


@pytest.mark.parametrize(
    "text",
    [
        "Idag träffar [patienten] kuratorn.",
        "På måndag ringer BUP [patienten].",
        "[Patienten] hjälper vi på måndag.",
        "mellan skolan och [patienten]",
    ],
)
def test_where_it_can_be_read_both_ways_nothing_is_proposed(text: str) -> None:
    assert turned(text.replace("[", "").replace("]", "")) == text


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
        "Du och mamma tar med sig sina papper.",
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
    assert to_you(text) == ()


def test_the_child_is_the_person_only_when_told_so() -> None:
    assert to_you("Barnets mål") == ()
    assert [(one.words, one.fix) for one in to_you("Barnets skola. Eleven vill.", child=True)] == [
        ("Barnets", "Din"),
        ("Eleven", "Du"),
    ]


def test_what_is_known_of_one_line_ends_with_it() -> None:
    assert turned("Kuratorn ringde. Hon mår bra.\nHon mår bra.") == "Kuratorn ringde. Hon mår bra.\nDu mår bra."


WORDS = st.sampled_from(
    sorted(
        word_set(
            """
            Patienten patienten patientens den enskilde enskilda personen hon Hon henne hennes Hans hans hen du sig sin
            sitt ska vill hjälper ringer ge till för om och att som mamma Anna BUP mål . , ! - På inte mår träffar
            """
        )
        | {"\n"}
    )
)


@settings(max_examples=150)
@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_a_fix_removes_its_hint_and_changes_nothing_else(text: str) -> None:
    behind = 0
    for one in to_you(text):
        assert text[one.start : one.end] == one.words
        assert behind <= one.start < one.end
        behind = one.end
        if one.fix is not None:
            fixed = text[: one.start] + one.fix + text[one.end :]
            assert fixed.startswith(text[: one.start])
            assert fixed.endswith(text[one.end :])
            assert all(again.start != one.start for again in to_you(fixed))


@settings(max_examples=60)
@given(st.text())
def test_no_text_is_an_error(text: str) -> None:
    assert all(text[one.start : one.end] == one.words for one in to_you(text, child=True))
