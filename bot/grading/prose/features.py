"""What an answer in sentences has of its reference: the numbers by which its verdict is found."""

import math
from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from bot.grading.prose.contradiction import (
    Slots,
    denials,
    exchange,
    opposites,
    slots,
    turned_comparison,
)
from bot.grading.prose.coverage import letters_shared
from bot.grading.prose.key_points import Said
from bot.grading.prose.partners import partners, weighed
from bot.grading.prose.passage import Passage
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

_GIVEN_AWAY = 0.3
"""Weight outside the question below which a side counts as a repetition of it."""
_MOST_SAID = 0.6
_MOSTLY_FROM, _MOSTLY_SPAN = 0.45, 0.3
"""Share of the answer in the reference's words from which, and over which, it is held to them."""
_TOUCHED = {
    "slot_number": 0.5, "other_number": 0.5, "exchanged": 0.5, "other_side": 0.1, "opposed": 0.5,
    "denied": 0.7, "compared": 0.5, "slot": 0.8, "slot_named": 0.5, "negation": 0.5,
}  # fmt: skip
"""What changes the sense of an answer in the reference's own words: feature → its value from which."""
_NEAR, _HALF, _HARDLY = 0.8, 0.5, 0.3
_SILENT = 0.2
_LEAST_CLAUSE = 0.4


def features(
    meant: Passage, said: Passage, asked: Profile, points: Sequence[Said] = ()
) -> tuple[float, ...]:
    """The features of a reference and an answer, in the order of `FEATURES`, each about 0..1."""
    mine, theirs = partners(meant.content, said), partners(said.content, meant)
    total, got = weighed(meant.content, mine)
    new, new_got = _beyond(meant, mine, asked)
    said_total, said_got = weighed(said.content, theirs)
    said_new, said_new_got = _beyond(said, theirs, asked)
    in_all = got / total if total else 0.0
    covered = new_got / new if new > _GIVEN_AWAY else in_all
    precise = said_new_got / said_new if said_new > _GIVEN_AWAY else 0.0
    contrary = opposites(meant, mine, said, theirs)
    share = min(1.0, (said_got + contrary.weight) / said_total) if said_total else 0.0
    mostly = min(1.0, max(0.0, (share - _MOSTLY_FROM) / _MOSTLY_SPAN))
    clauses = _clauses(meant, said, asked) or [covered]
    denied = denials(meant, said)
    own, other = sides(meant, said, asked)
    kept, mixed = grouping(meant, said)
    held = slots(meant, said) if mostly else Slots(0.0, 0.0, 0.0, 0.0)
    differ = numbers_differ(meant.profile, said.profile) or amounts_differ(
        meant.profile, said.profile
    )
    numbers, said_numbers = bool(meant.profile.numbers), bool(said.profile.numbers)
    shares = [each.share for each in points]
    found = {
        "covered": covered,
        "covered_in_all": in_all,
        "begun": 1.0 - math.exp(-4.0 * covered),
        "precise": precise,
        "both": precise * covered,
        "clause_most": max(clauses),
        "clause_least": min(clauses),
        "letters": letters_shared(meant.profile, said.profile),
        "order": _order(meant, said),
        "own_side": min(1.0, own / 2),
        "own_side_more": min(1.0, max(0.0, own - other) / 2),
        "numbers_agree": float(numbers and said_numbers and not differ),
        "said": min(_MOST_SAID, said_new / max(TERM_WEIGHT, new)),
        "denied_both": float(denied.both),
        "grouped": kept,
        "regrouped": mixed,
        "points": sum(shares) / len(shares) if shares else 0.0,
        "points_least": min(shares, default=0.0),
        "slot": held.exchanged * mostly,
        "slot_named": held.named * mostly,
        "slot_number": held.numbers * mostly,
        "opposed": min(2.0, contrary.placed + held.opposed) * mostly,
        "opposed_anywhere": float(contrary.anywhere),
        "exchanged": exchange(meant, said) * mostly if mostly else 0.0,
        "denied": denied.turned * mostly,
        "denied_share": denied.share,
        "compared": float(turned_comparison(meant, said)),
        "negation": float(meant.profile.negates != said.profile.negates),
        "numbers_differ": float(differ),
        "numbers_missing": float(numbers and not said_numbers),
        "other_number": differ * mostly,
        "other_side": min(1.0, max(0.0, other - own) / 2),
        "echo": 1.0 - said_new / said_total if said_total else 1.0,
        "extra": math.log1p(max(0.0, said_new - said_new_got)),
        "clause_silent": sum(each < _SILENT for each in clauses) / len(clauses),
        "clause_gap": max(clauses) - min(clauses),
        "mostly_missing": mostly * (1.0 - covered),
        "absolute": float(_leaves_nothing(said) and not _leaves_nothing(meant)),
        "points_missing": sum(not each.found for each in points) / max(1, len(points)),
        "mostly": mostly,
        "clauses": math.log(len(clauses)),
        "pointed": float(bool(points)),
    }
    touched = sum(found[name] >= least for name, least in _TOUCHED.items())
    near = mostly >= _NEAR and covered >= _HALF
    found["untouched"] = float(near and not touched and found["slot"] < _HARDLY)
    found["contradicted"] = float(near) * min(2, touched)
    return tuple([found[name] for name in FEATURES])


def _beyond(side: Passage, found: Sequence[float], asked: Profile) -> tuple[float, float]:
    """Weight of the words that the question does not have, and of what of them was found."""
    total = got = 0.0
    for each, alike in zip(side.content, found, strict=True):
        if each.stem not in asked.stems:
            total += each.weight
            got += each.weight * alike
    return total, got


def _clauses(meant: Passage, said: Passage, asked: Profile) -> list[float]:
    """The covered share of each clause of the reference that says more than the question."""
    found: list[float] = []
    for clause in meant.clauses:
        new = [each for each in clause if each.stem not in asked.stems]
        total, got = weighed(new, partners(new, said))
        if total > _LEAST_CLAUSE:
            found.append(got / total)
    return found


def _order(meant: Passage, said: Passage) -> float:
    mine, theirs = ([each.stem for each in side.content] for side in (meant, said))
    return float(LCSseq.similarity(mine, theirs)) / max(1, len(mine))


def _leaves_nothing(passage: Passage) -> bool:
    return any(each.text in ABSOLUTE for each in passage.words)
