"""One-line prompts that any screen of the meeting may show."""
