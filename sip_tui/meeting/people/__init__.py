"""Attendance, roles, consent, and the floor with its queue."""
