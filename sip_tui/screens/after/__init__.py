"""After the meeting: what happens now, and how the plan has gone over several meetings."""
