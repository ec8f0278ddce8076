"""The start screen: which meeting, and in which seat."""
