"""How a meeting comes about: edits, stamped changes, the ledger and its projection."""
