"""Words compared: what counts as the same prompt, and what one wording takes from another."""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "by",
        "for",
        "from",
        "has",
        "have",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "of",
        "on",
        "or",
        "so",
        "that",
        "the",
        "their",
        "this",
        "to",
        "was",
        "were",
        "which",
        "with",
        "you",
        "your",
    ]
)


def words(text: str) -> tuple[str, ...]:
    """The words of a text, folded; hyphens, underscores and punctuation part them."""
    folded = text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()
    return tuple(_WORD.findall(folded))


def key(text: str) -> str:
    """What two wordings share if they differ in case, spacing and punctuation only.

    Where a text has no letter or digit at all, its marks are what tells it apart.
    """
    return " ".join(words(text)) or " ".join(text.split())


def stem(word: str) -> str:
    """A word without the plural's s: enough to see `points` in `point`."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def telling(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    return frozenset(stem(word) for word in words(text) if word not in _SMALL)


def content(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning; of all words where none does."""
    return telling(text) or frozenset(stem(word) for word in words(text))


def contains(text: str, part: str) -> bool:
    """Whether all words of `part` stand in `text`, one after the other, or run together."""
    inner = key(part)
    if not inner:
        return False
    outer = key(text)
    if f" {inner} " in f" {outer} ":
        return True
    run_together = inner.replace(" ", "")
    return len(run_together) > 5 and run_together in outer.replace(" ", "")
