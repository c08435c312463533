"""Clauses: what a response claims in the end, and what stands beside it."""
