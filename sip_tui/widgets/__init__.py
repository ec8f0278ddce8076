"""Reusable widgets: they get the meeting by data_bind, hold no state of it, and post messages."""
