"""`key: value` answers in free sentences: each key is looked for, and what is said of it is weighed."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.grading.lists.swapped import share
from bot.grading.names.match import Match, part_of
from bot.grading.notation import ruling
from bot.grading.prepare import PreparedItem, PreparedQuestion
from bot.grading.reading.profile import Profile, profile_of
from bot.grading.reading.similarity import SAFE, similarity
from bot.grading.reading.words import Word
from bot.grading.tables.word_weights import COMMON_WEIGHT

_ENOUGH = 0.34
"""Share of a value's words from which it counts as said."""
_MOST = 150
_BETWEEN = re.compile(r"\s*[,;/–-]\s*|\s+(?:and\s+)?")
_SURE = 0.9
_LONGEST_NAME = 3
_DENIED = -1
"""In place of an item, where its key was denied: what follows belongs to nothing."""


class Said(NamedTuple):
    """What the response says of one key."""

    item: int
    words: tuple[Word, ...]
    own: float
    other: float

    @property
    def right(self) -> bool:
        return self.own >= _ENOUGH and self.own >= self.other

    @property
    def swapped(self) -> bool:
        return self.other >= _ENOUGH and self.other > self.own


def by_keys(prepared: PreparedQuestion, text: str) -> tuple[list[Match], list[Match]] | None:
    """The items whose key comes with their value, and those whose key comes with another's, in the
    order of the response; None where no key is named with anything.
    """
    part = part_of(text)
    words = part.reading.words[:_MOST]
    places = _places(prepared, words)
    if not places:
        return None
    after = [
        _said(prepared, item, words[end:following])
        for (_, end, item), following in zip(
            places, [*(start for start, _, _ in places[1:]), len(words)], strict=True
        )
    ]
    before = [
        _said(prepared, item, words[previous:start])
        for (start, _, item), previous in zip(
            places, [0, *(end for _, end, _ in places[:-1])], strict=True
        )
    ]
    found = max(after, before, key=_told)
    if not _told(found):
        return None
    right: dict[int, Match] = {}
    swapped: dict[int, Match] = {}
    for each in found:
        if each.item == _DENIED:
            continue
        match = Match(each.item, part, _SURE, "pair", prepared.items[each.item].phrases[0])
        if each.right:
            right.setdefault(each.item, match)
        elif each.swapped:
            swapped.setdefault(each.item, match._replace(rule="swapped"))
    return list(right.values()), [m for item, m in swapped.items() if item not in right]


def values_in_a_row(prepared: PreparedQuestion, text: str) -> list[Match]:
    """The items whose values alone stand in their order, each once: 68-95-99.7; else none."""
    said = [each for each in _BETWEEN.split(text.strip(" .")) if each]
    if len(said) != len(prepared.items) or not all(each[:1].isdigit() for each in said):
        return []
    part = part_of(text)
    found = []
    for item, each in zip(prepared.items, said, strict=True):
        value = item.value
        if value is None or not value.profile.numbers:
            return []
        if value.profile.numbers != part_of(each).profile.numbers:
            return []
        found.append(Match(item.index, part, _SURE, "pair", item.phrases[0]))
    return found


def _told(found: Sequence[Said]) -> float:
    return sum(max(each.own, each.other) for each in found)


def _places(prepared: PreparedQuestion, words: Sequence[Word]) -> list[tuple[int, int, int]]:
    """Where keys stand: start, end, item; longer keys first, no word used twice."""
    keys = sorted(
        ((item.halves[0].words, item.index) for item in prepared.items if item.halves),
        key=lambda each: -len(each[0]),
    )
    if all(any(word.number for word in key) for key, _ in keys):
        # Of "level 1" the number tells enough.
        keys += [(tuple([word for word in key if word.number]), item) for key, item in keys]
    taken: set[int] = set()
    found: list[tuple[int, int, int]] = []
    for key, item in keys:
        for start, end in _spans(key, words):
            span = range(start, end)
            if taken.isdisjoint(span):
                taken.update(span)
                denied = start > 0 and words[start - 1].negation
                found.append((start, end, _DENIED if denied else item))
    return sorted(found)


def _spans(key: Sequence[Word], words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Where a key stands, apart or run together, with typing mistakes in words of their own."""
    length = len(key)
    whole = "".join([each.base for each in key])
    for start in range(len(words)):
        for end in (start + length, start + length - 1, start + length + 1):
            if start < end <= len(words) and (
                "".join([each.base for each in words[start:end]]) == whole
                or (
                    end - start == length
                    and all(
                        similarity(one, other) >= SAFE
                        for one, other in zip(key, words[start:end], strict=True)
                    )
                )
            ):
                yield start, end
                break


def _said(prepared: PreparedQuestion, item: int, words: Sequence[Word]) -> Said:
    said = profile_of(tuple(words))
    own = other = 0.0
    for each in prepared.items:
        if each.halves is None:
            continue
        worth = _other_words(prepared, each, words)
        if worth is None:
            worth = _worth(each.halves[1], said, prepared.asked)
        if each.index == item:
            own = worth
        else:
            other = max(other, worth)
    return Said(item, tuple(words), own, other)


def _other_words(
    prepared: PreparedQuestion, item: PreparedItem, words: Sequence[Word]
) -> float | None:
    """1 or 0 where another name of the value, or its notation, decides; else None."""
    if item.value is not None and item.value.notation is not None:
        text = " ".join([each.text for each in words])
        ruled = ruling(item.value.notation, text, prepared.question.prompt)
        if ruled is not None:
            return float(ruled.right)
    if item.value_names and any(
        "".join([each.base for each in words[start:end]]) in item.value_names
        for start in range(len(words))
        for end in range(start + 1, min(len(words), start + _LONGEST_NAME) + 1)
    ):
        return 1.0
    return None


def _worth(value: Profile, said: Profile, asked: Profile) -> float:
    """How much of a value was said, less a little for what else was said in its place."""
    if not any(each.weight >= COMMON_WEIGHT for each in value.words):
        wanted = {each.base for each in value.words}
        return float(bool(wanted) and wanted <= {each.base for each in said.words})
    covered = share(value, said)
    kept = [
        each for each in said.words if each.weight >= COMMON_WEIGHT and each.stem not in asked.stems
    ]
    if not covered or not kept:
        return covered
    return covered * (0.8 + 0.2 * share(said, value))
