"""An expression is compiled when something is asked of it, and then it is an ordinary one."""

from __future__ import annotations

import re

import pytest

from sip_tui.patterns import pattern


def test_an_expression_is_compiled_at_its_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_now = re.compile

    def compile_and_tell(text: str, flags: int) -> re.Pattern[str]:
        compiled.append(text)
        return compile_now(text, flags)

    monkeypatch.setattr(re, "compile", compile_and_tell)
    word = pattern("[a-z]+", re.IGNORECASE)
    assert compiled == []
    assert word.findall("Ett två") == ["Ett", "tv"]
    assert word.findall("tre") == ["tre"]
    assert compiled == ["[a-z]+"]


def test_a_late_expression_does_what_a_compiled_one_does() -> None:
    word = pattern(r"(?P<word>\w+)")
    found = word.fullmatch("fyra")
    assert found is not None
    assert (found["word"], word.pattern, word.sub("-", "a b"), bool(word.match(" "))) == (
        "fyra",
        r"(?P<word>\w+)",
        "- -",
        False,
    )
