"""Marks of an order in a list, which name nothing: "1 mix 2 knead", "first the yeast, then the flour"."""

import re

from bot.grading.prepare import OF_ORDER, PreparedQuestion

_NUMBER = re.compile(r"(?:(?<=\s)|(?<=[,;])|^)\(?(\d{1,2})[.):]?\s+(?=[^\W\d_])")
_LEADING = re.compile(
    r"(?:^|(?<=[,;\n])\s*|(?<=\band)\s+)(?:(?:and\s+)?(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth|then|next|after\s+that|finally|lastly|last)(?:\s+of\s+all)?(?:\s+(?:comes?|came|is|was|there\s+is))?(?:\s+the)?(?:\s*[:,])?\s+)(?=[^\W\d_])",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"\s+(?:(?:comes?|came|is|was|goes|went|are|were|being)\s+(?:the\s+)?(?:first|second|third|fourth|fifth|next|last|after\s+that)|first|second|third|next|last|follow(?:s|ed)|at\s+the\s+(?:end|beginning|start))(?=\s*(?:[,;.\n]|$|\band\b|\bthen\b))",
    re.IGNORECASE,
)


def without_marks(prepared: PreparedQuestion, text: str) -> str:
    """A list with signs between its parts where numbers stood, and without words of order."""
    if not prepared.numbered:
        text = _unnumbered(text)
    if prepared.ordinal or OF_ORDER.search(text) is None:
        return text
    return _TRAILING.sub("", _LEADING.sub(" ", text)) or text


def _unnumbered(text: str) -> str:
    found = list(_NUMBER.finditer(text))
    if len(found) < 2 or [int(each.group(1)) for each in found] != list(
        range(int(found[0].group(1)), int(found[0].group(1)) + len(found))
    ):
        return text
    return _NUMBER.sub("; ", text)
