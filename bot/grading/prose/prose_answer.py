"""One answer in prose: mode `text`.

A reference of a few words is a name, one of up to a paragraph is judged by the fitted verdicts, and a
longer one by how much of it is covered.
"""

import math
import re
from collections.abc import Iterator

from bot.grading.finding import Finding, ProseSigns
from bot.grading.names.match import Match, Part, best_match
from bot.grading.prepared import Phrase, PreparedItem, PreparedQuestion, is_brief, is_long
from bot.grading.prose.coverage import prose_features
from bot.grading.prose.features import features
from bot.grading.prose.key_points import Said, are_listed, said_points
from bot.grading.prose.objection import is_contrary, objection
from bot.grading.prose.passage import Passage, passage_of
from bot.grading.prose.verdict_model import COVERED, Chances, chances
from bot.grading.reading.profile import Profile
from bot.grading.weights import PROSE_INTERCEPT, PROSE_WEIGHTS
from bot.model.grade import Verdict

_COVERED_CORRECT = 0.65
_COVERED_PARTIAL = 0.39
_NAME_CORRECT = 0.5
_NAME_PARTIAL = 0.3
_DENIED_AS_A_WHOLE = re.compile(
    r"(?:it(?:'s|\s+is)\s+)?(?:(?:not\s+(?:true|so|right|the\s+case)|false|wrong|untrue|a\s+(?:myth|lie))\s+that"
    r"|(?:quite\s+|just\s+)?the\s+(?:very\s+)?(?:opposite|contrary|reverse)\s+of|anything\s+but)\b"
    r"|(?:wrong|false|untrue|nonsense)\s?[.:!]\s"
    r"|.{0,2000}[.!;]\s+(?:(?:that|this|it|all\s+of\s+(?:that|this|it))(?:'s|\s+is)\s+"
    r"(?:false|wrong|untrue|nonsense|not\s+true|a\s+(?:myth|lie))|not|wrong|false)\s*[.!]*$",
    re.IGNORECASE | re.DOTALL,
)
"""How an answer begins or ends that denies all of itself; a word that says so within a sentence may
belong to it ("otherwise the sum is wrong").
"""
_LEAST_HALF, _MOST_HALF = 0.3, 0.7
"""What an answer that is partly right may earn."""


def grade_text(prepared: PreparedQuestion, part: Part) -> Finding:
    """The best of what the answer's wordings make of a response."""
    if _DENIED_AS_A_WHOLE.match(part.reading.text):
        return Finding(0.0, kind="denied")
    said = passage_of(part.reading.text)
    if said.content and all(each.number for each in said.content) and not _asks_numbers(prepared):
        return Finding(0.0, kind="numbers")
    found: list[Finding] = []
    for item in prepared.items:
        if not item.phrases:
            continue
        if item.rejected or item.more or any(map(is_brief, item.phrases)):
            match = best_match(prepared, item, part)
            if match.rule in ("reject", "more"):
                kept = (match,) if match.rule == "more" else ()
                return Finding(0.0, kept, kind=match.rule, near=(match,))
            if match.phrase is not None and is_brief(match.phrase):
                found.append(_named(match))
        found += _judged(prepared, item, part, said)
    return max(found, key=_rank, default=Finding(0.0))


def _asks_numbers(prepared: PreparedQuestion) -> bool:
    """Whether any wording of the answer is hardly more than numbers."""
    return any(
        2 * sum(each.number for each in phrase.profile.content) >= len(phrase.profile.content)
        for item in prepared.items
        for phrase in item.phrases
    )


def _judged(
    prepared: PreparedQuestion, item: PreparedItem, part: Part, said: Passage
) -> Iterator[Finding]:
    """What each wording that is a sentence makes of the response."""
    points = said_points(item.points, said, prepared.asked)
    for phrase in item.phrases:
        if is_long(phrase) and not points:
            yield _covered(item, phrase, part, prepared.asked)
    if are_listed(points, said):
        # Whatever order they have, and however they differ from the reference's sentence.
        yield Finding(1.0, (Match(item.index, part, 1.0, "points"),), said=points)
        return
    for meant in item.prose:
        values = features(meant, said, prepared.asked, points)
        yield _weighed(item, part, chances(values), values, points)


def _weighed(
    item: PreparedItem,
    part: Part,
    likely: Chances,
    values: tuple[float, ...],
    points: tuple[Said, ...],
) -> Finding:
    verdict = likely.verdict
    kind = objection(values)
    heard = tuple(each for each in points if each.found)
    if verdict is Verdict.CORRECT and any(each.turned for each in points):
        # One key point said, another one denied.
        verdict = Verdict.PARTIAL if heard else Verdict.WRONG
        kind = kind or "opposites"
    signs = ProseSigns(likely.of(verdict), values[COVERED], bool(kind), bool(points))
    unsaid = tuple(each.point.name for each in points if not each.found)
    if verdict is Verdict.CORRECT:
        match = Match(item.index, part, likely.correct, "prose")
        return Finding(1.0, (match,), sure=likely.correct, said=heard, unsaid=unsaid, prose=signs)
    if verdict is Verdict.WRONG:
        return Finding(0.0, kind=kind, sure=likely.wrong, prose=signs)
    share = len(heard) / len(points) if points else likely.worth
    score = min(_MOST_HALF, max(_LEAST_HALF, share))
    match = Match(item.index, part, likely.partial, "prose")
    return Finding(
        score,
        (match,),
        kind=kind if is_contrary(values) else "",
        sure=likely.partial,
        said=heard,
        unsaid=unsaid,
        prose=signs,
    )


def _named(match: Match) -> Finding:
    kept = (match,) if match.sure >= _NAME_PARTIAL else ()
    score = 1.0 if match.sure >= _NAME_CORRECT else match.sure
    return Finding(
        score, kept, kind="" if kept else match.rule, sure=match.sure,
        partial_from=_NAME_PARTIAL, near=(match,),
    )  # fmt: skip


def _covered(item: PreparedItem, phrase: Phrase, part: Part, asked: Profile) -> Finding:
    score = coverage(phrase.profile, part.profile, asked)
    match = Match(item.index, part, score, "coverage", phrase)
    kept = (match,) if score >= _COVERED_PARTIAL else ()
    return Finding(
        score, kept, sure=score, correct_from=_COVERED_CORRECT, partial_from=_COVERED_PARTIAL
    )


def _rank(found: Finding) -> tuple[bool, float, float]:
    """The higher score first; of two wrong ones the one that is nearer to being right."""
    wrong = found.score <= 0
    return found.score >= found.correct_from, found.score, -found.sure if wrong else found.sure


def coverage(meant: Profile, said: Profile, asked: Profile) -> float:
    """The partial credit that the fitted model gives, 0..1."""
    found = prose_features(meant, said, asked)
    total = PROSE_INTERCEPT + sum(
        weight * value for weight, value in zip(PROSE_WEIGHTS.values(), found, strict=True)
    )
    return 1.0 / (1.0 + math.exp(-total))
