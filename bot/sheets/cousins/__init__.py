"""Conventions of Markdown seen in the wild, read without configuration.

A convention is a function that finds where questions begin; what follows a question up to the next
one is read the same way in all of them (`body.py`). A new convention is one such function and its
entry in `cousins.py`.
"""
