"""The whole way from what a terminal sends to the keys that the program gets."""

from __future__ import annotations

from textual.events import Key, MouseEvent, Paste

from sip_tui.app.driver import TolerantParser


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


def test_a_mouse_report_is_a_mouse_report() -> None:
    [event] = TolerantParser().feed("\x1b[<0;5;6M")
    assert isinstance(event, MouseEvent)
    assert (event.x, event.y) == (4, 5)
