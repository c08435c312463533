"""The shipped sheets, graded with their own wordings and with each other's answers."""

from functools import cache
from pathlib import Path

from bot.grading import PreparedQuestion, build_lexicon, grade
from bot.model.grade import Verdict
from bot.model.question import Mode
from bot.sheets import read_path
from tests.grading.cases import ready

CONTENT = Path(__file__).parents[2] / "content"
CONFUSED = 0.002
"""Share of answers to other questions of a topic that may be accepted: some are right there too."""


@cache
def shipped() -> tuple[PreparedQuestion, ...]:
    sheet = read_path(CONTENT)
    lexicon = build_lexicon(sheet.asked, sheet.glossary)
    return tuple(ready(question, lexicon) for question in sheet.asked)


def single(prepared: PreparedQuestion) -> bool:
    return prepared.need == 1 and prepared.question.mode in (Mode.ANY, Mode.TEXT)


def test_every_wording_that_a_sheet_gives_is_graded_as_it_says() -> None:
    """Canonical and accepted wordings are right, rejected ones never, too general ones ask for
    more.
    """
    off: list[str] = []
    for prepared in filter(single, shipped()):
        for item in prepared.question.items:
            due = [(text, Verdict.CORRECT) for text in (item.text, *item.accept)]
            due += [(text, Verdict.MORE) for text in item.more]
            off += [
                f"{prepared.question.id}: {text!r} is {found.value}, not {verdict.value}"
                for text, verdict in due
                if (found := grade(prepared, text).verdict) is not verdict
            ]
            off += [
                f"{prepared.question.id}: {text!r} is accepted"
                for text in item.reject
                if grade(prepared, text).verdict is Verdict.CORRECT
            ]
    assert off == []


def test_every_list_that_a_sheet_gives_is_complete_in_any_punctuation() -> None:
    """All items, with commas or as bullets, are right."""
    lists = [prepared for prepared in shipped() if not single(prepared)]
    off = [
        f"{prepared.question.id}: {response!r}"
        for prepared in lists
        for response in in_commas_and_bullets(prepared)
        if grade(prepared, response).verdict is not Verdict.CORRECT
    ]
    assert off == []


def in_commas_and_bullets(prepared: PreparedQuestion) -> tuple[str, str]:
    texts = [item.text for item in prepared.question.items]
    return ", ".join(texts[: prepared.need]), "\n".join(f"- {text}" for text in texts)


def test_answers_to_other_questions_of_a_topic_are_hardly_ever_accepted() -> None:
    """A term of the sheet is not taken for another."""
    tried = 0
    accepted: list[str] = []
    singles = [each for each in shipped() if single(each) and each.question.mode is Mode.ANY]
    for prepared in singles:
        for other in singles:
            if other is prepared or other.question.topic[:1] != prepared.question.topic[:1]:
                continue
            response = other.question.items[0].text
            tried += 1
            found = grade(prepared, response)
            if found.verdict is Verdict.CORRECT and found.evidence[0].rule == "words":
                accepted.append(f"{prepared.question.prompt} ← {response}")
    assert tried > 1_000
    assert len(accepted) <= CONFUSED * tried, "\n".join(accepted)
