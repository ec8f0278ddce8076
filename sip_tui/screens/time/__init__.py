"""The phases with their clock, guidance and speakers."""
