"""How things look: widgets get what they show, hold no truth, and say what the user wants."""
