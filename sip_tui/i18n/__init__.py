"""Gettext and the names of keys."""
