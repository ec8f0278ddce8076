"""Shipped guidance, scripts and glossary."""
