"""A line of a journal: what goes in comes out, and nothing else does."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sip_tui.meeting.log.change import Change, Stamp
from sip_tui.store.journal import LineError, NewerLineError, decode_line, encode_line

stamps = st.builds(
    Stamp, st.integers(0, 10**13), st.integers(0, 70_000), st.from_regex(r"[a-z0-9]{1,8}", fullmatch=True)
)
values = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(),
    st.lists(st.text()),
)
names = st.text(min_size=1, max_size=8)
changes = st.builds(Change, stamps, names.filter(lambda name: name != "notes"), names, names, values, st.tuples(stamps))
GOOD = [Change(Stamp(1, 2, "ab"), "goals", "g", "text", "å\n\r\x1b[2J|")]


@given(st.lists(changes, max_size=5), st.booleans())
@settings(max_examples=60)
def test_every_batch_is_one_line_and_reads_back_as_it_was(batch: list[Change], origin: bool) -> None:
    line = encode_line(batch, origin=origin)
    assert line.count(b"\n") == 1
    assert decode_line(line[:-1]) == (batch, origin)


@given(st.data())
@settings(max_examples=100)
def test_no_changed_byte_goes_unnoticed(data: st.DataObject) -> None:
    line = bytearray(encode_line(GOOD)[:-1])
    place = data.draw(st.integers(0, len(line) - 1))
    line[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(LineError):
        decode_line(bytes(line))


@given(st.binary(max_size=80))
@settings(max_examples=100)
def test_noise_is_never_a_batch(noise: bytes) -> None:
    with pytest.raises(LineError):
        decode_line(noise)


@pytest.mark.parametrize(
    "payload",
    [
        "[]",
        "7",
        "null",
        '{"v":1}',
        '{"v":"1","changes":[]}',
        '{"v":1,"changes":7}',
        '{"v":1,"changes":["abcdef"]}',
        '{"v":1,"changes":[[1,2,3]]}',
        '{"v":1,"changes":[["0-0-a","t","r","f",{"a":1},[]]]}',
        '{"v":1,"changes":[["0-0-a","t","r","f",[[1]],[]]]}',
        '{"v":1,"changes":[["0-0-a","t","r","f",NaN,[]]]}',
        '{"v":1,"changes":[["0-0-a","t","r","f",1e999,[]]]}',
        '{"v":1,"changes":[["x","t","r","f",1,[]]]}',
        '{"v":1,"changes":[["0-0-a","t",null,"f",1,[]]]}',
        '{"v":1,"changes":[["0-0-a","t","r","f",1,[5]]]}',
        '{"v":1,"changes":[["0-0-a","notes","r","text","not a splice",[]]]}',
        '{"v":1,"changes":[["0-0-a","notes","r","text",["0",0,"x"],[]]]}',
        pytest.param("[" * 100_000, id="deep"),
    ],
)
def test_wrong_shape_with_right_checksum_is_refused(payload: str) -> None:
    raw = payload.encode()
    with pytest.raises(LineError) as caught:
        decode_line(b"%08x %s" % (zlib.crc32(raw), raw))
    assert not isinstance(caught.value, NewerLineError)


def test_a_line_of_a_newer_program_is_told_from_damage() -> None:
    raw = b'{"v":2,"changes":"in another shape"}'
    with pytest.raises(NewerLineError):
        decode_line(b"%08x %s" % (zlib.crc32(raw), raw))


def test_half_a_surrogate_pair_from_a_terminal_survives() -> None:
    batch = [Change(Stamp(1, 0, "a"), "goals", "g", "text", "mål \udc80 här")]
    assert decode_line(encode_line(batch)[:-1])[0] == batch
