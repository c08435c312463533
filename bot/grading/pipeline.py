"""From a prepared question and a response to a grade, top to bottom."""

from bot.grading.clauses.prohibitions import without_denials
from bot.grading.clauses.repetition import OFTEN, repeats
from bot.grading.explain import explained
from bot.grading.finding import Finding
from bot.grading.lists.list_answer import grade_list
from bot.grading.names.match import Match, Part, exact_match, part_of
from bot.grading.names.single_answer import grade_single
from bot.grading.names.symbols import other_case
from bot.grading.prepared import PreparedQuestion, Ungradable
from bot.grading.prose.prose_answer import grade_text
from bot.grading.reading.numbers import is_parted, rejoined
from bot.grading.reading.reading import says_nothing
from bot.grading.tables.word_weights import FUNCTION_WEIGHT
from bot.grading.yes_or_no import says_yes
from bot.model.grade import Grade, Verdict
from bot.model.question import Mode

_SHORTEST_NAME = 6
"""Characters below which a response may be a symbol."""
_UNREAD = "This answer could not be read. A quizmaster can look at it."


def grade(prepared: PreparedQuestion | Ungradable, response: str) -> Grade:
    """The grade of one response. Pure, deterministic, and never raises."""
    if isinstance(prepared, Ungradable):
        return Grade(Verdict.WRONG, 0.0, reasons=(prepared.problem,), confidence=0.0)
    try:
        return explained(prepared, finding(prepared, response))
    except Exception:  # an answer must not break a press or a stream: a person may look at it
        return Grade(Verdict.WRONG, 0.0, reasons=(_UNREAD,), confidence=0.0)


def finding(prepared: PreparedQuestion, response: str) -> Finding:
    """What is plain to see first, then what the question's mode makes of the response."""
    if not prepared.items:
        return Finding(0.0, kind="unanswered")
    if prepared.numbers and is_parted(response):
        response = rejoined(response, prepared.numbers)
    if prepared.forbidding:
        response = without_denials(response)
    if prepared.lettered and len(response) < _SHORTEST_NAME and _in_other_case(prepared, response):
        return Finding(0.0, kind="signs")
    if prepared.yes_or_no and (said := says_yes(response)) is not None:
        meant = says_yes(prepared.question.items[0].text)
        first = Match(0, part_of(response), float(said is meant), "exact", precise=1.0)
        return Finding(1.0, (first,)) if said is meant else Finding(0.0, kind="opposites")
    part = part_of(response)
    exact = exact_match(prepared, part)
    if exact is not None and prepared.need == 1:
        return Finding(1.0, (exact,))
    if exact is None and len(part.profile.words) >= OFTEN and repeats(part.profile):
        return Finding(0.0, kind="repeated")
    if exact is None and part.reading.key not in prepared.remarked:
        if says_nothing(part.reading) and prepared.kept.isdisjoint(response):
            return Finding(0.0, kind="nothing")
        if prepared.named and echoes(prepared, part):
            return Finding(0.0, kind="echo")
    if prepared.question.mode is Mode.TEXT:
        return grade_text(prepared, part)
    if prepared.question.mode is Mode.ANY and prepared.need == 1:
        return grade_single(prepared, part)
    return grade_list(prepared, response)


def _in_other_case(prepared: PreparedQuestion, response: str) -> bool:
    """Whether a response is a symbol that differs from an item's by its case alone."""
    items = prepared.question.items
    said = response.strip()
    return any(other_case(item.text, said, prepared.question.prompt) for item in items) and not any(
        said == item.text or said in item.accept for item in items
    )


def echoes(prepared: PreparedQuestion, part: Part) -> bool:
    """Whether the response only repeats the question, and no answer stands in the question."""
    asked = prepared.asked.stems
    for each in part.reading.words:
        if each.weight > FUNCTION_WEIGHT and each.stem not in asked:
            return False
    return bool(asked) and not any(
        all(each.stem in asked for each in phrase.profile.content)
        for item in prepared.items
        for phrase in item.phrases
    )
