"""The domain corpus: how often the grader agrees with a fair quizmaster."""

from collections import Counter

from bot.grading import grade
from bot.model.grade import Verdict
from tests.grading.cases import Case, corpus

ACCURACY = 0.97
FALSE_ACCEPTS = 0.01


def graded_wrongly() -> list[tuple[Case, Verdict]]:
    found = ((case, grade(case.prepared, case.response).verdict) for case in corpus())
    return [(case, verdict) for case, verdict in found if verdict.value != case.verdict]


def test_the_corpus_is_large_enough_to_mean_something() -> None:
    """At least 600 answers to at least 120 questions, of every kind that people type."""
    questions = {id(case.prepared) for case in corpus()}
    categories = Counter(case.category for case in corpus())
    assert len(corpus()) >= 600
    assert len(questions) >= 120
    assert categories.keys() >= {
        "typo", "initials", "plural", "hyphen", "british", "order", "lead-in", "markdown",
        "paraphrase", "partial-list", "wrong-extra", "shotgun", "near-miss", "negation", "hedge",
        "echo", "shrug", "empty", "gibberish", "emoji", "long", "other-script", "versions",
        "number", "unit", "identifier", "opposite", "correction", "swapped", "both-ways",
    }  # fmt: skip


def test_verdicts_agree_with_a_fair_quizmaster() -> None:
    """Verdicts are right on at least 97 % of the answers."""
    wrong = graded_wrongly()
    told = "\n".join(f"{case}: {verdict.value}, not {case.verdict}" for case, verdict in wrong)
    assert 1 - len(wrong) / len(corpus()) >= ACCURACY, told


def test_wrong_answers_are_hardly_ever_accepted() -> None:
    """At most 1 % of the answers are accepted though they should not be."""
    accepted = [case for case, verdict in graded_wrongly() if verdict is Verdict.CORRECT]
    assert len(accepted) <= FALSE_ACCEPTS * len(corpus()), "\n".join(map(str, accepted))


def test_partial_scores_are_those_of_the_rules() -> None:
    """Where the rules fix the score of a partial answer, the grade has it."""
    off = [
        f"{case}: {grade(case.prepared, case.response).score}, not {case.score}"
        for case in corpus()
        if case.score is not None
        and grade(case.prepared, case.response).verdict.value == case.verdict
        and abs(grade(case.prepared, case.response).score - case.score) > 0.01
    ]
    assert len(off) <= 2, "\n".join(off)
