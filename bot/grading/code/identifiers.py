"""Names in code: the same name, or a typing mistake in its letters."""

import re

from rapidfuzz.distance import OSA

from bot.grading.reading.spelling import budget

_PARTS = re.compile(r"[^A-Za-z0-9]")


def same_word(meant: str, said: str) -> bool:
    """The same word, or a typing mistake in one that is long enough."""
    one, other = meant.casefold(), said.casefold()
    if one == other:
        return True
    if not (one.isalnum() and other.isalnum()):
        own, theirs = _PARTS.split(one), _PARTS.split(other)
        if len(own) != len(theirs) or len(own) < 2:
            return False
        return all(same_word(mine, its) for mine, its in zip(own, theirs, strict=True))
    if re.sub(r"\D", "", one) != re.sub(r"\D", "", other) or one[:1] != other[:1]:
        return False
    allowed = min(budget(len(one)), budget(len(other)) + 1)
    if one.startswith(other) or other.startswith(one) or not allowed:
        return False
    if (
        sum(map(str.isalpha, one)) == sum(map(str.isalpha, other))
        and allowed < 2
        and sorted(one) != sorted(other)
    ):
        allowed = allowed if len(one) > 5 else 0
    return OSA.distance(one, other, score_cutoff=allowed) <= allowed
