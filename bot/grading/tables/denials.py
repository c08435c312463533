"""Words that deny what follows them, and words that say whether something is more or less."""

from bot.grading.tables import listed

DENIALS = listed(
    """not no never none nor neither without cannot nothing nobody nowhere hardly barely
    lack lacks lacking stop stops stopped prevent prevents prevented avoid avoids avoided
    reduce reduces reduced decrease decreases lower lowers lowered cut cuts
    minimize minimizes shrink shrinks abolish abolished remove removes removed drop drops dropped lose loses lost less fewer
    fail fails failed refuse refuses forbid forbids forbidden ban bans banned useless gone
    missing miss misses instead"""
)
"""Words that say of what follows that it is not so, or not there."""

RISING = listed("more greater higher")
FALLING = listed("less fewer lower")
"""Words before one that is compared."""

ABSOLUTE = listed("always never every all any none only")
"""Words that leave no exception."""

PRONOUNS = listed("it they them this that these those he she its their")
"""Words that stand for what was named before."""
