"""Style checks and rewriting: du-form, vague words, long sentences."""
