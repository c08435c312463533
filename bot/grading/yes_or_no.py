"""Questions that are answered by yes or no: the first word decides, what follows explains."""

import re

_YES = frozenset(("yes", "yeah", "yep", "yup", "true", "correct", "indeed"))
_NO = frozenset(("no", "nope", "nah", "false", "incorrect"))
_FIRST = re.compile(
    r"\s*([a-z]+)\b(?=\s*(?:[,;.:!–-]|$|\bbut\b|\bbecause\b|\bit\b|\bthat\b|\bonly\b|\bup\b|\bif\b))"
)


def says_yes(text: str) -> bool | None:
    """Whether a text begins with a yes (True) or a no (False); None where with neither."""
    found = _FIRST.match(text.lower())
    if found is None:
        return None
    word = found.group(1)
    return True if word in _YES else False if word in _NO else None


def is_yes_or_no(text: str) -> bool:
    """Whether an item is a bare yes or no."""
    return text.strip(" .").lower() in _YES | _NO
