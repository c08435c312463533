"""Times, days and zones as people type them: each is understood as a whole, or refused with words
that say what to write.
"""
