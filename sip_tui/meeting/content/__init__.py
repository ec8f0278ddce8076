"""What is said and agreed: plan, questions, situation, ideas, terms, summary."""
