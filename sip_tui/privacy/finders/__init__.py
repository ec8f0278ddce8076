"""One module for each kind of identifier."""
