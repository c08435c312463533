"""Answers of several items: modes `all`, `ordered`, and `any` with a need above one."""

from bot.grading.assignment import assign
from bot.grading.finding import Finding
from bot.grading.match import Match, Part, piece_of
from bot.grading.parts import plain_text
from bot.grading.prepare import PreparedQuestion
from bot.grading.segments import Segment, covers, segments
from bot.grading.single import says_little
from bot.model.grade import Extra
from bot.model.question import Mode

HEDGED = 0.5
"""Credit of an item named as one of two alternatives."""
_FIELD = 3
"""Known wrong extras from which naming half of the field is naming everything."""
_SHOTGUN = 6
"""Extras nobody asked for, from which a list is a list of everything (or twice the items)."""
_LONGEST_EXTRA = 5
"""Words of an extra that reads as a name."""
_GUARDED = frozenset(
    ("numbers", "units", "negation", "opposites", "versions", "identifier", "reject")
)


def grade_list(prepared: PreparedQuestion, response: str) -> Finding:
    """Each segment is given to one item at most, so that the sum of what is named is largest."""
    text = plain_text(response)
    found = segments(prepared, text)
    gains = [
        {match.item: match.sure * (HEDGED if each.hedged else 1.0) for match in each.matches}
        for each in found
    ]
    chosen = assign(gains)
    named: dict[int, Match] = {}
    credit: dict[int, float] = {}
    order: list[int] = []
    for segment, item in zip(found, chosen, strict=True):
        if item is not None:
            named[item] = next(each for each in segment.matches if each.item == item)
            credit[item] = HEDGED if segment.hedged else 1.0
            order.append(item)
    _statements(prepared, text, found, named, credit)
    extras = [
        _extra(prepared, each)
        for each, item in zip(found, chosen, strict=True)
        if item is None and _counts(prepared, each, named)
    ]
    return _scored(prepared, named, credit, order, extras, found)


def _statements(
    prepared: PreparedQuestion,
    text: str,
    found: list[Segment],
    named: dict[int, Match],
    credit: dict[int, float],
) -> None:
    """Items that are told across the whole response rather than in one stretch of it."""
    if len(found) < 2 and not any(not each.matches for each in found):
        return
    whole: Part | None = None
    for item in prepared.items:
        if item.index in named or all(phrase.terse for phrase in item.phrases):
            continue
        whole = whole or piece_of(text)
        match = covers(prepared, item.index, whole)
        if match is not None:
            named[item.index] = match
            credit[item.index] = 1.0


def _counts(prepared: PreparedQuestion, segment: Segment, named: dict[int, Match]) -> bool:
    """Whether a segment that named nothing new is an extra at all."""
    if segment.denied:
        return False
    if segment.part.reading.key in prepared.siblings:
        return True
    if says_little(prepared, segment.part):
        return False
    return not any(match.item in named for match in segment.matches)


def _extra(prepared: PreparedQuestion, segment: Segment) -> Extra:
    part = segment.part
    if part.reading.key in prepared.siblings or part.reading.core in prepared.siblings:
        return Extra(part.text, True, "sibling")
    for near in segment.near:
        if near.rule == "swapped":
            return Extra(part.text, False, "swapped")
        if near.rule in _GUARDED and _kin(near):
            return Extra(part.text, True, near.rule)
    return Extra(part.text, False, "unknown")


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


def _scored(
    prepared: PreparedQuestion,
    named: dict[int, Match],
    credit: dict[int, float],
    order: list[int],
    extras: list[Extra],
    found: list[Segment],
) -> Finding:
    matches = tuple(named[item] for item in sorted(named))
    near = tuple(each for segment in found for each in segment.near)
    known = [each for each in extras if each.known_wrong]
    if _everything(prepared, extras, known):
        return Finding(0.0, matches, tuple(extras), kind="everything", near=near)
    need = prepared.need
    right = sum(sorted(credit.values(), reverse=True)[:need])
    kind = ""
    if prepared.question.mode is Mode.ORDERED and order != sorted(order):
        right *= 0.5
        kind = "order"
    score = max(0.0, min(1.0, (right - 0.5 * len(known)) / need))
    sure = min((each.sure for each in matches), default=1.0)
    return Finding(score, matches, tuple(extras), kind=kind, sure=sure, near=near)


def _everything(prepared: PreparedQuestion, extras: list[Extra], known: list[Extra]) -> bool:
    """Whether the list names most of the field instead of answering."""
    if len(known) >= _FIELD and 2 * len(known) >= _field(prepared):
        return True
    short = [each for each in extras if len(each.words.split()) <= _LONGEST_EXTRA]
    return len(short) >= max(_SHOTGUN, 2 * prepared.need)


def _field(prepared: PreparedQuestion) -> int:
    terms = prepared.lexicon.terms
    return len({terms.get(each, each) for each in prepared.siblings})
