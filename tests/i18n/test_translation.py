"""Both languages from the first string on."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from babel.messages import Catalog, Message
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

import sip_tui
from sip_tui.i18n import translation
from sip_tui.meeting.time.agenda import PHASE_SHARES, PHASES
from sip_tui.paths import data_path
from sip_tui.resources import guidance

CATALOGUE = data_path("locale", "sv", "LC_MESSAGES")
PLACES = re.compile(r"\{\w*\}|%\(\w+\)\w|%[srd]")


@pytest.fixture(autouse=True)
def afterwards_swedish() -> Iterator[None]:
    yield
    translation.set_language("sv")


def swedish() -> Catalog:
    with (CATALOGUE / "sip_tui.po").open("rb") as file:
        return read_po(file, locale="sv")


def in_the_code() -> set[str]:
    """Every text inside a translating call, also those that the extraction tool cannot see."""
    files = Path(sip_tui.__file__).parent.rglob("*.py")
    nodes = (node for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    calls = (node for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Name))
    said = (call.args[0] for call in calls if call.func.id in {"_", "N_", "ngettext"} and call.args)  # type: ignore[attr-defined]
    return {str(text.value) for text in said if isinstance(text, ast.Constant)}


def test_every_text_of_the_interface_has_its_swedish() -> None:
    catalogue = swedish()
    missing = [text for text in sorted(in_the_code()) if not _translated(catalogue.get(text))]
    assert missing == []


def _translated(message: Message | None) -> bool:
    if message is None or message.fuzzy:
        return False
    return all(message.string) if isinstance(message.string, tuple) else bool(message.string)


def test_a_translation_has_the_same_places_as_its_text() -> None:
    pairs = [
        (str(message.id), str(message.string))
        for message in swedish()
        if message.id and isinstance(message.id, str) and message.string
    ]
    assert [pair for pair in pairs if set(PLACES.findall(pair[0])) != set(PLACES.findall(pair[1]))] == []


def test_the_compiled_catalogue_is_that_of_the_text() -> None:
    with (CATALOGUE / "sip_tui.mo").open("rb") as file:
        compiled = pairs(read_mo(file))
    assert compiled == pairs(swedish())


def pairs(catalogue: Catalog) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Texts and translations in one form, for a plural comes back as a list."""
    found = [(message.id, message.string) for message in catalogue if message.id and _translated(message)]
    return sorted((_tuple(text), _tuple(told)) for text, told in found)


def _tuple(text: str | Iterable[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


@pytest.mark.parametrize(
    ("option", "locale", "spoken"),
    [
        (None, "", "sv"),
        (None, "C.UTF-8", "sv"),
        (None, "en_GB.UTF-8", "en"),
        ("en", "sv_SE", "en"),
        ("sv", "en_US", "sv"),
    ],
)
def test_swedish_unless_somebody_asks(
    monkeypatch: pytest.MonkeyPatch, option: str | None, locale: str, spoken: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", locale)
    assert translation.choose_language(option) == spoken


@pytest.mark.parametrize("spoken", translation.LANGUAGES)
def test_the_guidance_of_every_phase_is_whole_in_both_languages(spoken: str) -> None:
    translation.set_language(spoken)
    for phase in PHASES:
        guide = guidance.phase_guide(phase)
        assert guide.name
        assert guide.opening_line
        assert guide.placeholder
        assert guide.questions
        assert guide.reminders


def test_needs_get_the_most_of_the_meeting() -> None:
    assert sum(PHASE_SHARES) == 100
    assert max(PHASE_SHARES) == PHASE_SHARES[PHASES.index("needs")]
