"""`key: value` answers in free sentences: each key is looked for, and what is said of it is weighed."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.grading.lists.swapped import is_of_code, says_value, share
from bot.grading.names.match import Match, Part, part_of
from bot.grading.notation import ruling
from bot.grading.prepared import PreparedItem, PreparedQuestion
from bot.grading.quantities.scan import scan
from bot.grading.reading.profile import Profile, profile_of
from bot.grading.reading.similarity import SAFE, similarity
from bot.grading.reading.words import Word
from bot.grading.tables.word_weights import COMMON_WEIGHT

_ENOUGH = 0.34
"""Share of a value's words from which it counts as said."""
_MOST = 150
_BETWEEN = re.compile(r"\s*[,;/–-]\s*|\s+(?:and\s+)?")
_INITIALS = 3
"""Letters from which initials tell what was said."""
_MARKED = re.compile(r"\s*[,;/]\s*|\s+(?:and|&)\s+")
_COUNT = re.compile(r"[\d.,]+")
_TIMES = re.compile(r"(?<!\w)[xX×]\s?(\d+)(?!\w)|(?<!\w)(\d+)\s?[xX×](?=\s+[^\W\d])")
"""How often a thing is there: x3, 3x."""
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
    if any(sign in text for sign in "xX×"):
        text = _TIMES.sub(lambda found: found.group(1) or found.group(2), text)
    part = part_of(text)
    words = part.reading.words[:_MOST]
    places = _without_values(prepared, words, _places(prepared, words))
    if 0 < 2 * len(places) < len(prepared.items) and (row := _values_in_order(prepared, part)):
        return row, []
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
    # Who begins with what is said, rather than with a key, says it before each key: "3 eggs, 2 figs".
    start = places[0][0]
    begins = not start or (
        not words[start].number and all(each.weight < COMMON_WEIGHT for each in words[:start])
    )
    first = (after, before) if begins else (before, after)
    found = max(first, key=_told)
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
    text = text.strip(" .")
    said = [each for each in _MARKED.split(text) if each]
    if len(said) != len(prepared.items):
        said = [each for each in _BETWEEN.split(text) if each]
    if len(said) != len(prepared.items) or not all(each[:1].isdigit() for each in said):
        return []
    if any(scan(each).before or scan(each).after for each in said):
        return []  # a word beside a number may be another key
    part = part_of(text)
    found = []
    for item, each in zip(prepared.items, said, strict=True):
        value = item.value
        if value is None or not value.profile.numbers:
            return []
        ruled = None
        if value.notation is not None and not _COUNT.fullmatch(value.reading.text.strip()):
            ruled = ruling(value.notation, each, prepared.question.prompt)
        same = value.profile.numbers == part_of(each).profile.numbers
        if not (ruled.right if ruled is not None else same):
            return []
        found.append(Match(item.index, part, _SURE, "pair", item.phrases[0]))
    return found


def _values_in_order(prepared: PreparedQuestion, part: Part) -> list[Match]:
    """The items, where all values but one at most stand in a sentence in the items' order; else none."""
    words = part.reading.words[:_MOST]
    if any(each.negation for each in words):
        return []
    found: list[Match] = []
    at = 0
    for item in prepared.items:
        value = item.halves[1].words if item.halves else ()
        end = next((end for start, end in _spans(value, words) if start >= at), 0)
        if value and end:
            found.append(Match(item.index, part, _SURE, "pair", item.phrases[0]))
            at = end
    return found if len(found) > 1 and len(found) + 1 >= len(prepared.items) else []


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


def _without_values(
    prepared: PreparedQuestion, words: Sequence[Word], places: list[tuple[int, int, int]]
) -> list[tuple[int, int, int]]:
    """The places that stand in no value: in `cargo check` nothing is said of *check*."""
    if not any(_tells_key(item) for item in prepared.items):
        return places
    said = [each.base for each in words]
    inside: set[int] = set()
    for item in prepared.items:
        if item.halves is None:
            continue
        value = [each.base for each in item.halves[1].words]
        start = _run(value, said) if len(value) > 1 else -1
        while start >= 0:
            inside.update(range(start, start + len(value)))
            start = _run(value, said, start + 1)
    return [each for each in places if inside.isdisjoint(range(each[0], each[1]))]


def _run(meant: Sequence[str], said: Sequence[str], start: int = 0) -> int:
    """Where words stand in a row from `start` on, or -1."""
    for at in range(start, len(said) - len(meant) + 1):
        if said[at : at + len(meant)] == meant:
            return at
    return -1


def _tells_key(item: PreparedItem) -> bool:
    """Whether a value holds its key: check: cargo check."""
    if item.halves is None:
        return False
    key, value = ({each.base for each in half.words} for half in item.halves)
    return bool(key) and key < value


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
    value = item.value
    said = [each.base for each in words]
    if (
        value is not None
        and value.acronym
        and len(value.reading.key) >= _INITIALS
        and value.reading.key in "".join([each[:1] for each in said])
    ):
        return 1.0
    if is_of_code(item):
        return float(says_value(item, words))
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
