"""The last check of an action's line: nobody and no time of it is lost or guessed without a question."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.i18n import translation
from sip_tui.parsing import line_doers, time_spots
from sip_tui.parsing.action_line import parse_action_line
from sip_tui.parsing.line_doers import others_who_act
from sip_tui.parsing.line_times import is_of_deed
from sip_tui.parsing.office_names import people_of
from sip_tui.parsing.owner_row import bare
from sip_tui.parsing.shortened_names import misspelt
from sip_tui.parsing.time_spots import times_in
from sip_tui.swedish.dates.parser import TimeKind, format_when, read_when
from tests.helpers.action_lines import MEETING, TODAY, meeting_with, read_line
from tests.helpers.word_tables import assert_every_entry_is_needed, table_of

TABLES = {
    "reports": 13,
    "of_things": 11,
    "goes_on": 10,
    "hedges": 11,
    "lasts": 5,
    "called_off": 4,
    "turns": 6,
    "idle": 10,
    "feasts": 18,
    "about": 7,
    "conditions": 3,
    "subordinates": 3,
    "each": 3,
    "before_feast": 5,
    "away": 27,
    "unread": 21,
}


@pytest.fixture(autouse=True)
def in_swedish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translation, "_language", "sv")


def reads_as_told(_entry: str, told: str) -> object:
    """Read a line of the table; what was read stands beside whether it is as told."""
    line, _arrow, wanted = told.partition("→")
    found = read_line(line)
    when, _equals, who = (part.strip() for part in wanted.partition("="))
    got = found.when_text, (found.who,) if found.who else found.candidates
    return got == (when, tuple(who.split())), got


@pytest.mark.parametrize("table", TABLES)
def test_every_word_of_the_check_is_read_and_needed(table: str) -> None:
    assert len(table_of(f"line_check.{table}")) == TABLES[table]
    assert_every_entry_is_needed(f"line_check.{table}", reads_as_told, (line_doers._away, time_spots._unread))


@pytest.mark.parametrize(
    ("line", "what", "when"),
    [
        ("Samir ringer BUP, svar fre", "Ringer BUP, svar fre", "fre?"),
        ("Samir beställer sängen, kommer v 51", "Beställer sängen, kommer v 51", "v 51?"),
        ("Helena skickar beslutet, överklagas inom tre veckor", None, "inom tre veckor?"),
        ("Samir ringer BUP, bokar möte 9/12", None, "9/12?"),
        ("Helena lämnar intyget till Lena som kopierar det på onsdag", None, "på onsdag?"),
        ("Om inget svar fre ringer Samir igen", "Om inget svar fre ringer Samir igen", "fre?"),
        ("Samir skriver intyget - start 14/12", None, "start 14/12?"),
        ("Johan ändrar dosen,prov tas mån", "Ändrar dosen,prov tas mån", "mån?"),
        ("Samir går 2 varv varje dag med Erik", None, "varje dag?"),
        ("Samir påminner Lena om att betala hyran den 30:e", None, "den 30:e?"),
        ("Samir ringer innan Erik åker på fre", None, "på fre?"),
        ("Samir kollar med Lena som är på plats (fre)", None, "fre?"),
        ("Samir provar första tors i mån", None, "tors?"),
        ("Samir säger upp hyran per sista jan", None, "sista jan?"),
        ("Samir söker läger, sista dag 1/12", None, "1/12?"),
        ("Helena: utredning förlängs till 15 dec", None, "till 15 dec?"),
        ("Samir badar med Erik varannan 3/12", "Badar med Erik varannan 3/12", "3/12?"),
        ("Samir bokar om tandläkaren från 19/1 till v 8", None, "från 19/1 till v 8?"),
        ("Anna, som har semester v 1, är hemma då", None, "v 1?"),
        ("Johan: halv dos till och med v 51, sen hel dos", None, "till och med v 51?"),
        ("Samir ringer inom 3 dgr efter hemgång", None, "inom 3 dgr?"),
        ("Samir tar bort mattan innan hemgång torsdag", None, "torsdag?"),
        ("Linjen finns 24/7, Samir ger numret", None, "24/7?"),
        ("Intyget gäller t.o.m. 31/12, nytt skrivs av Samir", None, "t.o.m. 31/12?"),
        ("Samir beslutar om stöd t.o.m. 31/12, ny prövning därefter", None, "t.o.m. 31/12?"),
        ("Erik väljer två lektioner/dag att börja med", None, "två lektioner/dag?"),
        ("Samir skjutsar v 51-52, sen taxi", None, "v 51-52?"),
        ("Kurs tre torsdagar i mars, Samir anmäler", None, "torsdagar i mars?"),
        ("Samir tar måndagar istället för fredagar från v 51", None, "måndagar?"),
        ("Samir ringer Lena om proven i veckan", "Ringer Lena om proven i veckan", "i veckan?"),
        ("Samir ringer Lena efter mötet den 3/12", None, "efter mötet den 3/12?"),
        ("Samir ger Erik medicin kl 11.30 skoldagar, Lena kollar", None, "kl 11.30 skoldagar?"),
        ("Samir skickar brev snarast till Erik", None, "snarast?"),
        ("Samir ringer Lena om blodprovet på onsdag", None, "på onsdag?"),
        ("Samir visar Erik bussen nästa besök", None, "nästa besök?"),
        ("Samir ansöker om bidrag, klart i månaden", None, "klart i månaden?"),
        ("Erik får växelvård 2 v hemma 2 v borta, Samir utreder", None, "2 v hemma 2 v borta?"),
        ("Samir har schemat klart 31/1 och ringer Lena", None, "klart 31/1?"),
        ("Erik bor hemma veckan efter lov (Samir betalar)", None, "veckan efter lov?"),
        ("Samir skjutsar midsommar (Lena betalar)", None, "midsommar?"),
    ],
)
def test_a_time_that_may_be_anothers_is_asked_about(line: str, what: str | None, when: str) -> None:
    found = read_line(line)
    assert (found.what, found.when_text) == (what or found.what, when)
    assert read_when(found.when_text, TODAY).kind is TimeKind.ASK


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("Samir ringer BUP och bokar möte 9/12", "9/12"),
        ("Samir ringer BUP, bokar möte senast 9/12", "senast 9/12"),
        ("Samir gör schema, klart fredag", "klart fredag"),
        ("Samir skriver ner det som funkar, klart till nästa möte", "klart till nästa möte"),
        ("Schema, Samir och Lena, fredag", "fredag"),
        ("Mamma ringer inte, det gör Samir fredag", "fredag"),
        ("Det blir Samir som ringer på torsdag", "på torsdag"),
        ("Samir skriver schema för vecka 49 senast fredag", "senast fredag"),
        ("Samir tränar 2 ggr/d med Erik från v 50", "från v 50"),
        ("Samir pratar med klassen imorgon, utan Erik", "imorgon"),
        ("Samir lånar ut cykeln till o med v 52", "till o med v 52"),
        ("Samir tar det med rektorn på måndag, återkommer", "på måndag"),
        ("Samir ringer försäkringskassan i dag om bidraget", "i dag"),
        ("Samir ringer hem till Erik på torsdag och går igenom schemat", "på torsdag"),
        ("10 h/v boendestöd from 15/12, Samir beslutar", "from 15/12"),
        ("Samir lägger in besök morgon o kväll from 15/12", "from 15/12"),
        ("Lena hälsar på en gång i månaden", "en gång i månaden"),
        ("Samir fattar beslut om fler timmar i maj", "i maj"),
        ("Samir har avstämning sista tio min varje dag", "sista tio min varje dag"),
        ("Samir bokar nästa besök", ""),
        ("Samir beslutar efter nästa EHT", ""),
        ("Samir ger Erik medicin vid behov och ringer", ""),
        ("Samir ringer Lena direkt om något händer", ""),
        ("Samir ringer Lena nästa gång Erik vägrar", ""),
        ("Samir visar Erik salen 5 min före lektionen på måndag", "på måndag"),
        ("Samir firar jul med Erik", ""),
        ("Samir ger Erik 12.50 kr, och ringer", ""),
        ("Samir beviljar avlösning två eftermiddagar i veckan", "två eftermiddagar i veckan"),
        ("Samir ringer Lena efter varje besök", ""),
        ("Boendestöd kvällstid from 15/12, Samir beslutar", "from 15/12"),
        ("Samir beställer stol, leveranstid 6–8 v", ""),
    ],
)
def test_a_time_that_can_only_be_the_deeds_is_not_asked_about(line: str, when: str) -> None:
    assert read_line(line).when_text == when


@pytest.mark.parametrize(
    ("line", "maybe", "when"),
    [
        ("Helena skickar remissen idag; BUP tar emot", "helena johan", "idag?"),
        ("Peter tar lördagar, Anna söndagar", "peter anna", "lördagar?"),
        ("Anna hämtar ti + to, Peter resten", "anna peter", "ti + to?"),
        ("Anna jobbar v 2, då tar Peter morgnarna", "anna peter", "v 2"),
        ("Ansökan skickas in av mamma (soc hjälper till) senast 18/12", "helena anna", "senast 18/12"),
        ("Bokcentralen levererar, Samir bevakar", "samir", ""),
        ("Anna tar fm, Peter em", "anna peter", ""),
        ("Peter ansöker om god man? Samir kollar om det behövs", "peter samir", ""),
        ("Samir är sjukskriven t.o.m. 20/12, kollegan Åsa svarar", "samir", "t.o.m. 20/12?"),
        ("Samir har semester, vikarien ringer", "samir", ""),
        ("Samir har semester v 51, Anna tar över", "samir anna", "v 51?"),
        ("Samir ej tillgänglig v 51, ring Lena i stället", "samir lena", "v 51?"),
        ("Samir hämtar säng, pappa Peter öppnar", "samir peter", ""),
        ("Samir ansöker åt mamma? nej, mamma själv", "samir anna", ""),
        ("Samir och Lena ses v 51?", "samir lena", "v 51?"),
        ("Skolan stänger v 51, Lena mejlar schema", "lena", "v 51?"),
        ("Samir har kör tisd. em – soc. tittar till", "samir helena", "tisd. em"),
        ("Anna firar 40 den 9/12, personalen bakar", "anna", "den 9/12?"),
        ("Peter orkar inte söndagar, avlösare söks", "peter", "söndagar?"),
        ("Erik testar appen (Fatima lånar ut)", "erik fatima", ""),
        ("Samir/Lena bowling 9/12?", "samir lena", "9/12?"),
        ("Kursen startar 9/12, Samir anmäler", "samir", "9/12?"),
        ("Samir semester v 51-52 Anna vik.", "samir anna", "v 51-52?"),
        ("Samir ringer efter akuttiden, annars Anna 1177", "samir anna", ""),
        ("Samir åker bort 20/12–4/1, Anna är kontakt då", "samir anna", "20/12–4/1?"),
        ("Samir slutar v 51, ny kurator presenteras av Lena", "lena samir", "v 51?"),
        ("Erik testar bussen, därefter utvärdering (Fatima)", "erik fatima", ""),
        ("Larm installeras v 51 (Fatima är på plats)", "fatima", "v 51"),
        ("Erik får prova kåpor av Fatima", "erik fatima", ""),
        ("Ny tid hos Helena 11/12 (Samir kan ej)", "helena samir", "11/12"),
        ("Anna byter kö → Samir skickar journal", "anna samir", ""),
        ("Erik har läkartid 12/1, mamma följer med", "erik anna", "12/1"),
    ],
)
def test_two_who_act_are_asked_about(line: str, maybe: str, when: str) -> None:
    found = read_line(line)
    assert (found.who, found.candidates, found.when_text) == ("", tuple(maybe.split()), when)


@pytest.mark.parametrize(
    ("line", "who", "what", "when"),
    [
        ("Rum bokas till 10/12 -> Samir", "samir", "Rum bokas", "till 10/12"),
        ("Ge Erik busskort => Samir, imorgon", "samir", "Ge Erik busskort", "imorgon"),
        ("Rum bokas av Lena -> Samir", "", "Rum bokas av Lena -> Samir", ""),
        ("Samir ringer soc -> måndag", "samir", "Ringer soc", "måndag"),
        ("Habiliteringen: kartläggning görs v 50", "dag", "Kartläggning görs", "v 50"),
        ("Nytt schema: Samir", "samir", "Nytt schema", ""),
        ("Boendestöd kvällstid från v 51", "fatima", "Boendestöd kvällstid", "från v 51"),
        ("Kontaktas: Samir", "", "Kontaktas: Samir", ""),
        ("Planen ses över av samir innan jul", "samir", "Planen ses över", "innan jul"),
        ("Planen skickas till Lena av samir fre", "samir", "Planen skickas till Lena", "fre"),
        ("s haddad ringer fre", "samir", "Ringer", "fre"),
    ],
)
def test_who_is_named_behind_an_arrow_or_a_colon(line: str, who: str, what: str, when: str) -> None:
    found = read_line(line)
    assert (found.who, found.what, found.when_text) == (who, what, when)


def test_what_comes_again_is_asked_about_by_its_words() -> None:
    when = read_when("varje fredag?", TODAY)
    assert [format_when(choice) for choice in when.candidates] == ["varje fredag"]


NAMES = ("Samir", "mamma", "BUP", "Lena", "soc")
DEEDS = ("ringer skolan", "bokar möte", "skickar svar", "kollar med hab", "beställer stolen")
TAILS = (
    "svar {}",
    "kommer {}",
    "{} bokar rum",
    "senast {}",
    "och bokar tid {}",
    "som ringer {}",
    "klart {}",
    "({})",
    "{}",
)
DAYS = ("fre", "på måndag", "v 51", "3/12", "imorgon", "efter lovet", "den 9", "kl 13", "varje tisdag", "i januari")


@settings(max_examples=400, deadline=None)
@given(
    st.sampled_from(NAMES),
    st.sampled_from(DEEDS),
    st.sampled_from((" ", ", ", "; ", " - ", " och ", " (", ": ")),
    st.sampled_from(TAILS),
    st.lists(st.sampled_from((*DAYS, *NAMES)), min_size=1, max_size=2),
)
def test_every_time_is_read_asked_about_or_of_the_deed(
    who: str, deed: str, sign: str, tail: str, more: list[str]
) -> None:
    line = f"{who} {deed}{sign}{tail.format(' '.join(more))}"
    found, people, words = read_line(line), people_of(MEETING, line), line.split()
    spots = list(times_in(words, TODAY, people))
    dated = {spot.start for spot in spots if is_of_deed(words, spot, TODAY, people)}
    assert found.when_text or all(spot.start in dated or spot.end in dated for spot in spots)
    if found.when_text and read_when(found.when_text, TODAY).kind is not TimeKind.ASK:
        said = bare(found.when_text)
        known = [spot for spot in spots if bare(spot.text) in said or said in bare(spot.text)]
        beside = {place for spot in known for place in (spot.start, spot.end)}
        left = [spot for spot in spots if spot not in known and not beside & {spot.start, spot.end}]
        assert all(is_of_deed(words, spot, TODAY, people) for spot in left)


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(NAMES),
    st.sampled_from(DEEDS),
    st.sampled_from((", ", "; ", " - ", " och ")),
    st.sampled_from(NAMES),
)
def test_nobody_is_the_owner_where_another_acts_too(who: str, deed: str, sign: str, other: str) -> None:
    line = f"{who} {deed}{sign}{other} bokar rum"
    found = read_line(line)
    assert not found.who or who == other
    assert not found.who or others_who_act(line, people_of(MEETING, line), found.who) == ()


@pytest.mark.parametrize(
    ("line", "who", "maybe"),
    [
        ("Mamma el. mormor ringer", "", ["anna", "maj"]),
        ("Mamma eller en granne ringer", "", ["anna"]),
        ("Peter N ringer mamma", "peter", []),
    ],
)
def test_two_of_whom_one_does_it(line: str, who: str, maybe: list[str]) -> None:
    found = read_line(line)
    assert (found.who, list(found.candidates)) == (who, maybe)


NURSE = meeting_with(
    (
        ("leo", "Leo Brandt", "person", "", ""),
        ("eva", "Eva Ek", "actor", "sjuksköterska", "BUP Norr"),
        ("my", "My Lund", "kin", "faster", ""),
    )
)


def test_somebodys_sister_is_no_nurse() -> None:
    sister = parse_action_line(NURSE, "Leos syster ringer", TODAY)
    assert (sister.who, sister.candidates) == ("", ("eva",))
    assert parse_action_line(NURSE, "Leos faster ringer", TODAY).who == "my"


def test_the_last_letter_of_an_office_is_part_of_its_name() -> None:
    found = parse_action_line(NURSE, "BUP N kallar v 51", TODAY)
    assert (found.who, found.what) == ("eva", "Kallar")


HOME = meeting_with(
    (
        ("leo", "Leo Brandt", "person", "", ""),
        ("eva", "Eva Ek", "actor", "läkare", "BUP"),
        ("my", "My Lund", "actor", "chef", "Servicebostaden Tallen"),
        ("sol", "Sol Ny", "actor", "stödpedagog", "Servicebostaden Tallen"),
    )
)


def test_an_office_of_several_that_acts_too_is_asked_about() -> None:
    found = parse_action_line(HOME, "Eva ändrar dosen, boendet delar ut", TODAY)
    assert (found.who, set(found.candidates)) == ("", {"eva", "my", "sol"})
    assert parse_action_line(HOME, "Eva ringer, leo delar ut", TODAY).candidates == ("eva", "leo")


TWO = meeting_with(
    (
        ("leo", "Leo Brandt", "person", "", ""),
        ("molin", "Anders Molin", "guardian", "pappa", ""),
        ("krok", "Anders Krok", "actor", "kurator", "Skolan"),
        ("bo", "Bo Åberg", "actor", "rektor", "Skolan"),
        ("per", "Per-Ola Ask", "actor", "läkare", "Barnmedicin"),
    )
)


@pytest.mark.parametrize(
    ("line", "who", "what"),
    [
        ("Anders K ringer fre", "krok", "Ringer"),
        ("pappa Anders ringer fre", "molin", "Ringer"),
        ("Anders ringer fre", "", "Anders ringer"),
        ("Anders X ringer fre", "", "Anders X ringer"),
        ("Bo Å ringer fre", "bo", "Ringer"),
        ("Per-Ola ringer fre", "per", "Ringer"),
        ("Bo å Leo ringer fre", "", "Bo å Leo ringer"),
    ],
)
def test_two_of_one_name_are_told_apart(line: str, who: str, what: str) -> None:
    found = parse_action_line(TWO, line, TODAY)
    assert (found.who, found.what, found.when_text) == (who, what, "fre")


def nicknamed(entry: str, called: list[str]) -> object:
    """Tell whether each of the names is offered for its short one, and what was offered."""
    found = misspelt(entry, {name: [name] for name in called})
    return found == called, found


def test_every_nickname_is_offered_and_needed() -> None:
    assert_every_entry_is_needed("nicknames.names", nicknamed)
    assert len(table_of("nicknames.names")) == 38


def test_a_colleague_by_a_short_name_is_offered() -> None:
    peter = parse_action_line(MEETING, "Kollegan Pelle N tar helgen", TODAY)
    assert (peter.who, peter.candidates) == ("", ("peter",))
    assert read_line("Kollegan Åsa tar helgen").candidates == ()


def test_the_only_guardian_is_called_so() -> None:
    one = meeting_with((("leo", "Leo", "person", "", ""), ("eva", "Eva", "guardian", "mamma", "")))
    assert parse_action_line(one, "Vårdnadshavaren skriver under i dag", TODAY).who == "eva"
