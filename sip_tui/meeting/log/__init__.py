"""Edits, stamped changes, the ledger that merges them, its projection with conflicts, undo."""
