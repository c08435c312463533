"""Cases that an author keeps beside a sheet: what is said to a question, and what it deserves."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.grading.lexicon import build_lexicon
from bot.grading.lines import LineUnreadable
from bot.grading.pipeline import grade
from bot.grading.prepare import prepare
from bot.grading.prepared import PreparedQuestion, Ungradable
from bot.model.grade import Grade, Verdict
from bot.model.question import Question
from bot.model.sheet import Glossary

_SAME_SCORE = 0.01


@dataclass(frozen=True, slots=True)
class AnswerCase:
    """One kept answer: a question by its id or its wording, the response, and the verdict due."""

    question: str
    response: str
    verdict: Verdict
    score: float | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A case that is graded otherwise; without a grade if its question is not in the sheet."""

    case: AnswerCase
    grade: Grade | None

    def __str__(self) -> str:
        case = self.case
        if self.grade is None:
            return f"no question has the id or the wording {case.question!r}"
        due = case.verdict.value if case.score is None else f"{case.verdict.value} {case.score:g}"
        got = self.grade
        return (
            f"{case.response!r} is {got.verdict.value} {got.score:g}, not {due}"
            f" ({'; '.join(got.reasons)})"
        )


def answer_case(line: Mapping[str, object], number: int = 0) -> AnswerCase:
    """The case of `{"question", "response", "verdict", "score"?}`, at line `number` of its file."""
    question, response = line.get("question"), line.get("response")
    verdict, score = line.get("verdict"), line.get("score")
    if not isinstance(question, str) or not question:
        raise LineUnreadable("question: an id or a wording is needed")
    if not isinstance(response, str):
        raise LineUnreadable("response: a text is needed")
    if not isinstance(verdict, str) or verdict not in list(Verdict):
        raise LineUnreadable(f"verdict: one of {', '.join(Verdict)} is needed")
    if score is not None and (isinstance(score, bool) or not isinstance(score, int | float)):
        raise LineUnreadable("score: a number from 0 to 1 is needed")
    return AnswerCase(
        question, response, Verdict(verdict), None if score is None else float(score), number
    )


def check_answers(
    questions: Iterable[Question], cases: Iterable[AnswerCase], glossary: Glossary | None = None
) -> list[Disagreement]:
    """The cases that the grader does not grade as they say, in their order."""
    asked = [question for question in questions if question.answered]
    lexicon = build_lexicon(asked, glossary or Glossary())
    known = {question.prompt: question for question in asked}
    known |= {question.id: question for question in asked}
    prepared: dict[str, PreparedQuestion | Ungradable] = {}
    found: list[Disagreement] = []
    for case in cases:
        question = known.get(case.question)
        if question is None:
            found.append(Disagreement(case, None))
            continue
        if case.question not in prepared:
            prepared[case.question] = prepare(question, lexicon)
        result = grade(prepared[case.question], case.response)
        same_score = case.score is None or abs(result.score - case.score) <= _SAME_SCORE
        if result.verdict is not case.verdict or not same_score:
            found.append(Disagreement(case, result))
    return found
