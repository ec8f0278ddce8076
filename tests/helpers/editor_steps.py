"""What a secretary can do to an editor, as Hypothesis strategies of steps for an `EditorDriver`."""

from typing import Any

from hypothesis import strategies as st

WORDS = (
    *("a", "å", " ", "ord ", "\t", "漢", "😀", "e\u0301", "(", ")", "[x]", "{", "}", "\n", "\r\n"),
    *("rad\nrad två\n\n", "långt ord som bryts ", "x" * 50, "\n" * 6, "tab\ttab\t\tx"),
    "en mening som är ganska lång och bryts på flera rader, tror jag. " * 2,
)
MOVES = ("left", "right", "up", "down", "word_left", "word_right", "line_start", "line_end")
DEEDS = (
    *("cursor_page_up", "cursor_page_down", "select_line", "select_all", "cut", "paste", "undo", "undo", "redo"),
    *("delete_left", "delete_right", "delete_word_left", "delete_word_right", "delete_line"),
    *("delete_to_start_of_line", "delete_to_end_of_line"),
)
SETTINGS = (
    *(("theme", "css"), ("theme", "monokai"), ("cursor_blink", False), ("cursor_blink", True), ("compact", True)),
    *(("read_only", True), ("read_only", False), ("indent_width", 8), ("match_cursor_bracket", False)),
)
NOT_PLAIN = (("show_line_numbers", True), ("soft_wrap", False), ("suggestion", "förslag"))

UP, DOWN = ("act", "cursor_up"), ("act", "cursor_down")
END, TYPE = ("act", "cursor_line_end"), ("type", "{")
SELECT_END, SELECT_DOWN = (*END, True), ("act", "cursor_down", True)

share, yes_or_no, word = st.floats(0, 1), st.booleans(), st.sampled_from(WORDS)
texts = st.lists(word, max_size=20).map("".join)


def deed(name: str, *details: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.tuples(st.just(name), *details)


keys = st.one_of(
    deed("type", word),
    deed("act", st.sampled_from(DEEDS)),
    deed("act", st.sampled_from([f"cursor_{move}" for move in MOVES]), yes_or_no),
    deed("go", share, share, yes_or_no),
)
larger_changes = st.one_of(
    deed("insert", texts, share, share, yes_or_no),
    deed("replace", texts, share, share, share, share, yes_or_no),
    deed("paste", texts),
    deed("open", texts),
    deed("key", st.sampled_from(["a", "enter", "backspace", "left", "shift+right", "down", "pageup"])),
)
surroundings = st.one_of(
    deed("resize", st.integers(4, 36), st.integers(3, 11)),
    deed("scroll", st.integers(0, 30)),
    deed("focus", yes_or_no),
    deed("theme", st.sampled_from(["textual-light", "textual-dark", "nord", "ansi-dark"])),
    st.sampled_from(SETTINGS).map(lambda setting: ("set", *setting)),
    deed("show", yes_or_no),
    *(deed("blink"), deed("toggle_overlay"), deed("neighbour")),
)
deeds = st.sampled_from([*[keys] * 6, larger_changes, surroundings]).flatmap(lambda kind: kind)
batches = st.lists(st.lists(deeds, min_size=1, max_size=3), min_size=4, max_size=12)


def with_looks(batches: list[list[tuple[Any, ...]]]) -> list[tuple[Any, ...]]:
    """Let the user look at the screen first, and after each batch of deeds."""
    return [("look",), *(step for batch in batches for step in [*batch, ("look",)])]
