"""sip-tui: the terminal companion for the chair and the secretary of a SIP meeting."""

__version__ = "0.1.0"
