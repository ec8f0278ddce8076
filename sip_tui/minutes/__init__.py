"""A meeting as documents for each audience; ``minutes.render`` is the entry point."""
