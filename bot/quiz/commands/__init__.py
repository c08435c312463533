"""Slash commands: each declared once, for every platform."""
