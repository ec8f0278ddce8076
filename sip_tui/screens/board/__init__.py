"""The public board for everybody in the room."""
