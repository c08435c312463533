"""Quizsheet: a team's Markdown cheat sheet as a daily quiz in chat."""

__version__ = "0.1.0"
