"""Before you go home: feedback, coordinator, next meeting, closing."""
