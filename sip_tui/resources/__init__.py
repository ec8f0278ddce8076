"""Shipped guidance, scripts and glossary, and where a user's own of them are."""

from __future__ import annotations

import os
from pathlib import Path


def settings_path() -> Path:
    """Return $SIP_TUI_CONFIG, else ``config.toml`` in the user's folder for settings."""
    if chosen := os.environ.get("SIP_TUI_CONFIG"):
        return Path(chosen)
    from platformdirs import user_config_path

    return user_config_path("sip-tui") / "config.toml"
