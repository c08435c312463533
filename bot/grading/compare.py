"""Comparing what was meant with what was said: words are aligned, then features are read off."""

import itertools
import math
from typing import NamedTuple

from rapidfuzz.distance import LCSseq
from rapidfuzz.fuzz import ratio

from bot.grading.reading.profile import Profile, numbers_differ
from bot.grading.reading.similarity import SAFE, SAME, STEM, similarity
from bot.grading.reading.spelling import contrary
from bot.grading.tables.word_weights import FUNCTION_WEIGHT

_MOST_PAIRS = 1_500
"""Pairs of unmatched words that are looked at: a bound on hostile texts."""
_INITIALS = 3
_MOST_LETTERS = 6
_MOST_INITIALS = 40
"""Letters of initials within a wording, and words that are searched for them."""
_GIVEN_AWAY = 0.3
"""Weight outside the question below which a side counts as a repetition of it."""

FEATURES = (
    "covered", "precise", "new_covered", "new_precise", "echo", "missing", "extra",
    "gravest_missing", "last_word", "first_word", "meant_length", "said_length", "numbers_differ",
    "numbers_agree", "numbers_fewer", "numbers_missing", "negation_lost", "negation_added",
    "opposites", "opposites_negated", "order", "pairs", "complete_both", "wordings",
    "new_covered_squared", "balance", "new_balance", "letters", "question_length",
    "question_covered",
)  # fmt: skip
"""The names of the features, in the order of the weights."""


class Alignment(NamedTuple):
    """How well each word of either side is found on the other, 0..1."""

    meant: tuple[float, ...]
    said: tuple[float, ...]
    met: bool
    """Whether any word that is not grammar found a partner."""
    opposed: bool
    """Whether words that found no partner are opposites."""


def align(meant: Profile, said: Profile) -> Alignment:
    """The best partner of each word, looked for in order: the same, its stem, run together, alike."""
    found, lost, runs = _directly(meant, said)
    back, spare, backwards = _directly(said, meant)
    if backwards:
        lost = _run_together(meant, said, found, lost)
    if runs:
        spare = _run_together(said, meant, back, spare)
    if lost and spare:
        lost, spare = _spelled_out(meant, found, lost, said, back, spare)
    met = len(lost) < len(meant.content)
    opposed = False
    if lost and spare:
        spare = spare[: max(1, _MOST_PAIRS // len(lost))]
        for at in lost:
            one = meant.words[at]
            for to in spare:
                other = said.words[to]
                alike = similarity(one, other)
                if alike:
                    met = True
                    if alike > found[at]:
                        found[at] = alike
                    if alike > back[to]:
                        back[to] = alike
                if alike < SAFE and contrary(one.base, other.base):
                    opposed = True
    return Alignment(tuple(found), tuple(back), met or opposed, opposed)


def _directly(side: Profile, other: Profile) -> tuple[list[float], list[int], bool]:
    """For each word whether the other side has it, apart or run together; the places of those that
    it lacks; and whether any was run together.
    """
    found: list[float] = []
    lost: list[int] = []
    runs = False
    joined, stems = other.joined, other.stems
    for at, each in enumerate(side.words):
        if each.stem in stems:
            found.append(SAME)
        elif each.base in joined:
            found.append(SAME)
            runs = True
        else:
            found.append(0.0)
            if each.weight > FUNCTION_WEIGHT:
                lost.append(at)
    return found, lost, runs


def _spelled_out(
    meant: Profile,
    found: list[float],
    lost: list[int],
    said: Profile,
    back: list[float],
    spare: list[int],
) -> tuple[list[int], list[int]]:
    """Initials on one side, the words on the other: BOM and byte order mark."""
    for short, short_found, short_left, long, long_found, long_left in (
        (meant, found, lost, said, back, spare),
        (said, back, spare, meant, found, lost),
    ):
        if len(long_left) < _INITIALS or len(long.words) > _MOST_INITIALS:
            continue
        letters = "".join([each.text[0] for each in long.words])
        for at in short_left:
            text = short.words[at].text
            start = letters.find(text) if _INITIALS <= len(text) <= _MOST_LETTERS else -1
            if start >= 0 and any(long_found[i] < STEM for i in range(start, start + len(text))):
                short_found[at] = SAFE
                for i in range(start, start + len(text)):
                    long_found[i] = max(long_found[i], SAFE)
    return (
        [at for at in lost if found[at] < SAFE],
        [at for at in spare if back[at] < SAFE],
    )


def _run_together(side: Profile, other: Profile, found: list[float], lost: list[int]) -> list[int]:
    """Marks neighbours that the other side has as one word."""
    words = side.words
    whole = {each.base for each in other.words if each.base in side.joined}
    for at in range(len(words) - 1):
        if words[at].base + words[at + 1].base in whole:
            found[at] = found[at + 1] = SAME
    return [at for at in lost if not found[at]]


def features(
    meant: Profile, said: Profile, asked: Profile, between: Alignment, letters: float, wordings: int
) -> list[float]:
    """The features of one wording and one response, in the order of `FEATURES`.

    `letters` is the likeness of both keys by characters, `wordings` how many wordings compete.
    """
    total = meant.weight or 1.0
    said_total = said.weight or 1.0
    covered = precise = new = new_covered = said_new = said_new_covered = 0.0
    gravest = 0.0
    first = last = 0.0
    count = said_count = 0
    for each, found in zip(meant.words, between.meant, strict=True):
        weight = each.weight
        got = weight * found
        covered += got
        if each.stem not in asked.stems:
            new += weight
            new_covered += got
        if weight > FUNCTION_WEIGHT:
            if not count:
                first = found
            last = found
            count += 1
            if weight - got > gravest:
                gravest = weight - got
    for each, found in zip(said.words, between.said, strict=True):
        weight = each.weight
        precise += weight * found
        if each.stem not in asked.stems:
            said_new += weight
            said_new_covered += weight * found
        if weight > FUNCTION_WEIGHT:
            said_count += 1
    missing = total - covered
    extra = said_new - said_new_covered
    covered /= total
    precise /= said_total
    own = new_covered / new if new > _GIVEN_AWAY else covered
    if said_new > _GIVEN_AWAY:
        own_precise = said_new_covered / said_new
    else:
        own_precise = precise if new <= _GIVEN_AWAY else 0.0
    differ = numbers_differ(meant, said)
    both = bool(meant.numbers) and bool(said.numbers)
    order, pairs = _order(meant, said, count)
    length = math.log1p(count)
    said_length = math.log1p(said_count)
    sum_f = covered + precise
    sum_own = own + own_precise
    turned = meant.negates != said.negates
    question = len(asked.content)
    return [
        covered,
        precise,
        own,
        own_precise,
        1.0 - said_new / said_total,
        math.log1p(max(0.0, missing)),
        math.log1p(max(0.0, extra)),
        gravest,
        last,
        first,
        length,
        said_length,
        float(differ),
        float(both and not differ and len(said.numbers) >= len(meant.numbers)),
        float(both and not differ and len(said.numbers) < len(meant.numbers)),
        float(bool(meant.numbers) and not said.numbers),
        float(meant.negates and not said.negates),
        float(said.negates and not meant.negates),
        float(between.opposed),
        float(between.opposed and turned),
        order,
        pairs,
        float(covered > 0.9 and precise > 0.9),
        math.log(wordings) if wordings > 1 else 0.0,
        own * own,
        2 * covered * precise / sum_f if sum_f else 0.0,
        2 * own * own_precise / sum_own if sum_own else 0.0,
        letters,
        math.log1p(question),
        len(asked.stems & said.stems) / max(1, len(asked.stems)),
    ]


def _order(meant: Profile, said: Profile, count: int) -> tuple[float, float]:
    """The share of the content words that come in the same order, and of neighbours kept."""
    if not count:
        return 0.0, 0.0
    stems = [each.stem for each in meant.content]
    spoken = [each.stem for each in said.content[:200]]
    order = LCSseq.similarity(stems, spoken) / count
    if count == 1:
        return order, order
    neighbours = set(itertools.pairwise(stems))
    kept = neighbours & set(itertools.pairwise(spoken))
    return order, len(kept) / len(neighbours)


def letters_alike(one: str, other: str) -> float:
    """Likeness of two keys by their characters, 0..1."""
    return ratio(one, other) / 100 if len(other) < 1_000 else 0.0
