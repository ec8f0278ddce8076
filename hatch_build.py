"""Hatch build hook: compile the gettext catalogues before a wheel or an editable install is made."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogues(BuildHookInterface[Any]):
    """Write ``*.mo`` beside each ``data/locale/**/*.po``."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile every catalogue; called once for each target."""
        for source in Path(self.root, "data", "locale").rglob("*.po"):
            with source.open("rb") as text, source.with_suffix(".mo").open("wb") as compiled:
                write_mo(compiled, read_po(text, locale=source.parents[1].name))
        build_data["artifacts"].append("/data/locale/**/*.mo")
