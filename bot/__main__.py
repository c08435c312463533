"""`python -m bot` is the command `quizsheet`."""

from bot.cli import main

main()
