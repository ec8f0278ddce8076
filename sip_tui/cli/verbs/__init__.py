"""The deeds of ``sip-tui do``."""
