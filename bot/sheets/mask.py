"""A definition as a prompt for its term: with the term's own words left out of it."""

import re
from dataclasses import dataclass

from bot.sheets.wording import contains, content, stem, telling

_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"…(?:[\s_-]*…)+")


@dataclass(frozen=True, slots=True)
class Masked:
    """A definition that can be asked for its term."""

    text: str
    words: frozenset[str]
    """The stems that carry its meaning, those left out not among them."""
    hidden: bool = False
    """Whether anything was left out."""
    spelled_out: tuple[str, ...] = ()
    """What the definition spells out of an abbreviated term; it names the term as well."""


def mask(definition: str, names: tuple[str, ...]) -> Masked | None:
    """The definition without what would give one of `names` away (the first is the term), or None
    where too little is left to recognise it by.
    """
    found = list(_WORD.finditer(definition))
    stems = [stem(match[0].casefold()) for match in found]
    hidden: set[int] = set()
    spelled_out = []
    for name in names:
        for first, last in _initials(name, found):
            hidden.update(range(first, last + 1))
            spelled_out.append(definition[found[first].start() : found[last].end()])
    term = content(names[0])
    if 2 * len(term & set(stems)) > len(term):
        hidden.update(at for at, word in enumerate(stems) if word in term)
    for alias in names[1:]:
        if contains(definition, alias):
            hidden.update(at for at, word in enumerate(stems) if word in content(alias))
    text = definition
    for at in sorted(hidden, reverse=True):
        text = text[: found[at].start()] + "…" + text[found[at].end() :]
    text = _GAP.sub("…", text)
    left = telling(text) if hidden else content(text)
    if len(left) < (2 if hidden else 1) or any(contains(text, name) for name in names):
        return None
    return Masked(text, left, bool(hidden), tuple(spelled_out))


def _initials(name: str, found: list[re.Match[str]]) -> list[tuple[int, int]]:
    """Where runs of words spell an abbreviation such as CNN; pairs of first and last word."""
    if not (2 <= len(name) <= 8 and name.isalpha() and name.isupper()):
        return []
    letters = "".join(match[0][0] for match in found).upper()
    runs = []
    at = letters.find(name)
    while at >= 0:
        runs.append((at, at + len(name) - 1))
        at = letters.find(name, at + len(name))
    return runs
