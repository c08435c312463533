"""`key: value` answers: halves that belong to different items earn nothing."""

import re
from collections.abc import Sequence

from bot.grading.compare import align
from bot.grading.names.aliases import halves_of
from bot.grading.names.match import Match, Part
from bot.grading.prepared import PreparedItem, PreparedQuestion
from bot.grading.reading.profile import Profile, profile_of
from bot.grading.reading.reading import read
from bot.grading.reading.similarity import SAFE, similarity
from bot.grading.reading.words import Word
from bot.grading.tables.word_weights import COMMON_WEIGHT

_PARTED = re.compile(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)+")
_KEY = 0.5
_VALUE = 0.3
"""Shares of a half's words from which it counts as said."""


def swapped(prepared: PreparedQuestion, found: Match) -> bool:
    """Whether the part names this item's key with another item's value."""
    halves = prepared.items[found.item].halves
    if halves is None or len(prepared.items) < 2:
        return False
    if _crossed(prepared, found):
        return True
    said = found.part.profile
    own_key, own_value = (share(half, said) for half in halves)
    for other in prepared.items:
        if other.halves is None or other.index == found.item:
            continue
        key, value = (share(half, said) for half in other.halves)
        if own_key >= _KEY and value >= _VALUE and value > own_value:
            return True
        if own_value >= _VALUE and key >= _KEY and key > own_key:
            return True
    return False


def is_of_code(item: PreparedItem) -> bool:
    """Whether an item's value is a command or a name in code, of which no part may be missing."""
    value = item.value
    return value is not None and (
        value.command
        or value.identifier
        or _PARTED.fullmatch(value.reading.text.strip()) is not None
    )


def says_value(item: PreparedItem, words: Sequence[Word]) -> bool:
    """Whether all words of an item's value stand in a row, typing mistakes apart."""
    if item.halves is None:
        return False
    meant = item.halves[1].words
    return any(
        all(
            one.base == other.base or similarity(one, other) >= SAFE
            for one, other in zip(meant, words[start : start + len(meant)], strict=True)
        )
        for start in range(len(words) - len(meant) + 1)
    )


def without_its_value(prepared: PreparedQuestion, found: Match) -> bool:
    """Whether the part was read as an item of code though it lacks the item's value."""
    item = prepared.items[found.item]
    first = found.phrase is None or found.phrase is item.phrases[0]
    return first and is_of_code(item) and not says_value(item, found.part.reading.words)


def _crossed(prepared: PreparedQuestion, found: Match) -> bool:
    """Whether the part is a pair whose key is nearest to one item and its value to another."""
    pair = halves_of(found.part.text)
    if pair is None:
        return False
    key, value = (profile_of(read(each).words) for each in pair)
    keys = [
        (share(each.halves[0], key) + share(key, each.halves[0]), each.index)
        for each in prepared.items
        if each.halves
    ]
    values = [
        (share(each.halves[1], value) + share(value, each.halves[1]), each.index)
        for each in prepared.items
        if each.halves
    ]
    (near_key, key_item), (near_value, value_item) = max(keys), max(values)
    return near_key >= 1 and near_value >= 2 * _VALUE and key_item != value_item


def paired(prepared: PreparedQuestion, part: Part) -> Match | None:
    """The item whose key the part gives, with enough of its value: "regular - sparse data"."""
    pair = halves_of(part.text)
    if pair is None:
        return None
    key, value = (read(each) for each in pair)
    for item in prepared.items:
        if item.halves is None:
            continue
        same = "".join([each.base for each in item.halves[0].words])
        if same == "".join([each.base for each in key.words]):
            if is_of_code(item) and not says_value(item, value.words):
                continue
            got = share(item.halves[1], profile_of(value.words))
            match = Match(item.index, part, 0.9, "pair", item.phrases[0])
            if got >= _VALUE and not _crossed(prepared, match):
                return match
    return None


def share(meant: Profile, said: Profile) -> float:
    """The share of a half's words that were said."""
    kept = [at for at, each in enumerate(meant.words) if each.weight >= COMMON_WEIGHT]
    if not kept:
        return 0.0
    between = align(meant, said)
    return sum(between.meant[at] for at in kept) / len(kept)
