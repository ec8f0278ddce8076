"""Sealed texts: only the key opens them, and only in their place."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.store import sealing
from sip_tui.store.sealing import (
    OVERHEAD,
    Sealer,
    SealError,
    WrongPassphraseError,
    new_key,
    new_recovery_key,
    open_with_passphrase,
    open_with_recovery_key,
    seal_with_passphrase,
    seal_with_recovery_key,
)

KEY = bytes(range(32))
TEXTS = st.lists(st.binary(max_size=60), min_size=2, max_size=6)
PASSPHRASE = "häst batteri klammer"


def sealer(meeting: str = "möte") -> Sealer:
    return Sealer(KEY, meeting)


def lines(texts: list[bytes], writer: str = "w1") -> list[bytes]:
    return [sealer().seal(text, writer, number) for number, text in enumerate(texts, 1)]


@given(TEXTS)
def test_sealed_texts_open_again_in_their_places(texts: list[bytes]) -> None:
    sealed = lines(texts)
    assert [sealer().open(line, "w1", number) for number, line in enumerate(sealed, 1)] == texts
    assert [len(line) - len(text) for line, text in zip(sealed, texts, strict=True)] == [OVERHEAD] * len(texts)


@given(TEXTS, st.data())
def test_a_flipped_bit_is_refused(texts: list[bytes], data: st.DataObject) -> None:
    sealed = bytearray(lines(texts)[0])
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(SealError, match="w1"):
        sealer().open(bytes(sealed), "w1", 1)


@given(st.binary(max_size=60), st.integers(1, 9))
def test_a_line_of_another_place_is_refused(text: bytes, number: int) -> None:
    sealed = sealer().seal(text, "w1", number)
    for meeting, writer, place in (("annat", "w1", number), ("möte", "w2", number), ("möte", "w1", number + 1)):
        with pytest.raises(SealError):
            sealer(meeting).open(sealed, writer, place)
    with pytest.raises(SealError):
        Sealer(new_key(), "möte").open(sealed, "w1", number)


def test_a_truncated_line_is_refused_at_every_length() -> None:
    sealed = sealer().seal(b"Kim har ordet", "w1", 1)
    for length in range(len(sealed)):
        with pytest.raises(SealError):
            sealer().open(sealed[:length], "w1", 1)


def test_places_that_look_alike_are_different() -> None:
    sealed = Sealer(KEY, "a").seal(b"ord", 'b",1', 1)
    with pytest.raises(SealError):
        Sealer(KEY, 'a","b').open(sealed, "1", 1)


def test_no_two_sealed_texts_are_alike() -> None:
    sealed = {sealer().seal(b"samma", "w1", 1) for _number in range(2000)}
    assert len({line[:12] for line in sealed}) == len({line[12:] for line in sealed}) == 2000


@settings(max_examples=2, deadline=None)
@given(st.text(min_size=8, max_size=20))
def test_only_the_passphrase_opens_the_box(passphrase: str) -> None:
    box = seal_with_passphrase(KEY, passphrase, "möte")
    assert open_with_passphrase(box, passphrase, "möte") == KEY
    for other, purpose in ((f"{passphrase}x", "möte"), (passphrase, "annat")):
        with pytest.raises(WrongPassphraseError):
            open_with_passphrase(box, other, purpose)


def test_a_passphrase_is_the_same_on_every_keyboard() -> None:
    box = seal_with_passphrase(KEY, "trädgård i maj", "möte")
    assert open_with_passphrase(box, "tra\u0308dga\u030ard i maj", "möte") == KEY


def test_the_box_says_how_it_was_made_and_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    box = seal_with_passphrase(KEY, PASSPHRASE, "möte")
    assert (box["by"], box["memory"]) == ("argon2id", 65_536)
    assert box["salt"] != seal_with_passphrase(KEY, PASSPHRASE, "möte")["salt"]
    assert PASSPHRASE not in str(box)
    assert open_with_passphrase(box, PASSPHRASE, "möte") == KEY


@pytest.mark.parametrize(
    "change",
    [
        {"memory": 1 << 40},
        {"memory": True},
        {"memory": 1},
        {"iterations": 10**6},
        {"lanes": 0},
        {"salt": ""},
        {"by": "x"},
    ],
)
def test_a_box_that_asks_too_much_is_refused(change: dict[str, object]) -> None:
    box = seal_with_passphrase(KEY, PASSPHRASE, "möte")
    with pytest.raises(SealError, match="newer"):
        open_with_passphrase({**box, **change}, PASSPHRASE, "möte")


def test_a_damaged_box_says_that_it_does_not_open() -> None:
    box = seal_with_passphrase(KEY, PASSPHRASE, "möte")
    for sealed in (None, box["sealed"][:-8]):
        with pytest.raises(WrongPassphraseError):
            open_with_passphrase({**box, "sealed": sealed}, PASSPHRASE, "möte")


def test_a_short_passphrase_is_refused() -> None:
    with pytest.raises(WrongPassphraseError, match="at least 8"):
        seal_with_passphrase(KEY, "sju ord", "möte")


def test_a_recovery_key_opens_its_box() -> None:
    recovery = new_recovery_key()
    box = seal_with_recovery_key(KEY, recovery, "möte")
    assert open_with_recovery_key(box, f" {recovery.lower().replace('-', ' ')} ", "möte") == KEY
    with pytest.raises(WrongPassphraseError):
        open_with_recovery_key(box, new_recovery_key(), "möte")
    with pytest.raises(SealError, match="newer"):
        open_with_recovery_key(seal_with_passphrase(KEY, PASSPHRASE, "möte"), recovery, "möte")
    with pytest.raises(SealError, match="newer"):
        open_with_passphrase(box, PASSPHRASE, "möte")


def test_a_misread_recovery_key_is_noticed() -> None:
    recovery = new_recovery_key()
    wrong = ("B" if recovery[0] == "A" else "A") + recovery[1:]
    for text in (wrong, recovery[:-1], "", "åäö"):
        with pytest.raises(WrongPassphraseError, match="recovery key"):
            seal_with_recovery_key(KEY, text, "möte")


def test_a_key_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(SealError, match="damaged"):
        Sealer(b"kort", "möte")


def test_a_missing_library_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cryptography", None)
    for act in (lambda: Sealer(KEY, "m"), lambda: seal_with_passphrase(KEY, PASSPHRASE, "m")):
        with pytest.raises(SealError, match=r"install sip-tui\[crypto\]"):
            act()
    assert sealing.OVERHEAD == 28


def test_boxes_open_one_right_after_the_other() -> None:
    """Threads of the one before may not have ended: many at once are what the next ones must bear."""
    box = seal_with_passphrase(KEY, PASSPHRASE, "möte")
    with ThreadPoolExecutor(4) as pool:
        opened = pool.map(lambda _number: open_with_passphrase(box, PASSPHRASE, "möte"), range(40))
        assert set(opened) == {KEY}
