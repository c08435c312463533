"""Names: one item, in any of its wordings."""
