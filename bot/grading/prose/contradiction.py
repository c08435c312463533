"""What makes an answer in the reference's own words say another thing."""

from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from rapidfuzz.distance import LCSseq, Levenshtein

from bot.grading.prose.passage import Passage
from bot.grading.reading.similarity import SAFE, SHORTENED, SYNONYM, similarity
from bot.grading.reading.spelling import contrary
from bot.grading.reading.words import Word
from bot.grading.tables.denials import PRONOUNS
from bot.grading.tables.word_weights import FUNCTION_WEIGHT

_MOST_PLACES = 24
_FEWEST_PLACES = 3
_NEAR = 3
"""Content words on either side of one that are its neighbours."""
_MOST_PUT_IN = 3
_SKIPPED = 2
_MOST_SPARE = 40


class Slots(NamedTuple):
    """Words that gave way to others between words that are the same, each 0 or more."""

    exchanged: float
    """Weight of the words that gave way to others."""
    named: float
    """1 where another thing is named in place of a pronoun."""
    numbers: float
    """1 where a number gave way to another."""


def slots(meant: Passage, said: Passage) -> Slots:
    """What stands in the places of the reference's words."""
    first: dict[str, int] = {}
    for at, each in enumerate(meant.words):
        first.setdefault(each.stem, at)
    mine = [first[each.stem] for each in meant.words]
    theirs = [_place(each, meant.words, first, -1 - at) for at, each in enumerate(said.words)]
    changes = Levenshtein.opcodes(mine, theirs)
    exchanged = named = numbers = 0.0
    for at, change in enumerate(changes):
        if change.tag != "replace":
            continue
        old = meant.words[change.src_start : change.src_end]
        new = [
            each
            for each in said.words[change.dest_start : change.dest_end]
            if each.weight > FUNCTION_WEIGHT
        ]
        lost = [each for each in old if each.weight > FUNCTION_WEIGHT]
        if not new or len(new) > _MOST_PUT_IN:
            continue
        if lost:
            beside = (change.src_start == 0 or changes[at - 1].tag == "equal") + (
                change.src_end == len(mine)
                or (at + 1 < len(changes) and changes[at + 1].tag == "equal")
            )
            heavier = max(each.weight for each in lost), max(each.weight for each in new)
            exchanged += min(heavier) * beside / 2
            if any(each.number for each in new) and any(each.number for each in lost):
                numbers = 1.0
        elif any(each.text in PRONOUNS for each in old) and len(new) < _MOST_PUT_IN:
            named = 1.0
    return Slots(min(2.0, exchanged), named, numbers)


def _place(word: Word, among: Sequence[Word], first: dict[str, int], nowhere: int) -> int:
    """The place of the reference's word that a word is."""
    if word.stem in first:
        return first[word.stem]
    if word.weight > FUNCTION_WEIGHT:
        for each in among:
            if word.traits & each.traits and similarity(each, word) >= SHORTENED:
                return first[each.stem]
    return nowhere


def opposites(
    meant: Passage, mine: Sequence[float], said: Passage, theirs: Sequence[float]
) -> tuple[int, int]:
    """How many words that found no partner have their opposite on the other side: within the same
    neighbours, and anywhere.
    """
    lost = [at for at, alike in enumerate(mine) if alike < SAFE]
    spare = [at for at, alike in enumerate(theirs) if alike < SAFE][:_MOST_SPARE]
    placed = anywhere = 0
    for at in lost:
        for to in spare:
            if contrary(meant.content[at].base, said.content[to].base):
                anywhere += 1
                placed += not _around(meant.content, at).isdisjoint(_around(said.content, to))
    return min(2, placed), min(2, anywhere)


def _around(words: Sequence[Word], at: int) -> set[str]:
    beside = (*words[max(0, at - _NEAR) : at], *words[at + 1 : at + 1 + _NEAR])
    return {each.stem for each in beside}


def exchange(meant: Passage, said: Passage) -> float:
    """How much better the answer would fit the reference with two of its words exchanged, 0..1."""
    first: dict[str, int] = {}
    for at, each in enumerate(meant.content):
        first.setdefault(each.stem, at)
    places: list[int] = []
    for each in said.content:
        if each.stem in first:
            places.append(first[each.stem])
        else:
            near = (
                first[other.stem]
                for other in meant.content
                if each.traits & other.traits and similarity(other, each) >= SYNONYM
            )
            places += [place for place in (next(near, None),) if place is not None]
    places = places[:_MOST_PLACES]
    own = list(range(len(meant.content)))
    known = sorted(set(places))
    if len(known) < _FEWEST_PLACES:
        return 0.0
    fit = best = _fit(places, own)
    for one, other in combinations(known, 2):
        turned = [other if at == one else one if at == other else at for at in places]
        best = max(best, _fit(turned, own))
    return min(1.0, 2 * (best - fit) / max(4, len(places)))


def _fit(places: list[int], own: list[int]) -> int:
    """How far places come in the reference's order, and next to each other as there."""
    beside = sum(0 < other - one <= _SKIPPED for one, other in pairwise(places))
    return int(LCSseq.similarity(own, places)) + beside


class Denied(NamedTuple):
    """What one side denies and the other does not, or both do."""

    turned: int
    """Words that both have, of which one side alone is denied."""
    share: float
    """Of the words that both have, the share of those."""
    both: bool
    """Whether anything is denied on both sides."""


def denials(meant: Passage, said: Passage) -> Denied:
    """What is denied of the words that both sides have."""
    shared = [stem for stem in meant.denied if stem in said.denied]
    turned = sum(meant.denied[stem] != said.denied[stem] for stem in shared)
    both = any(meant.denied[stem] and said.denied[stem] for stem in shared)
    return Denied(min(2, turned), turned / max(1, len(shared)), both)


def turned_comparison(meant: Passage, said: Passage) -> bool:
    """Whether what is more on one side is less on the other: denser, less dense."""
    return any(
        more != said.compared[word]
        for word, more in meant.compared.items()
        if word in said.compared
    )
