"""The heart: what a SIP meeting is. Frozen data and pure functions; no disk, no screen, no clock of its own."""
