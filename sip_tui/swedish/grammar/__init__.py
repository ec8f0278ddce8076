"""Swedish grammar: clauses, verbs, agents, inflection and a lexicon of nouns."""
