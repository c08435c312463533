"""Formulas: read into a tree, brought into one form, compared as formulas."""
