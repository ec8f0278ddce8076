"""What is masked, kept or refused before a document leaves."""
