"""A meeting that is open in this process."""
