"""One prose answer: mode `text`, judged by what it covers."""

from bot.grading.match import Match, best_match, exact_match, part_of
from bot.grading.prepare import PreparedQuestion
from bot.grading.single import Finding

CORRECT_FROM = 0.7
PARTIAL_FROM = 0.35


def grade_text(prepared: PreparedQuestion, response: str) -> Finding:
    """Partial credit 0..1 by the fitted model of coverage; the best of the wordings counts."""
    part = part_of(response)
    exact = exact_match(prepared, part)
    if exact is not None:
        return Finding(1.0, (exact,))
    best = Match(0, part, 0.0, "none")
    for item in prepared.items:
        each = best_match(prepared, item, part)
        if each.rule in ("reject", "more"):
            return Finding(
                0.0, (each,) if each.rule == "more" else (), kind=each.rule, near=(each,)
            )
        if each.sure > best.sure:
            best = each
    return Finding(best.sure, (best,) if best.sure >= PARTIAL_FROM else (), sure=best.sure)
