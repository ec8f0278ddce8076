"""The summary to read aloud, and the round after it."""
