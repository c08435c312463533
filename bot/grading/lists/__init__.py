"""Lists: several items in one answer, however they are written."""
