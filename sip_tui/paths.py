"""Where the data lies that the program ships: in the wheel beside the code, in a checkout beside the package."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def data_path(*parts: str) -> Path:
    """Give the path of a shipped file or folder, such as ``shipped("cases", "sofia-n3.toml")``."""
    packed = _PACKAGE / "data"
    return (packed if packed.is_dir() else _PACKAGE.parent / "data").joinpath(*parts)
