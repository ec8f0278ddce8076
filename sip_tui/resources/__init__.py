"""The shipped guidance, scripts and glossary."""
