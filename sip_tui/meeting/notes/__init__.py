"""The pads, and the rows that tagged lines in them make."""
