"""The roll call with presence and consent."""
