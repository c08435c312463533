"""What a list holds beside its items: one more name of the kind is wrong, a remark costs nothing."""

from bot.grading.clauses.clauses import describes, tells
from bot.grading.lists.segments import Segment
from bot.grading.names.match import Match
from bot.grading.prepared import PreparedQuestion
from bot.grading.tables.word_weights import TERM_WEIGHT
from bot.model.grade import Extra

_LONGEST = 3
"""Words of an extra that reads as a name."""
_AKIN = 0.12
"""Chance of being an item from which an extra may be another wording of it."""
_GUARDED = frozenset(
    (
        "numbers",
        "units",
        "dates",
        "signs",
        "negation",
        "opposites",
        "versions",
        "identifier",
        "reject",
        "exchanged",
    )
)


def extra_of(prepared: PreparedQuestion, segment: Segment, open_stems: frozenset[str]) -> Extra:
    """The extra that a segment is, and whether it is known to be wrong.

    `open_stems` are of the items that nothing named: what shares one may be other words for it.
    """
    part = segment.part
    if part.reading.key in prepared.siblings or part.reading.core in prepared.siblings:
        return Extra(part.text, True, "sibling")
    for near in segment.near:
        if near.rule == "swapped":
            return Extra(part.text, False, "swapped")
        if near.rule in _GUARDED and _kin(near):
            return Extra(part.text, True, near.rule)
    return Extra(
        part.text, False, "name" if _reads_as_name(prepared, segment, open_stems) else "unknown"
    )


def _reads_as_name(
    prepared: PreparedQuestion, segment: Segment, open_stems: frozenset[str]
) -> bool:
    """Whether an extra is one more name of the kind that was asked for."""
    part = segment.part
    words = part.reading.words
    if not prepared.named or not 0 < len(words) <= _LONGEST or tells(part.reading.text):
        return False
    if describes(part.reading.text, "the") or segment.akin > _AKIN:
        return False
    if not part.profile.stems.isdisjoint(open_stems):
        return False
    return any(
        each.weight >= TERM_WEIGHT and each.stem not in prepared.asked.stems for each in words
    )


def _kin(near: Match) -> bool:
    """Whether a forbidden match is a near miss rather than something else altogether."""
    if near.rule == "reject":
        return True
    phrase = near.phrase
    if phrase is None or len(near.part.profile.content) > 6:
        return False
    if phrase.profile.stems & near.part.profile.stems:
        return near.rule != "identifier"
    return near.rule in ("opposites", "versions") and len(phrase.profile.content) == 1 == len(
        near.part.profile.content
    )
