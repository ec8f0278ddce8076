"""The meeting as frozen dataclasses, one for each table."""
