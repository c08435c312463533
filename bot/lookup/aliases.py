"""Other names of the same thing: the sheet's glossary, parentheses, and initials."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from bot.lookup.entry import Entry
from bot.lookup.words import STOP_WORDS, spoken
from bot.model.sheet import Glossary

_CAPITALISED = re.compile(r"(?:\b[A-Z][a-z]+\s+){2,6}[A-Z][a-z]+\b")
_LONGEST_NAME = 6
"""Words; nobody shortens longer texts to their initials."""

Phrase = tuple[str, ...]
"""A name as the stems of its words."""


def initials(words: list[str]) -> tuple[str, ...]:
    """What a name is shortened to: `random cut forest` to `rcf`, `text to speech` to `tts`.

    With and without its small words; empty for one word and for a sentence.
    """
    if not 2 <= len(words) <= _LONGEST_NAME or words[0] in STOP_WORDS:
        return ()
    every = "".join(word[0] for word in words)
    telling = "".join(word[0] for word in words if word not in STOP_WORDS)
    return tuple(short for short in dict.fromkeys((every, telling)) if len(short) >= 2)


def initials_within(text: str) -> Iterator[str]:
    """What the names in a sentence are shortened to: `Elastic Container Registry` to `ecr`."""
    for run in _CAPITALISED.findall(text):
        letters = "".join(word[0] for word in spoken(run))
        for size in (3, 4):
            for start in range(len(letters) - size + 1):
                yield letters[start : start + size]


class Aliases:
    """Names that stand for each other anywhere in one sheet."""

    def __init__(self, glossary: Glossary, entries: Iterable[Entry], stem: Callable[[str], str]):
        found: defaultdict[Phrase, dict[Phrase, None]] = defaultdict(dict)
        for names in _same(glossary, entries):
            phrases = dict.fromkeys(tuple(stem(word) for word in words) for words in names)
            for one, other in combinations((phrase for phrase in phrases if phrase), 2):
                found[one][other] = found[other][one] = None
        self._others = {phrase: tuple(others) for phrase, others in found.items()}
        self._longest = max(map(len, self._others), default=0)
        self._first = frozenset(phrase[0] for phrase in self._others)

    def within(self, stems: Phrase) -> Iterator[tuple[Phrase, Phrase]]:
        """Each known name among the words, with another name of the same thing."""
        for start, first in enumerate(stems):
            if first in self._first:
                for end in range(start + 1, min(start + self._longest, len(stems)) + 1):
                    name = stems[start:end]
                    for other in self._others.get(name, ()):
                        yield name, other


def _same(glossary: Glossary, entries: Iterable[Entry]) -> Iterator[list[list[str]]]:
    """Groups of names, as words, that the sheet uses for one thing each."""
    for term, others in glossary.aliases:
        yield [spoken(name) for name in (term, *others)]
    for entry in entries:
        for question in entry.questions:
            for item in question.items:
                yield from _shortened(item.text, item.accept)


def _shortened(name: str, others: tuple[str, ...]) -> Iterator[list[list[str]]]:
    """A name and its initials, where an item gives both."""
    bare, _, rest = name.partition("(")
    inner, closed, _ = rest.partition(")")
    if not closed and not others:
        return
    names = [spoken(text) for text in (bare, inner, *others)]
    for long in names:
        shorts = initials(long)
        if shorts:
            for short in names:
                if "".join(short) in shorts:
                    yield [long, short]
