"""Words of a question that ask for a person: people are called by fewer names than they have."""

from bot.grading.tables import listed

PERSON = listed(
    """who whom whose person man woman actor actress author writer poet painter artist singer musician
    composer band player coach captain president minister king queen emperor ruler leader general
    philosopher politician scientist physicist chemist mathematician inventor founder engineer
    director explorer character surname"""
)

PLACED = listed("where who whom whose citi town place capit countri region state man woman person")
"""Stems of questions whose answers are often given with a place or a name behind a comma."""
