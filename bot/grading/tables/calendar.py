"""Names of months: they count as numbers, since two of them are never the same."""

MONTHS = {
    name: f"month {number}"
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sep sept", "october oct", "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
AMBIGUOUS = frozenset(("may", "march", "mar"))
"""Months only beside a number."""
