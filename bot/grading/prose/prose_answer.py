"""One prose answer: mode `text`, judged by what it covers."""

import math

from bot.grading.finding import Finding
from bot.grading.names.match import Match, Part, best_match
from bot.grading.prepared import PreparedQuestion
from bot.grading.prose.coverage import prose_features
from bot.grading.reading.profile import Profile
from bot.grading.weights import PROSE_INTERCEPT, PROSE_WEIGHTS

_SENTENCE = 12
_PROSE = 30
"""Content words of the answer: up to the first it is weighed as a statement, from the second on by
how much of it is covered; between them both count."""

_STATEMENT_CORRECT = 0.5
_PROSE_CORRECT = 0.65
_PARTIAL_SHARE = 0.6
"""Share of the score needed for `correct` from which a response is `partial`."""


def grade_text(prepared: PreparedQuestion, part: Part) -> Finding:
    """Partial credit 0..1 by the fitted models; the best of the answer's wordings counts."""
    best = Match(0, part, 0.0, "none")
    limit = _STATEMENT_CORRECT
    for item in prepared.items:
        if not item.phrases:
            continue
        prose = prose_share(item.phrases[0].profile) >= 1 and not (item.rejected or item.more)
        found = Match(item.index, part, 0.0, "none") if prose else best_match(prepared, item, part)
        if found.rule in ("reject", "more"):
            kept = (found,) if found.rule == "more" else ()
            return Finding(0.0, kept, kind=found.rule, near=(found,))
        for phrase in item.phrases:
            share = prose_share(phrase.profile)
            covered = coverage(phrase.profile, part.profile, prepared.asked) if share else 0.0
            score = (1 - share) * found.sure + share * covered
            if score > best.sure:
                best = found._replace(sure=score, rule="coverage" if share else found.rule)
                limit = (1 - share) * _STATEMENT_CORRECT + share * _PROSE_CORRECT
    partial = limit * _PARTIAL_SHARE
    named = (best,) if best.sure >= partial else ()
    return Finding(best.sure, named, sure=best.sure, correct_from=limit, partial_from=partial)


def prose_share(meant: Profile) -> float:
    """How far an answer is prose (1) rather than one statement (0)."""
    return min(1.0, max(0.0, (len(meant.content) - _SENTENCE) / (_PROSE - _SENTENCE)))


def coverage(meant: Profile, said: Profile, asked: Profile) -> float:
    """The partial credit that the fitted model gives, 0..1."""
    found = prose_features(meant, said, asked)
    total = PROSE_INTERCEPT + sum(
        weight * value for weight, value in zip(PROSE_WEIGHTS.values(), found, strict=True)
    )
    return 1.0 / (1.0 + math.exp(-total))
