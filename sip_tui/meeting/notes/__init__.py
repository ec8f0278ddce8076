"""The pads with their tagged lines, and the rows linked to these."""
