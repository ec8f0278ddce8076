"""What is discussed and agreed: plan and ideas, questions and terms, situation, summary."""
