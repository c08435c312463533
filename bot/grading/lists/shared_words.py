"""Items that share a word: "upper and lower jaw", "both jaws", "vitamins A, D and E"."""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from bot.grading.reading.words import Word, words_of

_JOINING = frozenset(("and", "or", "n", "plus", "as", "well", "the", "a", "also"))
_EVERY = frozenset(("both", "all", "two", "2", "three", "3", "four", "4", "each"))
_MOST = 120
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[^\w\s]")
_NO_ITEMS: Mapping[str, Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class SharedWords:
    """Words that several items end or begin with, each with what tells those items apart."""

    ends: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: _NO_ITEMS)
    """Base of a last word → base of the words before it, run together → the item's text."""
    starts: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: _NO_ITEMS)
    """Base of a first word → base of the words after it → the item's text."""


def shared_words(texts: list[str]) -> SharedWords:
    """The shared words of items of two or three words."""
    ends: dict[str, dict[str, str]] = {}
    starts: dict[str, dict[str, str]] = {}
    for text in texts:
        words = words_of(text)
        if 2 <= len(words) <= 3:
            ends.setdefault(words[-1].base, {})["".join([w.base for w in words[:-1]])] = text
            starts.setdefault(words[0].base, {})["".join([w.base for w in words[1:]])] = text
    return SharedWords(
        MappingProxyType({word: own for word, own in ends.items() if len(own) > 1}),
        MappingProxyType({word: own for word, own in starts.items() if len(own) > 1}),
    )


def spelled_out(shared: SharedWords, text: str, whole: Container[str]) -> str:
    """The text with every item named in full where its shared word was said once for several.

    Words that are `whole` names of items stand for themselves.
    """
    tokens = list(_TOKEN.finditer(text))[:_MOST]
    words = [_base(each.group()) for each in tokens]
    changes: list[tuple[int, int, str]] = []
    for at, word in enumerate(words):
        if word in shared.ends and not (at and words[at - 1] in whole):
            changes += _before(shared.ends[word], tokens, words, at) or _after(
                shared.ends[word], tokens, words, at
            )
        elif word in shared.starts:
            changes += _after(shared.starts[word], tokens, words, at)
    done = len(text) + 1
    for start, end, names in sorted(changes, reverse=True):
        if end <= done:
            text = f"{text[:start]} {names} {text[end:]}"
            done = start
    return text


def _base(token: str) -> str:
    found: tuple[Word, ...] = words_of(token)
    return found[0].base if len(found) == 1 else token


def _before(
    own: Mapping[str, str], tokens: list[re.Match[str]], words: list[str], at: int
) -> list[tuple[int, int, str]]:
    """Where the distinguishing words stand before the shared one: "upper and lower jaw"."""
    named: list[str] = []
    start = at
    index = at - 1
    joined = False
    while index >= 0:
        word = words[index]
        if word in own and own[word] not in named:
            named.insert(0, own[word])
            start = index
        elif word in _JOINING or not word[:1].isalnum():
            joined = joined or word in ("and", "or", ",", "/", "&", "+", "n")
        else:
            break
        index -= 1
    if len(named) > 1 and joined:
        return [(tokens[start].start(), tokens[at].end(), ", ".join(named))]
    if not named and index >= 0 and words[index] in _EVERY and (index == at - 1 or index == at - 2):
        after = words[at + 1 : at + 2]
        if not (after and after[0] in own):
            return [(tokens[index].start(), tokens[at].end(), ", ".join(own.values()))]
    return []


def _after(
    own: Mapping[str, str],
    tokens: list[re.Match[str]],
    words: list[str],
    at: int,
) -> list[tuple[int, int, str]]:
    """Where they stand after it: "jaws, upper/lower", "vitamins A, D and E"."""
    named: list[str] = []
    end = at
    for index in range(at + 1, len(words)):
        word = words[index]
        if word in own and own[word] not in named:
            named.append(own[word])
            end = index
        elif not (word in _JOINING or not word[:1].isalnum()):
            break
    if len(named) > 1:
        start = at
        while start > 0 and (words[start - 1] in _EVERY or words[start - 1] == "the"):
            start -= 1
        return [(tokens[start].start(), tokens[end].end(), ", ".join(named))]
    return []
