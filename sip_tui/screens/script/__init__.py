"""The chair's checklist, scripts and question cards."""
