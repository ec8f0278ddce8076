"""The model of a SIP meeting and its rules: frozen data and pure functions, without disk, screen or clock."""
