"""The agenda, the clocks, time cues and check-ins, re-planning."""
