"""Before the meeting: what is known of it, who is called, what the person needs, and what is left to do."""
