"""The tracker for unclear terms."""
