"""Who is there, in which role, with what consent, and who speaks."""
