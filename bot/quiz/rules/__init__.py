"""Pure rules of the game: when, which question, what an answer is worth."""
