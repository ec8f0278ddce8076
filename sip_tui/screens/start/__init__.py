"""The start: all meetings, and what is to be done today."""
