"""What a terminal sends by itself, late or cut off never becomes a key; what is typed or pasted comes whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sip_tui.app.terminal_input import PASTE_END, PASTE_START, InputFilter
from sip_tui.widgets.textual_internals import is_key_sequence

DELAY = 0.1


def sent(*chunks: str, gap: float = 0.01) -> str:
    """What is handed on of chunks that arrive one after the other, and after a long silence."""
    sorter, now, pieces = InputFilter(is_key_sequence, DELAY), 0.0, list[str]()
    for chunk in chunks:
        pieces += sorter.feed(chunk, now)
        now += gap
        pieces += sorter.expire(now)
    return "".join((*pieces, *sorter.expire(now + 5)))


@pytest.mark.parametrize(
    "report",
    [
        "\x1b[?62;22c",
        "\x1b[>1;10;0c",
        "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
        "\x1b]11;rgb:1e1e/1e1e/1e1e\x07",
        "\x1b]10;rgb:ffff/ffff/ffff\x9c",
        "\x1bP1+r544e=787465726d\x1b\\",
        "\x1bP>|XTerm(379)\x1b\\",
        "\x1b[0n",
        "\x1b[8;24;80t",
        "\x1b[4;600;800t",
        "\x1b[?1u",
        "\x1b[M !!",
        "\x1b[57;99~",
        "\x1b_Gi=31;OK\x1b\\",
        "\x9b?62;22c",
        "\x9d11;rgb:0/0/0\x07",
    ],
)
def test_an_answer_nobody_waits_for_is_no_key(report: str) -> None:
    assert sent(f"a{report}b") == "ab"
    assert sent("a", *report, "b", gap=0.05) == "ab"
    assert sent(report[:3], report[3:], "b", gap=0.5) == "b"


@pytest.mark.parametrize(
    "cut",
    ["\x1b[<35;10", "\x1b[<35;10;", "\x1b[<0;3", "\x1b[?62;2", "\x1b]11;rgb:1e", "\x1b[M ", "\x1bP1+r54", "\x1b[1;"],
)
def test_a_report_that_is_cut_off_is_dropped(cut: str) -> None:
    assert sent(cut) == ""
    assert sent("a", cut, gap=2) == "a"
    assert sent(cut, "n", gap=6) == "n"
    if not cut.startswith("\x1b[M"):
        assert sent(cut, "n", gap=2) == "n"


def test_a_cut_mouse_report_takes_no_letter_with_it() -> None:
    assert sent("\x1b[<35;10", "n") == "n"
    assert sent("\x1b[<35;10", "\x1b[<35;11;7M") == "\x1b[<35;11;7M"
    assert sent("\x1b[<35;1", "0;7M", gap=0.5) == "\x1b[<35;10;7M"
    assert sent("\x1b]11;rgb:1", "\x1bOQ") == "\x1bOQ"


@pytest.mark.parametrize(
    "key",
    [
        "\x1b",
        "\x1bOP",
        "\x1b[15~",
        "\x1b[A",
        "\x1b[1;5C",
        "\x1b[Z",
        "\x1b[13;2u",
        "\x1b[13;5u",
        "\x1b[97;;229u",
        "\x1b[[A",
        "\x1ba",
        "\x1b[I",
        "\x1b[<0;3;4M",
        "\x1b[24;80R",
        "\x1b[?2026;2$y",
        "\x1b[48;24;80;600;800t",
    ],
)
def test_what_textual_takes_goes_on_unchanged(key: str) -> None:
    assert sent(key) == key
    assert sent("å", key, "ä", gap=0.3) == f"å{key}ä"
    if len(key) > 1:
        assert sent(*key, gap=0.05) == key


def test_keys_that_say_one_thing_do_it() -> None:
    assert sent("\x1b[127;2u") == "\x7f"
    assert sent("\x1b[127;5u") == "\x17"


@pytest.mark.parametrize(
    ("sequence", "key"),
    [
        ("\x1b[97:65;2u", "\x1b[97;2u"),
        ("\x1b[97;1:2u", "\x1b[97u"),
        ("\x1b[1;1:2B", "\x1b[B"),
        ("\x1b[1;5:1C", "\x1b[1;5C"),
        ("\x1b[3;1:1~", "\x1b[3~"),
        ("\x1b[97;2;65:66u", "\x1b[97;2;65:66u"),
        ("\x1b[97;2;99999999u", "\x1b[97;2u"),
        ("\x1b[97;1:3u", ""),
        ("\x1b[1;1:3B", ""),
        ("\x1b[1114112u", ""),
        ("\x1b[55296u", ""),
        ("\x1b[97;999u", ""),
        ("\x1b[97::::;;;u", ""),
    ],
)
def test_a_key_is_told_once_and_as_it_is_known(sequence: str, key: str) -> None:
    assert sent("a", sequence, "b") == f"a{key}b"
    assert sent(*sequence, gap=0.05) == key


def test_what_is_in_a_paste_does_not_end_it() -> None:
    assert sent(f"{PASTE_START}in \x9b201~v{PASTE_END}") == f"{PASTE_START}in ›201~v{PASTE_END}"
    assert sent(f"{PASTE_START}It\x92s\x85så{PASTE_END}") == f"{PASTE_START}It’s\nså{PASTE_END}"


def test_the_late_rest_of_a_mouse_report_is_no_key() -> None:
    assert sent("\x1b[<35;", "12;3M", "n", gap=2) == "n"
    assert sent("\x1b[<35;1", "1", "2", gap=6) == "12"


@pytest.mark.parametrize(
    "parts",
    [
        ("\x1b[<0;1", "2", ";3M"),
        ("\x1b[<0;1", "2;", "3M"),
        ("\x1b]11;rgb:11", "11/2222/3333\x07"),
        ("\x1b]11;rgb:11", "11/2222", "/3333\x1b", "\\"),
        ("\x1b[?6", "2;1;2c"),
        ("\x1b[1", "2;3R"),
        ("\x1b[", "<0;12;3M"),
        ("\x1b[", "<", "0;1", "2;3M"),
        ("\x1b[", "12;", "3R"),
    ],
)
def test_the_late_rest_of_a_report_is_no_key(parts: tuple[str, ...]) -> None:
    assert sent(*parts, "n", gap=2) == "n"
    assert sent(*parts, "n", gap=4.9) == "n"


@pytest.mark.parametrize("rest", ["[<0;1;3M", "[1;3R", "]11;rgb:1111/2222/3333\x07", "[?62;1;2c"])
def test_a_report_cut_after_its_escape_is_one_key(rest: str) -> None:
    assert sent("\x1b", rest, "n", gap=2) == "\x1bn"


def test_digits_typed_after_a_cut_report_are_given_back() -> None:
    assert sent("\x1b[<0;1", "2", gap=10) == "2"
    assert sent("\x1b[<0;1", "2 personer", gap=2) == "2 personer"
    assert sent("\x1b[<0;1", *"2 personer", gap=2) == "2 personer"
    assert sent("\x1b[", "3", gap=2) == "3"
    assert sent("\x1b", *"[1] Petra 0;3", gap=2) == "\x1b[1] Petra 0;3"


REPORTS = st.one_of(
    st.tuples(*[st.integers(0, 300)] * 3, st.sampled_from("Mm")).map(lambda it: "\x1b[<{};{};{}{}".format(*it)),
    st.lists(st.integers(0, 99), min_size=1, max_size=6).map(lambda it: f"\x1b[?{';'.join(map(str, it))}c"),
    st.tuples(st.integers(1, 200), st.integers(1, 400)).map(lambda it: "\x1b[{};{}R".format(*it)),
    st.tuples(st.integers(1, 3000), st.integers(0, 4)).map(lambda it: "\x1b[?{};{}$y".format(*it)),
    st.tuples(
        st.sampled_from(("10", "11", "4;7")), st.integers(0, 0xFFFF), st.sampled_from(("\x07", "\x1b\\", "\x9c"))
    ).map(lambda it: f"\x1b]{it[0]};rgb:{it[1]:04x}/{it[1]:04x}/0000{it[2]}"),
    st.sampled_from(("\x1bP1$r0m\x1b\\", "\x1bP>|XTerm(379)\x1b\\", "\x1bP1+r544e=787465726d\x1b\\", "\x1b[M !!")),
)


@given(REPORTS, st.data())
def test_a_report_cut_anywhere_becomes_no_key(report: str, data: st.DataObject) -> None:
    """Its first part has three signs: what begins it may be Escape or a key with Alt before that."""
    places = sorted(set(data.draw(st.lists(st.integers(3, len(report) - 1), min_size=1, max_size=5))))
    parts = [report[start:end] for start, end in zip([0, *places], [*places, len(report)], strict=True)]
    gap = data.draw(st.floats(1.01, 4.99))
    assert sent("å", *parts, "n", gap=gap) == "ån"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffd"), max_size=30), st.data())
def test_keys_after_whole_reports_are_never_eaten(text: str, data: st.DataObject) -> None:
    gap = data.draw(st.sampled_from((0.01, 0.5, 2, 6)))
    report = data.draw(REPORTS)
    assert sent(report, *text, gap=gap) == sent(report, gap=gap) + text


def test_a_paste_without_its_end_comes_after_a_while() -> None:
    text = "ett\ttvå\ntre"
    assert sent(f"{PASTE_START}{text}", gap=3) == f"{PASTE_START}{text}{PASTE_END}"
    assert sent(f"{PASTE_START}{text}", "n", gap=3) == f"{PASTE_START}{text}{PASTE_END}n"
    assert sent(f"{PASTE_START}ett\x1b[31m två\x00{PASTE_END}") == f"{PASTE_START}ett[31m två{PASTE_END}"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffd"), max_size=30), st.data())
def test_text_comes_whole_however_it_is_cut(text: str, data: st.DataObject) -> None:
    whole = f"{text}\x1bOQ{PASTE_START}{text}\n{PASTE_END}\x1b[<0;1;1M"
    places = sorted(data.draw(st.lists(st.integers(0, len(whole)), max_size=5)))
    chunks = [whole[start:end] for start, end in zip([0, *places], [*places, len(whole)], strict=True)]
    assert sent(*(chunk for chunk in chunks if chunk)) == whole


@given(st.text(st.sampled_from("\x1b[]?<;0123MmcRu~A\x07\\PnO \x9b"), max_size=40))
def test_no_garbage_stops_the_keyboard(garbage: str) -> None:
    sorter = InputFilter(is_key_sequence, DELAY)
    list(sorter.feed(garbage, 0.0))
    list(sorter.expire(9.0))
    assert list(sorter.feed("n", 20.0)) == ["n"]
