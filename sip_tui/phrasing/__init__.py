"""Sentences about a meeting in the interface language, without drawing or storing anything."""
