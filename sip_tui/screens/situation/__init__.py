"""How each one sees the situation, and ongoing help."""
