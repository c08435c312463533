"""Prose: one answer in sentences."""
