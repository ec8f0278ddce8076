"""Pages drawn in a process of their own, which ends when nobody looks, and is not needed for the page."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from types import SimpleNamespace

import pytest

from sip_tui.i18n import translation
from sip_tui.minutes import preview_process
from sip_tui.minutes.preview import draw_page, serve
from sip_tui.minutes.preview_process import PreviewProcess
from sip_tui.phrasing.annotated_page import AnnotatedPage
from tests.helpers.meetings import NOW, meeting, noted

TOLD = meeting(notes=(noted("Ring Åsa på 070-174 06 05."),))


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    translation.set_language("en")
    yield
    translation.set_language("sv")


@pytest.fixture
def pages() -> Iterator[PreviewProcess]:
    made = PreviewProcess()
    yield made
    made.stop()


def alive(pages: PreviewProcess) -> bool:
    return pages._child is not None and pages._child.poll() is None


def test_pages_come_from_one_process(
    pages: PreviewProcess,
) -> None:
    first = pages.page(TOLD, "mail", NOW)
    assert first == draw_page(TOLD, "mail", NOW, translation.language())
    child = pages._child
    assert pages.page(TOLD, "full", NOW) != first
    assert pages._child is child
    pages.stop()
    assert child is not None
    assert child.returncode is not None
    assert not alive(pages)


def test_the_page_speaks_the_language_that_is_spoken_here(pages: PreviewProcess) -> None:
    english = pages.page(TOLD, "mail", NOW)
    translation.set_language("sv")
    swedish = pages.page(TOLD, "mail", NOW)
    assert english.lines[0].text == "Your plan (SIP) – the meeting on Friday 27 November 2026"
    assert swedish.lines[0].text == "Din plan (SIP) – mötet fredagen den 27 november 2026"


def test_a_process_that_died_is_no_reason_to_show_nothing(pages: PreviewProcess) -> None:
    first = pages.page(TOLD, "mail", NOW)
    assert pages._child is not None
    pages._child.kill()
    pages._child.wait()
    assert pages.page(TOLD, "mail", NOW) == first


def test_page_is_drawn_here_without_a_second_process(pages: PreviewProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_arguments: object, **_more: object) -> None:
        raise PermissionError

    monkeypatch.setattr(preview_process, "Popen", refused)
    assert pages.page(TOLD, "mail", NOW).changed == 2


def test_what_cannot_be_drawn_at_all_is_said_to_whoever_asked(pages: PreviewProcess) -> None:
    with pytest.raises(ValueError, match="nobody"):
        pages.page(TOLD, "nobody", NOW)


def test_when_it_is_told_to_rest_meanwhile_it_draws_nothing(
    pages: PreviewProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_arguments: object) -> AnnotatedPage:
        pages.stop()
        raise EOFError

    monkeypatch.setattr(preview_process, "_answer", interrupted)
    with pytest.raises(EOFError):
        pages.page(TOLD, "mail", NOW)
    assert not alive(pages)


def test_it_ends_by_itself_when_nobody_is_there_to_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program was killed: its end of the pipe is closed."""
    out = BytesIO()
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=BytesIO()))
    monkeypatch.setattr("sys.stdout", SimpleNamespace(buffer=out))
    monkeypatch.setattr("os.nice", lambda _less: 0)
    serve()
    assert out.getvalue() == b""
