"""Where a name of the roll that is a word, an initial or a title stands, and who it is there."""

from __future__ import annotations

import pytest

from sip_tui.privacy import KnownName, find, redact

ROLL = [
    KnownName("Wilda Broström", "personen"),
    KnownName("Sol Hedman", "psykologen"),
    KnownName("My Nordin", "mentorn"),
    KnownName("Dag Åkesson", "rektorn"),
    KnownName("Elisabet Modin", "rektorn"),
    KnownName("Bo Ek", "pappa"),
    KnownName("Kal Mattsson", "gode mannen"),
    KnownName("Omar Fares", "kuratorn"),
    KnownName("Therese Ek", "mamma"),
]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("W vill sova", "Personen vill sova"),
        ("BEk ringer", "Pappa ringer"),
        ("OF kan inte lova", "Kuratorn kan inte lova"),
        ("EM kan inte lova", "Rektorn kan inte lova"),
        ("kommer EM lovar hon", "kommer EM lovar hon"),
        ("EM spelas i juni", "EM spelas i juni"),
        ("när W o T säger det", "när personen o mamma säger det"),
        ("mötet med W o T", "mötet med personen o mamma"),
        ("frågar Sol o W på fredag", "frågar psykologen o personen på fredag"),
        ("grupp W o T har", "grupp W o T har"),
        ("övar läsning m W", "övar läsning m personen"),
        ("ordnar att W slipper", "ordnar att personen slipper"),
        ("plan W är klar", "plan W är klar"),
        ("frågade bo om helgen", "frågade pappa om helgen"),
        ("kals beslut gäller", "Gode mannens beslut gäller"),
        ("Hon tittar på My Hero Academia.", "Hon tittar på My Hero Academia."),
        ("Sol på länk", "Psykologen på länk"),
        ("läser upp vad W skrivit", "läser upp vad personen skrivit"),
        ("magont enl W", "magont enl personen"),
        ("theres ringer på fredag", "Mamma ringer på fredag"),
        ("bo: kan hämta på fredag", "Pappa: kan hämta på fredag"),
        ("Bo (pappa) ny tid", "Pappa (pappa) ny tid"),
        ("bo (hemma) kostar", "bo (hemma) kostar"),
        ("dag: tisdag 3/12", "dag: tisdag 3/12"),
        ("när det blir värre ringer Wilda Omar", "när det blir värre ringer personen kuratorn"),
    ],
)
def test_a_name_is_told_by_what_stands_around_it(typed: str, read: str) -> None:
    assert redact(typed, ROLL).text == read


def test_a_label_that_is_a_name_waits() -> None:
    [found] = find("Max: 20 min per pass", ["Max Ö"])
    assert found.kind == "possible_name"
    assert redact("ring Ring om det, max: 20 min", ["Ring Ö", "Max Ö"]).text == "ring [namn] om det, max: 20 min"


def test_a_name_that_may_be_a_word_waits() -> None:
    [found] = find("Dag på plats", ROLL)
    assert (found.kind, found.level, found.replacement) == ("possible_name", "warn", "rektorn")


def test_a_word_is_no_stranger_who_was_named_before() -> None:
    assert redact("Kompisen Ester ringde.\n\nEster 3 hämtas. Då kom Ester.").text.endswith("Då kom [namn].")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Hon har en tröja med Lilla My.", "Hon har en tröja med Lilla My."),
        ("Han gillar Guns N' Roses, Gun inte.", "Han gillar Guns N' Roses, farmor inte."),
        ("De sjöng Sol, vind och vatten med Sol.", "De sjöng Sol, vind och vatten med psykologen."),
        ("ÅF bestämmer, AF ringer", "Rektorn bestämmer, AF ringer"),
        ("Tåget till Lund är sent.", "Tåget till Lund är sent."),
        ("Ring till Lund i morgon.", "Ring till pappa i morgon."),
        ("Han fick råd av Råd.", "Han fick råd av handläggaren."),
        ("Hans tankar går runt, säger han.", "Hans tankar går runt, säger han."),
    ],
)
def test_titles_towns_and_words_are_nobody(typed: str, read: str) -> None:
    roll = [
        *(KnownName("My Nordin", "mentorn"), KnownName("Gun Hedman", "farmor"), KnownName("Rose Quist", "läkaren")),
        *(KnownName("Sol Ek", "psykologen"), KnownName("Åsa Falk", "rektorn"), KnownName("Tor Lund", "pappa")),
        *(KnownName("Siv Råd", "handläggaren"), KnownName("Hans Berg", "LSS-handläggaren")),
    ]
    assert redact(typed, roll).text == read


def test_hans_who_says_it_himself_is_somebody() -> None:
    [found] = find("Hans förslag är att vänta, sa han själv.", [KnownName("Hans Berg", "handläggaren")])
    assert found.kind == "name"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("MS tar det, MS kan bli värre", "[namn] tar det, MS kan bli värre"),
        ("s.h. mejlar", "[namn] mejlar"),
        ("enl m.s. funkar det, m.m. ingår", "enl [namn] funkar det, m.m. ingår"),
    ],
)
def test_initials_in_small_letters_and_of_an_illness(text: str, read: str) -> None:
    assert redact(text, ["My Stål", "Sol Nord", "Samir Haddad", "Mona Malm"]).text == read


def test_an_adjective_beside_a_name_of_the_roll_waits() -> None:
    [first, second] = find("liv o kal oroliga", ["Liv Dal", "Kal Dal"])
    assert (first.kind, second.kind) == ("name", "possible_name")
    assert redact("RUT TAR DET, RUT-avdrag", ["Rut Sten"]).text == "[namn] TAR DET, RUT-avdrag"


INITIALS = [
    KnownName("Mikael Storm", "personen", has_letter=True),
    KnownName("Ulrika Storm", "hustrun"),
    KnownName("Nadia Rahimi", "sjuksköterskan"),
    KnownName("Tomas Krook", "läkaren"),
    KnownName("Karin Falk", "biståndshandläggaren"),
    KnownName("Olle Malm", "rektorn"),
    KnownName("Ärla Rask", "kuratorn"),
    KnownName("Uno Kall", "mentorn"),
    KnownName("Kia Lo", "chefen"),
]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Önskemål US: en natt ledigt", "Önskemål hustrun: en natt ledigt"),
        ("NR: 2 inläggningar", "Sjuksköterskan: 2 inläggningar"),
        ("vem tar det (NR)", "vem tar det (sjuksköterskan)"),
        ("nr 12, NR 12 och NR. 4", "nr 12, NR 12 och NR. 4"),
        ("LÄMNA TEL NR HÄR", "LÄMNA TEL NR HÄR"),
        ("Samtal US 14/11: grät", "Samtal hustrun 14/11: grät"),
        ("Besök TK 13.30", "Besök läkaren 13.30"),
        ("TK 3 visar, TK 112/70", "TK 3 visar, TK 112/70"),
        ("vi ber NR/TK svara, B-TK", "vi ber sjuksköterskan/läkaren svara, B-TK"),
        ("vår sekr:NR skriver", "vår sekr:Sjuksköterskan skriver"),
        ("a:TK", "a:TK"),
        ("UK + TK gör planen", "Mentorn + läkaren gör planen"),
        ("UK och FN", "UK och FN"),
        ("TK o UK gör planen", "Läkaren o mentorn gör planen"),
        ("FN o UK", "FN o UK"),
        ("KL kommer KL. 13, KL 14", "Chefen kommer KL. 13, KL 14"),
        ("sekr. Ulrika skriver", "sekr. hustrun skriver"),
        ("UK är ett land", "UK är ett land"),
        ("OM sammankallar", "Rektorn sammankallar"),
        ("Tel KF 031-390 06 12", "Tel biståndshandläggaren [telefon]"),
        ("från FK, KF frågar", "från FK, biståndshandläggaren frågar"),
        ("hon vill OM det går, det ÄR svårt", "hon vill OM det går, det ÄR svårt"),
        ("OM: vill vara med", "Rektorn: vill vara med"),
        ("ÄR, KF och TK möts", "Kuratorn, biståndshandläggaren och läkaren möts"),
        ("vem tar det (OM)", "vem tar det (rektorn)"),
        ("vet (OM det går)", "vet (OM det går)"),
        ("Enl. Ulrika sover han", "Enl. hustrun sover han"),
        ("Bra. Ulrika sover", "Bra. Hustrun sover"),
        ("farmor Maj-Britt Storm väntar", "farmor [namn] väntar"),
    ],
)
def test_initials_of_the_roll_are_told_from_words(typed: str, read: str) -> None:
    assert redact(typed, INITIALS).text == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("3/11 M hemma", "3/11 personen hemma"),
        ("Är M trött?", "Är personen trött?"),
        ("Med M går det bra", "Med personen går det bra"),
        ("Mål M: sova", "Mål personen: sova"),
        ("US+M vill", "Hustrun+personen vill"),
        ("M/US vill ses", "Personen/hustrun vill ses"),
        ("Grupp M: tisdagar", "Grupp M: tisdagar"),
        ("storlek M finns", "storlek M finns"),
        ("3/11 M", "3/11 M"),
        ("Bild M i ma", "Bild M i ma"),
    ],
)
def test_the_persons_own_letter_stands_where_a_person_can(typed: str, read: str) -> None:
    assert redact(typed, INITIALS).text == read
