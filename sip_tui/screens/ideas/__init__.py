"""Ideas, parked items and disagreements."""
