"""What the chair is reminded of: checklist, phase guard, wrap-up, open items."""
