"""The action board: who does what, when."""
