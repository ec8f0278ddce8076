"""Forms over a screen, and the fields in them."""
