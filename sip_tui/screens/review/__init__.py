"""The review of the minutes before they leave."""
