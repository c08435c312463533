"""Who let the bot in: installs, their tokens, and what becomes of them."""
