"""The chair's support: checklist, script and question cards."""
