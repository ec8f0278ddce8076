"""Dates and times in Swedish: reading what people write, and writing what they read."""
