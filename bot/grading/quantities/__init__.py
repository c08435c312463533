"""Quantities: numbers in any writing, units, ranges, bounds, rates, dates and times of day."""
