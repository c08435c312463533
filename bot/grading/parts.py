"""A response of several parts, taken apart."""

import re

from bot.grading.normalise import fold, plain

_SEPARATOR = re.compile(
    r"\s*(?:[;\n|•]|,(?!\d{3}\b)|\s&\s|\s\+\s|\s/\s|\band\b|\bplus\b)\s*", re.IGNORECASE
)


def split(response: str) -> list[str]:
    """The parts of a list in any punctuation."""
    return [each for each in _SEPARATOR.split(plain(fold(response))) if each.strip()]
