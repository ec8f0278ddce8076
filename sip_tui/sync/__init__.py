"""A meeting on several machines: its lines travel sealed through a PostgreSQL database (extra [postgres])."""
