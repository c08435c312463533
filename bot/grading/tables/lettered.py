"""Words after which a leading A is a letter rather than an article."""

from bot.grading.tables import listed

AFTER_A = listed(
    """record records minor major flat sharp level levels star side list string priori posteriori
    rating class team roll road grade"""
)
