"""From a prepared question and a response to a grade, top to bottom."""

from bot.grading.explain import explained
from bot.grading.lists import grade_list
from bot.grading.prepare import PreparedQuestion
from bot.grading.prose import grade_text
from bot.grading.reading import read, says_nothing
from bot.grading.single import Finding, grade_single
from bot.model.grade import Grade
from bot.model.question import Mode


def grade(prepared: PreparedQuestion, response: str) -> Grade:
    """The grade of one response. Pure, deterministic, and never raises."""
    return explained(prepared, finding(prepared, response))


def finding(prepared: PreparedQuestion, response: str) -> Finding:
    """What the question's mode makes of the response."""
    reading = read(response)
    if not prepared.items:
        return Finding(0.0, kind="unanswered")
    if reading.key not in prepared.exact and says_nothing(reading):
        return Finding(0.0, kind="nothing")
    if prepared.terse and echoes(prepared, response):
        return Finding(0.0, kind="echo")
    if prepared.question.mode is Mode.TEXT:
        return grade_text(prepared, response)
    if prepared.question.mode is Mode.ANY and prepared.need == 1:
        return grade_single(prepared, response)
    return grade_list(prepared, response)


def echoes(prepared: PreparedQuestion, response: str) -> bool:
    """Whether the response only repeats the question, and no answer stands in the question."""
    asked = prepared.asked.stems
    reading = read(response)
    if not asked or reading.key in prepared.exact or reading.core in prepared.exact:
        return False
    content = [each for each in reading.words if each.weight > 0.1]
    if not content or any(each.stem not in asked for each in content):
        return False
    return not any(
        all(each.stem in asked for each in phrase.profile.content)
        for item in prepared.items
        for phrase in item.phrases
    )
