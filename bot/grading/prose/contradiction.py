"""What makes an answer in the reference's own words say another thing."""

from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

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
    """1 where a number, or the unit of one, gave way to another."""
    opposed: float
    """How many small words gave way to their opposites: on and off, with and without."""


def slots(meant: Passage, said: Passage) -> Slots:
    """What stands in the places of the reference's words."""
    first: dict[str, int] = {}
    for at, each in enumerate(meant.words):
        first.setdefault(each.stem, at)
    mine = [first[each.stem] for each in meant.words]
    theirs = [_place(each, meant.words, first, -1 - at) for at, each in enumerate(said.words)]
    changes = Levenshtein.opcodes(mine, theirs)
    exchanged = named = numbers = opposed = 0.0
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
        opposed += _small_opposites(old, said.words[change.dest_start : change.dest_end])
        if not new or len(new) > _MOST_PUT_IN:
            continue
        if lost:
            beside = (change.src_start == 0 or changes[at - 1].tag == "equal") + (
                change.src_end == len(mine)
                or (at + 1 < len(changes) and changes[at + 1].tag == "equal")
            )
            heavier = max(each.weight for each in lost), max(each.weight for each in new)
            exchanged += min(heavier) * beside / 2
            counted = _follows_number(meant, change.src_start) and _follows_number(
                said, change.dest_start
            )
            if counted or (any(each.number for each in new) and any(each.number for each in lost)):
                numbers = 1.0
        elif any(each.text in PRONOUNS for each in old) and len(new) < _MOST_PUT_IN:
            named = 1.0
    return Slots(min(2.0, exchanged), named, numbers, min(2.0, opposed))


def _small_opposites(old: Sequence[Word], new: Sequence[Word]) -> int:
    """How many pairs of opposites, one of them a word of grammar at least, change within a slot."""
    return sum(
        min(each.weight, other.weight) <= FUNCTION_WEIGHT and contrary(each.base, other.base)
        for each in old
        for other in new
    )


def _follows_number(passage: Passage, at: int) -> bool:
    return at > 0 and passage.words[at - 1].number


def _place(word: Word, among: Sequence[Word], first: dict[str, int], nowhere: int) -> int:
    """The place of the reference's word that a word is."""
    if word.stem in first:
        return first[word.stem]
    if word.weight > FUNCTION_WEIGHT:
        for each in among:
            if word.traits & each.traits and similarity(each, word) >= SHORTENED:
                return first[each.stem]
    return nowhere


class Opposites(NamedTuple):
    """Words that found no partner and have their opposite on the other side, 0 to 2."""

    placed: int
    """Among the same neighbours."""
    anywhere: int
    weight: float
    """What those of the answer weigh: they stand for words of the reference."""


def opposites(
    meant: Passage, mine: Sequence[float], said: Passage, theirs: Sequence[float]
) -> Opposites:
    """The words that say the contrary."""
    lost = [at for at, alike in enumerate(mine) if alike < SAFE]
    spare = [at for at, alike in enumerate(theirs) if alike < SAFE][:_MOST_SPARE]
    placed = anywhere = 0
    turned: set[int] = set()
    for at in lost:
        for to in spare:
            if contrary(meant.content[at].base, said.content[to].base):
                turned.add(to)
                anywhere += 1
                placed += not _around(meant.content, at).isdisjoint(_around(said.content, to))
    weight = sum(said.content[at].weight for at in turned)
    return Opposites(min(2, placed), min(2, anywhere), weight)


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
    known = sorted(set(places))
    if len(known) < _FEWEST_PLACES:
        return 0.0
    fit = best = _neighbours(places)
    for one, other in combinations(known, 2):
        turned = [other if at == one else one if at == other else at for at in places]
        best = max(best, _neighbours(turned))
    return min(1.0, 4 * (best - fit) / max(4, len(places)))


def _neighbours(places: list[int]) -> int:
    """How many words stand next to each other as in the reference. In which order the clauses come
    plays no part.
    """
    return sum(0 < other - one <= _SKIPPED for one, other in pairwise(places))


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
