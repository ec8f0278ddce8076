"""A meeting that is open in this process, and the clock that it is led by."""
