"""Sentences about a meeting, in the language of the interface; nothing here draws or stores."""
