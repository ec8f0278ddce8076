"""What the chair is reminded of: checklist, phase guard with open items, wrap-up."""
