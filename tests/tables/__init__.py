"""Makes the tables of names from the Unicode CLDR, which Babel carries."""
