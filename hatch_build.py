"""Hatch build hook: compile the catalogues before a wheel or an editable install is made; manuals for the wheel."""

import os
import sys
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
            # A program that runs from here meanwhile reads the former catalogue or the new one, whole.
            unfinished = source.with_suffix(f".{os.getpid()}.mo")  # two may build at once
            with source.open("rb") as text, unfinished.open("wb") as compiled:
                write_mo(compiled, read_po(text, locale=source.parents[1].name))
            unfinished.replace(source.with_suffix(".mo"))
        build_data["artifacts"].append("/data/locale/**/*.mo")
        if self.target_name == "wheel" and version == "standard":
            build_data["shared_data"].update(self._manuals())

    def _manuals(self) -> dict[str, str]:
        """Write the man page and the completions from the command line's grammar; return where each is installed."""
        sys.path.insert(0, self.root)
        from sip_tui.cli.manual import PAGES, PLACES

        written = {}
        for kind, place in PLACES.items():
            file = Path(self.root, "build", place)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(PAGES[kind](), encoding="utf-8")
            written[str(file)] = place
        return written
