"""Stylesheets that are parsed once in a process: every story starts an app, and all of them have the same rules."""

from __future__ import annotations

from typing import Any

from textual.css import stylesheet
from textual.css.model import RuleSet
from textual.css.parse import parse as _parse
from textual.css.tokenize import tokenize_values

_Variables = tuple[tuple[str, str], ...]


def share_parsed_css() -> None:
    """Give each stylesheet the rules that another one has made of the same text and the same variables.

    Textual never changes a rule: within an app, all widgets share them too.
    """
    tokens: dict[_Variables, Any] = {}
    names: dict[int, _Variables] = {}
    parsed: dict[tuple[Any, ...], list[RuleSet]] = {}

    def tokenize(variables: dict[str, str]) -> Any:
        key = tuple(variables.items())
        if key not in tokens:
            tokens[key] = tokenize_values(variables)
            names[id(tokens[key])] = key
        return tokens[key]

    def parse(scope: str, css: str, read_from: Any, variable_tokens: Any = None, **more: Any) -> list[RuleSet]:
        if id(variable_tokens) not in names:
            return [*_parse(scope, css, read_from, variable_tokens=variable_tokens, **more)]
        key = (scope, css, read_from, names[id(variable_tokens)], *sorted(more.items()))
        if key not in parsed:
            parsed[key] = [*_parse(scope, css, read_from, variable_tokens=variable_tokens, **more)]
        return parsed[key]

    vars(stylesheet).update(tokenize_values=tokenize, parse=parse)
