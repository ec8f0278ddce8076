"""The text editor of the pads."""
