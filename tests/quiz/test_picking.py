"""Which question comes next."""

from datetime import date, timedelta
from random import Random

from bot.model.question import Item, Mode, Question
from bot.quiz.ports.rounds import Asked
from bot.quiz.rules.picking import pick


def question(name: str, topic: str = "t") -> Question:
    return Question(name, name, Mode.ANY, (Item(name),), topic=(topic,))


def test_every_question_comes_once_before_any_comes_twice() -> None:
    questions = [question(str(number)) for number in range(20)]
    asked: list[Asked] = []
    rng = Random(7)
    for day in range(20):
        chosen = pick(questions, asked, rng)
        assert chosen is not None
        asked.append(Asked(chosen.id, 1, date(2026, 1, 1) + timedelta(days=day)))
    assert {entry.question_id for entry in asked} == {q.id for q in questions}


def test_a_topic_does_not_follow_itself_where_there_is_another() -> None:
    questions = [question("a", "one"), question("b", "one"), question("c", "two")]
    asked = [Asked("a", 1, date(2026, 1, 1))]
    assert {pick(questions, asked, Random(seed)).id for seed in range(20)} == {"c"}  # type: ignore[union-attr]  # there are questions


def test_nothing_to_ask_is_nothing() -> None:
    assert pick([], [], Random(1)) is None
