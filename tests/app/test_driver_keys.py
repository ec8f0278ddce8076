"""The whole way from what a terminal sends to the keys that the program gets."""

from __future__ import annotations

import os
from collections.abc import Iterable
from itertools import pairwise
from threading import Thread

from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key, MouseEvent, Paste
from textual.message import Message

from sip_tui.app.driver import KeyRun, TolerantParser, WakingEvent, messages_from, runs_of
from tests.helpers.machines import until


def keys(data: str) -> list[str]:
    """The keys, and pastes in quotation marks, that the program gets."""
    parser = TolerantParser()
    messages = [*parser.feed(data), *parser.feed("")]
    return [
        message.key if isinstance(message, Key) else repr(message.text)
        for message in messages
        if isinstance(message, Key | Paste)
    ]


def test_reports_and_halves_of_reports_give_no_key() -> None:
    assert keys("\x1b[?62;22c\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\\x1b[24;80R\x1b[<35;10\x1b[M !!n") == ["n"]


def test_keys_arrive_as_what_they_say() -> None:
    sent = "\x1b[13;2u\x1b[13;5u\x1b[127;2u\x1bOR\x1b[15~\x1b[200~ett\ttvå\n\x1b[201~å"
    assert keys(sent) == ["shift+enter", "ctrl+enter", "backspace", "f3", "f5", "'ett\\ttvå\\n'", "å"]


@given(st.lists(st.sampled_from([*"aå1 ", "\r", "\t", "\x1b[15~", "\x1b[200~hej\x1b[201~"]), max_size=20))
def test_runs_hold_all_keys_in_their_order(sent: list[str]) -> None:
    def names_of(messages: Iterable[Message]) -> list[str]:
        return [message.key if isinstance(message, Key) else type(message).__name__ for message in messages]

    messages = [*runs_of(TolerantParser().feed("".join(sent)))]
    single = [key for message in messages for key in (message.keys if isinstance(message, KeyRun) else [message])]
    assert names_of(single) == names_of(TolerantParser().feed("".join(sent)))
    assert all(len(message.keys) > 1 for message in messages if isinstance(message, KeyRun))
    are_keys = [isinstance(message, Key | KeyRun) for message in messages]
    assert not any(before and after for before, after in pairwise(are_keys)), "keys side by side are one run"


def test_a_mouse_report_is_a_mouse_report() -> None:
    [event] = TolerantParser().feed("\x1b[<0;5;6M")
    assert isinstance(event, MouseEvent)
    assert (event.x, event.y) == (4, 5)


def test_terminal_is_read_until_the_driver_stops() -> None:
    terminal, keyboard = os.pipe()
    stop, came = WakingEvent(), list[str]()

    def read() -> None:
        came.extend(
            message.key for message in messages_from(terminal, stop, TolerantParser()) if isinstance(message, Key)
        )

    for sent in ("å".encode()[:1], "å".encode()[1:], b"\x1b"):
        os.write(keyboard, sent)
    reader = Thread(target=read)
    reader.start()
    assert until(lambda: came == ["å", "escape"])
    stop.set()
    reader.join(5)
    assert not reader.is_alive()
    stop.clear()
    assert not stop.is_set()


def test_terminal_that_is_gone_ends_the_program_once() -> None:
    """A shell that keeps SIGHUP to itself tells nobody."""
    terminal, keyboard = os.pipe()
    os.close(keyboard)
    stop, ended = WakingEvent(), list[str]()

    def read() -> None:
        for _message in messages_from(terminal, stop, TolerantParser(), lambda: ended.append("end")):
            raise AssertionError("nothing was sent")

    reader = Thread(target=read)
    reader.start()
    assert until(lambda: ended == ["end"])
    stop.set()
    reader.join(5)
    assert ended == ["end"]
    os.close(terminal)
