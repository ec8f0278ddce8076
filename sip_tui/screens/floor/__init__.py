"""The floor: who speaks, who waits, who has not been heard."""
