"""The agenda, the clocks and what they remind of."""
