"""What an answer in sentences has of its reference: the numbers by which its verdict is found."""

import math
from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from bot.grading.prose.contradiction import Slots, denials, exchange, slots, turned_comparison
from bot.grading.prose.coverage import letters_shared
from bot.grading.prose.key_points import Said
from bot.grading.prose.passage import Passage
from bot.grading.prose.shares import Shares, shares
from bot.grading.prose.sides import grouping, sides
from bot.grading.reading.profile import Profile, amounts_differ, numbers_differ
from bot.grading.tables.denials import ABSOLUTE
from bot.grading.tables.word_weights import TERM_WEIGHT

FOR = (
    "covered", "covered_in_all", "begun", "precise", "both", "clause_most", "clause_least",
    "letters", "order", "own_side", "own_side_more", "numbers_agree", "said", "denied_both", "grouped", "untouched",
    "points", "points_least",
)  # fmt: skip
"""Features that never speak against a correct answer."""
AGAINST = (
    "slot", "slot_named", "slot_number", "opposed", "opposed_anywhere", "exchanged", "denied",
    "denied_share", "compared", "negation", "numbers_differ", "numbers_missing", "other_number",
    "other_side", "regrouped", "echo", "extra", "clause_silent", "clause_gap", "mostly_missing", "absolute",
    "points_missing", "contradicted",
)  # fmt: skip
"""Features that never speak for one."""
NEUTRAL = ("mostly", "clauses", "pointed")
FEATURES = (*FOR, *AGAINST, *NEUTRAL)
"""The names of the features, in the order of the weights."""

_MOST_SAID = 0.6
_SILENT = 0.2
_NOTHING_HELD = Slots(0.0, 0.0, 0.0, 0.0)
_TOUCHED = {
    "slot_number": 0.5, "other_number": 0.5, "exchanged": 0.5, "other_side": 0.1, "opposed": 0.5,
    "denied": 0.7, "compared": 0.5, "slot": 0.8, "slot_named": 0.5, "negation": 0.5,
}  # fmt: skip
"""What changes the sense of an answer in the reference's own words: feature → its value from which."""
_NEAR, _HALF, _HARDLY = 0.8, 0.5, 0.3
"""How far an answer is in the reference's words, and covers it, from which it is held to each; and what of
it may have given way for it to count as untouched."""


def features(
    meant: Passage, said: Passage, asked: Profile, points: Sequence[Said] = ()
) -> tuple[float, ...]:
    """The features of a reference and an answer, in the order of `FEATURES`, each about 0..1."""
    part = shares(meant, said, asked)
    found = {
        **_shared(part, meant, said),
        **_told_of_sides(meant, said, asked),
        **_turned(part, meant, said),
        **_numbers(part, meant, said),
        **_pointed(points),
    }
    touched = sum(found[name] >= least for name, least in _TOUCHED.items())
    near = part.mostly >= _NEAR and part.covered >= _HALF
    found["untouched"] = float(near and not touched and found["slot"] < _HARDLY)
    found["contradicted"] = float(near) * min(2, touched)
    return tuple([found[name] for name in FEATURES])


def _shared(part: Shares, meant: Passage, said: Passage) -> dict[str, float]:
    """How much of each side the other has."""
    least, most = min(part.clauses), max(part.clauses)
    return {
        "covered": part.covered,
        "covered_in_all": part.in_all,
        "begun": 1.0 - math.exp(-4.0 * part.covered),
        "precise": part.precise,
        "both": part.precise * part.covered,
        "clause_most": most,
        "clause_least": least,
        "clause_gap": most - least,
        "clause_silent": sum(each < _SILENT for each in part.clauses) / len(part.clauses),
        "clauses": math.log(len(part.clauses)),
        "letters": letters_shared(meant.profile, said.profile),
        "order": _order(meant, said),
        "said": min(_MOST_SAID, part.said_new / max(TERM_WEIGHT, part.new)),
        "echo": part.echo,
        "extra": math.log1p(part.extra),
        "mostly": part.mostly,
        "mostly_missing": part.mostly * (1.0 - part.covered),
    }


def _told_of_sides(meant: Passage, said: Passage, asked: Profile) -> dict[str, float]:
    """What is said of which side, and what stands together."""
    own, other = sides(meant, said, asked)
    kept, mixed = grouping(meant, said)
    return {
        "own_side": min(1.0, own / 2),
        "own_side_more": min(1.0, max(0.0, own - other) / 2),
        "other_side": min(1.0, max(0.0, other - own) / 2),
        "grouped": kept,
        "regrouped": mixed,
    }


def _turned(part: Shares, meant: Passage, said: Passage) -> dict[str, float]:
    """What was exchanged, denied, or turned into its opposite; most of it counts only as far as the
    answer is in the reference's own words.
    """
    held = slots(meant, said) if part.mostly else _NOTHING_HELD
    denied = denials(meant, said)
    return {
        "slot": held.exchanged * part.mostly,
        "slot_named": held.named * part.mostly,
        "slot_number": held.numbers * part.mostly,
        "opposed": min(2.0, part.contrary.placed + held.opposed) * part.mostly,
        "opposed_anywhere": float(part.contrary.anywhere),
        "exchanged": exchange(meant, said) * part.mostly if part.mostly else 0.0,
        "denied": denied.turned * part.mostly,
        "denied_share": denied.share,
        "denied_both": float(denied.both),
        "compared": float(turned_comparison(meant, said)),
        "negation": float(meant.profile.negates != said.profile.negates),
        "absolute": float(_leaves_nothing(said) and not _leaves_nothing(meant)),
    }


def _numbers(part: Shares, meant: Passage, said: Passage) -> dict[str, float]:
    """Whether numbers and amounts agree."""
    one, other = meant.profile, said.profile
    differ = numbers_differ(one, other) or amounts_differ(one, other)
    return {
        "numbers_agree": float(bool(one.numbers and other.numbers) and not differ),
        "numbers_differ": float(differ),
        "numbers_missing": float(bool(one.numbers) and not other.numbers),
        "other_number": differ * part.mostly,
    }


def _pointed(points: Sequence[Said]) -> dict[str, float]:
    """How far the key points are said."""
    found = [each.share for each in points]
    return {
        "points": sum(found) / len(found) if found else 0.0,
        "points_least": min(found, default=0.0),
        "points_missing": sum(not each.found for each in points) / max(1, len(points)),
        "pointed": float(bool(points)),
    }


def _order(meant: Passage, said: Passage) -> float:
    mine, theirs = ([each.stem for each in side.content] for side in (meant, said))
    return float(LCSseq.similarity(mine, theirs)) / max(1, len(mine))


def _leaves_nothing(passage: Passage) -> bool:
    return any(each.text in ABSOLUTE for each in passage.words)
