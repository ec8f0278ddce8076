"""What one typed line means: actions, tags, names, jargon."""
